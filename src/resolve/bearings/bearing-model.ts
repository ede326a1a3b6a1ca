import type { Stance } from '../../core/claim.ts'
import type { AboutFeatures } from './about-features.ts'
import type { BearingPair } from './bearing-pairs.ts'
import type { StanceFeatures } from './stance-features.ts'
import { chancesOf, sumsOf, type Passing } from './topic-chain.ts'

/** A weight for each feature, in nats per unit, and one that every pair gets. */
export type Weights<Features> = Readonly<Record<keyof Features | 'bias', number>>

/** Everything fitted: how telling each feature is. */
export interface BearingWeights {
  readonly about: Weights<AboutFeatures>
  readonly passing: Passing
  /** Against neutral, whose score is 0. */
  readonly supports: Weights<StanceFeatures>
  readonly contradicts: Weights<StanceFeatures>
}

const scoreOf = <Features extends object>(features: Features, weights: Weights<Features>): number => {
  let score: number = weights.bias
  for (const name in features) score += weights[name] * Number(features[name])
  return score
}

/** For each statement and claim the probability that the statement is about the claim. */
export const aboutness = (
  pairs: readonly (readonly BearingPair[])[],
  { about, passing }: BearingWeights,
): readonly (readonly number[])[] =>
  chancesOf(
    sumsOf(
      pairs.map((row) => row.map((pair) => scoreOf(pair.about, about))),
      passing,
    ),
  ).map(([, ...claims]) => claims)

/** The probability of each stance, given that the statement is about the claim; they sum to 1. */
export const stanceOdds = (features: StanceFeatures, weights: BearingWeights): Readonly<Record<Stance, number>> => {
  const supports = Math.exp(scoreOf(features, weights.supports))
  const contradicts = Math.exp(scoreOf(features, weights.contradicts))
  const whole = 1 + supports + contradicts
  return { supports: supports / whole, contradicts: contradicts / whole, neutral: 1 / whole }
}
