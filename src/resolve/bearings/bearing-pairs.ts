import type { Statement } from '../../core/statement.ts'
import { aboutFeatures, type AboutFeatures } from './about-features.ts'
import type { ClaimTerms } from './claim-terms.ts'
import { coverageOf, viewOf } from './claim-view.ts'
import { stanceFeatures, type StanceFeatures } from './stance-features.ts'
import { wordedStatements } from './worded-statement.ts'
import type { Wording } from './wording.ts'

/** What one statement shows of one claim: whether it is about it, and where it stands. */
export interface BearingPair {
  readonly about: AboutFeatures
  readonly stance: StanceFeatures
}

/** `pairs[statement][claim]` for the statements of one document, which are in reading order. */
export const pairsIn = (
  wording: Wording,
  statements: readonly Statement[],
  claims: readonly ClaimTerms[],
): readonly (readonly BearingPair[])[] => {
  const views = claims.map((claim) => viewOf(claim, wording))
  return wordedStatements(statements, wording).map((worded) =>
    views.map((view) => {
      const content = coverageOf(worded.content, view)
      return { about: aboutFeatures(worded, content, { view, wording }), stance: stanceFeatures(worded, content, view) }
    }),
  )
}
