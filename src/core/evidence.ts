import type { Brand } from './brand.ts'
import type { By } from './by.ts'
import type { ClaimId, Stance } from './claim.ts'
import type { DocumentId } from './document.ts'
import type { Span } from './span.ts'
import type { StatementId } from './statement.ts'

/** `ev_…`. */
export type EvidenceId = Brand<string, 'EvidenceId'>

export type EvidenceKind = 'photo' | 'video' | 'audio' | 'satellite' | 'document' | 'data' | 'test'

/** Whether it is known who made it, where and when: all, some, nothing. */
export type Traceable = 'known' | 'partial' | 'unknown'

/** What a machine printed. Never a probability: without an error curve it has no weight. */
export interface MachineScore {
  readonly value: number
  /** What the machine or the text calls it: "similarity", "likeness", "match". */
  readonly scale: string
  readonly span: Span
}

/** A thing, not words, as a document mentions it. */
export interface Evidence {
  readonly id: EvidenceId
  readonly document: DocumentId
  readonly mention: Span
  readonly kind: EvidenceKind
  /** The claim it is offered for, and on which side; null where for none. */
  readonly claim: ClaimId | null
  readonly stance: Stance
  readonly provenance: Traceable
  readonly score: MachineScore | null
  readonly challengedBy: readonly StatementId[]
  readonly by: By
}
