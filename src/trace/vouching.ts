import type { Document } from '../core/document.ts'
import type { Source } from '../core/source.ts'
import { textAt } from '../core/span.ts'
import type { Statement } from '../core/statement.ts'
import { placesOf, plainWords, standsAt } from './phrases.ts'
import { sentenceSpan } from './sentence-span.ts'
import { OWN_SUBJECTS, VOUCHED_BY, VOUCHING_DENIED, VOUCHING_VERBS } from './vouching.data.ts'

/** So many words may stand between the outlet and what it did: "has itself since". */
const REACH = 4

const ownNames = ({ name, aliases }: Source): readonly (readonly string[])[] =>
  [...OWN_SUBJECTS, name, ...aliases]
    .map((words) => plainWords(words).filter((word) => word !== 'the'))
    .filter((words) => words.length > 0)

const isDenied = (word: string): boolean => VOUCHING_DENIED.has(word) || word.endsWith("n't")

const didIt = (words: readonly string[], after: number): boolean => {
  for (const word of words.slice(after, after + REACH)) {
    if (isDenied(word)) return false
    if (VOUCHING_VERBS.has(word)) return true
  }
  return false
}

/**
 * Whether the sentence in which an outlet says something in its own name says too that the outlet looked for itself: "this newspaper
 * has seen the minutes", "figures verified by the Gazette". Then the outlet knows, and does not echo.
 */
export const vouches = (statement: Statement, document: Document, outlet: Source): boolean => {
  const words = plainWords(textAt(document.text, sentenceSpan(document, statement.content))).filter((word) => word !== 'the')
  if (!words.some((word) => VOUCHING_VERBS.has(word) || VOUCHED_BY.has(word))) return false
  return (
    ownNames(outlet).some((name) =>
      placesOf(words, name).some(
        (at) => didIt(words, at + name.length) || (words[at - 1] === 'by' && VOUCHED_BY.has(words[at - 2] ?? '')),
      ),
    ) ||
    words.some(
      (_, at) => VOUCHED_BY.has(words[at] ?? '') && !isDenied(words[at - 1] ?? '') && standsAt(words, at + 1, ['by', 'us']),
    )
  )
}
