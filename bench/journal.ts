/**
 * `node bench/journal.ts`: how fast the Merkle log of the journal grows, and how long the root of a million leaves takes. Rates are
 * the median of five runs; memory is what the heap has at the end of the million, after a collection where node runs with
 * `--expose-gc`.
 */
import { emptyFrontier, extend, leafHash, rootOf, rootOfFrontier } from '../src/store/journal/merkle.ts'
import { consistencyProof, inclusionProof, verifyConsistency, verifyInclusion } from '../src/store/journal/proof.ts'

const APPENDS = 100_000
const LEAVES = 1_000_000
const RUNS = 5

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

const secondsOf = (work: () => unknown): number => {
  const before = performance.now()
  work()
  return (performance.now() - before) / 1000
}

const medianSeconds = (work: () => unknown): number => median(Array.from({ length: RUNS }, () => secondsOf(work)))

const leafAt = (at: number): string => leafHash(Buffer.from(`entry ${at}`))

function* stream(count: number): Iterable<string> {
  for (let at = 0; at < count; at++) yield leafAt(at)
}

const appendAll = (leaves: readonly string[]): string => rootOfFrontier(leaves.reduce(extend, emptyFrontier))

const some = Array.from(stream(APPENDS))
const appends = medianSeconds(() => appendAll(some))
const leafHashes = medianSeconds(() => Array.from(stream(APPENDS)))
let frontier = emptyFrontier
const withRoots = medianSeconds(() => {
  frontier = emptyFrontier
  for (const leaf of some) {
    frontier = extend(frontier, leaf)
    rootOfFrontier(frontier)
  }
})
console.log(`extend: ${Math.round(APPENDS / appends).toLocaleString('en-GB')} a second (100,000 leaves, median of ${RUNS})`)
console.log(`extend and root: ${Math.round(APPENDS / withRoots).toLocaleString('en-GB')} a second`)
console.log(`leaf hash: ${Math.round(APPENDS / leafHashes).toLocaleString('en-GB')} a second`)

const million = medianSeconds(() => rootOf(stream(LEAVES)))
globalThis.gc?.()
const heap = process.memoryUsage().heapUsed / 1e6
console.log(`root of 1,000,000 leaves, hashed and streamed: ${million.toFixed(2)} s (heap ${heap.toFixed(0)} MB)`)

const leaves = Array.from(stream(LEAVES))
const hashed = medianSeconds(() => rootOf(leaves))
console.log(`root of 1,000,000 leaf hashes: ${hashed.toFixed(2)} s`)

const [root, index, size1] = [rootOf(leaves), 654_321, 654_321]
const proof = inclusionProof(leaves, index)
const inclusion = { index, size: LEAVES, leaf: leaves[index] ?? '', root, proof }
const root1 = rootOf(leaves.slice(0, size1))
const consistency = { size1, size2: LEAVES, root1, root2: root, proof: consistencyProof(leaves, size1) }
if (!verifyInclusion(inclusion) || !verifyConsistency(consistency)) throw new Error('a proof does not hold')
console.log(`inclusion proof made of 1,000,000: ${medianSeconds(() => inclusionProof(leaves, index)).toFixed(2)} s`)
const checks = medianSeconds(() => {
  for (let at = 0; at < 1000; at++) verifyInclusion(inclusion)
})
console.log(`inclusion proof of ${proof.length} hashes verified: ${Math.round(checks * 1000)} µs`)
