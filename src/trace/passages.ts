import type { Claim } from '../core/claim.ts'
import { EMPTY_WORDS } from './empty-words.data.ts'
import { sentenceSpan } from './sentence-span.ts'
import type { Telling } from './telling.ts'
import { isNumber, wordReader, wordsOf } from './words.ts'

/** Many texts as one list of word numbers: those of text `i` stand at `starts[i]` up to `starts[i + 1]`. */
export interface Passages {
  readonly starts: Int32Array
  readonly words: Int32Array
  /** How telling each word is there, 0 to about 1, in the order of `words`. */
  readonly weights: Float64Array
  /** 1 for each word that stands in the claim, in the order of `words`. */
  readonly asked: Uint8Array
}

/** The words of every telling, by rank. */
export interface Wording {
  /** What is said. */
  readonly contents: Passages
  /** The sentences that say it, with who and how. */
  readonly sentences: Passages
  /** By word: 0 ordinary, 1 grammar, 2 a number. */
  readonly kinds: Uint8Array
}

export const ORDINARY = 0
export const EMPTY = 1
export const NUMBER = 2

/** Texts are compared by this many words at most: a copied passage shows in its beginning, and a long speech must not cost more than its share. */
export const MOST_WORDS = 96

/** A word of grammar weighs something, since word order rests on it; a word of the claim little, since everybody who speaks of it must use it. */
const EMPTY_WEIGHT = 0.1
const CLAIM_DISCOUNT = 0.3

/** Texts while they are read. */
interface Draft {
  words: Int32Array
  length: number
  readonly starts: Int32Array
}

const blank = (texts: number): Draft => ({ words: new Int32Array(1024), length: 0, starts: new Int32Array(texts + 1) })

const push = (draft: Draft, word: number): void => {
  if (draft.length === draft.words.length) {
    const longer = new Int32Array(2 * draft.length)
    longer.set(draft.words)
    draft.words = longer
  }
  draft.words[draft.length++] = word
}

/** How many texts hold each word. */
const spreadOf = ({ words, starts }: Draft, size: number): Int32Array => {
  const spread = new Int32Array(size)
  const last = new Int32Array(size).fill(-1)
  for (let text = 0; text + 1 < starts.length; text++) {
    for (let at = starts[text] ?? 0; at < (starts[text + 1] ?? 0); at++) {
      const word = words[at] ?? 0
      if (last[word] === text) continue
      last[word] = text
      spread[word] = (spread[word] ?? 0) + 1
    }
  }
  return spread
}

/**
 * ln(1 + N ∕ n) ∕ ln(1 + N) for a word in n of N texts: 1 for a word of one text, near 0 for one of every text. The inverse document
 * frequency of retrieval, scaled so that small cases and large ones share thresholds.
 */
const rarity = (texts: number, spread: number): number => Math.log1p(texts / Math.max(1, spread)) / Math.log1p(texts)

interface Weighing {
  readonly rarities: Float64Array
  readonly kinds: Uint8Array
  /** The words of the claim of each telling, by rank. */
  readonly claimWords: readonly ReadonlySet<number>[]
}

const weighed = ({ words, length, starts }: Draft, { rarities, kinds, claimWords }: Weighing): Passages => {
  const weights = new Float64Array(length)
  const asked = new Uint8Array(length)
  for (let text = 0; text + 1 < starts.length; text++) {
    for (let at = starts[text] ?? 0; at < (starts[text + 1] ?? 0); at++) {
      const word = words[at] ?? 0
      const worth = kinds[word] === EMPTY ? EMPTY_WEIGHT : (rarities[word] ?? 1)
      asked[at] = claimWords[text]?.has(word) === true ? 1 : 0
      weights[at] = worth * (asked[at] === 1 ? CLAIM_DISCOUNT : 1)
    }
  }
  return { starts, words: words.slice(0, length), weights, asked }
}

const numbering = (): { readonly of: (form: string) => number; readonly forms: () => readonly string[] } => {
  const numbers = new Map<string, number>()
  return {
    of: (form) => {
      const known = numbers.get(form)
      if (known !== undefined) return known
      numbers.set(form, numbers.size)
      return numbers.size - 1
    },
    forms: () => [...numbers.keys()],
  }
}

const kindOf = (form: string): number => (isNumber(form) ? NUMBER : EMPTY_WORDS.has(form) ? EMPTY : ORDINARY)

/** Reads the words of every telling, once. */
export const wordingOf = (tellings: readonly Telling[], claims: readonly Claim[]): Wording => {
  const number = numbering()
  const read = wordReader(number.of)
  const contents = blank(tellings.length)
  const sentences = blank(tellings.length)
  for (const { rank, statement, document } of tellings) {
    const [said, told] = [MOST_WORDS + contents.length, MOST_WORDS + sentences.length]
    read(document.text, sentenceSpan(document, statement.content), (word, start) => {
      if (sentences.length < told) push(sentences, word)
      if (contents.length < said && statement.content.some((part) => part.start <= start && start < part.end))
        push(contents, word)
    })
    contents.starts[rank + 1] = contents.length
    sentences.starts[rank + 1] = sentences.length
  }
  const ofClaim = new Map(
    claims.map((claim) => [
      claim.id,
      new Set(
        wordsOf(claim.text)
          .filter((form) => !EMPTY_WORDS.has(form))
          .map(number.of),
      ),
    ]),
  )
  const none: ReadonlySet<number> = new Set()
  const forms = number.forms()
  const spread = spreadOf(sentences, forms.length)
  const weighing: Weighing = {
    kinds: Uint8Array.from(forms, kindOf),
    rarities: Float64Array.from(spread, (count) => rarity(tellings.length, count)),
    claimWords: tellings.map(({ bearing }) => ofClaim.get(bearing.claim) ?? none),
  }
  return { contents: weighed(contents, weighing), sentences: weighed(sentences, weighing), kinds: weighing.kinds }
}
