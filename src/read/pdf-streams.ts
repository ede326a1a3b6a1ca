import { inflate, unpackedHead, unpackedSize } from './inflate.ts'
import { MOST_PDF_LAYERS, MOST_PDF_UNPACKED } from './limits.ts'

/** RFC 1950: two bytes before the packed ones, a whole multiple of 31. */
const ZLIB_HEAD = 2

const hasZlibHead = (bytes: Uint8Array, at = 0): boolean => {
  const [method = 0, flags = 0] = [bytes[at], bytes[at + 1]]
  return (method & 0x0f) === 8 && (method * 256 + flags) % 31 === 0
}

/** Bytes that a stream unpacks to in all its layers together; null where that is more than `most`, or layers are too many. */
const sizeOfStream = (zlib: Uint8Array, most: number, layers = MOST_PDF_LAYERS): number | null => {
  const packed = zlib.subarray(ZLIB_HEAD)
  const size = unpackedSize(packed, most)
  if (size === null || !hasZlibHead(unpackedHead(packed, ZLIB_HEAD))) return size
  const inner = inflate(packed, size)
  // Packed in what breaks off: its reader would go on with what came until then.
  if (inner === null || layers === 1) return null
  const more = sizeOfStream(inner, most - size, layers - 1)
  return more === null ? null : size + more
}

const isAt = (bytes: Uint8Array, at: number, word: string): boolean => {
  for (let place = 0; place < word.length; place++) if (bytes[at + place] !== word.charCodeAt(place)) return false
  return true
}

/** Bytes before `stream` in which its dictionary stands. */
const DICTIONARY = 2048

const isPicture = (bytes: Uint8Array, at: number): boolean => {
  const before = new TextDecoder('windows-1252').decode(bytes.subarray(Math.max(0, at - DICTIONARY), at))
  return /\/Subtype\s{0,9}\/Image\b/u.test(before.slice(before.lastIndexOf(' obj')))
}

const LINE_FEED = 10
const RETURN = 13

/** Where the packed streams begin that hold no picture, whatever the file says of their lengths. */
const packedStreams = (bytes: Uint8Array): readonly number[] => {
  const found: number[] = []
  for (let at = bytes.indexOf(115); at >= 0; at = bytes.indexOf(115, at + 1)) {
    if (!isAt(bytes, at, 'stream') || isAt(bytes, at - 3, 'end')) continue
    const line = bytes[at + 6] === RETURN ? at + 7 : at + 6
    const start = bytes[line] === LINE_FEED ? line + 1 : line
    if (hasZlibHead(bytes, start) && !isPicture(bytes, at)) found.push(start)
  }
  return found
}

/**
 * Whether what a PDF has packed in it, pictures aside, unpacks to more than its reader should have to hold. Streams of other filters and
 * of encrypted files cannot be looked into, and pass.
 */
export const unpacksTooFar = (bytes: Uint8Array): boolean => {
  let left = MOST_PDF_UNPACKED
  for (const start of packedStreams(bytes)) {
    const size = sizeOfStream(bytes.subarray(start), left)
    if (size === null) return true
    left -= size
  }
  return false
}
