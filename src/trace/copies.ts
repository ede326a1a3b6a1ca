import type { EdgeKind } from '../core/origin.ts'
import { clearlyDiffer } from './knower.ts'
import type { Kinship } from './kinship.ts'
import type { Likeness } from './likeness.ts'
import type { Telling } from './telling.ts'
import { calledBy, SHOWN_FROM, type Tie } from './tie.ts'

/** A shorter quotation is shared by chance. In words. */
const TELLING_QUOTE = 6

/** A quotation is the same where nearly all of the shorter stands in the longer, in order: cut, not retold. */
const SAME_QUOTE = 0.8

/**
 * Log odds that one text was made from the other, before anything is known and for each sign: share of words in common, share in the
 * same order, each doubling of the weight in common, each word in a row beyond what chance or a name gives, a number in common, no number
 * in common where both give some, both being quotations, and another passage that the two documents surely share. Set by eye on
 * independent voices on one claim and on news reports of one rumour (`docs/rooms/trace.md`).
 */
const SIGNS = { none: -9.8, common: 2.5, ordered: 3, doubling: 2.7, run: 0.35, number: 0.5, clash: -2, quoted: 2, together: 1.5 }

/** More common weight than this is the length of the texts rather than a sign. */
const MOST_WEIGHT = 8
const MOST_NUMBERS = 2

/** Words in a row that names and set phrases give, and as many as say all that a run can say. */
const CHANCE_RUN = 4
const LONGEST_RUN = 10

const logistic = (x: number): number => 1 / (1 + Math.exp(-x))

/** What speaks for a copy besides the words. */
interface Setting {
  /** Both stand in quotation marks, the shorter nearly whole in the longer. */
  readonly quoted: boolean
  /** Their documents surely share another passage. */
  readonly together: boolean
}

/** Probability that one of two texts was made from the other. */
export const copySure = ({ common, ordered, weight, run, numbers, clash }: Likeness, { quoted, together }: Setting): number =>
  logistic(
    SIGNS.none +
      SIGNS.common * common +
      SIGNS.ordered * ordered +
      SIGNS.doubling * Math.log2(1 + Math.min(MOST_WEIGHT, weight)) +
      SIGNS.run * Math.max(0, Math.min(LONGEST_RUN, run) - CHANCE_RUN) +
      SIGNS.number * Math.min(MOST_NUMBERS, numbers) +
      (clash ? SIGNS.clash : 0) +
      (quoted ? SIGNS.quoted : 0) +
      (together ? SIGNS.together : 0),
  )

const VERBATIM = 0.97
const NEARLY = 0.75
const IN_ORDER = 0.8

const percent = (share: number): string => `${Math.round(100 * share)} %`

/** Passages tied at least so surely show that one document was made with the other at hand. */
const FIRM = 0.8

interface Pair {
  readonly from: Telling
  readonly to: Telling
  readonly likeness: Likeness
  readonly kind: Extract<EdgeKind, 'copies' | 'same-quote'>
  readonly sure: number
}

const isSameQuote = (from: Telling, to: Telling, { words, ordered }: Likeness): boolean =>
  from.statement.manner === 'direct' && to.statement.manner === 'direct' && words >= TELLING_QUOTE && ordered >= SAME_QUOTE

const reasonOf = ({ from, to, likeness, kind }: Pair): string => {
  const [later, earlier] = [calledBy(from.document), calledBy(to.document)]
  const { common, ordered, numbers } = likeness
  if (kind === 'same-quote') return `${later} prints the quotation that stands in ${earlier}`
  if (ordered >= VERBATIM) return `${later} repeats the passage of ${earlier} word for word`
  if (ordered >= NEARLY) return `${later} repeats the passage of ${earlier} nearly word for word`
  const order = ordered >= IN_ORDER * common ? ' in the same order' : ''
  return `${later} has ${percent(common)} of the telling words of ${earlier}${order}${numbers > 0 ? ', and the same numbers' : ''}`
}

/** Documents made with one another at hand, as pairs of their places: below 2⁵³ for up to 2²⁶ documents. */
const pairKey = (from: Telling, to: Telling): number => from.place * 2 ** 26 + to.place

/** A telling with the earlier ones that it may have been made from. */
interface Copyist {
  readonly from: Telling
  readonly candidates: readonly Telling[]
  readonly likeness: Kinship['likeness']
}

/** The candidate that a telling was most likely made from, if any. */
const likeliest = ({ from, candidates, likeness }: Copyist, together: ReadonlySet<number>): Pair | null => {
  let best: Pair | null = null
  for (const to of candidates) {
    if (clearlyDiffer(from.knower, to.knower)) continue
    const shares = likeness(from, to)
    const quoted = isSameQuote(from, to, shares)
    const sure = copySure(shares, { quoted, together: together.has(pairKey(from, to)) })
    if (best === null || sure > best.sure || (sure === best.sure && to.rank < best.to.rank)) {
      best = { from, to, likeness: shares, kind: quoted ? 'same-quote' : 'copies', sure }
    }
  }
  return best
}

const NONE: ReadonlySet<number> = new Set()

/**
 * `copies` and `same-quote` ties: each telling to the earlier one in another document that it was most likely made from. Two documents
 * that surely share one passage, on whatever claim, are believed more readily to share another.
 */
export const copyTies = (kinships: readonly Kinship[]): readonly Tie[] => {
  const copyists = kinships.flatMap(({ tellings, alike, likeness }) =>
    tellings.map((from): Copyist => ({ from, candidates: alike(from), likeness })),
  )
  const alone = copyists.map((copyist) => likeliest(copyist, NONE))
  const together = new Set(alone.flatMap((pair) => (pair !== null && pair.sure >= FIRM ? [pairKey(pair.from, pair.to)] : [])))
  const pairs = copyists.map((copyist, at) => {
    const pair = alone[at] ?? null
    const helped = copyist.candidates.some((to) => together.has(pairKey(copyist.from, to)))
    return pair !== null && pair.sure < FIRM && helped ? likeliest(copyist, together) : pair
  })
  return pairs.flatMap((pair) => {
    if (pair === null || pair.sure < SHOWN_FROM) return []
    const { from, to, kind, sure } = pair
    return { from, to, kind, force: 'likeness', rule: kind, sure, reason: reasonOf(pair) }
  })
}
