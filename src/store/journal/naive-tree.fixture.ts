import { createHash } from 'node:crypto'

/** The tree and its proofs as RFC 9162 § 2.1 defines them, by recursion over lists, slowly: what the product is held against. */

const sha256 = (...parts: readonly Uint8Array[]): string => {
  const made = createHash('sha256')
  for (const part of parts) made.update(part)
  return made.digest('hex')
}

const bytes = (digits: string): Uint8Array => Uint8Array.from(digits.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16))

export const naiveLeaf = (entry: string): string => sha256(Uint8Array.of(0), new TextEncoder().encode(entry))

export const naiveJoin = (left: string, right: string): string => sha256(Uint8Array.of(1), bytes(left), bytes(right))

/** k of the RFC: the largest power of two smaller than n. */
const splitOf = (n: number): number => 2 ** Math.ceil(Math.log2(n) - 1)

/** MTH. */
export const naiveRoot = (leaves: readonly string[]): string => {
  const [first] = leaves
  if (first === undefined) return sha256()
  if (leaves.length === 1) return first
  const k = splitOf(leaves.length)
  return naiveJoin(naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)))
}

/** PATH. */
export const naiveInclusion = (leaves: readonly string[], m: number): readonly string[] => {
  if (leaves.length === 1) return []
  const k = splitOf(leaves.length)
  return m < k
    ? [...naiveInclusion(leaves.slice(0, k), m), naiveRoot(leaves.slice(k))]
    : [...naiveInclusion(leaves.slice(k), m - k), naiveRoot(leaves.slice(0, k))]
}

/** SUBPROOF; PROOF is that with `whole`. */
export const naiveConsistency = (leaves: readonly string[], m: number, whole = true): readonly string[] => {
  if (m === leaves.length) return whole ? [] : [naiveRoot(leaves)]
  const k = splitOf(leaves.length)
  return m <= k
    ? [...naiveConsistency(leaves.slice(0, k), m, whole), naiveRoot(leaves.slice(k))]
    : [...naiveConsistency(leaves.slice(k), m - k, false), naiveRoot(leaves.slice(0, k))]
}

/** The hashes of the first `count` of a fixed list of leaves, no two alike. */
export const madeLeaves = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => naiveLeaf(`entry ${at}`))
