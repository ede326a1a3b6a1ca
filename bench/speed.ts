/**
 * `npm run bench:speed`: the whole command line over 20 made articles of 800 words, start-up included, as text and as pages. Seconds
 * are the median of five runs; memory is the largest process's peak as GNU time reports it (package `time`), where it is installed.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { madeArticle, seeded } from './made-articles.ts'
import { keepTable } from './results.ts'

const ARTICLES = 20
const WORDS = 800
const RUNS = 5
const MAIN = resolve(import.meta.dirname, '../src/cli/main.ts')
const GNU_TIME = '/usr/bin/time'

const page = (text: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Dam</title></head><body><nav><a href="/">Home</a></nav><main><article>${text
    .split('\n\n')
    .map((block, at) => (at === 0 ? `<h1>${block}</h1>` : `<p>${block}</p>`))
    .join('')}</article></main><footer>All rights reserved</footer></body></html>`

const write = (folder: string, ending: string, form: (text: string) => string): string => {
  mkdirSync(folder)
  const random = seeded(7)
  for (let at = 1; at <= ARTICLES; at++)
    writeFileSync(join(folder, `article-${String(at).padStart(2, '0')}.${ending}`), form(madeArticle(WORDS, random)))
  return folder
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

const command = (folder: string): readonly string[] => [
  MAIN,
  'check',
  folder,
  '--claim',
  'The northern gate of the dam was left open.',
  '--json',
]

const secondsOf = (folder: string): number => {
  const before = performance.now()
  const { status, stderr } = spawnSync(process.execPath, command(folder), { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (status !== 0) throw new Error(`check failed: ${stderr}`)
  return (performance.now() - before) / 1000
}

const megabytesOf = (folder: string): string => {
  if (!existsSync(GNU_TIME)) return '–'
  const { stderr } = spawnSync(GNU_TIME, ['-f', '%M', process.execPath, ...command(folder)], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return (Number(stderr.trim().split('\n').at(-1)) / 1024).toFixed(0)
}

const base = mkdtempSync(join(tmpdir(), 'hearsay-'))
const rows = [
  ['text', write(join(base, 'text'), 'txt', (text) => text)] as const,
  ['pages', write(join(base, 'pages'), 'html', page)] as const,
].map(([name, folder]) => {
  const seconds = Array.from({ length: RUNS + 1 }, () => secondsOf(folder)).slice(1)
  return `${name.padEnd(8)}${median(seconds).toFixed(2).padStart(8)}${Math.min(...seconds)
    .toFixed(2)
    .padStart(8)}${Math.max(...seconds)
    .toFixed(2)
    .padStart(8)}${megabytesOf(folder).padStart(8)}`
})
keepTable(
  'speed',
  [
    `hearsay check, ${ARTICLES} articles of ${WORDS} words, Node ${process.versions.node}, ${cpus().length} cores`,
    `${''.padEnd(8)}${'median'.padStart(8)}${'min s'.padStart(8)}${'max s'.padStart(8)}${'MB'.padStart(8)}`,
    ...rows,
  ].join('\n'),
)
