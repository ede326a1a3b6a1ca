import { isHash, nodeHash, rootOf } from './merkle.ts'

/** That a leaf stands at `index`, from 0, of the tree of `size` leaves with this root. */
export interface InclusionClaim {
  readonly index: number
  readonly size: number
  readonly leaf: string
  readonly root: string
  /** The hashes beside the way from the leaf to the root, lowest first. */
  readonly proof: readonly string[]
}

/** That the tree of `size1` leaves is how the tree of `size2` leaves began. */
export interface ConsistencyClaim {
  readonly size1: number
  readonly size2: number
  readonly root1: string
  readonly root2: string
  readonly proof: readonly string[]
}

/** More hashes than any proof has for a tree of at most 2⁵³ − 1 leaves. */
const MOST_HASHES = 54

/** The largest power of two below `size`, which is at least 2: where RFC 9162 § 2.1.1 splits a tree. */
const splitOf = (size: number): number => {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

function* between(leaves: readonly string[], start: number, end: number): Iterable<string> {
  for (let at = start; at < end; at++) yield leaves[at] ?? ''
}

const half = (size: number): number => Math.floor(size / 2)

const isOdd = (size: number): boolean => size % 2 === 1

/**
 * The proof that leaf `index` is in the tree over `leaves`, given by their hashes (RFC 9162 § 2.1.3.1). O(n) hashes are computed.
 * Throws a RangeError where there is no such leaf.
 */
export const inclusionProof = (leaves: readonly string[], index: number): string[] => {
  if (!Number.isSafeInteger(index) || index < 0 || index >= leaves.length)
    throw new RangeError(`no leaf ${index} in a tree of ${leaves.length}`)
  const beside: string[] = []
  for (let start = 0, end = leaves.length; end - start > 1;) {
    const middle = start + splitOf(end - start)
    const isLeft = index < middle
    beside.push(rootOf(isLeft ? between(leaves, middle, end) : between(leaves, start, middle)))
    if (isLeft) end = middle
    else start = middle
  }
  return beside.reverse()
}

/**
 * The proof that the tree over the first `size1` of `leaves` is how the tree over all of them began (RFC 9162 § 2.1.4.1); empty
 * where they are the same tree. O(n) hashes are computed. Throws a RangeError where `size1` is not from 1 to the number of leaves.
 */
export const consistencyProof = (leaves: readonly string[], size1: number): string[] => {
  if (!Number.isSafeInteger(size1) || size1 < 1 || size1 > leaves.length)
    throw new RangeError(`no tree of ${size1} leaves that one of ${leaves.length} began with and that says anything`)
  const beside: string[] = []
  let [start, end] = [0, leaves.length]
  while (end !== size1) {
    const middle = start + splitOf(end - start)
    const isLeft = size1 <= middle
    beside.push(rootOf(isLeft ? between(leaves, middle, end) : between(leaves, start, middle)))
    if (isLeft) end = middle
    else start = middle
  }
  // A verifier has the old root; the subtree that ends the old tree is told only where it is not the whole of it.
  if (start > 0) beside.push(rootOf(between(leaves, start, end)))
  return beside.reverse()
}

const isSize = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0

const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null

const isProof = (value: unknown): boolean =>
  Array.isArray(value) && value.length <= MOST_HASHES && Array.from<unknown>(value).every(isHash)

/**
 * Whether an inclusion claim is proven (RFC 9162 § 2.1.3.2). Whatever is malformed is not: the claim may come from anywhere.
 * `size` is not proven by it: some sizes have proofs of the same shape, and only a signed root goes with one size.
 */
export const verifyInclusion = (claim: InclusionClaim): boolean => {
  if (!isRecord(claim)) return false
  const { index, size, leaf, root, proof } = claim
  if (!isSize(index) || !isSize(size) || !isHash(leaf) || !isHash(root) || !isProof(proof) || index >= size) return false
  let [node, last, found] = [index, size - 1, leaf]
  for (const beside of proof) {
    if (last === 0) return false
    if (isOdd(node) || node === last) {
      found = nodeHash(beside, found)
      for (; !isOdd(node) && node !== 0; node = half(node)) last = half(last)
    } else found = nodeHash(found, beside)
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 && found === root
}

/** § 2.1.4.2 from step 2 on, for sizes of which the first is the smaller. */
const leadsToBoth = ({ size1, size2, root1, root2, proof }: ConsistencyClaim): boolean => {
  let [node, last] = [size1 - 1, size2 - 1]
  for (; isOdd(node); node = half(node)) last = half(last)
  // A perfect old tree is a node of the new one, and its root stands for it. Step 1, no empty proof, follows: `last` stays above 0.
  const [first, ...rest] = node === 0 ? [root1, ...proof] : proof
  if (first === undefined) return false
  let [found1, found2] = [first, first]
  for (const beside of rest) {
    if (last === 0) return false
    if (isOdd(node) || node === last) {
      found1 = nodeHash(beside, found1)
      found2 = nodeHash(beside, found2)
      for (; !isOdd(node) && node !== 0; node = half(node)) last = half(last)
    } else found2 = nodeHash(found2, beside)
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 && found1 === root1 && found2 === root2
}

/**
 * Whether a consistency claim is proven (RFC 9162 § 2.1.4.2). Whatever is malformed is not, and neither is anything about a tree of
 * no leaves: every tree began as that, so there is nothing to prove. Trees of one size are the same where their roots are and the
 * proof is empty.
 */
export const verifyConsistency = (claim: ConsistencyClaim): boolean => {
  if (!isRecord(claim)) return false
  const { size1, size2, root1, root2, proof } = claim
  if (!isSize(size1) || !isSize(size2) || !isHash(root1) || !isHash(root2) || !isProof(proof)) return false
  if (size1 === 0 || size1 > size2) return false
  if (size1 === size2) return proof.length === 0 && root1 === root2
  return leadsToBoth(claim)
}
