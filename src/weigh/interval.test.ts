import { describe, expect, it } from 'vitest'
import type { Origin } from '../core/origin.ts'
import type { SourceId } from '../core/source.ts'
import { betaLogits } from './beta.ts'
import { evidenceOf, logitOf, originOf, sourceNamed, standardWith, verdictOn } from './dossier.fixture.ts'
import { standardAssumptions as table } from './assumptions.ts'
import { orderFrom } from './shuffle.ts'

const SIZE = 20_000

/** Draws from a Beta distribution in an order of their own: plain Monte Carlo, for comparison. */
const drawsOf = (mean: number, concentration: number, seed: number): readonly number[] => {
  const logits = betaLogits(mean, concentration, SIZE)
  return Array.from(orderFrom(seed, SIZE), (at) => 1 / (1 + Math.exp(-(logits[at] ?? 0))))
}

const fifthAndNinetyFifth = (values: readonly number[]): readonly [number, number] => {
  const sorted = values.toSorted((a, b) => a - b)
  return [sorted[SIZE * 0.05]!, sorted[SIZE * 0.95]!]
}

const kOf = (name: 'access.witness' | 'access.unknown'): number =>
  table['grade.F'] * table[name] * table['certainty.certain'] * table.unbacked

describe('the interval', () => {
  const witness: Partial<Origin> = { access: 'witness' }
  const sources = [sourceNamed('pilot'), sourceNamed('cook')]

  it('is that of plain Monte Carlo over k, g and q', () => {
    const [k1, k2] = [drawsOf(kOf('access.witness'), 2, 1), drawsOf(kOf('access.unknown'), 2, 2)]
    const [g1, g2] = [drawsOf(0.5, 10, 3), drawsOf(0.5, 10, 4)]
    const q = drawsOf(0.6, 6, 5)
    const nats = k1.map((k, n) => {
      const supports = Math.log((k + (1 - k) * g1[n]!) / ((1 - k) * g1[n]!))
      const h = 1 - g2[n]!
      const contradicts = Math.log((k2[n]! + (1 - k2[n]!) * h) / ((1 - k2[n]!) * h))
      return supports - contradicts + Math.log((1 - q[n]!) * table['item.photo'] + q[n]!)
    })
    const expected = fifthAndNinetyFifth(nats).map((each) => 1 / (1 + Math.exp(-each)))
    const { interval } = verdictOn([originOf('pilot', witness), originOf('cook', { side: 'contradicts' })], {
      sources,
      evidence: [evidenceOf('deck')],
    })
    expect(Math.abs(interval[0] - expected[0]!)).toBeLessThan(0.03)
    expect(Math.abs(interval[1] - expected[1]!)).toBeLessThan(0.03)
  })

  it('is right for one line too', () => {
    const [k1, k2] = [drawsOf(kOf('access.witness'), 2, 1), drawsOf(kOf('access.unknown'), 2, 2)]
    const [g1, g2] = [drawsOf(0.5, 10, 3), drawsOf(0.5, 10, 4)]
    const says = (k: number, g: number, so: boolean): number => (so ? k : 0) + (1 - k) * g
    const c = table['one-line']
    const nats = k1.map((k, n) => {
      const heard = (so: boolean): number => c * says(k, g1[n]!, so) + (1 - c) * says(k, g1[n]!, so) * says(k2[n]!, g2[n]!, so)
      return Math.log(heard(true) / heard(false))
    })
    const expected = fifthAndNinetyFifth(nats).map((each) => 1 / (1 + Math.exp(-each)))
    const affiliation = 'src_line' as SourceId
    const { interval } = verdictOn([originOf('pilot', { ...witness, affiliation }), originOf('cook', { affiliation })], {
      sources,
    })
    expect(Math.abs(interval[0] - expected[0]!)).toBeLessThan(0.03)
    expect(Math.abs(interval[1] - expected[1]!)).toBeLessThan(0.03)
  })

  it('stays wide for a source that nobody graded, and narrows with grades and with more voices', () => {
    const width = (origins: readonly Origin[], grade: 'C' | 'F'): number => {
      const { interval } = verdictOn(origins, { sources: sources.map((source) => ({ ...source, grade })) })
      return interval[1] - interval[0]
    }
    const [pilot, cook] = [originOf('pilot', witness), originOf('cook', witness)]
    expect(table['grade.C']).toBe(table['grade.F'])
    expect(width([pilot], 'F')).toBeGreaterThan(2 * width([pilot], 'C'))
    expect(width([pilot, cook], 'F')).toBeLessThan(width([pilot], 'F'))
  })

  it('holds its probability where a hundred agree', () => {
    const crowd = Array.from({ length: 100 }, (_, n) => originOf(`${n}`, { root: null, access: 'hearsay' }))
    const { interval, probability } = verdictOn(crowd)
    expect(interval[0]).toBeLessThanOrEqual(probability)
    expect(interval[1]).toBeGreaterThanOrEqual(probability)
    expect(logitOf(interval[0])).toBeGreaterThan(5)
  })

  it('closes on the probability as everything becomes sure', () => {
    const sure = { 'concentration.ungraded': 1e6, 'concentration.interest': 1e6 }
    const { interval, probability } = verdictOn([originOf('pilot')], { sources, assumptions: standardWith(sure) })
    expect(interval[1] - interval[0]).toBeLessThan(0.01)
    expect(Math.abs(interval[0] - probability)).toBeLessThan(0.01)
  })
})
