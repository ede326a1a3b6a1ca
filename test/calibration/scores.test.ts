import { describe, expect, it } from 'vitest'
import { chanceOf } from '../../bench/planted-chance.ts'
import {
  binsOf,
  brierOf,
  eceByChance,
  eceOf,
  logScoreOf,
  voteShare,
  wilson,
  type Forecast,
} from '../../bench/calibration/scores.ts'

const forecasts = (probability: number, hits: number, misses: number): readonly Forecast[] => [
  ...Array.from({ length: hits }, () => ({ probability, isSo: true })),
  ...Array.from({ length: misses }, () => ({ probability, isSo: false })),
]

describe('scores', () => {
  it('are 0.25 and ln 2 for who always says one half', () => {
    expect(brierOf(forecasts(0.5, 3, 9))).toBe(0.25)
    expect(logScoreOf(forecasts(0.5, 3, 9))).toBeCloseTo(Math.LN2, 12)
  })

  it('are the means of their definitions', () => {
    const two = [...forecasts(0.8, 1, 0), ...forecasts(0.3, 0, 1)]
    expect(brierOf(two)).toBeCloseTo((0.2 ** 2 + 0.3 ** 2) / 2, 12)
    expect(logScoreOf(two)).toBeCloseTo(-(Math.log(0.8) + Math.log(0.7)) / 2, 12)
  })

  it('let a certainty that was wrong cost much, but not everything', () => {
    expect(logScoreOf(forecasts(1, 0, 1))).toBeCloseTo(Math.log(1e6), 6)
    expect(logScoreOf(forecasts(0, 1, 0))).toBeCloseTo(Math.log(1e6), 6)
  })
})

describe('Wilson intervals', () => {
  // Newcombe 1998, Statistics in Medicine 17, table I: method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i are those of the literature', (hits, count, ...ends) => {
    for (const [at, end] of wilson(hits, count).entries()) expect(end).toBeCloseTo(ends[at]!, 4)
  })

  it('of nothing are everything, and of all reach 1', () => {
    expect(wilson(0, 0)).toEqual([0, 1])
    expect(wilson(7, 7)[1]).toBeCloseTo(1, 12)
  })
})

describe('bins', () => {
  it('hold every forecast once, an edge in the upper bin and 1 in the last', () => {
    const bins = binsOf([0, 0.05, 0.1, 0.55, 0.999, 1].flatMap((p) => forecasts(p, 1, 0)))
    expect(bins.map(({ count }) => count)).toEqual([2, 1, 0, 0, 0, 1, 0, 0, 0, 2])
    expect(bins[2]).toMatchObject({ low: 0.2, high: 0.3, given: null, share: null, interval: [0, 1] })
    expect(bins[0]?.given).toBeCloseTo(0.025, 12)
  })

  it('give the calibration error weighted by their counts', () => {
    const mixed = [...forecasts(0.75, 1, 1), ...forecasts(0.25, 1, 3)]
    expect(eceOf(mixed)).toBeCloseTo((2 * 0.25 + 4 * 0) / 6, 12)
  })
})

describe('the calibration error of chance', () => {
  it('is exact for one forecast and for two', () => {
    expect(eceByChance(forecasts(0.3, 1, 0))).toBeCloseTo(2 * 0.3 * 0.7, 12)
    expect(eceByChance(forecasts(0.5, 1, 1))).toBeCloseTo(0.25, 12)
  })

  it('is what true probabilities get on average', () => {
    const chance = chanceOf(5)
    const rounds = Array.from({ length: 400 }, () =>
      Array.from({ length: 50 }, () => {
        const probability = chance.unit()
        return { probability, isSo: chance.happens(probability) }
      }),
    )
    const mean = (of: (round: readonly Forecast[]) => number): number =>
      rounds.reduce((sum, round) => sum + of(round), 0) / rounds.length
    expect(Math.abs(mean(eceOf) - mean(eceByChance))).toBeLessThan(0.006)
  })

  it('falls with their number', () => {
    expect(eceByChance(forecasts(0.35, 2000, 0))).toBeLessThan(0.01)
  })
})

it('a vote is never certain', () => {
  expect([voteShare(0, 0), voteShare(3, 0), voteShare(0, 8)]).toEqual([0.5, 0.8, 0.1])
})
