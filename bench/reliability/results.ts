import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { RESULTS } from '../results.ts'
import type { RowResult } from './row.ts'

const FOLDER = join(RESULTS, 'reliability')

/** A row as it came out once, with what is needed to have it come out again. */
export interface KeptResult extends RowResult {
  /** `YYYY-MM-DD`. */
  readonly date: string
  /** Of the code that was run; with `+` where files had been changed since. */
  readonly commit: string
  readonly seed: number
  readonly machine: string
}

const git = (...words: readonly string[]): string =>
  execFileSync('git', words, { encoding: 'utf8', cwd: import.meta.dirname }).trim()

const commitNow = (): string => {
  const changed = git('status', '--porcelain', '--untracked-files=no', '--', '../../src', '.') !== ''
  return `${git('rev-parse', '--short=10', 'HEAD')}${changed ? '+' : ''}`
}

/** With the load of the last 15 minutes: others may want the machine, too. */
const machineHere = (): string =>
  `${type()} ${release().split('-')[0] ?? ''}, ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, load ${loadavg()[2]?.toFixed(1) ?? '–'}`

/** Keeps what a row came to, in place of what it came to before. */
export const keepResult = (result: RowResult, seed: number): void => {
  const kept: KeptResult = {
    ...result,
    date: new Date().toISOString().slice(0, 10),
    commit: commitNow(),
    seed,
    machine: machineHere(),
  }
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(join(FOLDER, `row-${String(result.row).padStart(2, '0')}.json`), `${JSON.stringify(kept, null, 2)}\n`)
}

/** Every row that was ever kept, by its number. */
export const keptResults = (): ReadonlyMap<number, KeptResult> => {
  mkdirSync(FOLDER, { recursive: true })
  const files = readdirSync(FOLDER).filter((name) => /^row-\d+\.json$/u.test(name))
  const results = files.map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as KeptResult)
  return new Map(results.map((result) => [result.row, result]))
}
