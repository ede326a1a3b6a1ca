import { expect, it } from 'vitest'
import { labelRanges } from './label-ranges.ts'

it.each([
  [['d1'], 'd1'],
  [['d1', 'd2'], 'd1 d2'],
  [['d8', 'd9', 'd10', 'd12'], 'd8–d10 d12'],
  [['d3', 'd3', 'd1'], 'd3 d1'],
  [['memo', 'log 2'], 'memo log 2'],
  [['a1', 'b2', 'c3'], 'a1 b2 c3'],
])('%j reads %s', (labels, words) => {
  expect(labelRanges(labels)).toBe(words)
})
