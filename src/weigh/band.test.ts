import { describe, expect, it } from 'vitest'
import type { Band } from '../core/verdict.ts'
import { bandOf } from './band.ts'
import { logitOf } from './dossier.fixture.ts'
import type { Footing } from './reckoning.ts'

const footing = (lines: number, known = false): Footing => ({ nats: 1, entries: lines + (known ? 1 : 0), lines, known })
const nothing = footing(0)

const banded = (p: number, [supports, contradicts]: readonly [Footing, Footing], prior = 0.5): Band =>
  bandOf({ prior: logitOf(prior), logOdds: logitOf(p), supports, contradicts }, () => [logitOf(0.2), logitOf(0.9)])

describe('the band', () => {
  it.each<[number, readonly [Footing, Footing], Band]>([
    [0.5, [nothing, nothing], 'unverifiable'],
    [0.97, [nothing, nothing], 'unverifiable'],
    [0.96, [footing(2), nothing], 'established'],
    [0.96, [footing(1, true), nothing], 'established'],
    [0.96, [footing(0, true), footing(1)], 'established'],
    [0.96, [footing(1), footing(2)], 'likely'],
    [0.94, [footing(3, true), nothing], 'likely'],
    [0.71, [footing(1), footing(1)], 'likely'],
    [0.69, [footing(1), footing(1)], 'contested'],
    [0.31, [footing(1), footing(1)], 'contested'],
    [0.69, [footing(3), nothing], 'unverifiable'],
    [0.31, [nothing, footing(3)], 'unverifiable'],
    [0.29, [footing(1), footing(1)], 'unlikely'],
    [0.06, [nothing, footing(3, true)], 'unlikely'],
    [0.04, [footing(2), footing(1)], 'unlikely'],
    [0.04, [nothing, footing(2)], 'refuted'],
    [0.04, [footing(2), footing(1, true)], 'refuted'],
  ])('of %d resting on %j is %s', (p, footings, band) => {
    expect(banded(p, footings)).toBe(band)
  })

  it('is unverifiable where the prior leans, one side is silent and the interval spans the middle', () => {
    expect(banded(0.75, [footing(2), nothing], 0.2)).toBe('unverifiable')
    expect(banded(0.75, [footing(2), footing(1)], 0.2)).toBe('likely')
    expect(banded(0.75, [footing(2), nothing], 0.5)).toBe('likely')
  })
})
