import type { Bearing, Claim, Stance } from '../../core/claim.ts'
import type { Document } from '../../core/document.ts'
import { probability } from '../../core/probability.ts'
import { byPosition, hull } from '../../core/span.ts'
import type { Statement } from '../../core/statement.ts'
import { aboutness, stanceOdds, type BearingWeights } from './bearing-model.ts'
import { pairsIn } from './bearing-pairs.ts'
import { BEARING_BAR, BEARING_WEIGHTS } from './bearing-weights.data.ts'
import { claimTermsOf, type ClaimTerms } from './claim-terms.ts'
import { grouped } from '../../core/grouped.ts'
import { wordingOf, type Wording } from './wording.ts'

export interface BearingsInput {
  readonly documents: readonly Document[]
  readonly statements: readonly Statement[]
  readonly claims: readonly Claim[]
}

/** What the rule was taught, and the probability from which a statement bears on a claim. */
export interface BearingRule {
  readonly weights: BearingWeights
  readonly bar: number
}

const STANCES: readonly Stance[] = ['supports', 'contradicts', 'neutral']

const likeliest = (odds: Readonly<Record<Stance, number>>): Stance =>
  STANCES.reduce((best, next) => (odds[next] > odds[best] ? next : best))

const bearingsIn = (
  wording: Wording,
  statements: readonly Statement[],
  { claims, rule }: { claims: readonly ClaimTerms[]; rule: BearingRule },
): readonly Bearing[] => {
  const inOrder = statements.toSorted((a, b) => byPosition(hull(a.content), hull(b.content)))
  const pairs = pairsIn(wording, inOrder, claims)
  const about = aboutness(pairs, rule.weights)
  return inOrder.flatMap((statement, row) =>
    claims.flatMap(({ claim }, column): readonly Bearing[] => {
      const pair = pairs[row]?.[column]
      const chance = about[row]?.[column] ?? 0
      if (pair === undefined || chance < rule.bar) return []
      const odds = stanceOdds(pair.stance, rule.weights)
      const stance = likeliest(odds)
      const by = { maker: 'rule:bearing', sure: probability(Math.min(1, chance * odds[stance])) }
      return [{ statement: statement.id, claim: claim.id, stance, act: statement.act, certainty: statement.certainty, by }]
    }),
  )
}

/** As `bearingsOf`, by another rule: for measuring. */
export const bearingsWith = (rule: BearingRule, { documents, statements, claims }: BearingsInput): readonly Bearing[] => {
  const terms = claimTermsOf(claims)
  const stated = grouped(statements, ({ document }) => document)
  return documents.flatMap((document) => {
    const inIt = stated.get(document.id) ?? []
    return inIt.length === 0 || terms.length === 0 ? [] : bearingsIn(wordingOf(document), inIt, { claims: terms, rule })
  })
}

/**
 * Which statements take, or pointedly decline to take, a position on which claims. In the order of the documents, within one by place,
 * then by claim; a statement that bears on no claim has no bearing. `by.sure` is the probability that it bears on the claim and that
 * the stance is right. Time grows with statements × claims; what is found in one document does not depend on the others.
 */
export const bearingsOf = (input: BearingsInput): readonly Bearing[] =>
  bearingsWith({ weights: BEARING_WEIGHTS, bar: BEARING_BAR }, input)
