/** A number from 0 up to 1, another each time; the same row of them for the same seed (xorshift32). */
export const chanceOf = (seed: number): (() => number) => {
  let state = (seed * 2_654_435_761) >>> 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state / 2 ** 32
  }
}

/** The items in an order that the seed decides. */
export const shuffled = <T>(items: readonly T[], seed: number): readonly T[] => {
  const chance = chanceOf(seed)
  return items
    .map((item) => ({ item, place: chance() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item)
}
