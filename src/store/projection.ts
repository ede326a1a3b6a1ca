import type { Entry } from '../core/entry.ts'
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

/** Brings the tables that can be made from the journal up to one more entry; inside the transaction that appends it. */
export const project = async (db: Database, entry: Entry, leaf: string): Promise<void> => {
  const { deed, seq } = entry
  if (deed.kind === 'capture') {
    const { id, sha256, exchange, imprint } = deed.capture
    const url = exchange?.url ?? imprint.url ?? null
    await db
      .insertInto('capture')
      .values({ id, sha256, url: url === null ? null : storedText(url), seq, tombstone: null })
      .execute()
  } else if (deed.kind === 'tombstone') {
    await db.updateTable('capture').set({ tombstone: seq }).where('id', '=', deed.capture).execute()
  }
  await moveCase(db, entry, leaf)
}
