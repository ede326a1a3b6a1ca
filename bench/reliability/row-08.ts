/** Row 8: one-byte flips wherever a library holds something, and eight ways of rewriting it as a whole. */
import { copyFile, cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { answerKey, holdAnswers } from '../../src/store/answers.ts'
import { keepCapture } from '../../src/store/captures.ts'
import { addExhibits, beginCase, judge } from '../../src/store/cases.ts'
import { checkpointOf } from '../../src/store/journal/journal.ts'
import { DATABASE_FILE, type Library, openLibrary } from '../../src/store/library.ts'
import { keepReading } from '../../src/store/readings.ts'
import { verifyLibrary } from '../../src/store/verification/verify.ts'
import type { OutsideCheckpoint } from '../../src/store/verification/journal-flaws.ts'
import { grouped } from '../../src/core/grouped.ts'
import type { Result } from '../../src/core/refusal.ts'
import { seeded } from '../made-articles.ts'
import { fileDraft, madeReading, READER } from './made-captures.ts'
import { shownByChain } from './plain-chain.ts'
import { OLDER, REWRITINGS } from './rewriting.ts'
import type { RowOptions, RowResult } from './row.ts'
import { blobTarget, cellTarget, type FlipTarget, openTampering } from './tampering.ts'

const CAPTURES = 10

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.refusal.sentence)
  return result.value
}

const opened = async (folder: string): Promise<Library> => valueOf(await openLibrary(folder, { who: 'ida' }))

/** A library with some of everything; the database as it was half way lies beside it. */
const filled = async (seed: number): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-tampering-'))
  const library = await opened(folder)
  valueOf(await beginCase(library, { name: 'dam', question: 'Did it fail?', claims: ['The dam failed.'] }))
  for (let item = 0; item < CAPTURES; item++) {
    const place = { seed, program: 1, item }
    const url = `https://a.example/${item}`
    const { id } = valueOf(await keepCapture(library, { ...fileDraft(place), imprint: { url } }))
    valueOf(await keepReading(library, { capture: id, reader: READER, reading: madeReading(place) }))
    valueOf(await addExhibits(library, 'dam', [{ capture: id, label: null }]))
    const body = Buffer.from(`answer ${item}`)
    valueOf(await holdAnswers(library, item % 2 === 0 ? 'told' : 'heard', [{ key: answerKey([item]), body }]))
    if (item === 4) await library.engine.reader.selectFrom('entry').selectAll().execute()
    if (item === 4) await copyDatabase(folder)
  }
  valueOf(await judge(library, 'dam', { judgement: { kind: 'grade', source: 'the mayor', grade: 'B' }, reason: 'met her' }))
  await library.close()
  return folder
}

const copyDatabase = async (folder: string): Promise<void> => {
  const database = openTampering(folder)
  database.pragma('wal_checkpoint(truncate)')
  database.close()
  await copyFile(join(folder, DATABASE_FILE), join(folder, OLDER))
}

interface Row {
  /** SQLite's own number of the row, which goes by the name of the key where that is one and the same. */
  readonly place: bigint
  readonly [field: string]: unknown
}

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  entry: ['seq', 'at', 'who', 'case_id', 'kind', 'deed', 'leaf'],
  head: ['id', 'size', 'at', 'frontier', 'checkpoint'],
  capture: ['id', 'sha256', 'url', 'seq'],
  reading: ['capture_id', 'reader', 'sha256', 'packed', 'body'],
  kept_case: ['id', 'name', 'digest', 'seq'],
  case_item: ['case_id', 'kind', 'label', 'number', 'capture', 'held'],
  answer: ['key', 'kind', 'body', 'seal', 'held_at'],
}

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'bigint' ? String(value) : '')

const NAMES: Readonly<Record<string, (row: Row) => string>> = {
  entry: ({ place }) => `entry ${place}`,
  head: () => 'head',
  capture: ({ id }) => `capture ${text(id)}`,
  reading: ({ capture_id: capture, reader }) => `reading ${text(capture)} ${text(reader)}`,
  kept_case: ({ id }) => `case ${text(id)}`,
  case_item: ({ case_id: id }) => `case ${text(id)}`,
  // An answer that is altered under its key has another key.
  answer: () => 'answer',
}

const cellTargets = (database: Sqlite.Database): readonly FlipTarget[] =>
  Object.entries(FIELDS).flatMap(([table, fields]) =>
    (database.prepare(`select rowid as place, * from ${table}`).safeIntegers(true).all() as Row[]).flatMap((row) =>
      fields.flatMap((field) => {
        const items = [NAMES[table]?.(row) ?? '']
        return cellTarget(database, { table, field, rowid: row.place, items }) ?? []
      }),
    ),
  )

const blobTargets = async (library: Library): Promise<readonly FlipTarget[]> => {
  const rows = await library.engine.reader.selectFrom('capture').select(['id', 'sha256']).execute()
  return rows.map(({ id, sha256 }) => blobTarget(library.folder, sha256, [id]))
}

interface Flips {
  readonly tried: number
  readonly found: number
  readonly missed: readonly string[]
  /** Flips of each kind of thing. */
  readonly of: ReadonlyMap<string, number>
}

/** Every table is as likely as another, and as the archive; then each field of each row. */
const flips = async (folder: string, count: number, random: () => number): Promise<Flips> => {
  const library = await opened(folder)
  const database = openTampering(folder)
  const kinds = grouped([...cellTargets(database), ...(await blobTargets(library))], ({ what }) => what.split('.')[0] ?? '')
  const names = [...kinds.keys()]
  const of = new Map<string, number>()
  const missed: string[] = []
  for (let tried = 0; tried < count; tried++) {
    const targets = kinds.get(names[Math.floor(random() * names.length)] ?? '') ?? []
    const target = targets[Math.floor(random() * targets.length)]
    if (target === undefined) continue
    const back = await target.flip(random)
    const { flaws } = await verifyLibrary(library)
    const named = flaws.some(({ item }) => target.items.some((one) => item.startsWith(one)))
    if (!named) missed.push(`${target.what} of ${target.items.join(', ')}: ${flaws[0]?.item ?? 'nothing found'}`)
    await back()
    const table = target.what.split('.')[0] ?? ''
    of.set(table, (of.get(table) ?? 0) + 1)
  }
  const after = await verifyLibrary(library)
  if (after.flaws.length > 0) missed.push(`after all was put back: ${after.flaws[0]?.sentence ?? ''}`)
  database.close()
  await library.close()
  return { tried: count, found: count - missed.length, missed, of }
}

/** Which of the eight are found and named, with a checkpoint that was kept elsewhere. */
const rewritings = async (folder: string): Promise<readonly (readonly [name: string, found: string | null])[]> => {
  const results: (readonly [string, string | null])[] = []
  for (const { name, rewrite, item } of REWRITINGS) {
    const copy = await mkdtemp(join(tmpdir(), 'hearsay-rewritten-'))
    await cp(folder, copy, { recursive: true })
    const before = await opened(copy)
    const outside: OutsideCheckpoint = { name: 'in the safe', note: await checkpointOf(before) }
    await before.close()
    await rewrite(copy, before)
    const after = await opened(copy)
    const { flaws } = await verifyLibrary(after, [outside])
    results.push([name, flaws.find((flaw) => item.test(flaw.item))?.item ?? null])
    await after.close()
    await rm(copy, { recursive: true })
  }
  return results
}

export const run = async ({ short, seed }: RowOptions): Promise<RowResult> => {
  const before = performance.now()
  const folder = await filled(seed)
  const flipped = await flips(folder, short ? 150 : 10_000, seeded(seed))
  const classes = await rewritings(folder)
  await rm(folder, { recursive: true })
  const seen = classes.filter(([, found]) => found !== null).length
  const chain = shownByChain()
  const shown = chain.filter(([, found]) => found).length
  return {
    row: 8,
    name: 'Tampering: one-byte flips, and eight ways of rewriting a library',
    n: flipped.tried + classes.length,
    passed: flipped.found + seen,
    bar: 'every flip and all eight found, and what was altered named',
    control: {
      name: 'a plain chain of hashes',
      caught: shown < chain.length,
      figure: `${shown} of ${chain.length} shown; not: ${chain.flatMap(([name, found]) => (found ? [] : [name])).join(', ')}`,
    },
    figures: {
      'flips found': `${flipped.found} of ${flipped.tried}`,
      'flips by what they hit': [...flipped.of].map(([what, count]) => `${what} ${count}`).join(', '),
      'rewritings found': classes.map(([name, found]) => `${name}: ${found ?? 'NOT FOUND'}`).join('; '),
    },
    seconds: (performance.now() - before) / 1000,
    notes: [
      'An older copy and a rewriting with the key are found by a checkpoint that was kept elsewhere, and by nothing else.',
      'An entry altered together with its hash is found, but not which one it is: a checkpoint speaks for all entries before it at once.',
      'Exports are not flipped here yet.',
      ...flipped.missed.slice(0, 8).map((one) => `failed: ${one}`),
    ],
  }
}
