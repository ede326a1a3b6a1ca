import { spawn } from 'node:child_process'
import type { Capture } from '../../src/core/document.ts'
import { openReader, type Reader } from '../../src/node/isolated-reader.ts'
import { column, pdfOf } from '../../src/read/pdf.fixture.ts'
import { chanceOf } from '../planted-chance.ts'
import { type HeldFile, suiteFiles } from './corpora.ts'
import { damaged, STRUCTURES } from './hostile-pdfs.ts'
import { watchChildren } from './process-memory.ts'
import type { Control, RowOptions, RowResult } from './row.ts'

const MODULE = new URL('../../src/cli/reader-child.ts', import.meta.url)

/** The bar for one file. */
const MOST_SECONDS = 30
const MOST_MB = 1024

/** Of the child's heap, in MiB, so that all of it stays below the bar. */
const HEAP_MB = 512

const DAMAGED = { short: 40, long: 800 }
/** Bytes of a file of a suite that is damaged: larger ones take their time in being copied. */
const SMALL = 200_000

/** In the short form: what takes a second or more, and so is left to the long one. */
const LONG = /300 MB|double|thousand times|million|thousand pieces/u

const captureOf = ({ name, bytes }: HeldFile): Capture => ({
  name,
  bytes,
  mediaType: 'application/pdf',
  charset: null,
  imprint: {},
})

interface Tried {
  readonly name: string
  readonly seconds: number
  readonly outcome: string
  readonly warnings: readonly string[]
}

/** The child ended otherwise than by its deadline or its memory. */
const BROKE = 'child broke down'

const tryOne = async (reader: Reader, file: HeldFile): Promise<Tried> => {
  const started = performance.now()
  const page = await reader.render(captureOf(file))
  return {
    name: file.name,
    seconds: (performance.now() - started) / 1000,
    outcome: page.ok ? 'ok' : page.refusal.sentence.includes('broke down') ? BROKE : page.refusal.code,
    warnings: page.ok ? page.value.warnings.slice(1) : [],
  }
}

const filesFor = ({ short, seed }: RowOptions): readonly HeldFile[] => {
  const chance = chanceOf(seed)
  const structures = Object.entries(STRUCTURES)
    .filter(([name]) => !short || !LONG.test(name))
    .map(([name, make]) => ({ name, bytes: make() }))
  const suite = short ? [] : suiteFiles('pdfs')
  const lines = column([
    'The mill at Saltby will close in May, its owner said on Monday.',
    'It has ground corn for two centuries.',
  ])
  const whole = [
    { name: 'two pages', bytes: pdfOf({ pages: [lines, lines], information: { Title: 'Mill' } }) },
    ...suite.filter(({ bytes }) => bytes.length <= SMALL),
  ]
  const broken = Array.from({ length: short ? DAMAGED.short : DAMAGED.long }, (_, at) => {
    const { name, bytes } = chance.pick(whole)
    return { name: `${name}, damaged ${at}`, bytes: damaged(bytes, chance) }
  })
  return [...structures, ...suite, ...broken]
}

/** What becomes of a process that reads a file itself: how long a timer of its own was kept waiting, in ms; null where it broke down. */
const unguarded = (name: string, most: number): Promise<number | null> =>
  new Promise((resolve) => {
    const script = `
      import { read } from ${JSON.stringify(new URL('../../src/read/read.ts', import.meta.url).href)}
      import { STRUCTURES } from ${JSON.stringify(new URL('./hostile-pdfs.ts', import.meta.url).href)}
      const bytes = STRUCTURES[${JSON.stringify(name)}]()
      let last = performance.now(), worst = 0
      const look = () => { worst = Math.max(worst, performance.now() - last); last = performance.now() }
      setInterval(look, 10)
      await read({ name: 'a.pdf', bytes, mediaType: null, charset: null, imprint: {} })
      look()
      console.log(worst)
      process.exit()`
    const child = spawn(process.execPath, ['--max-old-space-size=512', '--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    let out = ''
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    const clock = setTimeout(() => child.kill('SIGKILL'), most)
    child.on('close', (code) => {
      clearTimeout(clock)
      resolve(code === 0 ? Number(out) : null)
    })
  })

/** Milliseconds for which nobody would call a server well. */
const DEAF_MS = 200

const controlOf = async (short: boolean): Promise<Control> => {
  const name = short ? 'a million operators' : 'forms that double thirty times'
  const most = short ? 20_000 : 40_000
  const deaf = await unguarded(name, most)
  return {
    name: `read in the server's own process: ${name}`,
    caught: deaf === null || deaf > DEAF_MS,
    figure: deaf === null ? `the process broke down or was deaf for ${most / 1000} s` : `deaf for ${(deaf / 1000).toFixed(1)} s`,
  }
}

const tally = (tried: readonly Tried[]): string => {
  const counts = new Map<string, number>()
  for (const { outcome } of tried) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  return [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .map(([outcome, count]) => `${count} ${outcome}`)
    .join(', ')
}

const FLAGGED = ['words set twice', 'words too small', 'words without ink', 'white words on white', 'words beside the page']

/** Row 16: hostile PDFs are read in a process of their own, or refused, soon and within its memory. */
export const run = async (options: RowOptions): Promise<RowResult> => {
  const started = performance.now()
  const files = filesFor(options)
  const reader = openReader({ module: MODULE, memoryMb: HEAP_MB })
  const memory = watchChildren()
  const tried: Tried[] = []
  const peaks: string[] = []
  let peak = 0
  try {
    for (const file of files) {
      tried.push(await tryOne(reader, file))
      const now = memory.peak()
      if (now > MOST_MB && now > peak) peaks.push(`${file.name}: ${now} MiB`)
      peak = Math.max(peak, now)
    }
  } finally {
    memory.stop()
    reader.close()
  }
  const broken = tried.filter(({ outcome }) => outcome === BROKE)
  const hung = tried.filter((one) => one.seconds > MOST_SECONDS)
  const flags = FLAGGED.map((name) => [name, (tried.find((one) => one.name === name)?.warnings.length ?? 0) > 0] as const)
  const slowest = tried.toSorted((a, b) => b.seconds - a.seconds).slice(0, 5)
  return {
    row: 16,
    name: 'Hostile PDFs',
    n: tried.length,
    passed: tried.length - hung.length - peaks.length,
    bar: 'the process that asks never breaks down; 0 hang of more than 30 s; 0 of more than 1 GB',
    control: await controlOf(options.short),
    figures: {
      structures: Object.keys(STRUCTURES).length,
      'files of public suites': options.short ? 0 : suiteFiles('pdfs').length,
      damaged: options.short ? DAMAGED.short : DAMAGED.long,
      outcomes: tally(tried),
      'slowest, s': (slowest[0]?.seconds ?? 0).toFixed(1),
      'largest process, MiB': peak,
      'oddities of text told': flags.map(([name, told]) => `${name}: ${told ? 'yes' : 'no'}`).join('; '),
    },
    seconds: (performance.now() - started) / 1000,
    notes: [
      ...slowest.map(({ name, seconds, outcome }) => `slow: ${name}, ${seconds.toFixed(1)} s, ${outcome}`),
      ...peaks,
      ...broken.slice(0, 5).map(({ name }) => `the child broke down: ${name}`),
    ],
  }
}
