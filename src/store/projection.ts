import type { CaptureRecord } from '../core/capture.ts'
import type { Entry } from '../core/entry.ts'
import { moveItems } from './case-items.ts'
import { changesCase, rolledDigest } from './case-state.ts'
import type { Database } from './database/tables.ts'
import { storedText } from './stored-text.ts'

const moveCase = async (db: Database, entry: Entry, leaf: string): Promise<void> => {
  const { seq, case: id, deed } = entry
  if (id === null || !changesCase(entry)) return
  if (deed.kind === 'case') {
    await db
      .insertInto('kept_case')
      .values({ id, name: deed.name, digest: rolledDigest('', leaf), seq })
      .execute()
    return
  }
  const kept = await db.selectFrom('kept_case').select('digest').where('id', '=', id).executeTakeFirstOrThrow()
  await db
    .updateTable('kept_case')
    .set({ digest: rolledDigest(kept.digest, leaf), seq })
    .where('id', '=', id)
    .execute()
}

/** Where a capture was found, as a row can hold it: half a surrogate pair, which UTF-8 cannot write, is a U+FFFD there. */
export const urlOf = ({ exchange, imprint }: CaptureRecord): string | null => {
  const url = exchange?.url ?? imprint.url ?? null
  return url === null ? null : storedText(url)
}

/** Brings the tables that can be made from the journal up to one more entry; inside the transaction that appends it. */
export const project = async (db: Database, entry: Entry, leaf: string): Promise<void> => {
  const { deed, seq } = entry
  if (deed.kind === 'capture') {
    const { id, sha256 } = deed.capture
    await db
      .insertInto('capture')
      .values({ id, sha256, url: urlOf(deed.capture), seq, tombstone: null })
      .execute()
  } else if (deed.kind === 'tombstone') {
    await db.updateTable('capture').set({ tombstone: seq }).where('id', '=', deed.capture).execute()
  }
  await moveCase(db, entry, leaf)
  await moveItems(db, entry)
}
