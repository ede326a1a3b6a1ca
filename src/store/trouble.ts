import { refuse, type Result } from '../core/refusal.ts'
import { AlteredBytes } from './archive.ts'
import { LibraryBusy } from './database/sqlite.ts'

/** What a drive or a system says when it cannot take more, and what to do about it. */
const TROUBLES: Readonly<Record<string, string>> = {
  ENOSPC: 'the drive is full: free some space and do it again',
  SQLITE_FULL: 'the drive is full: free some space and do it again',
  EDQUOT: 'your share of the drive is full: free some space and do it again',
  EIO: 'the drive fails: copy the library to another one before anything else',
  SQLITE_IOERR: 'the drive fails or is full: free some space, and copy the library to another drive if it happens again',
  SQLITE_CANTOPEN: 'a file of the library cannot be opened: see to its permissions, or close other programs, and do it again',
  SQLITE_CORRUPT: 'its database is damaged: put the file back from a copy of the library',
  SQLITE_NOTADB: 'its database is damaged: put the file back from a copy of the library',
  SQLITE_READONLY: 'the file of the library may not be written to: see to its permissions',
  EMFILE: 'too many files are open: close some programs and do it again',
  ENFILE: 'too many files are open: close some programs and do it again',
  ENOENT: 'a folder of the library has been taken away: see that its drive is there and do it again',
  EROFS: 'the drive is read-only',
  EACCES: 'you have no permission to write there',
  EPERM: 'you have no permission to write there',
  ENOMEM: 'there is no memory left: close some programs and do it again',
  SQLITE_NOMEM: 'there is no memory left: close some programs and do it again',
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

const becauseOf = (error: unknown): string | null => {
  const code = codeOf(error)
  const [family = code] = /^SQLITE_[A-Z]+/u.exec(code) ?? []
  return TROUBLES[code] ?? TROUBLES[family] ?? null
}

/** What was wanted of a drive, as a sentence says that it failed, and the code of its refusal. */
const WANTED = { kept: 'not-kept', opened: 'not-readable', read: 'not-readable', deleted: 'not-kept', done: 'not-kept' } as const

/**
 * The value of `work`, or a refusal where the drive or the system would not have it: `what` was not `wanted`, and why. What is nobody's
 * trouble but a fault of the program is thrown on.
 */
export const unlessTroubled = async <T>(
  what: string,
  work: () => Promise<Result<T>>,
  wanted: keyof typeof WANTED = 'kept',
): Promise<Result<T>> => {
  const failed = `${what} was not ${wanted}`
  try {
    return await work()
  } catch (error) {
    if (error instanceof AlteredBytes) return refuse(WANTED[wanted], `${failed}: ${error.message}.`)
    if (error instanceof LibraryBusy) return refuse('busy', `${failed}: ${error.message}; close it and do it again.`)
    const because = becauseOf(error)
    if (because === null) throw error
    return refuse(WANTED[wanted], `${failed}: ${because}.`)
  }
}
