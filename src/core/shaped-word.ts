import type { Span } from './span.ts'

/**
 * The words of a text as the tagger's network knows them: letters and digits, or a single mark. Not the tokens of `Document`: the
 * network was trained on these, and they are the words that the scorer of attributions counts.
 */
export interface ShapedWord extends Span {
  /** Whether it is the first of a paragraph. */
  readonly opens: boolean
  /** Letter case (6) × place among quotation marks (3) × whether it stands without a blank behind the word before (2). */
  readonly shape: number
}

const WORD = /[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu
const DIGIT = /\p{N}/u
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u

const MARK = 0
const LOWER = 1
const CAPITALISED = 2
const CAPITALS = 3
const MIXED = 4
const NUMBER = 5

const OUTSIDE = 0
const INSIDE = 1
const QUOTATION_MARK = 2

const letterCase = (word: string): number => {
  if (!LETTER_OR_DIGIT.test(word)) return MARK
  if (DIGIT.test(word)) return NUMBER
  const lower = word.toLowerCase()
  if (word === lower) return LOWER
  const letters = Array.from(word)
  if (word === word.toUpperCase() && letters.length > 1) return CAPITALS
  const first = letters[0] ?? ''
  const rest = word.slice(first.length)
  return first === first.toUpperCase() && rest === rest.toLowerCase() ? CAPITALISED : MIXED
}

/** What the mark does to "inside a quotation": opens, closes or turns it; null for a word that is no double quotation mark. */
const insideAfter = (mark: string, inside: boolean): boolean | null => {
  if (mark === '“' || mark === '„' || mark === '«') return true
  if (mark === '”' || mark === '»') return false
  return mark === '"' ? !inside : null
}

/** The words of a text in order, in time linear in it. Each paragraph starts outside quotation marks. */
export const shapedWords = (text: string): readonly ShapedWord[] => {
  const words: ShapedWord[] = []
  let inside = false
  let before = 0
  for (const { 0: word, index: start } of text.matchAll(WORD)) {
    const opens = words.length === 0 || text.slice(before, start).includes('\n')
    if (opens) inside = false
    const turned = insideAfter(word, inside)
    const place = turned !== null ? QUOTATION_MARK : inside ? INSIDE : OUTSIDE
    inside = turned ?? inside
    const glued = words.length > 0 && before === start ? 1 : 0
    before = start + word.length
    words.push({ start, end: before, opens, shape: letterCase(word) * 6 + place * 2 + glued })
  }
  return words
}
