import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestLabels, LABELS, roleWords, type Transitions } from './span-labels.ts'

const random = (values: readonly number[], count: number): number[] =>
  Array.from({ length: count }, (_, at) => values[at % values.length] ?? 0)

/** The score of a sequence of labels. */
const scoreOf = (labels: readonly number[], scores: readonly number[], { step, start, end }: Transitions): number =>
  labels.reduce(
    (sum, label, at) => sum + scores[at * LABELS + label]! + (at === 0 ? start[label]! : step[labels[at - 1]! * LABELS + label]!),
    end[labels.at(-1)!]!,
  )

const allSequences = (count: number): number[][] =>
  count === 0
    ? [[]]
    : allSequences(count - 1).flatMap((before) => Array.from({ length: LABELS }, (_, label) => [...before, label]))

describe('bestLabels', () => {
  it('finds what trying every sequence finds', () => {
    const value = fc.double({ min: -5, max: 5, noNaN: true })
    fc.assert(
      fc.property(fc.array(value, { minLength: 30, maxLength: 40 }), (values) => {
        const transitions = {
          step: random(values, LABELS * LABELS),
          start: random(values.toReversed(), LABELS),
          end: random(values.slice(7), LABELS),
        }
        const scores = random(values.slice(3), 3 * LABELS).map(Math.fround)
        const best = Math.max(...allSequences(3).map((labels) => scoreOf(labels, scores, transitions)))
        const found = bestLabels(Float32Array.from(scores), 3, transitions)
        expect(scoreOf([...found], scores, transitions)).toBeCloseTo(best, 9)
      }),
      { numRuns: 20 },
    )
  })

  it('gives nothing for no words', () => {
    expect(bestLabels(new Float32Array(), 0, { step: [], start: [], end: [] })).toHaveLength(0)
  })
})

describe('roleWords', () => {
  it('sorts words by role', () => {
    expect(roleWords(Uint8Array.from([1, 3, 0, 8, 9, 10, 11]))).toEqual({ source: [0, 1], cue: [3], content: [4, 5, 6] })
  })
})
