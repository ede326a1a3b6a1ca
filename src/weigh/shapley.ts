import { heard, joinedBy, NOBODY, type Chorus, type Weight } from './chorus.ts'
import { SILENCE, type Likelihood } from './likelihood.ts'
import { orderFrom } from './shuffle.ts'

/** What each voice of a chorus adds to what the chorus says. */
export interface Shares {
  /** In the voices' order; they sum to the likelihood of the chorus. */
  readonly each: readonly Likelihood[]
  /** Largest standard error of a share's nats; 0 where the shares are exact. */
  readonly error: number
}

const EXACT_UP_TO = 10
/** Orders drawn where a chorus is too large, each heard forwards and backwards. */
const SAMPLED_ORDERS = 64

const minus = (a: Likelihood, b: Likelihood): Likelihood => ({ so: a.so - b.so, not: a.not - b.not })
const plus = (a: Likelihood, b: Likelihood, times: number): Likelihood => ({
  so: a.so + times * b.so,
  not: a.not + times * b.not,
})

/** What every subset of the voices says; subset n holds voice i where bit i of n is set. */
const subsetsOf = (voices: readonly Weight[], oneLine: number): readonly Likelihood[] => {
  const choruses: Chorus[] = [NOBODY]
  for (const voice of voices) choruses.push(...choruses.map((chorus) => joinedBy(chorus, voice)))
  return choruses.map((chorus) => heard(chorus, oneLine))
}

const bitsIn = (subset: number): number => {
  let bits = 0
  for (let rest = subset; rest > 0; rest &= rest - 1) bits++
  return bits
}

/** Weight of a subset of each size in the Shapley value: s! (n − s − 1)! / n!. */
const sizeWeights = (count: number): readonly number[] => {
  const weights = [1 / count]
  for (let size = 1; size < count; size++) weights.push(((weights[size - 1] ?? 0) * size) / (count - size))
  return weights
}

const exactShares = (voices: readonly Weight[], oneLine: number): Shares => {
  const said = subsetsOf(voices, oneLine)
  const weights = sizeWeights(voices.length)
  const each = voices.map((_, at) => {
    const bit = 1 << at
    let share = SILENCE
    said.forEach((without, subset) => {
      const withIt = said[subset | bit]
      if ((subset & bit) === 0 && withIt !== undefined) share = plus(share, minus(withIt, without), weights[bitsIn(subset)] ?? 0)
    })
    return share
  })
  return { each, error: 0 }
}

/** What each voice adds where the voices are heard in one order. */
const addedInOrder = (voices: readonly Weight[], order: readonly number[], oneLine: number): readonly Likelihood[] => {
  const added: Likelihood[] = voices.map(() => SILENCE)
  let chorus = NOBODY
  let before = SILENCE
  for (const at of order) {
    const voice = voices[at]
    if (voice === undefined) continue
    chorus = joinedBy(chorus, voice)
    const after = heard(chorus, oneLine)
    added[at] = minus(after, before)
    before = after
  }
  return added
}

const sampledShares = (voices: readonly Weight[], oneLine: number): Shares => {
  const sums: Likelihood[] = voices.map(() => SILENCE)
  const squares = voices.map(() => 0)
  for (let draw = 0; draw < SAMPLED_ORDERS; draw++) {
    const order = [...orderFrom(draw + 1, voices.length)]
    const forwards = addedInOrder(voices, order, oneLine)
    const backwards = addedInOrder(voices, order.reverse(), oneLine)
    sums.forEach((sum, at) => {
      const mean = plus(plus(SILENCE, forwards[at] ?? SILENCE, 0.5), backwards[at] ?? SILENCE, 0.5)
      sums[at] = plus(sum, mean, 1 / SAMPLED_ORDERS)
      squares[at] = (squares[at] ?? 0) + (mean.so - mean.not) ** 2 / SAMPLED_ORDERS
    })
  }
  const errors = sums.map(({ so, not }, at) =>
    Math.sqrt(Math.max(0, (squares[at] ?? 0) - (so - not) ** 2) / (SAMPLED_ORDERS - 1)),
  )
  return { each: sums, error: Math.max(...errors) }
}

/**
 * Shapley shares (Shapley 1953): what a voice adds, averaged over every order in which the voices could have been heard. Exact up to
 * 10 voices; past that the mean over a fixed sample of orders, each with its reverse (Castro, Gómez and Tejada 2009), with the
 * standard error. Sampled shares sum to the whole as exactly as the others, since every single order does.
 */
export const sharesOf = (voices: readonly Weight[], oneLine: number): Shares => {
  if (voices.length === 1) return { each: voices, error: 0 }
  return voices.length <= EXACT_UP_TO ? exactShares(voices, oneLine) : sampledShares(voices, oneLine)
}
