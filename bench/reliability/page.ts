import type { KeptResult } from './results.ts'
import { NO_PROMISES, NOT_TESTED, ROWS } from './rows.data.ts'

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

const number = (value: number): string => value.toLocaleString('en-GB')

const verdictOf = ({ n, passed, control }: KeptResult): string =>
  n === 0 ? 'not run here' : !control.caught ? 'proves nothing: control not caught' : passed === n ? 'passed' : 'FAILED'

const lineOf = (row: number, name: string, result: KeptResult | undefined): string => {
  if (result === undefined) return `| ${row} | ${cell(name)} | – | – | not run | – | – |`
  const { n, passed, control, date, commit, seed } = result
  const tried = n === 0 ? '–' : `${number(passed)} of ${number(n)}`
  return `| ${row} | ${cell(name)} | ${tried} | ${cell(control.figure)} | ${verdictOf(result)} | ${date} | ${commit}, seed ${seed} |`
}

const sectionOf = ({ row, name, bar, control, figures, seconds, notes, machine }: KeptResult): string => {
  const lines = [
    `- Bar: ${bar}.`,
    `- Control: ${control.name}: ${control.figure} (${control.caught ? 'caught' : 'NOT caught'}).`,
    ...Object.entries(figures).map(([what, figure]) => `- ${what}: ${typeof figure === 'number' ? number(figure) : figure}`),
    ...notes.map((note) => `- ${note}`),
    `- ${number(Math.round(seconds))} s on ${machine}.`,
  ]
  return `### ${row}. ${name}\n\n${lines.join('\n')}\n`
}

const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n')

/** The page that tells what survives what, from whatever rows have been run, each on its own day. */
export const reliabilityPage = (results: ReadonlyMap<number, KeptResult>): string => `# Reliability

This page is written by \`node bench/reliability.ts\`. A row counts only where its control, a seeded bug or the unprotected variant, is
caught by the same test; each says when, at which commit and with which seed it was run.

## What cannot be promised

${list(NO_PROMISES)}

## What is not tested

${list(NOT_TESTED)}
- Rows that say “not run”.

## The rows

| # | Test | Passed | Control | Verdict | Date | Commit |
| --- | --- | --- | --- | --- | --- | --- |
${ROWS.map(([row, name]) => lineOf(row, results.get(row)?.name ?? name, results.get(row))).join('\n')}

## Each row

${[...results.values()]
  .toSorted((a, b) => a.row - b.row)
  .map(sectionOf)
  .join('\n')}`
