/**
 * `node bench/reliability.ts [--short] [--row N] [--seed N] [--page]`: runs the rows of the scorecard, in order, or the one of that
 * number, keeps each in `bench/results/reliability`, and writes RELIABILITY.md from all that are kept there, whenever they were run.
 * `--short` takes seconds and keeps nothing; `--page` only writes the page.
 */
import { readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { reliabilityPage } from './reliability/page.ts'
import { keepResult, keptResults } from './reliability/results.ts'
import type { RowOptions, RowResult } from './reliability/row.ts'

const FOLDER = join(import.meta.dirname, 'reliability')

const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    page: { type: 'boolean', default: false },
    row: { type: 'string', multiple: true, default: [] },
    seed: { type: 'string', default: '1' },
  },
})

const rowOf = (file: string): number => Number(/^row-(\d+)(?:-[a-z]+)?\.ts$/u.exec(file)?.[1] ?? Number.NaN)

const files = values.page
  ? []
  : readdirSync(FOLDER)
      .filter((file) => !Number.isNaN(rowOf(file)))
      .filter((file) => values.row.length === 0 || values.row.map(Number).includes(rowOf(file)))
      .toSorted((a, b) => rowOf(a) - rowOf(b))

const options: RowOptions = { short: values.short, seed: Number(values.seed) }
for (const file of files) {
  const { run } = (await import(join(FOLDER, file))) as { readonly run: (options: RowOptions) => Promise<RowResult> }
  const result = await run(options)
  const { row, name, n, passed, control, figures, seconds, notes } = result
  console.log(`${row}. ${name}: ${passed} of ${n} in ${seconds.toFixed(0)} s; control (${control.name}): ${control.figure}`)
  for (const [what, figure] of Object.entries(figures)) console.log(`   ${what}: ${figure}`)
  for (const note of notes) console.log(`   ${note}`)
  if (passed < n || !control.caught) process.exitCode = 1
  if (!values.short) keepResult(result, options.seed)
}
if (!values.short) writeFileSync(resolve(import.meta.dirname, '../RELIABILITY.md'), reliabilityPage(keptResults()))
