import type { PartOfSpeech } from '../core/document.ts'
import type { Span } from '../core/span.ts'
import type { Item, Word } from './skeleton.ts'

/** Indices into the items of one skeleton, half-open. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

export const wordAt = (items: readonly Item[], at: number): Word | null => {
  const item = items[at]
  return item?.kind === 'word' ? item : null
}

export const isMark = (items: readonly Item[], at: number, marks: string): boolean => {
  const word = wordAt(items, at)
  return word !== null && word.tag === 'PUNCT' && marks.includes(word.lower)
}

/** The text that a stretch covers; null where it is empty. */
export const spanOf = (items: readonly Item[], { from, to }: Stretch): Span | null => {
  const first = items[from]
  const last = items[to - 1]
  return first === undefined || last === undefined || to <= from ? null : { start: first.start, end: last.end }
}

const NOUN_LIKE: ReadonlySet<PartOfSpeech> = new Set<PartOfSpeech>(['NOUN', 'PROPN', 'NUM', 'X', 'SYM'])
const BEFORE_NOUN: ReadonlySet<PartOfSpeech> = new Set<PartOfSpeech>(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PART', 'SYM', 'X'])
const POSSESSIVE = new Set(['his', 'her', 'its', 'their', 'my', 'our', 'your'])
const SUBJECT_PRONOUN = new Set([
  'he',
  'she',
  'it',
  'they',
  'i',
  'we',
  'you',
  'who',
  'one',
  'this',
  'that',
  'both',
  'some',
  'many',
  'others',
  'another',
  'several',
  'few',
  'most',
  'none',
  'neither',
  'nobody',
  'everyone',
  'someone',
  'everybody',
  'somebody',
  'anyone',
])
const JOINS = new Set([
  'of',
  'for',
  'in',
  'at',
  'from',
  'on',
  'with',
  'to',
  'near',
  'by',
  'inside',
  'behind',
  'against',
  'under',
  'within',
  'who',
  'close',
])
const TITLE_PARTICIPLE = /(?:ing|ed)$/u

/** Whether the word can stand inside a noun phrase, before its head. */
const inPhrase = (word: Word | null): boolean =>
  word !== null &&
  (BEFORE_NOUN.has(word.tag) ||
    POSSESSIVE.has(word.lower) ||
    word.lower === '&' ||
    word.lower === '-' ||
    (word.tag === 'VERB' && TITLE_PARTICIPLE.test(word.lower)))

const isNegation = (word: Word | null): boolean =>
  word !== null && (word.lower === 'not' || word.lower === "n't" || word.lower === 'n’t')

/** The start of the simple noun phrase whose last word is at `last`; `last + 1` where there is none. */
const simpleStart = (items: readonly Item[], last: number): number => {
  const head = wordAt(items, last)
  if (head === null) return last + 1
  if (head.tag === 'PRON' || SUBJECT_PRONOUN.has(head.lower)) return last
  if (!NOUN_LIKE.has(head.tag) && head.tag !== 'ADJ' && !(head.lower === "'s" || head.lower === '’s')) return last + 1
  let start = last
  while (start > 0) {
    const before = wordAt(items, start - 1)
    if (!inPhrase(before) || isNegation(before)) break
    // A determiner opens the phrase: what stands before it is another one.
    if (wordAt(items, start)?.tag === 'DET' && before?.tag !== 'DET') break
    start--
  }
  // A participle is no beginning of a name: "running the minister".
  while (start < last && wordAt(items, start)?.tag === 'VERB') start++
  return start
}

/** The noun phrase that ends before `end`, with phrases of "of", "for" … and a co-ordinated one at a sentence's start; null where none does. */
export const phraseBefore = (items: readonly Item[], end: number): Stretch | null => {
  let start = simpleStart(items, end - 1)
  if (start >= end) return null
  for (;;) {
    const joint = wordAt(items, start - 1)
    if (joint === null || !(JOINS.has(joint.lower) || joint.lower === 'and' || joint.lower === '&')) break
    const wider = simpleStart(items, start - 2)
    if (wider >= start - 1) break
    if (joint.lower === 'and' && wider > 0) break
    start = wider
  }
  return { from: start, to: end }
}

/** The end of the simple noun phrase that starts at `from`; `from` where there is none. */
const simpleEnd = (items: readonly Item[], from: number): number => {
  const first = wordAt(items, from)
  if (first === null) return from
  if (first.tag === 'PRON' && !POSSESSIVE.has(first.lower)) return from + 1
  let end = from
  let head = from
  while (inPhrase(wordAt(items, end)) && !isNegation(wordAt(items, end))) {
    const word = wordAt(items, end)
    if (end > from && word?.tag === 'DET') break
    end++
    if (word !== null && NOUN_LIKE.has(word.tag)) head = end
  }
  return head
}

/** The noun phrase that starts at `from`, with phrases of "of", "for" …; null where none does. */
export const phraseAfter = (items: readonly Item[], from: number): Stretch | null => {
  let end = simpleEnd(items, from)
  if (end <= from) return null
  for (;;) {
    const joint = wordAt(items, end)
    if (joint === null || !(JOINS.has(joint.lower) || joint.lower === 'and' || joint.lower === '&')) break
    const wider = simpleEnd(items, end + 1)
    if (wider <= end + 1) break
    end = wider
  }
  return { from, to: end }
}

const GROUP: ReadonlySet<PartOfSpeech> = new Set<PartOfSpeech>(['AUX', 'ADV'])

/** The verb group whose main verb is at `main`: auxiliaries, negation and adverbs before it belong to it. */
export const verbGroup = (items: readonly Item[], main: number): Stretch => {
  let from = main
  for (;;) {
    const before = wordAt(items, from - 1)
    if (before === null || !(GROUP.has(before.tag) || isNegation(before))) break
    from--
  }
  // An adverb at a sentence's start or before an auxiliary belongs to the sentence, not to the verb.
  while (from < main && wordAt(items, from)?.tag === 'ADV' && wordAt(items, from + 1)?.tag !== 'VERB' && from === 0) from++
  return { from, to: main + 1 }
}

/** Whether the group says "not" or "never". */
export const isNegated = (items: readonly Item[], { from, to }: Stretch): boolean =>
  items.slice(from, to).some((item) => item.kind === 'word' && (isNegation(item) || item.lower === 'never'))

/** Whether a clause can be read in the stretch: it has a verb, or a quotation. */
export const hasVerb = (items: readonly Item[], { from, to }: Stretch): boolean =>
  items.slice(from, to).some((item) => item.kind === 'speech' || item.tag === 'VERB' || item.tag === 'AUX')
