import type { Archive } from './archive.ts'
import type { Engine } from './database/tables.ts'

/** What everything in a library stands on. */
export interface Ground {
  readonly folder: string
  readonly engine: Engine
  readonly archive: Archive
  /** The time, ISO 8601 in UTC with milliseconds. */
  readonly now: () => string
  /** The person at the keyboard, as they call themselves. */
  readonly who: string
  /** What checkpoints are verified with, as text. */
  readonly key: string
  /** A checkpoint of the journal, signed. */
  readonly sign: (head: { readonly size: number; readonly root: string }) => string
  /** Signs a digest as the library's own, and says whether one was signed so. */
  readonly seal: (digest: string) => string
  readonly isSealed: (digest: string, seal: string) => boolean
}
