/** Row 1: SIGKILL at random moments while captures, readings, judgements and verdicts are being kept. */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { localServer } from '../../src/node/local-server.fixture.ts'
import { openLibrary } from '../../src/store/library.ts'
import { verifyLibrary } from '../../src/store/verification/verify.ts'
import { seeded } from '../made-articles.ts'
import { type Acknowledgement, keptOf, lostOf, type Orders, type Running, startIngesting } from './ingesting.ts'
import { itemOfPath, madeBytes } from './made-captures.ts'
import type { RowOptions, RowResult } from './row.ts'
import { type SeededBug, SEEDED_BUGS } from './seeded-bugs.ts'

/** Kills of one library before another is begun: verifying all of it after each takes longer as it grows. */
const KILLS_OF_ONE = 25
/** One kill in five falls while the library is being opened, within so many milliseconds of being told to. */
const OPENING_MS = 250
/** The others fall when so many things have been told as kept, and then so many milliseconds. */
const MOST_LINES = 14
const LATER_MS = 60
/** Items that nobody gets to. */
const MANY = 1_000_000
const RESTART_MS = 5000

const STAGES: Readonly<Record<string, string>> = {
  '': 'before opening',
  o: 'opening',
  b: 'writing bytes',
  k: 'between bytes and row',
  t: 'in a transaction',
  c: 'committing',
  d: 'between commit and next',
}

/** One kill, and what was found afterwards. */
interface Kill {
  readonly stage: string
  readonly kept: number
  readonly faults: readonly string[]
  readonly restartMs: number
}

interface Shelf {
  readonly folder: string
  /** Everything that was told as kept here, by program. */
  readonly said: Map<number, readonly Acknowledgement[]>
}

const faultsAfter = async ({ folder, said }: Shelf, program: number, seed: number): Promise<Omit<Kill, 'stage' | 'kept'>> => {
  const before = performance.now()
  const opened = await openLibrary(folder, { who: 'whoever comes next' })
  const restartMs = performance.now() - before
  if (!opened.ok) return { faults: [opened.refusal.sentence], restartMs }
  const library = opened.value
  const faults = [...(await lostOf(library, said.get(program) ?? [], { seed, program }))]
  const { flaws } = await verifyLibrary(library)
  faults.push(...flaws.map(({ item, sentence }) => `${item}: ${sentence}`))
  for await (const name of library.archive.names())
    if ((await library.archive.found(name))?.sha256 !== name) faults.push(`the bytes called ${name} have another digest`)
  const left = await readdir(join(folder, 'incoming'))
  const keys = (await readdir(folder)).filter((name) => name.startsWith('signing-key.json.'))
  faults.push(...[...left, ...keys].map((name) => `${name} was left half written`))
  if (restartMs > RESTART_MS) faults.push(`opening took ${restartMs} ms`)
  await library.close()
  return { faults, restartMs }
}

const killOnce = async (running: Running, random: () => number): Promise<void> => {
  await running.until(1)
  running.child.stdin?.write('go\n')
  if (random() < 0.2) await wait(random() * OPENING_MS)
  else {
    await running.until(2 + Math.floor(random() * MOST_LINES))
    await wait(random() * LATER_MS)
  }
  running.child.kill('SIGKILL')
  await running.ended
}

interface Campaign {
  readonly kills: number
  readonly seed: number
  readonly origin: string
  readonly bug: SeededBug
  /** Numbers its programs apart from those of others. */
  readonly first: number
  /** Ends with the first fault: what a seeded bug must come to. */
  readonly untilCaught: boolean
}

/** Kills programs one after the other; the next is started while what the last left is looked at. */
const campaign = async ({ kills, seed, origin, bug, first, untilCaught }: Campaign): Promise<readonly Kill[]> => {
  const random = seeded(seed + first)
  const done: Kill[] = []
  let shelf: Shelf | null = null
  const start = async (number: number): Promise<readonly [Shelf, Running]> => {
    if (shelf === null || number % KILLS_OF_ONE === 0)
      shelf = { folder: await mkdtemp(join(tmpdir(), 'hearsay-kills-')), said: new Map() }
    const { folder } = shelf
    const orders: Orders = {
      folder,
      seed,
      program: first + number,
      items: MANY,
      lanes: 2,
      origin,
      bug,
      waits: true,
      stages: true,
    }
    return [shelf, startIngesting(orders)]
  }
  let next = await start(0)
  for (let number = 0; number < kills; number++) {
    const [at, running] = next
    await killOnce(running, random)
    at.said.set(first + number, running.said)
    const last = number + 1 === kills
    if (!last) next = await start(number + 1)
    const found = await faultsAfter(at, first + number, seed)
    if (running.errors() !== '') done.push({ stage: 'fault', kept: 0, faults: [running.errors()], restartMs: 0 })
    done.push({ ...found, stage: STAGES[running.stages().at(-1) ?? ''] ?? '', kept: keptOf(running.said) })
    if (last || next[0] !== at) await rm(at.folder, { recursive: true })
    if (untilCaught && found.faults.length > 0) {
      if (!last) {
        next[1].child.kill('SIGKILL')
        await next[1].ended
      }
      await rm(at.folder, { recursive: true, force: true })
      return done
    }
  }
  return done
}

const histogram = (kills: readonly Kill[]): string =>
  Object.values(STAGES)
    .map((stage) => `${stage} ${kills.filter((kill) => kill.stage === stage).length}`)
    .join(', ')

/** Two libraries at a time: one's program runs while the other's is being looked at. */
const killsOf = async (count: number, seed: number, origin: string): Promise<readonly Kill[]> => {
  const half = Math.ceil(count / 2)
  const both = await Promise.all([
    campaign({ kills: half, seed, origin, bug: 'none', first: 0, untilCaught: false }),
    campaign({ kills: count - half, seed, origin, bug: 'none', first: 100_000, untilCaught: false }),
  ])
  return both.flat()
}

const LONG = { kills: 1000, control: 200 }
const SHORT = { kills: 6, control: 40 }

export const run = async ({ short, seed }: RowOptions): Promise<RowResult> => {
  const before = performance.now()
  const { kills, control } = short ? SHORT : LONG
  const server = await localServer((request, response) => {
    const item = itemOfPath(request.url ?? '')
    response.writeHead(item === null ? 404 : 200, { 'content-type': 'application/octet-stream' })
    response.end(item === null ? '' : madeBytes(item))
  })
  try {
    const origin = `http://127.0.0.1:${server.port}`
    const done = await killsOf(kills, seed, origin)
    const bad = done.filter(({ faults }) => faults.length > 0)
    const caught: string[] = []
    for (const [at, bug] of (short ? SEEDED_BUGS.slice(0, 1) : SEEDED_BUGS).entries()) {
      const tried = await campaign({ kills: control, seed, origin, bug, first: (at + 2) * 100_000, untilCaught: true })
      const fault = tried.at(-1)?.faults[0]
      caught.push(fault === undefined ? `${bug}: not in ${tried.length} kills` : `${bug}: at kill ${tried.length}`)
    }
    const restarts = done.map(({ restartMs }) => restartMs)
    return {
      row: 1,
      name: 'SIGKILL at random moments during ingest',
      n: kills,
      passed: kills - bad.length,
      bar: '0 acknowledged things lost, 0 flaws in the journal, 0 rows without bytes, 0 bytes whose digest is not their name, reopened in under 5 s, nothing half written left',
      control: {
        name: short ? 'one seeded bug' : 'three seeded bugs, each within 200 kills',
        caught: caught.every((one) => one.includes('at kill')),
        figure: caught.join('; '),
      },
      figures: {
        'things acknowledged before a kill': done.reduce((sum, { kept }) => sum + kept, 0),
        'longest reopening, ms': Math.round(Math.max(...restarts)),
        'where the kill fell': histogram(done),
      },
      seconds: (performance.now() - before) / 1000,
      notes: [
        'A kill says nothing about a loss of power: the system’s page cache outlives the program. Row 2 is for that.',
        'The program killed keeps files, pages fetched over HTTP, readings, exhibits, judgements and verdicts through the library, two at a time; the command line and a server are not what is killed.',
        ...bad.slice(0, 5).map(({ stage, faults }) => `failed (${stage}): ${faults.slice(0, 3).join(' | ')}`),
      ],
    }
  } finally {
    await server.close()
  }
}
