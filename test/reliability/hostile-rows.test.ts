import { describe, expect, it } from 'vitest'
import { run as addresses } from '../../bench/reliability/row-13-addresses.ts'
import { run as bombs } from '../../bench/reliability/row-18-bombs.ts'
import { run as expressions } from '../../bench/reliability/row-19-expressions.ts'
import { run as strings } from '../../bench/reliability/row-20-strings.ts'
import { holds, type Row } from '../../bench/reliability/row.ts'

const ROWS: readonly (readonly [what: string, row: Row])[] = [
  ['no special address is reached', addresses],
  ['no bomb goes off', bombs],
  ['no regular expression explodes', expressions],
  ['no string is altered', strings],
]

/** Milliseconds for a short row: some seconds of work, on a machine that may be busy. */
const LIMIT = 120_000

describe('the scorecard, in short', () => {
  it.each(ROWS)('%s, and the control is caught', { timeout: LIMIT }, async (_what, row) => {
    const result = await row({ short: true, seed: 1 })
    expect(holds(result), JSON.stringify(result, null, 2)).toBe(true)
  })
})
