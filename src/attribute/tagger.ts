import type { Document } from '../core/document.ts'
import type { Span } from '../core/span.ts'
import type { Act, Certainty } from '../core/statement.ts'

/** What is done with a content, and how firmly. */
export interface PlainTone {
  readonly act: Act
  readonly certainty: Certainty
}

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
  /** What the speaker does and how firmly, as the tagger itself reads it; null leaves both to the rules of `tone.ts`. */
  readonly tone: PlainTone | null
  /** Whether it only adds where a teller has the same words from (", citing X"): a link of the teller's chain, no statement of its own. */
  readonly cites: boolean
}

/** What finds attributions. A tagger gives the same answer for a document whatever stands beside it in the batch. */
export interface Tagger {
  /** `rules@1`, `tagger@…`: printed with every report. */
  readonly version: string
  /** One list for each document, in reading order of content; nested ones included or not: chains are built by reading again. */
  readonly tag: (documents: readonly Document[]) => Promise<readonly (readonly Attribution[])[]>
  /** The tones of contents of a document that nobody is said to say, where the tagger reads them itself; asked for once it is tagged. */
  readonly tones?: (document: Document, contents: readonly (readonly Span[])[]) => Promise<readonly PlainTone[]>
}
