import type { CaseId, Deed, Entry } from '../../core/entry.ts'
import { ok, type Result } from '../../core/refusal.ts'
import type { Database, HeadRow } from '../database/tables.ts'
import type { Ground } from '../ground.ts'
import { project } from '../projection.ts'
import { unlessTroubled } from '../trouble.ts'
import { entryOf, rowOf } from './entry-row.ts'
import { emptyFrontier, extend, type Frontier, rootOfFrontier } from './merkle.ts'

/** An entry before the journal has given it its number and time. */
export interface Draft {
  /** Null for what belongs to the library. */
  readonly case: CaseId | null
  readonly deed: Deed
}

const HEAD = 1

const headOf = (db: Database): Promise<HeadRow | undefined> =>
  db.selectFrom('head').selectAll().where('id', '=', HEAD).executeTakeFirst()

const frontierOf = (head: HeadRow | undefined): Frontier =>
  head === undefined ? emptyFrontier : (JSON.parse(head.frontier) as Frontier)

const writeHead = async (db: Database, row: HeadRow): Promise<void> => {
  const { size, at, frontier, checkpoint } = row
  await db
    .insertInto('head')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ size, at, frontier, checkpoint }))
    .execute()
}

/** Writes drafts behind the last entry, brings the tables up to them and signs where the journal now ends; inside a transaction. */
const append = async (ground: Ground, db: Database, drafts: readonly Draft[]): Promise<readonly Entry[]> => {
  const head = await headOf(db)
  let frontier = frontierOf(head)
  let size = head?.size ?? 0
  // A clock that was set back must not make the journal run backwards: what was known on a day is found by time.
  const now = ground.now()
  const at = head !== undefined && head.at > now ? head.at : now
  const entries: Entry[] = []
  for (const draft of drafts) {
    const entry: Entry = { seq: ++size, at, who: ground.who, ...draft }
    const row = rowOf(entry)
    await db.insertInto('entry').values(row).execute()
    frontier = extend(frontier, row.leaf)
    await project(db, entry, row.leaf)
    entries.push(entry)
  }
  const checkpoint = ground.sign({ size, root: rootOfFrontier(frontier) })
  await writeHead(db, { id: HEAD, size, at, frontier: JSON.stringify(frontier), checkpoint })
  return entries
}

/**
 * Does what `plan` decides once nobody else writes any more: looks at the library as it stands then, and appends the entries it gives,
 * or refuses with nothing written. Resolves when the drive has them.
 */
export const record = <T extends readonly Draft[]>(
  ground: Ground,
  plan: (db: Database) => Promise<Result<T>>,
): Promise<Result<readonly Entry[]>> =>
  unlessTroubled('What was done', () =>
    ground.engine.write(async (db) => {
      const drafts = await plan(db)
      if (!drafts.ok) return drafts
      return ok(drafts.value.length === 0 ? [] : await append(ground, db, drafts.value))
    }),
  )

/** Which entries are asked for; all that are told must hold. */
export interface Sought {
  readonly case?: CaseId
  readonly kinds?: readonly Deed['kind'][]
  /** Entries made at or after this time, ISO 8601 in UTC. */
  readonly since?: string
  /** Entries made at or before this time. */
  readonly until?: string
  /** The last so many, still in order. */
  readonly last?: number
}

/** Entries in the order in which they were made. */
export const entriesOf = async ({ engine }: Ground, sought: Sought = {}): Promise<readonly Entry[]> => {
  let query = engine.reader.selectFrom('entry').selectAll()
  if (sought.case !== undefined) query = query.where('case_id', '=', sought.case)
  if (sought.kinds !== undefined) query = query.where('kind', 'in', sought.kinds)
  if (sought.since !== undefined) query = query.where('at', '>=', sought.since)
  if (sought.until !== undefined) query = query.where('at', '<=', sought.until)
  const rows =
    sought.last === undefined
      ? await query.orderBy('seq').execute()
      : (await query.orderBy('seq', 'desc').limit(sought.last).execute()).reverse()
  return rows.map(entryOf)
}

/** The signed note that says where the journal ends: kept elsewhere, it shows any later change of what is in it now. */
export const checkpointOf = async ({ engine }: Ground): Promise<string> => {
  const head = await headOf(engine.reader)
  if (head === undefined) throw new Error('the library has no journal')
  return head.checkpoint
}
