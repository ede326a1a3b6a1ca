/**
 * `npm run bench:casebench`: checks every case of the open bench with the command line, as a user would, scores the reports with the
 * scorer that lies beside the cases, and does the same for the project's own cases in `bench/cases` and `examples`.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { keepTable, SHARED } from './results.ts'

const ROOT = resolve(import.meta.dirname, '..')
const SCORER = join(SHARED, 'casebench/score.mjs')
const COLLECTIONS: readonly (readonly [string, string])[] = [
  ['open cases', join(SHARED, 'casebench/cases')],
  ['own cases', join(ROOT, 'bench/cases')],
  ['example', join(ROOT, 'examples')],
]

const casesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => existsSync(join(folder, name, 'case.json')))
        .sort()
    : []

/** Writes one report for each case of the folder; returns what went wrong, one line a case. */
const checkAll = (folder: string, reports: string): readonly string[] =>
  casesIn(folder).flatMap((name) => {
    const run = spawnSync(process.execPath, [join(ROOT, 'src/cli/main.ts'), 'check', join(folder, name), '--json'], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    })
    writeFileSync(join(reports, `${name}.json`), run.stdout)
    return run.status === 0 ? [] : [`${name}: exit ${String(run.status)}: ${run.stderr.trim()}`]
  })

if (!existsSync(SCORER)) {
  console.log(`bench:casebench is skipped: it needs the scorer at ${SCORER}.`)
} else {
  const sections = COLLECTIONS.filter(([, folder]) => casesIn(folder).length > 0).map(([title, folder]) => {
    const reports = mkdtempSync(join(tmpdir(), 'hearsay-'))
    const failures = checkAll(folder, reports)
    const scored = spawnSync(process.execPath, [SCORER, '--all', reports, folder, '--json'], { encoding: 'utf8' })
    return [`${title} (${casesIn(folder).length})`, rotated(JSON.parse(scored.stdout) as Scores), ...failures].join('\n')
  })
  keepTable('casebench', sections.join('\n\n'))
}

type Scores = Readonly<Record<string, Readonly<Record<string, number | null>>>>

/** One row per figure, one column per case, the mean last: fits a terminal for half a dozen cases. */
function rotated(scores: Scores): string {
  const cases = Object.keys(scores)
  const figures = Object.keys(Object.values(scores)[0] ?? {})
  const cell = (value: number | null | undefined): string =>
    (value === null || value === undefined ? '–' : value.toFixed(3)).padStart(8)
  const head = ['figure'.padEnd(16), ...cases.map((name) => name.slice(0, 7).padStart(8)), 'MEAN'.padStart(8)].join('')
  const rows = figures.map((figure) => {
    const values = cases.map((name) => scores[name]?.[figure] ?? null)
    const known = values.filter((value) => value !== null)
    return [
      figure.padEnd(16),
      ...values.map(cell),
      cell(known.length === 0 ? null : known.reduce((a, b) => a + b, 0) / known.length),
    ].join('')
  })
  return [head, ...rows].join('\n')
}
