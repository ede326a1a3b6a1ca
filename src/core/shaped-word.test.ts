import { describe, expect, it } from 'vitest'
import { textAt } from './span.ts'
import { shapedWords } from './shaped-word.ts'

const cut = (text: string): readonly string[] => shapedWords(text).map((word) => textAt(text, word))

describe('shapedWords', () => {
  it('cuts letters and digits from marks, at places of the text', () => {
    expect(cut('Mr. Ödön’s 2,000-mile “trip”')).toEqual([
      'Mr',
      '.',
      'Ödön',
      '’',
      's',
      '2',
      ',',
      '000',
      '-',
      'mile',
      '“',
      'trip',
      '”',
    ])
    expect(cut('')).toEqual([])
    expect(cut(' \n\t')).toEqual([])
    expect(cut('a😀b')).toEqual(['a', '😀', 'b'])
  })

  it('tells where paragraphs open', () => {
    expect(shapedWords('One two.\n\nThree').map(({ opens }) => opens)).toEqual([true, false, false, true])
  })

  it('gives another shape to another case, place among marks, and blank before it', () => {
    const shapeOf = (text: string, at: number): number => shapedWords(text)[at]?.shape ?? -1
    expect(shapeOf('dam', 0)).not.toBe(shapeOf('Dam', 0))
    expect(shapeOf('Dam', 0)).not.toBe(shapeOf('DAM', 0))
    expect(shapeOf('a dam', 1)).not.toBe(shapeOf('“a dam”', 2))
    expect(shapeOf('a dam', 1)).not.toBe(shapeOf('-dam', 1))
  })

  it('leaves quotations at the end of a paragraph', () => {
    const [, , , after] = shapedWords('"open\n\nafter x')
    expect(after?.shape).toBe(shapedWords('after x')[1]?.shape)
  })
})
