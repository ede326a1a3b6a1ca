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
