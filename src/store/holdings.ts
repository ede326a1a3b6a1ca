import type { CaptureId, CaptureRecord } from '../core/capture.ts'
import type { CaseId, Entry } from '../core/entry.ts'
import { caseMarks, caseNamed } from './cases.ts'
import type { Ground } from './ground.ts'
import { entryOf } from './journal/entry-row.ts'

/** Keys looked up in one statement. */
const BATCH = 500

/** A capture that was kept once, whether its bytes are still held or not. */
export interface Holding {
  readonly record: CaptureRecord
  /** The entry that kept it. */
  readonly kept: Entry
  /** The entry that deleted its bytes; null while they are held. */
  readonly buried: Entry | null
}

const entriesAt = async ({ engine }: Ground, numbers: readonly number[]): Promise<ReadonlyMap<number, Entry>> => {
  const found = new Map<number, Entry>()
  for (let at = 0; at < numbers.length; at += BATCH) {
    const some = numbers.slice(at, at + BATCH)
    const rows = await engine.reader.selectFrom('entry').selectAll().where('seq', 'in', some).execute()
    for (const row of rows) found.set(row.seq, entryOf(row))
  }
  return found
}

/** What is known of captures, those whose bytes were deleted too; what was never kept is left out. */
export const holdingsOf = async (ground: Ground, ids: readonly CaptureId[]): Promise<ReadonlyMap<CaptureId, Holding>> => {
  const rows: { id: string; seq: number; tombstone: number | null }[] = []
  for (let at = 0; at < ids.length; at += BATCH)
    rows.push(
      ...(await ground.engine.reader
        .selectFrom('capture')
        .select(['id', 'seq', 'tombstone'])
        .where('id', 'in', ids.slice(at, at + BATCH))
        .execute()),
    )
  const entries = await entriesAt(
    ground,
    rows.flatMap(({ seq, tombstone }) => (tombstone === null ? [seq] : [seq, tombstone])),
  )
  const found = new Map<CaptureId, Holding>()
  for (const { seq, tombstone } of rows) {
    const kept = entries.get(seq)
    if (kept?.deed.kind !== 'capture') throw new Error(`entry ${seq} is no capture`)
    const buried = tombstone === null ? null : (entries.get(tombstone) ?? null)
    found.set(kept.deed.capture.id, { record: kept.deed.capture, kept, buried })
  }
  return found
}

/** Where a capture stands: the case, and what the case calls it. */
export interface Place {
  readonly case: string
  readonly label: string
}

/** The places of captures in all cases, in the order of the cases' names. */
export const placesOf = async (ground: Ground): Promise<ReadonlyMap<CaptureId, readonly Place[]>> => {
  const places = new Map<CaptureId, Place[]>()
  for (const { name } of await caseMarks(ground)) {
    const kept = await caseNamed(ground, name)
    for (const { capture, label } of kept.ok ? kept.value.exhibits : []) {
      const place = { case: name, label }
      const there = places.get(capture)
      if (there === undefined) places.set(capture, [place])
      else there.push(place)
    }
  }
  return places
}

/** The names of all cases by their ids. */
export const caseNames = async (ground: Ground): Promise<ReadonlyMap<CaseId, string>> =>
  new Map((await caseMarks(ground)).map(({ id, name }) => [id, name]))
