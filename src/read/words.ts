import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import type { PartOfSpeech, Token } from '../core/document.ts'
import type { Span } from '../core/span.ts'
import { ORDINARY_WORDS } from './sentences.data.ts'

/** The words and marks of a block in order, and where the tokeniser thinks that sentences start among them. */
export interface Words {
  readonly tokens: readonly Token[]
  /** Places in `tokens`, rising; the first, 0, is left out. */
  readonly starts: readonly number[]
}

/**
 * Characters of a word, at most: the tokeniser takes quadratic time on one, and nothing that people read is longer. A longer one comes
 * in pieces.
 */
const LONGEST_WORD = 200
const LONG_WORD = new RegExp(`\\S{${LONGEST_WORD}}(?=\\S)`, 'gu')

const PARTS: ReadonlySet<string> = new Set(
  'ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X'.split(' '),
)

const isPartOfSpeech = (tag: string): tag is PartOfSpeech => PARTS.has(tag)

type Property = (index: number) => unknown

/** What this room uses of the library: its own declarations do not let `lemma` be asked of a token. */
interface Wink {
  readonly its: Readonly<Record<'lemma' | 'pos' | 'span', Property>>
  readonly readDoc: (text: string) => {
    readonly tokens: () => { readonly out: (property?: Property) => readonly string[] }
    readonly sentences: () => {
      readonly each: (visit: (sentence: { out: (property: Property) => readonly number[] }) => void) => void
    }
  }
}

let loaded: Wink | null = null

/** The model with its sentence splitter and its tagger; made once, in about 30 ms. */
const wink = (): Wink => (loaded ??= winkNLP(model, ['sbd', 'pos']) as unknown as Wink)

const BLANK = /\s/u

/** A token that an ordinary word and the full stop after it make, as the two that they are. */
const parted = (token: Token, text: string): readonly Token[] => {
  const word = text.slice(token.start, token.end - 1)
  const ordinary = text.charAt(token.end - 1) === '.' && word === word.toLowerCase() ? ORDINARY_WORDS[word] : undefined
  if (ordinary === undefined) return [token]
  const stop = token.end - 1
  return [
    { start: token.start, end: stop, ...ordinary },
    { start: stop, end: token.end, tag: 'PUNCT', lemma: '.' },
  ]
}

const CAPITAL = /^\p{Lu}/u
const SMALL_LETTER = /^\p{Ll}/u

/** "the Wend Courier": a capital after a small article or preposition makes a name, whatever verb the word may be elsewhere. */
const asName = (token: Token, before: Token | undefined, text: string): Token => {
  const led =
    before !== undefined && (before.tag === 'DET' || before.tag === 'ADP') && SMALL_LETTER.test(text.charAt(before.start))
  const word = text.slice(token.start, token.end)
  return token.tag === 'VERB' && led && CAPITAL.test(word) ? { ...token, tag: 'PROPN', lemma: word.toLowerCase() } : token
}

/** Whether a sentence ends with the token that is now two: where the word was an abbreviation after all, it goes on in lower case. */
const endsSentence = (text: string, end: number): boolean =>
  /^["'\p{Pf}\p{Pe}]*\s+["'\p{Pi}\p{Ps}]*\p{Lu}/u.test(text.slice(end, end + 20))

/** Cuts the block at `at` of `text` into words. Throws where the tokeniser gives back other words than it was given. */
export const wordsIn = (text: string, at: Span): Words => {
  const { its, readDoc } = wink()
  const read = readDoc(text.slice(at.start, at.end).replaceAll(/\s/gu, ' ').replaceAll(LONG_WORD, '$& '))
  const tags = read.tokens().out(its.pos)
  const lemmas = read.tokens().out(its.lemma)
  const tokens: Token[] = []
  const starts: number[] = []
  /** For each token of the tokeniser, the place in `tokens` that it came to. */
  const places: number[] = []
  let cursor = at.start
  for (const [index, word] of read.tokens().out().entries()) {
    while (cursor < at.end && BLANK.test(text.charAt(cursor))) cursor++
    if (!text.startsWith(word, cursor))
      throw new Error(`the tokeniser gave “${word}” where the text has “${text.slice(cursor, cursor + 20)}”`)
    places.push(tokens.length)
    const tag = tags[index] ?? 'X'
    const written: Token = {
      start: cursor,
      end: cursor + word.length,
      tag: isPartOfSpeech(tag) ? tag : 'X',
      lemma: (lemmas[index] ?? word).toLowerCase(),
    }
    const token = asName(written, tokens.at(-1), text)
    const parts = word === '' ? [] : parted(token, text)
    tokens.push(...parts)
    cursor += word.length
    if (parts.length > 1 && endsSentence(text, cursor)) starts.push(tokens.length)
  }
  read.sentences().each((sentence) => {
    const [first = 0] = sentence.out(its.span)
    starts.push(places[first] ?? 0)
  })
  const rising = [...new Set(starts)].sort((a, b) => a - b)
  return { tokens, starts: rising.filter((place) => place > 0 && place < tokens.length) }
}
