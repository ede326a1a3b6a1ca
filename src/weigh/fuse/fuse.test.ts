import { describe, expect, it } from 'vitest'
import { assertionsOf, fuse, fusedObjects } from './fuse.ts'
import { beliefs, fusedRows, rowsOf, shuffled, truthOf } from './worlds.fixture.ts'

const MIXED = rowsOf({ objects: 300, honest: [0.9, 0.8, 0.7, 0.85, 0.6, 0.75], coverage: 0.8, seed: 1 })
const MIRRORED = rowsOf({
  objects: 400,
  honest: [0.85, 0.8, 0.75, 0.7, 0.6],
  copiers: [4, 4, 4, 4].map((of) => ({ of, share: 1, reliability: 0.6 })),
  seed: 2,
})

const close = (
  one: ReadonlyMap<string, ReadonlyMap<string, number>>,
  other: ReadonlyMap<string, ReadonlyMap<string, number>>,
  digits: number,
): void => {
  expect([...one.keys()].toSorted()).toEqual([...other.keys()].toSorted())
  for (const [object, values] of one)
    for (const [value, chance] of values) expect(other.get(object)?.get(value)).toBeCloseTo(chance, digits)
}

const rightShare = (rows: Parameters<typeof beliefs>[0], options = {}): number => {
  const all = [...beliefs(rows, options)]
  const right = all.filter(([object, values]) => [...values.keys()][0] === truthOf(Number(object.slice(1))))
  return right.length / all.length
}

describe('fuse', () => {
  it.each([
    ['honest sources', MIXED],
    ['mirrors', MIRRORED],
  ])('gives the same whatever the order of rows: %s', (_, rows) => {
    close(beliefs(rows), beliefs(shuffled(rows, 9)), 9)
    expect(fusedRows(shuffled(rows, 9)).sources.map(({ source }) => source)).toEqual(
      fusedRows(rows).sources.map(({ source }) => source),
    )
  })

  it('sides with the more voices in a table of three rows', () => {
    const rows = [
      { source: 'a', object: 'x', value: '1' },
      { source: 'b', object: 'x', value: '1' },
      { source: 'c', object: 'x', value: '2' },
    ]
    expect([...(beliefs(rows).get('x') ?? new Map()).keys()][0]).toBe('1')
  })

  it('takes a repeated row for nothing, and counts it', () => {
    const rows = [...MIXED, ...MIXED.slice(0, 100), ...MIXED.slice(0, 100)]
    close(beliefs(rows), beliefs(MIXED), 12)
    expect(fusedRows(rows).leftOut.repeated).toEqual({ rows: 200, firstLine: MIXED.length + 1 })
  })

  it('gives probabilities whose sum for an object is at most 1, best first', () => {
    for (const { values } of fusedObjects(assertionsOf(MIXED), fuse(assertionsOf(MIXED)))) {
      const chances = values.map(({ probability }) => probability)
      expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeLessThanOrEqual(1 + 1e-12)
      expect(chances).toEqual(chances.toSorted((a, b) => b - a))
    }
  })

  it('leaves room for what nobody says', () => {
    const lone =
      beliefs([...MIXED, { source: 'h0', object: 'lone', value: 'v1' }])
        .get('lone')
        ?.get('v1') ?? 0
    expect(lone).toBeGreaterThan(0.7)
    expect(lone).toBeLessThan(0.97)
  })

  it('learns who is reliable, and says how surely', () => {
    const { sources } = fusedRows(MIXED)
    const byName = new Map(sources.map((source) => [source.source, source]))
    const planted = [0.9, 0.8, 0.7, 0.85, 0.6, 0.75]
    planted.forEach((reliability, n) => {
      const { low, high, reliability: mean } = byName.get(`h${n}`)!
      expect(mean).toBeGreaterThan(low)
      expect(mean).toBeLessThan(high)
      expect(Math.abs(mean - reliability)).toBeLessThan(0.08)
    })
    expect(rightShare(MIXED)).toBeGreaterThan(0.93)
  })

  it('finds mirrors, and counts them as one', () => {
    const { copies } = fusedRows(MIRRORED)
    expect(copies.filter(({ kind }) => kind === 'mirror').map(({ sources }) => sources)).toEqual([['c0', 'c1', 'c2', 'c3', 'h4']])
    expect(rightShare(MIRRORED)).toBeGreaterThan(0.93)
    expect(rightShare(MIRRORED, { copies: false })).toBeLessThan(0.8)
  })

  it.each([10, 60])('finds a group of mirrors that outvotes all others: %i', (count) => {
    const copiers = Array.from({ length: count }, () => ({ of: 6, share: 1, reliability: 0.6 }))
    const rows = rowsOf({ objects: 400, honest: [0.85, 0.8, 0.8, 0.75, 0.8, 0.7, 0.6], copiers, seed: 4 })
    expect(fusedRows(rows).copies).toMatchObject([{ kind: 'mirror' }])
    expect(fusedRows(rows).copies[0]?.sources.length).toBe(count + 1)
    expect(rightShare(rows)).toBeGreaterThan(0.93)
  })

  it('takes a mirror more for nothing at all', () => {
    const without = MIRRORED.filter(({ source }) => source !== 'c3')
    close(beliefs(MIRRORED), beliefs(without), 9)
  })

  it('finds those who copy some, and discounts them', () => {
    const honest = [0.85, 0.8, 0.75, 0.8, 0.7, 0.8, 0.5]
    const copiers = [0, 1, 2].map(() => ({ of: 6, share: 0.8, reliability: 0.5 }))
    const rows = rowsOf({ objects: 600, honest, copiers, seed: 3 })
    const told = fusedRows(rows).copies.map(({ sources }) => sources.join(' '))
    expect(told.toSorted()).toEqual(['c0 c1', 'c0 c2', 'c0 h6', 'c1 c2', 'c1 h6', 'c2 h6'])
    expect(rightShare(rows)).toBeGreaterThan(rightShare(rows, { copies: false }))
  })

  it('says who was first, where times tell', () => {
    const rows = rowsOf({
      objects: 600,
      honest: [0.85, 0.8, 0.75, 0.8, 0.6],
      copiers: [{ of: 4, share: 0.8, reliability: 0.6 }],
      seed: 5,
    }).map((row) => ({ ...row, time: row.source === 'c0' ? '2024-03-02' : '2024-03-01' }))
    expect(fusedRows(rows).copies).toMatchObject([{ kind: 'echo', sources: ['c0', 'h4'], first: 'h4' }])
  })

  it.each([
    ['middling', Array.from({ length: 20 }, (_, n) => 0.6 + n / 60)],
    ['nearly perfect, beside poor ones', [0.99, 0.99, 0.98, 0.97, 0.99, 0.5, 0.4, 0.6]],
    ['all perfect but one', [1, 1, 1, 1, 0.3]],
  ])('calls no honest source a copier: %s', (_, honest) => {
    for (const seed of [11, 12, 13]) expect(fusedRows(rowsOf({ objects: 500, honest, seed })).copies).toEqual([])
  })

  it('is the same with values spelled differently, unless told to be exact', () => {
    const rows = [
      ...['a', 'b', 'c'].map((source) => ({ source, object: 'height', value: '1,200' })),
      { source: 'd', object: 'height', value: '1200.0' },
      { source: 'e', object: 'height', value: '1300' },
      { source: 'a', object: 'start', value: '5:05 p.m.' },
      { source: 'b', object: 'start', value: '17:05' },
      { source: 'a', object: 'town', value: 'Zürich' },
      { source: 'b', object: 'town', value: 'zurich ' },
    ]
    const merged = beliefs(rows)
    expect([...merged.get('height')!.keys()]).toEqual(['1,200', '1300'])
    expect(merged.get('start')!.size).toBe(1)
    expect(merged.get('town')!.size).toBe(1)
    expect(fusedRows(rows).merged).toBe(3)
    expect(beliefs(rows, { values: 'exact' }).get('height')!.size).toBe(3)
  })

  it('holds a list that names more for likelier than its part, where lists lose names', () => {
    const chance = (n: number, object: number): boolean => (object * 7 + n * 3) % 5 < 2
    const rows = Array.from({ length: 200 }, (_, object) =>
      Array.from({ length: 5 }, (_, n) => ({
        source: `s${n}`,
        object: `o${object}`,
        value: chance(n, object) ? `Ada Berg${object}` : `Carl Dahl${object}; Ada Berg${object}`,
      })),
    ).flat()
    const tied = ['s0', 's1', 's2', 's3'].map((source, n) => ({
      source,
      object: 'tied',
      value: n < 2 ? 'Eva Falk' : 'Falk, Eva; Gro Holm',
    }))
    const fused = fusedRows([...rows, ...tied])
    expect(fused.lists).toBe(true)
    expect(
      [
        ...beliefs([...rows, ...tied])
          .get('tied')!
          .keys(),
      ][0],
    ).toBe('Falk, Eva; Gro Holm')
  })

  it('takes the latest of what a source says, or shares its vote among what it says at once', () => {
    const base = ['b', 'c', 'd'].map((source) => ({ source, object: 'x', value: 'new' }))
    const timed = [
      ...base,
      { source: 'a', object: 'x', value: 'old', time: '2023-01-01' },
      { source: 'a', object: 'x', value: 'new', time: '2024-01-01' },
    ]
    expect([...beliefs(timed).get('x')!.keys()]).toEqual(['new'])
    expect(fusedRows(timed).leftOut.replaced).toEqual({ rows: 1, firstLine: 4 })
    const untimed = fusedRows([...base, { source: 'a', object: 'x', value: 'old' }, { source: 'a', object: 'x', value: 'new' }])
    expect(untimed.leftOut.contradictory).toEqual({ rows: 2, firstLine: 4 })
  })

  it('takes a hundred thousand values of one object', () => {
    const rows = Array.from({ length: 100_000 }, (_, n) => ({ source: `s${n % 1000}`, object: 'one', value: `v${n}` }))
    expect(fusedRows(rows).value.length).toBe(100_000)
  })

  it('gives nothing for nothing', () => {
    expect([...fusedObjects(assertionsOf([]), fuse(assertionsOf([])))]).toEqual([])
  })
})
