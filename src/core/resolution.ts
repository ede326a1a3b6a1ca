import type { By } from './by.ts'
import type { Bearing, Claim } from './claim.ts'
import type { Evidence } from './evidence.ts'
import type { DateMention, Quantity } from './measure.ts'
import type { Mention, Source, SourceId, Speakers } from './source.ts'

/** Why two sources were taken for one; `by.sure` below certainty makes it a question for the analyst. */
export interface Merge {
  readonly source: SourceId
  readonly names: readonly [string, string]
  readonly reason: string
  readonly by: By
}

/** Who is who, which claim, when and how much: what `resolve` gives. */
export interface Resolution {
  readonly sources: readonly Source[]
  readonly mentions: readonly Mention[]
  readonly merges: readonly Merge[]
  /** One for each statement, in the statements' order. */
  readonly speakers: readonly Speakers[]
  readonly claims: readonly Claim[]
  readonly bearings: readonly Bearing[]
  readonly evidence: readonly Evidence[]
  readonly quantities: readonly Quantity[]
  readonly dates: readonly DateMention[]
}
