import type { Document } from '../core/document.ts'
import type { Span } from '../core/span.ts'

/**
 * One attribution as a tagger marks it: who, the words of saying, and what is said. Each is a list of pieces in reading order;
 * `content` is never empty, `source` is empty where nobody is named.
 */
export interface Attribution {
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
  /** The tagger's own probability that this is an attribution with these spans. */
  readonly score: number
  /** The rule that fired or the model's version, as `By.maker` prints it. */
  readonly maker: string
}

/** What finds attributions. A tagger gives the same answer for a document whatever stands beside it in the batch. */
export interface Tagger {
  /** `rules@1`, `tagger@…`: printed with every report. */
  readonly version: string
  /** One list for each document, in reading order of content; nested ones included or not: chains are built by reading again. */
  readonly tag: (documents: readonly Document[]) => Promise<readonly (readonly Attribution[])[]>
}
