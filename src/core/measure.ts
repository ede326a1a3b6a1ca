import type { ClaimId } from './claim.ts'
import type { DocumentId } from './document.ts'
import type { Span } from './span.ts'

/** A number with its unit, as one document gives it. */
export interface Quantity {
  readonly document: DocumentId
  readonly span: Span
  readonly value: number
  /** The words of the unit as they stand ("tonnes", "people"), `%` or a currency sign; null for a bare number. */
  readonly unit: string | null
  readonly claim: ClaimId | null
}

/** Words that name a day, resolved against the day of publication. */
export interface DateMention {
  readonly document: DocumentId
  readonly span: Span
  /** ISO 8601, as precise as the words: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly iso: string
}
