import { describe, expect, it } from 'vitest'
import { rootOf } from './merkle.ts'
import { madeLeaves, naiveConsistency, naiveInclusion } from './naive-tree.fixture.ts'
import { madeProbes, publishedProbes, wrongAnswers, type Verifier } from './proof-probes.fixture.ts'
import { consistencyProof, inclusionProof, verifyConsistency, verifyInclusion } from './proof.ts'

const ours: Verifier = { inclusion: verifyInclusion, consistency: verifyConsistency }
const acceptAll: Verifier = { inclusion: () => true, consistency: () => true }
const rejectAll: Verifier = { inclusion: () => false, consistency: () => false }

/** Published as accepted, and refused here: both roots of it are the text “don’t care 2”, twelve bytes, and no SHA-256. */
const NO_HASHES = 'consistency/additional: sizes are equal (one) and proof is empty'

describe('the published vectors', () => {
  const probes = publishedProbes()

  it('are 196, of which 184 are to be rejected', () => {
    expect(probes).toHaveLength(196)
    expect(wrongAnswers(probes, acceptAll)).toHaveLength(184)
    expect(wrongAnswers(probes, rejectAll)).toHaveLength(12)
  })

  it('are answered as published, but for one whose roots are no hashes', () => {
    expect(wrongAnswers(probes, ours)).toEqual([NO_HASHES])
    const [root = ''] = madeLeaves(1)
    expect(verifyConsistency({ size1: 1, size2: 1, root1: root, root2: root, proof: [] })).toBe(true)
  })
})

describe('claims made here', () => {
  const probes = madeProbes()

  it('are many, and a verifier that accepts all is found out', () => {
    expect(wrongAnswers(probes, rejectAll).length).toBeGreaterThanOrEqual(36)
    expect(wrongAnswers(probes, acceptAll).length).toBeGreaterThanOrEqual(482)
  })

  it('are told apart from what they are spoilt to', () => {
    expect(wrongAnswers(probes, ours)).toEqual([])
  })

  it('are refused where they are no claims at all', () => {
    for (const claim of [null, undefined, 7, 'claim', [], {}] as unknown as readonly never[]) {
      expect(verifyInclusion(claim)).toBe(false)
      expect(verifyConsistency(claim)).toBe(false)
    }
  })
})

describe('a proof', () => {
  const leaves = madeLeaves(50)

  it('is the one of the definition, and holds, for every leaf of every tree up to 50', () => {
    for (let size = 1; size <= leaves.length; size++) {
      const some = leaves.slice(0, size)
      const root = rootOf(some)
      for (const [index, leaf] of some.entries()) {
        const proof = inclusionProof(some, index)
        expect(proof).toEqual(naiveInclusion(some, index))
        expect(verifyInclusion({ index, size, leaf, root, proof })).toBe(true)
      }
    }
  })

  it('is the one of the definition, and holds, for every two trees up to 50', () => {
    const roots = leaves.map((_, at) => rootOf(leaves.slice(0, at + 1)))
    for (const [at2, root2] of roots.entries())
      for (const [at1, root1] of roots.slice(0, at2 + 1).entries()) {
        const some = leaves.slice(0, at2 + 1)
        const proof = consistencyProof(some, at1 + 1)
        expect(proof).toEqual(naiveConsistency(some, at1 + 1))
        expect(verifyConsistency({ size1: at1 + 1, size2: at2 + 1, root1, root2, proof })).toBe(true)
      }
  })

  it('of a history that was rewritten does not hold, wherever it was', () => {
    const root1 = rootOf(leaves.slice(0, 37))
    for (let at = 0; at < 37; at++) {
      const rewritten = leaves.with(at, rootOf([]))
      const claim = { size1: 37, size2: 50, root1, root2: rootOf(rewritten), proof: consistencyProof(rewritten, 37) }
      expect(verifyConsistency(claim), `entry ${at}`).toBe(false)
    }
  })

  it('is not made of what is not there', () => {
    for (const index of [-1, 50, 0.5, NaN]) expect(() => inclusionProof(leaves, index)).toThrow(RangeError)
    for (const size of [-1, 0, 51, 0.5, NaN]) expect(() => consistencyProof(leaves, size)).toThrow(RangeError)
  })
})
