/**
 * Unpacks DEFLATE (RFC 1951), to learn how large a part of a zip file truly is before a library unpacks it: what a zip file says of its
 * own sizes may be a lie.
 */

/** Base lengths and numbers of extra bits for the length codes 257 to 285, and for the distance codes (RFC 1951, 3.2.5). */
const LENGTH_BASE = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
]
const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
const DISTANCE_BASE = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289,
  16385, 24577,
]
/** The order in which the lengths of the code for code lengths are given (3.2.7). */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

const END_OF_BLOCK = 256
const LONGEST_CODE = 15

/** Bits as the format packs them: least significant first. */
interface Bits {
  readonly bytes: Uint8Array
  /** In bits from the start. */
  at: number
}

const bit = (bits: Bits): number => {
  const value = ((bits.bytes[bits.at >> 3] ?? 0) >> (bits.at & 7)) & 1
  bits.at++
  return value
}

const number = (bits: Bits, count: number): number => {
  let value = 0
  for (let place = 0; place < count; place++) value |= bit(bits) << place
  return value
}

/** A Huffman code: how many codes there are of each length, and the symbols in the order of their codes. */
interface Code {
  readonly counts: readonly number[]
  readonly symbols: readonly number[]
}

const codeOf = (lengths: readonly number[]): Code => {
  const counts = Array.from({ length: LONGEST_CODE + 1 }, () => 0)
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1
  counts[0] = 0
  const symbols = lengths
    .map((length, symbol) => ({ length, symbol }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => a.length - b.length || a.symbol - b.symbol)
    .map(({ symbol }) => symbol)
  return { counts, symbols }
}

/** The next symbol in a code; null where the bits are none. */
const symbolIn = (bits: Bits, { counts, symbols }: Code): number | null => {
  let code = 0
  let first = 0
  let index = 0
  for (let length = 1; length <= LONGEST_CODE; length++) {
    code |= bit(bits)
    const count = counts[length] ?? 0
    if (code - count < first) return symbols[index + (code - first)] ?? null
    index += count
    first = (first + count) << 1
    code <<= 1
  }
  return null
}

const repeat = (length: number, times: number): readonly number[] => Array.from({ length: times }, () => length)

const FIXED = {
  literals: codeOf([...repeat(8, 144), ...repeat(9, 112), ...repeat(7, 24), ...repeat(8, 8)]),
  distances: codeOf(repeat(5, 30)),
}

type Codes = typeof FIXED

/** The lengths of the codes for the code lengths, put where they belong (3.2.7). */
const orderOf = (bits: Bits, count: number): Code => {
  const lengths = Array.from(repeat(0, ORDER.length))
  for (const place of ORDER.slice(0, count)) lengths[place] = number(bits, 3)
  return codeOf(lengths)
}

/** The codes that a block brings with it; null where they make no sense. */
const codesIn = (bits: Bits): Codes | null => {
  const literals = number(bits, 5) + 257
  const all = literals + number(bits, 5) + 1
  const order = orderOf(bits, number(bits, 4) + 4)
  const lengths: number[] = []
  while (lengths.length < all) {
    const symbol = symbolIn(bits, order)
    if (symbol === null || (symbol === 16 && lengths.length === 0)) return null
    if (symbol < 16) lengths.push(symbol)
    else if (symbol === 16) lengths.push(...repeat(lengths.at(-1) ?? 0, number(bits, 2) + 3))
    else lengths.push(...repeat(0, symbol === 17 ? number(bits, 3) + 3 : number(bits, 7) + 11))
  }
  return { literals: codeOf(lengths.slice(0, literals)), distances: codeOf(lengths.slice(literals, all)) }
}

/** What is unpacked so far. */
interface Output {
  /** All of it, or the last of it where `mask` keeps places within a ring. */
  readonly bytes: Uint8Array
  readonly mask: number
  /** Bytes that may come. */
  readonly most: number
  at: number
  /** More would have come than may. */
  isFull: boolean
}

const hasRoom = (output: Output, length: number): boolean => {
  if (output.at + length > output.most) output.isFull = true
  return !output.isFull
}

/** Each of these unpacks one block and gives false where it is malformed or does not fit into the output. */
const storedBlock = (bits: Bits, output: Output): boolean => {
  const start = ((bits.at + 7) >> 3) + 4
  const length = (bits.bytes[start - 4] ?? 0) | ((bits.bytes[start - 3] ?? 0) << 8)
  const block = bits.bytes.subarray(start, start + length)
  if (block.length < length || !hasRoom(output, length)) return false
  for (const byte of block) output.bytes[output.at++ & output.mask] = byte
  bits.at = (start + length) * 8
  return true
}

const copyBack = (output: Output, distance: number, length: number): boolean => {
  if (distance > output.at || !hasRoom(output, length)) return false
  const { bytes, mask } = output
  for (const end = output.at + length; output.at < end; output.at++)
    bytes[output.at & mask] = bytes[(output.at - distance) & mask] ?? 0
  return true
}

const codedBlock = (bits: Bits, output: Output, { literals, distances }: Codes): boolean => {
  while (bits.at <= bits.bytes.length * 8) {
    const symbol = symbolIn(bits, literals)
    if (symbol === END_OF_BLOCK) return true
    if (symbol === null) return false
    if (symbol < END_OF_BLOCK) {
      if (!hasRoom(output, 1)) return false
      output.bytes[output.at++ & output.mask] = symbol
    } else {
      const place = symbol - END_OF_BLOCK - 1
      const length = (LENGTH_BASE[place] ?? 0) + number(bits, LENGTH_EXTRA[place] ?? 0)
      const far = symbolIn(bits, distances)
      const base = far === null ? undefined : DISTANCE_BASE[far]
      if (far === null || base === undefined) return false
      if (!copyBack(output, base + number(bits, Math.max(0, (far >> 1) - 1)), length)) return false
    }
  }
  return false
}

const block = (bits: Bits, output: Output): boolean => {
  const kind = number(bits, 2)
  if (kind === 0) return storedBlock(bits, output)
  const codes = kind === 1 ? FIXED : kind === 2 ? codesIn(bits) : null
  return codes !== null && codedBlock(bits, output, codes)
}

/** Unpacks block by block; false where that breaks off before the last one's end. */
const unpackInto = (packed: Uint8Array, output: Output): boolean => {
  const bits: Bits = { bytes: packed, at: 0 }
  for (let isLast = false; !isLast;) {
    isLast = bit(bits) === 1
    if (bits.at > packed.length * 8 || !block(bits, output)) return false
  }
  return true
}

/**
 * Unpacks `packed`, which must come to exactly `size` bytes. Null where it is malformed or comes to more or fewer: no more than `size`
 * bytes are ever written, whatever is packed.
 */
export const inflate = (packed: Uint8Array, size: number): Uint8Array | null => {
  const output: Output = { bytes: new Uint8Array(size), mask: -1, most: size, at: 0, isFull: false }
  return unpackInto(packed, output) && output.at === size ? output.bytes : null
}

/** Bytes kept while sizes are taken: a power of two, and more than the 32 KiB that a copy may reach back. */
const RING = 65_536

/**
 * How many bytes `packed` comes to. What stands behind its end is nothing to it. Where
 * it is malformed, as many as come before that. More than `most`: null, and no more were unpacked.
 */
export const unpackedSize = (packed: Uint8Array, most: number): number | null => {
  const output: Output = { bytes: new Uint8Array(RING), mask: RING - 1, most, at: 0, isFull: false }
  unpackInto(packed, output)
  return output.isFull ? null : output.at
}

/** The first bytes that `packed` comes to: `count` of them, at most 65,536, or fewer where there are no more. */
export const unpackedHead = (packed: Uint8Array, count: number): Uint8Array => {
  const output: Output = { bytes: new Uint8Array(RING), mask: RING - 1, most: RING, at: 0, isFull: false }
  unpackInto(packed, output)
  return output.bytes.subarray(0, Math.min(count, output.at))
}
