import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Result } from '../../core/refusal.ts'
import { payloadsOf } from './answer.ts'
import type { Place } from './cdxj.ts'
import { sha256Label } from './digest-label.ts'
import type { Exchange } from './exchange.ts'
import { attempted, quoted, Refused } from './refused.ts'

export interface WarcContents {
  readonly exchanges: readonly Exchange[]
  /** When it is written, ISO 8601 in UTC to the second (`2024-03-11T09:30:00Z`). */
  readonly at: string
  /** What writes it, with its version. */
  readonly software: string
}

type Fields = readonly (readonly [name: string, value: string])[]

/** RFC 9562 § 5.8: a UUID (version 8) whose free bits are those of a SHA-256, so that the same record has the same id everywhere. */
const recordId = (parts: readonly (string | number)[]): string => {
  const digits = createHash('sha256').update(JSON.stringify(parts)).digest('hex')
  const variant = ((Number.parseInt(digits.charAt(16), 16) & 3) | 8).toString(16)
  const groups = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    variant + digits.slice(17, 20),
    digits.slice(20, 32),
  ]
  return `<urn:uuid:${groups.join('-')}>`
}

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/u

/** Marks that would end a field early, or a URL. */
const LINE_ENDS = /[\0\r\n]/u
const BLANKS = /[\s\p{Cc}\p{Surrogate}]/u

const record = (fields: Fields, block: Uint8Array): Uint8Array => {
  const lines = [...fields, ['Content-Length', String(block.length)] as const].map(([name, value]) => {
    if (LINE_ENDS.test(value))
      throw new Refused('malformed', `A record was not written: its ${name} holds a line end: ${quoted(value)}.`)
    return `${name}: ${value}\r\n`
  })
  return Buffer.concat([Buffer.from(`WARC/1.1\r\n${lines.join('')}\r\n`), block, Buffer.from('\r\n\r\n')])
}

/** Byte 9 of a gzip member names the system it was made on (RFC 1952): 255, unknown, so that every system writes the same. */
const SYSTEM_BYTE = 9
const UNKNOWN_SYSTEM = 255

const packed = (bytes: Uint8Array): Uint8Array => {
  const member = gzipSync(bytes, { level: 6 })
  member[SYSTEM_BYTE] = UNKNOWN_SYSTEM
  return member
}

const checkWritable = ({ url, at }: Exchange): void => {
  if (url === '' || BLANKS.test(url))
    throw new Refused('bad-url', `An exchange was not written: ${quoted(url)} is no URL, or holds blanks.`)
  if (!DATE.test(at) || Number.isNaN(Date.parse(at)))
    throw new Refused(
      'malformed',
      `An exchange was not written: the time of ${quoted(url)}, ${quoted(at)}, is none of ISO 8601 in UTC.`,
    )
}

/** Digest of what follows the head, as stored: what other readers of WARC compare. */
const payloadOf = (block: Uint8Array, isHttp: boolean): Uint8Array => payloadsOf(block, isHttp)[0] ?? block

const given = (name: string, value: string | null): Fields => (value === null ? [] : [[name, value]])

const answerFields = (exchange: Exchange, id: string): Fields => {
  const isHttp = exchange.status !== null
  return [
    ['WARC-Type', isHttp ? 'response' : 'resource'],
    ['WARC-Record-ID', id],
    ['WARC-Date', exchange.at],
    ['WARC-Target-URI', exchange.url],
    ...given('WARC-IP-Address', exchange.address),
    ...given('WARC-Truncated', exchange.truncated),
    ['WARC-Payload-Digest', sha256Label(payloadOf(exchange.responseBlock, isHttp))],
    ['WARC-Block-Digest', sha256Label(exchange.responseBlock)],
    ...given('Content-Type', isHttp ? 'application/http; msgtype=response' : exchange.contentType),
  ]
}

const requestFields = (exchange: Exchange, block: Uint8Array, ids: { answer: string; request: string }): Fields => [
  ['WARC-Type', 'request'],
  ['WARC-Record-ID', ids.request],
  ['WARC-Date', exchange.at],
  ['WARC-Target-URI', exchange.url],
  ['WARC-Concurrent-To', ids.answer],
  ['WARC-Payload-Digest', sha256Label(payloadOf(block, true))],
  ['WARC-Block-Digest', sha256Label(block)],
  ['Content-Type', 'application/http; msgtype=request'],
]

const head = ({ at, software, exchanges }: WarcContents): Uint8Array => {
  const block = Buffer.from(`software: ${software}\r\nformat: WARC File Format 1.1\r\n`)
  if (LINE_ENDS.test(software))
    throw new Refused('malformed', 'A WARC was not written: the name of the software holds a line end.')
  const fields: Fields = [
    ['WARC-Type', 'warcinfo'],
    ['WARC-Record-ID', recordId(['warcinfo', at, software, exchanges.length])],
    ['WARC-Date', at],
    ['WARC-Block-Digest', sha256Label(block)],
    ['Content-Type', 'application/warc-fields'],
  ]
  return record(fields, block)
}

/** A WARC and where in it each exchange's answer stands, packed. */
export interface PlacedWarc {
  readonly bytes: Uint8Array
  readonly rows: readonly { readonly exchange: Exchange; readonly payload: Uint8Array; readonly place: Place }[]
}

/** As `writeWarc`, with the places that an index needs. Throws `Refused`. */
export const placedWarc = (contents: WarcContents, pack: boolean): PlacedWarc => {
  const parts: Uint8Array[] = []
  let reached = 0
  const add = (bytes: Uint8Array): Place => {
    const member = pack ? packed(bytes) : bytes
    parts.push(member)
    const place = { offset: reached, length: member.length }
    reached += member.length
    return place
  }
  if (!DATE.test(contents.at))
    throw new Refused('malformed', `A WARC was not written: its time, ${quoted(contents.at)}, is none.`)
  add(head(contents))
  const rows = contents.exchanges.map((exchange, number) => {
    checkWritable(exchange)
    const { url, at, responseBlock, requestBlock } = exchange
    const id = recordId(['answer', number, url, at, sha256Label(responseBlock)])
    const place = add(record(answerFields(exchange, id), responseBlock))
    if (requestBlock !== null) {
      const ids = { answer: id, request: recordId(['request', number, url, at, sha256Label(requestBlock)]) }
      add(record(requestFields(exchange, requestBlock, ids), requestBlock))
    }
    return { exchange, payload: payloadOf(responseBlock, exchange.status !== null), place }
  })
  return { bytes: new Uint8Array(Buffer.concat(parts)), rows }
}

/**
 * A WARC 1.1: `warcinfo`, then for each exchange a `response` (without HTTP, a `resource`) and its `request` where it is kept, with
 * block and payload digests by SHA-256. `pack`, unless false, makes each record a gzip member of its own. The same contents give the
 * same bytes with the same zlib. Refuses what no record can hold: `bad-url`, `malformed`.
 */
export const writeWarc = (contents: WarcContents, { pack = true }: { pack?: boolean } = {}): Promise<Result<Uint8Array>> =>
  attempted(() => Promise.resolve(placedWarc(contents, pack).bytes))
