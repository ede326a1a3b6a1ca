import type { Document } from '../core/document.ts'
import { probability } from '../core/probability.ts'
import { byPosition, hull, textAt, union, within, type Span } from '../core/span.ts'
import { statementId, type Statement, type StatementId } from '../core/statement.ts'
import { chainsOf, type Nested } from './chains.ts'
import { statedContent, statedPiece } from './content.ts'
import { mannerOf } from './manner.ts'
import { quotationsIn, type Quotation } from './quotations.ts'
import { skeletonsOf } from './skeleton.ts'
import type { Attribution, PlainTone, Tagger } from './tagger.ts'
import { narratedTone, saidAtOf, toneOf } from './tone.ts'
import { turnIn, withoutPrompts } from './turns.ts'

export interface AttributeInput {
  readonly documents: readonly Document[]
  readonly tagger: Tagger
}

const blockAt = (document: Document, at: number): Span =>
  document.blocks.find(({ span }) => span.start <= at && at < span.end)?.span ?? { start: at, end: at }

/** A decline is told by its own phrase: cue and content are one passage, unless it is quoted. */
const isDeclining = (text: string, { cue, content, tone }: Attribution): boolean =>
  tone?.act === 'decline' && cue.length > 0 && quotationsIn(text, hull([...cue, ...content])).length === 0

const contentOf = (text: string, attribution: Attribution): readonly Span[] =>
  isDeclining(text, attribution)
    ? [statedPiece(text, hull([...attribution.cue, ...attribution.content]))]
    : statedContent(text, attribution.content)

const quotationsAround = (document: Document, content: readonly Span[]): readonly Quotation[] => {
  const first = content[0]
  return first === undefined ? [] : quotationsIn(document.text, blockAt(document, first.start))
}

interface Drafted {
  readonly statement: Omit<Statement, 'within'>
  readonly made: Attribution | null
  readonly parent: Attribution | null
}

const attributed = (document: Document, nested: Nested, all: readonly Attribution[]): Drafted | null => {
  const { attribution, chain, parent } = nested
  const content = contentOf(document.text, attribution)
  if (content.length === 0) return null
  const sentence = within(document.sentences, attribution.cue[0] ?? hull(content))[0] ?? hull(content)
  const declines = isDeclining(document.text, attribution)
  const statement = {
    id: statementId(document.id, content, chain),
    document: document.id,
    content,
    cue: attribution.cue,
    chain,
    ...toneOf(document, attribution, content),
    manner: declines ? 'narrated' : mannerOf(content, quotationsAround(document, content)),
    saidAt: saidAtOf(document, attribution, sentence),
    by: { maker: attribution.maker, sure: probability(attribution.score) },
  }
  return { statement, made: attribution, parent: parent === null ? null : (all[parent] ?? null) }
}

/** How often a plain sentence of a news text is the outlet's own assertion, as its teller would agree. */
const NARRATION_SURE = 0.9

/** What the document tells on its own account: its sentences that nobody else is said to say. */
const narratedIn = (document: Document, attributions: readonly Attribution[]): readonly Span[] => {
  const taken = union(attributions.flatMap(({ cue, content }) => [...cue, ...content]))
  return document.blocks
    .filter((block) => turnIn(document.text, block) === null)
    .flatMap((block) => skeletonsOf(document, block))
    .flatMap(({ items }) => {
      const first = items[0]
      const last = items.at(-1)
      if (first === undefined || last === undefined) return []
      const sentence = { start: first.start, end: last.end }
      const content = statedPiece(document.text, sentence)
      const free = within(taken, sentence).length === 0
      return free && content.end > content.start ? [content] : []
    })
}

const narratedStatement = (document: Document, content: Span, tone: PlainTone | undefined): Drafted => {
  const chain = [{ mention: null, cue: null }]
  const statement: Omit<Statement, 'within'> = {
    id: statementId(document.id, [content], chain),
    document: document.id,
    content: [content],
    cue: [],
    chain,
    ...narratedTone(document, content),
    ...tone,
    manner: 'narrated',
    saidAt: null,
    by: { maker: 'rule:narration', sure: probability(NARRATION_SURE) },
  }
  return { statement, made: null, parent: null }
}

/** Two drafts of one id say the same thing of the same words: the first stays. */
const withoutTwins = (drafts: readonly Drafted[]): readonly Drafted[] =>
  [...new Map(drafts.toReversed().map((draft) => [draft.statement.id, draft])).values()].toReversed()

const FIRST_PERSON: ReadonlySet<string> = new Set(['i', 'we'])

/** "I told him that …" inside somebody's words: what speakers tell of their own earlier words is one statement. */
const isOwnEarlierWords = (text: string, { attribution, parent }: Nested): boolean =>
  parent !== null && attribution.source.some((at) => FIRST_PERSON.has(textAt(text, at).toLowerCase()))

const statementsOf = async (
  document: Document,
  tagged: readonly Attribution[],
  tagger: Tagger,
): Promise<readonly Statement[]> => {
  const { attributions, prompts } = withoutPrompts(document.text, tagged)
  const narrated = narratedIn(document, attributions)
  const tones = await tagger.tones?.(
    document,
    narrated.map((content) => [content]),
  )
  const drafts = withoutTwins([
    ...chainsOf(attributions)
      .filter((nested) => !prompts.has(nested.attribution) && !isOwnEarlierWords(document.text, nested))
      .flatMap((nested) => attributed(document, nested, attributions) ?? []),
    ...narrated.map((content, at) => narratedStatement(document, content, tones?.[at])),
  ])
  const idOf = new Map<Attribution, StatementId>(
    drafts.flatMap((draft) => (draft.made === null ? [] : [[draft.made, draft.statement.id] as const])),
  )
  return drafts
    .map(({ statement, parent }) => ({ ...statement, within: parent === null ? null : (idOf.get(parent) ?? null) }))
    .toSorted((a, b) => byPosition(hull(a.content), hull(b.content)) || (a.id < b.id ? -1 : 1))
}

/**
 * Every statement of the documents: who says what on whose authority, with act and certainty, and what each document tells on its own
 * account. Documents in the order given, statements in reading order; a document's statements do not depend on its neighbours.
 */
export const attribute = async ({ documents, tagger }: AttributeInput): Promise<readonly Statement[]> => {
  const tagged = await tagger.tag(documents)
  const stated: Statement[] = []
  for (const [at, document] of documents.entries()) stated.push(...(await statementsOf(document, tagged[at] ?? [], tagger)))
  return stated
}
