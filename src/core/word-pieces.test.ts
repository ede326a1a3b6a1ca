import { describe, expect, it } from 'vitest'
import { wordPieces } from './word-pieces.ts'

const VOCABULARY = ['[UNK]', 'dam', '##s', '##age', 'da', '##m', 'naive', '.']

describe('wordPieces', () => {
  const pieces = wordPieces(VOCABULARY)

  it('takes the longest piece first', () => {
    expect(pieces('dams')).toEqual([1, 2])
    expect(pieces('damage')).toEqual([1, 3])
  })

  it('reads without case and accents', () => {
    expect(pieces('DAMS')).toEqual([1, 2])
    expect(pieces('naïve')).toEqual([6])
  })

  it('takes a word with an unknown part, and one without end, for unknown', () => {
    expect(pieces('damx')).toEqual([0])
    expect(pieces('dam'.repeat(100))).toEqual([0])
    expect(pieces('\u0301')).toEqual([0])
  })

  it('gives the same the second time', () => {
    expect(pieces('dams')).toEqual(pieces('dams'))
  })
})
