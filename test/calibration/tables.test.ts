import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { basisSentence, reliabilityTable, scoreTable } from '../../bench/calibration/tables.ts'

const ROOT = join(import.meta.dirname, '../..')
const contenders = [{ name: 'coin', forecasts: [true, true, false].map((isSo) => ({ probability: 0.5, isSo })) }]

const cellsOf = (line: string | undefined): readonly string[] => line?.trim().split(/\s+/u) ?? []

describe('the tables', () => {
  it('print the scores of each contender', () => {
    expect(cellsOf(scoreTable('three throws', contenders)[1])).toEqual(['coin', '3', '2', '0.250', '0.693', '0.167', '0.250'])
  })

  it('print every bin with its interval, the empty ones too', () => {
    const [, , ...lines] = reliabilityTable('three throws', contenders)
    expect(lines).toHaveLength(10)
    expect(cellsOf(lines[5])).toEqual(['0.5–0.6', '3', '0.500', '0.667', '[0.208', '0.939]'])
    expect(cellsOf(lines[0])).toEqual(['0.0–0.1', '0', '–', '–'])
  })
})

describe('what is fitted', () => {
  it('is counted from the rows', () => {
    const rows = [{ basis: 'fitted' }, { basis: 'judgement' }, { basis: 'judgement' }] as const
    expect(basisSentence(rows)).toBe('Of the 3 rows of the assumptions table 1 is fitted to data and 2 are judgement.')
  })

  it.each(['docs/method.md', 'bench/results/calibration.txt'])('is said in %s as the rows say it today', (file) => {
    expect(readFileSync(join(ROOT, file), 'utf8').replace(/\s+/gu, ' ')).toContain(basisSentence())
  })
})
