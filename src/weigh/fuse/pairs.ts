import { SETTINGS } from './settings.ts'

/** Numbers for unordered pairs of voters, in order of first mention. */
export interface Pairs {
  readonly size: () => number
  readonly first: (pair: number) => number
  readonly second: (pair: number) => number
  /** The number of a pair, new where there was none; −1 where no more pairs are kept. */
  readonly note: (a: number, b: number) => number
  /** The number of a pair, −1 where it was never noted. */
  readonly find: (a: number, b: number) => number
}

const FIRST_PAIRS = 1 << 14

const grown = (numbers: Int32Array): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(numbers.length * 2)
  larger.set(numbers)
  return larger
}

const slotOf = (low: number, high: number): number => {
  const hash = Math.imul(Math.imul(low, 0x9e3779b1) ^ high, 0x85ebca6b)
  return hash ^ (hash >>> 15)
}

export const pairStore = (): Pairs => {
  let lows = new Int32Array(FIRST_PAIRS)
  let highs = new Int32Array(FIRST_PAIRS)
  /** Open addressing: the number of a pair and 1, or 0 for a free slot. At most half full. */
  let slots = new Int32Array(FIRST_PAIRS * 2)
  let size = 0

  /** The slot that holds a pair or is free for it. */
  const place = (low: number, high: number): number => {
    const mask = slots.length - 1
    let slot = slotOf(low, high) & mask
    for (let taken = slots[slot] ?? 0; taken !== 0; taken = slots[slot] ?? 0) {
      if (lows[taken - 1] === low && highs[taken - 1] === high) return slot
      slot = (slot + 1) & mask
    }
    return slot
  }

  const grow = (): void => {
    lows = grown(lows)
    highs = grown(highs)
    slots = new Int32Array(slots.length * 2)
    for (let pair = 0; pair < size; pair++) slots[place(lows[pair] ?? 0, highs[pair] ?? 0)] = pair + 1
  }

  const find = (a: number, b: number): number => (slots[a < b ? place(a, b) : place(b, a)] ?? 0) - 1

  const note = (a: number, b: number): number => {
    const low = a < b ? a : b
    const high = a < b ? b : a
    const slot = place(low, high)
    if (slots[slot] !== 0 || size >= SETTINGS.pairsKept) return (slots[slot] ?? 0) - 1
    lows[size] = low
    highs[size] = high
    slots[slot] = ++size
    if (size === lows.length) grow()
    return size - 1
  }

  return { size: () => size, first: (pair) => lows[pair] ?? 0, second: (pair) => highs[pair] ?? 0, note, find }
}

/** A number for each pair that was mentioned. */
export interface PairTally {
  readonly pairs: Pairs
  readonly add: (a: number, b: number, by: number) => void
  readonly of: (pair: number) => number
}

export const pairTally = (): PairTally => {
  const pairs = pairStore()
  let sums = new Float64Array(FIRST_PAIRS)
  const add = (a: number, b: number, by: number): void => {
    const pair = pairs.note(a, b)
    if (pair < 0) return
    if (pair >= sums.length) {
      const larger = new Float64Array(sums.length * 2)
      larger.set(sums)
      sums = larger
    }
    sums[pair] = (sums[pair] ?? 0) + by
  }
  return { pairs, add, of: (pair) => sums[pair] ?? 0 }
}
