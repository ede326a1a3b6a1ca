import { describe, expect, it } from 'vitest'
import { textOfAll, type Span } from '../../core/span.ts'
import { documentFromText } from '../../read/plain.ts'
import type { Attribution } from '../tagger.ts'
import { mended } from './mending.ts'

const at = (text: string, words: string): Span => {
  const start = text.indexOf(words)
  if (start === -1) throw new Error(`not in the text: ${words}`)
  return { start, end: start + words.length }
}

type Pieces = readonly string[]

const told = (text: string, known: readonly (readonly [Pieces, string, Pieces])[]): readonly string[] =>
  mended(
    documentFromText(text),
    known.map(([source, cue, content]): Attribution => ({
      source: source.map((words) => at(text, words)),
      cue: [at(text, cue)],
      content: content.map((words) => at(text, words)),
      score: 1,
      maker: 'test',
      tone: null,
      cites: false,
    })),
  ).map(({ source, cue, content }) => [source, cue, content].map((spans) => textOfAll(text, spans)).join(' / '))

describe('mended', () => {
  it('gives a piece that two claim to the nearer cue', () => {
    const text = 'The bridge was closed, the mayor warned. “We had no choice,” said Ola Brandt.'
    expect(
      told(text, [
        [['the mayor'], 'warned', ['The bridge was closed']],
        [['Ola Brandt'], 'said', ['The bridge was closed', '“We had no choice,”']],
      ]),
    ).toEqual(['the mayor / warned / The bridge was closed', 'Ola Brandt / said / “We had no choice,”'])
  })

  it('lets two share what is the only piece of one', () => {
    const text = 'Brandt said and Holm confirmed that the dam leaks.'
    expect(
      told(text, [
        [['Brandt'], 'said', ['that the dam leaks']],
        [['Holm'], 'confirmed', ['that the dam leaks']],
      ]),
    ).toEqual(['Brandt / said / that the dam leaks', 'Holm / confirmed / that the dam leaks'])
  })

  it('ends what is retold with its sentence where the next has words of saying of its own', () => {
    const text = 'The ministry denied that the dam had failed. The union said it had.'
    expect(
      told(text, [
        [['The ministry'], 'denied', ['that the dam had failed. The union said it had']],
        [['The union'], 'said', ['it had']],
      ]),
    ).toEqual(['The ministry / denied / that the dam had failed.', 'The union / said / it had'])
  })

  it('keeps a quotation of several sentences whole, with what is said inside it', () => {
    const text = '“It leaks. My engineer said so. I believe him,” the mayor told us.'
    const content = '“It leaks. My engineer said so. I believe him,”'
    expect(
      told(text, [
        [['the mayor'], 'told', [content]],
        [['My engineer'], 'said', ['so']],
      ]),
    ).toContain(`the mayor / told / ${content}`)
  })

  it('leaves out what stands inside another and names nobody', () => {
    const text = 'The dam is sound, the mayor said.'
    const known = [
      [[], 'is', ['sound']],
      [['the mayor'], 'said', ['The dam is sound']],
    ] as const
    expect(told(text, known)).toEqual(['the mayor / said / The dam is sound'])
  })

  it('makes one speaker of pieces that only a comma parts', () => {
    const text = 'It leaks, said Ola Brandt, the engineer.'
    expect(told(text, [[['Ola Brandt', 'the engineer'], 'said', ['It leaks']]])).toEqual([
      'Ola Brandt, the engineer / said / It leaks',
    ])
  })
})
