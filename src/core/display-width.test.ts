import { describe, expect, it } from 'vitest'
import { clipped, displayWidth } from './display-width.ts'

describe('display width', () => {
  it.each([
    ['plain', 5],
    ['é', 1],
    ['e\u0301', 1],
    ['漢字', 4],
    ['한국', 4],
    ['ｆ', 2],
    ['👩‍👩‍👧', 2],
    ['❤️', 2],
    ['“a”', 3],
    ['●■▲○◆▣', 6],
    ['70\u00A0%', 4],
    ['', 0],
  ])('%s fills %i columns', (text, columns) => {
    expect(displayWidth(text)).toBe(columns)
  })
})

describe('clipping', () => {
  it('leaves alone what fits', () => {
    expect(clipped('water in bay three', 18)).toBe('water in bay three')
  })

  it('cuts between words where little is lost, and says so', () => {
    expect(clipped('water in bay three, board told', 21)).toBe('water in bay three…')
    expect(clipped('x'.repeat(30), 10)).toBe(`${'x'.repeat(9)}…`)
  })

  it('never halves a wide letter', () => {
    expect(clipped('漢'.repeat(20), 10)).toBe('漢漢漢漢…')
    expect(displayWidth(clipped('漢'.repeat(20), 9))).toBeLessThanOrEqual(9)
  })
})
