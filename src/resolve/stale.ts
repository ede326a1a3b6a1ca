import { type Judgement, type JudgementOf, staleJudgement } from '../core/judgement.ts'
import type { Refusal } from '../core/refusal.ts'
import type { Resolution } from '../core/resolution.ts'
import type { Source } from '../core/source.ts'
import { sourcesCalled } from './sources/called.ts'

const listed = (names: readonly string[]): string => `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`

/** Why a name means nobody, with what to do; null where it means somebody. */
const missing = (sources: readonly Source[], name: string): string | null => {
  const { found, several } = sourcesCalled(sources, name)
  if (several.length > 0)
    return `“${name}” may be ${listed(several.map((source) => `“${source.name}”`))}; use the name of the one that is meant`
  return found.length > 0 ? null : `nobody called “${name}” speaks in the documents; use a name as they spell it`
}

const staleNames = (
  { kind, names: [one, other] }: JudgementOf<'same-source' | 'different-source'>,
  sources: readonly Source[],
): readonly Refusal[] => {
  const what = `“${one}” and “${other}” are ${kind === 'same-source' ? 'one source' : 'two sources'}`
  const why = missing(sources, one) ?? missing(sources, other)
  return why === null ? [] : [staleJudgement(what, why)]
}

const staleBearing = (
  { statement, claim, stance }: JudgementOf<'bearing'>,
  { claims, speakers }: Resolution,
): readonly Refusal[] => {
  const what = `statement ${statement} ${stance === 'none' ? 'does not bear on' : stance === 'neutral' ? 'takes no side on' : stance} claim ${claim}`
  if (!claims.some(({ id }) => id === claim)) return [staleJudgement(what, `the case has no claim ${claim}`)]
  if (!speakers.some((each) => each.statement === statement))
    return [staleJudgement(what, `the documents hold no statement ${statement}, or no longer read so`)]
  return []
}

const staleIn = (judgement: Judgement, resolution: Resolution): readonly Refusal[] => {
  const { kind } = judgement
  if (kind === 'same-source' || kind === 'different-source') return staleNames({ ...judgement, kind }, resolution.sources)
  if (kind === 'bearing') return staleBearing(judgement, resolution)
  const why = kind === 'grade' ? missing(resolution.sources, judgement.source) : null
  return kind !== 'grade' || why === null ? [] : [staleJudgement(`“${judgement.source}” is graded ${judgement.grade}`, why)]
}

/**
 * The judgements of names, bearings and grades that found nothing to act on in a resolution made with them: a name that means nobody or
 * may mean several, a statement or a claim that is not there. One that only says what was found anyway is not among them.
 */
export const unresolved = (judgements: readonly Judgement[], resolution: Resolution): readonly Refusal[] =>
  judgements.flatMap((judgement) => staleIn(judgement, resolution))
