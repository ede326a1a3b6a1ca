import type { Assertions } from './assertions.ts'
import { inverse, type RowOrder, sortedNames, sortedRows, startsOf, timeRanks } from './row-order.ts'
import type { Spelling } from './spelling.ts'

/**
 * The table by objects. Object `o` has the candidates `candidateStart[o]` to `candidateStart[o + 1]`, candidate `c` the votes
 * `voteStart[c]` to `voteStart[c + 1]`; so the votes of an object lie together, too. Candidates are in the order of their first voter,
 * votes for one in that of their voters: nothing hangs on the order of rows. No voter votes twice for a candidate.
 */
export interface Ballots {
  readonly objects: number
  readonly voters: number
  readonly candidates: number
  readonly candidateStart: Int32Array
  /** Number of the commonest spelling among the table's values. */
  readonly candidateValue: Int32Array
  readonly voteStart: Int32Array
  readonly voter: Int32Array
  /** 1, or 1 / k for each of k different values that a voter gives at once. */
  readonly weight: Float32Array
  /** Rank of the time of the vote, −1 for none; null for a table without times. */
  readonly time: Int32Array | null
}

/** Rows that count in another way than as one vote, with the line on which the first of them stands; 0 where there is none. */
export interface Counted {
  readonly rows: number
  readonly firstLine: number
}

export interface LeftOut {
  /** Rows that say what another row says. */
  readonly repeated: Counted
  /** Rows that the same source replaced by a later one. */
  readonly replaced: Counted
  /** Rows that contradict a row of the same source, with no time to tell which holds: they share one vote. */
  readonly contradictory: Counted
}

export interface Grouped {
  readonly ballots: Ballots
  /** Names of sources in order, by number in the table: voter `n` is source `sourceOf[n]`. */
  readonly sourceOf: Int32Array
  readonly leftOut: LeftOut
}

interface Tally {
  rows: number
  firstLine: number
}

const nothing = (): Tally => ({ rows: 0, firstLine: 0 })

const note = (tally: Tally, line: number): void => {
  tally.rows++
  if (tally.firstLine === 0 || line < tally.firstLine) tally.firstLine = line
}

/** Numbers the candidates: a form and an object, in order of first mention; to be asked object by object. */
interface Candidates {
  readonly count: () => number
  readonly candidateFor: (value: number, object: number) => number
  /** The value by which each candidate was first mentioned. */
  readonly values: () => Int32Array
}

const candidatesFor = ({ forms, form }: Spelling, rows: number): Candidates => {
  const value = new Int32Array(rows)
  /** The candidate of a form in the object for which it was last asked. */
  const [candidateOf, objectOf] = [new Int32Array(forms), new Int32Array(forms).fill(-1)]
  let count = 0
  return {
    count: () => count,
    candidateFor: (given, object) => {
      const shape = form[given] ?? 0
      if (objectOf[shape] === object) return candidateOf[shape] ?? 0
      objectOf[shape] = object
      candidateOf[shape] = count
      value[count] = given
      return count++
    },
    values: () => value.slice(0, count),
  }
}

/** Votes in the order in which they are taken. */
interface VoteList {
  readonly voter: Int32Array
  readonly candidate: Int32Array
  readonly weight: Float32Array
  readonly time: Int32Array | null
  count: number
}

type Votes = Pick<Ballots, 'voteStart' | 'voter' | 'weight' | 'time'>

/** The votes by candidate: one more pass of counting sort. */
const byCandidate = ({ voter, candidate, weight, time, count }: VoteList, candidates: number): Votes => {
  const voteStart = startsOf(candidate.subarray(0, count), candidates)
  const next = voteStart.slice()
  const sorted = { voter: new Int32Array(count), weight: new Float32Array(count), time: time && new Int32Array(count) }
  for (let n = 0; n < count; n++) {
    const at = next[candidate[n] ?? 0] ?? 0
    next[candidate[n] ?? 0] = at + 1
    sorted.voter[at] = voter[n] ?? 0
    sorted.weight[at] = weight[n] ?? 0
    if (sorted.time !== null) sorted.time[at] = time?.[n] ?? -1
  }
  return { voteStart, ...sorted }
}

/** Takes the rows of one voter on one object, `order[from]` to `order[to]`. */
type TakeRows = (object: number, from: number, to: number) => void

interface Counter {
  readonly table: Assertions
  readonly rank: Int32Array
  readonly order: Int32Array
  readonly candidates: Candidates
  readonly votes: VoteList
  readonly leftOut: Record<keyof LeftOut, Tally>
}

const voteTaker = ({ table, rank, order, candidates, votes, leftOut }: Counter): TakeRows => {
  const { value, line, source } = table
  const ranks = timeRanks(table)
  /** The first vote of the voter that last voted for a candidate. */
  const votedFrom = new Int32Array(table.rows).fill(-1)

  const timeOf = (row: number): number => ranks?.[table.time[row] ?? -1] ?? -1

  const latestOf = (from: number, to: number): number => {
    let latest = -1
    if (ranks !== null) for (let n = from; n < to; n++) latest = Math.max(latest, timeOf(order[n] ?? 0))
    return latest
  }

  return (object, from, to) => {
    const first = votes.count
    const latest = latestOf(from, to)
    for (let n = from; n < to; n++) {
      const row = order[n] ?? 0
      if (ranks !== null && timeOf(row) < latest) {
        note(leftOut.replaced, line[row] ?? 0)
        continue
      }
      const own = candidates.candidateFor(value[row] ?? 0, object)
      if (votedFrom[own] === first) {
        note(leftOut.repeated, line[row] ?? 0)
        continue
      }
      votedFrom[own] = first
      votes.voter[votes.count] = rank[source[row] ?? 0] ?? 0
      votes.candidate[votes.count] = own
      if (votes.time !== null) votes.time[votes.count] = latest
      votes.count++
    }
    const given = votes.count - first
    for (let n = first; n < votes.count; n++) votes.weight[n] = 1 / given
    if (given > 1) for (let n = 0; n < given; n++) note(leftOut.contradictory, line[order[from + n] ?? 0] ?? 0)
  }
}

/** Makes the commonest spelling of each candidate the one that it is shown by; of equally common ones the first in the alphabet. */
const nameCandidates = (table: Assertions, form: Int32Array, { ballots, rows }: { ballots: Ballots; rows: RowOrder }): void => {
  const { candidateStart, candidateValue } = ballots
  const { order, starts } = rows
  const candidateOf = new Int32Array(table.values.size())
  const count = new Int32Array(table.values.size())
  const isBetter = (value: number, than: number): boolean => {
    const more = (count[value] ?? 0) - (count[than] ?? 0)
    return more > 0 || (more === 0 && value !== than && table.values.text(value) < table.values.text(than))
  }
  for (let object = 0; object < ballots.objects; object++) {
    for (let c = candidateStart[object] ?? 0; c < (candidateStart[object + 1] ?? 0); c++)
      candidateOf[form[candidateValue[c] ?? 0] ?? 0] = c
    const from = starts[object] ?? 0
    const to = starts[object + 1] ?? 0
    for (let n = from; n < to; n++) {
      const value = table.value[order[n] ?? 0] ?? 0
      count[value] = (count[value] ?? 0) + 1
    }
    for (let n = from; n < to; n++) {
      const value = table.value[order[n] ?? 0] ?? 0
      const own = candidateOf[form[value] ?? 0] ?? 0
      if (form[candidateValue[own] ?? 0] === form[value] && isBetter(value, candidateValue[own] ?? 0)) candidateValue[own] = value
    }
    for (let n = from; n < to; n++) count[table.value[order[n] ?? 0] ?? 0] = 0
  }
}

const voteList = ({ rows, times }: Assertions): VoteList => ({
  voter: new Int32Array(rows),
  candidate: new Int32Array(rows),
  weight: new Float32Array(rows),
  time: times === null ? null : new Int32Array(rows),
  count: 0,
})

/** Groups rows into ballots, in time linear in the rows; nothing is sorted but the names of sources and the times. */
export const grouped = (table: Assertions, spelling: Spelling): Grouped => {
  const objects = table.objects.size()
  const sourceOf = sortedNames(table.sources.size(), table.sources.text)
  const rank = inverse(sourceOf)
  const rows = sortedRows(table, rank)
  const { order, starts } = rows
  const [candidates, votes] = [candidatesFor(spelling, table.rows), voteList(table)]
  const leftOut = { repeated: nothing(), replaced: nothing(), contradictory: nothing() }
  const take = voteTaker({ table, rank, order, candidates, votes, leftOut })
  const candidateStart = new Int32Array(objects + 1)
  for (let object = 0; object < objects; object++) {
    const end = starts[object + 1] ?? 0
    for (let from = starts[object] ?? 0; from < end;) {
      const source = table.source[order[from] ?? 0]
      let to = from + 1
      while (to < end && table.source[order[to] ?? 0] === source) to++
      take(object, from, to)
      from = to
    }
    candidateStart[object + 1] = candidates.count()
  }
  const ballots: Ballots = {
    objects,
    voters: rank.length,
    candidates: candidates.count(),
    candidateStart,
    candidateValue: candidates.values(),
    ...byCandidate(votes, candidates.count()),
  }
  if (spelling.forms < table.values.size()) nameCandidates(table, spelling.form, { ballots, rows })
  return { ballots, sourceOf, leftOut }
}
