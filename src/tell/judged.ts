import type { StatementId } from '../core/statement.ts'
import type { Source } from '../core/source.ts'
import { judgementsOf, PERSON } from '../core/judgement.ts'
import type { Origin } from '../core/origin.ts'
import { held, tellingsOf, type ClaimFile, type Telling } from './case-file.ts'
import { citeStatement, citeTellings, said } from './citation.ts'
import type { Citation, Sentence } from './explanation.ts'
import { inProse } from './naming.ts'
import { phrases } from './phrases.data.ts'

/** That a person told what a passage is to the claim. */
export const judgedBearing = ({ file }: ClaimFile, telling: Telling): readonly Sentence[] =>
  telling.bearing.by.maker === PERSON ? said(phrases.judgedBearing(telling.bearing.stance), citeTellings(file, [telling])) : []

const judgements = ({ file }: ClaimFile) => file.checked.judgements ?? []

const citeAll = ({ file }: ClaimFile, ids: readonly StatementId[]): readonly Citation[] =>
  ids.flatMap((id) => citeStatement(file, held(file.statements, id)))

/** That a person kept a passage of this origin apart from one of another on its side. */
const apart = (on: ClaimFile, { side, statements }: Origin): readonly Sentence[] => {
  const others = on.origins.filter((origin) => origin.side === side && origin.statements !== statements)
  return judgementsOf(judgements(on), 'different-origin').flatMap(({ judgement: { statements: pair } }) => {
    const here = pair.filter((id) => statements.includes(id))
    const there = pair.filter((id) => others.some((origin) => origin.statements.includes(id)))
    return here.length === 1 && there.length === 1 ? said(phrases.judgedApart, citeAll(on, pair)) : []
  })
}

/** That a person gave a passage this origin of its own; one that was joined to another since then has none. */
const split = (on: ClaimFile, { statements, edges }: Origin): readonly Sentence[] =>
  judgementsOf(judgements(on), 'split-origin').flatMap(({ judgement: { statement } }) => {
    const joined = edges.some(({ kind, from, to }) => kind === 'judged' && (from === statement || to === statement))
    return statements.includes(statement) && !joined ? said(phrases.judgedSplit, citeAll(on, [statement])) : []
  })

/** What a person decided of the passages of an origin. */
export const judgedOrigin = (on: ClaimFile, origin: Origin): readonly Sentence[] => [
  ...tellingsOf(on, origin).flatMap((telling) => judgedBearing(on, telling)),
  ...split(on, origin),
  ...apart(on, origin),
]

/** How a person graded a root, or where it has no grade the nearest body for which it speaks. */
export const judgedGrade = ({ file }: ClaimFile, root: Source | null, behind: readonly Citation[]): readonly Sentence[] => {
  const met = new Set<Source>()
  for (let source = root; source !== null && !met.has(source);) {
    if (source.grade !== 'F') return said(phrases.judgedGrade(inProse(file, source), source.grade), behind)
    met.add(source)
    source = source.speaksFor === null ? null : held(file.sources, source.speaksFor)
  }
  return []
}

/** The passages that a person took from the claim: that they have nothing to do with it. */
export const takenFrom = ({ file, claim }: ClaimFile): readonly StatementId[] => {
  const { resolution } = file.checked
  const none = judgementsOf(file.checked.judgements ?? [], 'bearing').filter(
    ({ judgement: { claim: id, stance } }) => id === claim.id && stance === 'none',
  )
  const bearing = new Set(resolution.bearings.filter(({ claim: id }) => id === claim.id).map(({ statement }) => statement))
  return [...new Set(none.map(({ judgement }) => judgement.statement))].filter(
    (id) => file.statements.has(id) && !bearing.has(id),
  )
}
