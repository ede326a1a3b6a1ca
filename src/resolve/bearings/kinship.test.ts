import { describe, expect, it } from 'vitest'
import { kinshipOf } from './kinship.ts'
import { stemOf } from './stem.ts'
import { WORD_FAMILIES } from './word-families.data.ts'

describe('kinshipOf', () => {
  it.each([
    ['sank', 'sinking', 'same'],
    ['ferry', 'vessel', 'kin'],
    ['drowned', 'died', 'kin'],
    ['closed', 'open', 'opposite'],
    ['safe', 'unsafe', 'opposite'],
    ['failed', 'passed', 'opposite'],
    ['ferry', 'cheese', null],
  ])('%s and %s: %s', (a, b, kinship) => {
    expect(kinshipOf(stemOf(a), stemOf(b))).toBe(kinship)
    expect(kinshipOf(stemOf(b), stemOf(a))).toBe(kinship)
  })

  it('reads a table in which every family has two words and no side repeats one', () => {
    for (const family of WORD_FAMILIES) {
      const sides = family.split(' | ').map((side) => side.split(' ').map(stemOf))
      expect(sides.flat().length, family).toBeGreaterThan(1)
      expect(sides.length, family).toBeLessThanOrEqual(2)
      for (const side of sides) expect(new Set(side).size, family).toBe(side.length)
    }
  })
})
