import type { Brand } from './brand.ts'
import type { By } from './by.ts'
import type { DocumentId } from './document.ts'
import type { Span } from './span.ts'
import type { StatementId } from './statement.ts'

/** `src_…`. */
export type SourceId = Brand<string, 'SourceId'>

export type SourceKind = 'person' | 'organization' | 'outlet' | 'unnamed' | 'document'

/** Admiralty reliability of a source, A completely to E unreliable; F, the default, *cannot be judged*. */
export type Grade = 'A' | 'B' | 'C' | 'D' | 'E' | 'F'

/** A person, body, outlet, document or unnamed voice that can be right or wrong, across documents. */
export interface Source {
  readonly id: SourceId
  /** The fullest name by which the documents call it. */
  readonly name: string
  readonly kind: SourceKind
  /** Other words that stand for it, in order of first use. */
  readonly aliases: readonly string[]
  /** The body it speaks for, or that wrote it (a spokesman's ministry, a memo's agency); null where none is known. */
  readonly speaksFor: SourceId | null
  readonly grade: Grade
}

/** One place where words stand for a source. */
export interface Mention {
  readonly document: DocumentId
  readonly span: Span
  readonly source: SourceId
  readonly by: By
}

/** Who the links of a statement's chain are, outermost first: as many as the chain has links. */
export interface Speakers {
  readonly statement: StatementId
  readonly sources: readonly SourceId[]
}
