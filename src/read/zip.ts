import { inflate } from './inflate.ts'

/** A part of a zip file as its directory at the end lists it (APPNOTE 4.3.12); sizes in bytes. */
export interface ZipPart {
  readonly name: string
  readonly isEncrypted: boolean
  /** 0 stored, 8 deflated; others are not read. */
  readonly method: number
  readonly packedSize: number
  readonly size: number
  /** Where the part's own header starts. */
  readonly offset: number
}

const END_SIGNATURE = 0x06054b50
const PART_SIGNATURE = 0x02014b50
const LOCAL_SIGNATURE = 0x04034b50
const END_SIZE = 22
const PART_SIZE = 46
const LOCAL_SIZE = 30
/** Bytes of the comment that may stand behind the end record, at most. */
const LONGEST_COMMENT = 0xffff

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const findEnd = (view: DataView): number => {
  const first = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT)
  for (let at = view.byteLength - END_SIZE; at >= first; at--) if (view.getUint32(at, true) === END_SIGNATURE) return at
  return -1
}

const partAt = (bytes: Uint8Array, view: DataView, at: number): { readonly part: ZipPart; readonly end: number } | null => {
  if (at + PART_SIZE > view.byteLength || view.getUint32(at, true) !== PART_SIGNATURE) return null
  const nameLength = view.getUint16(at + 28, true)
  const end = at + PART_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  const part = {
    name: new TextDecoder('utf-8').decode(bytes.subarray(at + PART_SIZE, at + PART_SIZE + nameLength)),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  }
  return { part, end }
}

/** The parts of a zip file; null where the file is cut off or is none. Nothing is unpacked. */
export const zipParts = (bytes: Uint8Array): readonly ZipPart[] | null => {
  const view = viewOf(bytes)
  const end = findEnd(view)
  if (end < 0) return null
  const parts: ZipPart[] = []
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const found = partAt(bytes, view, at)
    if (found === null) return null
    parts.push(found.part)
    at = found.end
  }
  return parts
}

/** The bytes of a part, unpacked; null where they are not as many as the directory says, are malformed or are packed in another way. */
export const unpack = (bytes: Uint8Array, { offset, method, packedSize, size }: ZipPart): Uint8Array | null => {
  const view = viewOf(bytes)
  if (offset + LOCAL_SIZE > view.byteLength || view.getUint32(offset, true) !== LOCAL_SIGNATURE) return null
  const start = offset + LOCAL_SIZE + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  const packed = bytes.subarray(start, start + packedSize)
  if (packed.length < packedSize) return null
  if (method === 0) return packedSize === size ? packed : null
  return method === 8 ? inflate(packed, size) : null
}

/** A part with its bytes as they are to be read. */
export interface LoosePart {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Version 2.0 of the format, names in UTF-8 (APPNOTE 4.4.3 and 4.4.4). */
const VERSION = 20
const UTF8_NAMES = 0x0800

interface Header extends LoosePart {
  readonly signature: number
  /** Bytes of the header before the name. */
  readonly length: number
  /** Where the part's own header starts; null in that header. */
  readonly offset: number | null
}

/** The header of a part that is not packed, in front of it or in the directory. Its checksum is left out. */
const headerOf = ({ name, bytes, signature, length, offset }: Header): Uint8Array => {
  const nameBytes = new TextEncoder().encode(name)
  const header = new Uint8Array(length + nameBytes.length)
  const view = viewOf(header)
  const more = offset === null ? 0 : 2
  view.setUint32(0, signature, true)
  view.setUint16(4, VERSION, true)
  view.setUint16(4 + more, VERSION, true)
  view.setUint16(6 + more, UTF8_NAMES, true)
  view.setUint32(18 + more, bytes.length, true)
  view.setUint32(22 + more, bytes.length, true)
  view.setUint16(26 + more, nameBytes.length, true)
  if (offset !== null) view.setUint32(42, offset, true)
  header.set(nameBytes, length)
  return header
}

const joined = (pieces: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** A zip file of these parts and no other, none packed, for a reader that takes nothing else. */
export const storedZip = (parts: readonly LoosePart[]): Uint8Array => {
  let offset = 0
  const headers = parts.map((part) => {
    const own = headerOf({ ...part, signature: LOCAL_SIGNATURE, length: LOCAL_SIZE, offset: null })
    const listed = headerOf({ ...part, signature: PART_SIGNATURE, length: PART_SIZE, offset })
    offset += own.length + part.bytes.length
    return { own, listed }
  })
  const directory = joined(headers.map(({ listed }) => listed))
  const end = new Uint8Array(END_SIZE)
  const view = viewOf(end)
  view.setUint32(0, END_SIGNATURE, true)
  view.setUint16(8, parts.length, true)
  view.setUint16(10, parts.length, true)
  view.setUint32(12, directory.length, true)
  view.setUint32(16, offset, true)
  return joined([...parts.flatMap(({ bytes }, at) => [headers[at]?.own ?? bytes, bytes]), directory, end])
}
