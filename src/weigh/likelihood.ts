/** How somebody on one side speaks: tied to the truth with probability `k`; when not tied, saying what it says anyway with probability `h`. */
export interface Tie {
  /** In [0, 1). */
  readonly k: number
  /** In (0, 1): g for those who support the claim, 1 − g for those who contradict it. */
  readonly h: number
}

/**
 * Natural logarithms of the probability that a thing was said or offered: where it is as said (`so`), and where it is not. Written
 * from the speaker's own side, a denial is an affirmation of the opposite, and one formula serves both.
 */
export interface Likelihood {
  readonly so: number
  readonly not: number
}

export const SILENCE: Likelihood = { so: 0, not: 0 }

/** P(says | so) = k + (1 − k) h; P(says | not so) = (1 − k) h. */
export const likelihoodOf = ({ k, h }: Tie): Likelihood => ({ so: Math.log(k + (1 - k) * h), not: Math.log((1 - k) * h) })

/** Log likelihood ratio in nats for the speaker's own side, never negative. */
export const natsOf = ({ so, not }: Likelihood): number => so - not

/** Of things independent of each other. */
export const both = (a: Likelihood, b: Likelihood): Likelihood => ({ so: a.so + b.so, not: a.not + b.not })

/** ln(share · e^a + (1 − share) · e^b), without overflow; `share` in [0, 1]. */
export const mixedLogs = (share: number, a: number, b: number): number => {
  const top = Math.max(a, b)
  return top === -Infinity ? top : top + Math.log(share * Math.exp(a - top) + (1 - share) * Math.exp(b - top))
}
