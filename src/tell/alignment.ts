/** What one list of numbers has that the other has not, in the order of both: `before` was there, `after` has come. */
export interface Hunk {
  /** Places in the first list. */
  readonly before: readonly number[]
  /** Places in the second list. */
  readonly after: readonly number[]
}

/** Past this many insertions and deletions the shortest script is not looked for: it takes time and space of its square. */
const MOST_EDITS = 1500

type Pair = readonly [before: number, after: number]

const startOf = (a: readonly number[], b: readonly number[]): number => {
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at++
  return at
}

/** The last `count` diagonals reached after each number of edits, from none on. */
interface Search {
  readonly rounds: readonly Int32Array[]
  readonly edits: number
}

/** How far each diagonal reaches with one more edit (Myers, An O(ND) Difference Algorithm, 1986, § 4, forward). */
const nextRound = (a: readonly number[], b: readonly number[], last: Int32Array): Int32Array => {
  const edits = (last.length - 1) / 2 + 1
  const reach = new Int32Array(2 * edits + 1).fill(-1)
  const reached = (diagonal: number): number => last[diagonal + edits - 1] ?? -1
  for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
    const down = diagonal === -edits || (diagonal !== edits && reached(diagonal - 1) < reached(diagonal + 1))
    let x = down ? reached(diagonal + 1) : reached(diagonal - 1) + 1
    while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++
    reach[diagonal + edits] = x
  }
  return reach
}

const searched = (a: readonly number[], b: readonly number[]): Search | null => {
  const rounds: Int32Array[] = [Int32Array.of(startOf(a, b))]
  const goal = a.length - b.length
  for (let edits = 0; edits <= MOST_EDITS; edits++) {
    const round = rounds[edits] ?? new Int32Array()
    if (Math.abs(goal) <= edits && (round[goal + edits] ?? -1) >= a.length) return { rounds, edits }
    rounds.push(nextRound(a, b, round))
  }
  return null
}

/** The pairs that a shortest script leaves, walked back from its end. */
const pairsOf = (a: readonly number[], b: readonly number[], { rounds, edits }: Search): readonly Pair[] => {
  const pairs: Pair[] = []
  let x = a.length
  let y = b.length
  for (let round = edits; round > 0; round--) {
    const before = rounds[round - 1] ?? new Int32Array()
    const reached = (diagonal: number): number => before[diagonal + round - 1] ?? -1
    const diagonal = x - y
    const down = diagonal === -round || (diagonal !== round && reached(diagonal - 1) < reached(diagonal + 1))
    const fromX = down ? reached(diagonal + 1) : reached(diagonal - 1)
    const fromY = fromX - (down ? diagonal + 1 : diagonal - 1)
    while (x > fromX + (down ? 0 : 1) && y > fromY + (down ? 1 : 0)) pairs.push([--x, --y])
    x = fromX
    y = fromY
  }
  while (x > 0 && y > 0) pairs.push([--x, --y])
  return pairs.reverse()
}

/** Too different for a shortest script: what occurs once in both, as far as it stands in the same order. */
const pairsInPassing = (a: readonly number[], b: readonly number[]): readonly Pair[] => {
  const placesIn = (list: readonly number[]): ReadonlyMap<number, readonly number[]> => {
    const places = new Map<number, number[]>()
    for (const [place, item] of list.entries()) places.set(item, [...(places.get(item) ?? []), place])
    return places
  }
  const inB = placesIn(b)
  const once = [...placesIn(a)].flatMap(([item, [place = 0, ...more]]): readonly Pair[] => {
    const [other, ...others] = inB.get(item) ?? []
    return other === undefined || more.length > 0 || others.length > 0 ? [] : [[place, other]]
  })
  let last = -1
  return once.filter(([, after]) => {
    if (after <= last) return false
    last = after
    return true
  })
}

/**
 * Where two lists differ, by a longest common subsequence; between lists that share next to nothing, by what stands once in each. What
 * is taken out and put in at one place is one hunk.
 */
export const hunksBetween = (a: readonly number[], b: readonly number[]): readonly Hunk[] => {
  const search = searched(a, b)
  const pairs = search === null ? pairsInPassing(a, b) : pairsOf(a, b, search)
  const hunks: Hunk[] = []
  let [x, y] = [0, 0]
  const upTo = (toX: number, toY: number): void => {
    if (toX > x || toY > y)
      hunks.push({
        before: Array.from({ length: toX - x }, (_, at) => x + at),
        after: Array.from({ length: toY - y }, (_, at) => y + at),
      })
  }
  for (const [before, after] of pairs) {
    upTo(before, after)
    x = before + 1
    y = after + 1
  }
  upTo(a.length, b.length)
  return hunks
}
