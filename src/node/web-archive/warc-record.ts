import { type Account, checkPart, countRecord, warn } from './account.ts'
import type { ByteSource } from './byte-source.ts'
import { type HeaderLines, headersOf, headerValue, textOf } from './http-block.ts'
import { malformed, quoted, Refused } from './refused.ts'

/** One record of a WARC, version 1.0 or 1.1 (ISO 28500). */
export interface WarcRecord {
  readonly id: string
  /** Lower case. */
  readonly type: string
  /** ISO 8601, UTC, as exact as told. */
  readonly at: string
  readonly fields: HeaderLines
  readonly block: Uint8Array
  /** `record at byte 1234 of “data.warc”`, unpacked bytes, for sentences. */
  readonly place: string
}

const LONGEST_FIELDS = 65_536
const VERSIONS: readonly string[] = ['WARC/1.0', 'WARC/1.1']
const LF = 10
const CR = 13

/** The first value of a field; null where it is not there. `name` is in lower case. */
export const fieldOf = (record: Pick<WarcRecord, 'fields'>, name: string): string | null =>
  record.fields.find(([other]) => other.toLowerCase() === name)?.[1] ?? null

/** WARC-Target-URI; WARC 1.0 puts it in angle brackets. */
export const targetOf = (record: WarcRecord): string | null =>
  fieldOf(record, 'warc-target-uri')?.replace(/^<(.*)>$/u, '$1') ?? null

/** All lines up to the empty one, without line ends; null at the end of the file. */
const readLines = async (bytes: ByteSource, account: Account, place: string): Promise<readonly string[] | null> => {
  let seen = await bytes.peek(512)
  if (seen.length === 0) return null
  for (;;) {
    for (let at = seen.indexOf(LF); at !== -1; at = seen.indexOf(LF, at + 1)) {
      const after = seen[at + 1] === CR ? at + 2 : at + 1
      if (seen[after] === LF)
        return textOf(await bytes.take(after + 1))
          .trimEnd()
          .split(/\r?\n/u)
    }
    if (seen.length >= LONGEST_FIELDS) throw malformed(account.name, `the head of the ${place} does not end within 64 KB`)
    const more = await bytes.peek(Math.min(LONGEST_FIELDS, seen.length * 2))
    if (more.length === seen.length) throw malformed(account.name, `it ends within the head of the ${place}`)
    seen = more
  }
}

/** Passes line ends; gives how many bytes they were. */
const skipLineEnds = async (bytes: ByteSource): Promise<number> => {
  let skipped = 0
  for (;;) {
    const ahead = await bytes.peek(4_096)
    const other = ahead.findIndex((mark) => mark !== CR && mark !== LF)
    const run = other === -1 ? ahead.length : other
    if (run > 0) await bytes.take(run)
    skipped += run
    if (other !== -1 || run === 0) return skipped
  }
}

const lengthOf = (fields: HeaderLines, account: Account, place: string): number => {
  const told = new Set((headerValue(fields, 'content-length') ?? '').split(', '))
  const [digits = ''] = told
  if (told.size !== 1 || !/^\d{1,15}$/u.test(digits))
    throw malformed(account.name, `the ${place} has no Content-Length that is one number`)
  checkPart(account, Number(digits), `the ${place}`)
  return Number(digits)
}

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/u

/** WARC 1.1 allows years, months and days too; they are taken as their first moment. */
const dateOf = (told: string): string | null => {
  if (Number.isNaN(Date.parse(told))) return null
  return DATE.test(told) ? told : new Date(told).toISOString()
}

const recordOf = (
  fields: HeaderLines,
  block: Uint8Array,
  { account, place }: { account: Account; place: string },
): WarcRecord => {
  const needed = (name: string): string => {
    const value = fieldOf({ fields }, name.toLowerCase())
    if (value === null || value === '') throw malformed(account.name, `the ${place} has no ${name}`)
    return value
  }
  const at = dateOf(needed('WARC-Date'))
  if (at === null) throw malformed(account.name, `the WARC-Date of the ${place} is no date`)
  return { id: needed('WARC-Record-ID'), type: needed('WARC-Type').toLowerCase(), at, fields, block, place }
}

const badStart = (line: string, account: Account, place: string): Refused => {
  if (/^WARC\/\d/u.test(line))
    return new Refused(
      'unknown-format',
      `${quoted(account.name)} was not read: the ${place} is of a version other than 1.0 and 1.1, ${quoted(line)}.`,
    )
  return malformed(account.name, `no record begins at the ${place}: the Content-Length before it leads astray`)
}

/**
 * The records of an unpacked WARC one after the other; `file` is named in sentences. Throws `unknown-format`, `malformed` and
 * `too-large`. A record whose Content-Length swallows the next ones whole can only be told by its digests.
 */
export async function* warcRecords(bytes: ByteSource, account: Account, file: string): AsyncGenerator<WarcRecord> {
  for (;;) {
    const place = `record at byte ${bytes.position()} of ${quoted(file)}`
    const lines = await readLines(bytes, account, place)
    if (lines === null) return
    const [version = '', ...rest] = lines
    if (!VERSIONS.includes(version.trim())) throw badStart(version, account, place)
    countRecord(account)
    const fields = headersOf(rest)
    const length = lengthOf(fields, account, place)
    const block = await bytes.take(length)
    if (block.length < length)
      throw malformed(account.name, `it ends within the ${place}: it is cut short, or its Content-Length lies`)
    yield recordOf(fields, block, { account, place })
    const skipped = await skipLineEnds(bytes)
    if (skipped < 4 && (await bytes.peek(1)).length === 0)
      warn(account, `The ${place} is the last one and lacks the empty lines behind it.`)
    else if (skipped < 2) throw malformed(account.name, `the ${place} goes on behind its end: its Content-Length lies`)
  }
}
