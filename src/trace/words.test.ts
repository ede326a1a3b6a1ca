import { describe, expect, it } from 'vitest'
import { wordReader, wordsOf } from './words.ts'

describe('words', () => {
  it('meet without case, plural and possessive', () => {
    expect(wordsOf("The Council's plans, the council PLAN")).toEqual(['the', 'council', 'plan', 'the', 'council', 'plan'])
    expect(wordsOf('Ferries and buses pass a bus of gas')).toEqual(['ferry', 'and', 'buse', 'pass', 'a', 'bus', 'of', 'gas'])
  })

  it('keep numbers whole and lose their commas', () => {
    expect(wordsOf('12,000 of 3.5 m, in 2031.')).toEqual(['12000', 'of', '3.5', 'm', 'in', '2031'])
  })

  it('end at marks that join nothing', () => {
    expect(wordsOf('“Don’t,” she said—twice.')).toEqual(['don', 'she', 'said', 'twice'])
    expect(wordsOf("'quoted' and (so) on…")).toEqual(['quoted', 'and', 'so', 'on'])
  })

  it('hold letters of any script', () => {
    expect(wordsOf('Zürich, Łódź und Афины')).toEqual(['zürich', 'łódź', 'und', 'афины'])
  })

  it('are told with their places in the whole text', () => {
    const text = 'Not this. The deck sagged.'
    const found: [string, number][] = []
    wordReader((form) => form)(text, { start: 10, end: text.length }, (form, start) => found.push([form, start]))
    expect(found).toEqual([
      ['the', 10],
      ['deck', 14],
      ['sagged', 19],
    ])
  })
})
