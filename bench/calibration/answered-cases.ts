/**
 * Cases with their answers, as `weigh` would hear them from a faultless reader: statements, stances, origins and things are those of
 * `gold.json`, and nothing is read by the program. Golds do not say how an origin came to know, or what it gains.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Claim, ClaimId, Side, Stance } from '../../src/core/claim.ts'
import type { Document, DocumentId } from '../../src/core/document.ts'
import type { Evidence, EvidenceId, EvidenceKind, MachineScore, Traceable } from '../../src/core/evidence.ts'
import type { Origin, OriginId } from '../../src/core/origin.ts'
import { probability } from '../../src/core/probability.ts'
import type { Source, SourceId, SourceKind } from '../../src/core/source.ts'
import { span } from '../../src/core/span.ts'
import type { Act, Certainty, Statement, StatementId } from '../../src/core/statement.ts'
import { accessOf, type RootTelling } from '../../src/trace/access.ts'
import { interestOf } from '../../src/trace/interest.ts'
import { standardAssumptions } from '../../src/weigh/assumptions.ts'
import type { WeighInput } from '../../src/weigh/weigh.ts'

interface GoldStatement {
  readonly document: string
  readonly content: string
  readonly chain: readonly string[]
  readonly claim: string
  readonly stance: Stance
  readonly certainty: Certainty
  readonly act: Act
}

export interface CaseGold {
  readonly sources: readonly {
    readonly id: string
    readonly name: string
    readonly kind: SourceKind
    readonly aliases: readonly string[]
  }[]
  readonly statements: readonly GoldStatement[]
  readonly origins: readonly {
    readonly claim: string
    readonly side: Side
    readonly root: string
    readonly statements: readonly number[]
  }[]
  readonly evidence: readonly {
    readonly document: string
    readonly kind: EvidenceKind
    readonly claim: string
    readonly stance: Stance
    readonly provenance: Traceable
    readonly challengedBy: readonly number[]
    readonly score: Omit<MachineScore, 'span'> | null
  }[]
  readonly verdict: Readonly<Record<string, { readonly truth: boolean | null }>>
}

export interface AnsweredCase {
  readonly name: string
  readonly claims: readonly { readonly id: string; readonly text: string }[]
  readonly gold: CaseGold
  /** The documents as they stand in their files, by id. */
  readonly texts: ReadonlyMap<string, string>
}

/**
 * What is told of an origin beside the gold. `nothing`: access unknown, no interest. `rules`: what the rules of `trace` find in the gold's
 * own words and in the claim.
 */
export type Telling = 'nothing' | 'rules'

const BY = { maker: 'gold', sure: probability(1) }
const FIRMEST_FIRST: readonly Certainty[] = ['certain', 'probable', 'possible', 'unknown']
const OPENING = /["“‘«]$/u
const CLOSING = /^[,.!?]?["”’»]/u

/** Sources by id and by name; the publishers of documents that the gold does not list are outlets. */
const sourcesOf = ({ gold }: AnsweredCase): ReadonlyMap<string, Source> => {
  const known = new Map<string, Source>()
  for (const { id, name, kind, aliases } of gold.sources) {
    const source: Source = { id: id as SourceId, name, kind, aliases, speaksFor: null, grade: 'F' }
    known.set(id, source).set(name, source)
  }
  const named = [...gold.statements.flatMap(({ chain }) => chain), ...gold.origins.map(({ root }) => root)]
  for (const name of named)
    if (!known.has(name))
      known.set(name, { id: name as SourceId, name, kind: 'outlet', aliases: [], speaksFor: null, grade: 'F' })
  return known
}

/** Of an origin's statements those that its root makes itself; else those that some voice makes; else all. */
const closest = (statements: readonly GoldStatement[], root: Source, sources: ReadonlyMap<string, Source>) => {
  const speakerOf = ({ chain }: GoldStatement): Source | undefined => sources.get(chain.at(-1) ?? '')
  const own = statements.filter((statement) => speakerOf(statement) === root)
  if (own.length > 0) return own
  const voiced = statements.filter((statement) => speakerOf(statement)?.kind !== 'outlet')
  return voiced.length > 0 ? voiced : statements
}

/** A gold statement as `trace` would be given it: whether it is quoted is seen by the marks about it. */
const tellingOf = (
  said: GoldStatement,
  root: Source,
  given: { texts: AnsweredCase['texts']; sources: ReadonlyMap<string, Source> },
) => {
  const text = given.texts.get(said.document) ?? ''
  const start = text.indexOf(said.content)
  const content = span(Math.max(0, start), Math.max(0, start) + (start < 0 ? 0 : said.content.length))
  const isQuoted = OPENING.test(text.slice(0, content.start)) || CLOSING.test(text.slice(content.end, content.end + 2))
  const statement: Statement = {
    id: '' as StatementId,
    document: said.document as DocumentId,
    content: [content],
    cue: [],
    chain: [{ mention: null, cue: null }],
    act: said.act,
    certainty: said.certainty,
    polarity: 'positive',
    manner: isQuoted ? 'direct' : 'indirect',
    within: null,
    saidAt: null,
    by: BY,
  }
  const document: Document = {
    id: said.document as DocumentId,
    sha256: '',
    format: 'text',
    language: 'en',
    text,
    blocks: [],
    sentences: [],
    tokens: [],
    url: null,
    publisher: null,
    author: null,
    title: null,
    published: null,
  }
  const outlet = given.sources.get(said.chain[0] ?? '') ?? root
  const speaker = given.sources.get(said.chain.at(-1) ?? '') ?? root
  const footing = said.chain.length === 1 ? 'outlet' : 'voice'
  return { statement, document, outlet, speaker, knower: root, footing } satisfies RootTelling
}

const originsIn = (answered: AnsweredCase, sources: ReadonlyMap<string, Source>, telling: Telling): readonly Origin[] => {
  const { gold, texts } = answered
  return gold.origins.map((origin, at) => {
    const root = sources.get(origin.root)!
    const claim = claimsIn(answered).find(({ id }) => id === origin.claim)
    const close = closest(
      origin.statements.map((statement) => gold.statements[statement]!),
      root,
      sources,
    )
    const tellings = close.map((said) => tellingOf(said, root, { texts, sources }))
    return {
      id: `or_${at}` as OriginId,
      claim: origin.claim as ClaimId,
      side: origin.side,
      root: root.id,
      statements: origin.statements.map((statement) => `st_${statement}` as StatementId),
      edges: [],
      certainty: FIRMEST_FIRST.find((certainty) => close.some((said) => said.certainty === certainty)) ?? 'unknown',
      retellings: Math.min(...close.map(({ chain }) => Math.max(0, chain.length - 2))),
      access: telling === 'rules' ? accessOf(tellings, claim) : 'unknown',
      interest: telling === 'rules' ? interestOf([root], claim, origin.side) : 'none',
      bears: probability(1),
      affiliation: null,
    }
  })
}

const evidenceIn = ({ gold }: AnsweredCase): readonly Evidence[] =>
  gold.evidence.map(({ document, kind, claim, stance, provenance, challengedBy, score }, at) => ({
    id: `ev_${at}` as EvidenceId,
    document: document as DocumentId,
    mention: span(0, 0),
    kind,
    claim: claim as ClaimId,
    stance,
    provenance,
    score: score === null ? null : { ...score, span: span(0, 0) },
    challengedBy: challengedBy.map((statement) => `st_${statement}` as StatementId),
    by: BY,
  }))

const claimsIn = ({ claims }: AnsweredCase): readonly Claim[] =>
  claims.map(({ id, text }) => ({ id: id as ClaimId, text, given: true }))

/** The case as `weigh` takes it, under the standard assumptions. */
export const inputOf = (answered: AnsweredCase, telling: Telling): WeighInput => {
  const sources = sourcesOf(answered)
  return {
    claims: claimsIn(answered),
    origins: originsIn(answered, sources, telling),
    evidence: evidenceIn(answered),
    sources: [...new Set(sources.values())],
    assumptions: standardAssumptions,
  }
}

/** Votes on each side of a claim: of all statements that take one, or of articles, each once for every side that it has. */
export const votesOn = (claim: string, { statements }: CaseGold, by: 'statement' | 'article'): Readonly<Record<Side, number>> => {
  const count = (side: Side): number => {
    const taking = statements.filter((statement) => statement.claim === claim && statement.stance === side)
    return by === 'statement' ? taking.length : new Set(taking.map(({ document }) => document)).size
  }
  return { supports: count('supports'), contradicts: count('contradicts') }
}

interface CaseFile {
  readonly claims: AnsweredCase['claims']
  readonly documents: readonly { readonly id: string; readonly file: string }[]
}

/** The cases of a folder that have an answer; null where the folder is missing. */
export const answeredCasesIn = (folder: string): readonly AnsweredCase[] | null => {
  if (!existsSync(folder)) return null
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'gold.json')))
  return names.toSorted().map((name) => {
    const text = (file: string): string => readFileSync(join(folder, name, file), 'utf8')
    const { claims, documents } = JSON.parse(text('case.json')) as CaseFile
    return {
      name,
      claims,
      gold: JSON.parse(text('gold.json')) as CaseGold,
      texts: new Map(documents.map(({ id, file }) => [id, text(file)])),
    }
  })
}
