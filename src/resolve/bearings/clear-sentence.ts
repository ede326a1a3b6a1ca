import type { Document } from '../../core/document.ts'
import { hull, textAt, type Span } from '../../core/span.ts'
import type { Statement } from '../../core/statement.ts'
import { UNCLEAR_WORDS, UNSURE_WORDS } from './empty-words.data.ts'
import { firstEndingAfter, tokensIn } from '../place.ts'
import { wordSet, type Word } from './words.ts'

/** A sentence that says one thing by itself, fit to name a claim. */
export interface ClearSentence {
  /** With a capital and a full stop. */
  readonly text: string
  /** The clearer the higher; only for comparing. */
  readonly clearness: number
}

const UNCLEAR = wordSet(UNCLEAR_WORDS)
const UNSURE = wordSet(UNSURE_WORDS)
/** Words of a claim that a reader takes in at once, and at most. */
const FEWEST_WORDS = 4
const USUAL_WORDS = 11
const MOST_WORDS = 24
const OPENING = /^(?:that|and|but|so|also|then|yet|of course)\s+/iu
const EDGE_MARK = /["“”‘'’\s.,;:!–—-]/u
const INNER_MARKS = /["“”‘?;:()]|[–—\n]|\.\s/u

const speaksPlainly = ({ act, certainty }: Statement): boolean =>
  certainty === 'certain' && (act === 'assert' || act === 'confirm' || act === 'deny' || act === 'predict')

/** Whether something is said of something: a noun or name, and after it a verb that no comma parts from it ("a letter, sent in May"). */
const isClause = (document: Document, at: Span): boolean => {
  const tags = tokensIn(document, at).map((token) => token.tag)
  const verb = tags.findIndex((tag) => tag === 'VERB' || tag === 'AUX')
  return verb > 0 && tags[verb - 1] !== 'PUNCT' && tags.slice(0, verb).some((tag) => tag === 'NOUN' || tag === 'PROPN')
}

/** `text` without marks and blanks at either end. */
const bare = (text: string): string => {
  let start = 0
  let end = text.length
  while (start < end && EDGE_MARK.test(text.charAt(start))) start++
  while (end > start && EDGE_MARK.test(text.charAt(end - 1))) end--
  return text.slice(start, end)
}

/** The first sentence of the content, trimmed of what ties it to its surroundings. */
const plainText = (document: Document, statement: Statement): string | null => {
  const whole = hull(statement.content)
  const sentence = document.sentences[firstEndingAfter(document.sentences, whole.start)] ?? whole
  const at = { start: whole.start, end: Math.min(whole.end, sentence.end) }
  const text = bare(textAt(document.text, at)).replace(OPENING, '').split(' and that ')[0] ?? ''
  return statement.content.length > 1 || INNER_MARKS.test(text) || !isClause(document, at) ? null : text
}

/**
 * The statement's content as a sentence to name a claim by; null where it does not stand by itself: a pronoun, a question, a hedge, a
 * fragment, a content cut in two. `words` are those of the content.
 */
export const clearSentence = (document: Document, statement: Statement, words: readonly Word[]): ClearSentence | null => {
  if (!speaksPlainly(statement) || words.length < FEWEST_WORDS || words.length > MOST_WORDS) return null
  if (words.some((word) => UNCLEAR.has(word.lower))) return null
  const text = plainText(document, statement)
  if (text === null) return null
  const full = words.filter((word) => !word.empty).length
  if (full < FEWEST_WORDS - 1) return null
  const clearness =
    Math.min(full, 8) / 8 -
    Math.abs(words.length - USUAL_WORDS) / MOST_WORDS +
    (words.some((word) => word.name) ? 0.3 : 0) +
    (statement.chain.length > 1 ? 0.3 : 0) -
    (text.includes(',') ? 0.2 : 0) -
    (words.some((word) => word.negates) ? 0.5 : 0) -
    (words.some((word) => UNSURE.has(word.lower)) ? 0.4 : 0)
  return { text: `${text.charAt(0).toUpperCase()}${text.slice(1)}.`, clearness }
}
