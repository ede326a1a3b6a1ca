import { ok, type Result } from '../../core/refusal.ts'
import { unpacked } from '../content-encoding.ts'
import type { Exchange } from './exchange.ts'
import { headerValue, httpHead, type HttpHead, statusOf, unchunked } from './http-block.ts'
import { quoted } from './refused.ts'

/** What an exchange is read off: its blocks, and what the capture says about them. */
export interface Wire {
  readonly url: string
  readonly at: string
  readonly responseBlock: Uint8Array
  readonly requestBlock: Uint8Array | null
  /** False: `responseBlock` is the thing itself, with no status line or headers before it. */
  readonly isHttp: boolean
  /** Of a thing without HTTP. */
  readonly contentType: string | null
  readonly truncated: string | null
  readonly address: string | null
}

const REDIRECTS: readonly (number | null)[] = [301, 302, 303, 307, 308]

const redirectOf = (status: number | null, head: HttpHead, url: string): string | null => {
  const location = headerValue(head.headers, 'location')
  if (location === null || !REDIRECTS.includes(status)) return null
  return URL.canParse(location, url) ? new URL(location, url).href : null
}

interface Decoded {
  readonly body: Uint8Array
  readonly encodedAs: string | null
  readonly doubts: readonly string[]
}

/** The same memory without Node's own methods on it, so that equal bytes are equal values. */
const asBytes = ({ buffer, byteOffset, length }: Uint8Array): Uint8Array => new Uint8Array(buffer, byteOffset, length)

/** The body of a response with both encodings undone, as far as they can be; `too-large` is a refusal. */
const decoded = async (head: HttpHead, stored: Uint8Array, terms: { limit: number; where: string }): Promise<Result<Decoded>> => {
  const doubts: string[] = []
  const isChunked = /\bchunked\b/iu.test(headerValue(head.headers, 'transfer-encoding') ?? '')
  const whole = isChunked ? unchunked(stored) : 'not-chunked'
  if (whole === 'broken') doubts.push(`The chunks of ${terms.where} are broken or cut short; its body is as stored.`)
  const body = typeof whole === 'string' ? stored : whole.bytes
  const encoding = headerValue(head.headers, 'content-encoding')
  if (encoding === null || body.length === 0) return ok({ body, encodedAs: null, doubts })
  const plain = await unpacked(body, encoding, terms)
  if (plain.ok) return ok({ body: asBytes(plain.value), encodedAs: null, doubts })
  if (plain.refusal.code === 'too-large') return plain
  return ok({ body, encodedAs: encoding, doubts: [...doubts, plain.refusal.sentence] })
}

/**
 * Reads an exchange off its blocks. `limit` is in bytes, of the body unpacked. `doubts` are sentences on what could not be undone.
 * Refuses with `too-large` only.
 */
export const exchangeOf = async (
  wire: Wire,
  { limit }: { limit: number },
): Promise<Result<{ readonly exchange: Exchange; readonly doubts: readonly string[] }>> => {
  const { url, at, responseBlock, requestBlock, truncated, address } = wire
  const where = `${quoted(url)} as of ${at}`
  const request = requestBlock === null ? null : httpHead(requestBlock)
  const common = { url, at, requestHeaders: request?.headers ?? [], truncated, address, responseBlock, requestBlock }
  const head = wire.isHttp ? httpHead(responseBlock) : null
  const status = head === null ? null : statusOf(head.firstLine)
  if (head === null || status === null) {
    const doubts = wire.isHttp ? [`The answer from ${where} does not begin as HTTP does; it is kept as it is.`] : []
    const contentType = wire.isHttp ? 'application/http; msgtype=response' : wire.contentType
    const bare = { status: null, headers: [], body: responseBlock, encodedAs: null, contentType, redirectedTo: null }
    return ok({ exchange: { ...common, ...bare }, doubts })
  }
  const result = await decoded(head, responseBlock.subarray(head.bodyStart), { limit, where })
  if (!result.ok) return result
  const { body, encodedAs, doubts } = result.value
  const read = { status, headers: head.headers, body, encodedAs, contentType: headerValue(head.headers, 'content-type') }
  return ok({ exchange: { ...common, ...read, redirectedTo: redirectOf(status, head, url) }, doubts })
}
