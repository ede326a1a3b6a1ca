import { type ChildProcess, spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Entry } from '../../src/core/entry.ts'
import { captureOf } from '../../src/store/captures.ts'
import type { Ground } from '../../src/store/ground.ts'
import { entryOf } from '../../src/store/journal/entry-row.ts'
import { readingOf } from '../../src/store/readings.ts'
import type { CaptureId } from '../../src/core/capture.ts'
import { type Item, madeBytes, madeReading, READER } from './made-captures.ts'
import type { SeededBug } from './seeded-bugs.ts'

/** What a program that keeps things is to do. */
export interface Orders {
  readonly folder: string
  readonly seed: number
  /** Tells apart what several programs keep. */
  readonly program: number
  readonly items: number
  /** Items that are kept at the same time. */
  readonly lanes: number
  /** Where every second item is fetched from; null: none is fetched. */
  readonly origin: string | null
  readonly bug: SeededBug
  /** Says `ready` and waits for `go` before it opens the library. */
  readonly waits: boolean
  /** Tells its stages on the pipe of number 3. */
  readonly stages: boolean
}

/** What such a program says, a line of JSON each. */
export type Acknowledgement =
  | { readonly kind: 'ready' | 'opened' | 'begun' | 'closed' }
  | { readonly kind: 'capture'; readonly item: number; readonly id: string; readonly sha256: string }
  | { readonly kind: 'reading'; readonly item: number; readonly capture: string }
  | { readonly kind: 'entry'; readonly entry: Entry | null }
  | { readonly kind: 'refused'; readonly code: string; readonly sentence: string }

export const PROGRAM = join(import.meta.dirname, 'ingesting-program.ts')

/** A program at work, with all it has said. */
export interface Running {
  readonly child: ChildProcess
  readonly said: Acknowledgement[]
  /** Letters of the stages it went through. */
  readonly stages: () => string
  readonly errors: () => string
  /** Resolves when it has said so many lines, or has ended. */
  readonly until: (lines: number) => Promise<void>
  readonly ended: Promise<number | null>
}

const collect = (stream: Readable | null | undefined): (() => string) => {
  let text = ''
  stream?.setEncoding('utf8').on('data', (more: string) => {
    text += more
  })
  return () => text
}

/** Starts the program. */
export const startIngesting = (
  orders: Orders,
  command: readonly string[] = [process.execPath],
  more: NodeJS.ProcessEnv = {},
): Running => {
  const [file = '', ...before] = command
  const child = spawn(file, [...before, PROGRAM, JSON.stringify(orders)], {
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    // A thousand programs that start: each compiles the same files.
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'hearsay-compiled'), ...more },
  })
  const said: Acknowledgement[] = []
  let wanted = { lines: Number.POSITIVE_INFINITY, tell: (): void => undefined }
  let rest = ''
  child.stdout.setEncoding('utf8').on('data', (more: string) => {
    const lines = (rest + more).split('\n')
    // A line that was cut off by a kill has not been said.
    rest = lines.pop() ?? ''
    for (const line of lines) said.push(JSON.parse(line) as Acknowledgement)
    if (said.length >= wanted.lines) wanted.tell()
  })
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', (code) => {
      wanted.tell()
      resolve(code)
    })
  })
  return {
    child,
    said,
    stages: collect(child.stdio[3] as Readable),
    errors: collect(child.stderr),
    until: (lines) =>
      said.length >= lines
        ? Promise.resolve()
        : new Promise((resolve) => {
            wanted = { lines, tell: resolve }
          }),
    ended,
  }
}

const lostCapture = async (
  ground: Ground,
  place: Item,
  { id, sha256 }: Extract<Acknowledgement, { kind: 'capture' }>,
): Promise<string | null> => {
  const record = await captureOf(ground, id as CaptureId)
  if (record?.sha256 !== sha256) return `capture ${id} of item ${place.item} is not in the library`
  const bytes = await ground.archive.bytesOf(sha256).catch(() => null)
  return bytes !== null && Buffer.compare(bytes, madeBytes(place)) === 0 ? null : `bytes of capture ${id} are gone or altered`
}

const lostEntry = async (ground: Ground, entry: Entry): Promise<string | null> => {
  const row = await ground.engine.reader.selectFrom('entry').selectAll().where('seq', '=', entry.seq).executeTakeFirst()
  return row !== undefined && JSON.stringify(entryOf(row)) === JSON.stringify(entry)
    ? null
    : `entry ${entry.seq} is gone or another`
}

/** What of the things that were told as kept is not there as it was, byte for byte. */
export const lostOf = async (
  ground: Ground,
  said: readonly Acknowledgement[],
  place: Omit<Item, 'item'>,
): Promise<readonly string[]> => {
  const lost: (string | null)[] = []
  for (const one of said) {
    if (one.kind === 'capture') lost.push(await lostCapture(ground, { ...place, item: one.item }, one))
    else if (one.kind === 'reading') {
      const reading = await readingOf(ground, one.capture as CaptureId, READER)
      const same = JSON.stringify(reading) === JSON.stringify(madeReading({ ...place, item: one.item }))
      lost.push(same ? null : `reading of ${one.capture} is gone or another`)
    } else if (one.kind === 'entry' && one.entry !== null) lost.push(await lostEntry(ground, one.entry))
  }
  return lost.filter((one) => one !== null)
}

/** How many things were told as kept. */
export const keptOf = (said: readonly Acknowledgement[]): number =>
  said.filter(({ kind }) => kind === 'capture' || kind === 'reading' || kind === 'entry').length
