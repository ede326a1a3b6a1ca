import { Refused } from './refused.ts'

export type HeaderLines = readonly (readonly [name: string, value: string])[]

/** What stands before the body of a stored request or response. */
export interface HttpHead {
  readonly firstLine: string
  readonly headers: HeaderLines
  /** Where the body begins, in bytes. */
  readonly bodyStart: number
}

/** Bytes within which a head must end. Servers send 8 to 64 KB at most. */
const LONGEST_HEAD = 262_144
const MOST_HEADERS = 1_000

const LF = 10
const CR = 13

/** UTF-8 where it is that, otherwise a byte a character, as RFC 9110 § 5.5 leaves open. */
export const textOf = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return Buffer.from(bytes).toString('latin1')
    throw error
  }
}

/** Where the empty line that ends a head is passed; -1 where there is none in time. */
const headEnd = (block: Uint8Array): number => {
  const until = Math.min(block.length, LONGEST_HEAD)
  for (let at = block.indexOf(LF); at !== -1 && at < until; at = block.indexOf(LF, at + 1)) {
    if (block[at + 1] === LF) return at + 2
    if (block[at + 1] === CR && block[at + 2] === LF) return at + 3
  }
  return -1
}

/** Lines without a colon are no headers and are passed over; a line that begins with a blank goes on with the one before. */
export const headersOf = (lines: readonly string[]): HeaderLines => {
  const headers: [string, string][] = []
  for (const line of lines) {
    const last = headers.at(-1)
    const colon = line.indexOf(':')
    if (/^[ \t]/u.test(line)) {
      if (last !== undefined) last[1] = `${last[1]} ${line.trim()}`.trim()
    } else if (colon > 0) headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()])
  }
  return headers
}

/** The head of a stored HTTP message; null where it has none that ends in time, or more than 1,000 lines. */
export const httpHead = (block: Uint8Array): HttpHead | null => {
  const found = headEnd(block)
  // A message without a body may lack the empty line.
  const bodyStart = found === -1 && block.length <= LONGEST_HEAD ? block.length : found
  if (bodyStart === -1) return null
  const [firstLine = '', ...lines] = textOf(block.subarray(0, bodyStart)).split(/\r?\n/u)
  return lines.length > MOST_HEADERS ? null : { firstLine, headers: headersOf(lines), bodyStart }
}

/** The status that the first line of a response tells, null where it is none. */
export const statusOf = (firstLine: string): number | null => {
  const digits = /^HTTP\/\d(?:\.\d)? (\d{3})(?: |$)/u.exec(firstLine)?.[1]
  return digits === undefined ? null : Number(digits)
}

/** All values of a header, joined as RFC 9110 § 5.3 says; null where it is not there. */
export const headerValue = (headers: HeaderLines, name: string): string | null => {
  const values = headers.filter(([other]) => other.toLowerCase() === name).map(([, value]) => value)
  return values.length === 0 ? null : values.join(', ')
}

/** `not-chunked`: undone by who stored it. `broken`: begun, and not ended as it must be. */
export type Unchunked = { readonly bytes: Uint8Array } | 'not-chunked' | 'broken'

/** RFC 9112 § 7.1: a size in hexadecimal digits, maybe an extension. */
const CHUNK_SIZE = /^([\da-f]{1,8})[ \t]*(?:;.*)?$/iu
const LONGEST_SIZE_LINE = 4_096

/** Undoes the chunked transfer encoding. Trailers are left off. */
export const unchunked = (body: Uint8Array): Unchunked => {
  const whole = new Uint8Array(body.length)
  let length = 0
  let at = 0
  for (;;) {
    const end = body.indexOf(LF, at)
    const isLine = end > at && end - at < LONGEST_SIZE_LINE && body[end - 1] === CR
    const line = isLine ? textOf(body.subarray(at, end - 1)) : ''
    const digits = CHUNK_SIZE.exec(line)?.[1]
    if (digits === undefined) return at === 0 ? 'not-chunked' : 'broken'
    const size = Number.parseInt(digits, 16)
    at = end + 1
    if (size === 0) return { bytes: whole.slice(0, length) }
    if (body[at + size] !== CR || body[at + size + 1] !== LF) return 'broken'
    whole.set(body.subarray(at, at + size), length)
    length += size
    at += size + 2
  }
}

const UNWRITABLE = /[\0\r\n]/u

const written = (firstLine: string, headers: HeaderLines, body: Uint8Array): Uint8Array => {
  const lines = [firstLine, ...headers.map(([name, value]) => `${name}: ${value}`)]
  if (lines.some((line) => UNWRITABLE.test(line)) || headers.some(([name]) => name === '' || name.includes(':')))
    throw new Refused('malformed', 'An HTTP message was not written: one of its header lines holds a line end or has no name.')
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), body])
}

/**
 * The block of a response out of its parts. `body` is what came over the wire with the transfer encoding undone and the content
 * encoding not: the Transfer-Encoding header is therefore kept as `x-orig-transfer-encoding`, as other archivers do.
 */
export const responseBlock = (response: {
  readonly status: number
  readonly reason: string
  readonly headers: HeaderLines
  readonly body: Uint8Array
}): Uint8Array => {
  const headers = response.headers.map(
    ([name, value]) => [name.toLowerCase() === 'transfer-encoding' ? `x-orig-${name}` : name, value] as const,
  )
  return written(`HTTP/1.1 ${response.status} ${response.reason}`, headers, response.body)
}

/** The block of a request without a body; `target` is path and query. */
export const requestBlock = (request: {
  readonly method: string
  readonly target: string
  readonly headers: HeaderLines
}): Uint8Array => written(`${request.method} ${request.target} HTTP/1.1`, request.headers, new Uint8Array(0))
