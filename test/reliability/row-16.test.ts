import { expect, it } from 'vitest'
import { run } from '../../bench/reliability/row-16.ts'

it('a hostile PDF is read or refused in time, and stops whoever reads it unguarded', { timeout: 180_000 }, async () => {
  const row = await run({ short: true, seed: 1 })
  expect(row.passed, row.notes.join('\n')).toBe(row.n)
  expect(row.control).toMatchObject({ caught: true })
})
