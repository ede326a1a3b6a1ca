import type { Joined } from './joins.ts'
import type { Judged } from './judged.ts'
import { clearlyDiffer } from './knower.ts'
import type { Telling } from './telling.ts'
import { JOINS_FROM, type Tie } from './tie.ts'

/** Ties of one telling that was made from another: the others join two that stand side by side. */
const LEADS_BACK: ReadonlySet<Tie['kind']> = new Set(['cites', 'copies', 'same-quote'])

/** The tie by which each telling, by rank, goes back to another of its origin: the surest. */
const parentTies = (ties: readonly Tie[], joined: Joined): ReadonlyMap<number, Tie> => {
  const parents = new Map<number, Tie>()
  for (const tie of ties) {
    const { from, to, kind, force, sure } = tie
    if (!LEADS_BACK.has(kind) || force === 'shown' || sure < JOINS_FROM || joined[from.rank] !== joined[to.rank]) continue
    if (from.group !== to.group || clearlyDiffer(from.knower, to.knower)) continue
    if (sure > (parents.get(from.rank)?.sure ?? 0)) parents.set(from.rank, tie)
  }
  return parents
}

/** Tellings with ties between them. */
export interface Split {
  readonly tellings: readonly Telling[]
  readonly ties: readonly Tie[]
}

/**
 * Parts tellings that a person gave an origin of their own from the rest. With each goes what rests on it: all that the surest citation or
 * copy of each leads back to it, unless another split one lies between, or a person tied it to something else. `ties` and `joined` are
 * what the rules made of the whole; what comes back are the tellings in their parts, and the ties that lead what rests on each to it.
 */
export const splitOff = ({ tellings, ties }: Split, joined: Joined, judged: Judged): Split => {
  const parents = parentTies(ties, joined)
  const tied = new Set(judged.ties.flatMap(({ from, to }) => [from.rank, to.rank]))
  const splits = new Set([...judged.split].map(({ rank }) => rank))
  const partOf = (rank: number): number => {
    const seen = new Set<number>()
    for (let at: number | undefined = rank; at !== undefined && !seen.has(at) && !tied.has(at); at = parents.get(at)?.to.rank) {
      if (splits.has(at)) return at + 1
      seen.add(at)
    }
    return 0
  }
  const parted = tellings.map((telling): Telling => ({ ...telling, part: partOf(telling.rank) }))
  const kept = parted.flatMap(({ rank, part }): readonly Tie[] => {
    const [parent, from] = [parents.get(rank), parted[rank]]
    const to = parent === undefined ? undefined : parted[parent.to.rank]
    if (part === 0 || splits.has(rank) || parent === undefined || from === undefined || to === undefined) return []
    return [{ ...parent, from, to, force: 'identity' }]
  })
  return { tellings: parted, ties: kept }
}
