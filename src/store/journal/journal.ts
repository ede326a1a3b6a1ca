import type { CaseId, Deed, Entry } from '../../core/entry.ts'
import { ok, refuse, type Result } from '../../core/refusal.ts'
import type { Database, Engine, HeadRow } from '../database/tables.ts'
import type { Ground } from '../ground.ts'
import { project } from '../projection.ts'
import { unlessTroubled } from '../trouble.ts'
import { entryOf, rowOf } from './entry-row.ts'
import { verifyCheckpoint } from './checkpoint.ts'
import { emptyFrontier, extend, type Frontier, isFrontier, rootOfFrontier } from './merkle.ts'

/** An entry before the journal has given it its number and time. */
export interface Draft {
  /** Null for what belongs to the library. */
  readonly case: CaseId | null
  readonly deed: Deed
}

const HEAD = 1

const headOf = (db: Database): Promise<HeadRow | undefined> =>
  db.selectFrom('head').selectAll().where('id', '=', HEAD).executeTakeFirst()

/** Heads that are known to be as they were signed: the last that this program wrote or looked at, so that it looks only once. */
const known = new WeakMap<Engine, string>()

const frontierIn = ({ frontier }: HeadRow): Frontier | null => {
  try {
    const value: unknown = JSON.parse(frontier)
    return isFrontier(value) ? value : null
  } catch {
    return null
  }
}

const isSigned = ({ engine, key }: Ground, head: HeadRow, frontier: Frontier): boolean => {
  const text = JSON.stringify(head)
  if (known.get(engine) === text) return true
  const signed = verifyCheckpoint(head.checkpoint, key)
  const holds =
    signed.ok && signed.value.size === head.size && frontier.size === head.size && signed.value.root === rootOfFrontier(frontier)
  if (holds) known.set(engine, text)
  return holds
}

interface End {
  readonly size: number
  readonly at: string
  readonly frontier: Frontier
}

/**
 * Where the journal ends. It is never gone on with from an end that its key did not sign: whatever was done to it would be signed as
 * right with the next entry.
 */
const endOf = async (ground: Ground, db: Database): Promise<Result<End>> => {
  const head = await headOf(db)
  const last = await db.selectFrom('entry').select(['seq', 'at']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  if (head === undefined && last === undefined) return ok({ size: 0, at: '', frontier: emptyFrontier })
  const frontier = head === undefined ? null : frontierIn(head)
  const ends = head !== undefined && last?.seq === head.size && last.at === head.at
  if (!ends || frontier === null || !isSigned(ground, head, frontier))
    return refuse(
      'bad-signature',
      'What was done was not kept: the journal does not end as this library signed it; “hearsay verify” tells what has been altered.',
    )
  return ok({ size: head.size, at: head.at, frontier })
}

const writeHead = async (db: Database, row: HeadRow): Promise<void> => {
  const { size, at, frontier, checkpoint } = row
  await db
    .insertInto('head')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ size, at, frontier, checkpoint }))
    .execute()
}

/** Writes drafts behind the last entry, brings the tables up to them and signs where the journal now ends; inside a transaction. */
const append = async (ground: Ground, db: Database, drafts: readonly Draft[]): Promise<Result<readonly Entry[]>> => {
  const end = await endOf(ground, db)
  if (!end.ok) return end
  let { frontier, size } = end.value
  // A clock that was set back must not make the journal run backwards: what was known on a day is found by time.
  const now = ground.now()
  const at = end.value.at > now ? end.value.at : now
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
  const head: HeadRow = { id: HEAD, size, at, frontier: JSON.stringify(frontier), checkpoint }
  await writeHead(db, head)
  known.set(ground.engine, JSON.stringify(head))
  return ok(entries)
}

/** Takes a transaction back: what was refused has written nothing. */
class Refused extends Error {
  readonly result: Result<never>
  constructor(result: Result<never>) {
    super('refused')
    this.result = result
  }
}

const valueOrRefused = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Refused(result)
  return result.value
}

/**
 * Does what `plan` decides once nobody else writes any more: looks at the library as it stands then, and appends the entries it gives,
 * or refuses with nothing written. Resolves when the drive has them.
 */
export const record = <T extends readonly Draft[]>(
  ground: Ground,
  plan: (db: Database) => Promise<Result<T>>,
): Promise<Result<readonly Entry[]>> =>
  unlessTroubled('What was done', async () => {
    try {
      return await ground.engine.write(async (db) => {
        const drafts = valueOrRefused(await plan(db))
        return ok(drafts.length === 0 ? [] : valueOrRefused(await append(ground, db, drafts)))
      })
    } catch (error) {
      if (error instanceof Refused) return error.result
      throw error
    }
  })

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
