import type { Bearing, ClaimId, Stance } from '../../core/claim.ts'
import type { Document } from '../../core/document.ts'
import { hull, lengthOf, overlaps, textAt, textOfAll, type Span } from '../../core/span.ts'
import type { Statement, StatementId } from '../../core/statement.ts'
import { DOUBT } from './evidence.data.ts'
import type { Item, ItemMention } from './evidence-items.ts'
import { firstEndingAfter, sentenceAt } from '../place.ts'

/**
 * How a statement and a thing go together: the thing is who says it, is spoken of in it, is doubted in it, stands in its sentence, or
 * at most three sentences away, in the same paragraph (`near`) or another (`apart`).
 */
export type Tie = 'speaks' | 'holds' | 'doubts' | 'beside' | 'near' | 'apart'

export interface Tied {
  readonly statement: Statement
  readonly mention: ItemMention
  readonly tie: Tie
  /** Sentences between the two; 0 where they share one. */
  readonly distance: number
}

/** How much speaks for a thing being offered for one side of a claim. */
export interface Vote {
  readonly claim: ClaimId
  readonly stance: Stance
  readonly tie: Tie
  readonly weight: number
  /** The probability that the surest of the statements behind it was rightly read. */
  readonly sure: number
}

/** What the statements around a thing say of it. */
export interface Role {
  /** One for each claim and stance, the weightiest first. */
  readonly votes: readonly Vote[]
  /** The mention that tells most of it. */
  readonly mention: ItemMention
  readonly challengers: readonly StatementId[]
}

/** The statements of one document under the number of each sentence that they stand in. */
export type StatementsBySentence = ReadonlyMap<number, readonly Statement[]>

const placeOf = ({ content, cue, chain }: Statement): Span =>
  hull([...content, ...cue, ...[chain.at(-1)?.mention ?? null].filter((mention) => mention !== null)])

export const bySentence = (document: Document, statements: readonly Statement[]): StatementsBySentence => {
  const places = new Map<number, Statement[]>()
  for (const statement of statements) {
    const at = placeOf(statement)
    const last = firstEndingAfter(document.sentences, Math.max(at.start, at.end - 1))
    for (let sentence = firstEndingAfter(document.sentences, at.start); sentence <= last; sentence++) {
      const there = places.get(sentence)
      if (there === undefined) places.set(sentence, [statement])
      else there.push(statement)
    }
  }
  return places
}

const tieOf = (document: Document, statement: Statement, mention: ItemMention): Tie => {
  const at = mention.span
  if (statement.chain.some((link) => link.mention !== null && overlaps(link.mention, at))) return 'speaks'
  const content = textOfAll(document.text, statement.content)
  const holds = statement.content.some((part) => overlaps(part, at))
  if (holds && DOUBT.test(textAt(document.text, sentenceAt(document, at.start)))) return 'doubts'
  if (holds) return 'holds'
  return DOUBT.test(content) ? 'doubts' : 'beside'
}

/** How much a tie tells of what a thing is offered for. */
const WEIGHTS: Readonly<Record<Tie, number>> = { speaks: 8, holds: 4, doubts: 3, beside: 2, near: 1, apart: 0.5 }

const weightOf = ({ tie, distance }: Tied): number => WEIGHTS[tie] / Math.max(1, distance)

const STEPS_AWAY = [-1, 1, -2, 2, -3, 3]

/** The tie to what stands some sentences away; null where that is too far. */
const away = (document: Document, sentence: number, step: number): Tie | null => {
  const here = document.sentences[sentence]
  const there = document.sentences[sentence + step]
  if (here === undefined || there === undefined) return null
  const between = document.text.slice(Math.min(here.end, there.end), Math.max(here.start, there.start))
  return between.includes('\n') ? 'apart' : 'near'
}

/** Every statement in the sentences of the item's mentions and next to them, each with its strongest tie. */
export const tiesOf = (document: Document, item: Item, places: StatementsBySentence): readonly Tied[] => {
  const ties = new Map<StatementId, Tied>()
  const add = (tied: Tied): void => {
    const known = ties.get(tied.statement.id)
    if (known === undefined || weightOf(tied) > weightOf(known)) ties.set(tied.statement.id, tied)
  }
  for (const mention of item) {
    for (const statement of places.get(mention.sentence) ?? [])
      add({ statement, mention, tie: tieOf(document, statement, mention), distance: 0 })
    for (const step of STEPS_AWAY) {
      const tie = away(document, mention.sentence, step)
      if (tie !== null)
        for (const statement of places.get(mention.sentence + step) ?? [])
          add({ statement, mention, tie, distance: Math.abs(step) })
    }
  }
  return [...ties.values()]
}

const OPPOSITE: Readonly<Record<Stance, Stance>> = { supports: 'contradicts', contradicts: 'supports', neutral: 'neutral' }

/** One vote for each bearing: who doubts a thing speaks against what it is offered for, and only an open side weighs in full. */
const votesOf = (ties: readonly Tied[], bearings: ReadonlyMap<StatementId, readonly Bearing[]>): readonly Vote[] =>
  ties.flatMap((tied) =>
    (bearings.get(tied.statement.id) ?? []).map(({ claim, stance, by }) => ({
      claim,
      stance: tied.tie === 'doubts' ? OPPOSITE[stance] : stance,
      tie: tied.tie,
      weight: by.sure * (stance === 'neutral' ? weightOf(tied) / 2 : weightOf(tied)),
      sure: by.sure,
    })),
  )

/** The votes of one claim and stance as one, with the strongest tie of them; the weightiest first. */
export const summed = (votes: readonly Vote[]): readonly Vote[] => {
  const sums = new Map<string, Vote>()
  for (const vote of votes) {
    const key = `${vote.claim} ${vote.stance}`
    const sum = sums.get(key) ?? { ...vote, weight: 0 }
    sums.set(key, {
      ...sum,
      tie: WEIGHTS[vote.tie] > WEIGHTS[sum.tie] ? vote.tie : sum.tie,
      weight: sum.weight + vote.weight,
      sure: Math.max(sum.sure, vote.sure),
    })
  }
  return [...sums.values()].sort((a, b) => b.weight - a.weight)
}

/** The fullest of some mentions, the first of those equally full. */
const fullest = (mentions: Item): ItemMention =>
  mentions.reduce((best, mention) => (lengthOf(mention.span) > lengthOf(best.span) ? mention : best))

/** The fullest of the mentions that bring the thing in ("a memo by …"); where none does, of those that speak, or of all. */
const tellingMention = (item: Item, speaking: readonly ItemMention[]): ItemMention => {
  for (const group of [item.filter(({ opens }) => opens === 'new' || opens === 'another'), speaking]) {
    const [first, ...others] = group
    if (first !== undefined) return fullest([first, ...others])
  }
  return fullest(item)
}

/** What the statements tied to a thing make of it. */
export const roleOf = (item: Item, ties: readonly Tied[], bearings: ReadonlyMap<StatementId, readonly Bearing[]>): Role => {
  const speaking = ties.filter(({ tie, statement }) => tie === 'speaks' && bearings.has(statement.id))
  return {
    votes: summed(votesOf(ties, bearings)),
    mention: tellingMention(
      item,
      speaking.map(({ mention }) => mention),
    ),
    challengers: ties.filter(({ tie }) => tie === 'doubts').map(({ statement }) => statement.id),
  }
}
