import { expect, it } from 'vitest'
import type { RowOptions, RowResult } from '../../bench/reliability/row.ts'
import { run as kills } from '../../bench/reliability/row-01.ts'
import { hasStrace, run as power } from '../../bench/reliability/row-02.ts'
import { run as drive } from '../../bench/reliability/row-03.ts'
import { run as together } from '../../bench/reliability/row-04.ts'
import { run as tampering } from '../../bench/reliability/row-08.ts'
import { run as fixity } from '../../bench/reliability/row-11.ts'

// Programs are started, killed and traced: seconds on a machine at rest, more where others want it too.
const PATIENCE_MS = 180_000
const SKIPPED = hasStrace() ? '' : ' (skipped: strace is not installed)'

const passes = async (run: (options: RowOptions) => Promise<RowResult>): Promise<void> => {
  const { n, passed, control, notes } = await run({ short: true, seed: 1 })
  expect(control.caught, control.figure).toBe(true)
  expect(passed, notes.join('\n')).toBe(n)
}

it('loses nothing that it told as kept when it is killed', () => passes(kills), PATIENCE_MS)

it.skipIf(SKIPPED !== '')(`tells nothing as kept before the drive has it${SKIPPED}`, () => passes(power), PATIENCE_MS)

it.skipIf(SKIPPED !== '')(`loses nothing where a file call fails${SKIPPED}`, () => passes(drive), PATIENCE_MS)

it('has four programs write together', () => passes(together), PATIENCE_MS)

it('finds what was tampered with', () => passes(tampering), PATIENCE_MS)

it('gives the same bytes however often they are read', () => passes(fixity), PATIENCE_MS)
