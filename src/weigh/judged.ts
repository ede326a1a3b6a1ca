import { type Judgement, judgementsOf, staleJudgement } from '../core/judgement.ts'
import type { Origin } from '../core/origin.ts'
import { ok, type Refusal, type Result } from '../core/refusal.ts'
import type { Source } from '../core/source.ts'
import { assume, type Assumptions } from './assumptions.ts'
import { sourcesIn } from './sources.ts'

/** The table with what persons set in it. */
export interface Judged {
  readonly assumptions: Assumptions
  /** One for each row that they set and that is not there, or does not take that value. */
  readonly stale: readonly Refusal[]
}

/** A sentence as part of another. */
const asClause = (sentence: string): string => `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/u, '')}`

/**
 * The standard assumptions with the rows that persons set, the later value of a row winning, and over these what `asked` says. Refuses
 * what `assume` refuses of `asked`; a person's row that cannot be set is passed over and told.
 */
export const assumeJudged = (judgements: readonly Judgement[], asked: Readonly<Record<string, number>>): Result<Judged> => {
  const values: [string, number][] = []
  const stale: Refusal[] = []
  for (const { judgement } of judgementsOf(judgements, 'override')) {
    const { assumption, value } = judgement
    const alone = assume(Object.fromEntries([[assumption, value]]))
    if (alone.ok) values.push([assumption, value])
    else stale.push(staleJudgement(`the assumption “${assumption}” is ${value}`, asClause(alone.refusal.sentence)))
  }
  const all = assume({ ...Object.fromEntries(values), ...asked })
  return all.ok ? ok({ assumptions: all.value, stale }) : all
}

/** The grades on which no verdict hangs: nothing goes back to the source itself, nor to one that speaks for it. */
export const idleGrades = (sources: readonly Source[], origins: readonly Origin[]): readonly Refusal[] => {
  const graded = sources.filter(({ grade }) => grade !== 'F')
  if (graded.length === 0) return []
  const { lineOf, nameOf } = sourcesIn(sources)
  const heard = new Set(origins.flatMap(({ root }) => lineOf(root)))
  return graded
    .filter(({ id }) => !heard.has(id))
    .map(({ name, grade, speaksFor }) => {
      const body = speaksFor !== null && heard.has(speaksFor) ? nameOf(speaksFor) : null
      const instead = body === null ? '' : `; what it says counts as that of “${body}”: grade that`
      return staleJudgement(`“${name}” is graded ${grade}`, `no origin goes back to it${instead}`)
    })
}
