import { type CaptureId, captureId, type CaptureRecord } from '../core/capture.ts'
import type { Capture } from '../core/document.ts'
import { ok, refuse, type Result } from '../core/refusal.ts'
import { AlteredBytes } from './archive.ts'
import type { Database } from './database/tables.ts'
import type { Ground } from './ground.ts'
import { entryOf } from './journal/entry-row.ts'
import { record } from './journal/journal.ts'
import { storedText } from './stored-text.ts'
import { unlessTroubled } from './trouble.ts'

/** Bytes with all that is known of how they were had; the archive finds their digest and size. */
export interface CaptureDraft extends Omit<CaptureRecord, 'id' | 'sha256' | 'size'> {
  readonly bytes: Uint8Array
}

const liveRow = (db: Database, id: CaptureId): Promise<{ seq: number } | undefined> =>
  db.selectFrom('capture').select('seq').where('id', '=', id).where('tombstone', 'is', null).executeTakeFirst()

/** Whether the library holds a capture and its bytes were not deleted. */
export const isHeldCapture = async (db: Database, id: CaptureId): Promise<boolean> => (await liveRow(db, id)) !== undefined

const recordAt = async (db: Database, seq: number): Promise<CaptureRecord> => {
  const { deed } = entryOf(await db.selectFrom('entry').selectAll().where('seq', '=', seq).executeTakeFirstOrThrow())
  if (deed.kind !== 'capture') throw new Error(`entry ${seq} is no capture`)
  return deed.capture
}

/** Somebody deleted the same bytes between their being kept and the entry that names them. */
const BYTES_GONE = refuse('not-kept', 'The bytes have just been deleted.')

const wasDeleted = ({ name }: CaptureDraft): Result<never> =>
  refuse('deleted', `“${name}” was not kept: the very same capture was deleted from this library; “hearsay log” tells why.`)

/**
 * Keeps bytes and what is known of them. First the bytes are on the drive, then the entry that names them, and only then it resolves.
 * What is kept already, the same bytes had in the same way, is not kept twice.
 */
export const keepCapture = async (ground: Ground, draft: CaptureDraft): Promise<Result<CaptureRecord>> => {
  const { bytes, ...known } = draft
  for (;;) {
    const there = await unlessTroubled(`“${known.name}”`, async () => ok(await ground.archive.keep(bytes)))
    if (!there.ok) return there
    const sha256 = there.value
    const unnamed = { ...known, sha256, size: bytes.length }
    const capture: CaptureRecord = { id: captureId(unnamed), ...unnamed }
    const kept = await record(ground, async (db) => {
      const row = await db.selectFrom('capture').select('tombstone').where('id', '=', capture.id).executeTakeFirst()
      if (row !== undefined) return row.tombstone === null ? ok([]) : wasDeleted(draft)
      // Whoever deletes another capture of the same bytes does so while nobody else writes: looked for now, they stay.
      if (!(await ground.archive.holds(sha256))) return BYTES_GONE
      return ok([{ case: null, deed: { kind: 'capture', capture } }])
    })
    if (kept.ok) return ok(capture)
    if (kept !== BYTES_GONE) return kept
  }
}

/** What is kept of a capture beside its bytes; null where there is none, or none any more. */
export const captureOf = async ({ engine }: Ground, id: CaptureId): Promise<CaptureRecord | null> => {
  const row = await liveRow(engine.reader, id)
  return row === undefined ? null : recordAt(engine.reader, row.seq)
}

/** Every capture of one page, in the order in which they were kept. */
export const capturesOfUrl = async ({ engine }: Ground, url: string): Promise<readonly CaptureRecord[]> => {
  const rows = await engine.reader
    .selectFrom('capture')
    .select('seq')
    .where('url', '=', storedText(url))
    .where('tombstone', 'is', null)
    .orderBy('seq')
    .execute()
  return Promise.all(rows.map(({ seq }) => recordAt(engine.reader, seq)))
}

/** A capture as the room `read` takes it. Throws `AlteredBytes` where its bytes are gone or are not what was kept. */
export const bytesOfCapture = async (
  ground: Ground,
  { sha256, name, mediaType, charset, imprint, exchange }: CaptureRecord,
): Promise<Capture> => {
  const bytes = await ground.archive.bytesOf(sha256)
  if (bytes === null)
    throw new AlteredBytes(`the bytes of “${name}” are gone from the archive: “hearsay verify” tells what else is`)
  const found = exchange === null ? {} : { url: exchange.url }
  return { bytes, name, mediaType, charset, imprint: { ...found, ...imprint } }
}

/** Deletes bytes that no capture needs any more; while nobody else writes, so that nobody can come to need them. */
const forgetBytes = (ground: Ground, sha256: string): Promise<void> =>
  ground.engine.write(async (db) => {
    const needed = await db
      .selectFrom('capture')
      .select('id')
      .where('sha256', '=', sha256)
      .where('tombstone', 'is', null)
      .executeTakeFirst()
    if (needed === undefined) await ground.archive.remove(sha256)
  })

/**
 * Deletes a capture's bytes, and what was read in it, from this library; a tombstone with their digest and the reason stays in the
 * journal. The same bytes had in another way stay as long as that capture does. Where the drive would not delete them, that is refused
 * and done when the library is opened again.
 */
export const buryCapture = async (ground: Ground, id: CaptureId, reason: string): Promise<Result<CaptureRecord>> => {
  const capture = await captureOf(ground, id)
  const missing = refuse('not-found', `“${id}” was not deleted: the library holds no such capture.`)
  if (capture === null) return missing
  const { sha256 } = capture
  const buried = await record(ground, async (db) => {
    if (!(await isHeldCapture(db, id))) return missing
    await db.deleteFrom('reading').where('capture_id', '=', id).execute()
    await ground.engine.fullText.remove(db, id, null)
    // A case as it was told quotes what was deleted; which one does is not known here.
    await db.deleteFrom('answer').where('kind', '=', 'told').execute()
    return ok([{ case: null, deed: { kind: 'tombstone', capture: id, sha256, reason } }])
  })
  if (!buried.ok) return buried
  return unlessTroubled(
    `“${capture.name}” has its tombstone, but what it held`,
    async () => {
      await forgetBytes(ground, sha256)
      return ok(capture)
    },
    'deleted',
  )
}

/** Completes deletions that were broken off between their tombstone and their bytes. */
export const finishBurials = async (ground: Ground): Promise<void> => {
  const rows = await ground.engine.reader
    .selectFrom('capture as gone')
    .select('gone.sha256')
    .distinct()
    .where('gone.tombstone', 'is not', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('capture as live')
            .select('live.id')
            .whereRef('live.sha256', '=', 'gone.sha256')
            .where('live.tombstone', 'is', null),
        ),
      ),
    )
    .execute()
  for (const { sha256 } of rows) if (await ground.archive.holds(sha256)) await forgetBytes(ground, sha256)
}
