import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, refuse, type Result } from '../core/refusal.ts'
import { openArchive } from './archive.ts'
import { finishBurials } from './captures.ts'
import { LaterLibrary } from './database/migrations.ts'
import { openSqlite } from './database/sqlite.ts'
import type { Engine } from './database/tables.ts'
import type { Ground } from './ground.ts'
import { signCheckpoint } from './journal/checkpoint.ts'
import { record } from './journal/journal.ts'
import { isSealed, seal } from './journal/seal.ts'
import { makeSigningKey, type SigningKey, vkeyOf } from './journal/signing-key.ts'
import { unlessTroubled } from './trouble.ts'

export interface LibraryOptions {
  /** The person at the keyboard, as they call themselves. */
  readonly who: string
  readonly now?: () => Date
  /** Another database than one file of SQLite in the folder. */
  readonly openEngine?: (folder: string, at: string) => Promise<Engine>
}

/** A folder with everything that is kept: the archive of bytes, the database and the key that signs its checkpoints. */
export interface Library extends Ground {
  readonly close: () => Promise<void>
}

export const DATABASE_FILE = 'library.sqlite'
export const KEY_FILE = 'signing-key.json'

const exists = async (path: string): Promise<boolean> => (await stat(path).catch(() => null)) !== null

const isThere = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EEXIST'

const keyIn = async (path: string): Promise<SigningKey | null> => {
  try {
    const { name, privatePem } = JSON.parse(await readFile(path, 'utf8')) as Partial<SigningKey>
    return typeof name === 'string' && typeof privatePem === 'string' ? { name, privatePem } : null
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error && error.code === 'ENOENT')) return null
    throw error
  }
}

/** Writes a key of its own unless somebody else has just done so: of two programs that begin a library at once, one's key counts. */
const writeKey = async (folder: string): Promise<void> => {
  const made = makeSigningKey(`hearsay.library/${randomBytes(6).toString('hex')}`)
  if (!made.ok) throw new Error(made.refusal.sentence)
  const half = join(folder, `${KEY_FILE}.${process.pid}.${randomBytes(4).toString('hex')}`)
  const handle = await open(half, 'wx', 0o600)
  try {
    await handle.writeFile(`${JSON.stringify(made.value, null, 2)}\n`)
    await handle.sync()
    await link(half, join(folder, KEY_FILE))
  } catch (error) {
    if (!isThere(error)) throw error
  } finally {
    await handle.close()
    await rm(half, { force: true })
  }
  const entries = await open(folder)
  await entries.sync().finally(() => entries.close())
}

const noKey = (folder: string): Result<never> =>
  refuse(
    'not-readable',
    `The library in ${folder} was not opened: its ${KEY_FILE} is missing or damaged; put it back from a copy of the library.`,
  )

const hasJournal = async ({ reader }: Engine): Promise<boolean> =>
  (await reader.selectFrom('head').select('id').executeTakeFirst()) !== undefined

interface Keys {
  readonly key: SigningKey
  readonly vkey: string
}

const groundOf = async (folder: string, { key, vkey }: Keys, options: LibraryOptions): Promise<Ground> => {
  const now = (): string => (options.now?.() ?? new Date()).toISOString()
  const openEngine = options.openEngine ?? ((inside, at) => openSqlite(join(inside, DATABASE_FILE), at))
  return {
    folder,
    archive: await openArchive(folder),
    engine: await openEngine(folder, now()),
    now,
    who: options.who,
    key: vkey,
    sign: ({ size, root }) => {
      const signed = signCheckpoint({ origin: key.name, size, root, extensions: [] }, key)
      if (!signed.ok) throw new Error(signed.refusal.sentence)
      return signed.value
    },
    seal: (digest) => seal(digest, key),
    isSealed: (digest, mark) => isSealed(digest, mark, key),
  }
}

/** The first entry tells the key; a library has one from its first moment on. */
const begin = (ground: Ground): Promise<Result<unknown>> =>
  record(ground, async (db) => {
    const head = await db.selectFrom('head').select('id').executeTakeFirst()
    return ok(head === undefined ? [{ case: null, deed: { kind: 'library', key: ground.key } }] : [])
  })

/** Whether there is a library in `folder`, whole or damaged. */
export const hasLibrary = async (folder: string): Promise<boolean> =>
  (await exists(join(folder, DATABASE_FILE))) || (await exists(join(folder, KEY_FILE)))

/**
 * Opens the library in `folder`, and begins one where there is none. Completes what a program that was killed had left half done. Any
 * number of programs may have the same library open. Refuses a library without its key, and one that a later version has written.
 */
export const openLibrary = (folder: string, options: LibraryOptions): Promise<Result<Library>> =>
  unlessTroubled(
    `The library in ${folder}`,
    async () => {
      await mkdir(folder, { recursive: true })
      const path = join(folder, KEY_FILE)
      const held = await keyIn(path)
      // A database without its key is a damaged library, not a new one.
      const fresh = held === null && !(await exists(path)) && !(await exists(join(folder, DATABASE_FILE)))
      if (fresh) await writeKey(folder)
      const key = held ?? (await keyIn(path))
      const vkey = key === null ? null : vkeyOf(key)
      if (key === null || vkey?.ok !== true) return noKey(folder)
      try {
        const ground = await groundOf(folder, { key, vkey: vkey.value }, options)
        if (!(await hasJournal(ground.engine))) await begin(ground)
        await ground.archive.sweep()
        await finishBurials(ground)
        return ok({ ...ground, close: ground.engine.close })
      } catch (error) {
        if (!(error instanceof LaterLibrary)) throw error
        return refuse(
          'unknown-format',
          `The library in ${folder} was not opened: a later version of Hearsay has written to it; use that one.`,
        )
      }
    },
    'was not opened',
  )
