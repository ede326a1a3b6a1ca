import { nodeHash } from './merkle.ts'

/** The largest power of two below `size`, where RFC 9162 § 2.1.1 cuts a tree of `size` leaves; `size` is at least 2. */
const cutOf = (size: number): number => 2 ** Math.ceil(Math.log2(size) - 1)

/**
 * Inclusion proofs of several leaves of one tree: what `inclusionProof` gives for each, but every node is hashed once for all of them.
 * `leaves` are the hashes of all leaves. Throws where an index is none of theirs.
 */
export const inclusionProofs = (leaves: readonly string[], indexes: readonly number[]): readonly (readonly string[])[] => {
  const known = new Map<number, string>()
  const hashOf = (start: number, end: number): string => {
    if (end - start === 1) return leaves[start] ?? ''
    // A node is known by its two ends; a tree of a journal has fewer than 2²⁶ leaves.
    const name = start * 67_108_864 + end
    const there = known.get(name)
    if (there !== undefined) return there
    const cut = start + cutOf(end - start)
    const hash = nodeHash(hashOf(start, cut), hashOf(cut, end))
    known.set(name, hash)
    return hash
  }
  return indexes.map((index) => {
    if (!Number.isSafeInteger(index) || index < 0 || index >= leaves.length)
      throw new RangeError(`no leaf ${index} in a tree of ${leaves.length}`)
    const beside: string[] = []
    let [start, end] = [0, leaves.length]
    while (end - start > 1) {
      const cut = start + cutOf(end - start)
      beside.push(index < cut ? hashOf(cut, end) : hashOf(start, cut))
      if (index < cut) end = cut
      else start = cut
    }
    return beside.reverse()
  })
}
