/**
 * `node bench/fuse.ts`: what `hearsay fuse` finds on the truth-discovery tables, where they lie beside the project; its seconds and
 * memory on generated tables, start-up and writing included, and how they grow; and the same of the Python library truthdiscovery
 * (GPL, so run beside and never inside) where `HEARSAY_PEER_PYTHON`, or python3, has it. `--most ROWS` sets the largest table (10⁷).
 * Seconds are the median of the runs; memory is the peak as GNU time reports it (package `time`), where it is installed.
 */
import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { seeded } from './made-articles.ts'
import { keepTable } from './results.ts'
import {
  areTruthSetsThere,
  BOOKS,
  FLIGHT_DAYS,
  fused,
  MAIN,
  rowsOf,
  scoreOf,
  voted,
  type TruthScore,
  type TruthSet,
} from './truth-sets.ts'

const GNU_TIME = '/usr/bin/time'
const PYTHON = process.env['HEARSAY_PEER_PYTHON'] ?? 'python3'
const PER_OBJECT = 10
const VALUES = 5

const most = Number(process.argv[process.argv.indexOf('--most') + 1]) || 1e7
const folder = mkdtempSync(join(tmpdir(), 'hearsay-fuse-'))

/** Scores what `fuse` makes of one of the sets, or, with `vote`, the shares of votes. */
const scored = (set: TruthSet, way: readonly string[] | 'vote'): TruthScore => {
  const [table, result] = [join(folder, 'set.csv'), join(folder, 'set.json')]
  writeFileSync(table, rowsOf(set.kind, set.claims))
  writeFileSync(result, way === 'vote' ? JSON.stringify({ objects: voted(table) }) : fused(table, way))
  return scoreOf(set, result)
}

const share = (value: number): string => value.toFixed(3).padStart(10)

const qualityLine = (name: string, scores: readonly TruthScore[]): string => {
  const mean = (of: (score: TruthScore) => number): number => scores.reduce((sum, score) => sum + of(score), 0) / scores.length
  return `${name.padEnd(34)}${share(mean((s) => s.precision))}${share(mean((s) => s.brier))}${share(mean((s) => s.ece))}`
}

const quality = (): readonly string[] => {
  if (!areTruthSetsThere()) return ['quality: left out, the tables are not beside the project']
  const ways = [
    ['vote', 'vote'],
    ['fuse --no-copies', ['--no-copies']],
    ['fuse', []],
  ] as const
  const lines = [`${''.padEnd(34)}${'precision'.padStart(10)}${'Brier'.padStart(10)}${'ECE'.padStart(10)}`]
  for (const [name, way] of ways) lines.push(qualityLine(`Books, ${name}`, [scored(BOOKS, way)]))
  for (const [name, way] of ways) {
    const days = FLIGHT_DAYS.map((day) => scored(day, way))
    lines.push(qualityLine(`Flight 1–7 December, ${name}`, days))
  }
  return lines
}

/**
 * A table of so many rows: 10 random sources per object, reliable from 0.5 to 0.95, and 5 values. Of every 33 sources one is copied by
 * the next, which speaks wherever it does and takes nine values in ten from it.
 */
const generate = (rows: number): string => {
  const path = join(folder, `${rows}.csv`)
  const random = seeded(rows)
  const sources = Math.max(60, Math.min(1000, rows / 100))
  const reliability = Array.from({ length: sources }, () => 0.5 + 0.45 * random())
  const file = openSync(path, 'w')
  let text = 'source,object,value\n'
  for (let object = 0; object < rows / PER_OBJECT; object++) {
    const truth = Math.floor(random() * VALUES)
    const said = new Map<number, number>()
    const ownValue = (source: number): number =>
      random() < (reliability[source] ?? 0) ? truth : (truth + 1 + Math.floor(random() * (VALUES - 1))) % VALUES
    while (said.size < PER_OBJECT) {
      const source = Math.floor(random() * sources)
      if (source % 33 === 1 || said.has(source)) continue
      const value = ownValue(source)
      said.set(source, value)
      if (source % 33 === 0 && said.size < PER_OBJECT) said.set(source + 1, random() < 0.9 ? value : ownValue(source + 1))
    }
    for (const [source, value] of said) text += `source-${source},object-${object},value-${object}-${value}\n`
    if (text.length > 1 << 20) {
      writeSync(file, text)
      text = ''
    }
  }
  writeSync(file, text)
  closeSync(file)
  return path
}

interface Cost {
  readonly seconds: number
  readonly megabytes: string
}

const costOf = (words: readonly string[], runs: number): Cost => {
  const measured = existsSync(GNU_TIME) ? [GNU_TIME, '-f', '%M', ...words] : words
  const costs = Array.from({ length: runs }, (): Cost => {
    const start = performance.now()
    const { status, stderr } = spawnSync(measured[0]!, measured.slice(1), {
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const seconds = (performance.now() - start) / 1000
    if (status !== 0) throw new Error(`${words.join(' ')} failed: ${stderr}`)
    const kilobytes = Number(stderr.trim().split('\n').at(-1))
    return { seconds, megabytes: measured === words ? '–' : (kilobytes / 1024).toFixed(0) }
  })
  return costs.toSorted((a, b) => a.seconds - b.seconds)[Math.floor(runs / 2)]!
}

const costLine = (name: string, { seconds, megabytes }: Cost): string =>
  `${name.padEnd(44)}${seconds.toFixed(2).padStart(8)} s${megabytes.padStart(7)} MB`

const ours = (path: string, ...options: readonly string[]): readonly string[] => [
  process.execPath,
  MAIN,
  'fuse',
  path,
  ...options,
]

const PEER = `
import csv, sys
from truthdiscovery import ALGORITHM, Dataset
rows = csv.reader(open(sys.argv[1]))
next(rows)
result = ALGORITHM().run(Dataset((s, o, v) for s, o, v in rows))
for o, beliefs in result.belief.items():
    for v, belief in beliefs.items():
        print(o, v, belief, sep=",")
`

const peers = (path: string): readonly string[] => {
  if (spawnSync(PYTHON, ['-c', 'import truthdiscovery']).status !== 0)
    return ['truthdiscovery (Python): left out, it is not installed']
  return ['Sums', 'Investment'].map((algorithm) =>
    costLine(`truthdiscovery (Python), ${algorithm}`, costOf([PYTHON, '-c', PEER.replaceAll('ALGORITHM', algorithm), path], 3)),
  )
}

const speed = (): readonly string[] => {
  const million = generate(1e6)
  const lines = [
    `10⁶ assertions, Node ${process.versions.node}, ${cpus().length} cores`,
    costLine('fuse', costOf(ours(million), 5)),
    costLine('fuse --json', costOf(ours(million, '--json'), 5)),
    costLine('fuse --no-copies', costOf(ours(million, '--no-copies'), 5)),
    ...peers(million),
    '',
    'growth, with copy detection',
  ]
  for (let rows = 1e4; rows <= most; rows *= 10) {
    const path = generate(rows)
    lines.push(costLine(`${rows.toLocaleString('en')} assertions`, costOf(ours(path), rows > 1e6 ? 1 : 3)))
    rmSync(path)
  }
  return lines
}

try {
  keepTable('fuse', [...quality(), '', ...speed()].join('\n'))
} finally {
  rmSync(folder, { recursive: true })
}
