import type { Assertions } from './assertions.ts'

const NUMERIC = /^[+-]?\d+(?:\.\d+)?$/u

/** By name, so that numbers do not depend on the order of rows. */
export const sortedNames = (size: number, name: (id: number) => string): Int32Array => {
  const names = Array.from({ length: size }, (_, id) => name(id))
  const ids = names.map((_, id) => id)
  ids.sort((a, b) => ((names[a] ?? '') < (names[b] ?? '') ? -1 : 1))
  return Int32Array.from(ids)
}

export const inverse = (order: Int32Array): Int32Array => {
  const rank = new Int32Array(order.length)
  order.forEach((id, at) => {
    rank[id] = at
  })
  return rank
}

/** Rank of each distinct time. */
export const timeRanks = ({ times }: Assertions): Int32Array | null => {
  if (times === null) return null
  const texts = Array.from({ length: times.size() }, (_, id) => times.text(id))
  const numeric = texts.every((text) => NUMERIC.test(text))
  const order = numeric
    ? Int32Array.from(texts.map((_, id) => id).toSorted((a, b) => Number(texts[a]) - Number(texts[b])))
    : sortedNames(texts.length, (id) => texts[id] ?? '')
  return inverse(order)
}

/** Starts of the runs of equal keys once sorted: `starts[key]` to `starts[key + 1]`. */
export const startsOf = (keys: Int32Array, count: number): Int32Array => {
  const starts = new Int32Array(count + 1)
  for (const key of keys) starts[key + 1] = (starts[key + 1] ?? 0) + 1
  for (let key = 0; key < count; key++) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0)
  return starts
}

/** Rows by object and, within an object, by voter: those of object `o` are `order[starts[o]]` to `order[starts[o + 1]]`. */
export interface RowOrder {
  readonly order: Int32Array
  readonly starts: Int32Array
}

/** Two passes of counting sort; `rank` is the voter of each source. */
export const sortedRows = (table: Assertions, rank: Int32Array): RowOrder => {
  const { rows, source, object } = table
  const byVoter = new Int32Array(rows)
  const voterOf = new Int32Array(rows)
  for (let row = 0; row < rows; row++) voterOf[row] = rank[source[row] ?? 0] ?? 0
  const free = startsOf(voterOf, rank.length)
  for (let row = 0; row < rows; row++) {
    const at = free[voterOf[row] ?? 0] ?? 0
    free[voterOf[row] ?? 0] = at + 1
    byVoter[at] = row
  }
  const starts = startsOf(object, table.objects.size())
  const next = starts.slice()
  const order = voterOf
  for (let n = 0; n < rows; n++) {
    const row = byVoter[n] ?? 0
    const at = next[object[row] ?? 0] ?? 0
    next[object[row] ?? 0] = at + 1
    order[at] = row
  }
  return { order, starts }
}
