import { describe, expect, it } from 'vitest'
import { strengthOf } from './strength.ts'

describe('a likelihood ratio in words', () => {
  it.each([
    [1.5, 'no support'],
    [1 / 1.5, 'no support'],
    [5, 'weak support'],
    [1 / 5, 'weak support against'],
    [50, 'moderate support'],
    [500, 'moderately strong support'],
    [5_000, 'strong support'],
    [50_000, 'very strong support'],
    [5_000_000, 'extremely strong support'],
  ])('%d is %s', (ratio, words) => {
    expect(strengthOf(Math.log(ratio))).toBe(words)
  })
})
