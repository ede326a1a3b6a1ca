import type { Echoes } from './echoes.ts'
import type { Mirrors } from './mirrors.ts'

/** Sources that are not independent of one another, and why. */
export interface Copy {
  /** `mirror`: all but always alike, counted as one. `echo`: alike in what is wrong, discounted by `share`. */
  readonly kind: 'mirror' | 'echo'
  /** In the order of their names; of an echo, all sources of both feeds. */
  readonly sources: readonly string[]
  /** Expected share of its values that one has from another, in (0, 1]. */
  readonly share: number
  /** Of a mirror: same values on contested objects, over the pairs compared. Of an echo: expected number of wrong values that both give. */
  readonly same: number
  /** Contested objects on which they differ, over the pairs compared. */
  readonly different: number
  /** Of a mirror: the same values that more others reject than share, over the pairs compared; null for an echo. */
  readonly rare: number | null
  /** log₁₀ of the Bayes factor for copying; of a mirror, of its weakest join. */
  readonly weight: number
  /** The source that had nine in ten of the doubtful values first, where times tell and there are five or more; else null. */
  readonly first: string | null
}

const ENOUGH_TIMES = 5
const CLEARLY = 0.9

const firstOf = (a: string, b: string, [aFirst, bFirst]: readonly [number, number]): string | null => {
  if (aFirst + bFirst < ENOUGH_TIMES) return null
  if (aFirst >= CLEARLY * (aFirst + bFirst)) return a
  return bFirst >= CLEARLY * (aFirst + bFirst) ? b : null
}

/** Strongest evidence first. */
export const copiesOf = ({ groups }: Mirrors, { list }: Echoes, nameOf: (voter: number) => string): readonly Copy[] => {
  const membersOf = new Map(groups.map(({ voters }) => [voters[0] ?? -1, voters]))
  const mirrors = groups.map(({ voters, same, different, rare, weight }): Copy => ({
    kind: 'mirror',
    sources: voters.map(nameOf),
    share: 1 - different / (same + different),
    same,
    different,
    rare,
    weight,
    first: null,
  }))
  const echoes = list.map(({ a, b, share, sharedErrors, different, weight, aFirst, bFirst }): Copy => ({
    kind: 'echo',
    sources: [...(membersOf.get(a) ?? [a]), ...(membersOf.get(b) ?? [b])].toSorted((x, y) => x - y).map(nameOf),
    share,
    same: sharedErrors,
    different,
    rare: null,
    weight,
    first: firstOf(nameOf(a), nameOf(b), [aFirst, bFirst]),
  }))
  return [...mirrors, ...echoes].sort((x, y) => y.weight - x.weight || (x.sources.join('\n') < y.sources.join('\n') ? -1 : 1))
}
