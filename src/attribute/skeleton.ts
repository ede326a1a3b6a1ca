import type { Block, Document, Token } from '../core/document.ts'
import { covers, textAt, within, type Span } from '../core/span.ts'
import { quotationsIn, type Quotation } from './quotations.ts'

/** A word or mark of the narration. */
export interface Word extends Token {
  readonly kind: 'word'
  /** As it stands, in lower case. */
  readonly lower: string
}

/** A quotation that stands as a clause of its own; read as one item, so that its inside does not confuse the outside. */
export interface Speech extends Span {
  readonly kind: 'speech'
  readonly inner: Span
}

export type Item = Word | Speech

/** One sentence as narrated, with whole quotations as single items, however many sentences they hold. */
export interface Skeleton {
  readonly items: readonly Item[]
  readonly block: Block
}

const STARTS_SPEECH = /^[\s.…[(–-]*[\p{Lu}\p{N}]/u
const ENDS_SPEECH = /[,.?!…–—-]$/u
const BEFORE_SPEECH = new Set(['', ',', ':', '.', '?', '!', '–', '—', '-', ';', '”', '"', '…'])

/** Whether a quotation is speech rather than words picked out ("scare quotes"): it stands where a clause can stand. */
const isSpeech = (text: string, block: Span, quotation: Quotation): boolean => {
  const inner = textAt(text, quotation.inner).trim()
  const before = text.slice(block.start, quotation.outer.start).trimEnd().slice(-1)
  if (!BEFORE_SPEECH.has(before)) return false
  const words = inner.split(' ').length
  const closed = ENDS_SPEECH.test(inner) || ENDS_SPEECH.test(text.charAt(quotation.outer.end))
  return (STARTS_SPEECH.test(inner) && (closed || words >= 4)) || (closed && words >= 2)
}

/** Sentences of `range` as the narrator ends them: none ends inside a quotation or before a lower-case word. */
const narratedSentences = (document: Document, range: Span, quotations: readonly Quotation[]): readonly Span[] => {
  const merged: Span[] = []
  for (const sentence of within(document.sentences, range)) {
    const clipped = { start: Math.max(sentence.start, range.start), end: Math.min(sentence.end, range.end) }
    const last = merged.at(-1)
    const inside = quotations.some(({ outer }) => outer.start < clipped.start && clipped.start < outer.end)
    const lower = /^\p{Ll}/u.test(document.text.charAt(clipped.start))
    if (last !== undefined && (inside || lower)) merged[merged.length - 1] = { start: last.start, end: clipped.end }
    else merged.push(clipped)
  }
  return merged
}

const toWord = (text: string, token: Token): Word => ({ ...token, kind: 'word', lower: textAt(text, token).toLowerCase() })

const itemsOf = (text: string, tokens: readonly Token[], speeches: readonly Quotation[]): readonly Item[] => {
  const items: Item[] = []
  let next = 0
  for (const token of tokens) {
    while (next < speeches.length && (speeches[next]?.outer.end ?? 0) <= token.start) next++
    const speech = speeches[next]
    if (speech === undefined || !covers(speech.outer, token)) items.push(toWord(text, token))
    else if (items.at(-1)?.start !== speech.outer.start) items.push({ kind: 'speech', ...speech.outer, inner: speech.inner })
  }
  return items
}

/** The longest dateline, in UTF-16 code units. */
const DATELINE_LENGTH = 60

/** Where the telling starts: past "PORT WEND, 3 May (Agency) –", which says where and by whom it was written. */
const pastDateline = (text: string, { start, end }: Span): number => {
  const head = text.slice(start, Math.min(end, start + DATELINE_LENGTH))
  const dash = /^\p{Lu}{3}[^.?!“"–—]*?(?:\s[–—-]|\s?--)\s/u.exec(head)
  return dash === null ? start : start + dash[0].length
}

/** The narrated sentences of one stretch of a block. */
export const skeletonsOf = (document: Document, block: Block, stretch: Span = block.span): readonly Skeleton[] => {
  const range = { start: pastDateline(document.text, stretch), end: stretch.end }
  const quotations = quotationsIn(document.text, range)
  const speeches = quotations.filter((quotation) => isSpeech(document.text, range, quotation))
  const sentences = narratedSentences(document, range, quotations)
  const spans = sentences.length > 0 ? sentences : [range]
  return spans.map((sentence) => ({ items: itemsOf(document.text, within(document.tokens, sentence), speeches), block }))
}
