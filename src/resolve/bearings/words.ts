import type { Span } from '../../core/span.ts'
import { CLAUSE_WORDS, EMPTY_WORDS, FORGOING_WORDS, FUTURE_WORDS, NEGATING_WORDS } from './empty-words.data.ts'
import { stemOf } from './stem.ts'

/** One word of a text, ready to be compared. */
export interface Word extends Span {
  readonly lower: string
  readonly stem: string
  /** Grammar or saying: nothing to compare. */
  readonly empty: boolean
  /** Whether it begins with a capital where no sentence begins. */
  readonly name: boolean
  /** Number of the clause it stands in, counted through the text. */
  readonly clause: number
  /** Whether it turns its clause round. */
  readonly negates: boolean
}

type Form = Pick<Word, 'lower' | 'stem' | 'empty'>

/** The words of lines of a table, each line a list with blanks between. */
export const wordSet = (lines: readonly string[]): ReadonlySet<string> => new Set(lines.flatMap((line) => line.split(' ')))

const EMPTY = wordSet(EMPTY_WORDS)
const NEGATING = wordSet(NEGATING_WORDS)
const FORGOING = wordSet(FORGOING_WORDS)
const CLAUSE_OPENERS = wordSet(CLAUSE_WORDS)
const FUTURE = wordSet(FUTURE_WORDS)
const INFINITIVES = new Set(['is', 'are', 'was', 'were'])
const WORD = /\p{N}[\p{N}.,:]*\p{N}|[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu
const ENDS_SENTENCE = /[.!?\n]/u
const ENDS_CLAUSE = /[,;:–—().!?\n]/u
const NUMBER_SIGN = /^no\.? ?\d/iu
const NUMBER_SIGN_UNITS = 5
const CONDITIONAL: ReadonlySet<string> = new Set(['if', 'unless'])
const CAPITAL = /^\p{Lu}/u

const isNegating = (lower: string, before: string): boolean =>
  NEGATING.has(lower) || lower.endsWith("n't") || (lower === 'to' && FORGOING.has(before))

const formOf = (text: string): Form => {
  const lower = text.toLowerCase().replaceAll('’', "'")
  return { lower, stem: stemOf(lower), empty: EMPTY.has(lower) }
}

/** The words of `text` in order, with offsets into it. */
export const wordsOf = (text: string): readonly Word[] => {
  const forms = new Map<string, Form>()
  const words: Word[] = []
  let clause = 0
  let conditional = false
  let end = 0
  for (const { 0: found, index: start } of text.matchAll(WORD)) {
    const form = forms.get(found) ?? formOf(found)
    forms.set(found, form)
    const { lower, stem, empty } = form
    const gap = text.slice(end, start)
    // Most words stand a blank apart, which ends nothing.
    const marked = gap !== ' '
    if ((marked && ENDS_CLAUSE.test(gap)) || CLAUSE_OPENERS.has(lower)) {
      clause++
      conditional = CONDITIONAL.has(lower)
    }
    const opensSentence = end === 0 || (marked && ENDS_SENTENCE.test(gap))
    const name = !empty && !opensSentence && CAPITAL.test(found)
    // "If it had not been hung there": what is supposed is not said. "No. 6" is no negation.
    const negates =
      !conditional &&
      isNegating(lower, words.at(-1)?.lower ?? '') &&
      !NUMBER_SIGN.test(text.slice(start, start + NUMBER_SIGN_UNITS))
    end = start + found.length
    words.push({ start, end, lower, stem, empty, name, clause, negates })
  }
  return words
}

/** Whether the words speak of what is to come: "will", "is to", "they'll". */
export const speaksOfFuture = (words: readonly Word[]): boolean =>
  words.some(({ lower }, at) => FUTURE.has(lower) || (lower === 'to' && INFINITIVES.has(words[at - 1]?.lower ?? '')))
