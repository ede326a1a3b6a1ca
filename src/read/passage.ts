import type { BlockKind, Imprint } from '../core/document.ts'
import { countWords, plainWords } from './plain-words.ts'

/** What markup says a passage is for; a colophon is set off in italics below a rule. */
export type Role = 'byline' | 'standfirst' | 'note' | 'colophon'

/** One paragraph, line or list item as its format gives it, before furniture is off. */
export interface Passage {
  readonly kind: BlockKind
  /** Never empty; white space is single blanks. */
  readonly text: string
  /** The text as `plainWords` writes it. */
  readonly plain: string
  readonly words: number
  readonly role: Role | null
  /** Share of its letters that stand in links to other pages, 0 to 1. */
  readonly linked: number
  /** Whether all of it is set off in italics or bold. */
  readonly emphasised: boolean
  /** Whether it stands directly under the passage before it, with no blank line and no other element between. */
  readonly close: boolean
}

/** A document as its format gives it: what it says of itself, and its passages with furniture still between them. */
export interface Draft {
  readonly found: Imprint
  /** What is stamped on it from outside, by a word processor or on a browser's tab: it stands back behind what the text says. */
  readonly stamped: Imprint
  readonly passages: readonly Passage[]
}

export const NOTHING_FOUND: Imprint = { url: null, publisher: null, author: null, title: null, published: null }

/** Control characters, soft hyphens, marks of direction and of no width, and halves of a character: nobody sees them, and they part equal words. */
const UNSEEN = /[\p{Cc}\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\p{Cs}]/gu

/** Text with every run of white space made one blank, none at its ends, and without characters that nobody sees. */
export const tidy = (text: string): string => text.replaceAll(/\s+/gu, ' ').replaceAll(UNSEEN, '').trim()

/** A passage of this text with nothing said of it but what is given. */
export const passage = (written: string, more: Partial<Omit<Passage, 'text' | 'plain' | 'words'>> = {}): Passage => {
  const text = tidy(written)
  return {
    kind: 'paragraph',
    role: null,
    linked: 0,
    emphasised: false,
    close: false,
    ...more,
    text,
    plain: plainWords(text),
    words: countWords(text),
  }
}
