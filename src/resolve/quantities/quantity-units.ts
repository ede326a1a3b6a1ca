import type { Document, Token } from '../../core/document.ts'
import type { Span } from '../../core/span.ts'
import type { Numeral } from './numeral.ts'
import { firstEndingAfter } from '../place.ts'
import {
  BARE_PLURALS,
  COUNTED_STATES,
  CURRENCY_SIGNS,
  MEASURES,
  MEASURE_ADJECTIVES,
  MULTIPLIER_LETTERS,
  NO_UNITS,
  UNIT_SIGNS,
} from './quantities.data.ts'

/** What a number counts, and where the number with it stands. */
export interface Counted extends Span {
  readonly value: number
  readonly unit: string | null
  /** The number is no amount at all: a fraction, a turn of speech. */
  readonly idle: boolean
}

const CURRENCY_BEFORE = new RegExp(`(?:${CURRENCY_SIGNS})$`, 'u')
/** The upper bound of a range whose sign stands before the lower one: `$40–50m`. */
const CURRENCY_OF_RANGE = new RegExp(`(?<sign>${CURRENCY_SIGNS})\\d[\\d.,]{0,12}(?:k|m|bn|tn)?[–-]$`, 'u')
const AGED_BEFORE = /\baged?(?: between| about| around| only)? $/iu
const PERCENT_AFTER = /^(?: ?%|[ -]per ?cent(?!\p{L})|pc(?!\p{L}))/u
const POINTS_AFTER = /^[ -]?(?:percentage|%) points?/u
const SIGN_AFTER = new RegExp(
  `^[ \\u00A0]?(?:${[...UNIT_SIGNS].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\p{N}])`,
  'u',
)
const HYPHEN_AFTER = /^-(?:odd |strong |plus )?(?<noun>\p{L}+)(?<old>-olds?)?/u
const OF_SET = /^ of (?:the|these|those|his|her|its|their|our|my|your)(?: \p{L}+['’]s?)? /u
const LONGEST_UNIT = 8

const wordAt = (document: Document, token: Token): string => document.text.slice(token.start, token.end)

const isPlural = (lower: string): boolean => BARE_PLURALS.has(lower) || (lower.endsWith('s') && !lower.endsWith('ss'))

const isNoun = (token: Token | undefined): boolean => token?.tag === 'NOUN'

/** The token, a noun where its tag says verb: after a number above one no verb ends in `s` ("two of the nine beams"). */
const counting = (document: Document, token: Token | undefined, value: number): Token | undefined =>
  token?.tag === 'VERB' && value !== 1 && isPlural(wordAt(document, token)) ? { ...token, tag: 'NOUN' } : token

const singular = (lower: string): string => lower.replace(/s$/u, '')

/** May stand between a number and the noun it counts. */
const qualifies = (token: Token, next: Token | undefined): boolean =>
  token.tag === 'ADJ' ||
  token.tag === 'PROPN' ||
  token.tag === 'ADV' ||
  (token.tag === 'VERB' && (isNoun(next) || next?.tag === 'ADJ'))

/** Where a phrase is looked for: from the first character after a number to where the next number or time begins. */
interface Reach {
  readonly from: number
  readonly limit: number
}

/** The nouns after a number and what qualifies them: a simple noun phrase without its number. */
const phraseAfter = (document: Document, { value }: Numeral, { from, limit }: Reach): readonly Token[] => {
  const phrase: Token[] = []
  const first = firstEndingAfter(document.tokens, from)
  for (let at = first; at < first + LONGEST_UNIT; at++) {
    const found = phrase.some(isNoun)
    const counts = phrase.some((earlier) => isNoun(earlier) && isPlural(wordAt(document, earlier)))
    const token = counts ? document.tokens[at] : counting(document, document.tokens[at], value)
    const next = counts ? document.tokens[at + 1] : counting(document, document.tokens[at + 1], value)
    if (
      token === undefined ||
      token.start >= limit ||
      /[^ \u00A0-]/u.test(document.text.slice(phrase.at(-1)?.end ?? from, token.start))
    )
      break
    const word = wordAt(document, token).toLowerCase()
    if (word === '-' && next?.start === token.end) {
      phrase.push(token, next)
      at++
      continue
    }
    if (!isNoun(token) && (found ? phrase.at(-1)?.tag !== 'ADJ' : !qualifies(token, next))) break
    phrase.push(token)
    if (isNoun(token) && (MEASURES.has(word) || MEASURES.has(singular(word)))) break
  }
  return phrase
}

/** The head of a phrase: its last noun, but a plural before a singular that is more likely a verb ("14 passengers escape"). */
const headOf = (document: Document, phrase: readonly Token[], value: number): Token | null => {
  const nouns = phrase.filter(isNoun)
  const last = nouns.at(-1)
  if (last === undefined)
    return phrase.findLast((token) => token.tag === 'PROPN' && isPlural(wordAt(document, token).toLowerCase())) ?? null
  const plural = value === 1 ? undefined : nouns.findLast((token) => isPlural(wordAt(document, token).toLowerCase()))
  return plural ?? last
}

const unitInPhrase = (document: Document, numeral: Numeral, { from, limit }: Reach): Counted => {
  const phrase = phraseAfter(document, numeral, { from, limit })
  const state = document.tokens[firstEndingAfter(document.tokens, from)]
  const head = headOf(document, phrase, numeral.value)
  if (head === null) {
    const stands = state !== undefined && state.start < limit && COUNTED_STATES.has(wordAt(document, state).toLowerCase())
    return stands
      ? { ...numeral, end: state.end, unit: wordAt(document, state), idle: false }
      : { ...numeral, unit: null, idle: false }
  }
  const before = phrase[phrase.indexOf(head) - 1]
  const measured = before !== undefined && MEASURE_ADJECTIVES.has(wordAt(document, before).toLowerCase())
  const unit = document.text.slice(measured ? before.start : head.start, head.end)
  return { ...numeral, end: head.end, unit, idle: NO_UNITS.has(unit.toLowerCase()) }
}

const withHyphen = (numeral: Numeral, after: string): Counted | null => {
  const match = HYPHEN_AFTER.exec(after)
  const noun = match?.groups?.['noun']
  if (match === null || noun === undefined) return null
  const end = numeral.end + match[0].length
  if (match.groups?.['old'] !== undefined) return { ...numeral, end, unit: 'years', idle: false }
  // "Her twenty-second" is an ordinal, "a twenty-second clip" is not.
  const ordinal = noun === 'second' && numeral.form === 'words' && !/^ \p{Ll}/u.test(after.slice(match[0].length))
  return { ...numeral, end, unit: noun, idle: ordinal || NO_UNITS.has(noun.toLowerCase()) }
}

/** `3m` is metres, but millions after a currency sign and before things counted. */
const metres = (text: string, numeral: Numeral): Counted | null => {
  const isLetter = /\dm$/u.test(text.slice(numeral.start, numeral.end))
  if (!isLetter || /^ \p{L}{3,}s\b| people\b/u.test(text.slice(numeral.end, numeral.end + 24))) return null
  return { ...numeral, value: numeral.value / (MULTIPLIER_LETTERS['m'] ?? 1), unit: 'm', idle: false }
}

/** The number with its unit: currency, per cent, a sign, a hyphened noun, or the head of the phrase after it, which ends by `limit`. */
export const counted = (document: Document, numeral: Numeral, limit: number): Counted => {
  const { text } = document
  const after = text.slice(numeral.end, Math.min(numeral.end + 48, limit))
  const currency = CURRENCY_BEFORE.exec(text.slice(Math.max(0, numeral.start - 4), numeral.start))?.[0]
  if (currency !== undefined) return { ...numeral, start: numeral.start - currency.length, unit: currency.trim(), idle: false }
  const shared = CURRENCY_OF_RANGE.exec(text.slice(Math.max(0, numeral.start - 24), numeral.start))?.groups?.['sign']
  if (shared !== undefined) return { ...numeral, unit: shared.trim(), idle: false }
  if (AGED_BEFORE.test(text.slice(Math.max(0, numeral.start - 16), numeral.start)))
    return { ...numeral, unit: 'years', idle: false }
  const points = POINTS_AFTER.exec(after)?.[0]
  if (points !== undefined) return { ...numeral, end: numeral.end + points.length, unit: 'percentage points', idle: false }
  const percent = PERCENT_AFTER.exec(after)?.[0]
  if (percent !== undefined) return { ...numeral, end: numeral.end + percent.length, unit: '%', idle: false }
  const sign = SIGN_AFTER.exec(after)?.[0]
  if (sign !== undefined) return { ...numeral, end: numeral.end + sign.length, unit: sign.trim(), idle: false }
  const special = withHyphen(numeral, after) ?? metres(text, numeral)
  if (special !== null) return special
  const set = OF_SET.exec(after)?.[0]
  if (set !== undefined) {
    const inSet = unitInPhrase(document, numeral, { from: numeral.end + set.length, limit })
    return inSet.unit === null ? { ...numeral, unit: null, idle: false } : inSet
  }
  return unitInPhrase(document, numeral, { from: numeral.end, limit })
}
