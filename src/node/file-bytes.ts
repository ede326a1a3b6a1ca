import { createReadStream } from 'node:fs'
import { open, realpath, stat } from 'node:fs/promises'
import { sep } from 'node:path'
import { ok, refuse, type RefusalCode, type Result } from '../core/refusal.ts'

/** Of one file, in bytes. */
export const MAX_FILE_BYTES = 50_000_000

const FAILURES: Readonly<Record<string, readonly [RefusalCode, string]>> = {
  ENOENT: ['not-found', 'there is no such file or folder; check the spelling, and begin a web page with https://'],
  ENOTDIR: ['not-found', 'part of its path is a file, not a folder'],
  ENAMETOOLONG: ['not-found', 'its name is longer than a name can be'],
  EACCES: ['not-readable', 'you have no permission to read it'],
  EPERM: ['not-readable', 'you have no permission to read it'],
  EISDIR: ['not-readable', 'it is a folder'],
  ELOOP: ['not-readable', 'its links lead in a circle'],
}

/** A failed call to the file system as a refusal. What carries no code is thrown again. */
export const fileRefusal = (name: string, error: unknown): Result<never> => {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) throw error
  const [code, because] = FAILURES[error.code] ?? ['not-readable', `the file system says ${error.code}`]
  return refuse(code, `“${name}” was not read: ${because}.`)
}

const tooLarge = (name: string): Result<never> =>
  refuse('too-large', `“${name}” was not read: it is larger than ${MAX_FILE_BYTES / 1_000_000} MB.`)

/** All bytes of a stream, or a refusal as soon as there are more than 50 MB. */
export const collected = async (stream: AsyncIterable<Uint8Array>, name: string): Promise<Result<Uint8Array>> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > MAX_FILE_BYTES) return tooLarge(name)
    chunks.push(chunk)
  }
  return ok(Buffer.concat(chunks))
}

/** A file or a pipe, of any length, piece by piece. */
export const fileStream = async (path: string): Promise<Result<AsyncIterable<Uint8Array>>> => {
  try {
    const file = await open(path)
    if (!(await file.stat()).isDirectory()) return ok(file.createReadStream())
    await file.close()
    return refuse('not-readable', `“${path}” was not read: it is a folder.`)
  } catch (error) {
    return fileRefusal(path, error)
  }
}

/** Whether `path`, all links followed, lies in `folder`. */
const liesIn = async (path: string, folder: string): Promise<boolean> =>
  (await realpath(path)).startsWith((await realpath(folder)) + sep)

/**
 * The bytes of a file or a pipe, at most 50 MB. `name` is what a refusal calls it. With `within`, the file may not lie outside that
 * folder, however its path leads there.
 */
export const fileBytes = async (path: string, name: string, within?: string): Promise<Result<Uint8Array>> => {
  try {
    if (within !== undefined && !(await liesIn(path, within)))
      return refuse('not-readable', `“${name}” was not read: it is a link that leads out of “${within}”; give the file itself.`)
    const stats = await stat(path)
    if (stats.isDirectory()) return refuse('not-readable', `“${name}” was not read: it is a folder.`)
    if (!stats.isFile() && !stats.isFIFO()) return refuse('not-readable', `“${name}” was not read: it is a device, not a file.`)
    if (stats.size > MAX_FILE_BYTES) return tooLarge(name)
    return await collected(createReadStream(path), name)
  } catch (error) {
    return fileRefusal(name, error)
  }
}
