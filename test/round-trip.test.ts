import { describe, expect, it } from 'vitest'
import { seam } from '../src/core/seam.ts'
import { roundTrip } from './round-trip.ts'

const statement = () => ({
  id: 'st_1',
  content: [{ start: 0, end: 4 }],
  chain: [{ mention: null }],
  score: 0.5,
  nested: { list: [[], {}] },
})

/** What a careless room might do to what it was given. */
const appendTo = (list: number[]): void => {
  list.push(4)
}

describe('the way between two rooms', () => {
  it('is open for plain values, and hands on a copy', () => {
    const value = statement()
    expect(roundTrip(value)).toEqual(value)
    expect(roundTrip(value)).not.toBe(value)
    expect([roundTrip(null), roundTrip('word'), roundTrip(0), roundTrip([])]).toEqual([null, 'word', 0, []])
  })

  it.each([
    ['a Map', { by: new Map([['a', 1]]) }, 'value.by is of a class of its own'],
    ['a Set', [new Set(['a'])], 'value[0] is of a class of its own'],
    ['an undefined field', { author: undefined }, 'value.author is undefined'],
    ['an undefined item', [1, undefined], 'value[1] is undefined'],
    ['nothing at all', undefined, 'value is undefined'],
    ['NaN', { odds: NaN }, 'value.odds is NaN'],
    ['an infinity', { odds: [-Infinity] }, 'value.odds[0] is -Infinity'],
    ['a date', { at: new Date('2024-03-11') }, 'value.at is of a class of its own'],
    ['bytes', { bytes: new Uint8Array(2) }, 'value.bytes is of a class of its own'],
    ['a function', { weigh: () => 1 }, 'value.weigh is function'],
    ['an array with a hole', Array.from({ length: 2 }).fill(1, 1).concat(new Array(1)), 'value has holes or names'],
    ['an array with a name', Object.assign([1], { index: 0 }), 'value has holes or names'],
    ['a symbol for a key', { [Symbol('id')]: 1 }, 'value has a symbol for a key'],
    [
      'a getter',
      {
        get text() {
          return 'computed'
        },
      },
      'value.text is hidden or computed',
    ],
  ])('is shut to %s', (_what, value, obstacle) => {
    expect(() => roundTrip(value)).toThrow(`not plain JSON: ${obstacle}`)
  })

  it('is shut to a value that contains itself, and to a big integer', () => {
    const loop: Record<string, unknown> = {}
    loop['self'] = loop
    expect(() => roundTrip(loop)).toThrow(TypeError)
    expect(() => roundTrip({ count: 1n })).toThrow(TypeError)
  })

  it('fails a room that changes what it was given, however deep', () => {
    expect(() => {
      roundTrip(statement()).content[0]!.start = 2
    }).toThrow(TypeError)
    expect(() => {
      appendTo(roundTrip({ deep: { list: [1, 2, 3] } }).deep.list)
    }).toThrow(TypeError)
    expect(() => {
      appendTo([1, 2, 3])
    }).not.toThrow()
  })
})

describe('the seam', () => {
  it('is that way in the second run, and nothing in the first', ({ task }) => {
    const value = statement()
    const planted = { by: new Map([['a', 1]]) }
    if (task.file.projectName === 'round-trip') {
      expect(Object.isFrozen(seam(value).nested.list)).toBe(true)
      expect(() => seam(planted)).toThrow(/not plain JSON/)
    } else {
      expect(seam(value)).toBe(value)
      expect(seam(planted)).toBe(planted)
    }
  })
})
