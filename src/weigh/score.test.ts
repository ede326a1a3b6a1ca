import { assert, double, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MeasuredMatch, SearchWorth } from '../core/score-worth.ts'
import { standardAssumptions } from './assumptions.ts'
import { scoreWorth, type ScoreInput } from './score.ts'

const SCORE = { value: 0.8 } as const
const CURVE = { ...SCORE, fmr: 1e-3, fnmr: 0.02 } as const

const measured = (input: ScoreInput): MeasuredMatch => {
  const worth = scoreWorth(input)
  if (!worth.ok || worth.value.kind !== 'measured') throw new Error('it has both rates')
  return worth.value
}

const searched = (input: ScoreInput): SearchWorth => {
  const { search } = measured(input)
  if (search === null) throw new Error('it has a gallery')
  return search
}

const sentenceOn = (input: ScoreInput): string => {
  const worth = scoreWorth(input)
  return worth.ok ? '' : worth.refusal.sentence
}

describe('a score without an error curve', () => {
  it.each([
    [{}, ['fmr', 'fnmr']],
    [{ fmr: 1e-3, gallery: 25_000 }, ['fnmr']],
    [{ fnmr: 0.02 }, ['fmr']],
  ])('is worth nothing with %j', (known, missing) => {
    expect(scoreWorth({ ...SCORE, ...known })).toMatchObject({
      ok: true,
      value: { kind: 'bare', missing, worth: { ratio: 1, nats: 0 } },
    })
  })

  it('says what it took, and what is not known', () => {
    expect(scoreWorth(SCORE)).toMatchObject({
      value: {
        match: {
          value: 0.8,
          scale: 'similarity',
          fmr: null,
          fnmr: null,
          gallery: null,
          prior: standardAssumptions.prior,
        },
      },
    })
  })
})

describe('one comparison', () => {
  it('is worth (1 − FNMR) / FMR: 0.98 / 0.001 = 980', () => {
    const { bound, worth, search } = measured({ ...CURVE, gallery: 1 })
    expect(bound.ratio).toBeCloseTo(980, 9)
    expect(bound.nats).toBeCloseTo(Math.log(980), 12)
    expect(worth).toEqual(bound)
    // From even odds 980 to 1: of 981 matches one is false.
    expect(search?.bestIsFalse.unranked).toBeCloseTo(1 / 981, 12)
    expect(search?.bestIsFalse.atLeast).toBeCloseTo(1 / 981, 12)
    expect(search?.count).toEqual({
      searches: 100_000,
      present: 50_000,
      named: 49_050,
      right: 49_000,
      wrong: 50,
      wrongAtLeast: 50,
    })
  })

  it('is all that can be said where nobody tells the gallery', () => {
    const { bound, worth, search, baseRate } = measured(CURVE)
    expect([worth, search]).toEqual([bound, null])
    expect(baseRate).toEqual({ searches: 10_000, candidates: 10_000, matches: 10 })
  })
})

describe('a search over 25,000', () => {
  const match = measured({ ...CURVE, gallery: 25_000 })

  it('divides the ratio by 25,000: 980 / 25,000 = 0.0392', () => {
    expect(match.worth.ratio).toBeCloseTo(0.0392, 12)
  })

  it('expects 25 false matches, and practically never none', () => {
    expect(match.baseRate).toEqual({ searches: 1, candidates: 25_000, matches: 25 })
    expect(match.search?.expectedFalseMatches).toBeCloseTo(25, 12)
    // 0.999^25,000 = e^−25.0125
    expect(1 - (match.search?.someFalseMatch ?? 0)).toBeCloseTo(Math.exp(-25.0125), 14)
  })

  it('finds the one sought in 20 of 1,000: 1,000 · ½ · 0.98 / 25 = 19.6', () => {
    expect(match.search?.count).toEqual({
      searches: 1_000,
      present: 500,
      named: 1_000,
      right: 20,
      wrong: 980,
      wrongAtLeast: 510,
    })
    expect(match.search?.bestIsFalse.unranked).toBeCloseTo(1 - 0.0196, 9)
    expect(match.search?.bestIsFalse.atLeast).toBeCloseTo(1 - 0.49, 9)
    expect(match.search?.ranked.ratio).toBeCloseTo(0.98, 9)
  })
})

/** Every world of a small gallery: where the one sought is, and who matches. */
const worldsOf = ({ fmr, fnmr, gallery, prior }: Required<Omit<ScoreInput, 'value' | 'scale'>>) => {
  const sums = { rightByChance: 0, rightRanked: 0, someThere: 0, someAbsent: 0 }
  for (let place = 0; place <= gallery; place++) {
    const isThere = place < gallery
    for (let matches = 1; matches < 2 ** gallery; matches++) {
      const called = Array.from({ length: gallery }, (_, at) => (matches & (1 << at)) !== 0)
      const chance = called.reduce((all, isCalled, at) => {
        const rate = at === place ? 1 - fnmr : fmr
        return all * (isCalled ? rate : 1 - rate)
      }, 1)
      if (!isThere) sums.someAbsent += chance
      else {
        sums.someThere += chance / gallery
        if (called[place] === true) {
          sums.rightRanked += chance / gallery
          sums.rightByChance += chance / gallery / called.filter(Boolean).length
        }
      }
    }
  }
  const some = prior * sums.someThere + (1 - prior) * sums.someAbsent
  return { ...sums, some }
}

const rates = { fmr: double({ min: 1e-6, max: 1, noNaN: true }), fnmr: double({ min: 0, max: 0.99, noNaN: true }) }
const priors = double({ min: 0.001, max: 0.999, noNaN: true })
const galleries = integer({ min: 1, max: 1_000_000_000 })
const runs = { numRuns: 300, seed: 7 }

describe('laws of a score', () => {
  it('agrees with the enumeration of every world', () => {
    assert(
      property(record({ ...rates, gallery: integer({ min: 1, max: 7 }), prior: priors }), (given) => {
        const input = { ...SCORE, ...given }
        const { rightByChance, rightRanked, someThere, someAbsent, some } = worldsOf(given)
        const { worth } = measured(input)
        const { bestIsFalse, ranked, someFalseMatch } = searched(input)
        expect(worth.ratio / (rightByChance / someAbsent)).toBeCloseTo(1, 9)
        expect(ranked.ratio / (rightRanked / someAbsent)).toBeCloseTo(1, 9)
        expect(someFalseMatch).toBeCloseTo(someAbsent, 9)
        expect(bestIsFalse.unranked).toBeCloseTo(1 - (given.prior * rightByChance) / some, 9)
        expect(bestIsFalse.atLeast).toBeCloseTo(1 - (given.prior * rightRanked) / some, 9)
        expect(someThere).toBeGreaterThan(0)
      }),
      runs,
    )
  })

  it('never goes above the bound of one comparison, and falls with the gallery', () => {
    assert(
      property(record({ ...rates, gallery: galleries, prior: priors }), (given) => {
        const input = { ...SCORE, ...given }
        const { bound, worth, search } = measured(input)
        const wider = measured({ ...input, gallery: given.gallery + 1 })
        expect(worth.ratio).toBeLessThanOrEqual(bound.ratio)
        expect(wider.worth.ratio).toBeLessThan(worth.ratio)
        expect(search?.ranked.ratio).toBeLessThanOrEqual(bound.ratio * (1 + 1e-12))
        expect(search?.ranked.ratio).toBeGreaterThanOrEqual(worth.ratio * (1 - 1e-12))
      }),
      runs,
    )
  })

  it('falls with each rate of error, and makes a false match likelier', () => {
    assert(
      property(record({ ...rates, gallery: galleries, prior: priors }), (given) => {
        const better = { ...SCORE, ...given, fmr: given.fmr / 2 }
        const surer = { ...SCORE, ...given, fnmr: given.fnmr / 2 }
        const { worth, search } = measured({ ...SCORE, ...given })
        for (const input of [better, surer]) {
          expect(measured(input).worth.ratio).toBeGreaterThanOrEqual(worth.ratio)
          expect(searched(input).bestIsFalse.unranked).toBeLessThanOrEqual((search?.bestIsFalse.unranked ?? 0) + 1e-12)
        }
        expect(measured(better).worth.ratio).toBeGreaterThan(worth.ratio)
      }),
      runs,
    )
  })

  it('has probabilities between 0 and 1, in order, and whole numbers that add up', () => {
    const any = record({ ...rates, fmr: double({ min: 1e-12, max: 1, noNaN: true }), gallery: galleries, prior: priors })
    assert(
      property(any, (given) => {
        const { baseRate } = measured({ ...SCORE, ...given })
        const { bestIsFalse, someFalseMatch, count } = searched({ ...SCORE, ...given })
        for (const share of [bestIsFalse.atLeast, bestIsFalse.unranked, someFalseMatch]) {
          expect(share).toBeGreaterThanOrEqual(0)
          expect(share).toBeLessThanOrEqual(1)
        }
        expect(bestIsFalse.atLeast).toBeLessThanOrEqual(bestIsFalse.unranked + 1e-12)
        for (const whole of [...Object.values({ ...count }), ...Object.values({ ...baseRate })])
          expect(Number.isSafeInteger(whole)).toBe(true)
        expect(count.right + count.wrong).toBe(count.named)
        expect(baseRate.candidates).toBe(baseRate.searches * given.gallery)
      }),
      runs,
    )
  })

  it('does not look at the score', () => {
    const one = measured({ ...CURVE, gallery: 25_000 })
    const other = measured({ ...CURVE, value: 99.9, gallery: 25_000 })
    expect(other).toEqual({ ...one, match: { ...one.match, value: 99.9 } })
  })

  it('goes as plain JSON', () => {
    const match = measured({ ...CURVE, gallery: 25_000 })
    expect(JSON.parse(JSON.stringify(match))).toEqual(match)
  })
})

describe('what cannot be meant', () => {
  it.each<[Partial<ScoreInput>, string]>([
    [{ value: Infinity }, 'The score is a number'],
    [{ scale: ' ' }, 'The scale takes the name'],
    [{ fmr: -0.1 }, 'The false match rate (FMR) lies between 0 and 1'],
    [{ fmr: 1.1 }, 'The false match rate (FMR) lies between 0 and 1'],
    [{ fmr: NaN }, 'The false match rate (FMR) lies between 0 and 1'],
    [{ fmr: 0 }, 'No test can show a false match rate (FMR) of 0'],
    [{ fnmr: 2 }, 'The false non-match rate (FNMR) lies between 0 and 1'],
    [{ fnmr: 1 }, 'A false non-match rate (FNMR) of 1'],
    [{ gallery: -1 }, 'The gallery is a whole number of candidates'],
    [{ gallery: 0 }, 'The gallery is a whole number of candidates'],
    [{ gallery: 2.5 }, 'The gallery is a whole number of candidates'],
    [{ prior: 0 }, 'The prior lies between 0 and 1 and is neither'],
    [{ prior: 1.5 }, 'The prior lies between 0 and 1 and is neither'],
  ])('is refused in one sentence: %j', (part, start) => {
    for (const known of [SCORE, CURVE]) {
      const sentence = sentenceOn({ ...known, ...part })
      expect(sentence.startsWith(start), sentence).toBe(true)
      expect(sentence).toMatch(/^[^\n]+\.$/u)
    }
  })
})
