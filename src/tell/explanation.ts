import type { ClaimId, Stance } from '../core/claim.ts'
import type { DocumentId } from '../core/document.ts'
import type { SourceKind } from '../core/source.ts'
import type { Span } from '../core/span.ts'
import type { Act, Certainty, StatementId } from '../core/statement.ts'
import type { Band, Reason } from '../core/verdict.ts'

/** At least one, then as many as there are. */
export type NonEmpty<T> = readonly [T, ...T[]]

/** Words of a document that something said here rests on. */
export interface Citation {
  readonly document: DocumentId
  /** The short name of the document in this case: `d1`. */
  readonly label: string
  /** One stretch, or the pieces that a cue cuts a quotation into, in order. */
  readonly spans: NonEmpty<Span>
  /** The statement whose content these words are; null where they are none. */
  readonly statement: StatementId | null
}

/** One sentence of a report. It cannot be made without words behind it. */
export interface Sentence {
  readonly text: string
  readonly citations: NonEmpty<Citation>
}

/** Somebody in a chain of telling. */
export interface Voice {
  readonly name: string
  readonly kind: SourceKind
}

/** A passage as one document tells it, with the chain of who told whom, the outlet first. */
export interface Quote {
  readonly words: string
  readonly chain: readonly Voice[]
  readonly stance: Stance
  readonly certainty: Certainty
  readonly act: Act
  readonly citation: Citation
}

/** One origin, item, reason or gap, and what there is to say of it. */
export interface Point {
  readonly about: Reason['about'] | null
  /** Its name; null where the sentences stand alone. */
  readonly title: string | null
  /** What kind of source stands behind it; null for a thing. */
  readonly kind: SourceKind | null
  /** What it adds to the log odds; null where it is not weighed here. */
  readonly nats: number | null
  readonly sentences: readonly Sentence[]
  /** How each telling was led back to this origin. */
  readonly joins: readonly Sentence[]
  readonly quotes: readonly Quote[]
}

export type SectionKind =
  | 'verdict'
  | 'supports'
  | 'contradicts'
  | 'elsewhere'
  | 'unanswered'
  | 'aside'
  | 'evidence'
  | 'reasons'
  | 'flips'
  | 'gaps'
  | 'names'
  | 'things'

export interface Section {
  readonly kind: SectionKind
  readonly heading: string
  readonly points: readonly Point[]
}

/** Articles with a statement that bears on the claim, whichever way; who is quoted in them; and how many knowers that makes. */
export interface Count {
  readonly articles: number
  /** Distinct last links of the chains. */
  readonly voices: number
  readonly origins: number
}

export interface ClaimExplanation {
  readonly claim: ClaimId
  /** From 1, in the order of the case. */
  readonly number: number
  readonly text: string
  readonly band: Band
  readonly probability: number
  /** 90 % credible interval of the probability. */
  readonly interval: readonly [number, number]
  readonly prior: number
  /** The ICD 203 words for the probability. */
  readonly likelihood: string
  readonly count: Count
  readonly sections: readonly Section[]
}

/** The reasoning behind a checked case, as plain values; sections without a point are left out. */
export interface Explanation {
  readonly claims: readonly ClaimExplanation[]
  /** What concerns the case as a whole. */
  readonly closing: readonly Section[]
}

/** A point with nothing but sentences; the rest is given where there is more. */
export const point = (sentences: Point['sentences'], more: Partial<Omit<Point, 'sentences'>> = {}): Point => ({
  about: null,
  title: null,
  kind: null,
  nats: null,
  joins: [],
  quotes: [],
  ...more,
  sentences,
})

/** Every sentence of a section, in reading order. */
export const sentencesOf = (section: Section): readonly Sentence[] =>
  section.points.flatMap((point) => [...point.sentences, ...point.joins])

/** Sections whose points are a list even where they have no title. */
const LISTED: ReadonlySet<SectionKind> = new Set(['flips', 'gaps', 'names'])

/** Whether a point without a title is one of a list and not a paragraph. */
export const isListed = ({ quotes }: Point, kind: SectionKind): boolean => quotes.length > 0 || LISTED.has(kind)
