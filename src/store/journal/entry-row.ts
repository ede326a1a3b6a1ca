import type { CaseId, Deed, Entry } from '../../core/entry.ts'
import type { EntryRow } from '../database/tables.ts'
import { storedText } from '../stored-text.ts'
import { leafHash } from './merkle.ts'

/** What is hashed of an entry: all of it, as JSON of six texts, so that no two entries have the same bytes. */
const leafOf = ({ seq, at, who, case_id: ofCase, kind, deed }: Omit<EntryRow, 'leaf'>): string =>
  leafHash(Buffer.from(JSON.stringify([seq, at, who, ofCase, kind, deed])))

/** The row of an entry, with the hash of its leaf. */
export const rowOf = (entry: Entry): EntryRow => {
  const row = {
    seq: entry.seq,
    at: entry.at,
    who: storedText(entry.who),
    case_id: entry.case,
    kind: entry.deed.kind,
    deed: JSON.stringify(entry.deed),
  }
  return { ...row, leaf: leafOf(row) }
}

/** Whether a row is what its leaf says. */
export const isIntact = (row: EntryRow): boolean => leafOf(row) === row.leaf

/** The entry that a row holds. Throws where it holds none: a verifier says so in better words. */
export const entryOf = ({ seq, at, who, case_id: ofCase, deed }: EntryRow): Entry => ({
  seq,
  at,
  who,
  case: ofCase as CaseId | null,
  deed: JSON.parse(deed) as Deed,
})
