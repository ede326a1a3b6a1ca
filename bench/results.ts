import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '..')

/** Where the measuring data lie: beside the project, or where `HEARSAY_SHARED` says. */
export const SHARED = process.env['HEARSAY_SHARED'] ?? resolve(ROOT, '../shared')

export const RESULTS = join(ROOT, 'bench/results')

/** Prints a table and keeps it in `bench/results/NAME.txt`. */
export const keepTable = (name: string, table: string): void => {
  mkdirSync(RESULTS, { recursive: true })
  writeFileSync(join(RESULTS, `${name}.txt`), `${table.trimEnd()}\n`)
  console.log(table.trimEnd())
}
