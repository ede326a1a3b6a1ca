import { promisify } from 'node:util'
import * as zlib from 'node:zlib'
import { ok, refuse, type Result } from '../core/refusal.ts'

type Unpack = (packed: Uint8Array, limit: number) => Promise<Uint8Array>

const gunzip = promisify<zlib.InputType, zlib.ZlibOptions, Buffer>(zlib.gunzip)
const inflate = promisify<zlib.InputType, zlib.ZlibOptions, Buffer>(zlib.inflate)
const inflateRaw = promisify<zlib.InputType, zlib.ZlibOptions, Buffer>(zlib.inflateRaw)
const brotli = promisify<zlib.InputType, zlib.BrotliOptions, Buffer>(zlib.brotliDecompress)
const zstd = promisify<zlib.InputType, zlib.ZstdOptions, Buffer>(zlib.zstdDecompress)

/** Bytes unpacked at a time: zlib's own 16 KiB makes 3,200 pieces of 50 MB. */
const CHUNK = 65_536

/** RFC 9659: a decoder of the web need not keep more than 8 MiB (2²³) of history. */
const ZSTD_WINDOW_LOG = 23

/** RFC 1950: the low half of the first byte of a zlib stream is 8. Some servers call a stream without that head `deflate` too. */
const hasZlibHead = (packed: Uint8Array): boolean => ((packed[0] ?? 0) & 0x0f) === 8

const UNPACKERS: Readonly<Record<string, Unpack>> = {
  gzip: (packed, limit) => gunzip(packed, { maxOutputLength: limit, chunkSize: CHUNK }),
  deflate: (packed, limit) => (hasZlibHead(packed) ? inflate : inflateRaw)(packed, { maxOutputLength: limit, chunkSize: CHUNK }),
  br: (packed, limit) => brotli(packed, { maxOutputLength: limit, chunkSize: CHUNK }),
  zstd: (packed, limit) =>
    zstd(packed, {
      maxOutputLength: limit,
      chunkSize: CHUNK,
      params: { [zlib.constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG },
    }),
}

/** The value of Accept-Encoding. */
export const ACCEPTED = Object.keys(UNPACKERS).join(', ')

/** A page packed more often than this is no page but a trap. */
const MOST_ENCODINGS = 2

const encodingsOf = (header: string): readonly string[] =>
  header
    .toLowerCase()
    .split(',')
    .map((name) => name.trim().replace(/^x-/u, ''))
    .filter((name) => name !== '' && name !== 'identity')

const isTooLarge = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'

/**
 * Undoes the encodings that a Content-Encoding header names, the last first. Each step is cut as soon as it has given more than
 * `limit` bytes: `too-large`. More than two encodings are `too-large`, unknown ones `not-readable`, broken ones `malformed`.
 */
export const unpacked = async (
  packed: Uint8Array,
  header: string,
  { limit, where }: { limit: number; where: string },
): Promise<Result<Uint8Array>> => {
  const encodings = encodingsOf(header)
  if (encodings.length > MOST_ENCODINGS)
    return refuse(
      'too-large',
      `${where} was not read: it is compressed ${encodings.length} times over, where ${MOST_ENCODINGS} are taken at most.`,
    )
  let bytes = packed
  for (const encoding of encodings.toReversed()) {
    const unpack = UNPACKERS[encoding]
    if (unpack === undefined)
      return refuse('not-readable', `${where} was not read: its compression, ${encoding}, is none of ${ACCEPTED}.`)
    try {
      bytes = await unpack(bytes, limit)
    } catch (error) {
      return isTooLarge(error)
        ? refuse('too-large', `${where} was not read: unpacked it is larger than ${limit / 1_000_000} MB.`)
        : refuse('malformed', `${where} was not read: its ${encoding} compression is broken or cut short; fetch it again.`)
    }
  }
  return ok(bytes)
}
