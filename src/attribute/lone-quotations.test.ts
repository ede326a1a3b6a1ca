import { describe, expect, it } from 'vitest'
import { textOfAll, type Span } from '../core/span.ts'
import { documentFromText } from '../read/plain.ts'
import { withLoneQuotations } from './lone-quotations.ts'
import type { Attribution } from './tagger.ts'

const at = (text: string, words: string): Span => {
  const start = text.indexOf(words)
  return { start, end: start + words.length }
}

const attribution = (text: string, [source, cue, content]: readonly [string, string, string]): Attribution => ({
  source: [at(text, source)],
  cue: [at(text, cue)],
  content: [at(text, content)],
  score: 1,
  maker: 'test',
  tone: null,
  cites: false,
})

const told = (text: string, known: readonly (readonly [string, string, string])[]): readonly string[] =>
  withLoneQuotations(
    documentFromText(text),
    known.map((one) => attribution(text, one)),
  ).map(({ source, cue, content }) => [source, cue, content].map((spans) => textOfAll(text, spans)).join(' / '))

describe('withLoneQuotations', () => {
  it('goes on with the quoted speaker of the paragraph', () => {
    const text = '“It was shut,” said Ola Brandt. “Nobody was there.”'
    expect(told(text, [['Ola Brandt', 'said', '“It was shut,”']])).toEqual([
      'Ola Brandt / said / “It was shut,” “Nobody was there.”',
    ])
  })

  it('gives a paragraph of quotation to who was heard last', () => {
    const text = 'The bridge was shut, said Ola Brandt.\n\n“Nobody was there. We looked twice.”'
    expect(told(text, [['Ola Brandt', 'said', 'The bridge was shut']])).toEqual([
      'Ola Brandt / said / The bridge was shut',
      'Ola Brandt /  / “Nobody was there. We looked twice.”',
    ])
  })

  it('looks two paragraphs back and no further', () => {
    const text = 'The bridge was shut, said Ola Brandt.\n\nIt rained.\n\nIt snowed.\n\n“Nobody was there at all.”'
    expect(told(text, [['Ola Brandt', 'said', 'The bridge was shut']])).toHaveLength(1)
  })

  it('leaves quotations that somebody is said to say, words picked out, and headlines of turns', () => {
    const text = '“It was shut,” said Ola Brandt of the “safe” bridge.\n\nHOLM: “It was open.”'
    expect(told(text, [['Ola Brandt', 'said', '“It was shut,”']])).toHaveLength(1)
  })
})
