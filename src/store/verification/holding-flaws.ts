import type { CaptureRecord } from '../../core/capture.ts'
import type { Entry } from '../../core/entry.ts'
import { grouped } from '../../core/grouped.ts'
import { isAsHeld } from '../answers.ts'
import { itemsOf } from '../case-items.ts'
import { stateOf } from '../case-state.ts'
import type { CaseItemRow, Database } from '../database/tables.ts'
import type { Ground } from '../ground.ts'
import { rowOf } from '../journal/entry-row.ts'
import { urlOf } from '../projection.ts'
import { readingDigest } from '../readings.ts'
import { type Flaw, flaw } from './flaw.ts'

/** What the entries say is held. */
export interface Account {
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

const captureRowFlaws = async (db: Database, { captures, tombstones }: Account): Promise<readonly Flaw[]> => {
  const rows = new Map((await db.selectFrom('capture').selectAll().execute()).map((row) => [row.id, row]))
  const flaws: Flaw[] = []
  for (const [id, { capture, seq }] of captures) {
    const row = rows.get(id)
    rows.delete(id)
    const agrees =
      row?.sha256 === capture.sha256 &&
      row.url === urlOf(capture) &&
      row.seq === seq &&
      row.tombstone === (tombstones.get(id) ?? null)
    if (!agrees) flaws.push(flaw(`capture ${id}`, `The row of “${capture.name}” is missing or does not agree with entry ${seq}.`))
  }
  for (const id of rows.keys()) flaws.push(flaw(`capture ${id}`, `There is a row for ${id}, which no entry captured.`))
  return flaws
}

const readingFlaws = async (db: Database, { readings, tombstones }: Account): Promise<readonly Flaw[]> => {
  const flaws: Flaw[] = []
  const seen = new Set<string>()
  const keys = await db.selectFrom('reading').select(['capture_id', 'reader']).orderBy('capture_id').execute()
  for (const { capture_id: capture, reader } of keys) {
    const key = readingKey(capture, reader)
    seen.add(key)
    const item = `reading ${key}`
    const row = await db
      .selectFrom('reading')
      .select(['sha256', 'packed', 'body'])
      .where('capture_id', '=', capture)
      .where('reader', '=', reader)
      .executeTakeFirst()
    const said = readings.get(key)
    if (said === undefined) flaws.push(flaw(item, `There is a reading of ${capture} that no entry made.`))
    else if (row?.sha256 !== said.sha256 || readingDigest(row) !== said.sha256)
      flaws.push(flaw(item, `The reading of ${capture} that entry ${said.seq} made has been altered.`))
  }
  for (const [key, { seq }] of readings) {
    const [capture = ''] = key.split(' ')
    if (!seen.has(key) && !tombstones.has(capture))
      flaws.push(flaw(`reading ${key}`, `The reading of ${capture} that entry ${seq} made is missing.`))
  }
  return flaws
}

const itemKey = ({ case_id: id, kind, label }: CaseItemRow): string => JSON.stringify([id, kind, label])

const isSameItem = (a: CaseItemRow, b: CaseItemRow): boolean =>
  a.number === b.number && a.capture === b.capture && a.held === b.held

const itemFlaws = async (db: Database, expected: Map<string, CaseItemRow>): Promise<readonly Flaw[]> => {
  const flaws: Flaw[] = []
  const complain = ({ case_id: id, label }: CaseItemRow): void => {
    flaws.push(flaw(`case ${id}`, `The row of “${label}” in the case ${id} is missing or does not agree with its entries.`))
  }
  for (const row of await db.selectFrom('case_item').selectAll().execute()) {
    const wanted = expected.get(itemKey(row))
    if (wanted === undefined || !isSameItem(row, wanted)) complain(row)
    expected.delete(itemKey(row))
  }
  for (const missing of expected.values()) complain(missing)
  return flaws
}

const caseFlaws = async (db: Database, entries: readonly Entry[]): Promise<readonly Flaw[]> => {
  const rows = new Map((await db.selectFrom('kept_case').selectAll().execute()).map((row) => [row.id, row]))
  const flaws: Flaw[] = []
  const expected = new Map<string, CaseItemRow>()
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
    if (state !== null) for (const item of itemsOf(ofCase, state)) expected.set(itemKey(item), item)
  }
  for (const id of rows.keys()) flaws.push(flaw(`case ${id}`, `There is a row for the case ${id}, which no entry began.`))
  return [...flaws, ...(await itemFlaws(db, expected))]
}

/** Answers looked at in one statement. */
const PAGE = 1000

/** What was worked out and is held under seal. One that was altered is never given out; that it was altered is to be known all the same. */
export const answerFlaws = async (ground: Ground, db: Database): Promise<readonly Flaw[]> => {
  const flaws: Flaw[] = []
  for (let after = ''; ;) {
    const rows = await db.selectFrom('answer').selectAll().where('key', '>', after).orderBy('key').limit(PAGE).execute()
    for (const row of rows)
      if (!isAsHeld(ground, row))
        flaws.push(
          flaw(
            `answer ${row.key}`,
            `What was worked out and held as ${row.key} has been altered; it is worked out anew when asked for.`,
          ),
        )
    const last = rows.at(-1)
    if (last === undefined || rows.length < PAGE) return flaws
    after = last.key
  }
}

/** The rows that can be made from the journal, and the readings, against what its entries say. */
export const rowFlaws = async (db: Database, entries: readonly Entry[], account: Account): Promise<readonly Flaw[]> => [
  ...(await captureRowFlaws(db, account)),
  ...(await readingFlaws(db, account)),
  ...(await caseFlaws(db, entries)),
]
