import type { Hit } from './database/tables.ts'
import type { Ground } from './ground.ts'

export type { Hit } from './database/tables.ts'

export interface SearchOptions {
  readonly limit: number
  /** Looks in what somebody says instead of in whole documents. */
  readonly statements?: boolean
}

/**
 * Documents, or statements, that hold all of the words; a phrase in double quotation marks as it stands. Case and accents aside; best
 * first. There is no language of queries: every sign is a word or nothing. Of more than 64 different words the first 64 count.
 */
export const search = (
  { engine }: Ground,
  words: string,
  { limit, statements = false }: SearchOptions,
): Promise<readonly Hit[]> => engine.fullText.search(words, { statements, limit })
