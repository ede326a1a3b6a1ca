import { array, assert, integer, property, uint8Array } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY_ROOT, emptyFrontier, extend, frontierOf, isFrontier, isHash, leafHash, rootOf, rootOfFrontier } from './merkle.ts'
import { madeLeaves, naiveRoot } from './naive-tree.fixture.ts'

const runs = { numRuns: 60, seed: 11 }

/** The leaves that Certificate Transparency has tested its trees with since 2012, and the roots of the first 1, 2, … 8 of them. */
const CT_LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const CT_ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

describe('a tree', () => {
  it('has the roots that Certificate Transparency gives', () => {
    const leaves = CT_LEAVES.map((digits) => leafHash(Buffer.from(digits, 'hex')))
    expect(CT_ROOTS.map((_, at) => rootOf(leaves.slice(0, at + 1)))).toEqual(CT_ROOTS)
    expect(EMPTY_ROOT).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })

  it('has the root that the definition gives, at every size up to 300, grown leaf by leaf', () => {
    const leaves = madeLeaves(300)
    let frontier = emptyFrontier
    expect(rootOfFrontier(frontier)).toBe(naiveRoot([]))
    for (const [at, leaf] of leaves.entries()) {
      frontier = extend(frontier, leaf)
      expect(rootOfFrontier(frontier), `size ${at + 1}`).toBe(naiveRoot(leaves.slice(0, at + 1)))
      expect(isFrontier(frontier)).toBe(true)
    }
  })

  it('has it at sizes by chance, with any entries, and wherever it was kept as JSON in between', () => {
    const kept = (entries: readonly Uint8Array[], cut: number): boolean => {
      const leaves = entries.map(leafHash)
      const half = JSON.parse(JSON.stringify(frontierOf(leaves.slice(0, cut)))) as unknown
      if (!isFrontier(half)) return false
      return rootOfFrontier(leaves.slice(cut).reduce(extend, half)) === naiveRoot(leaves)
    }
    assert(property(array(uint8Array({ maxLength: 40 }), { maxLength: 200 }), integer({ min: 0, max: 200 }), kept), runs)
    assert(
      property(integer({ min: 301, max: 5000 }), (size) => rootOf(madeLeaves(size)) === naiveRoot(madeLeaves(size))),
      { ...runs, numRuns: 10 },
    )
  })

  it('holds one root per bit of its size, and leaves the frontier it is given alone', () => {
    const frontier = Object.freeze({ ...frontierOf(madeLeaves(7)) })
    Object.freeze(frontier.roots)
    expect(frontier.roots).toHaveLength(3)
    expect(extend(frontier, leafHash(Buffer.from('next'))).roots).toHaveLength(1)
    expect(frontierOf(madeLeaves(7))).toEqual(frontier)
  })

  it('reads leaves as a stream', () => {
    function* stream(): Generator<string> {
      for (const leaf of madeLeaves(1000)) yield leaf
    }
    expect(rootOf(stream())).toBe(rootOf(madeLeaves(1000)))
  })

  it('grows past 32 bits of size', () => {
    const roots = madeLeaves(40)
    const full = { size: 2 ** 40 - 1, roots }
    const grown = extend(full, leafHash(Buffer.from('one more')))
    expect(grown).toEqual({
      size: 2 ** 40,
      roots: [rootOfFrontier({ size: 0, roots: [...roots, leafHash(Buffer.from('one more'))] })],
    })
  })
})

describe('what is no frontier or no hash', () => {
  const leaf = leafHash(Buffer.from('a'))

  it.each([leaf.toUpperCase(), leaf.slice(1), `${leaf}\n`, '', null, 7])('is told: %j', (value) => {
    expect(isHash(value)).toBe(false)
    expect(() => extend(emptyFrontier, value as string)).toThrow('no SHA-256')
  })

  it.each([
    null,
    [],
    { size: 1 },
    { size: 1, roots: [] },
    { size: 3, roots: [leaf] },
    { size: 1, roots: [''] },
    { size: -1, roots: [] },
    { size: 0.5, roots: [] },
    { size: 2 ** 53, roots: [leaf] },
    { size: 1, roots: { length: 1 } },
  ])('is told: %j', (value) => {
    expect(isFrontier(value)).toBe(false)
  })

  it('is not grown', () => {
    expect(() => extend({ size: 3, roots: [leaf] }, leaf)).toThrow('no frontier')
    expect(() => extend({ size: Number.MAX_SAFE_INTEGER, roots: madeLeaves(53) }, leaf)).toThrow('no frontier')
  })
})
