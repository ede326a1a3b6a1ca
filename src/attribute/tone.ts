import type { Document, PartOfSpeech, Token } from '../core/document.ts'
import { hull, overlaps, textAt, textOfAll, within, type Span } from '../core/span.ts'
import type { Act, Certainty } from '../core/statement.ts'
import { CUE_NOUNS, CUE_VERBS, PASSIVE_REPORT, type Cue } from './cues.data.ts'
import {
  FALSITY_WORDS,
  FUTURE_WORDS,
  NEGATIONS,
  NON_ANSWERS,
  OPINION_WORDS,
  POSSIBLE_WORDS,
  PROBABLE_WORDS,
} from './hedges.data.ts'
import type { Attribution } from './tagger.ts'

/** What a speaker does with a content, how firmly, and whether it is said to be not so. */
export interface Tone {
  readonly act: Act
  readonly certainty: Certainty
  readonly polarity: 'positive' | 'negative'
}

/** A word of a content, in lower case, with its part of speech. */
interface Worded {
  readonly lower: string
  readonly tag: PartOfSpeech
}

const PLAIN: Cue = { act: 'assert', certainty: 'certain', negative: false, takes: ['clause'] }

/** The words of the clause that opens a content: a negation or a "will" further in belongs to another clause. */
const OPENING_CLAUSE = 12

const QUESTION = /\?["'”’)]*$/u

/** What the cue's own words tell. A rule of withholding is its own tone. */
const cueOf = (document: Document, attribution: Attribution): Cue => {
  const words = attribution.cue.flatMap((span) => within(document.tokens, span))
  const passive = attribution.maker.endsWith('passive')
  for (const word of words.toReversed()) {
    const cue = (passive ? PASSIVE_REPORT.get(word.lemma) : undefined) ?? CUE_VERBS.get(word.lemma) ?? CUE_NOUNS.get(word.lemma)
    if (cue !== undefined) return isNegatedCue(words, document.text) ? { ...cue, act: 'deny', negative: !cue.negative } : cue
  }
  return PLAIN
}

const isNegatedCue = (words: readonly Token[], text: string): boolean =>
  words.some((word) => ['not', "n't", 'n’t', 'never'].includes(textAt(text, word).toLowerCase()))

const rank: Readonly<Record<Certainty, number>> = { unknown: 0, possible: 1, probable: 2, certain: 3 }

/** The less firm of two. */
export const weaker = (a: Certainty, b: Certainty): Certainty => (rank[a] <= rank[b] ? a : b)

const OPENING_MARKS = '“"‘\''
const CLOSING_MARKS = '”"’\''

/** A cue in quotation marks of its own (“determined”): the teller does not vouch that it was so. */
const isDoubtedCue = (text: string, cue: readonly Span[]): boolean =>
  cue.some(
    ({ start, end }) =>
      start > 0 &&
      OPENING_MARKS.includes(text.charAt(start - 1)) &&
      end < text.length &&
      CLOSING_MARKS.includes(text.charAt(end)),
  )

/** The certainty that the content's own words leave. */
const hedgeOf = (words: readonly Worded[]): Certainty => {
  const opening = words.slice(0, OPENING_CLAUSE * 2).map(({ lower }) => lower)
  if (opening.some((word) => POSSIBLE_WORDS.has(word))) return 'possible'
  return opening.some((word) => PROBABLE_WORDS.has(word)) ? 'probable' : 'certain'
}

/** Words past the first verb in which a negation still turns the clause: "was not", "has never", "there was no". */
const PAST_VERB = 2

/** "There is no doubt", "not a shadow of doubt": a negated doubt asserts. */
const DOUBTLESS: ReadonlySet<string> = new Set(['doubt', 'doubts', 'question', 'secret'])

/** Whether the first clause says that something is not so: its first verb is negated, or who or what it speaks of is nobody or nothing. */
const isNegatedClause = (words: readonly Worded[]): boolean => {
  const verb = words.findIndex(({ tag }) => tag === 'VERB' || tag === 'AUX')
  const reach = words.slice(0, Math.min(OPENING_CLAUSE, (verb === -1 ? 0 : verb) + 1 + PAST_VERB))
  const negation = reach.findIndex(({ lower }) => NEGATIONS.has(lower))
  return negation !== -1 && !words.slice(negation, negation + 5).some(({ lower }) => DOUBTLESS.has(lower))
}

const actOfContent = (words: readonly Worded[], whole: string): Act | null => {
  const lower = words.map((word) => word.lower)
  const opening = lower.slice(0, OPENING_CLAUSE)
  if (QUESTION.test(whole)) return 'question'
  if (NON_ANSWERS.some((phrase) => whole.includes(phrase))) return 'decline'
  if (lower.some((word) => FALSITY_WORDS.has(word))) return 'deny'
  if (opening.some((word) => OPINION_WORDS.has(word))) return 'opinion'
  if (opening.some((word) => FUTURE_WORDS.has(word)) && !/^(?:i|we)\b/u.test(whole)) return 'predict'
  return isNegatedClause(words) ? 'deny' : null
}

/** Cues that say no more than that something was said leave the act to the words; the others have decided it. */
const isOpen = (cue: Cue): boolean => cue.act === 'assert' && !cue.negative

/** Lower case, no marks, no names: the month of May is no hedge. */
const wordsOf = (document: Document, content: readonly Span[]): readonly Worded[] =>
  content
    .flatMap((part) => within(document.tokens, part))
    .filter((token) => token.tag !== 'PUNCT' && token.tag !== 'PROPN' && textAt(document.text, token) !== 'May')
    .map((token) => ({ lower: textAt(document.text, token).toLowerCase(), tag: token.tag }))

/** The tone of an attributed content. */
export const toneOf = (document: Document, attribution: Attribution, content: readonly Span[]): Tone => {
  const cue = cueOf(document, attribution)
  const polarity = cue.negative ? 'negative' : 'positive'
  const doubted = isDoubtedCue(document.text, attribution.cue)
  const firm = (certainty: Certainty): Certainty => (doubted ? weaker('possible', certainty) : certainty)
  if (attribution.tone !== null) return { act: attribution.tone.act, certainty: firm(attribution.tone.certainty), polarity }
  const words = wordsOf(document, content)
  const whole = textOfAll(document.text, extended(document, content)).toLowerCase()
  const spoken = actOfContent(words, whole)
  const act = isOpen(cue) ? (spoken ?? cue.act) : spoken === 'question' || spoken === 'decline' ? spoken : cue.act
  return { act, certainty: firm(certaintyOf(act, cue, words)), polarity }
}

/** A content that ends before a question mark is a question: the mark is kept in view. */
const extended = (document: Document, content: readonly Span[]): readonly Span[] => {
  const last = content.at(-1)
  return last !== undefined && document.text.charAt(last.end) === '?'
    ? [...content.slice(0, -1), { start: last.start, end: last.end + 1 }]
    : content
}

const certaintyOf = (act: Act, cue: Cue, words: readonly Worded[]): Certainty => {
  if (act === 'question' || act === 'decline') return 'unknown'
  const hedged = weaker(cue.certainty === 'unknown' ? 'certain' : cue.certainty, hedgeOf(words))
  return act === 'predict' && cue.act !== 'predict' ? weaker(hedged, 'probable') : hedged
}

/** The tone of what the document itself tells, with no cue. */
export const narratedTone = (document: Document, sentence: Span): Tone => {
  const words = wordsOf(document, [sentence])
  const act = actOfContent(words, textOfAll(document.text, extended(document, [sentence])).toLowerCase()) ?? 'assert'
  return { act, certainty: certaintyOf(act, PLAIN, words), polarity: 'positive' }
}

const DAY_WORDS: ReadonlySet<string> = new Set(
  'monday tuesday wednesday thursday friday saturday sunday yesterday today tonight'.split(' '),
)

/** The words of the sentence around an attribution, outside its content, that tell when it was said; null where none do. */
export const saidAtOf = (document: Document, attribution: Attribution, sentence: Span): Span | null => {
  const cue = attribution.cue[0]
  if (cue === undefined) return null
  const near = within(document.tokens, sentence).filter(
    (token) => token.start >= cue.end - 1 && !attribution.content.some((part) => overlaps(part, token)),
  )
  const day = near.find(
    (token) => DAY_WORDS.has(token.lemma) && token.start < hull([...attribution.cue, ...attribution.content]).end + 40,
  )
  return day === undefined ? null : { start: day.start, end: day.end }
}
