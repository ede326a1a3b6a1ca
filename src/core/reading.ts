import type { Document } from './document.ts'
import type { Refusal } from './refusal.ts'
import type { Statement } from './statement.ts'

/** What one version of the reader found in one capture: its documents, and all that is said in them. */
export interface Reading {
  /** Several where the capture is a feed; none where it was refused. */
  readonly documents: readonly Document[]
  /** Of all documents, in their order. */
  readonly statements: readonly Statement[]
  /** Why the capture could not be read; null where it could. */
  readonly refusal: Refusal | null
}
