/** Row 3: a full drive, a failing drive, too many open files, at every single file call in turn. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keepCapture } from '../../src/store/captures.ts'
import { openLibrary } from '../../src/store/library.ts'
import { verifyLibrary } from '../../src/store/verification/verify.ts'
import { type Acknowledgement, keptOf, lostOf, type Orders, type Running, startIngesting } from './ingesting.ts'
import { fileDraft } from './made-captures.ts'
import { hasStrace } from './row-02.ts'
import type { RowOptions, RowResult } from './row.ts'
import type { SeededBug } from './seeded-bugs.ts'

const ERRORS = ['ENOSPC', 'EIO', 'EMFILE'] as const
const CALLS = ['write', 'pwrite64', 'fsync', 'fdatasync', 'openat', 'rename', 'mkdir', 'link'] as const
const ITEMS = 2

/** `fresh`: a library is begun. `recovery`: one is opened that a program was killed in. */
type Start = 'fresh' | 'recovery'

interface Point {
  readonly start: Start
  readonly call: (typeof CALLS)[number]
  /** Which call of its kind fails, in each thread. */
  readonly nth: number
  readonly error: (typeof ERRORS)[number]
}

interface Bench {
  readonly base: string
  readonly folder: string
  readonly template: string
  readonly seed: number
  readonly bug: SeededBug
}

const ordersOf = ({ folder, seed, bug }: Bench, items: number): Orders => ({
  folder,
  seed,
  program: 1,
  items,
  lanes: 1,
  origin: null,
  bug,
  waits: false,
  stages: false,
})

const STEADY = ['--import', join(import.meta.dirname, 'steady-names.ts')]

/** Pool of one thread: calls are counted for each thread by itself. */
const traced = (bench: Bench, options: readonly string[]): Running =>
  startIngesting(ordersOf(bench, ITEMS), ['strace', '-f', '-qq', '--seccomp-bpf', ...options, process.execPath, ...STEADY], {
    UV_THREADPOOL_SIZE: '1',
  })

const setUp = async ({ folder, template }: Bench, start: Start): Promise<void> => {
  await rm(folder, { recursive: true, force: true })
  if (start === 'recovery') await cp(template, folder, { recursive: true, preserveTimestamps: true })
}

/** A library in which a program was killed: with a log that was not put back, and half a file. */
const killed = async (bench: Bench): Promise<void> => {
  await rm(bench.folder, { recursive: true, force: true })
  const running = startIngesting({ ...ordersOf(bench, 1_000_000), program: 7 })
  await running.until(12)
  running.child.kill('SIGKILL')
  await running.ended
  await writeFile(join(bench.folder, 'incoming', '4194305.abcdef'), 'half')
  await cp(bench.folder, bench.template, { recursive: true, preserveTimestamps: true })
}

/** Paths in the library that the program touches when nothing fails. */
const pathsTouched = async (bench: Bench, start: Start): Promise<readonly string[]> => {
  await setUp(bench, start)
  const log = join(bench.base, 'paths')
  const running = traced(bench, ['-y', '-s', '4096', '-e', `trace=${CALLS.join(',')}`, '-o', log])
  if ((await running.ended) !== 0) throw new Error(running.errors())
  const text = await readFile(log, 'utf8')
  const found = text.matchAll(/["<](\/[^">]+)[">]/gu)
  return [...new Set([...found].map(([, path = '']) => path))].filter((path) => path.startsWith(bench.folder))
}

/** How many things were told as kept, and what was wrong. */
interface Outcome {
  /** The files, by the end of their names, whose calls failed; empty where none did. */
  readonly failed: readonly string[]
  readonly kept: number
  readonly refusals: readonly string[]
  readonly faults: readonly string[]
}

/** The library without any failing: what was told is there, nothing is half there, and it takes more. */
const faultsAfter = async (bench: Bench, said: readonly Acknowledgement[]): Promise<readonly string[]> => {
  const opened = await openLibrary(bench.folder, { who: 'whoever comes next' })
  if (!opened.ok) return [`could not be opened afterwards: ${opened.refusal.sentence}`]
  const library = opened.value
  try {
    const faults = [...(await lostOf(library, said, { seed: bench.seed, program: 1 }))]
    const more = await keepCapture(library, fileDraft({ seed: bench.seed, program: 2, item: 1 }))
    if (!more.ok) faults.push(`took nothing afterwards: ${more.refusal.sentence}`)
    const { flaws } = await verifyLibrary(library)
    return [...faults, ...flaws.map(({ item, sentence }) => `${item}: ${sentence}`)]
  } finally {
    await library.close()
  }
}

/** A call may be begun in one line of its thread and fail in a later one. */
const failedIn = (log: string): readonly string[] => {
  const lines = log.split('\n')
  return lines.flatMap((line, at) => {
    if (!line.includes('(INJECTED)')) return []
    const thread = line.split(' ')[0] ?? ''
    const begun = lines.slice(0, at + 1).findLast((other) => other.startsWith(thread) && /["<]\//u.test(other)) ?? ''
    const path = /["<](\/[^">]*)[">]/u.exec(begun)?.[1] ?? ''
    return [/library\.sqlite.*|signing-key|incoming\/.|sha256.*/u.exec(path)?.[0].slice(0, 18) ?? 'the folder']
  })
}

const trial = async (bench: Bench, { start, call, nth, error }: Point, paths: readonly string[]): Promise<Outcome> => {
  await setUp(bench, start)
  const log = join(bench.base, 'calls')
  const where = paths.flatMap((path) => ['-P', path])
  const inject = ['-y', '-e', `trace=${call}`, '-e', `inject=${call}:error=${error}:when=${nth}`]
  const running = traced(bench, ['-o', log, ...where, ...inject])
  const code = await running.ended
  const refusals = running.said.flatMap((one) => (one.kind === 'refused' ? [`${one.code}: ${one.sentence}`] : []))
  const faults =
    code === 0 && running.errors() === '' ? [] : [`ended with ${code ?? 'a signal'}: ${running.errors().slice(0, 600)}`]
  const failed = failedIn(await readFile(log, 'utf8'))
  faults.push(...(await faultsAfter(bench, running.said)))
  return { failed, kept: keptOf(running.said), refusals, faults }
}

interface Tried extends Outcome {
  readonly point: Point
}

/** The calls of one kind, the first, the second … until the program gets by without the injection. */
const walk = async (
  bench: Bench,
  first: Omit<Point, 'nth'>,
  options: { paths: readonly string[]; most: number },
): Promise<Tried[]> => {
  const tried: Tried[] = []
  for (let nth = 1; nth <= options.most; nth++) {
    const point = { ...first, nth }
    const outcome = await trial(bench, point, options.paths)
    // A program that ended badly has not got by, whoever ended it.
    if (outcome.failed.length === 0 && outcome.faults.length === 0) return tried
    tried.push({ ...outcome, point })
  }
  return tried
}

interface Scope {
  readonly starts: readonly Start[]
  readonly calls: readonly (typeof CALLS)[number][]
  readonly errors: readonly (typeof ERRORS)[number][]
  readonly most: number
  /** Programs at a time. */
  readonly lanes: number
  readonly bug: SeededBug
}

const trials = async (seed: number, { starts, calls, errors, most, lanes, bug }: Scope): Promise<readonly Tried[]> => {
  const queue = starts.flatMap((start) => calls.flatMap((call) => errors.map((error) => ({ start, call, error })))).values()
  const lane = async (): Promise<Tried[]> => {
    const base = realpathSync(await mkdtemp(join(tmpdir(), 'hearsay-drive-')))
    const bench: Bench = { base, folder: join(base, 'library'), template: join(base, 'template'), seed, bug }
    if (starts.includes('recovery')) await killed(bench)
    const paths = new Map<Start, readonly string[]>()
    for (const start of starts) paths.set(start, await pathsTouched(bench, start))
    const tried: Tried[] = []
    for (const first of queue) tried.push(...(await walk(bench, first, { paths: paths.get(first.start) ?? [], most })))
    await rm(base, { recursive: true })
    return tried
  }
  return (await Promise.all(Array.from({ length: lanes }, lane))).flat()
}

const nameOf = ({ start, call, nth, error }: Point): string => `${error} at ${call} ${nth} (${start})`

const placesOf = (tried: readonly Tried[]): string => {
  const counts = new Map<string, number>()
  for (const { point, failed } of tried) {
    const place = `${point.call} ${[...new Set(failed)].join(' and ')}`
    counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  return [...counts].map(([place, count]) => `${place} (${count})`).join(', ') || '–'
}

const BASE = {
  row: 3,
  name: 'A full or failing drive, or too many open files, at the Nth file call',
  bar: 'nothing told as kept is lost, no crash, what is refused is refused in a sentence, and afterwards the library opens, has no flaw and takes more',
}
const CONTROL = 'a program that takes a failed write for a success'

const LONG: Scope = { starts: ['fresh', 'recovery'], calls: CALLS, errors: ERRORS, most: 10_000, lanes: 3, bug: 'none' }
const SHORT: Scope = { starts: ['fresh'], calls: ['rename'], errors: ['ENOSPC'], most: 1, lanes: 1, bug: 'none' }

export const run = async ({ short, seed }: RowOptions): Promise<RowResult> => {
  const before = performance.now()
  if (!hasStrace()) {
    const notes = ['strace is not installed here.']
    return {
      ...BASE,
      n: 0,
      passed: 0,
      control: { name: CONTROL, caught: true, figure: 'not run' },
      figures: {},
      seconds: 0,
      notes,
    }
  }
  const tried = await trials(seed, short ? SHORT : LONG)
  const bad = tried.filter(({ faults }) => faults.length > 0)
  const control = await trials(seed, { ...SHORT, calls: ['write'], most: 3, bug: 'ignores-a-write-error' })
  const caught = control.filter(({ faults }) => faults.length > 0).length
  const silent = tried.filter(({ refusals, faults }) => refusals.length === 0 && faults.length === 0)
  return {
    ...BASE,
    n: tried.length,
    passed: tried.length - bad.length,
    control: { name: CONTROL, caught: caught > 0, figure: `${caught} of ${control.length} caught` },
    figures: {
      'file calls that were made to fail': new Set(tried.map(({ point }) => `${point.start} ${point.call} ${point.nth}`)).size,
      'things told as kept in spite of it': tried.reduce((sum, { kept }) => sum + kept, 0),
      'different refusals': new Set(tried.flatMap(({ refusals }) => refusals)).size,
      'failures that nobody had to be told of': silent.length,
      'where those were': placesOf(silent),
    },
    seconds: (performance.now() - before) / 1000,
    notes: [
      'Calls are counted for each thread of the program by itself: one run may have two failing calls, one in SQLite’s thread and one in the archive’s.',
      ...bad.slice(0, 8).map(({ point, faults }) => `failed: ${nameOf(point)}: ${faults.slice(0, 2).join(' | ')}`),
    ],
  }
}
