import { open } from 'node:fs/promises'
import { fromBufferPromise, fromFdPromise, type ZipFile } from 'yauzl'
import { ok, type Result } from '../../core/refusal.ts'
import { fileRefusal } from '../file-bytes.ts'
import { type Account, takeIn } from './account.ts'
import { malformed, quoted, Refused } from './refused.ts'

/** A zip opened for reading at any place. `close` must be called. */
export interface ZipSource {
  readonly zip: ZipFile
  readonly size: number
  /** The bytes at a place; fewer where the file ends. */
  readonly bytesAt: (position: number, length: number) => Promise<Uint8Array>
  readonly close: () => Promise<void>
}

const OPTIONS = { lazyEntries: true, autoClose: false, decodeStrings: false, strictFileNames: true, validateEntrySizes: false }

const opened = async (account: Account, opening: Promise<ZipFile>): Promise<ZipFile> => {
  try {
    return await opening
  } catch (error) {
    if (error instanceof Error && !('code' in error))
      throw malformed(account.name, `it is no zip, or cut short (${quoted(error.message)})`)
    throw error
  }
}

const ofBytes = async (bytes: Uint8Array, account: Account): Promise<ZipSource> => {
  takeIn(account, bytes.length)
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const zip = await opened(account, fromBufferPromise(buffer, OPTIONS))
  const bytesAt = (position: number, length: number): Promise<Uint8Array> =>
    Promise.resolve(bytes.subarray(position, position + length))
  return { zip, size: bytes.length, bytesAt, close: () => Promise.resolve() }
}

const ofFile = async (path: string, account: Account): Promise<ZipSource> => {
  const file = await open(path)
  try {
    const stats = await file.stat()
    if (!stats.isFile()) throw new Refused('not-readable', `${quoted(account.name)} was not read: it is no file.`)
    takeIn(account, stats.size)
    const zip = await opened(account, fromFdPromise(file.fd, OPTIONS))
    const bytesAt = async (position: number, length: number): Promise<Uint8Array> => {
      const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, position)
      return buffer.subarray(0, bytesRead)
    }
    return { zip, size: stats.size, bytesAt, close: () => file.close() }
  } catch (error) {
    await file.close()
    throw error
  }
}

/** Opens a zip, from a path or in memory. Throws `malformed` and `too-large`; what the file system refuses is a `Result`. */
export const zipSource = async (source: string | Uint8Array, account: Account): Promise<Result<ZipSource>> => {
  if (typeof source !== 'string') return ok(await ofBytes(source, account))
  try {
    return ok(await ofFile(source, account))
  } catch (error) {
    if (error instanceof Refused) throw error
    return fileRefusal(account.name, error)
  }
}
