import type { Ballots } from './ballots.ts'
import type { Inclusions } from './lists.ts'

/**
 * What a round of weighing needs to know of each candidate beside who votes for it. Votes are counted by weight. `base[c]` is what does
 * not hang on reliabilities or rates: −Σ n ln n over the candidate's own votes and, by kind of error, over those against it.
 */
export interface Popularity {
  readonly base: Float64Array
  /** Votes for candidates that leave out some of this one's words; null where values are not compared as lists. */
  readonly shorter: Float64Array | null
  /** Votes for candidates that add words. */
  readonly longer: Float64Array | null
  /** All other votes against it; null likewise. */
  readonly other: Float64Array | null
  /** Votes for the candidate itself. */
  readonly own: Float64Array
  /** All votes on an object. */
  readonly voices: Float64Array
  /** `base` of an object's candidate that nobody gives: all votes are against it. */
  readonly none: Float64Array
}

/** How often a wrong value is the right one with words left out, with words added, or another; they sum to 1. */
export interface ErrorRates {
  readonly shorter: number
  readonly longer: number
  readonly other: number
}

export const ONLY_OTHER: ErrorRates = { shorter: 0, longer: 0, other: 1 }
export const EQUAL_RATES: ErrorRates = { shorter: 1 / 3, longer: 1 / 3, other: 1 / 3 }

/** n ln n; 0 at 0, and for what rounding leaves below. */
const entropy = (n: number): number => (n > 1e-9 ? n * Math.log(n) : 0)

export const popularityOf = (ballots: Ballots, weight: Float32Array, inclusions: Inclusions | null): Popularity => {
  const { objects, candidates, candidateStart, voteStart } = ballots
  const [base, own] = [new Float64Array(candidates), new Float64Array(candidates)]
  const [voices, none] = [new Float64Array(objects), new Float64Array(objects)]
  const kind = (): Float64Array | null => (inclusions === null ? null : new Float64Array(candidates))
  const [shorter, longer, other] = [kind(), kind(), kind()]
  for (let candidate = 0; candidate < candidates; candidate++) {
    let sum = 0
    for (let n = voteStart[candidate] ?? 0; n < (voteStart[candidate + 1] ?? 0); n++) sum += weight[n] ?? 0
    own[candidate] = sum
  }
  inclusions?.part.forEach((part, n) => {
    const whole = inclusions.whole[n] ?? 0
    if (shorter !== null) shorter[whole] = (shorter[whole] ?? 0) + (own[part] ?? 0)
    if (longer !== null) longer[part] = (longer[part] ?? 0) + (own[whole] ?? 0)
  })
  for (let object = 0; object < objects; object++) {
    const from = candidateStart[object] ?? 0
    const to = candidateStart[object + 1] ?? 0
    let all = 0
    for (let candidate = from; candidate < to; candidate++) all += own[candidate] ?? 0
    voices[object] = all
    none[object] = -entropy(all)
    for (let candidate = from; candidate < to; candidate++) {
      const less = shorter?.[candidate] ?? 0
      const more = longer?.[candidate] ?? 0
      const self = own[candidate] ?? 0
      const rest = all - self - less - more
      base[candidate] = -entropy(self) - entropy(less) - entropy(more) - entropy(rest)
      if (other !== null) other[candidate] = rest
    }
  }
  return { base, shorter, longer, other, own, voices, none }
}

/** ln of the chance of the errors' kinds, were the candidate right: to be added to its base. `logs` are those of the rates. */
export const kindScore = ({ shorter, longer, other }: Popularity, candidate: number, logs: ErrorRates): number => {
  if (shorter === null || longer === null || other === null) return 0
  return (shorter[candidate] ?? 0) * logs.shorter + (longer[candidate] ?? 0) * logs.longer + (other[candidate] ?? 0) * logs.other
}
