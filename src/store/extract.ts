import type { CaptureRecord } from '../core/capture.ts'
import type { CaseId, Entry } from '../core/entry.ts'
import type { KeptCase } from '../core/kept-case.ts'
import { ok, refuse, type Result } from '../core/refusal.ts'
import { stateOf } from './case-state.ts'
import { caseMark } from './cases.ts'
import type { Database, EntryRow } from './database/tables.ts'
import type { Ground } from './ground.ts'
import { verifyCheckpoint } from './journal/checkpoint.ts'
import { entryOf, isIntact } from './journal/entry-row.ts'
import { verifyInclusion } from './journal/proof.ts'
import { inclusionProofs } from './journal/proofs.ts'

/** An entry with what shows that it is in the journal that a checkpoint was signed for. */
export interface ProvenEntry {
  readonly row: EntryRow
  /** Hashes from the leaf up, RFC 9162 § 2.1.3. */
  readonly proof: readonly string[]
}

/** What of a journal is one case's, provable to somebody who has nothing but the checkpoint. */
export interface Extract {
  /** The signed note. */
  readonly checkpoint: string
  /** The first is the journal's own first entry, which tells the key. */
  readonly entries: readonly ProvenEntry[]
}

/** Entries of the case itself, of the captures it ever had, and of their deletion. */
const rowsOfCase = async (db: Database, id: CaseId): Promise<readonly EntryRow[]> => {
  const own = await db.selectFrom('entry').selectAll().where('case_id', '=', id).orderBy('seq').execute()
  const captures = new Set(own.map(entryOf).flatMap(({ deed }) => (deed.kind === 'exhibit' ? [deed.capture] : [])))
  const places = await db.selectFrom('capture').select(['id', 'seq', 'tombstone']).execute()
  const numbers = new Set(
    places.filter((place) => captures.has(place.id as CaptureRecord['id'])).flatMap(({ seq, tombstone }) => [seq, tombstone]),
  )
  const others = await db
    .selectFrom('entry')
    .selectAll()
    .where('kind', 'in', ['library', 'capture', 'tombstone'])
    .orderBy('seq')
    .execute()
  return [...own, ...others.filter(({ seq }) => seq === 1 || numbers.has(seq))].toSorted((a, b) => a.seq - b.seq)
}

/** The part of the journal that is one case's, with proofs for the checkpoint that the journal ends with. */
export const extractCase = async (ground: Ground, name: string): Promise<Result<Extract>> => {
  const { reader } = ground.engine
  const mark = await caseMark(ground, name)
  if (mark === null)
    return refuse('not-found', `There is no case “${name}” in this library; “hearsay case list” tells which there are.`)
  const head = await reader.selectFrom('head').select(['checkpoint', 'size']).executeTakeFirstOrThrow()
  const leaves = await reader.selectFrom('entry').select('leaf').where('seq', '<=', head.size).orderBy('seq').execute()
  const rows = (await rowsOfCase(reader, mark.id)).filter(({ seq }) => seq <= head.size)
  const proofs = inclusionProofs(
    leaves.map(({ leaf }) => leaf),
    rows.map(({ seq }) => seq - 1),
  )
  return ok({ checkpoint: head.checkpoint, entries: rows.map((row, at) => ({ row, proof: proofs[at] ?? [] })) })
}

/** A case as an extract shows it, with everything in it proved to be in the journal that the checkpoint was signed for. */
export interface ProvenCase {
  /** What the checkpoint's signature was verified with: the extract's own word, to be compared with one had from elsewhere. */
  readonly key: string
  readonly state: KeptCase
  readonly entries: readonly Entry[]
  readonly captures: readonly CaptureRecord[]
  /** Captures whose bytes were deleted. */
  readonly tombstones: readonly string[]
}

const notProven = (because: string): Result<never> => refuse('malformed', `The case was not taken: ${because}.`)

const provenEntries = ({
  checkpoint,
  entries,
}: Extract): Result<{ readonly key: string; readonly entries: readonly Entry[] }> => {
  const [first] = entries
  const begun = first === undefined || !isIntact(first.row) ? null : entryOf(first.row).deed
  if (begun?.kind !== 'library') return notProven('its first entry does not tell the key of the library it comes from')
  const signed = verifyCheckpoint(checkpoint, begun.key)
  if (!signed.ok) return notProven(`its checkpoint does not hold, ${signed.refusal.sentence}`)
  const { size, root } = signed.value
  for (const { row, proof } of entries) {
    if (!isIntact(row)) return notProven(`entry ${row.seq} has been altered`)
    if (!verifyInclusion({ index: row.seq - 1, size, leaf: row.leaf, root, proof }))
      return notProven(`entry ${row.seq} is not in the journal that its checkpoint was signed for`)
  }
  return ok({ key: begun.key, entries: entries.map(({ row }) => entryOf(row)) })
}

/**
 * The case that an extract holds, once every entry of it is intact and proved to stand in the journal that the checkpoint was signed for.
 * Refuses what is not, naming the first bad entry. That no later entry of the case is left out shows only against a later checkpoint.
 */
export const provenCase = (extract: Extract): Result<ProvenCase> => {
  const proven = provenEntries(extract)
  if (!proven.ok) return proven
  const { key, entries } = proven.value
  const ids = [...new Set(entries.map((entry) => entry.case).filter((id) => id !== null))]
  const [id] = ids
  if (id === undefined || ids.length > 1) return notProven('it holds entries of no case, or of several')
  const leaves = extract.entries.flatMap(({ row }, at) => {
    const entry = entries[at]
    return entry?.case === id ? [{ entry, leaf: row.leaf }] : []
  })
  const state = stateOf(id, leaves)
  if (state === null) return notProven('its entries do not begin it')
  const captures = entries.flatMap(({ deed }) => (deed.kind === 'capture' ? [deed.capture] : []))
  const known = new Set(captures.map((capture) => capture.id))
  const stranger = state.exhibits.find(({ capture }) => !known.has(capture))
  if (stranger !== undefined) return notProven(`the entry that captured ${stranger.label} is missing`)
  const tombstones = entries.flatMap(({ deed }) => (deed.kind === 'tombstone' ? [deed.capture] : []))
  return ok({ key, state, entries, captures, tombstones })
}
