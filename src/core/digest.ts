import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** SHA-256 of bytes, 64 lower-case hexadecimal digits. */
export const sha256Of = (bytes: Uint8Array): string => bytesToHex(sha256(bytes))

/** Hexadecimal digits of an id: 64 bits, so that a library of a million things collides with probability below 10⁻⁷. */
const ID_DIGITS = 16

/**
 * An id that depends on content alone: `prefix_` and the first 64 bits of the SHA-256 of `parts` as JSON. The same parts have the
 * same id on every machine; parts are JSON, so `['a', 'b']` and `['ab']` differ.
 */
export const idOf = (prefix: string, parts: readonly (string | number | null)[]): string =>
  `${prefix}_${sha256Of(utf8ToBytes(JSON.stringify(parts))).slice(0, ID_DIGITS)}`
