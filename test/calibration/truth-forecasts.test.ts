import { describe, expect, it } from 'vitest'
import { forecastsOf, isTrue } from '../../bench/calibration/truth-forecasts.ts'

const truth = (object: string, value: string) => ({ object, value })

describe('a value', () => {
  it.each([
    ['books', '978', 'holm nils', 'holm nils', true],
    ['books', '978', 'holm', 'holm nils', false],
    ['flight', 'AA-1|departure gate', 'K7', '7', true],
    ['flight', 'AA-1|departure gate', '7', 'K7', true],
    ['flight', 'AA-1|departure gate', 'K7', 'K17', false],
    ['flight', 'AA-1|actual arrival', '605', '595', true],
    ['flight', 'AA-1|actual arrival', '606', '595', false],
    ['flight', 'AA-1|actual arrival', '1436', '2', true],
  ] as const)('of %s, %s: %s where %s is so', (...[kind, object, value, so, expected]) => {
    expect(isTrue(kind, value, truth(object, so))).toBe(expected)
  })
})

it('a forecast is of the likeliest value, for objects that somebody spoke of', () => {
  const objects = [
    {
      object: '978',
      values: [
        { value: 'holm', probability: 0.7 },
        { value: 'marsk', probability: 0.3 },
      ],
    },
  ]
  expect(forecastsOf('books', objects, [truth('978', 'marsk'), truth('979', 'holm')])).toEqual([
    { probability: 0.7, isSo: false },
  ])
})
