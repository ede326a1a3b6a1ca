import { tooLarge } from './refused.ts'

/** How much an archive may be. Bytes are counted as they are unpacked, so that a bomb is cut before it has grown. */
export interface Limits {
  /** Bytes, of everything: what is unpacked, bodies decoded again included, and of the packed archive itself. */
  readonly maxTotalBytes: number
  /** Bytes, of one record, one body, one file. */
  readonly maxRecordBytes: number
  /** WARC records, of every type. */
  readonly maxRecords: number
  /** Files of a zip, folders included. */
  readonly maxEntries: number
  /** Unpacked bytes to a packed one, past the first 64 MB. Text packs about 10:1, ours 4:1; zlib's most is 1,032:1. */
  readonly maxRatio: number
}

export const LIMITS: Limits = {
  maxTotalBytes: 500_000_000,
  maxRecordBytes: 50_000_000,
  maxRecords: 100_000,
  maxEntries: 10_000,
  maxRatio: 100,
}

/** Bytes that may be unpacked from however little: a small archive of one long table is no bomb. */
const RATIO_FREE_BYTES = 64_000_000

const MOST_WARNINGS = 1_000

/** What reading one archive has taken so far. One object goes through all of the reading and is the only thing that changes. */
export interface Account {
  readonly name: string
  readonly limits: Limits
  packed: number
  unpacked: number
  records: number
  warnings: string[]
}

export const openAccount = (name: string, limits: Partial<Limits>): Account => ({
  name,
  limits: { ...LIMITS, ...limits },
  packed: 0,
  unpacked: 0,
  records: 0,
  warnings: [],
})

const megabytes = (bytes: number): string => `${bytes / 1_000_000} MB`

/** Counts packed bytes; throws `too-large`. */
export const takeIn = (account: Account, bytes: number): void => {
  account.packed += bytes
  if (account.packed > account.limits.maxTotalBytes)
    throw tooLarge(account.name, `it is larger than ${megabytes(account.limits.maxTotalBytes)}`)
}

/** Counts unpacked bytes; throws `too-large` past the total or the ratio. */
export const unpack = (account: Account, bytes: number): void => {
  account.unpacked += bytes
  const { maxTotalBytes, maxRatio } = account.limits
  if (account.unpacked > maxTotalBytes) throw tooLarge(account.name, `unpacked it is larger than ${megabytes(maxTotalBytes)}`)
  if (account.unpacked > Math.max(RATIO_FREE_BYTES, maxRatio * account.packed))
    throw tooLarge(account.name, `it unpacks to more than ${maxRatio} times its size, as a trap would`)
}

export const countRecord = (account: Account): void => {
  account.records += 1
  if (account.records > account.limits.maxRecords)
    throw tooLarge(account.name, `it has more than ${account.limits.maxRecords} records`)
}

/** `what` is the part of the archive, for the sentence. */
export const checkPart = (account: Account, bytes: number, what: string): void => {
  if (bytes > account.limits.maxRecordBytes)
    throw tooLarge(account.name, `${what} is larger than ${megabytes(account.limits.maxRecordBytes)}`)
}

export const warn = (account: Account, sentence: string): void => {
  if (account.warnings.length < MOST_WARNINGS) account.warnings.push(sentence)
  else if (account.warnings.length === MOST_WARNINGS)
    account.warnings.push(`More than ${MOST_WARNINGS} things were found; the rest is left out.`)
}
