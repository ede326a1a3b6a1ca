import { createHash } from 'node:crypto'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { CaptureId } from '../core/capture.ts'
import type { Document } from '../core/document.ts'
import type { Reading } from '../core/reading.ts'
import { ok, refuse, type Result } from '../core/refusal.ts'
import { textOfAll } from '../core/span.ts'
import { isHeldCapture } from './captures.ts'
import type { Passage, ReadingRow } from './database/tables.ts'
import type { Ground } from './ground.ts'
import { record } from './journal/journal.ts'

/** Bytes of one reading, unpacked; a document has at most 50 MB, and its tokens some ten times that. */
const MOST_BYTES = 1_000_000_000

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const passagesOf = (capture: CaptureId, reader: string, { documents, statements }: Reading): readonly Passage[] => {
  const documentOf = new Map<string, Document>(documents.map((document) => [document.id, document]))
  const place = { capture, reader }
  return [
    ...documents.map(({ id, title, text }) => ({ ...place, document: id, statement: null, title: title ?? '', words: text })),
    ...statements.flatMap(({ id, document: of, content }) => {
      const document = documentOf.get(of)
      if (document === undefined) return []
      return [{ ...place, document: of, statement: id, title: document.title ?? '', words: textOfAll(document.text, content) }]
    }),
  ]
}

/** The JSON of a kept reading; null where its row cannot be unpacked. */
export const unpackedReading = (body: Uint8Array): Uint8Array | null => {
  try {
    return zstdDecompressSync(body, { maxOutputLength: MOST_BYTES })
  } catch {
    return null
  }
}

/** Digest of a kept reading as its row has it now; null where the row has been altered. */
export const readingDigest = ({ packed, body }: Pick<ReadingRow, 'packed' | 'body'>): string | null => {
  const json = digestOf(body) === packed ? unpackedReading(body) : null
  return json === null ? null : digestOf(json)
}

/**
 * Keeps what a version of the reader found in a capture, to be found again by search; a reading that is kept already stays. Refuses where
 * the capture has been deleted, if only while it was being read: what was read in it goes with it.
 */
export const keepReading = async (
  ground: Ground,
  { capture, reader, reading }: { readonly capture: CaptureId; readonly reader: string; readonly reading: Reading },
): Promise<Result<null>> => {
  const json = Buffer.from(JSON.stringify(reading))
  const sha256 = digestOf(json)
  const body = zstdCompressSync(json)
  const kept = await record(ground, async (db) => {
    const there = await db
      .selectFrom('reading')
      .select(['sha256', 'packed', 'body'])
      .where('capture_id', '=', capture)
      .where('reader', '=', reader)
      .executeTakeFirst()
    // A row that was altered gives way to what has been read anew.
    const intact = there === undefined ? null : readingDigest(there)
    if (intact !== null && intact === there?.sha256) return ok([])
    if (!(await isHeldCapture(db, capture)))
      return refuse('deleted', `What was read in “${capture}” was not kept: the library does not hold it, or no longer does.`)
    const row = { sha256, packed: digestOf(body), body }
    await db
      .insertInto('reading')
      .values({ capture_id: capture, reader, ...row })
      .onConflict((conflict) => conflict.columns(['capture_id', 'reader']).doUpdateSet(row))
      .execute()
    // What an earlier reader found is kept, but is not what a search should find.
    await ground.engine.fullText.remove(db, capture, null)
    await ground.engine.fullText.add(db, passagesOf(capture, reader, reading))
    return ok([{ case: null, deed: { kind: 'reading', capture, reader, sha256 } }])
  })
  return kept.ok ? ok(null) : kept
}

/** Every capture that a version of the reader has read. */
export const capturesReadBy = async ({ engine }: Ground, reader: string): Promise<ReadonlySet<string>> => {
  const rows = await engine.reader.selectFrom('reading').select('capture_id').where('reader', '=', reader).execute()
  return new Set(rows.map((row) => row.capture_id))
}

/** What that version of the reader found in a capture; null where it has not read it, or its row is not what was kept: it can be read again. */
export const readingOf = async ({ engine }: Ground, capture: CaptureId, reader: string): Promise<Reading | null> => {
  const row = await engine.reader
    .selectFrom('reading')
    .select(['body', 'sha256'])
    .where('capture_id', '=', capture)
    .where('reader', '=', reader)
    .executeTakeFirst()
  const json = row === undefined ? null : unpackedReading(row.body)
  if (json === null || digestOf(json) !== row?.sha256) return null
  return JSON.parse(Buffer.from(json).toString()) as Reading
}
