/** The answer to a case, as far as it can be checked against the case itself. */
export interface Gold {
  readonly sources: readonly { readonly id: string; readonly name: string }[]
  readonly statements: readonly {
    readonly document: string
    readonly content: string
    readonly chain: readonly string[]
    readonly claim: string
    readonly stance: string
    readonly certainty: string
    readonly act: string
  }[]
  readonly origins: readonly {
    readonly claim: string
    readonly side: string
    readonly root: string
    readonly statements: readonly number[]
  }[]
  readonly evidence: readonly {
    readonly document: string
    readonly mention: string
    readonly claim: string
    readonly challengedBy: readonly number[]
  }[]
  readonly quantities: readonly { readonly document: string; readonly text: string }[]
  readonly dates: readonly { readonly document: string; readonly text: string; readonly iso: string }[]
  readonly verdict: Readonly<Record<string, { readonly at: string }>>
}

export interface CaseFile {
  readonly claims: readonly { readonly id: string }[]
  readonly documents: readonly { readonly id: string; readonly file: string; readonly publisher: string }[]
}

/** A case with its answer; `texts` has the documents by id, as they stand in their files. */
export interface AnsweredCase {
  readonly asked: CaseFile
  readonly gold: Gold
  readonly texts: ReadonlyMap<string, string>
}

const WORDS = {
  stance: ['supports', 'contradicts', 'neutral'],
  certainty: ['certain', 'probable', 'possible', 'unknown'],
  act: ['assert', 'confirm', 'deny', 'decline', 'question', 'predict', 'opinion'],
  at: ['established', 'likely', 'contested', 'unlikely', 'refuted', 'unverifiable'],
}

const passageFaults = ({ gold, texts }: AnsweredCase): readonly string[] => {
  const passages = [
    ...gold.statements.map(({ document, content }) => ({ document, text: content })),
    ...gold.evidence.map(({ document, mention }) => ({ document, text: mention })),
    ...gold.quantities,
    ...gold.dates,
  ]
  return passages.flatMap(({ document, text }) => {
    const times = (texts.get(document) ?? '').split(text).length - 1
    return times === 1 ? [] : [`${document} has ${times} times: ${text}`]
  })
}

const statementFaults = ({ asked, gold }: AnsweredCase): readonly string[] => {
  const publishers = new Map(asked.documents.map(({ id, publisher }) => [id, publisher]))
  const known = new Set([...gold.sources.flatMap(({ id, name }) => [id, name]), ...publishers.values()])
  return gold.statements.flatMap((statement, at) => {
    const { document, content, chain, claim, stance, certainty, act } = statement
    const silent = act === 'decline' || act === 'question'
    const faults = [
      chain[0] !== publishers.get(document) && `its chain does not start at the publisher of ${document}`,
      ...chain.map((link) => !known.has(link) && `nobody is called ${link}`),
      !asked.claims.some(({ id }) => id === claim) && `there is no claim ${claim}`,
      !WORDS.stance.includes(stance) && `no stance is called ${stance}`,
      !WORDS.certainty.includes(certainty) && `no certainty is called ${certainty}`,
      !WORDS.act.includes(act) && `no act is called ${act}`,
      silent && certainty !== 'unknown' && `a ${act} is of unknown certainty`,
      act === 'decline' && stance !== 'neutral' && 'a decline is neutral',
      /^["“‘\s]|[\s.,;!?]$/u.test(content) && 'its content has marks or blanks at an end',
    ]
    return faults.flatMap((fault) => (typeof fault === 'string' ? [`statement ${at}: ${fault}`] : []))
  })
}

const originFaults = ({ asked, gold }: AnsweredCase): readonly string[] => {
  const roots = new Set([
    ...gold.sources.flatMap(({ id, name }) => [id, name]),
    ...asked.documents.map(({ publisher }) => publisher),
  ])
  const places = gold.statements.map((_, at) => gold.origins.filter(({ statements }) => statements.includes(at)))
  return [
    ...gold.origins.flatMap(({ root }) => (roots.has(root) ? [] : [`an origin has the root ${root}, who is nobody`])),
    ...gold.statements.flatMap(({ claim, stance }, at) => {
      const origins = places[at] ?? []
      const right = origins.every((origin) => origin.claim === claim && origin.side === stance)
      return right && origins.length === (stance === 'neutral' ? 0 : 1)
        ? []
        : [`statement ${at} stands in ${origins.length} origins, or in a wrong one`]
    }),
    ...gold.evidence.flatMap(({ mention, claim, challengedBy }) =>
      challengedBy.every((at) => gold.statements[at]?.claim === claim)
        ? []
        : [`"${mention}" is challenged by what is about another claim`],
    ),
  ]
}

const answerFaults = ({ asked, gold }: AnsweredCase): readonly string[] => [
  ...asked.claims.flatMap(({ id }) => (WORDS.at.includes(gold.verdict[id]?.at ?? '') ? [] : [`claim ${id} has no verdict`])),
  ...gold.dates.flatMap(({ iso }) => (/^\d{4}(?:-\d{2}){0,2}$/.test(iso) ? [] : [`${iso} is no date`])),
]

/** Everything that is wrong with an answer and can be seen without reading the documents; empty where it holds together. */
export const goldFaults = (answered: AnsweredCase): readonly string[] =>
  [passageFaults, statementFaults, originFaults, answerFaults].flatMap((faults) => faults(answered))
