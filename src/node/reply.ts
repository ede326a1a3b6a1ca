import { STATUS_CODES } from 'node:http'
import type { Dispatcher } from 'undici'
import { ok, refuse, type Result } from '../core/refusal.ts'
import { unpacked } from './content-encoding.ts'
import { mediaTypeOf } from './media-type.ts'
import { shown } from './target.ts'

/** What a server answered, its body still to come. */
export type Reply = Dispatcher.ResponseData

/** A page as it came. */
export interface Page {
  /** Unpacked. */
  readonly bytes: Uint8Array
  /** Where it was found in the end. */
  readonly url: string
  /** As the server tells it, lower case, without parameters; null where it tells none. */
  readonly mediaType: string | null
  readonly charset: string | null
  /** 200 to 299. */
  readonly status: number
  /** As the server sent them, names in lower case; those of `content-encoding` are of the bytes before they were unpacked. */
  readonly headers: readonly (readonly [name: string, value: string])[]
}

/** The first value of a header; empty where there is none. */
export const headerOf = (reply: Reply, name: string): string => {
  const value = reply.headers[name] ?? ''
  return typeof value === 'string' ? value : (value[0] ?? '')
}

const headersOf = ({ headers }: Reply): Page['headers'] =>
  Object.entries(headers).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one] as const))

const tooLarge = (where: string, limit: number): Result<never> =>
  refuse('too-large', `${where} was not read: it is larger than ${limit / 1_000_000} MB.`)

/** The body as it comes over the wire, cut where it grows too large. */
const packedBody = async (reply: Reply, where: string, limit: number): Promise<Result<Uint8Array>> => {
  if (Number(headerOf(reply, 'content-length')) > limit) return tooLarge(where, limit)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of reply.body as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > limit) return tooLarge(where, limit)
    chunks.push(chunk)
  }
  return ok(Buffer.concat(chunks))
}

/** The page that a reply brings; `limit` is in bytes, packed and unpacked. */
export const pageOf = async (reply: Reply, url: URL, limit: number): Promise<Result<Page>> => {
  const where = shown(url)
  const status = reply.statusCode
  if (status < 200 || status > 299)
    return refuse(
      'http-status',
      `${where} was not had: the server answers ${status} (${STATUS_CODES[status] ?? 'no known status'}).`,
    )
  const packed = await packedBody(reply, where, limit)
  if (!packed.ok) return packed
  // Several such headers count as one with commas between.
  const encodings = [reply.headers['content-encoding'] ?? ''].flat().join(',')
  const bytes = await unpacked(packed.value, encodings, { limit, where })
  if (!bytes.ok) return bytes
  const mediaType = mediaTypeOf(headerOf(reply, 'content-type'))
  return ok({ bytes: bytes.value, url: url.href, status, headers: headersOf(reply), ...mediaType })
}
