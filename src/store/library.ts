import { stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { ok, refuse, type Result } from '../core/refusal.ts'
import { openArchive } from './archive.ts'
import { finishBurials } from './captures.ts'
import { LaterLibrary } from './database/migrations.ts'
import { openSqlite } from './database/sqlite.ts'
import type { Engine } from './database/tables.ts'
import { isMissing, makeFolder, syncFolder } from './folders.ts'
import type { Ground } from './ground.ts'
import { signCheckpoint } from './journal/checkpoint.ts'
import { record } from './journal/journal.ts'
import { isSealed, seal } from './journal/seal.ts'
import { type SigningKey, vkeyOf } from './journal/signing-key.ts'
import { KEY_FILE, keyIn, sweepKeys, writeKey } from './key-file.ts'
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
export { KEY_FILE } from './key-file.ts'

const exists = async (path: string): Promise<boolean> => {
  try {
    await stat(path)
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

const notOpened = (folder: string, because: string): Result<never> =>
  refuse('not-readable', `The library in ${folder} was not opened: ${because}.`)

interface Keys {
  readonly key: SigningKey
  readonly vkey: string
}

/** The library's key; a new one where there is neither key nor database. A database without its key is a damaged library. */
const keysOf = async (folder: string): Promise<Result<Keys>> => {
  if ((await keyIn(folder)) === null && !(await exists(join(folder, DATABASE_FILE)))) await writeKey(folder)
  const key = await keyIn(folder)
  const vkey = key === null || key === 'damaged' ? null : vkeyOf(key)
  return key === null || key === 'damaged' || vkey?.ok !== true
    ? notOpened(folder, `its ${KEY_FILE} is missing or damaged; put it back from a copy of the library`)
    : ok({ key, vkey: vkey.value })
}

const groundOf = async (folder: string, { key, vkey }: Keys, options: LibraryOptions): Promise<Ground> => {
  const now = (): string => (options.now?.() ?? new Date()).toISOString()
  const openEngine = options.openEngine ?? ((inside, at) => openSqlite(join(inside, DATABASE_FILE), at))
  return {
    folder,
    archive: await openArchive(folder),
    engine: await openEngine(folder, now()),
    now,
    // What no database can hold would come back as something else than was hashed.
    who: Buffer.from(options.who).toString(),
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

const hasJournal = async ({ engine }: Ground): Promise<boolean> =>
  (await engine.reader.selectFrom('entry').select('seq').limit(1).executeTakeFirst()) !== undefined ||
  (await engine.reader.selectFrom('head').select('id').limit(1).executeTakeFirst()) !== undefined

const holdsBytes = async ({ archive }: Ground): Promise<boolean> => {
  for await (const name of archive.names()) if (name !== '') return true
  return false
}

/** The first entry tells the key; a library has one from its first moment on. */
const begin = async (ground: Ground): Promise<Result<unknown>> => {
  // Another program may begin the library at the same time, and be quicker.
  if ((await holdsBytes(ground)) && !(await hasJournal(ground)))
    return notOpened(
      ground.folder,
      `its archive holds bytes, but ${DATABASE_FILE} is missing or empty; put it back from a copy of the library`,
    )
  return record(ground, async (db) => {
    const head = await db.selectFrom('head').select('id').executeTakeFirst()
    return ok(head === undefined ? [{ case: null, deed: { kind: 'library', key: ground.key } }] : [])
  })
}

/** Completes what a program that was killed had left half done. */
const complete = async (ground: Ground): Promise<Result<unknown>> => {
  const begun = (await hasJournal(ground)) ? ok(null) : await begin(ground)
  if (!begun.ok) return begun
  await ground.archive.sweep()
  await sweepKeys(ground.folder)
  await finishBurials(ground)
  return ok(null)
}

/** Whether there is a library in `folder`, whole or damaged. */
export const hasLibrary = async (folder: string): Promise<boolean> =>
  (await exists(join(folder, DATABASE_FILE))) || (await exists(join(folder, KEY_FILE)))

/**
 * A program that was killed while it began the library may not have come to syncing the folders; the log of the database lies there
 * after every kill.
 */
const settle = async (folder: string): Promise<void> => {
  await makeFolder(folder)
  const database = join(folder, DATABASE_FILE)
  if ((await exists(database)) && !(await exists(`${database}-wal`))) return
  await syncFolder(dirname(folder))
  await syncFolder(folder)
}

/**
 * Opens the library in the folder of that path, and begins one where there is none. Completes what a program that was killed had left half done. Any
 * number of programs may have the same library open. Refuses a library without its key or its database, and one that a later version
 * has written.
 */
export const openLibrary = (path: string, options: LibraryOptions): Promise<Result<Library>> =>
  unlessTroubled(
    `The library in ${path}`,
    async () => {
      const folder = resolve(path)
      await settle(folder)
      const keys = await keysOf(folder)
      if (!keys.ok) return keys
      try {
        const ground = await groundOf(folder, keys.value, options)
        const close = ground.engine.close
        const completed = await complete(ground).catch(async (error: unknown) => {
          await close()
          throw error
        })
        if (completed.ok) return ok({ ...ground, close })
        await close()
        return completed
      } catch (error) {
        if (!(error instanceof LaterLibrary)) throw error
        return refuse(
          'unknown-format',
          `The library in ${folder} was not opened: a later version of Hearsay has written to it; use that one.`,
        )
      }
    },
    'opened',
  )
