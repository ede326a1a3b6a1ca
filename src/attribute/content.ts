import { textAt, trimmed, type Span } from '../core/span.ts'

const OPENING_MARKS = '“„«"‘\''
const CLOSING_MARKS = '”“»"’\''
const ENDINGS = ',.;:–—-…'
const LEADING_WORDS = ['that ', 'That ']

/** Whether the piece is enclosed by one pair of quotation marks. */
const isEnclosed = (words: string): boolean =>
  words.length > 1 &&
  OPENING_MARKS.includes(words.charAt(0)) &&
  CLOSING_MARKS.includes(words.at(-1) ?? ' ') &&
  !/[“”"]/u.test(words.slice(1, -1))

const count = (words: string, marks: string): number => words.split('').filter((mark) => marks.includes(mark)).length

/** Drops marks at either end that have no partner inside the piece, and punctuation that belongs to the sentence around it. */
const withoutLooseMarks = (text: string, piece: Span): Span => {
  let at = trimmed(text, piece)
  for (;;) {
    const words = textAt(text, at)
    const last = words.at(-1) ?? ''
    const first = words.charAt(0)
    if (words.length <= 1) return at
    if (isEnclosed(words)) at = trimmed(text, { start: at.start + 1, end: at.end - 1 })
    else if (ENDINGS.includes(last)) at = trimmed(text, { start: at.start, end: at.end - 1 })
    else if ('”»'.includes(last) && count(words, '“«') === 0) at = trimmed(text, { start: at.start, end: at.end - 1 })
    else if ('“«'.includes(first) && count(words, '”»') === 0) at = trimmed(text, { start: at.start + 1, end: at.end })
    else if (first === '"' && count(words, '"') === 1) at = trimmed(text, { start: at.start + 1, end: at.end })
    else if (last === '"' && count(words, '"') === 1) at = trimmed(text, { start: at.start, end: at.end - 1 })
    else return at
  }
}

/** One piece of a tagger's content as a statement holds it: no outer quotation marks, no "that", no final stop; ? and ! stay. */
export const statedPiece = (text: string, piece: Span): Span => {
  const at = withoutLooseMarks(text, piece)
  const lead = LEADING_WORDS.find((word) => text.startsWith(word, at.start) && at.end - at.start > word.length)
  return lead === undefined ? at : withoutLooseMarks(text, { start: at.start + lead.length, end: at.end })
}

/** Pieces that touch but for marks and blanks are one: a quotation of two sentences in two pairs of marks stays two. */
export const statedContent = (text: string, pieces: readonly Span[]): readonly Span[] =>
  pieces.map((piece) => statedPiece(text, piece)).filter((piece) => piece.end > piece.start)
