import type { Source } from '../core/source.ts'
import { type Forest, forestOf } from './forest.ts'
import { clearlyDiffer, isNamed } from './knower.ts'
import type { Telling } from './telling.ts'
import { JOINS_FROM, type Tie } from './tie.ts'

/** Which tellings go back to one knower: the same number, the rank of one of them, for all of one. By rank. */
export type Joined = Int32Array

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

/** Two tellings that a person keeps apart. */
export type Parted = readonly [Telling, Telling]

/** Whether making two trees one would join what a person keeps apart. */
const partedBy =
  (forest: Forest, parted: readonly Parted[]) =>
  (one: number, other: number): boolean =>
    parted.some(([a, b]) => {
      const [x, y] = [forest.root(a.rank), forest.root(b.rank)]
      return (x === one && y === other) || (x === other && y === one)
    })

type IsParted = ReturnType<typeof partedBy>

/** Joins what a person says goes back to one knower, then what the chains say does: all of it, or where some is kept apart, the surest first. */
const joinIdentities = (forest: Forest, ties: readonly Tie[], isParted: IsParted | null): void => {
  const identities = ties.filter(({ force }) => force === 'identity')
  for (const { from, to } of isParted === null ? identities : identities.toSorted(bySureness)) {
    if (isParted?.(forest.root(from.rank), forest.root(to.rank)) !== true) forest.join(from.rank, to.rank)
  }
}

/** The line that a person's tie places: the one without a voice, of two such lines the later; none where both have a voice. */
const placedBy = ({ from, to }: Tie): Telling | null => (!namesVoice(from) ? from : namesVoice(to) ? null : to)

/** The named knowers of each tree. */
const knowersIn = (tellings: readonly Telling[], forest: Forest): Map<number, readonly Source[]> => {
  const named = new Map<number, readonly Source[]>()
  for (const { rank, knower, footing } of tellings) {
    if (footing === 'outlet' || !isNamed(knower)) continue
    const root = forest.root(rank)
    named.set(root, together(named.get(root) ?? [], [knower]))
  }
  return named
}

/**
 * Joins tellings by their ties. A person's ties hold before all others, and no tie holds that would join what a person keeps apart: of
 * those on the way from the one to the other the least sure gives. Ties of identity all hold. Ties of likeness are taken from the surest
 * down, and one that would make two knowers who clearly differ into one does not hold. A line that names no voice behind an outlet
 * follows one tie only, so that a headline above two voices does not make them one; where that led in a circle of such lines, it may
 * follow one more.
 */
export const joinsOf = (tellings: readonly Telling[], ties: readonly Tie[], parted: readonly Parted[] = []): Joined => {
  const forest = forestOf(tellings.length)
  const holding = ties.filter(
    ({ from, to, sure, force }) => force !== 'shown' && sure >= JOINS_FROM && from.group === to.group && from.part === to.part,
  )
  const judged = holding.filter(({ kind }) => kind === 'judged')
  for (const { from, to } of judged) forest.join(from.rank, to.rank)
  const isParted = parted.length === 0 ? null : partedBy(forest, parted)
  joinIdentities(forest, holding, isParted)

  const named = knowersIn(tellings, forest)
  const grounded = new Set(tellings.filter(namesVoice).map(({ rank }) => forest.root(rank)))
  const placed = new Set(judged.map(placedBy))
  for (const { from, to } of holding.filter(({ force }) => force === 'likeness').sort(bySureness)) {
    if (placed.has(from)) continue
    const [one, other] = [forest.root(from.rank), forest.root(to.rank)]
    const [ofOne, ofOther] = [named.get(one) ?? [], named.get(other) ?? []]
    if (one !== other && (clash(ofOne, ofOther) || isParted?.(one, other) === true)) continue
    if (!namesVoice(from) && (one !== other || grounded.has(one))) placed.add(from)
    if (one === other) continue
    forest.join(one, other)
    const root = Math.min(one, other)
    named.set(root, together(ofOne, ofOther))
    if (grounded.has(one) || grounded.has(other)) grounded.add(root)
  }
  return Int32Array.from(tellings, ({ rank }) => forest.root(rank))
}
