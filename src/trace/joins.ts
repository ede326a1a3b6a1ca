import type { Source } from '../core/source.ts'
import { clearlyDiffer, isNamed } from './knower.ts'
import type { Telling } from './telling.ts'
import { JOINS_FROM, type Tie } from './tie.ts'

/** Which tellings go back to one knower: the same number, the rank of one of them, for all of one. By rank. */
export type Joined = Int32Array

interface Forest {
  readonly root: (rank: number) => number
  /** Joins two trees under the lower root. */
  readonly join: (a: number, b: number) => void
}

/** Disjoint sets with path halving (Tarjan and van Leeuwen 1984). */
const forestOf = (size: number): Forest => {
  const above = Int32Array.from({ length: size }, (_, rank) => rank)
  const root = (rank: number): number => {
    let at = rank
    for (;;) {
      const next = above[at] ?? at
      if (next === at) return at
      const after = above[next] ?? next
      above[at] = after
      at = after
    }
  }
  return {
    root,
    join: (a, b) => {
      const [one, other] = [root(a), root(b)]
      above[Math.max(one, other)] = Math.min(one, other)
    },
  }
}

/** Whether somebody is said to know: a voice behind the outlets, or the outlet that looked for itself. Else the line only points on. */
const namesVoice = ({ footing, speaker, outlet }: Telling): boolean =>
  footing === 'voice' && (speaker.kind !== 'outlet' || speaker.id === outlet.id)

/** The surest first; then in the order of what is told. */
const bySureness = (a: Tie, b: Tie): number => b.sure - a.sure || a.from.rank - b.from.rank || a.to.rank - b.to.rank

/** Whether nobody of the one could be anybody of the other under a second name, and none is in both. */
const clash = (one: readonly Source[], other: readonly Source[]): boolean =>
  one.some((a) => other.some((b) => clearlyDiffer(a, b))) && !one.some((a) => other.some((b) => a.id === b.id))

/** So many named knowers stand for a set that identity made of more. */
const MOST_NAMED = 8

const together = (one: readonly Source[], other: readonly Source[]): readonly Source[] =>
  one.length >= MOST_NAMED ? one : [...one, ...other.filter((b) => !one.some((a) => a.id === b.id))].slice(0, MOST_NAMED)

/**
 * Joins tellings by their ties. Ties of identity all hold. Ties of likeness are taken from the surest down, and one that would make two
 * knowers who clearly differ into one does not hold. A line that names no voice behind an outlet follows one tie only, so that a headline
 * above two voices does not make them one; where that led in a circle of such lines, it may follow one more.
 */
export const joinsOf = (tellings: readonly Telling[], ties: readonly Tie[]): Joined => {
  const forest = forestOf(tellings.length)
  const holding = ties.filter(({ from, to, sure, force }) => force !== 'shown' && sure >= JOINS_FROM && from.group === to.group)
  for (const { from, to, force } of holding) if (force === 'identity') forest.join(from.rank, to.rank)

  const named = new Map<number, readonly Source[]>()
  for (const { rank, knower, footing } of tellings) {
    if (footing === 'outlet' || !isNamed(knower)) continue
    const root = forest.root(rank)
    const known = named.get(root) ?? []
    named.set(root, together(known, [knower]))
  }
  const grounded = new Set(tellings.filter(namesVoice).map(({ rank }) => forest.root(rank)))
  const placed = new Set<Telling>()
  for (const { from, to } of holding.filter(({ force }) => force === 'likeness').sort(bySureness)) {
    if (placed.has(from)) continue
    const [one, other] = [forest.root(from.rank), forest.root(to.rank)]
    const [ofOne, ofOther] = [named.get(one) ?? [], named.get(other) ?? []]
    if (one !== other && clash(ofOne, ofOther)) continue
    if (!namesVoice(from) && (one !== other || grounded.has(one))) placed.add(from)
    if (one === other) continue
    forest.join(one, other)
    const root = Math.min(one, other)
    named.set(root, together(ofOne, ofOther))
    if (grounded.has(one) || grounded.has(other)) grounded.add(root)
  }
  return Int32Array.from(tellings, ({ rank }) => forest.root(rank))
}
