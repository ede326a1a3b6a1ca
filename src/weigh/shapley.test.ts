import { array, assert, double, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heardTogether, weightOf, type Weight } from './chorus.ts'
import { sumOf } from './dossier.fixture.ts'
import { natsOf, type Likelihood } from './likelihood.ts'
import { sharesOf } from './shapley.ts'

const weights = record({ k: double({ min: 0, max: 0.95, noNaN: true }), h: double({ min: 0.05, max: 0.95, noNaN: true }) }).map(
  weightOf,
)

const ordersOf = (count: number): readonly (readonly number[])[] =>
  count === 0
    ? [[]]
    : ordersOf(count - 1).flatMap((order) => Array.from({ length: count }, (_, at) => order.toSpliced(at, 0, count - 1)))

/** The mean over every order of what each voice adds: the definition. */
const sharesByOrders = (voices: readonly Weight[], oneLine: number): readonly number[] => {
  const orders = ordersOf(voices.length)
  const upTo = (order: readonly number[], end: number): number =>
    natsOf(
      heardTogether(
        order.slice(0, end).map((at) => voices[at]!),
        oneLine,
      ),
    )
  return voices.map(
    (_, at) => sumOf(orders.map((order) => upTo(order, order.indexOf(at) + 1) - upTo(order, order.indexOf(at)))) / orders.length,
  )
}

const nats = (each: readonly Likelihood[]): readonly number[] => each.map(natsOf)

describe('Shapley shares', () => {
  it('are what each voice adds, over every order', () => {
    assert(
      property(
        array(weights, { minLength: 1, maxLength: 5 }),
        double({ min: 0.05, max: 0.95, noNaN: true }),
        (voices, oneLine) => {
          const { each, error } = sharesOf(voices, oneLine)
          const slow = sharesByOrders(voices, oneLine)
          expect(error).toBe(0)
          nats(each).forEach((share, at) => {
            expect(share).toBeCloseTo(slow[at]!, 10)
          })
        },
      ),
      { numRuns: 60, seed: 3 },
    )
  })

  it('sum to the whole when they are sampled, and say how far off each may be', () => {
    const voices = Array.from({ length: 14 }, (_, n) => weightOf({ k: 0.05 + 0.06 * n, h: n % 3 === 0 ? 0.9 : 0.5 }))
    const { each, error } = sharesOf(voices, 0.6)
    const whole = natsOf(heardTogether(voices, 0.6))
    expect(sumOf(nats(each))).toBeCloseTo(whole, 10)
    expect(error).toBeGreaterThan(0)
    expect(error).toBeLessThan(0.1 * whole)
    expect(sharesOf(voices, 0.6)).toEqual({ each, error })
  })

  it('are right within a few of their errors when they are sampled', () => {
    const pair = [weightOf({ k: 0.7, h: 0.5 }), weightOf({ k: 0.3, h: 0.5 })]
    const silent = weightOf({ k: 0, h: 0.5 })
    // Voices that know nothing change no share of the others in either way of hearing them, so twelve can be checked against two.
    const { each, error } = sharesOf([...pair, ...Array.from({ length: 10 }, () => silent)], 0)
    nats(sharesOf(pair, 0).each).forEach((share, at) => {
      expect(Math.abs(natsOf(each[at]!) - share)).toBeLessThanOrEqual(4 * error + 1e-9)
    })
  })
})
