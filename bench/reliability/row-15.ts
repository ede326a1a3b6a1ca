import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Capture } from '../../src/core/document.ts'
import { openReader, type Reader } from '../../src/node/isolated-reader.ts'
import { bytesOfCapture, keepCapture } from '../../src/store/captures.ts'
import { type Library, openLibrary } from '../../src/store/library.ts'
import { GENERATORS } from './generators.ts'
import { watchChildren } from './process-memory.ts'
import type { Control, RowOptions, RowResult } from './row.ts'

const MODULE = new URL('../../src/cli/reader-child.ts', import.meta.url)

const KB = 1000
const SIZES = { short: [7 * KB, 100 * KB], long: [7 * KB, 1000 * KB, 50_000 * KB] }

/** The bar: seconds and MiB for one capture and one task, and milliseconds that the process of the server may be deaf. */
const MOST_SECONDS = 10
/** What ending a process at its deadline takes on top, in seconds. */
const KILL_SECONDS = 1
const MOST_MB = 1536
const MOST_DEAF_MS = 200

/** What a page too much for this program is refused with. */
const TOO_COMPLEX: ReadonlySet<string> = new Set(['too-large', 'too-deep', 'too-slow', 'no-article'])

interface Tried {
  readonly name: string
  readonly seconds: { readonly read: number; readonly render: number }
  /** Of a processor, in seconds, for both tasks. */
  readonly processor: { readonly read: number; readonly render: number }
  readonly peakMb: number
  /** The 99th percentile of how long a timer of this process was late while the other worked, in milliseconds. */
  readonly deafMs: number
  readonly outcome: string
  readonly faults: readonly string[]
}

const seconds = async <T>(work: () => Promise<T>): Promise<readonly [T, number]> => {
  const started = performance.now()
  const value = await work()
  return [value, (performance.now() - started) / 1000]
}

const captureOf = (name: string, html: string): Capture => ({
  name,
  bytes: new TextEncoder().encode(html),
  mediaType: 'text/html',
  charset: 'utf-8',
  imprint: {},
})

/** Keeps the bytes, as a server does before anything reads them; gives whether the very same come back. */
const keptOf = async (library: Library, capture: Capture): Promise<() => Promise<boolean>> => {
  const kept = await keepCapture(library, {
    bytes: capture.bytes,
    name: capture.name,
    mediaType: capture.mediaType,
    charset: capture.charset,
    imprint: capture.imprint,
    method: 'file',
    takenAt: new Date().toISOString(),
    exchange: null,
  })
  return async () => {
    if (!kept.ok) return false
    const { bytes } = await bytesOfCapture(library, kept.value)
    return Buffer.compare(bytes, capture.bytes) === 0
  }
}

/** A process that was ended is brought up again, with all that reading and rendering load: nobody's time but the start's. */
const warm = async (reader: Reader): Promise<void> => {
  const capture = captureOf('warm.html', GENERATORS['huge text']?.(1000) ?? '')
  await reader.read(capture)
  await reader.render(capture)
}

const wordsIn = (html: string): string =>
  html
    .slice(html.indexOf('<main>'))
    .replaceAll(/<[^<>]*>/gu, '')
    .trim()

const tryOne = async (reader: Reader, library: Library, { name, bytes }: Capture): Promise<Tried> => {
  const capture = { name, bytes, mediaType: 'text/html', charset: 'utf-8', imprint: {} }
  const memory = watchChildren()
  const isKept = await keptOf(library, capture)
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  await warm(reader)
  const before = memory.processor()
  const [read, reading] = await seconds(() => reader.read(capture))
  const readingTime = memory.processor() - before
  await warm(reader)
  const between = memory.processor()
  const [page, rendering] = await seconds(() => reader.render(capture))
  const renderingTime = memory.processor() - between
  delay.disable()
  const deafMs = delay.percentile(99) / 1e6
  const peakMb = memory.peak()
  memory.stop()
  const faults: string[] = []
  const refusals = [read, page].flatMap((result) => (result.ok ? [] : [result.refusal.code]))
  if (reading > MOST_SECONDS + KILL_SECONDS || rendering > MOST_SECONDS + KILL_SECONDS) faults.push('too slow')
  if (peakMb > MOST_MB) faults.push(`${peakMb} MiB`)
  faults.push(...refusals.filter((code) => !TOO_COMPLEX.has(code)))
  if (page.ok && wordsIn(page.value.html) === '' && page.value.warnings.length === 0)
    faults.push('an empty page without a warning')
  if (read.ok && read.value.every(({ text }) => text === '')) faults.push('an empty reading')
  if (!(await isKept())) faults.push('the bytes were not kept')
  const outcome = `read ${read.ok ? 'ok' : read.refusal.code}, page ${page.ok ? (page.value.warnings.length > 0 ? 'with warnings' : 'ok') : page.refusal.code}`
  return {
    name,
    seconds: { read: reading, render: rendering },
    processor: { read: readingTime, render: renderingTime },
    peakMb,
    deafMs,
    outcome,
    faults,
  }
}

/**
 * Of nested lists. At 7 KB Readability on linkedom took 6 s of a processor here and nested `div`s 1 s, not the 14 to 24 s that were measured
 * elsewhere; it is quadratic, so that twice as much is past the bar with room to spare.
 */
const CONTROL_BYTES = 14 * KB

/** Seconds of a processor that Readability takes for nested lists without any cap, in a process that is ended once it has had `most`. */
const uncapped = (most: number): Promise<number> =>
  new Promise((resolve) => {
    const script = `
      import { readable } from ${JSON.stringify(new URL('./readable.ts', import.meta.url).href)}
      import { GENERATORS } from ${JSON.stringify(new URL('./generators.ts', import.meta.url).href)}
      await readable(GENERATORS['nested lists'](${CONTROL_BYTES}))`
    const watch = watchChildren()
    const child = spawn(process.execPath, ['--stack-size=3900', '--input-type=module', '-e', script], { stdio: 'ignore' })
    const clock = setInterval(() => {
      if (watch.processor() > most) child.kill('SIGKILL')
    }, 50)
    child.on('close', () => {
      clearInterval(clock)
      watch.stop()
      resolve(watch.processor())
    })
  })

/** Seconds of a processor that the control is given in the short form: what has the cap needs a thirtieth of it. */
const SHORT_CONTROL_SECONDS = 3

const controlOf = async (short: boolean): Promise<Control> => {
  const most = short ? SHORT_CONTROL_SECONDS : 2 * MOST_SECONDS
  const took = await uncapped(most)
  return {
    name: `no cap on depth: Readability on ${CONTROL_BYTES / KB} KB of nested lists`,
    caught: took >= (short ? most : MOST_SECONDS),
    figure: `${took >= most ? 'ended after' : 'done after'} ${took.toFixed(1)} s of a processor`,
  }
}

/** Row 15: pages made to cost a parser more than they weigh are read or told to be too much, soon, and their bytes are kept. */
export const run = async ({ short }: RowOptions): Promise<RowResult> => {
  const started = performance.now()
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-row-15-'))
  const opened = await openLibrary(folder, { who: 'bench' })
  if (!opened.ok) throw new Error(opened.refusal.sentence)
  const library = opened.value
  const reader = openReader({ module: MODULE })
  const tried: Tried[] = []
  try {
    await warm(reader)
    for (const size of short ? SIZES.short : SIZES.long) {
      for (const [what, generate] of Object.entries(GENERATORS)) {
        const capture = captureOf(`${what}, ${size / KB} KB.html`, generate(size))
        tried.push(await tryOne(reader, library, capture))
      }
    }
  } finally {
    reader.close()
    await library.close()
    rmSync(folder, { recursive: true, force: true })
  }
  const deafMs = Math.max(...tried.map((one) => one.deafMs))
  const slowest = Math.max(...tried.flatMap(({ seconds: { read, render } }) => [read, render]))
  const busiest = Math.max(...tried.flatMap(({ processor: { read, render } }) => [read, render]))
  const failed = tried.filter(({ faults }) => faults.length > 0).length
  return {
    row: 15,
    name: 'Complexity of pages',
    n: tried.length,
    passed: tried.length - failed - (deafMs >= MOST_DEAF_MS ? 1 : 0),
    bar: 'each 10 s and 1.5 GB or less, else told to be too complex; bytes kept; p99 of the parent under 200 ms; never an empty page without a warning',
    control: await controlOf(short),
    figures: {
      'most processor time, s': busiest.toFixed(1),
      'slowest by the clock on the wall, s': slowest.toFixed(1),
      'largest process, MiB': Math.max(...tried.map(({ peakMb }) => peakMb)),
      'worst p99 of the parent, ms': deafMs.toFixed(0),
      'ended by the deadline': tried.filter(({ outcome }) => outcome.includes('too-slow')).length,
    },
    seconds: (performance.now() - started) / 1000,
    notes: [
      `Load of the machine at the end: ${loadavg()[0]?.toFixed(1) ?? '?'}; bar and deadline are held to the clock on the wall, from a process that is up.`,
      ...tried.map(
        ({ name, seconds: { read, render }, processor, peakMb, deafMs: deaf, outcome, faults }) =>
          `${name.replace('.html', '')}: ${outcome}; ${read.toFixed(1)} s and ${render.toFixed(1)} s (of a processor ${processor.read.toFixed(1)} and ${processor.render.toFixed(1)}), ${peakMb} MiB, parent late by ${deaf.toFixed(0)} ms${faults.length > 0 ? `; FAULT: ${faults.join(', ')}` : ''}`,
      ),
    ],
  }
}
