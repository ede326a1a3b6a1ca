import type { Brand } from './brand.ts'
import type { CaptureId, CaptureRecord } from './capture.ts'
import type { ClaimId } from './claim.ts'
import type { Judgement } from './judgement.ts'
import type { Band } from './verdict.ts'

/** `case_…`. */
export type CaseId = Brand<string, 'CaseId'>

/** What one entry of the journal says was done. Nothing of it is ever changed or removed. */
export type Deed =
  /** The library was begun; `key` is what its checkpoints are verified with. */
  | { readonly kind: 'library'; readonly key: string }
  | { readonly kind: 'capture'; readonly capture: CaptureRecord }
  /** A capture's bytes were deleted; this is its tombstone. */
  | { readonly kind: 'tombstone'; readonly capture: CaptureId; readonly sha256: string; readonly reason: string }
  /** What one version of the reader found in one capture; `sha256` is of the reading as it is kept. */
  | { readonly kind: 'reading'; readonly capture: CaptureId; readonly reader: string; readonly sha256: string }
  | { readonly kind: 'case'; readonly name: string; readonly question: string | null }
  | { readonly kind: 'case-closed'; readonly reason: string }
  | { readonly kind: 'exhibit'; readonly capture: CaptureId; readonly label: string }
  | { readonly kind: 'exhibit-removed'; readonly label: string; readonly reason: string }
  | { readonly kind: 'claim'; readonly claim: ClaimId; readonly text: string }
  | { readonly kind: 'claim-removed'; readonly claim: ClaimId; readonly reason: string }
  | { readonly kind: 'judgement'; readonly judgement: Judgement; readonly reason: string }
  /** Takes back an earlier entry of the same case, or an earlier taking back. */
  | { readonly kind: 'undo'; readonly entry: number }
  | {
      readonly kind: 'verdict'
      /** Documents published later were left out; null: none were. */
      readonly asOf: string | null
      /** What the case stood at: its digest, the readers and the options. */
      readonly basis: string
      readonly claims: readonly {
        readonly claim: ClaimId
        readonly probability: number
        readonly interval: readonly [number, number]
        readonly band: Band
      }[]
    }
  /** A page that left the house, with the checkpoint printed in it. */
  | { readonly kind: 'publication'; readonly form: string; readonly sha256: string; readonly checkpoint: string }

export type DeedKind = Deed['kind']

/** One line of the journal. */
export interface Entry {
  /** From 1, without gaps. */
  readonly seq: number
  /** ISO 8601 in UTC, milliseconds; never before that of the entry before. */
  readonly at: string
  /** The person at the keyboard, as they called themselves. */
  readonly who: string
  /** The case it belongs to; null for what belongs to the library. */
  readonly case: CaseId | null
  readonly deed: Deed
}
