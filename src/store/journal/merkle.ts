import { hash } from 'node:crypto'

/**
 * The Merkle tree of RFC 6962, as RFC 9162 § 2.1 words it, over SHA-256. A hash is 64 lower-case hexadecimal digits wherever it
 * goes in or out; a leaf is given by its hash, so that nothing here sees an entry but `leafHash`.
 */

const SHA_256_HEX = /^[0-9a-f]{64}$/u

/** Whether a value from anywhere is a hash as this tree writes it. */
export const isHash = (value: unknown): value is string => typeof value === 'string' && SHA_256_HEX.test(value)

/** The root of the tree without leaves: SHA-256 of no bytes. */
export const EMPTY_ROOT = hash('sha256', '', 'hex')

/** What RFC 9162 § 2.1.1 puts before an entry and before two hashes, so that an inner node never passes for an entry. */
const LEAF_PREFIX = Uint8Array.of(0)
const NODE_PREFIX_HEX = '01'

/** The hash of an entry's bytes as a leaf: SHA-256 of 0x00 and the bytes. */
export const leafHash = (entry: Uint8Array): string => hash('sha256', Buffer.concat([LEAF_PREFIX, entry]), 'hex')

/** The hash of an inner node: SHA-256 of 0x01 and the two hashes below it. Both must be hashes as `isHash` has them. */
export const nodeHash = (left: string, right: string): string =>
  hash('sha256', Buffer.from(NODE_PREFIX_HEX + left + right, 'hex'), 'hex')

/**
 * All that an append has to know of a tree (a compact range from 0): how many leaves it has, and the roots of the perfect subtrees
 * that it falls into, the largest first. One root per bit of `size` that is set. Plain JSON.
 */
export interface Frontier {
  readonly size: number
  readonly roots: readonly string[]
}

export const emptyFrontier: Frontier = { size: 0, roots: [] }

const bitsSet = (size: number): number => {
  let bits = 0
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) bits += rest % 2
  return bits
}

/**
 * Whether a value, as it came back from a disk say, has the shape of a frontier. That its roots are the right ones shows only when
 * the root is compared with one known from elsewhere.
 */
export const isFrontier = (value: unknown): value is Frontier => {
  if (typeof value !== 'object' || value === null || !('size' in value) || !('roots' in value)) return false
  const { size, roots } = value
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0 || !Array.isArray(roots)) return false
  return roots.length === bitsSet(size) && Array.from<unknown>(roots).every(isHash)
}

/**
 * The frontier after one more leaf, in O(log size) time; the one given stays as it was. Throws on what is no frontier or no hash,
 * and where the tree is full (2⁵³ − 1 leaves).
 */
export const extend = (frontier: Frontier, leaf: string): Frontier => {
  const { size } = frontier
  if (!isHash(leaf)) throw new Error(`no SHA-256 in hexadecimal digits: ${String(leaf)}`)
  if (!Number.isSafeInteger(size + 1) || frontier.roots.length !== bitsSet(size))
    throw new Error(`no frontier: ${frontier.roots.length} roots for ${size} leaves`)
  const roots = [...frontier.roots]
  let root = leaf
  for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) root = nodeHash(roots.pop() ?? '', root)
  roots.push(root)
  return { size: size + 1, roots }
}

/** The root of the tree that a frontier stands for: its subtrees joined from the right (RFC 9162 § 2.1.1). */
export const rootOfFrontier = ({ roots }: Frontier): string =>
  roots.length === 0 ? EMPTY_ROOT : roots.reduceRight((right, left) => nodeHash(left, right))

/** The frontier of the leaves with these hashes; they may be a stream, of which O(log n) hashes are held at a time. */
export const frontierOf = (leaves: Iterable<string>): Frontier => {
  let frontier = emptyFrontier
  for (const leaf of leaves) frontier = extend(frontier, leaf)
  return frontier
}

/** The root of the tree over the leaves with these hashes, which may be a stream. */
export const rootOf = (leaves: Iterable<string>): string => rootOfFrontier(frontierOf(leaves))
