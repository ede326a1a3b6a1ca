import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { lstat, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isMissing, makeFolder, syncFolder } from './folders.ts'
import { halfName, sweepHalves, writeSynced } from './incoming.ts'

/** Bytes kept under the name of their own SHA-256. What is in it is never written to again. */
export interface Archive {
  /** Keeps bytes and gives their SHA-256, once they are on the drive under that name and have been read back from it. */
  readonly keep: (bytes: Uint8Array) => Promise<string>
  /** The bytes of that name; null where there are none. Throws `AlteredBytes` where what lies there has another digest. */
  readonly bytesOf: (sha256: string) => Promise<Uint8Array | null>
  /** What lies under that name, whatever its digest is: for a verifier. */
  readonly found: (sha256: string) => Promise<{ readonly sha256: string; readonly size: number } | null>
  /** Whether something lies under that name; it is not read. */
  readonly holds: (sha256: string) => Promise<boolean>
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

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null)

/** Never through a link: a name in the archive that is a link leads to bytes that somebody else can change. */
const readPlain = async (path: string): Promise<Uint8Array | null> => {
  try {
    const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW)
    try {
      return await readFile(handle)
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (isMissing(error)) return null
    if (codeOf(error) === 'ELOOP') throw new AlteredBytes(`${path} is a link, not the bytes that were kept there`)
    if (codeOf(error) === 'EISDIR') throw new AlteredBytes(`${path} is a folder, not the bytes that were kept there`)
    throw error
  }
}

const NAME = /^[0-9a-f]{64}$/u

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
  /** Folders below the root that this program knows to be on the drive. */
  readonly settled: Set<string>
}

const pathIn = ({ root }: Place, sha256: string): string => {
  if (!NAME.test(sha256)) throw new Error(`“${sha256}” is no SHA-256`)
  return join(root, sha256.slice(0, 2), sha256)
}

const foundIn = async (place: Place, sha256: string): Promise<{ sha256: string; size: number } | null> => {
  const bytes = await readPlain(pathIn(place, sha256))
  return bytes === null ? null : { sha256: digestOf(bytes), size: bytes.length }
}

/**
 * Makes the folder of some bytes and sees to it that the drive knows of it. That it is there says nothing: whoever made it may have been
 * killed, or may not have come yet, to syncing the folder above it.
 */
const settle = async ({ root, settled }: Place, folder: string): Promise<void> => {
  if (settled.has(folder)) return
  await mkdir(folder, { recursive: true })
  await syncFolder(root)
  if (settled.size === 0) await syncFolder(dirname(root))
  settled.add(folder)
}

const writeAnew = async ({ incoming }: Place, bytes: Uint8Array, path: string): Promise<void> => {
  const half = join(incoming, halfName())
  try {
    await writeSynced(half, bytes, 0o444)
    await rename(half, path)
  } catch (error) {
    await rm(half, { force: true })
    throw error
  }
}

/** Whether exactly those bytes lie there; something else may, half of a restored backup say, or a link. */
const isThere = async (place: Place, sha256: string): Promise<boolean> => {
  try {
    return (await foundIn(place, sha256))?.sha256 === sha256
  } catch (error) {
    if (error instanceof AlteredBytes) return false
    throw error
  }
}

const keepIn = async (place: Place, bytes: Uint8Array): Promise<string> => {
  const sha256 = digestOf(bytes)
  const path = pathIn(place, sha256)
  const folder = dirname(path)
  await settle(place, folder)
  const before = await isThere(place, sha256)
  if (!before)
    await writeAnew(place, bytes, path).catch((error: unknown) => {
      // The folder may have been taken away meanwhile.
      place.settled.delete(folder)
      throw error
    })
  // Where the bytes were there already, too: a writer that was killed between renaming and syncing leaves the right bytes in a folder
  // that is not synced yet.
  await syncFolder(folder)
  if (!before && !(await isThere(place, sha256)))
    throw new AlteredBytes(`the drive gives back other bytes than were written to ${path}`)
  return sha256
}

async function* namesIn({ root }: Place): AsyncIterable<string> {
  for (const folder of await entriesOf(root)) for (const name of await entriesOf(join(root, folder))) yield name
}

const holdsIn = async (place: Place, sha256: string): Promise<boolean> => {
  try {
    return (await lstat(pathIn(place, sha256))).isFile()
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

const removeFrom = async (place: Place, sha256: string): Promise<void> => {
  const path = pathIn(place, sha256)
  await rm(path, { force: true })
  try {
    await syncFolder(dirname(path))
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}

/**
 * The archive in `folder`: `sha256/ab/abcd…`, and `incoming` for what is being written. The order of writing is: a file of its own,
 * synced; renamed to its name; its folder synced; read back. Only then is it told as kept, so that no row can name bytes that a loss
 * of power takes away. One level of folders: each new one costs a wait for the drive, and 256 hold millions of files.
 */
export const openArchive = async (folder: string): Promise<Archive> => {
  const place: Place = { root: join(folder, 'sha256'), incoming: join(folder, 'incoming'), settled: new Set() }
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
    holds: (sha256) => holdsIn(place, sha256),
    names: () => namesIn(place),
    remove: (sha256) => removeFrom(place, sha256),
    sweep: () => sweepHalves(place.incoming),
  }
}
