import { stemOf } from './stem.ts'
import type { Word } from './words.ts'

/** Phrases by the stem of their first word, each as the stems that follow it. */
export type PhraseBook = ReadonlyMap<string, readonly (readonly string[])[]>

export const phraseBook = (phrases: readonly string[]): PhraseBook => {
  const book = new Map<string, string[][]>()
  for (const phrase of phrases) {
    const [first = '', ...rest] = phrase.split(' ').map(stemOf)
    book.set(first, [...(book.get(first) ?? []), rest])
  }
  return book
}

/** At how many of the words a phrase of the book begins. */
export const phrasesIn = (words: readonly Word[], book: PhraseBook): number =>
  words.filter(
    (word, at) => book.get(word.stem)?.some((rest) => rest.every((stem, next) => words[at + 1 + next]?.stem === stem)) === true,
  ).length
