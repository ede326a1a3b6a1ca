import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flushed, run, widthOf, wrapped, type StyledLine } from './styled-line.ts'

const textOf = (line: StyledLine): string => line.map(({ text }) => text).join('')

describe('wrapping', () => {
  it('hangs and indents', () => {
    const lines = wrapped([run('one two three four')], { width: 10, indent: 1, hang: 3 })
    expect(lines.map(textOf)).toEqual([' one two', '   three', '   four'])
  })

  it('keeps together a word whose style changes inside', () => {
    const lines = wrapped([run('see '), run('d1', 'strong'), run(', d2')], { width: 7, indent: 0, hang: 0 })
    expect(lines.map(textOf)).toEqual(['see d1,', 'd2'])
  })

  it('breaks what is longer than a line', () => {
    const lines = wrapped([run(`a ${'x'.repeat(12)} b`)], { width: 8, indent: 0, hang: 2 })
    expect(lines.map(textOf)).toEqual(['a xxxxxx', '  xxxxxx', '  b'])
  })

  it('is nothing for nothing', () => {
    expect(wrapped([run('  ')], { width: 8, indent: 2, hang: 2 })).toEqual([])
  })

  it('keeps every letter and no line over the width', () => {
    const word = fc.string({ unit: 'grapheme', maxLength: 30 })
    fc.assert(
      fc.property(fc.array(word), fc.integer({ min: 10, max: 60 }), (words, width) => {
        const text = words.join(' ').replace(/\s+/gu, ' ')
        const lines = wrapped([run(text)], { width, indent: 2, hang: 4 })
        expect(Math.max(0, ...lines.map(widthOf))).toBeLessThanOrEqual(width)
        expect(lines.map(textOf).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      }),
    )
  })
})

describe('flushing', () => {
  it('puts the right part at the end of the first line', () => {
    const lines = flushed([run('a title that wraps')], [run('×2')], { width: 14, indent: 0, hang: 2 })
    expect(lines.map(textOf)).toEqual(['a title     ×2', '  that', '  wraps'])
  })
})
