import type { Assertion } from './assertions.ts'
import { assertionsOf, fuse, type Fused, fusedObjects, type FuseOptions } from './fuse.ts'

/** Numbers in [0, 1), the same every time: a linear congruential generator (Numerical Recipes). */
export const chanceFrom = (seed: number): (() => number) => {
  let state = seed
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32
}

export interface World {
  readonly objects: number
  /** Reliability of each honest source. */
  readonly honest: readonly number[]
  /** For each copier which honest source it copies, how often, and how reliable it is else. */
  readonly copiers?: readonly { readonly of: number; readonly share: number; readonly reliability: number }[]
  readonly values?: number
  /** Share of the objects that a source speaks of. */
  readonly coverage?: number
  readonly seed: number
}

export const truthOf = (object: number): string => `v${object % 4}`

/** Rows of a made-up table: source `h0`, `h1` … are honest, `c0`, `c1` … copy; the truth about `o7` is `truthOf(7)`. */
export const rowsOf = ({ objects, honest, copiers = [], values = 6, coverage = 1, seed }: World): readonly Assertion[] => {
  const chance = chanceFrom(seed)
  const guess = (object: number, reliability: number): string => {
    if (chance() < reliability) return truthOf(object)
    const wrong = Math.floor(chance() * (values - 1))
    const value = `v${wrong}`
    return value === truthOf(object) ? `v${values - 1}` : value
  }
  const rows: Assertion[] = []
  for (let object = 0; object < objects; object++) {
    const said = honest.map((reliability) => (chance() < coverage ? guess(object, reliability) : null))
    const name = `o${object}`
    said.forEach((value, n) => {
      if (value !== null) rows.push({ source: `h${n}`, object: name, value })
    })
    copiers.forEach(({ of, share, reliability }, n) => {
      const original = said[of] ?? null
      if (original !== null)
        rows.push({ source: `c${n}`, object: name, value: chance() < share ? original : guess(object, reliability) })
    })
  }
  return rows
}

export const fusedRows = (rows: readonly Assertion[], options: FuseOptions = {}): Fused => fuse(assertionsOf(rows), options)

/** Probability of each value of each object. */
export const beliefs = (
  rows: readonly Assertion[],
  options: FuseOptions = {},
): ReadonlyMap<string, ReadonlyMap<string, number>> => {
  const table = assertionsOf(rows)
  return new Map(
    Array.from(fusedObjects(table, fuse(table, options)), ({ object, values }) => [
      object,
      new Map(values.map(({ value, probability }) => [value, probability])),
    ]),
  )
}

export const shuffled = <T>(list: readonly T[], seed: number): readonly T[] => {
  const chance = chanceFrom(seed)
  return list
    .map((item) => [chance(), item] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, item]) => item)
}
