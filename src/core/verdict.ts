import type { ClaimId } from './claim.ts'
import type { EvidenceId } from './evidence.ts'
import type { OriginId } from './origin.ts'
import type { Probability } from './probability.ts'

export type Band = 'established' | 'likely' | 'contested' | 'unlikely' | 'refuted' | 'unverifiable'

/** One step of the arithmetic behind a reason: a row of the assumptions table at work. */
export interface Factor {
  /** Name of the row in `weigh/assumptions.ts`. */
  readonly assumption: string
  readonly value: number
  /** What it stands for here, as a clause: "graded F: cannot be judged". */
  readonly says: string
}

/** What one origin or one item of evidence adds to a verdict. */
export interface Reason {
  readonly about: { readonly kind: 'origin'; readonly id: OriginId } | { readonly kind: 'evidence'; readonly id: EvidenceId }
  /** Its share of posterior log odds − prior log odds, in nats; positive speaks for the claim. The shares sum to it within 1e-9. */
  readonly nats: number
  readonly factors: readonly Factor[]
  /** The band without it: leave one out. */
  readonly without: { readonly probability: Probability; readonly band: Band }
}

/** One bar of the tornado: an assumption moved over its range, the rest held. */
export interface Sensitivity {
  readonly assumption: string
  /** The probability at the low and at the high end of the assumption's range. */
  readonly low: Probability
  readonly high: Probability
  readonly crosses: boolean
}

/** A missing piece: what could be learned, and how far it would move the log odds on average, in nats. */
export interface Gap {
  readonly about: Reason['about'] | null
  /** What to find out, as a clause: "who took the photograph, where and when". */
  readonly asks: string
  readonly expectedNats: number
}

export interface Verdict {
  readonly claim: ClaimId
  readonly probability: Probability
  /** 90 % credible interval. */
  readonly interval: readonly [Probability, Probability]
  readonly band: Band
  readonly prior: Probability
  /** Largest weight first. */
  readonly reasons: readonly Reason[]
  /** The smallest set of reasons without which another band holds; empty where no removal changes it. */
  readonly flipSet: readonly Reason['about'][]
  readonly flipBand: Band | null
  /** Largest swing first. */
  readonly tornado: readonly Sensitivity[]
  /** Most telling first. */
  readonly gaps: readonly Gap[]
}
