import type { Edge, Origin } from '../core/origin.ts'
import type { StatementId } from '../core/statement.ts'
import { likelihoodOf, type Likelihood } from './likelihood.ts'
import type { Assumptions } from './assumptions.ts'

/**
 * How an origin may fall apart: `odds[n]` is the probability that n of its statements go back to knowers of their own, strays, whom
 * an unsure join led to the root. They sum to 1.
 */
export type Joins = readonly number[]

export const SURE: Joins = [1]

/** The joins that hold an origin together: of each circle of edges all but the least sure (Kruskal). */
const holdingEdges = (edges: readonly Edge[]): readonly Edge[] => {
  const leader = new Map<StatementId, StatementId>()
  const leaderOf = (id: StatementId): StatementId => {
    let at = id
    for (let up = leader.get(at); up !== undefined; up = leader.get(at)) at = up
    return at
  }
  return edges
    .toSorted((a, b) => b.by.sure - a.by.sure)
    .filter((edge) => {
      const from = leaderOf(edge.from)
      const to = leaderOf(edge.to)
      if (from !== to) leader.set(from, to)
      return from !== to
    })
}

/**
 * The joins of an origin were made by the same rules on the same documents, so their doubts rise and fall together: where one fails,
 * so do all that were less sure. Two joins, 0.9 and 0.6 sure: no stray 0.6, one 0.3, two 0.1.
 */
export const joinsOf = ({ edges, statements }: Pick<Origin, 'edges' | 'statements'>): Joins => {
  if (edges.every((edge) => edge.by.sure >= 1)) return SURE
  const own = new Set(statements)
  const inside = edges.filter((edge) => own.has(edge.from) && own.has(edge.to))
  const levels = [
    0,
    ...holdingEdges(inside)
      .map((edge) => edge.by.sure as number)
      .reverse(),
    1,
  ]
  return levels.slice(1).map((level, at) => level - (levels[at] ?? 0))
}

/** What the possible strays of an origin say, each for itself; `h` is the probability that an untied one says it anyway. */
export const straysSay = (joins: Joins, h: number, assumptions: Assumptions): Likelihood => {
  const one = likelihoodOf({ k: assumptions.stray, h })
  const mixed = (log: number): number => Math.log(joins.reduce((sum, odds, strays) => sum + odds * Math.exp(strays * log), 0))
  return joins.length === 1 ? { so: 0, not: 0 } : { so: mixed(one.so), not: mixed(one.not) }
}
