import type { CaptureRecord } from '../../core/capture.ts'
import type { Entry } from '../../core/entry.ts'
import { grouped } from '../../core/grouped.ts'
import { stateOf } from '../case-state.ts'
import type { Ground } from '../ground.ts'
import { rowOf } from '../journal/entry-row.ts'
import { readingDigest } from '../readings.ts'
import { storedText } from '../stored-text.ts'
import { type Flaw, flaw } from './flaw.ts'

/** What the entries say is held. */
interface Account {
  readonly captures: ReadonlyMap<string, { readonly capture: CaptureRecord; readonly seq: number }>
  /** Captures with the entry that deleted their bytes. */
  readonly tombstones: ReadonlyMap<string, number>
  /** Digest of each reading, under `capture reader`. */
  readonly readings: ReadonlyMap<string, { readonly sha256: string; readonly seq: number }>
}

const readingKey = (capture: string, reader: string): string => `${capture} ${reader}`

export const accountOf = (entries: readonly Entry[]): Account => {
  const captures = new Map<string, { capture: CaptureRecord; seq: number }>()
  const tombstones = new Map<string, number>()
  const readings = new Map<string, { sha256: string; seq: number }>()
  for (const { seq, deed } of entries) {
    if (deed.kind === 'capture') captures.set(deed.capture.id, { capture: deed.capture, seq })
    else if (deed.kind === 'tombstone') tombstones.set(deed.capture, seq)
    else if (deed.kind === 'reading') readings.set(readingKey(deed.capture, deed.reader), { sha256: deed.sha256, seq })
  }
  return { captures, tombstones, readings }
}

const flawOfBytes = async (ground: Ground, { id, sha256, size, name }: CaptureRecord): Promise<Flaw | null> => {
  const item = `capture ${id}`
  const there = await ground.archive.found(sha256).catch(() => null)
  if (there === null) return flaw(item, `The bytes of “${name}” (${sha256}) are missing from the archive, or cannot be read.`)
  if (there.sha256 !== sha256) return flaw(item, `The bytes of “${name}” (${sha256}) have been altered.`)
  return there.size === size ? null : flaw(item, `“${name}” has ${there.size} bytes, not the ${size} that were kept.`)
}

const archiveFlaws = async (ground: Ground, { captures, tombstones }: Account): Promise<{ flaws: Flaw[]; bytes: number }> => {
  const flaws: Flaw[] = []
  let bytes = 0
  const seen = new Set<string>()
  for (const [id, { capture }] of captures) {
    if (tombstones.has(id) || seen.has(capture.sha256)) continue
    seen.add(capture.sha256)
    bytes += capture.size
    const found = await flawOfBytes(ground, capture)
    if (found !== null) flaws.push(found)
  }
  return { flaws, bytes }
}

const captureRowFlaws = async ({ engine }: Ground, { captures, tombstones }: Account): Promise<readonly Flaw[]> => {
  const rows = new Map((await engine.reader.selectFrom('capture').selectAll().execute()).map((row) => [row.id, row]))
  const flaws: Flaw[] = []
  for (const [id, { capture, seq }] of captures) {
    const row = rows.get(id)
    rows.delete(id)
    const url = capture.exchange?.url ?? capture.imprint.url ?? null
    const agrees =
      row?.sha256 === capture.sha256 &&
      row.url === (url === null ? null : storedText(url)) &&
      row.seq === seq &&
      row.tombstone === (tombstones.get(id) ?? null)
    if (!agrees) flaws.push(flaw(`capture ${id}`, `The row of “${capture.name}” is missing or does not agree with entry ${seq}.`))
  }
  for (const id of rows.keys()) flaws.push(flaw(`capture ${id}`, `There is a row for ${id}, which no entry captured.`))
  return flaws
}

const readingFlaws = async ({ engine }: Ground, { readings, tombstones }: Account): Promise<readonly Flaw[]> => {
  const flaws: Flaw[] = []
  const seen = new Set<string>()
  const keys = await engine.reader.selectFrom('reading').select(['capture_id', 'reader']).orderBy('capture_id').execute()
  for (const { capture_id: capture, reader } of keys) {
    const key = readingKey(capture, reader)
    seen.add(key)
    const item = `reading ${key}`
    const row = await engine.reader
      .selectFrom('reading')
      .select(['sha256', 'body'])
      .where('capture_id', '=', capture)
      .where('reader', '=', reader)
      .executeTakeFirst()
    const said = readings.get(key)
    if (said === undefined) flaws.push(flaw(item, `There is a reading of ${capture} that no entry made.`))
    else if (row?.sha256 !== said.sha256 || readingDigest(row.body) !== said.sha256)
      flaws.push(flaw(item, `The reading of ${capture} that entry ${said.seq} made has been altered.`))
  }
  for (const [key, { seq }] of readings) {
    const [capture = ''] = key.split(' ')
    if (!seen.has(key) && !tombstones.has(capture))
      flaws.push(flaw(`reading ${key}`, `The reading of ${capture} that entry ${seq} made is missing.`))
  }
  return flaws
}

const caseFlaws = async ({ engine }: Ground, entries: readonly Entry[]): Promise<readonly Flaw[]> => {
  const rows = new Map((await engine.reader.selectFrom('kept_case').selectAll().execute()).map((row) => [row.id, row]))
  const flaws: Flaw[] = []
  const ofCases = grouped(
    entries.filter((entry) => entry.case !== null),
    (entry) => entry.case,
  )
  for (const [id, ofCase] of ofCases) {
    if (id === null) continue
    const state = stateOf(
      id,
      ofCase.map((entry) => ({ entry, leaf: rowOf(entry).leaf })),
    )
    const row = rows.get(id)
    rows.delete(id)
    if (state === null || row?.digest !== state.digest || row.name !== state.name || row.seq !== state.seq)
      flaws.push(flaw(`case ${id}`, `The row of the case ${id} is missing or does not agree with its entries.`))
  }
  for (const id of rows.keys()) flaws.push(flaw(`case ${id}`, `There is a row for the case ${id}, which no entry began.`))
  return flaws
}

/** What is held, against what the journal's entries say is held: bytes, rows and readings. */
export const holdingFindings = async (
  ground: Ground,
  entries: readonly Entry[],
): Promise<{ readonly flaws: readonly Flaw[]; readonly bytes: number; readonly account: Account }> => {
  const account = accountOf(entries)
  const archive = await archiveFlaws(ground, account)
  const flaws = [
    ...archive.flaws,
    ...(await captureRowFlaws(ground, account)),
    ...(await readingFlaws(ground, account)),
    ...(await caseFlaws(ground, entries)),
  ]
  return { flaws, bytes: archive.bytes, account }
}
