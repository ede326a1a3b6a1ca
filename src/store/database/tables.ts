import type { Generated, Kysely } from 'kysely'

/** One line of the journal; `deed` is its JSON exactly as it was hashed. */
export interface EntryRow {
  seq: number
  at: string
  who: string
  case_id: string | null
  kind: string
  deed: string
  /** Hash of the leaf, hexadecimal. */
  leaf: string
}

/** The one row that says where the journal ends. */
export interface HeadRow {
  id: number
  size: number
  at: string
  /** Frontier of the Merkle tree, as JSON. */
  frontier: string
  /** Signed note of the tree as it stands. */
  checkpoint: string
}

export interface CaptureRow {
  id: string
  sha256: string
  /** Where it was found; null where nowhere. */
  url: string | null
  seq: number
  /** The entry that deleted its bytes; null while they are held. */
  tombstone: number | null
}

export interface ReadingRow {
  capture_id: string
  reader: string
  /** Of the JSON before it was packed. */
  sha256: string
  /** Of the body as it lies here: other bytes may unpack to the same JSON. */
  packed: string
  body: Uint8Array
}

export interface CaseRow {
  id: string
  name: string
  /** Of everything that makes the case what it is, rolled over its entries. */
  digest: string
  /** The last entry that changed it. */
  seq: number
}

/** What a case calls by a name: a document or a sentence to check, those that were taken out too, since no name is given twice. */
export interface CaseItemRow {
  case_id: string
  kind: 'exhibit' | 'claim'
  label: string
  /** Of a label of the form that is given by itself, d7 or c7, its number; null of another. */
  number: number | null
  /** Null for a claim. */
  capture: string | null
  /** 1 while the case has it, 0 where it was taken out or back. */
  held: number
}

/** What was worked out once and may be forgotten: it can be worked out again. */
export interface AnswerRow {
  key: string
  kind: string
  body: Uint8Array
  /** The library's own signature of all the rest. */
  seal: string
  held_at: string
}

export interface MigrationRow {
  number: Generated<number>
  at: string
}

/** Everything but `entry` and the archive can be made anew from those two. */
export interface Tables {
  entry: EntryRow
  head: HeadRow
  capture: CaptureRow
  reading: ReadingRow
  kept_case: CaseRow
  case_item: CaseItemRow
  answer: AnswerRow
  migration: MigrationRow
}

export type Database = Kysely<Tables>

/** Words that a search may find, with where they stand. */
export interface Passage {
  readonly capture: string
  readonly reader: string
  readonly document: string
  /** Null where the words are the document's whole text. */
  readonly statement: string | null
  readonly title: string
  readonly words: string
}

export interface Hit extends Omit<Passage, 'words'> {
  /** Words around the match, the matched ones between `⟦` and `⟧`. */
  readonly excerpt: string
}

/**
 * What a database must be able to do. One that is not SQLite brings its own, and passes `libraryContract` of the tests.
 */
export interface Engine {
  /** For reading; never sees what a transaction has not committed. */
  readonly reader: Database
  /**
   * Runs `work` in one transaction that may write from its first statement on. It waits while others write, and is told as done only
   * when the drive has it. `work` may do nothing but ask this database: everybody else waits for it.
   */
  readonly write: <T>(work: (db: Database) => Promise<T>) => Promise<T>
  /** Runs `work` on the library as it is at this moment, whatever others write meanwhile. */
  readonly snapshot: <T>(work: (db: Database) => Promise<T>) => Promise<T>
  readonly fullText: {
    readonly add: (db: Database, passages: readonly Passage[]) => Promise<void>
    /** Forgets what a reader found in a capture; every reader, where none is named. */
    readonly remove: (db: Database, capture: string, reader: string | null) => Promise<void>
    /** Best first. */
    readonly search: (words: string, options: { readonly statements: boolean; readonly limit: number }) => Promise<readonly Hit[]>
  }
  /** First thing that the database itself finds wrong with its files; null where it finds nothing. */
  readonly flaw: () => Promise<string | null>
  readonly close: () => Promise<void>
}
