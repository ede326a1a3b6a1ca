import type { CaptureId, CaptureMethod } from '../../core/capture.ts'
import type { ClaimId } from '../../core/claim.ts'
import type { KeptCase } from '../../core/kept-case.ts'
import type { Act, Certainty, StatementId } from '../../core/statement.ts'
import type { Band } from '../../core/verdict.ts'

/** A statement under the short name by which a person calls it: `d3:2`, the second of d3 in reading order. */
export interface NamedStatement {
  readonly name: string
  readonly id: StatementId
  /** Who says it, from the outlet inward, in the words of the text. */
  readonly chain: readonly string[]
  readonly act: Act
  readonly certainty: Certainty
  readonly words: string
}

/** A capture that a case has, and what is known of it. */
export interface ShownDocument {
  readonly label: string
  readonly capture: CaptureId
  readonly sha256: string
  /** File name or URL path. */
  readonly name: string
  readonly title: string | null
  readonly publisher: string | null
  readonly author: string | null
  readonly published: string | null
  readonly url: string | null
  readonly method: CaptureMethod
  readonly takenAt: string
  /** How many documents it holds: several where it is a feed; null where it has not been read. */
  readonly documents: number | null
  /** How much is said in it; null where it has not been read. */
  readonly statements: number | null
  /** Why it could not be read; null where it could, or was not tried. */
  readonly refusal: string | null
  /** Who deleted its bytes, when and why; null where they are held. */
  readonly deleted: { readonly who: string; readonly at: string; readonly reason: string } | null
}

/** The last verdict on a claim that anybody was told. */
export interface ShownVerdict {
  readonly claim: ClaimId
  readonly probability: number
  readonly interval: readonly [number, number]
  readonly band: Band
  readonly at: string
  /** Documents published later were left out; null: none were. */
  readonly asOf: string | null
  /** Whether the case is what it was then. */
  readonly holds: boolean
}

/** A kept case with all that is shown of it. */
export interface CaseView {
  readonly kept: KeptCase
  /** The day at whose end it stood so; null: it stands so now. */
  readonly known: string | null
  readonly documents: readonly ShownDocument[]
  readonly verdicts: readonly ShownVerdict[]
  /** By label; only where they were asked for. */
  readonly statements: Readonly<Record<string, readonly NamedStatement[]>>
  /** Short names of statements by their ids, where a judgement calls one. */
  readonly names: Readonly<Record<string, string>>
}

/** A case in a list of cases. */
export interface CaseLine {
  readonly name: string
  readonly question: string | null
  readonly begun: string
  readonly changed: string
  readonly closed: string | null
  readonly claims: number
  readonly documents: number
}
