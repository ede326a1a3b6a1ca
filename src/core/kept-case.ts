import type { CaptureId } from './capture.ts'
import type { Claim } from './claim.ts'
import type { CaseId } from './entry.ts'
import type { Judgement } from './judgement.ts'

/** A capture under the name by which a case calls it. */
export interface KeptExhibit {
  readonly label: string
  readonly capture: CaptureId
  /** The entry that added it, and when. */
  readonly seq: number
  readonly at: string
}

/** A judgement that holds, with who made it, when and why. */
export interface KeptJudgement {
  readonly seq: number
  readonly at: string
  readonly who: string
  readonly reason: string
  readonly judgement: Judgement
}

/** A case as it stood at one moment: what its journal says, with everything taken back left out. */
export interface KeptCase {
  readonly id: CaseId
  readonly name: string
  readonly question: string | null
  readonly begun: string
  /** Why it was closed; null while it is open. */
  readonly closed: string | null
  readonly claims: readonly Claim[]
  readonly exhibits: readonly KeptExhibit[]
  readonly judgements: readonly KeptJudgement[]
  /** The last entry that changed it. */
  readonly seq: number
  /** Rolled over all entries that made it so: the same digest is the same case. */
  readonly digest: string
}
