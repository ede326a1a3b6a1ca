import type { Brand } from './brand.ts'
import type { By } from './by.ts'
import type { Certainty, StatementId, Act } from './statement.ts'

/** As given by the user (`c1`), or `cl_…` for one that was found. */
export type ClaimId = Brand<string, 'ClaimId'>

/** A proposition that is true or false whoever says it. */
export interface Claim {
  readonly id: ClaimId
  readonly text: string
  /** Whether somebody asked it, or it was found in the documents. */
  readonly given: boolean
}

/** Toward the claim as worded. */
export type Stance = 'supports' | 'contradicts' | 'neutral'

export type Side = Exclude<Stance, 'neutral'>

/** That a statement takes, or pointedly declines to take, a position on a claim. */
export interface Bearing {
  readonly statement: StatementId
  readonly claim: ClaimId
  readonly stance: Stance
  /** The act and certainty toward this claim, where they differ from the statement's own (a denial of something else asserts). */
  readonly act: Act
  readonly certainty: Certainty
  readonly by: By
}

/**
 * A statement supports a claim, contradicts it or does neither: a reading less probable than this cannot be the likeliest of the three, and
 * what it would add to an origin is noise.
 */
const LEAST_SURE = 1 / 3

/** Whether a bearing is sure enough to take part in a verdict. The others are reported, for an analyst to confirm. */
export const takesPart = ({ by }: Bearing): boolean => by.sure >= LEAST_SURE

/** What a trained reader takes a statement for toward a claim, before anything else is known: four probabilities that sum to 1. */
export interface BearingChance {
  readonly statement: StatementId
  readonly claim: ClaimId
  /** The reader's version, as `By.maker` prints it. */
  readonly maker: string
  readonly none: number
  readonly supports: number
  readonly contradicts: number
  readonly neutral: number
}
