import type { Document, Token } from '../core/document.ts'
import type { Span } from '../core/span.ts'

/** Index of the first item that ends after `offset`, or the length of `items`: they are in order and do not overlap. */
export const firstEndingAfter = (items: readonly Span[], offset: number): number => {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const item = items[middle]
    if (item !== undefined && item.end <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The tokens that lie at least partly inside `at`. */
export const tokensIn = (document: Document, at: Span): readonly Token[] => {
  const from = firstEndingAfter(document.tokens, at.start)
  let to = from
  while ((document.tokens[to]?.start ?? Infinity) < at.end) to++
  return document.tokens.slice(from, to)
}

/** Characters either side of a place within which its sentence is read: a page without full stops is one sentence. */
const LONGEST_SIDE = 300

/** The sentence at `offset`, or what of it is near; the text around where it stands in none. */
export const sentenceAt = (document: Document, offset: number): Span => {
  const found = document.sentences[firstEndingAfter(document.sentences, offset)]
  const { start, end } = found !== undefined && found.start <= offset ? found : { start: 0, end: document.text.length }
  return { start: Math.max(start, offset - LONGEST_SIDE), end: Math.min(end, offset + LONGEST_SIDE) }
}

/** The words that stand directly before `offset`, nearest first, lower case, at most `count`; none across a mark or a line. */
export const wordsBefore = (text: string, offset: number, count: number): readonly string[] => {
  const words: string[] = []
  const near = text.slice(Math.max(0, offset - 24 * count), offset).toLowerCase()
  let end = near.length
  while (words.length < count) {
    if (!/[ \u00A0-]/u.test(near.charAt(end - 1))) break
    let start = --end
    while (start > 0 && /[\p{L}\p{N}'’]/u.test(near.charAt(start - 1))) start--
    if (start === end) break
    words.push(near.slice(start, end))
    end = start
  }
  return words
}
