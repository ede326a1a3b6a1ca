import { createHash } from 'node:crypto'
import { mkdir, open, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { Kysely, sql, SqliteDialect } from 'kysely'
import { openSqlite } from '../../src/store/database/sqlite.ts'
import type { Database, Engine, Tables } from '../../src/store/database/tables.ts'
import type { Library } from '../../src/store/library.ts'

/** What is wrong with a library on purpose, so that a test which does not notice it proves nothing. */
export type SeededBug =
  'none' | 'acknowledges-early' | 'row-before-blob' | 'writes-in-place' | 'never-syncs' | 'ignores-a-write-error'

export const SEEDED_BUGS: readonly SeededBug[] = ['acknowledges-early', 'row-before-blob', 'writes-in-place']

/** Milliseconds by which a seeded bug has the drive lag behind what was told. */
const LAG_MS = 8

/** Tells a transaction as done when its work is, and commits a moment later. */
const tellsEarly = (engine: Engine): Engine => ({
  ...engine,
  write: (work) =>
    new Promise((resolve, reject) => {
      engine
        .write(async (db) => {
          resolve(await work(db))
          await wait(LAG_MS)
        })
        .catch(reject)
    }),
})

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const pathOf = (folder: string, sha256: string): string => join(folder, 'sha256', sha256.slice(0, 2), sha256)

/** Names the bytes at once and has them written behind everybody's back. */
const blobsLater = (archive: Library['archive']): Library['archive'] => ({
  ...archive,
  keep: (bytes) => {
    void wait(LAG_MS).then(() => archive.keep(bytes))
    return Promise.resolve(digestOf(bytes))
  },
  holds: () => Promise.resolve(true),
})

/** Writes under the final name, a piece at a time. */
const blobsInPlace = (archive: Library['archive'], folder: string): Library['archive'] => ({
  ...archive,
  keep: async (bytes) => {
    const sha256 = digestOf(bytes)
    const path = pathOf(folder, sha256)
    await mkdir(dirname(path), { recursive: true })
    const handle = await open(path, 'w')
    for (let at = 0; at < bytes.length; at += 1024) await handle.write(bytes.subarray(at, at + 1024))
    await handle.sync()
    await handle.close()
    return sha256
  },
})

/** Temporary file and rename, and nothing waits for the drive. */
const blobsUnsynced = (archive: Library['archive'], folder: string): Library['archive'] => ({
  ...archive,
  keep: async (bytes) => {
    const sha256 = digestOf(bytes)
    const path = pathOf(folder, sha256)
    const half = join(folder, 'incoming', `${process.pid}.${sha256.slice(0, 16)}`)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(half, bytes)
    await rename(half, path)
    return sha256
  },
})

/** Takes a failed write for a success: what is on the drive is what the drive took. */
const blobsUnchecked = (archive: Library['archive'], folder: string): Library['archive'] => ({
  ...archive,
  keep: async (bytes) => {
    const sha256 = digestOf(bytes)
    const path = pathOf(folder, sha256)
    const half = join(folder, 'incoming', `${process.pid}.${sha256.slice(0, 16)}`)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(half, bytes).catch(() => undefined)
    await rename(half, path).catch(() => undefined)
    return sha256
  },
})

/** The library with a bug in it, by exchanging a part of it: the product's own code has no switch for any of them. */
export const withBug = (library: Library, bug: SeededBug): Library => {
  const { archive, engine, folder } = library
  if (bug === 'acknowledges-early') return { ...library, engine: tellsEarly(engine) }
  if (bug === 'row-before-blob') return { ...library, archive: blobsLater(archive) }
  if (bug === 'writes-in-place') return { ...library, archive: blobsInPlace(archive, folder) }
  if (bug === 'never-syncs') return { ...library, archive: blobsUnsynced(archive, folder) }
  if (bug === 'ignores-a-write-error') return { ...library, archive: blobsUnchecked(archive, folder) }
  return library
}

/** How transactions begin, and what happens when somebody else writes. */
export interface Manner {
  readonly begin: 'begin' | 'begin immediate'
  readonly synchronous: 'full' | 'off'
  /** Milliseconds that SQLite itself waits. */
  readonly timeout: number
}

const inTurn = (): Engine['write'] extends (work: never) => unknown ? <T>(work: () => Promise<T>) => Promise<T> : never => {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = last.then(work, work)
    last = turn.catch(() => undefined)
    return turn
  }
}

const transaction = async <T>(db: Database, begin: Manner['begin'], work: (db: Database) => Promise<T>): Promise<T> => {
  await sql.raw(begin).execute(db)
  try {
    const value = await work(db)
    await sql`commit`.execute(db)
    return value
  } catch (error) {
    await sql`rollback`.execute(db).catch(() => undefined)
    throw error
  }
}

/** An engine on the product's own tables that writes in another manner, without trying again. */
export const openNaively = async (file: string, at: string, { begin, synchronous, timeout }: Manner): Promise<Engine> => {
  const engine = await openSqlite(file, at)
  const connection = new Sqlite(file, { timeout })
  connection.pragma(`synchronous = ${synchronous}`)
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: connection }) })
  const takeTurn = inTurn()
  return {
    ...engine,
    write: (work) => takeTurn(() => transaction(db, begin, work)),
    close: async () => {
      await db.destroy()
      await engine.close()
    },
  }
}

/** What lies under a name, whoever wrote it. */
export const rawBytes = (folder: string, sha256: string): Promise<Buffer> => readFile(pathOf(folder, sha256))
