import type { Telling } from './telling.ts'

/** Tellings that share something, in rank order. */
export interface Shelf {
  readonly tellings: readonly Telling[]
  /** Whether all go back to one knower, as far as their chains say. */
  readonly sole: boolean
}

/** Lists of tellings, each under every key that it has. */
export const shelved = <K>(tellings: readonly Telling[], keysOf: (telling: Telling) => readonly K[]): ReadonlyMap<K, Shelf> => {
  const shelves = new Map<K, { tellings: Telling[]; sole: boolean }>()
  for (const telling of tellings) {
    for (const key of keysOf(telling)) {
      const shelf = shelves.get(key)
      if (shelf === undefined) {
        shelves.set(key, { tellings: [telling], sole: true })
        continue
      }
      shelf.sole &&= shelf.tellings[0]?.knower.id === telling.knower.id
      shelf.tellings.push(telling)
    }
  }
  return shelves
}

/** Lists of tellings under a key. */
export const listed = <K>(tellings: readonly Telling[], keyOf: (telling: Telling) => K): ReadonlyMap<K, readonly Telling[]> => {
  const lists = new Map<K, Telling[]>()
  for (const telling of tellings) {
    const key = keyOf(telling)
    const list = lists.get(key)
    if (list === undefined) lists.set(key, [telling])
    else list.push(telling)
  }
  return lists
}
