import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { DATABASE_FILE } from '../../src/store/library.ts'

/** Something of which one byte can be altered and put back; `items` are the names that a verifier may call it by. */
export interface FlipTarget {
  readonly what: string
  readonly items: readonly string[]
  readonly flip: (random: () => number) => Promise<() => Promise<void>>
}

/** A way into the database that asks nobody; what is done here is not kept safe from a loss of power. */
export const openTampering = (folder: string): Sqlite.Database => {
  const database = new Sqlite(join(folder, DATABASE_FILE), { timeout: 5000 })
  database.pragma('synchronous = off')
  return database
}

const below = (random: () => number, count: number): number => Math.floor(random() * count)

/** One bit of one byte. */
const flipped = (bytes: Uint8Array, random: () => number): Buffer => {
  const copy = Buffer.from(bytes)
  const at = below(random, copy.length)
  copy[at] = (copy[at] ?? 0) ^ (1 << below(random, 8))
  return copy
}

export const blobTarget = (folder: string, sha256: string, captures: readonly string[]): FlipTarget => {
  const path = join(folder, 'sha256', sha256.slice(0, 2), sha256)
  return {
    what: 'bytes in the archive',
    items: captures.map((id) => `capture ${id}`),
    flip: async (random) => {
      const before = await readFile(path)
      await chmod(path, 0o644)
      await writeFile(path, flipped(before, random))
      return async () => {
        await writeFile(path, before)
        await chmod(path, 0o444)
      }
    },
  }
}

/** A value of SQLite as its bytes, and the expression that makes it of a blob again. */
interface Stored {
  readonly bytes: Buffer
  readonly kind: 'text' | 'blob' | 'integer'
}

const integerBytes = (value: bigint): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64BE(value)
  return bytes
}

const storedOf = (value: unknown): Stored | null => {
  if (typeof value === 'string') return { bytes: Buffer.from(value), kind: 'text' }
  if (typeof value === 'bigint') return { bytes: integerBytes(value), kind: 'integer' }
  return Buffer.isBuffer(value) && value.length > 0 ? { bytes: value, kind: 'blob' } : null
}

const PLACE = { text: 'cast(? as text)', blob: '?', integer: '?' } as const

const isTakenBy = (write: () => void): boolean => {
  try {
    write()
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT')) return false
    throw error
  }
}

export interface Cell {
  readonly table: string
  readonly field: string
  /** SQLite's own number of the row; null where the table's key is that number. */
  readonly rowid: bigint
  readonly items: readonly string[]
}

/** A field that holds nothing has no byte to alter: null. */
export const cellTarget = (database: Sqlite.Database, { table, field, rowid, items }: Cell): FlipTarget | null => {
  const read = database.prepare(`select ${field} as value from ${table} where rowid = ?`).safeIntegers(true)
  const stored = storedOf((read.get(rowid) as { readonly value: unknown } | undefined)?.value)
  if (stored === null) return null
  const isRowid = (table === 'entry' && field === 'seq') || (table === 'head' && field === 'id')
  const write = (bytes: Buffer, at: bigint): void => {
    const value = stored.kind === 'integer' ? bytes.readBigInt64BE() : bytes
    database.prepare(`update ${table} set ${field} = ${PLACE[stored.kind]} where rowid = ?`).run(value, at)
  }
  return {
    what: `${table}.${field}`,
    items,
    flip: (random) => {
      let altered = flipped(stored.bytes, random)
      // Some bytes would be those of another row's key, which SQLite does not take.
      while (
        !isTakenBy(() => {
          write(altered, rowid)
        })
      )
        altered = flipped(stored.bytes, random)
      const now = isRowid ? altered.readBigInt64BE() : rowid
      return Promise.resolve(() => {
        write(stored.bytes, now)
        return Promise.resolve()
      })
    },
  }
}
