import type { Deed, Entry } from '../../core/entry.ts'
import type { Database, EntryRow, HeadRow } from '../database/tables.ts'
import { type Checkpoint, verifyCheckpoint } from '../journal/checkpoint.ts'
import { entryOf, isIntact } from '../journal/entry-row.ts'
import { emptyFrontier, extend, type Frontier, isHash, rootOfFrontier } from '../journal/merkle.ts'
import { type Flaw, flaw } from './flaw.ts'

/** Rows read at a time. */
const PAGE = 2000

/** Rows of the journal in the order of their numbers. */
async function* rowsOf(db: Database): AsyncIterable<EntryRow> {
  for (let after = Number.MIN_SAFE_INTEGER; ;) {
    const rows = await db.selectFrom('entry').selectAll().where('seq', '>', after).orderBy('seq').limit(PAGE).execute()
    yield* rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < PAGE) return
    after = last.seq
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'

/** Whether a deed has what is read of it here: it may be a later version's, or made up by somebody who has the key. */
const isWhole = (deed: Deed): boolean => {
  if (deed.kind === 'capture') {
    const { id, sha256, imprint } = deed.capture
    return isText(id) && isHash(sha256) && typeof imprint === 'object'
  }
  if (deed.kind === 'tombstone') return isText(deed.capture)
  return deed.kind !== 'reading' || (isText(deed.capture) && isText(deed.reader) && isText(deed.sha256))
}

const parsed = (row: EntryRow): Entry | null => {
  try {
    const entry = entryOf(row)
    return entry.deed.kind === row.kind && isWhole(entry.deed) ? entry : null
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null
    throw error
  }
}

const flawOfRow = (row: EntryRow, expected: number, before: string): Flaw | null => {
  const item = `entry ${row.seq}`
  if (row.seq !== expected)
    return flaw(`entry ${expected}`, `Entry ${expected} is missing: the journal goes on with entry ${row.seq}.`)
  if (!isIntact(row))
    return flaw(item, `Entry ${row.seq} (${row.kind}, ${row.at}) has been altered: its words do not have its hash.`)
  if (row.at < before) return flaw(item, `Entry ${row.seq} is dated ${row.at}, before the one it follows.`)
  return parsed(row) === null ? flaw(item, `Entry ${row.seq} cannot be read.`) : null
}

/** A checkpoint that was kept elsewhere, with what it is called. */
export interface OutsideCheckpoint {
  readonly name: string
  readonly note: string
}

interface Walk {
  readonly flaws: Flaw[]
  /** Those that are as they were written. */
  readonly entries: Entry[]
  /** The tree's root after so many entries, where somebody asks for it. */
  readonly roots: Map<number, string>
  readonly size: number
  readonly frontier: Frontier
  /** The time of the last. */
  readonly at: string
}

/** Walks the whole journal once, hashing every entry anew. */
const walk = async (db: Database, sizes: ReadonlySet<number>): Promise<Walk> => {
  const flaws: Flaw[] = []
  const entries: Entry[] = []
  const roots = new Map<number, string>([[0, rootOfFrontier(emptyFrontier)]])
  let frontier: Frontier = emptyFrontier
  let before = ''
  let expected = 1
  for await (const row of rowsOf(db)) {
    const found = flawOfRow(row, expected, before)
    if (found !== null) flaws.push(found)
    const entry = isIntact(row) ? parsed(row) : null
    if (entry !== null) entries.push(entry)
    frontier = isHash(row.leaf) ? extend(frontier, row.leaf) : frontier
    if (sizes.has(frontier.size)) roots.set(frontier.size, rootOfFrontier(frontier))
    before = row.at
    expected = row.seq + 1
  }
  roots.set(frontier.size, rootOfFrontier(frontier))
  return { flaws, entries, roots, size: frontier.size, frontier, at: before }
}

/** What the library's own last row says against what the entries come to. */
const flawOfHead = (heads: readonly HeadRow[], { size, roots, frontier, at }: Walk, key: string): Flaw | null => {
  const [head, ...more] = heads
  if (head?.id !== 1 || more.length > 0)
    return flaw('head', 'The row that says where the journal ends is missing, or is not the only one.')
  const signed = verifyCheckpoint(head.checkpoint, key)
  if (!signed.ok) return flaw('head', `The journal's own checkpoint does not hold: ${signed.refusal.sentence}`)
  if (signed.value.size !== size || head.size !== size)
    return flaw('head', `The journal has ${size} entries, but its own checkpoint was signed at ${signed.value.size}.`)
  if (signed.value.root !== roots.get(size))
    return flaw('head', `The journal's ${size} entries are not the ones that its own checkpoint was signed for.`)
  return head.at === at && head.frontier === JSON.stringify(frontier)
    ? null
    : flaw(
        'head',
        'The row that says where the journal ends has been altered: its time or its tree is not that of the last entry.',
      )
}

const flawOfOutside = (outside: OutsideCheckpoint, checkpoint: Checkpoint, { size, roots }: Walk): Flaw | null => {
  const item = `checkpoint ${outside.name}`
  if (checkpoint.size > size)
    return flaw(
      item,
      `Entries ${size + 1} to ${checkpoint.size} are gone: the checkpoint ${outside.name} was signed for ${checkpoint.size} entries and the journal has ${size}; an older copy has been put in its place, or its end cut off.`,
    )
  return checkpoint.root === roots.get(checkpoint.size)
    ? null
    : flaw(
        item,
        `The first ${checkpoint.size} entries are not the ones that the checkpoint ${outside.name} was signed for: the journal has been rewritten.`,
      )
}

export interface JournalFindings {
  readonly flaws: readonly Flaw[]
  readonly entries: readonly Entry[]
  readonly root: string
  readonly size: number
}

/**
 * What in the journal is not as it was written. `key` is the library's, as text. An entry changed, taken out, put in, moved or cut off is
 * found by the tree; an older copy of all, or all of it rewritten and signed anew, only by a checkpoint that was kept elsewhere.
 */
export const journalFindings = async (
  db: Database,
  key: string,
  outside: readonly OutsideCheckpoint[],
): Promise<JournalFindings> => {
  const heads = await db.selectFrom('head').selectAll().orderBy('id').limit(2).execute()
  const read = outside.map((one) => ({ one, checkpoint: verifyCheckpoint(one.note, key) }))
  const sizes = new Set(read.flatMap(({ checkpoint }) => (checkpoint.ok ? [checkpoint.value.size] : [])))
  const walked = await walk(db, sizes)
  const [first] = walked.entries
  const flaws = [...walked.flaws]
  if (first?.deed.kind !== 'library' || first.deed.key !== key)
    flaws.push(flaw('entry 1', 'The journal does not begin with the key that this library signs with.'))
  for (const { one, checkpoint } of read) {
    const found = checkpoint.ok
      ? flawOfOutside(one, checkpoint.value, walked)
      : flaw(
          `checkpoint ${one.name}`,
          `The checkpoint ${one.name} was not signed by this library: ${checkpoint.refusal.sentence}`,
        )
    if (found !== null) flaws.push(found)
  }
  const ofHead = flawOfHead(heads, walked, key)
  if (ofHead !== null) flaws.push(ofHead)
  return { flaws, entries: walked.entries, root: walked.roots.get(walked.size) ?? '', size: walked.size }
}
