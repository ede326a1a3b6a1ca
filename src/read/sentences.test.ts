import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Document } from '../core/document.ts'
import { languageOf } from './language.ts'
import { documentFromText } from './plain.ts'

const cut = (text: string, parts: Document['sentences']): readonly string[] =>
  parts.map(({ start, end }) => text.slice(start, end))
const sentences = (text: string): readonly string[] => cut(text, documentFromText(text).sentences)

describe('sentences', () => {
  it.each([
    [['“It is so,” she said.', '“Is it so?” he asked.', '“I do not know!” they cried.', 'It ended.']],
    [['“Stop!” Mrs Poe shouted.', '“Never!”', 'The crowd left.']],
    [['"Really?!"', 'Yes.']],
    [['He said: “It was done.', 'It was finished.”', 'Then he left at 5 p.m.', 'Nobody saw.']],
    [['Mr. Poe met Gen. Y. Roe at No. 4 Mill Lane.', 'U.S. officials said that J. P. Low had left.']],
    [['Rep. Ann Roe (D-Wis.) said so on Friday.', 'Adm. Zed spoke.']],
    [['1. On 4 May the wardens counted geese.', 'There were nine.']],
    [['(a) The owner left.', 'It rained.']],
    [['See www.example.com/mill.html for more.', 'Write to a@b.example.']],
    [['She was ill.', 'They sat.', 'He said no.', 'It was the sun.', 'So be it.']],
    [['It ended.The next began.'.slice(0, 9), 'The next began.']],
    [['He came.', 'it was late.', 'nobody knew.']],
    [['Wait... and then it went.', 'Is it?']],
    [['See p. 4 and Fig. 3 for it.', 'It is there.']],
  ])('%j', (expected) => {
    const glued = expected[0] === 'It ended.' && expected.length === 2
    expect(sentences(expected.join(glued ? '' : ' '))).toEqual(expected)
  })

  it('do not cross blocks', () => {
    expect(sentences('The mill\n\nwas closed.\n\n“We are\n\ntired,” she said.')).toEqual([
      'The mill',
      'was closed.',
      '“We are',
      'tired,” she said.',
    ])
  })
})

describe('tokens', () => {
  const tokens = (text: string): readonly (readonly [string, string, string])[] =>
    documentFromText(text).tokens.map(({ start, end, tag, lemma }) => [text.slice(start, end), tag, lemma] as const)

  it('carry a part of speech and a lemma in lower case, contractions cut', () => {
    expect(tokens("The Mills didn't go.")).toEqual([
      ['The', 'DET', 'the'],
      ['Mills', 'PROPN', 'mills'],
      ['did', 'AUX', 'do'],
      ["n't", 'PART', 'not'],
      ['go', 'VERB', 'go'],
      ['.', 'PUNCT', '.'],
    ])
  })

  it('know an ordinary word before a full stop', () => {
    expect(tokens('She was ill. He left.').slice(2, 4)).toEqual([
      ['ill', 'ADJ', 'ill'],
      ['.', 'PUNCT', '.'],
    ])
  })

  it('come in pieces where a word is longer than any word', () => {
    expect(tokens('x'.repeat(450)).map(([word]) => word.length)).toEqual([200, 200, 50])
  })
})

describe('documentFromText', () => {
  it('changes nothing in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const document = documentFromText(text)
        expect(document.text).toBe(text)
        expect(cut(text, document.tokens).join('')).toBe(text.replaceAll(/\s/gu, ''))
      }),
      { numRuns: 300 },
    )
  })

  it('takes paragraphs for blocks, and lines where no line is blank', () => {
    const blocks = (text: string): readonly string[] =>
      cut(
        text,
        documentFromText(text).blocks.map(({ span }) => span),
      )
    expect(blocks('a\nb\n\n c \n \nd')).toEqual(['a\nb', 'c', 'd'])
    expect(blocks('a\nb\n')).toEqual(['a', 'b'])
  })
})

describe('languageOf', () => {
  it('tells what it can', () => {
    expect(languageOf('The council decided on Tuesday that the mill should close.')).toBe('en')
    expect(languageOf('Le conseil municipal a décidé mardi de fermer le vieux moulin.')).toBe('fr')
    expect(languageOf('水位は昨夜から上がっている。町長は住民に避難を呼びかけた。')).toBe('ja')
  })

  it('says nothing of what is short, no language, or two', () => {
    expect([languageOf('The mill'), languageOf('12, 14; 16.'), languageOf('')]).toEqual([null, null, null])
    const english = 'The council decided on Tuesday that the mill should close. '.repeat(20)
    const german = 'Der Rat hat am Dienstag beschlossen, die alte Mühle zu schließen. '.repeat(20)
    const french = 'Le conseil municipal a décidé mardi de fermer le vieux moulin. '.repeat(20)
    expect(languageOf(english + german + french)).toBeNull()
  })
})
