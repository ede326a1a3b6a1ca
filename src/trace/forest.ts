export interface Forest {
  readonly root: (rank: number) => number
  /** Joins two trees under the lower root. */
  readonly join: (a: number, b: number) => void
}

/** Disjoint sets with path halving (Tarjan and van Leeuwen 1984). */
export const forestOf = (size: number): Forest => {
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
