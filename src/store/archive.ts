import { createHash, randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, lstat, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Bytes kept under the name of their own SHA-256. What is in it is never written to again. */
export interface Archive {
  /** Keeps bytes and gives their SHA-256, once they are on the drive under that name and have been read back from it. */
  readonly keep: (bytes: Uint8Array) => Promise<string>
  /** The bytes of that name; null where there are none. Throws `AlteredBytes` where what lies there has another digest. */
  readonly bytesOf: (sha256: string) => Promise<Uint8Array | null>
  /** What lies under that name, whatever its digest is: for a verifier. */
  readonly found: (sha256: string) => Promise<{ readonly sha256: string; readonly size: number } | null>
  /** Every name under which something lies, in order. */
  readonly names: () => AsyncIterable<string>
  /** Deletes the bytes of that name. */
  readonly remove: (sha256: string) => Promise<void>
  /** Deletes what writers that are gone left half written; gives how many there were. */
  readonly sweep: () => Promise<number>
}

/** Bytes in the archive are not the ones that were kept there. */
export class AlteredBytes extends Error {
  override readonly name = 'AlteredBytes'
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** A folder's own entries are on the drive only when the folder is synced, too. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, constants.O_RDONLY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Makes a folder and syncs every folder that got a new entry by it. */
const makeFolder = async (folder: string): Promise<void> => {
  const first = await mkdir(folder, { recursive: true })
  if (first === undefined) return
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made))
}

/** Never through a link: a name in the archive that is a link leads to bytes that somebody else can change. */
const openPlain = (path: string): Promise<FileHandle> => open(path, constants.O_RDONLY | constants.O_NOFOLLOW)

const readPlain = async (path: string): Promise<Uint8Array | null> => {
  try {
    const handle = await openPlain(path)
    try {
      return await readFile(handle)
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** A writer marks what it writes with its process, so that what it left behind can be told from what is being written. */
const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

const NAME = /^[0-9a-f]{64}$/u
const HALF_WRITTEN = /^(\d+)\.[0-9a-f]+$/u

const entriesOf = async (folder: string): Promise<readonly string[]> => {
  try {
    return (await readdir(folder)).toSorted()
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

interface Place {
  readonly root: string
  readonly incoming: string
}

const pathIn = ({ root }: Place, sha256: string): string => {
  if (!NAME.test(sha256)) throw new Error(`“${sha256}” is no SHA-256`)
  return join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
}

const foundIn = async (place: Place, sha256: string): Promise<{ sha256: string; size: number } | null> => {
  const bytes = await readPlain(pathIn(place, sha256))
  return bytes === null ? null : { sha256: digestOf(bytes), size: bytes.length }
}

const writeSynced = async (path: string, bytes: Uint8Array): Promise<void> => {
  const handle = await open(path, 'wx', 0o444)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const writeAnew = async ({ incoming }: Place, bytes: Uint8Array, path: string): Promise<void> => {
  const half = join(incoming, `${process.pid}.${randomBytes(8).toString('hex')}`)
  try {
    await writeSynced(half, bytes)
    await makeFolder(dirname(path))
    await rename(half, path)
  } catch (error) {
    await rm(half, { force: true })
    throw error
  }
  await syncFolder(dirname(path))
}

const keepIn = async (place: Place, bytes: Uint8Array): Promise<string> => {
  const sha256 = digestOf(bytes)
  const path = pathIn(place, sha256)
  // What lies there may be half of a restored backup: it is written over unless it is exactly what it should be. A writer that was killed
  // between renaming and syncing leaves the right bytes in a folder that is not synced yet.
  if ((await foundIn(place, sha256))?.sha256 === sha256) {
    await syncFolder(dirname(path))
    return sha256
  }
  await writeAnew(place, bytes, path)
  if ((await foundIn(place, sha256))?.sha256 !== sha256)
    throw new AlteredBytes(`the drive gives back other bytes than were written to ${path}`)
  return sha256
}

async function* namesIn({ root }: Place): AsyncIterable<string> {
  for (const first of await entriesOf(root))
    for (const second of await entriesOf(join(root, first)))
      for (const name of await entriesOf(join(root, first, second))) yield name
}

const removeFrom = async (place: Place, sha256: string): Promise<void> => {
  const path = pathIn(place, sha256)
  await rm(path, { force: true })
  if ((await lstat(dirname(path)).catch(() => null)) !== null) await syncFolder(dirname(path))
}

const sweepIn = async ({ incoming }: Place): Promise<number> => {
  let swept = 0
  for (const name of await entriesOf(incoming)) {
    const pid = HALF_WRITTEN.exec(name)?.[1]
    if (pid !== undefined && isRunning(Number(pid))) continue
    await rm(join(incoming, name), { force: true, recursive: true })
    swept++
  }
  return swept
}

/**
 * The archive in `folder`: `sha256/ab/cd/abcd…`, and `incoming` for what is being written. The order of writing is: a file of its own,
 * synced; renamed to its name; its folder synced; read back. Only then is it told as kept, so that no row can name bytes that a loss
 * of power takes away.
 */
export const openArchive = async (folder: string): Promise<Archive> => {
  const place: Place = { root: join(folder, 'sha256'), incoming: join(folder, 'incoming') }
  await makeFolder(place.incoming)
  await makeFolder(place.root)
  return {
    keep: (bytes) => keepIn(place, bytes),
    bytesOf: async (sha256) => {
      const bytes = await readPlain(pathIn(place, sha256))
      if (bytes !== null && digestOf(bytes) !== sha256)
        throw new AlteredBytes(`${pathIn(place, sha256)} has been altered: its digest is not its name`)
      return bytes
    },
    found: (sha256) => foundIn(place, sha256),
    names: () => namesIn(place),
    remove: (sha256) => removeFrom(place, sha256),
    sweep: () => sweepIn(place),
  }
}
