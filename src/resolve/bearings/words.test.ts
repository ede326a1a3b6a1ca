import { describe, expect, it } from 'vitest'
import { speaksOfFuture, wordsOf } from './words.ts'

const named = (text: string): readonly string[] =>
  wordsOf(text)
    .filter((word) => word.name)
    .map((word) => word.lower)
const turned = (text: string): readonly string[] => {
  const words = wordsOf(text)
  const clauses = new Set(words.filter((word) => word.negates).map((word) => word.clause))
  return words.filter((word) => clauses.has(word.clause)).map((word) => word.lower)
}

describe('wordsOf', () => {
  it('points into the text', () => {
    const text = 'The cost: 1,200.50 crowns – “don’t ask”.'
    expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'The',
      'cost',
      '1,200.50',
      'crowns',
      'don’t',
      'ask',
    ])
  })

  it('knows names by capitals inside a sentence', () => {
    expect(named('Boats left Orvik. Boats came back to The Hague.')).toEqual(['orvik', 'hague'])
  })

  it.each([
    ['The gate was open, but the pump was not running', 'but the pump was not running'],
    ['They failed to close the gate', 'they failed to close the gate'],
    ['The gate failed the test', ''],
    ['If the gate had not been shut, we would have drowned', ''],
    ['Pump No. 6 was running', ''],
    ['Nobody saw it', 'nobody saw it'],
  ])('finds the negated clause of: %s', (text, clause) => {
    expect(turned(text).join(' ')).toBe(clause)
  })
})

describe('speaksOfFuture', () => {
  it.each([
    ['the mill will close', true],
    ['the mill is to close', true],
    ["they'll close it", true],
    ['the mill has closed', false],
    ['it wants to close', false],
  ])('%s: %s', (text, future) => {
    expect(speaksOfFuture(wordsOf(text))).toBe(future)
  })
})
