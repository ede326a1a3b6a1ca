import type { Brand } from './brand.ts'
import { idOf } from './digest.ts'
import type { Span } from './span.ts'

/** `doc_…`: a digest of the captured bytes and of what is known of them. */
export type DocumentId = Brand<string, 'DocumentId'>

export type Format = 'text' | 'markdown' | 'html' | 'pdf' | 'docx' | 'feed'

/** What a part of a document is for; furniture is off before a Document exists. */
export type BlockKind = 'headline' | 'standfirst' | 'heading' | 'paragraph' | 'item' | 'quote' | 'turn'

/** One paragraph, headline, list item or turn of a transcript. Blocks are in order and do not overlap. */
export interface Block {
  readonly kind: BlockKind
  readonly span: Span
}

/** Universal part of speech, as in Universal Dependencies v2, plus SPACE never: white space is no token. */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'

/** A word or a mark. `lemma` is lower case. */
export interface Token extends Span {
  readonly tag: PartOfSpeech
  readonly lemma: string
}

/** What a catalogue, the page itself or the user knows of a document apart from its text. */
export interface Imprint {
  /** Where it was found; null for a file or pasted text. */
  readonly url: string | null
  readonly publisher: string | null
  readonly author: string | null
  readonly title: string | null
  /** ISO 8601 date, `YYYY-MM-DD`, in the publisher's own calendar day; null where unknown. */
  readonly published: string | null
}

/** One capture, read. The text is stored once; everything else points into it. */
export interface Document extends Imprint {
  readonly id: DocumentId
  /** Of the bytes as captured. */
  readonly sha256: string
  readonly format: Format
  /** ISO 639-1 code, or null where the text is too short or too mixed to tell. */
  readonly language: string | null
  /** Main text: paragraphs separated by one blank line, furniture off. */
  readonly text: string
  readonly blocks: readonly Block[]
  /** In order, inside blocks, none across two blocks. */
  readonly sentences: readonly Span[]
  readonly tokens: readonly Token[]
}

/** Bytes with what is known of them before they are read: the input of `read`. */
export interface Capture {
  readonly bytes: Uint8Array
  /** File name or URL path: its ending is a hint of the format, and refusals name it. */
  readonly name: string
  /** Media type told by a server, without parameters; null where none was. */
  readonly mediaType: string | null
  /** Charset told by a server; null where none was. */
  readonly charset: string | null
  /** What the catalogue or the user says; wins over what the page says of itself. */
  readonly imprint: Partial<Imprint>
}

/**
 * The id of a document: a digest of its bytes and of what is known of them. `position` tells apart documents carved out of one
 * capture (the items of a feed), and is 0 otherwise.
 */
export const documentId = (sha256: string, imprint: Imprint, position: number): DocumentId =>
  idOf('doc', [sha256, imprint.url, imprint.publisher, imprint.author, imprint.title, imprint.published, position]) as DocumentId
