import { describe, expect, it } from 'vitest'
import { standardAssumptions } from './assumptions.ts'
import { edgeOf, statement, sumOf } from './dossier.fixture.ts'
import { joinsOf, straysSay, SURE } from './joins.ts'

const statements = ['a', 'b', 'c', 'd'].map(statement)
const joined = (...edges: readonly (readonly [string, string, number])[]) =>
  joinsOf({ statements, edges: edges.map(([from, to, sure]) => edgeOf(from, to, sure)) })
const close = (...values: readonly number[]) => values.map((value) => expect.closeTo(value, 12) as number)

describe('the joins of an origin', () => {
  it('are sure where no edge is in doubt', () => {
    expect(joined()).toBe(SURE)
    expect(joined(['a', 'b', 1], ['b', 'c', 1])).toBe(SURE)
  })

  it('fail together, the least sure first', () => {
    expect(joined(['b', 'a', 0.9], ['c', 'a', 0.6])).toEqual(close(0.6, 0.3, 0.1))
    expect(joined(['b', 'a', 0.8], ['c', 'b', 0.8], ['d', 'c', 0.8])).toEqual(close(0.8, 0, 0, 0.2))
  })

  it('hold by the surest of the ways round', () => {
    expect(joined(['b', 'a', 0.5], ['a', 'c', 0.7], ['c', 'b', 0.9])).toEqual(close(0.7, 0.2, 0.1))
    expect(joined(['b', 'a', 0.4], ['b', 'a', 0.9])).toEqual(close(0.9, 0.1))
  })

  it('are no business of statements outside the origin', () => {
    expect(joined(['z', 'a', 0.5])).toEqual([1])
  })

  it('say something between nothing and what the strays would say for themselves', () => {
    const { so, not } = straysSay([0.6, 0.4], 0.5, standardAssumptions)
    const k = standardAssumptions.stray
    expect(so).toBeCloseTo(Math.log(sumOf([0.6, 0.4 * (k + (1 - k) * 0.5)])), 12)
    expect(not).toBeCloseTo(Math.log(sumOf([0.6, 0.4 * (1 - k) * 0.5])), 12)
    expect(straysSay(SURE, 0.5, standardAssumptions)).toEqual({ so: 0, not: 0 })
  })
})
