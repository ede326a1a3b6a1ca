import { sha256Label } from './digest-label.ts'
import type { Exchange } from './exchange.ts'
import { surtOf } from './surt.ts'

/** Where a record's gzip member stands in its file, in bytes. */
export interface Place {
  readonly offset: number
  readonly length: number
}

/** `2024-03-11T09:30:00.123Z` is `20240311093000`. */
const timestampOf = (at: string): string => at.replaceAll(/\D/gu, '').slice(0, 14)

const mediaTypeOf = (contentType: string | null): string | null => {
  const type = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  return /^[\w.+-]+\/[\w.+-]+$/u.test(type) ? type : null
}

const lineOf = ({ url, at, status, contentType }: Exchange, payload: Uint8Array, place: Place & { filename: string }): string => {
  const mime = mediaTypeOf(contentType)
  const fields = {
    url,
    ...(mime === null ? {} : { mime }),
    ...(status === null ? {} : { status: String(status) }),
    digest: sha256Label(payload),
    length: String(place.length),
    offset: String(place.offset),
    filename: place.filename,
  }
  return `${surtOf(url)} ${timestampOf(at)} ${JSON.stringify(fields)}\n`
}

/**
 * An index in CDXJ: a line for each exchange (its SURT, its time to the second, and JSON whose numbers are strings, as pywb writes
 * them), sorted by bytes.
 */
export const cdxj = (
  rows: readonly { readonly exchange: Exchange; readonly payload: Uint8Array; readonly place: Place }[],
  filename: string,
): Uint8Array => {
  const lines = rows.map(({ exchange, payload, place }) => Buffer.from(lineOf(exchange, payload, { ...place, filename })))
  return Buffer.concat(lines.toSorted((a, b) => Buffer.compare(a, b)))
}
