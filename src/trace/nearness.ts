import type { Telling } from './telling.ts'

/** So many tellings before and after are looked at: a report cites what is fresh. */
const BEFORE = 12
const AFTER = 4

/** The tellings of a list in rank order that stand nearest to a rank, a bounded number whatever the length of the list. */
export const near = (list: readonly Telling[], rank: number): readonly Telling[] => {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.rank ?? 0) < rank) low = middle + 1
    else high = middle
  }
  return list.slice(Math.max(0, low - BEFORE), low + AFTER)
}
