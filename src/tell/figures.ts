import { probability, type Probability } from '../core/probability.ts'
import type { ClaimExplanation } from './explanation.ts'
import { notes } from './notes.data.ts'
import { figured, percent } from './wording.ts'

const percentOf = (value: number): string => percent(probability(value))

export const intervalWords = ([low, high]: readonly [Probability | number, Probability | number]): string =>
  `${percentOf(low)} to ${percentOf(high)}`

/** The figures under a verdict: probability with interval, the three counts, and where the check started. */
export const figureLines = ({ probability: p, interval, prior, count }: ClaimExplanation): readonly [string, string, string] => [
  notes.figures(percentOf(p), intervalWords(interval)),
  [figured(count.articles, 'article'), figured(count.voices, 'voice'), figured(count.origins, 'origin')].join(', '),
  notes.start(percentOf(prior)),
]
