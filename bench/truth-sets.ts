/** The truth-discovery sets, where they lie beside the project, and what `hearsay fuse` or a vote makes of them. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { SHARED } from './results.ts'

export const MAIN = resolve(import.meta.dirname, '../src/cli/main.ts')

const TABLES = join(SHARED, 'truth/tables.mjs')
const DATA = join(SHARED, 'data/truth')
const DAYS = ['01', '02', '03', '04', '05', '07']

/** One set: what is claimed and what is so, in files of the set's own form. */
export interface TruthSet {
  readonly kind: 'books' | 'flight'
  readonly claims: string
  readonly truth: string
}

export const BOOKS: TruthSet = {
  kind: 'books',
  claims: join(DATA, 'books/claims.csv'),
  truth: join(DATA, 'books/book_golden.csv'),
}

/** 1 to 7 December, of which the 6th is missing. */
export const FLIGHT_DAYS: readonly TruthSet[] = DAYS.map((day) => ({
  kind: 'flight',
  claims: join(DATA, `flight/claims/201112${day}.txt`),
  truth: join(DATA, `flight/truth/201112${day}.txt`),
}))

export const areTruthSetsThere = (): boolean => existsSync(TABLES) && existsSync(DATA)

const outputOf = (words: readonly string[]): string => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...words], { encoding: 'utf8', maxBuffer: 1 << 30 })
  if (status !== 0) throw new Error(`${words.join(' ')} failed: ${stderr}`)
  return stdout
}

/** The rows `source,object,value` of a file of the set's own form, with the head. */
export const rowsOf = (kind: TruthSet['kind'], file: string): string => outputOf([TABLES, 'csv', kind, file])

/** What `hearsay fuse` prints of a table, as JSON. */
export const fused = (table: string, options: readonly string[] = []): string =>
  outputOf([MAIN, 'fuse', table, '--json', ...options])

export interface TruthScore {
  readonly n: number
  readonly precision: number
  readonly brier: number
  readonly ece: number
}

const isScore = (value: unknown): value is TruthScore => typeof value === 'object' && value !== null && 'ece' in value

/** What the scorer beside the sets says of the result in a file. */
export const scoreOf = ({ kind, claims, truth }: TruthSet, result: string): TruthScore => {
  const score: unknown = JSON.parse(outputOf([TABLES, 'score', kind, result, ...(kind === 'flight' ? [claims, truth] : [truth])]))
  if (!isScore(score)) throw new Error('tables.mjs printed no score')
  return score
}

export interface FusedObject {
  readonly object: string
  /** Best first. */
  readonly values: readonly { readonly value: string; readonly probability: number }[]
}

/** For each object the votes for each of its values. */
const votesIn = (table: string): ReadonlyMap<string, ReadonlyMap<string, number>> => {
  const counts = new Map<string, Map<string, number>>()
  for (const [, object = '', value = ''] of cellsOf(readFileSync(table, 'utf8')).slice(1)) {
    const values = counts.get(object) ?? new Map<string, number>()
    counts.set(object, values.set(value, (values.get(value) ?? 0) + 1))
  }
  return counts
}

/** Shares of votes, best first; `smoothing` is what each value has before anybody votes (1: Laplace). */
export const voted = (table: string, smoothing = 0): readonly FusedObject[] =>
  Array.from(votesIn(table), ([object, values]): FusedObject => {
    const all = [...values.values()].reduce((sum, count) => sum + count + smoothing, 0)
    const shares = Array.from(values, ([value, count]) => ({ value, probability: (count + smoothing) / all }))
    return { object, values: shares.toSorted((a, b) => b.probability - a.probability) }
  })

/** Comma-separated values without line breaks inside a cell. */
export const cellsOf = (text: string): readonly (readonly string[])[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) =>
      Array.from(
        line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu),
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    )
