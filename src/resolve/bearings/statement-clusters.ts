/** A statement's words for clustering: distinct stems. */
export interface Clusterable {
  readonly stems: readonly string[]
  /** Whether others may gather round it. */
  readonly leads: boolean
}

/** Statements that say or deny one thing. */
export interface Cluster {
  readonly leader: number
  /** Positions, the leader among them. */
  readonly members: readonly number[]
}

/** Share of weight in common from which two statements speak of one thing. */
const ALIKE = 0.35
/** A statement is looked up by its rarest stems, and a stem leads to so many leaders at most: together they keep the step linear. */
const KEYS = 6
const LEADERS_PER_STEM = 16

/**
 * Gathers statements round leaders, first come first served: each joins the leader it shares most with, if that is enough, or leads
 * itself where it may; the rest are in no cluster. Stems weigh ln(1 + n / f), f of the n items having them; alikeness is Dice's, weighted:
 * 2 × shared ∕ (both together).
 */
export const clustersOf = (items: readonly Clusterable[]): readonly Cluster[] => {
  const frequency = new Map<string, number>()
  for (const { stems } of items) for (const stem of stems) frequency.set(stem, (frequency.get(stem) ?? 0) + 1)
  const weightOf = (stem: string): number => Math.log1p(items.length / (frequency.get(stem) ?? 1))
  const totals = items.map(({ stems }) => stems.reduce((sum, stem) => sum + weightOf(stem), 0))
  const sets = new Map<number, ReadonlySet<string>>()
  const leadersWith = new Map<string, number[]>()
  const members = new Map<number, number[]>()

  const alikeness = (index: number, leader: number): number => {
    const set = sets.get(leader)
    const shared = (items[index]?.stems ?? []).reduce((sum, stem) => sum + (set?.has(stem) === true ? weightOf(stem) : 0), 0)
    return (2 * shared) / Math.max(Number.MIN_VALUE, (totals[index] ?? 0) + (totals[leader] ?? 0))
  }
  const keysOf = (stems: readonly string[]): readonly string[] =>
    stems.toSorted((a, b) => weightOf(b) - weightOf(a) || (a < b ? -1 : 1)).slice(0, KEYS)

  items.forEach(({ stems, leads }, index) => {
    const keys = keysOf(stems)
    const near = new Set(keys.flatMap((stem) => leadersWith.get(stem) ?? []))
    const [best, most] = [...near].reduce<readonly [number, number]>(
      (found, leader) => {
        const alike = alikeness(index, leader)
        return alike > found[1] ? [leader, alike] : found
      },
      [-1, 0],
    )
    if (most >= ALIKE) members.get(best)?.push(index)
    else if (leads) {
      members.set(index, [index])
      sets.set(index, new Set(stems))
      for (const stem of keys) {
        const leaders = leadersWith.get(stem) ?? []
        if (leaders.length < LEADERS_PER_STEM) leadersWith.set(stem, [...leaders, index])
      }
    }
  })
  return [...members].map(([leader, gathered]) => ({ leader, members: gathered }))
}
