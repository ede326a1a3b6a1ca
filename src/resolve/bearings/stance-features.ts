import { amountsCompared } from './amounts.ts'
import type { ClaimView, Coverage } from './claim-view.ts'
import type { WordedStatement } from './worded-statement.ts'

/** What a statement that is about a claim shows of the side it takes. Shares and weights as in `AboutFeatures`; counts are at most two. */
export interface StanceFeatures {
  /** The speaker denies, by the act or by the words of saying. */
  readonly deny: number
  /** A denial, times the share of the claim in its very words: what it denies is the claim. */
  readonly denyExact: number
  readonly decline: number
  readonly question: number
  readonly opinion: number
  readonly confirm: number
  readonly probable: number
  /** Share of the claim in the content's very words; below zero where the content as the speaker puts it goes the other way: an odd number of negations and opposites lies between the two. */
  readonly along: number
  /** Some clause of the content is negated. */
  readonly negation: number
  /** Words of the claim met by their opposite in a content without negation; counted below zero where the claim is negated. */
  readonly opposite: number
  /** Phrases that turn something down: "not true". */
  readonly rejecting: number
  /** Phrases that leave it open: "no evidence". */
  readonly open: number
  /** A number said lies within the claim's, or none does. */
  readonly agree: number
  readonly differ: number
  /** The sentence sets itself against what came before. */
  readonly contrast: number
  readonly holdsAnother: number
}

const mark = (holds: boolean): number => (holds ? 1 : 0)
const atMostTwo = (count: number): number => Math.min(2, count)

/** The features of `worded` for the claim of `view`; `content` is how much of the claim its content holds. */
export const stanceFeatures = (worded: WordedStatement, content: Coverage, view: ClaimView): StanceFeatures => {
  const { act, certainty, polarity } = worded.statement
  const denies = act === 'deny' || polarity === 'negative'
  const turned =
    [polarity === 'negative', content.negated > 0, content.opposite > 0, view.claim.negated].filter(Boolean).length % 2 === 1
  const sign = view.claim.negated ? -1 : 1
  const amounts = amountsCompared(view.claim.amounts, worded.amounts)
  return {
    deny: mark(denies),
    denyExact: denies ? content.exact : 0,
    decline: mark(act === 'decline'),
    question: mark(act === 'question'),
    opinion: mark(act === 'opinion'),
    confirm: mark(act === 'confirm'),
    probable: mark(certainty === 'probable'),
    along: turned ? -content.exact : content.exact,
    negation: mark(worded.negation),
    opposite: worded.negation ? 0 : sign * atMostTwo(content.opposite),
    rejecting: atMostTwo(worded.rejecting),
    open: atMostTwo(worded.open),
    agree: mark(amounts === 'agree'),
    differ: mark(amounts === 'differ'),
    contrast: mark(worded.contrast),
    holdsAnother: mark(worded.holdsAnother),
  }
}
