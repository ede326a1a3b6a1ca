import { assert, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assume, assumptionRows } from './assumptions.ts'
import { smallCases } from './cases.fixture.ts'
import { originOf, sourceNamed, verdictOn } from './dossier.fixture.ts'

const assumed = (name: string, value: number) => {
  const result = assume({ [name]: value })
  if (!result.ok) throw new Error(result.refusal.sentence)
  return result.value
}

describe('the tornado', () => {
  it('has the bars that weighing again with each row at its ends would have', () => {
    assert(
      property(smallCases(4), (small) => {
        const { tornado, probability, band } = verdictOn(small.origins, small)
        const bars = assumptionRows
          .map(({ name, low, high }) => {
            const [below, above] = [low, high].map((value) =>
              verdictOn(small.origins, { ...small, assumptions: assumed(name, value) }),
            )
            return {
              assumption: name,
              low: below!.probability,
              high: above!.probability,
              crosses: below!.band !== band || above!.band !== band,
            }
          })
          .filter(({ low, high }) => Math.max(Math.abs(low - probability), Math.abs(high - probability)) > 0.005)
          .sort((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low))
        expect(tornado).toHaveLength(Math.min(10, bars.length))
        tornado.forEach((bar, at) => {
          expect(Math.abs(bar.high - bar.low)).toBeCloseTo(Math.abs(bars[at]!.high - bars[at]!.low), 9)
          const again = bars.find(({ assumption }) => assumption === bar.assumption)!
          expect([bar.low, bar.high]).toEqual([again.low, again.high].map((value) => expect.closeTo(value, 9) as number))
          expect(bar.crosses).toBe(again.crosses)
        })
      }),
      { numRuns: 15, seed: 2 },
    )
  })

  it('always shows what the prior does', () => {
    const { tornado } = verdictOn([originOf('cook')], { sources: [sourceNamed('cook')] })
    expect(tornado[0]).toMatchObject({ assumption: 'prior', crosses: true })
  })
})
