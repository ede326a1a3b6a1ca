import { type Judgement, type JudgementOf, staleJudgement } from '../core/judgement.ts'
import type { Origin } from '../core/origin.ts'
import type { Refusal } from '../core/refusal.ts'
import type { Statement, StatementId } from '../core/statement.ts'

interface Traced {
  readonly statements: readonly Statement[]
  readonly origins: readonly Origin[]
}

/** The sides that a statement takes, each with its claim. */
const sidesOf = ({ origins }: Traced, statement: StatementId): readonly string[] =>
  origins.filter(({ statements }) => statements.includes(statement)).map(({ claim, side }) => `${claim} ${side}`)

const whatOf = (judgement: JudgementOf<'same-origin' | 'different-origin' | 'split-origin'>): string => {
  if (judgement.kind === 'split-origin') return `statement ${judgement.statement} has an origin of its own`
  const [one, other] = judgement.statements
  return `statements ${one} and ${other} ${judgement.kind === 'same-origin' ? 'go back to one knower' : 'have two origins'}`
}

const reasonIn = (statements: readonly StatementId[], traced: Traced): string | null => {
  const gone = statements.find((id) => !traced.statements.some((statement) => statement.id === id))
  if (gone !== undefined) return `the documents hold no statement ${gone}, or no longer read so`
  const [first = [], second] = statements.map((id) => sidesOf(traced, id))
  if (second === undefined) return first.length > 0 ? null : 'it takes a side on no claim'
  return second.some((side) => first.includes(side)) ? null : 'they are on one side of no claim'
}

const staleIn = (judgement: Judgement, traced: Traced): readonly Refusal[] => {
  const { kind } = judgement
  if (kind !== 'same-origin' && kind !== 'different-origin' && kind !== 'split-origin') return []
  const why = reasonIn(kind === 'split-origin' ? [judgement.statement] : judgement.statements, traced)
  return why === null ? [] : [staleJudgement(whatOf(judgement), why)]
}

/** The judgements of origins that found nothing to act on: a statement that is not there, or takes no side with the other one. */
export const untraced = (judgements: readonly Judgement[], traced: Traced): readonly Refusal[] =>
  judgements.flatMap((judgement) => staleIn(judgement, traced))
