import type { Claim } from './claim.ts'
import type { Capture, Document } from './document.ts'
import type { Judgement } from './judgement.ts'
import type { Provenance } from './origin.ts'
import type { Refusal } from './refusal.ts'
import type { Resolution } from './resolution.ts'
import type { Statement } from './statement.ts'
import type { Verdict } from './verdict.ts'

/** A capture under the short name a catalogue gives it (`d1`); null where there is none, and the order given decides. */
export interface Submission {
  readonly label: string | null
  readonly capture: Capture
}

/** A question with the claims to check and what there is to check them in, still as bytes. */
export interface Inquiry {
  readonly question: string | null
  /** ISO 8601 date; documents published later are left out. Null: everything counts. */
  readonly asOf: string | null
  /** Empty: the most contested claims are to be found. */
  readonly claims: readonly Claim[]
  readonly submissions: readonly Submission[]
  /** What persons decided, in the order in which they did: of two that contradict each other the later wins. */
  readonly judgements?: readonly Judgement[]
  /** What was given and could not be had. */
  readonly refusals: readonly Refusal[]
}

/** A document under the short name by which a report calls it. */
export interface Exhibit {
  readonly label: string
  readonly document: Document
}

/** One row of the assumptions table that the user moved. */
export interface Override {
  readonly assumption: string
  readonly value: number
  readonly standard: number
}

/** An inquiry with everything that was found in it. */
export interface CheckedCase {
  readonly question: string | null
  readonly asOf: string | null
  readonly exhibits: readonly Exhibit[]
  /** What could not be had or read, what was left out as later than `asOf`, and judgements that found nothing to act on. */
  readonly refusals: readonly Refusal[]
  readonly statements: readonly Statement[]
  readonly resolution: Resolution
  readonly provenance: Provenance
  /** One for each claim of the resolution, in its order. */
  readonly verdicts: readonly Verdict[]
  readonly overrides: readonly Override[]
  /** Those of the inquiry, as given; absent where there were none. */
  readonly judgements?: readonly Judgement[]
}
