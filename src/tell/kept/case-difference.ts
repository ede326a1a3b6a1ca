import type { Claim } from '../../core/claim.ts'
import type { KeptJudgement } from '../../core/kept-case.ts'
import type { Change } from '../difference.ts'
import type { ShownDocument } from './case-view.ts'
import type { VerdictMove } from './verdict-moves.ts'

/** A page that was captured again, and what it has otherwise. */
export interface Recaptured {
  readonly label: string
  /** The document that the same page was before. */
  readonly earlier: string
  /** Null where the two cannot be compared: one was not read, or is a feed. */
  readonly changes: readonly Change[] | null
}

/** What changed in a case since a moment. */
export interface CaseDifference {
  readonly name: string
  /** ISO 8601 in UTC: entries from then on count. */
  readonly since: string
  /** Whether the case was begun since. */
  readonly begun: boolean
  readonly documents: {
    readonly added: readonly ShownDocument[]
    readonly removed: readonly (ShownDocument & { readonly reason: string | null })[]
    /** Those that it has and whose bytes were deleted since. */
    readonly deleted: readonly ShownDocument[]
  }
  readonly claims: {
    readonly added: readonly Claim[]
    readonly removed: readonly (Claim & { readonly reason: string | null })[]
  }
  readonly judgements: { readonly made: readonly KeptJudgement[]; readonly undone: readonly KeptJudgement[] }
  /** Short names of statements by their ids, where a judgement calls one. */
  readonly names: Readonly<Record<string, string>>
  readonly recaptured: readonly Recaptured[]
  readonly verdicts: readonly VerdictMove[]
}

/** Whether nothing at all changed. */
export const isUnchanged = ({ begun, documents, claims, judgements, verdicts }: CaseDifference): boolean =>
  !begun &&
  [documents.added, documents.removed, documents.deleted, claims.added, claims.removed, judgements.made, judgements.undone].every(
    (list) => list.length === 0,
  ) &&
  verdicts.every(({ then, now }) => then?.probability === now?.probability && then?.band === now?.band)
