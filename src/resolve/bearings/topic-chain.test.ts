import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chancesOf, pairChancesOf, sumsOf, type Passing } from './topic-chain.ts'

/** Every way to read the statements, with its score: the slow way. */
const readings = (
  scores: readonly (readonly number[])[],
  passing: Passing,
): readonly { states: readonly number[]; nats: number }[] => {
  const count = (scores[0]?.length ?? 0) + 1
  const pass = (from: number, to: number): number => {
    if (from === 0) return to === 0 ? 0 : passing.enter
    if (to === 0) return passing.leave
    return from === to ? passing.stay : passing.turn
  }
  let found: readonly { states: readonly number[]; nats: number }[] = [{ states: [], nats: 0 }]
  for (const row of scores) {
    found = found.flatMap(({ states, nats }) =>
      Array.from({ length: count }, (_, to) => {
        const last = states.at(-1)
        const step = last === undefined ? (to === 0 ? 0 : passing.start) : pass(last, to)
        return { states: [...states, to], nats: nats + step + (to === 0 ? 0 : (row[to - 1] ?? 0)) }
      }),
    )
  }
  return found
}

const nats = fc.double({ min: -4, max: 4, noNaN: true })
const passings = fc.record({ stay: nats, turn: nats, enter: nats, leave: nats, start: nats })
const tables = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 5 }))
  .chain(([claims, statements]) =>
    fc.array(fc.array(nats, { minLength: claims, maxLength: claims }), { minLength: statements, maxLength: statements }),
  )

describe('topic chain', () => {
  it('gives the probabilities that counting every reading gives', () => {
    fc.assert(
      fc.property(tables, passings, (scores, passing) => {
        const sums = sumsOf(scores, passing)
        const all = readings(scores, passing)
        const total = all.reduce((sum, reading) => sum + Math.exp(reading.nats), 0)
        const share = (holds: (states: readonly number[]) => boolean): number =>
          all.filter(({ states }) => holds(states)).reduce((sum, reading) => sum + Math.exp(reading.nats), 0) / total
        expect(sums.total).toBeCloseTo(Math.log(total), 8)
        chancesOf(sums).forEach((row, at) => {
          row.forEach((chance, state) => {
            expect(chance).toBeCloseTo(
              share((states) => states[at] === state),
              8,
            )
          })
        })
        pairChancesOf(sums).forEach((table, at) => {
          table.forEach((row, from) => {
            row.forEach((chance, to) => {
              expect(chance).toBeCloseTo(
                share((states) => states[at] === from && states[at + 1] === to),
                8,
              )
            })
          })
        })
      }),
      { numRuns: 40, seed: 11 },
    )
  })

  it('has nothing to say of no statements', () => {
    expect(chancesOf(sumsOf([], { stay: 1, turn: 1, enter: 1, leave: 1, start: 1 }))).toEqual([])
  })
})
