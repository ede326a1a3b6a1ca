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

const LONGEST_SIZE_LINE = 4_096
const MOST_SIZE_DIGITS = 8

/** The worth of an ASCII hexadecimal digit; -1 for any other byte. */
const worth = (byte: number): number => {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}

/** A semicolon, a blank or a tab may follow the size; then comes an extension, which is passed over. */
const BEFORE_EXTENSION: readonly (number | undefined)[] = [0x3b, 0x20, 0x09]

/** The size that a chunk begins with (RFC 9112 § 7.1) and where its content starts; null where none stands at `at`. */
const chunkSize = (body: Uint8Array, at: number): { readonly size: number; readonly start: number } | null => {
  let size = 0
  let end = at
  for (let digit = worth(body[end] ?? 0); digit !== -1; digit = worth(body[++end] ?? 0)) size = size * 16 + digit
  if (end === at || end - at > MOST_SIZE_DIGITS) return null
  if (BEFORE_EXTENSION.includes(body[end])) end = body.subarray(0, at + LONGEST_SIZE_LINE).indexOf(LF, end) - 1
  return body[end] === CR && body[end + 1] === LF ? { size, start: end + 2 } : null
}

/** Undoes the chunked transfer encoding. Trailers are left off. */
export const unchunked = (body: Uint8Array): Unchunked => {
  const whole = new Uint8Array(body.length)
  let length = 0
  let at = 0
  for (;;) {
    const chunk = chunkSize(body, at)
    if (chunk === null) return at === 0 ? 'not-chunked' : 'broken'
    const { size, start } = chunk
    if (size === 0) return { bytes: whole.slice(0, length) }
    const end = start + size
    if (body[end] !== CR || body[end + 1] !== LF) return 'broken'
    whole.set(body.subarray(start, end), length)
    length += size
    at = end + 2
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
