import type { Bearing, Claim } from '../../core/claim.ts'
import type { Document } from '../../core/document.ts'
import { judgementsOf, PERSON, type Judgement } from '../../core/judgement.ts'
import { probability } from '../../core/probability.ts'
import { byPosition, hull } from '../../core/span.ts'
import type { Statement, StatementId } from '../../core/statement.ts'

export interface JudgedInput {
  readonly documents: readonly Document[]
  readonly statements: readonly Statement[]
  readonly claims: readonly Claim[]
  readonly judgements: readonly Judgement[]
}

const keyOf = ({ statement, claim }: Pick<Bearing, 'statement' | 'claim'>): string => `${statement} ${claim}`

/** The place of each statement in the order of bearings: by document, then by position. */
const placesOf = ({ documents, statements }: JudgedInput): ReadonlyMap<StatementId, number> => {
  const placeOf = new Map(documents.map(({ id }, place) => [id, place]))
  const at = ({ document }: Statement): number => placeOf.get(document) ?? documents.length
  const inOrder = statements.toSorted((a, b) => at(a) - at(b) || byPosition(hull(a.content), hull(b.content)))
  return new Map(inOrder.map(({ id }, place) => [id, place]))
}

/**
 * Bearings with what persons judged of them in the place of what was found, in the order of `bearingsOf`; the later judgement on one
 * statement and claim wins. Act and certainty are those found, the statement's own where nothing was.
 */
export const judgedBearings = (found: readonly Bearing[], input: JudgedInput): readonly Bearing[] => {
  const judged = judgementsOf(input.judgements, 'bearing').map(({ judgement }) => judgement)
  if (judged.length === 0) return found
  const bearings = new Map(found.map((bearing) => [keyOf(bearing), bearing]))
  const statementOf = new Map(input.statements.map((statement) => [statement.id, statement]))
  const claimAt = new Map(input.claims.map(({ id }, place) => [id, place]))
  const stances = new Map(judged.map((judgement) => [keyOf(judgement), judgement]))
  for (const [key, { statement: id, claim, stance }] of stances) {
    const statement = statementOf.get(id)
    if (statement === undefined || !claimAt.has(claim)) continue
    const { act, certainty } = bearings.get(key) ?? statement
    bearings.delete(key)
    if (stance !== 'none')
      bearings.set(key, { statement: id, claim, stance, act, certainty, by: { maker: PERSON, sure: probability(1) } })
  }
  const places = placesOf(input)
  const order = (a: Bearing, b: Bearing): number =>
    (places.get(a.statement) ?? 0) - (places.get(b.statement) ?? 0) || (claimAt.get(a.claim) ?? 0) - (claimAt.get(b.claim) ?? 0)
  return [...bearings.values()].sort(order)
}
