import { describe, expect, it } from 'vitest'
import { leafHash, rootOf } from './merkle.ts'
import { inclusionProof, verifyInclusion } from './proof.ts'
import { inclusionProofs } from './proofs.ts'

const leavesOf = (size: number): readonly string[] => Array.from({ length: size }, (_, at) => leafHash(Buffer.from(`leaf ${at}`)))

describe('inclusionProofs', () => {
  it('gives for each leaf of every small tree what is made for it alone', () => {
    for (let size = 1; size <= 70; size++) {
      const leaves = leavesOf(size)
      const all = leaves.map((_, at) => at)
      expect(inclusionProofs(leaves, all)).toEqual(all.map((at) => inclusionProof(leaves, at)))
    }
  })

  it('holds for some leaves of a larger tree', () => {
    const leaves = leavesOf(5001)
    const root = rootOf(leaves)
    for (const [at, index] of [0, 1, 2500, 4096, 5000].entries()) {
      const proof = inclusionProofs(leaves, [0, 1, 2500, 4096, 5000])[at] ?? []
      expect(verifyInclusion({ index, size: 5001, leaf: leaves[index] ?? '', root, proof })).toBe(true)
    }
  })

  it('throws for a leaf that is not there', () => {
    for (const index of [-1, 3, 0.5]) expect(() => inclusionProofs(leavesOf(3), [index])).toThrow(RangeError)
  })
})
