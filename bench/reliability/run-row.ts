/**
 * Runs one row of the scorecard and prints what came of it: `node bench/reliability/run-row.ts ROW [--short] [--seed N]`. Exit code 1
 * where the bar is missed or the control is not caught.
 */
import { readdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { holds, type Row } from './row.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { short: { type: 'boolean', default: false }, seed: { type: 'string', default: '1' } },
})
const [row = ''] = positionals
const file = readdirSync(import.meta.dirname).find((name) => name.startsWith(`row-${row.padStart(2, '0')}-`))
if (file === undefined) throw new Error(`there is no row “${row}” here`)
const { run } = (await import(`./${file}`)) as { readonly run: Row }
const result = await run({ short: values.short, seed: Number(values.seed) })
console.log(JSON.stringify(result, null, 2))
process.exitCode = holds(result) ? 0 : 1
