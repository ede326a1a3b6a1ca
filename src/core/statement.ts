import type { Brand } from './brand.ts'
import type { By } from './by.ts'
import { idOf } from './digest.ts'
import type { DocumentId } from './document.ts'
import type { Span } from './span.ts'

/** `st_…`: a digest of the document, the content's spans and the chain's mentions. */
export type StatementId = Brand<string, 'StatementId'>

/** What the speaker does with the content. */
export type Act = 'assert' | 'confirm' | 'deny' | 'decline' | 'question' | 'predict' | 'opinion'

/** How firmly the speaker, as retold, puts it. `unknown` for questions and for what was declined. */
export type Certainty = 'certain' | 'probable' | 'possible' | 'unknown'

/** How the words reach us: in quotation marks, retold, partly each, or the document's own telling. */
export type Manner = 'direct' | 'indirect' | 'mixed' | 'narrated'

/** One step of authority: somebody who is said to say it. */
export interface Link {
  /** The words that name the speaker at this place; null for the outlet itself and for a source left unsaid. */
  readonly mention: Span | null
  /** The words that say that this speaker says it; null where a link has no word of its own. */
  readonly cue: Span | null
}

/** One passage in which somebody says something, as one document tells it. */
export interface Statement {
  readonly id: StatementId
  readonly document: DocumentId
  /** What is said, without cue, speaker and outer quotation marks: one piece, or those a cue cuts it into, in order. */
  readonly content: readonly Span[]
  /** The words of saying of the innermost link; empty for the outlet's own assertion. */
  readonly cue: readonly Span[]
  /** From the outlet inward; never empty; the last is who says it. `chain[0].mention` is null where the outlet is not named in its own text. */
  readonly chain: readonly Link[]
  readonly act: Act
  readonly certainty: Certainty
  /** `negative` where the speaker says that the content is not so ("denied that …"). */
  readonly polarity: 'positive' | 'negative'
  readonly manner: Manner
  /** The statement whose content contains this one. */
  readonly within: StatementId | null
  /** The words that tell when it was said ("on Tuesday"); null where none do. */
  readonly saidAt: Span | null
  readonly by: By
}

/** The id of a statement: where its content stands, and who is named as saying it. */
export const statementId = (document: DocumentId, content: readonly Span[], chain: readonly Link[]): StatementId =>
  idOf('st', [
    document,
    ...content.flatMap((part) => [part.start, part.end]),
    ...chain.flatMap((link) => [link.mention?.start ?? null, link.mention?.end ?? null]),
  ]) as StatementId
