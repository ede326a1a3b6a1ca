import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ownersOf, windowsOf } from './window.ts'

const size = { budget: 20, overlap: 5 }
const words = fc.array(fc.record({ cost: fc.integer({ min: 1, max: 30 }), opens: fc.boolean() }), { maxLength: 120 })

describe('windowsOf', () => {
  it('covers every word, in order, and ends', () => {
    fc.assert(
      fc.property(words, (measured) => {
        const windows = windowsOf(measured, size)
        let covered = 0
        for (const { start, end } of windows) {
          expect(start).toBeLessThanOrEqual(covered)
          expect(end).toBeGreaterThan(covered)
          covered = end
        }
        expect(covered).toBe(measured.length)
      }),
    )
  })

  it('keeps to the budget but for a word that alone is larger', () => {
    fc.assert(
      fc.property(words, (measured) => {
        for (const { start, end } of windowsOf(measured, size)) {
          const cost = measured.slice(start, end).reduce((sum, word) => sum + word.cost, 0)
          expect(end - start === 1 || cost <= size.budget).toBe(true)
        }
      }),
    )
  })

  it('gives each word to a window that holds it', () => {
    fc.assert(
      fc.property(words, (measured) => {
        const windows = windowsOf(measured, size)
        ownersOf(windows, measured.length).forEach((owner, word) => {
          const window = windows[owner]!
          expect(window.start <= word && word < window.end).toBe(true)
        })
      }),
    )
  })

  it('starts and ends at paragraphs where they are near', () => {
    const measured = Array.from({ length: 40 }, (_, at) => ({ cost: 1, opens: at === 12 || at === 18 }))
    expect(windowsOf(measured, size)).toEqual([
      { start: 0, end: 18 },
      { start: 12, end: 32 },
      { start: 27, end: 40 },
    ])
  })

  it('reads a word where most of the text around it is seen', () => {
    const measured = Array.from({ length: 30 }, () => ({ cost: 1, opens: false }))
    const windows = windowsOf(measured, size)
    const owners = ownersOf(windows, 30)
    expect(windows).toEqual([
      { start: 0, end: 20 },
      { start: 15, end: 30 },
    ])
    expect([owners[0], owners[16], owners[18], owners[29]]).toEqual([0, 0, 1, 1])
  })
})
