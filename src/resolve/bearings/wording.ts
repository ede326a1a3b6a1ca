import type { Document } from '../../core/document.ts'
import type { Span } from '../../core/span.ts'
import { amountsIn, type Amount } from './amounts.ts'
import { firstEndingAfter } from '../place.ts'
import { wordsOf, type Word } from './words.ts'

/** Some of a document's words, or of other items in order, by position: from the first to before the second. */
export type Run = readonly [from: number, to: number]

/** The words of one document, by sentence and block. */
export interface Wording {
  readonly document: Document
  readonly words: readonly Word[]
  /** For each sentence its words. */
  readonly sentences: readonly Run[]
  /** For each sentence the number of its block. */
  readonly blocks: readonly number[]
  readonly amounts: readonly Amount[]
  /** In how many sentences a stem occurs. */
  readonly sentencesWith: ReadonlyMap<string, number>
}

/** Those of `items`, which are in order, that lie at least partly inside `at`. */
export const runIn = (items: readonly Span[], at: Span): Run => {
  const from = firstEndingAfter(items, at.start)
  let to = from
  while ((items[to]?.start ?? Infinity) < at.end) to++
  return [from, to]
}

export const wordingOf = (document: Document): Wording => {
  const words = wordsOf(document.text)
  const sentences = document.sentences.map((sentence) => runIn(words, sentence))
  const sentencesWith = new Map<string, number>()
  const lastWith = new Map<string, number>()
  sentences.forEach(([from, to], sentence) => {
    for (let at = from; at < to; at++) {
      const stem = words[at]?.stem ?? ''
      if (lastWith.get(stem) === sentence) continue
      lastWith.set(stem, sentence)
      sentencesWith.set(stem, (sentencesWith.get(stem) ?? 0) + 1)
    }
  })
  const spans = document.blocks.map((block) => block.span)
  return {
    document,
    amounts: amountsIn(document.text),
    words,
    sentences,
    blocks: document.sentences.map((sentence) => firstEndingAfter(spans, sentence.start)),
    sentencesWith,
  }
}
