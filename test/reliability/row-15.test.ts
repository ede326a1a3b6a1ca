import { expect, it } from 'vitest'
import { run } from '../../bench/reliability/row-15.ts'

it(
  'a page that costs more than it weighs is read or refused in time, and stops whoever reads it unguarded',
  { timeout: 180_000 },
  async () => {
    const row = await run({ short: true, seed: 1 })
    expect(row.passed, row.notes.join('\n')).toBe(row.n)
    expect(row.control).toMatchObject({ caught: true })
  },
)
