/** Chance that is the same in every run. */
export interface Chance {
  /** In [0, 1). */
  readonly unit: () => number
  /** A whole number from 0 up to, not including, `count`. */
  readonly below: (count: number) => number
  readonly happens: (probability: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
  /** One of several, as often as its share says; the shares sum to 1. */
  readonly drawn: <T>(shares: readonly (readonly [T, number])[]) => T
  /** A rank from 0 up to `count`, rank r about 1 ∕ (r + 1) as often as rank 0: Zipf's law. */
  readonly zipf: (count: number) => number
}

/** A 32-bit counter through a multiply and xor-shift mixer, as in SplitMix (Steele, Lea and Flood 2014). */
export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0
  const unit = (): number => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
  }
  const below = (count: number): number => Math.floor(unit() * count)
  return {
    unit,
    below,
    happens: (probability) => unit() < probability,
    pick: (list) => list[below(list.length)]!,
    drawn: (shares) => {
      let left = unit()
      for (const [value, share] of shares) if ((left -= share) < 0) return value
      return shares.at(-1)![0]
    },
    zipf: (count) => Math.floor((count + 1) ** unit()) - 1,
  }
}
