import { utf8ToBytes } from '@noble/hashes/utils.js'
import { documentId, type Block, type Document } from '../core/document.ts'
import { sha256Of } from '../core/digest.ts'
import { span, trimmed, type Span } from '../core/span.ts'
import { sentencesOf } from './sentences.ts'
import { wordsIn } from './words.ts'

/** Lines that stand together where blank lines part them from others; where no line is blank, every line alone. */
const blocksOf = (text: string): readonly Block[] => {
  const lines = [...text.matchAll(/[^\n]+/gu)].map(({ index, 0: line }) => trimmed(text, span(index, index + line.length)))
  const isParted = /\n[^\S\n]*\n/u.test(text)
  const blocks: Span[] = []
  for (const line of lines) {
    const last = blocks.at(-1)
    if (line.start === line.end) continue
    const isClose = isParted && last !== undefined && text.slice(last.end, line.start).replaceAll(/[^\n]/gu, '').length === 1
    if (isClose) blocks[blocks.length - 1] = span(last.start, line.end)
    else blocks.push(line)
  }
  return blocks.map((at) => ({ kind: 'paragraph', span: at }))
}

/**
 * A document whose text is exactly `text`: no furniture is taken off and no character changed, so that spans point into what the caller
 * has. Every block is a paragraph; nothing is known of it, nor is its language looked for. Never fails.
 */
export const documentFromText = (text: string): Document => {
  const sha256 = sha256Of(utf8ToBytes(text))
  const imprint = { url: null, publisher: null, author: null, title: null, published: null }
  const blocks = blocksOf(text)
  const words = blocks.map((block) => wordsIn(text, block.span))
  return {
    ...imprint,
    id: documentId(sha256, imprint, 0),
    sha256,
    format: 'text',
    language: null,
    text,
    blocks,
    sentences: words.flatMap((held) => sentencesOf(text, held)),
    tokens: words.flatMap(({ tokens }) => tokens),
  }
}
