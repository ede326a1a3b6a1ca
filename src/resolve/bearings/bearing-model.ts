import type { BearingChance, Side, Stance } from '../../core/claim.ts'
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

/** What a trained reader says of a statement and a claim, by their positions; null where it was not asked. */
export type Reading = (statement: number, claim: number) => BearingChance | null

/** A reader's word, and its share in a weighted mean with the words' own score, both in nats: 0 leaves all to the words. */
export interface Weighed {
  readonly read: Reading
  readonly share: number
}

/** A reader that is certain is not believed beyond this, in nats. */
const FARTHEST = 6

const blended = (reader: number, words: number, share: number): number =>
  share * Math.max(-FARTHEST, Math.min(FARTHEST, reader)) + (1 - share) * words

/** For each statement and claim the probability that the statement is about the claim. */
export const aboutness = (
  pairs: readonly (readonly BearingPair[])[],
  { about, passing }: BearingWeights,
  { read, share }: Weighed = { read: () => null, share: 0 },
): readonly (readonly number[])[] =>
  chancesOf(
    sumsOf(
      pairs.map((row, statement) =>
        row.map((pair, claim) => {
          const words = scoreOf(pair.about, about)
          const chance = read(statement, claim)
          return chance === null ? words : blended(Math.log((1 - chance.none) / chance.none), words, share)
        }),
      ),
      passing,
    ),
  ).map(([, ...claims]) => claims)

/** The probability of each stance, given that the statement is about the claim; they sum to 1. */
export const stanceOdds = (
  features: StanceFeatures,
  weights: BearingWeights,
  { chance, share }: { readonly chance: BearingChance | null; readonly share: number } = { chance: null, share: 0 },
): Readonly<Record<Stance, number>> => {
  const scoreFor = (side: Side): number => {
    const words = scoreOf(features, weights[side])
    return chance === null ? words : blended(Math.log(chance[side] / chance.neutral), words, share)
  }
  const supports = Math.exp(scoreFor('supports'))
  const contradicts = Math.exp(scoreFor('contradicts'))
  const whole = 1 + supports + contradicts
  return { supports: supports / whole, contradicts: contradicts / whole, neutral: 1 / whole }
}
