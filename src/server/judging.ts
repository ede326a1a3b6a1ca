import type { Entry } from '../core/entry.ts'
import type { Judgement } from '../core/judgement.ts'
import type { KeptCase } from '../core/kept-case.ts'
import { ok, refuse, type Result } from '../core/refusal.ts'
import type { StatementId } from '../core/statement.ts'
import { assume } from '../index.ts'
import { caseNamed, judge } from '../store/cases.ts'
import type { Ground } from '../store/ground.ts'
import type { ReadingOptions } from './kept-reading.ts'
import { statementsCalled } from './kept-statements.ts'

/** A judgement as a person types it: statements by their short names or ids. */
export interface SpokenJudgement {
  readonly judgement: Judgement
  readonly reason: string
}

const callsOf = (judgement: Judgement): readonly string[] => {
  if (judgement.kind === 'same-origin' || judgement.kind === 'different-origin') return judgement.statements
  return judgement.kind === 'split-origin' || judgement.kind === 'bearing' ? [judgement.statement] : []
}

const withIds = (judgement: Judgement, ids: readonly StatementId[]): Judgement => {
  const [first, second] = ids
  if (first === undefined) return judgement
  if (judgement.kind === 'split-origin' || judgement.kind === 'bearing') return { ...judgement, statement: first }
  if (second === undefined || !('statements' in judgement)) return judgement
  return { ...judgement, statements: [first, second] }
}

/** What is wrong with a judgement whatever the documents say; null where nothing is. */
const flawOf = ({ name, claims }: KeptCase, judgement: Judgement): Result<null> => {
  if (judgement.kind === 'override') {
    const assumed = assume({ [judgement.assumption]: judgement.value })
    return assumed.ok ? ok(null) : assumed
  }
  if (judgement.kind === 'bearing' && claims.length > 0 && !claims.some(({ id }) => id === judgement.claim))
    return refuse(
      'not-found',
      `The case “${name}” has no claim “${judgement.claim}”; “hearsay case show ${name}” tells what it has.`,
    )
  const pair = judgement.kind === 'same-source' || judgement.kind === 'different-source' ? judgement.names : null
  if (pair !== null && pair[0].trim().toLowerCase() === pair[1].trim().toLowerCase())
    return refuse('bad-option', `“${pair[0]}” is one name: name two sources.`)
  return ok(null)
}

/**
 * Puts a person's judgement into the journal of a case, with statements under their ids. Refuses an assumption that does not exist or a
 * value out of its range, a claim or statement that the case has not, and one thing named twice. Whether the names of sources are in
 * the documents shows when the case is checked.
 */
export const judgeCase = async (
  ground: Ground,
  name: string,
  { judgement, reason, ...options }: SpokenJudgement & ReadingOptions,
): Promise<Result<readonly Entry[]>> => {
  const kept = await caseNamed(ground, name)
  if (!kept.ok) return kept
  const flaw = flawOf(kept.value, judgement)
  if (!flaw.ok) return flaw
  const calls = callsOf(judgement)
  const ids = calls.length === 0 ? ok([]) : await statementsCalled(ground, kept.value, { ...options, calls })
  if (!ids.ok) return ids
  const [first, second] = ids.value
  if (second !== undefined && first === second)
    return refuse('bad-option', `“${calls.join('” and “')}” are one statement: name two.`)
  return judge(ground, name, { judgement: withIds(judgement, ids.value), reason })
}
