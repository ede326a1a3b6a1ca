import type { Assumptions } from './assumptions.ts'
import { betaLogits } from './beta.ts'
import { doubtOf, itemSays, type Item } from './item.ts'
import { natsOf, type Tie } from './likelihood.ts'

/** Points of the quasi-Monte Carlo sum; a power of two, since the second coordinate reverses bits. */
export const DRAWS = 256
const BITS = Math.log2(DRAWS)

/** Means are rounded to hundredths before they are spread: finer than the sampling error, and equal things share their draws. Never to 1. */
const STEPS = 100

/** n with its bits in reverse: the van der Corput sequence in base 2. With n itself it makes Hammersley's points. */
const REVERSED = Uint16Array.from({ length: DRAWS }, (_, n) => {
  let reversed = 0
  for (let bit = 0; bit < BITS; bit++) reversed |= ((n >>> bit) & 1) << (BITS - 1 - bit)
  return reversed
})

/** What is uncertain in a voice, at each of Hammersley's points. */
export interface VoiceDraws {
  /** k / (1 − k). */
  readonly odds: Float64Array
  readonly h: Float64Array
  /** ln(1 + odds / h): the log likelihood ratio, from the voice's own side. */
  readonly nats: Float64Array
}

/** Draws under one set of assumptions; equal things share them, and differ only in the order in which they take them. */
export interface Draws {
  /** `graded`: whether the source has a grade other than F. */
  readonly ofVoice: (tie: Tie, graded: boolean) => VoiceDraws
  /** Nats of a thing, from its own side. */
  readonly ofItem: (item: Item) => Float64Array
}

const remembered = <Key, Value>(compute: (key: Key) => Value): ((key: Key) => Value) => {
  const held = new Map<Key, Value>()
  return (key) => {
    const known = held.get(key)
    if (known !== undefined) return known
    const value = compute(key)
    held.set(key, value)
    return value
  }
}

/** x / (1 − x) at the quantiles of x, by the mean of x. */
type Spread = (mean: number) => Float64Array

const spreadOf = (concentration: number): Spread => {
  const byStep = remembered((step: number) => betaLogits(step / STEPS, concentration, DRAWS).map(Math.exp))
  return (mean) => byStep(Math.min(STEPS - 1, Math.round(mean * STEPS)))
}

const shareOf = (odds: number): number => odds / (1 + odds)

/** A bare score makes a thing no likelier; it only widens the doubt about it, to that about a source nobody has graded. */
const doubtSpread = ({ score }: Item, item: Spread, ungraded: Spread): Spread => (score === null ? item : ungraded)

export const drawsUnder = (assumptions: Assumptions): Draws => {
  const ungraded = spreadOf(assumptions['concentration.ungraded'])
  const graded = spreadOf(assumptions['concentration.graded'])
  const interest = spreadOf(assumptions['concentration.interest'])
  const item = spreadOf(assumptions['concentration.item'])
  const slant = remembered((mean: number) => {
    const odds = interest(mean)
    const h = odds.map((_, n) => shareOf(odds[REVERSED[n] ?? 0] ?? 0))
    return { h, nats: remembered((oddsOfK: Float64Array) => oddsOfK.map((each, n) => Math.log1p(each / (h[n] ?? 1)))) }
  })
  return {
    ofVoice: (tie, isGraded) => {
      const odds = (isGraded ? graded : ungraded)(tie.k)
      const { h, nats } = slant(tie.h)
      return { odds, h, nats: nats(odds) }
    },
    ofItem: (thing) =>
      doubtSpread(
        thing,
        item,
        ungraded,
      )(doubtOf(thing, assumptions)).map((odds) => natsOf(itemSays(thing.kind, shareOf(odds), assumptions))),
  }
}
