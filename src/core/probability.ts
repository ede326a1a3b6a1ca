import type { Brand } from './brand.ts'

/** A number in [0, 1]. */
export type Probability = Brand<number, 'Probability'>

/** Natural logarithm of odds, in nats; −∞ to +∞. */
export type LogOdds = Brand<number, 'LogOdds'>

/** A probability from a plain number. Throws where it is not in [0, 1]: that is a broken invariant, not bad input. */
export const probability = (value: number): Probability => {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`a probability lies between 0 and 1, not at ${value}`)
  return value as Probability
}

export const logOdds = (nats: number): LogOdds => nats as LogOdds

/** ln(p / (1 − p)). */
export const logit = (p: Probability): LogOdds => (Math.log(p) - Math.log1p(0 - p)) as LogOdds

/** The probability with these log odds; exact to rounding for |nats| up to about 700. */
export const logistic = (nats: number): Probability =>
  (nats >= 0 ? 1 / (1 + Math.exp(-nats)) : Math.exp(nats) / (1 + Math.exp(nats))) as Probability
