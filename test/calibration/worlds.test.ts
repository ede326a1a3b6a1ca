import { describe, expect, it } from 'vitest'
import { betaDrawn } from '../../bench/calibration/beta-chance.ts'
import { eceOf, type Forecast } from '../../bench/calibration/scores.ts'
import { AS_ASSUMED, worldFrom, type Way } from '../../bench/calibration/worlds.ts'
import { chanceOf } from '../../bench/planted-chance.ts'
import { standardAssumptions } from '../../src/weigh/assumptions.ts'
import { weigh } from '../../src/weigh/weigh.ts'

const COUNT = 1500

const worldsOf = (way: Partial<Way> = {}, count = COUNT) =>
  Array.from({ length: count }, (_, at) => worldFrom(at + 1, { ...AS_ASSUMED, ...way }))

const forecastsOf = (way: Partial<Way>): readonly Forecast[] => {
  const worlds = worldsOf(way)
  const verdicts = weigh({
    claims: worlds.map(({ claim }) => claim),
    origins: worlds.flatMap(({ origins }) => origins),
    evidence: [],
    sources: worlds.flatMap(({ sources }) => sources),
    assumptions: standardAssumptions,
  })
  return worlds.map(({ isSo }, at) => ({ probability: verdicts[at]!.probability, isSo }))
}

const statementsIn = ({ origins }: ReturnType<typeof worldFrom>): number =>
  origins.reduce((sum, { statements }) => sum + statements.length, 0)

describe('numbers from a Beta distribution', () => {
  it.each([
    [0.62, 2],
    [0.1, 10],
    [0.05, 2],
    [0.87, 30],
  ])('have mean %f and the variance of concentration %f', (mean, concentration) => {
    const chance = chanceOf(3)
    const drawn = Array.from({ length: 40_000 }, () => betaDrawn(mean, concentration, chance))
    const found = drawn.reduce((sum, x) => sum + x, 0) / drawn.length
    const variance = drawn.reduce((sum, x) => sum + (x - found) ** 2, 0) / drawn.length
    const due = (mean * (1 - mean)) / (concentration + 1)
    expect(Math.abs(found - mean)).toBeLessThan(5 * Math.sqrt(due / drawn.length))
    expect(variance / due).toBeGreaterThan(0.95)
    expect(variance / due).toBeLessThan(1.05)
    expect(drawn.every((x) => x >= 0 && x <= 1)).toBe(true)
  })
})

describe('a world', () => {
  it('is the same from the same seed, and another from another', () => {
    expect(worldFrom(7)).toEqual(worldFrom(7))
    expect(worldFrom(8).origins).not.toEqual(worldFrom(7).origins)
  })

  it('has one article for each statement, whether its echoes are recognised or not', () => {
    for (const way of [{}, { missed: 0.3 }, { missed: 1, missedAs: 'knower' as const }])
      for (const world of worldsOf(way, 200))
        expect(world.articles.supports + world.articles.contradicts).toBe(statementsIn(world))
  })

  it('has the same voices in every way of being wrong', () => {
    const [right, missed] = [worldsOf({}, 200), worldsOf({ missed: 1 }, 200)]
    expect(missed.map(({ isSo, articles }) => ({ isSo, articles }))).toEqual(
      right.map(({ isSo, articles }) => ({ isSo, articles })),
    )
    expect(missed.every(({ origins }) => origins.every(({ statements }) => statements.length === 1))).toBe(true)
    const rootsOf = (world: (typeof right)[number]) => world.origins.map(({ root }) => root)
    for (const [at, world] of missed.entries()) expect(rootsOf(world)).toEqual(expect.arrayContaining(rootsOf(right[at]!)))
  })

  it('has shared affiliations, and deniers who gain by denying', () => {
    const origins = worldsOf().flatMap((world) => world.origins)
    expect(origins.filter(({ affiliation }) => affiliation !== null).length).toBeGreaterThan(300)
    const denying = origins.filter(({ interest }) => interest === 'disbelief')
    const share = denying.filter(({ side }) => side === 'contradicts').length / denying.length
    expect(denying.length).toBeGreaterThan(500)
    expect(share).toBeGreaterThan(0.65)
  })

  it('is so as often as the prior says', () => {
    const so = worldsOf({ prior: 0.3 }).filter(({ isSo }) => isSo).length / COUNT
    expect(Math.abs(so - 0.3)).toBeLessThan(0.04)
  })
})

describe('weighing of worlds', () => {
  it('is calibrated where the model is right about them', () => {
    expect(eceOf(forecastsOf({}))).toBeLessThan(0.04)
  })

  it.each([
    ['k is half', { tie: 0.5 }],
    ['echoes are missed', { missed: 0.3 }],
    ['fewer claims are so', { prior: 0.3 }],
  ])('is not where %s', (_, way) => {
    expect(eceOf(forecastsOf(way))).toBeGreaterThan(0.05)
  })
})
