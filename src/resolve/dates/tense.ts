import type { Document, Token } from '../../core/document.ts'
import type { Span } from '../../core/span.ts'
import { AHEAD, CLAUSE_OPENERS, FORWARD, MODALS, NO_INTENT, REPORTING, UNCHANGED_PAST } from './dates.data.ts'
import { sentenceAt, tokensIn } from '../place.ts'

/**
 * What the clause tells of: what happened, what has come about by now ("has signalled": no day of the past goes with it), what is,
 * what is to come; null where it has no verb that says.
 */
export type Tense = 'past' | 'perfect' | 'present' | 'future' | null

interface Word extends Token {
  readonly lower: string
}

const inVerbGroup = (word: Word | undefined): boolean =>
  word !== undefined &&
  (word.tag === 'VERB' ||
    word.tag === 'AUX' ||
    word.tag === 'ADV' ||
    word.lower === 'to' ||
    word.lower === 'not' ||
    /^n['’]t$/u.test(word.lower))

const isVerb = (word: Word | undefined): boolean => word?.tag === 'VERB' || word?.tag === 'AUX'

/** One spelling for British and American: `paralyse` is no past of `paralyze`. */
const spelling = (word: string): string => word.replaceAll('z', 's').replaceAll('our', 'or')

const isPastForm = ({ lower, lemma }: Word): boolean =>
  UNCHANGED_PAST.has(lower) ||
  lower.endsWith('ed') ||
  (spelling(lemma) !== spelling(lower) && !lower.endsWith('s') && !lower.endsWith('ing'))

const isBase = (word: Word | undefined): boolean => word !== undefined && isVerb(word) && !/(?:ed|ing)$/u.test(word.lower)

const isNegation = (lower: string): boolean => lower === 'not' || /^n['’]t$/u.test(lower)

/** `have` and a participle, not `have` alone. */
const isPerfect = (group: readonly Word[]): boolean =>
  group.some(
    (word, index) =>
      word.lemma === 'have' &&
      group.slice(index + 1).some((later) => later.lower === 'been' || (later.tag === 'VERB' && isPastForm(later))),
  )

const tenseOfModal = (modal: Word, after: readonly Word[], before: readonly Word[]): Tense => {
  // "you will have seen Monday's paper"
  if (isPerfect(after)) return modal.lower === 'will' ? 'perfect' : 'past'
  if (modal.lower === 'would' && before.some((word) => /^(?:nobody|none|no|neither)$/u.test(word.lower))) return 'past'
  const negated = after.some((word) => isNegation(word.lower))
  if (negated && modal.lower === 'could') return 'past'
  // "would not say on Tuesday": a refusal, and it has been given.
  return negated && modal.lower === 'would' && after.some((word) => REPORTING.has(word.lemma) || word.lemma === 'comment')
    ? 'past'
    : 'future'
}

/** `to` and a verb: what somebody failed to do has happened, what somebody is to do has not. */
const tenseOfInfinitive = (before: Word | undefined, after: readonly Word[]): Tense => {
  if (isPerfect(after)) return 'past'
  // "the first to see it": the verb before tells.
  if (before !== undefined && NO_INTENT.has(before.lower)) return null
  return before !== undefined && isVerb(before) && !FORWARD.has(before.lemma) && isPastForm(before) ? 'past' : 'future'
}

const PAST_AUXILIARY = /^(?:was|were|been|had|did|got)$/u

const tenseOfFinite = (word: Word, after: readonly Word[]): Tense => {
  const next = after[0]
  // "'d been" has happened, "'d go" has not.
  if (/^['’]d$/u.test(word.lower)) return next !== undefined && (next.lower === 'been' || isPastForm(next)) ? 'past' : 'future'
  if (word.lemma === 'have') return word.lower.startsWith('had') ? 'past' : 'perfect'
  if (word.tag === 'AUX') return PAST_AUXILIARY.test(word.lower) ? 'past' : 'present'
  if (word.lower === 'according') return 'past'
  if (word.lower.endsWith('ing') && word.lemma !== word.lower) return null
  return isPastForm(word) || REPORTING.has(word.lemma) ? 'past' : 'present'
}

/** Words before a modal in which its subject stands. */
const NEAR = 6

/** The tense of the verb group that the word at `at` belongs to. */
const tenseOfGroup = (words: readonly Word[], at: number): Tense => {
  let from = at
  let to = at + 1
  while (inVerbGroup(words[from - 1])) from--
  while (inVerbGroup(words[to])) to++
  const group = words.slice(from, to)
  const infinitive = group.findLastIndex((word, index) => word.lower === 'to' && isBase(group[index + 1]) && from + index < at)
  if (infinitive >= 0) return tenseOfInfinitive(words[from + infinitive - 1], group.slice(infinitive + 1))
  const modal = group.findIndex((word) => word.tag === 'AUX' && MODALS.has(word.lower.replace('’', "'")))
  if (modal >= 0 && group[modal] !== undefined)
    return tenseOfModal(group[modal], group.slice(modal + 1), words.slice(Math.max(0, from - NEAR), from + modal))
  const first = group.findIndex((word) => word.tag === 'AUX')
  const finite = first < 0 ? words[at] : group[first]
  return finite === undefined ? null : tenseOfFinite(finite, first < 0 ? [] : group.slice(first + 1))
}

const isBoundary = (word: Word): boolean =>
  (word.tag === 'PUNCT' && word.lower !== '-' && word.lower !== '.') || CLAUSE_OPENERS.has(word.lower)

/** The index of the bracket that closes the one at `at`, or `at` where none does. */
const beyondBracket = (words: readonly Word[], at: number, step: 1 | -1): number => {
  const other =
    step > 0
      ? words.findIndex((word, index) => index > at && word.lower === ')')
      : words.findLastIndex((word, index) => index < at && word.lower === '(')
  return other < 0 ? at : other
}

/** The tense of the nearest telling verb from `from` (left of it where `step` is −1), as far as `stops` lets it look. */
const search = (words: readonly Word[], from: number, { step, stops }: { step: 1 | -1; stops: boolean }): Tense => {
  for (let at = from; at >= 0 && at < words.length; at += step) {
    const word = words[at]
    if (word === undefined || (stops && isBoundary(word))) return null
    if (word.lower === (step > 0 ? '(' : ')')) at = beyondBracket(words, at, step)
    if (step < 0 && AHEAD.has(word.lower)) return 'future'
    const tense = isVerb(word) ? tenseOfGroup(words, at) : null
    if (tense !== null) return tense
  }
  return null
}

const sentenceWords = (document: Document, at: Span): readonly Word[] =>
  tokensIn(document, sentenceAt(document, at.start)).map((token) => ({
    ...token,
    lower: document.text.slice(token.start, token.end).toLowerCase(),
  }))

/** Whether `at` is only the day when something was said: "told the court on Tuesday". */
export const isReported = (document: Document, at: Span): boolean => {
  const words = sentenceWords(document, at).filter((word) => word.end <= at.start)
  const clause = words.slice(words.findLastIndex(isBoundary) + 1)
  const verb = clause.findLast((word) => word.tag === 'VERB')
  return verb !== undefined && REPORTING.has(verb.lemma)
}

/** Past or future of the clause in which the words of time `at` stand. */
export const tenseAt = (document: Document, at: Span): Tense => {
  const words = sentenceWords(document, at)
  const first = words.findIndex((word) => word.end > at.start)
  const after = words.findIndex((word) => word.start >= at.end)
  const next = after < 0 ? words.length : after
  return (
    search(words, first - 1, { step: -1, stops: true }) ??
    search(words, next, { step: 1, stops: true }) ??
    search(words, first - 1, { step: -1, stops: false }) ??
    search(words, next, { step: 1, stops: false })
  )
}
