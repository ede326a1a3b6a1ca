import type { CaseId, Entry } from '../core/entry.ts'
import type { KeptCase } from '../core/kept-case.ts'
import { type Leaf, stateOf } from './case-state.ts'
import type { CaseItemRow, Database } from './database/tables.ts'
import { entryOf } from './journal/entry-row.ts'
import { storedText } from './stored-text.ts'

/** Labels that are marked in one statement. */
const BATCH = 500

/** The entries of a case in order, up to the end of a moment, ISO 8601, or all of them. */
export const leavesOf = async (db: Database, id: CaseId, until: string | null): Promise<readonly Leaf[]> => {
  const all = db.selectFrom('entry').selectAll().where('case_id', '=', id).orderBy('seq')
  const rows = await (until === null ? all : all.where('at', '<=', until)).execute()
  return rows.map((row) => ({ entry: entryOf(row), leaf: row.leaf }))
}

type ItemKind = CaseItemRow['kind']

/** Labels that are given by themselves, d1, d2 … and c1, c2 …; nine digits are more than anybody comes to. */
const GIVEN: Readonly<Record<ItemKind, RegExp>> = { exhibit: /^d(\d{1,9})$/u, claim: /^c(\d{1,9})$/u }

const itemOf = ({ case: id, deed }: Entry): CaseItemRow | null => {
  if (id === null || (deed.kind !== 'exhibit' && deed.kind !== 'claim')) return null
  const [label, capture] = deed.kind === 'exhibit' ? [deed.label, deed.capture] : [deed.claim, null]
  const digits = GIVEN[deed.kind].exec(label)?.[1]
  return {
    case_id: id,
    kind: deed.kind,
    label: storedText(label),
    number: digits === undefined ? null : Number(digits),
    capture,
    held: 1,
  }
}

const isHeld = ({ exhibits, claims }: KeptCase): ((row: CaseItemRow) => boolean) => {
  const labels = {
    exhibit: new Set(exhibits.map(({ label }) => storedText(label))),
    claim: new Set<string>(claims.map(({ id }) => id)),
  }
  return ({ kind, label }) => labels[kind].has(label)
}

/** What the table must say of a case whose entries these are and whose state they come to. */
export const itemsOf = (entries: readonly Entry[], state: KeptCase): readonly CaseItemRow[] => {
  const holds = isHeld(state)
  const items = new Map<string, CaseItemRow>()
  for (const entry of entries) {
    const row = itemOf(entry)
    if (row !== null) items.set(`${row.kind} ${row.label}`, { ...row, held: holds(row) ? 1 : 0 })
  }
  return [...items.values()]
}

const mark = async (
  db: Database,
  rows: readonly Pick<CaseItemRow, 'case_id' | 'kind' | 'label'>[],
  held: 0 | 1,
): Promise<void> => {
  for (const kind of ['exhibit', 'claim'] as const) {
    const labels = rows.filter((row) => row.kind === kind).map(({ label }) => storedText(label))
    for (let at = 0; at < labels.length; at += BATCH)
      await db
        .updateTable('case_item')
        .set({ held })
        .where('case_id', '=', rows[0]?.case_id ?? '')
        .where('kind', '=', kind)
        .where('label', 'in', labels.slice(at, at + BATCH))
        .execute()
  }
}

/** A taking back can change anything: the whole case is gone through once. */
const markAnew = async (db: Database, id: CaseId): Promise<void> => {
  const leaves = await leavesOf(db, id, null)
  const state = stateOf(id, leaves)
  if (state === null) throw new Error(`the journal of the case ${id} does not begin it`)
  const items = itemsOf(
    leaves.map(({ entry }) => entry),
    state,
  )
  for (const held of [0, 1] as const)
    await mark(
      db,
      items.filter((item) => item.held === held),
      held,
    )
}

/** Brings the table of what a case has up to one more entry, which is in the journal already. */
export const moveItems = async (db: Database, entry: Entry): Promise<void> => {
  const { case: id, deed } = entry
  const row = itemOf(entry)
  if (row !== null) await db.insertInto('case_item').values(row).execute()
  else if (id === null) return
  else if (deed.kind === 'exhibit-removed') await mark(db, [{ case_id: id, kind: 'exhibit', label: deed.label }], 0)
  else if (deed.kind === 'claim-removed') await mark(db, [{ case_id: id, kind: 'claim', label: deed.claim }], 0)
  else if (deed.kind === 'undo') await markAnew(db, id)
}

const labelled = (
  db: Database,
  id: CaseId,
  { kind, label }: Pick<CaseItemRow, 'kind' | 'label'>,
): Promise<CaseItemRow | undefined> =>
  db
    .selectFrom('case_item')
    .selectAll()
    .where('case_id', '=', id)
    .where('kind', '=', kind)
    .where('label', '=', storedText(label))
    .executeTakeFirst()

/** Whether a case ever gave that label to something; one that was taken away is not given to something else. */
export const isTaken = async (db: Database, id: CaseId, item: Pick<CaseItemRow, 'kind' | 'label'>): Promise<boolean> =>
  (await labelled(db, id, item)) !== undefined

/** Whether a case has something under that label now. */
export const hasItem = async (db: Database, id: CaseId, item: Pick<CaseItemRow, 'kind' | 'label'>): Promise<boolean> =>
  (await labelled(db, id, item))?.held === 1

/** Whether a capture is before a case now. */
export const hasCapture = async (db: Database, id: CaseId, capture: string): Promise<boolean> =>
  (await db
    .selectFrom('case_item')
    .select('label')
    .where('case_id', '=', id)
    .where('capture', '=', capture)
    .where('held', '=', 1)
    .executeTakeFirst()) !== undefined

/** The highest number that a label ever had in a case; 0 where none had any. */
export const highestNumber = async (db: Database, id: CaseId, kind: ItemKind): Promise<number> =>
  (
    await db
      .selectFrom('case_item')
      .select('number')
      .where('case_id', '=', id)
      .where('kind', '=', kind)
      .where('number', 'is not', null)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst()
  )?.number ?? 0
