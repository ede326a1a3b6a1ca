import type { Bearing, BearingChance, Claim, Stance } from '../../core/claim.ts'
import type { Document } from '../../core/document.ts'
import { probability } from '../../core/probability.ts'
import { byPosition, hull } from '../../core/span.ts'
import type { Statement } from '../../core/statement.ts'
import { aboutness, stanceOdds, type BearingWeights, type Reading } from './bearing-model.ts'
import { pairsIn } from './bearing-pairs.ts'
import { BEARING_BAR, BEARING_WEIGHTS } from './bearing-weights.data.ts'
import { claimTermsOf, type ClaimTerms } from './claim-terms.ts'
import { grouped } from '../../core/grouped.ts'
import { SHARE_OF_READER } from './reader-share.data.ts'
import { wordingOf, type Wording } from './wording.ts'

export interface BearingsInput {
  readonly documents: readonly Document[]
  readonly statements: readonly Statement[]
  readonly claims: readonly Claim[]
  /** What a trained reader says of them, where there is one. */
  readonly chances?: readonly BearingChance[]
}

/** What the rule was taught, and the probability from which a statement bears on a claim. */
export interface BearingRule {
  readonly weights: BearingWeights
  readonly bar: number
  /** Of a trained reader beside the words, where one was asked. */
  readonly share: number
}

const STANCES: readonly Stance[] = ['supports', 'contradicts', 'neutral']

const keyOf = (statement = '', claim = ''): string => `${statement} ${claim}`

const likeliest = (odds: Readonly<Record<Stance, number>>): Stance =>
  STANCES.reduce((best, next) => (odds[next] > odds[best] ? next : best))

const bearingsIn = (
  wording: Wording,
  statements: readonly Statement[],
  { claims, rule, chances }: { claims: readonly ClaimTerms[]; rule: BearingRule; chances: ReadonlyMap<string, BearingChance> },
): readonly Bearing[] => {
  const inOrder = statements.toSorted((a, b) => byPosition(hull(a.content), hull(b.content)))
  const pairs = pairsIn(wording, inOrder, claims)
  const read: Reading = (row, column) => chances.get(keyOf(inOrder[row]?.id, claims[column]?.claim.id)) ?? null
  const about = aboutness(pairs, rule.weights, { read, share: rule.share })
  return inOrder.flatMap((statement, row) =>
    claims.flatMap(({ claim }, column): readonly Bearing[] => {
      const pair = pairs[row]?.[column]
      const sure = about[row]?.[column] ?? 0
      if (pair === undefined || sure < rule.bar) return []
      const chance = read(row, column)
      const odds = stanceOdds(pair.stance, rule.weights, { chance, share: rule.share })
      const stance = likeliest(odds)
      const by = { maker: chance?.maker ?? 'rule:bearing', sure: probability(Math.min(1, sure * odds[stance])) }
      return [{ statement: statement.id, claim: claim.id, stance, act: statement.act, certainty: statement.certainty, by }]
    }),
  )
}

/** As `bearingsOf`, by another rule: for measuring. */
export const bearingsWith = (
  rule: BearingRule,
  { documents, statements, claims, chances: read = [] }: BearingsInput,
): readonly Bearing[] => {
  const terms = claimTermsOf(claims)
  const chances = new Map(read.map((chance) => [keyOf(chance.statement, chance.claim), chance]))
  const stated = grouped(statements, ({ document }) => document)
  return documents.flatMap((document) => {
    const inIt = stated.get(document.id) ?? []
    return inIt.length === 0 || terms.length === 0 ? [] : bearingsIn(wordingOf(document), inIt, { claims: terms, rule, chances })
  })
}

/**
 * Which statements take, or pointedly decline to take, a position on which claims. In the order of the documents, within one by place,
 * then by claim; a statement that bears on no claim has no bearing. `by.sure` is the probability that it bears on the claim and that
 * the stance is right. Time grows with statements × claims; what is found in one document does not depend on the others.
 */
export const bearingsOf = (input: BearingsInput): readonly Bearing[] =>
  bearingsWith({ weights: BEARING_WEIGHTS, bar: BEARING_BAR, share: SHARE_OF_READER }, input)
