import { describe, expect, it } from 'vitest'
import { amountsCompared, amountsIn } from './amounts.ts'

const bounds = (text: string): readonly (readonly [number, number])[] =>
  amountsIn(text).map(({ low, high }) => [low, high] as const)

describe('amountsIn', () => {
  it.each([
    ['nine people', [[9, 9]]],
    ['at least ten people', [[10, Infinity]]],
    ['more than 1,200 homes', [[1200, Infinity]]],
    ['fewer than 40 boats', [[0, 40]]],
    ['up to six tonnes', [[0, 6]]],
    [
      'from 2 to 6 tonnes',
      [
        [2, 2],
        [6, 6],
      ],
    ],
    ['in 2023 one of them left', []],
    ['on 7 May at 3.40 in the morning', []],
    ['4.1 million records', [[4_100_000, 4_100_000]]],
  ])('%s', (text, expected) => {
    expect(bounds(text)).toEqual(expected)
  })
})

describe('amountsCompared', () => {
  const compared = (claim: string, said: string) => amountsCompared(amountsIn(claim), amountsIn(said))

  it('agrees where what is said lies within what is claimed', () => {
    expect(compared('at least ten drowned', 'fourteen drowned')).toBe('agree')
    expect(compared('at least ten drowned', 'more than twenty drowned')).toBe('agree')
  })

  it('differs where nothing said does', () => {
    expect(compared('at least ten drowned', 'nine drowned')).toBe('differ')
    expect(compared('forty schools', 'fourteen schools')).toBe('differ')
  })

  it('has nothing to compare where one side gives no number', () => {
    expect(compared('many drowned', 'nine drowned')).toBeNull()
    expect(compared('nine drowned', 'many drowned')).toBeNull()
  })
})
