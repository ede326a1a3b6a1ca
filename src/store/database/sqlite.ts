import { setTimeout as wait } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { Kysely, sql, type SqliteDatabase, SqliteDialect } from 'kysely'
import { excerptOf, FOUND } from './excerpt.ts'
import { migrate } from './migrations.ts'
import type { Database, Engine, Hit, Passage, Tables } from './tables.ts'

/** Milliseconds that one attempt may hold up this process's other work; more attempts follow. */
const ATTEMPT_MS = 20
/** Milliseconds that a reading one may: only the clearing up after a program that was killed makes it wait at all. */
const READING_MS = 5000
/** Longest pause between two attempts, in milliseconds. */
const LONGEST_PAUSE_MS = 100
/** Milliseconds after which somebody else's writing is no wait any more but a fault. */
const PATIENCE_MS = 120_000

/** Somebody else has been writing for longer than anybody should. */
export class LibraryBusy extends Error {
  override readonly name = 'LibraryBusy'
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

const isBusy = (error: unknown): boolean => /^SQLITE_(?:BUSY|LOCKED|PROTOCOL)/u.test(codeOf(error))

/**
 * Tries until nobody else writes. The pauses grow and are of random length, so that writers who met do not meet again: with waiting in
 * SQLite alone, two of 6,000 transactions of four writers still failed.
 */
const untilFree = async <T>(attempt: () => Promise<T>): Promise<T> => {
  const start = performance.now()
  for (let round = 1; ; round++) {
    try {
      return await attempt()
    } catch (error) {
      if (!isBusy(error)) throw error
      if (performance.now() - start > PATIENCE_MS) throw new LibraryBusy('another program has held the library for two minutes')
      await wait(Math.random() * Math.min(LONGEST_PAUSE_MS, 4 * round))
    }
  }
}

const rollBack = async (db: Database): Promise<void> => {
  // SQLite takes a transaction back by itself where its drive fails.
  await sql`rollback`.execute(db).catch((error: unknown) => {
    if (!String(error).includes('no transaction is active')) throw error
  })
}

/** `immediate`: a transaction that first reads and then wants to write is refused where another has written meanwhile. */
const inTransaction = async <T>(db: Database, work: (db: Database) => Promise<T>): Promise<T> => {
  await untilFree(() => sql`begin immediate`.execute(db))
  try {
    const value = await work(db)
    await untilFree(() => sql`commit`.execute(db))
    return value
  } catch (error) {
    await rollBack(db)
    throw error
  }
}

/** One after the other: the connection has one transaction at a time. */
const inTurn = (): (<T>(work: () => Promise<T>) => Promise<T>) => {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = last.then(work, work)
    last = turn.catch(() => undefined)
    return turn
  }
}

const createFullText = async (db: Database): Promise<void> => {
  await sql`create virtual table passage using fts5(
    title, words, capture unindexed, reader unindexed, document unindexed, statement unindexed,
    tokenize = 'unicode61 remove_diacritics 2')`.execute(db)
  // A row of the virtual table is found by its number alone.
  await sql`create table passage_of (id integer primary key, capture text not null, reader text not null)`.execute(db)
  await sql`create index passage_of_capture on passage_of (capture)`.execute(db)
}

const addPassages = async (db: Database, passages: readonly Passage[]): Promise<void> => {
  for (const { title, words, capture, reader, document, statement } of passages) {
    await sql`insert into passage_of (capture, reader) values (${capture}, ${reader})`.execute(db)
    await sql`insert into passage (rowid, title, words, capture, reader, document, statement)
      values (last_insert_rowid(), ${title}, ${words}, ${capture}, ${reader}, ${document}, ${statement})`.execute(db)
  }
}

const removePassages = async (db: Database, capture: string, reader: string | null): Promise<void> => {
  const those = sql`capture = ${capture} and (${reader} is null or reader = ${reader})`
  await sql`delete from passage where rowid in (select id from passage_of where ${those})`.execute(db)
  await sql`delete from passage_of where ${those}`.execute(db)
}

/** Different words of one question, at most: more tell nothing, and each is looked for in every document. */
const MOST_TERMS = 64

/** Every word must be there; what is in quotation marks must be there as it stands. Nothing of FTS5's own language is understood. */
const queryOf = (words: string): string =>
  [
    ...new Set(
      Array.from(words.matchAll(/"([^"]*)"|(\S+)/gu), ([, phrase, word = '']) => (phrase ?? word).replaceAll('"', ' ').trim()),
    ),
  ]
    .filter((term) => /[\p{L}\p{N}]/u.test(term))
    .slice(0, MOST_TERMS)
    .map((term) => `"${term}"`)
    .join(' ')

/** The text of one hit with every found word marked. */
const markedIn = async (db: Database, query: string, rowid: number): Promise<string> => {
  const [open, close] = FOUND
  const { rows } = await sql<{ marked: string | null }>`
    select highlight(passage, 1, ${open}, ${close}) as marked from passage where passage match ${query} and rowid = ${rowid}`.execute(
    db,
  )
  return rows[0]?.marked ?? ''
}

const searchPassages = async (
  db: Database,
  words: string,
  { statements, limit }: { statements: boolean; limit: number },
): Promise<readonly Hit[]> => {
  const query = queryOf(words)
  if (query === '') return []
  const { rows } = await sql<Omit<Hit, 'excerpt'> & { readonly rowid: number }>`
    select rowid, capture, reader, document, statement, title
    from passage where passage match ${query} and (statement is not null) = ${statements ? 1 : 0}
    order by rank, rowid limit ${limit}`.execute(db)
  return Promise.all(rows.map(async ({ rowid, ...hit }) => ({ ...hit, excerpt: excerptOf(await markedIn(db, query, rowid)) })))
}

interface Pragma {
  readonly name: string
  readonly value: string
}

/** Synchronous FULL: a commit is told only when the drive has the log; NORMAL would lose the last ones with the power. */
const PRAGMAS: readonly Pragma[] = [
  { name: 'journal_mode', value: 'wal' },
  { name: 'synchronous', value: 'full' },
  { name: 'foreign_keys', value: 'on' },
  { name: 'trusted_schema', value: 'off' },
  { name: 'cell_size_check', value: 'on' },
  // 16 MiB: a log that has grown past it is cut back when it is next written from the start.
  { name: 'journal_size_limit', value: '16777216' },
]

/** Statements held ready of one connection; those with a list have as many forms as the list has lengths. */
const MOST_STATEMENTS = 200

/** The same few statements are run for every entry: each is compiled once. */
const preparing = (connection: Sqlite.Database): SqliteDatabase => {
  const ready = new Map<string, Sqlite.Statement>()
  return {
    prepare: (text) => {
      const known = ready.get(text) ?? connection.prepare(text)
      if (ready.size >= MOST_STATEMENTS) ready.clear()
      ready.set(text, known)
      return known
    },
    close: () => {
      connection.close()
    },
  }
}

const connect = async (file: string, timeout: number): Promise<Database> => {
  const connection = new Sqlite(file, { timeout })
  try {
    // Two programs that open a new library at once both want to set its journal mode.
    await untilFree(() => {
      for (const { name, value } of PRAGMAS) connection.pragma(`${name} = ${value}`)
      return Promise.resolve()
    })
  } catch (error) {
    connection.close()
    throw error
  }
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: preparing(connection) }) })
}

/** A connection of its own: others go on reading what is written meanwhile. */
const inSnapshot = async <T>(file: string, work: (db: Database) => Promise<T>): Promise<T> => {
  const db = await connect(file, READING_MS)
  try {
    await sql`begin`.execute(db)
    return await work(db)
  } finally {
    await db.destroy()
  }
}

const flawOf = async (db: Database): Promise<string | null> => {
  const { rows } = await sql<{ quick_check: string }>`pragma quick_check(1)`.execute(db)
  const said = rows[0]?.quick_check ?? 'the check gave nothing'
  return said === 'ok' ? null : said
}

interface Connections {
  readonly writer: Database
  readonly reader: Database
}

const connectBoth = async (file: string): Promise<Connections> => {
  const writer = await connect(file, ATTEMPT_MS)
  try {
    return { writer, reader: await connect(file, READING_MS) }
  } catch (error) {
    await writer.destroy()
    throw error
  }
}

const engineOn = (file: string, { writer, reader }: Connections): Engine => {
  const takeTurn = inTurn()
  return {
    reader,
    write: (work) => takeTurn(() => inTransaction(writer, work)),
    snapshot: (work) => inSnapshot(file, work),
    fullText: {
      add: addPassages,
      remove: removePassages,
      search: (words, options) => searchPassages(reader, words, options),
    },
    flaw: () => flawOf(reader),
    close: async () => {
      await takeTurn(() => writer.destroy())
      await reader.destroy()
    },
  }
}

/** The engine for a library of one's own: one file, any number of programs. `at` is the time, ISO 8601, for what it has to set up. */
export const openSqlite = async (file: string, at: string): Promise<Engine> => {
  const engine = engineOn(file, await connectBoth(file))
  try {
    await engine.write((db) => migrate(db, createFullText, at))
    return engine
  } catch (error) {
    await engine.close()
    throw error
  }
}
