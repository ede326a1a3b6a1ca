import { type Judgement, judgementsOf, type Placed } from '../core/judgement.ts'
import type { StatementId } from '../core/statement.ts'
import { forestOf } from './forest.ts'
import type { Parted } from './joins.ts'
import type { Telling } from './telling.ts'
import type { Tie } from './tie.ts'

/** What persons decided of these tellings, later decisions before earlier ones that contradict them. */
export interface Judged {
  /** That two go back to one knower. */
  readonly ties: readonly Tie[]
  /** Kept apart. */
  readonly parted: readonly Parted[]
  /** With an origin of their own. */
  readonly split: ReadonlySet<Telling>
}

const takesSide = ({ bearing }: Telling): boolean => bearing.stance !== 'neutral'

/** The tellings of each statement that take a side. */
const tellingsBy = (tellings: readonly Telling[]): ReadonlyMap<StatementId, readonly Telling[]> => {
  const lists = new Map<StatementId, Telling[]>()
  for (const telling of tellings.filter(takesSide)) {
    lists.set(telling.statement.id, [...(lists.get(telling.statement.id) ?? []), telling])
  }
  return lists
}

type ByStatement = ReturnType<typeof tellingsBy>

/** Two statements as they tell on one side of one claim: once for each side that both take. */
const pairsOf = (byStatement: ByStatement, [one, other]: readonly [StatementId, StatementId]): readonly Parted[] =>
  (byStatement.get(one) ?? []).flatMap((a) =>
    (byStatement.get(other) ?? []).flatMap((b): readonly Parted[] => {
      if (a === b || a.group !== b.group) return []
      return [a.rank < b.rank ? [a, b] : [b, a]]
    }),
  )

const judgedTie = ([to, from]: Parted): Tie => ({
  from,
  to,
  kind: 'judged',
  force: 'identity',
  rule: 'judged',
  sure: 1,
  reason: 'judged by a person to go back to one knower',
})

/** Statements that a person split off and did not join to another afterwards. */
const splitsIn = (judgements: readonly Judgement[]): readonly Placed<'split-origin'>[] => {
  const sames = judgementsOf(judgements, 'same-origin')
  return judgementsOf(judgements, 'split-origin').filter(
    ({ at, judgement: { statement } }) => !sames.some((same) => same.at > at && same.judgement.statements.includes(statement)),
  )
}

/** What persons decided, as it concerns these tellings. */
export const judgedOf = (tellings: readonly Telling[], judgements: readonly Judgement[]): Judged => {
  if (judgements.length === 0) return { ties: [], parted: [], split: new Set() }
  const byStatement = tellingsBy(tellings)
  const splits = splitsIn(judgements)
  const apart = judgementsOf(judgements, 'different-origin').flatMap(({ at, judgement: { statements } }) =>
    pairsOf(byStatement, statements).map((pair) => ({ at, pair })),
  )
  const forest = forestOf(tellings.length)
  const isOne = ([a, b]: Parted): boolean => forest.root(a.rank) === forest.root(b.rank)
  const ties: Tie[] = []
  for (const { at, judgement } of judgementsOf(judgements, 'same-origin').toReversed()) {
    const { statements } = judgement
    if (splits.some((split) => split.at > at && statements.includes(split.judgement.statement))) continue
    for (const pair of pairsOf(byStatement, statements)) {
      const roots = pair.map(({ rank }) => forest.root(rank))
      const forbidden = apart.some(
        (one) => one.at > at && !isOne(one.pair) && one.pair.every(({ rank }) => roots.includes(forest.root(rank))),
      )
      if (forbidden) continue
      forest.join(pair[0].rank, pair[1].rank)
      ties.push(judgedTie(pair))
    }
  }
  return {
    ties,
    parted: apart.map(({ pair }) => pair).filter((pair) => !isOne(pair)),
    split: new Set(splits.flatMap(({ judgement }) => byStatement.get(judgement.statement) ?? [])),
  }
}
