import type { Block, Document } from '../core/document.ts'
import { span } from '../core/span.ts'
import { languageOf } from './language.ts'
import type { Passage } from './passage.ts'
import { sentencesOf } from './sentences.ts'
import { wordsIn } from './words.ts'

/** What parts two blocks of a text. */
const GAP = '\n\n'

/** The text of a document with everything that points into it. */
export type Typeset = Pick<Document, 'blocks' | 'language' | 'sentences' | 'text' | 'tokens'>

/** Sets passages as one text: one blank line between two, and words and sentences found in each of them alone. */
export const typeset = (passages: readonly Passage[]): Typeset => {
  const text = passages.map((held) => held.text).join(GAP)
  const blocks: Block[] = []
  let at = 0
  for (const { kind, text: held } of passages) {
    blocks.push({ kind, span: span(at, at + held.length) })
    at += held.length + GAP.length
  }
  const words = blocks.map((block) => wordsIn(text, block.span))
  return {
    text,
    blocks,
    language: languageOf(text),
    sentences: words.flatMap((held) => sentencesOf(text, held)),
    tokens: words.flatMap(({ tokens }) => tokens),
  }
}
