import type { Document } from '../../core/document.ts'
import { firstEndingAfter } from '../place.ts'
import type { Numeral } from './numeral.ts'
import { AMOUNT_WORDS, CLOCK_LEADS, COUNTING_ONE, MEASURES, NUMBERED, RESUMING } from './quantities.data.ts'
import type { Counted } from './quantity-units.ts'

/** A number in its place, with what it would count there. */
export interface Reading {
  readonly numeral: Numeral
  readonly counted: Counted
  /** The numeral as it stands. */
  readonly words: string
  /** Words before it, nearest first, in lower case. */
  readonly before: readonly string[]
  /** The text around it, up to 24 characters either side. */
  readonly left: string
  readonly right: string
}

type Test = (reading: Reading, document: Document) => boolean

const isMeasure = (unit: string | null): boolean =>
  unit !== null && (MEASURES.has(unit.toLowerCase()) || MEASURES.has(unit.toLowerCase().replace(/s$/u, '')))

/** `4 am`, `10:52`, `by 14.20`, `at nine`, `seven minutes past eight`: a time of day. */
const isClock: Test = ({ numeral, counted: { unit }, words, before, left, right }) => {
  const lead = before[0] ?? ''
  if (/^ ?(?:[ap]\.?m\b|noon\b|o['’]clock|GMT\b|hrs\b)|^:\d|^ minutes? (?:past|to)\b/iu.test(right)) return true
  if (/^(?:[01]?\d|2[0-3])\.[0-5]\d$/u.test(words) && unit !== '%' && !isMeasure(unit)) {
    return CLOCK_LEADS.has(lead) || /^(?:from|to|between|and|shortly|the)$/u.test(lead) || /(?:^|\n|[([])$/u.test(left)
  }
  if (/^ past\b/u.test(right)) return true
  if (unit !== null || numeral.value > 12 || numeral.multiplier > 1 || numeral.value % 1 !== 0) return false
  if (lead === 'past' || (lead === 'to' && /^(?:quarter|five|ten|twenty)$/u.test(before[1] ?? ''))) return true
  return CLOCK_LEADS.has(lead) && lead !== 'by' && !before.some((word) => AMOUNT_WORDS.has(word))
}

const numbers = (word: string): boolean =>
  NUMBERED.has(word) || NUMBERED.has(word.replace(/s$/u, '')) || NUMBERED.has(word.replace(/es$/u, ''))

/** `page 41`, `Channel 9`, `No. 4`: it names one of many. */
export const isLabel: Test = ({ numeral, counted: { unit }, words, before, left }, document) => {
  if (/(?:\b(?:nos?|pp?)\.|[№#]) ?$/iu.test(left)) return true
  const lead = before[0] ?? ''
  if (numbers(lead) && before[1] !== 'a' && before[1] !== 'to') return true
  const token = document.tokens[firstEndingAfter(document.tokens, numeral.start) - 1]
  return (
    (numeral.form === 'figures' || /^\p{Lu}/u.test(words)) &&
    unit === null &&
    token?.tag === 'PROPN' &&
    token.end + 1 === numeral.start
  )
}

/** `2019`, `0421`, `1990s`, `24/7`, `4x4`, `1.` before an item of a list. */
const isMark: Test = ({ numeral, counted, words, left, right }) => {
  if (numeral.form === 'words') return false
  if (/^0\d/u.test(words) || /[/:]$/u.test(left) || /^\/(?:\d|\s)/u.test(right)) return true
  if (/^[\p{L}\p{N}]/u.test(right) && counted.unit !== '%' && (counted.unit === null || !right.startsWith(counted.unit)))
    return true
  if (/(?:^|\n)$/u.test(left) && /^[.)] |^[.)]$/u.test(right)) return true
  return counted.unit === null && /^(?:1[5-9]|20)\d\d$/u.test(words)
}

/** `the two`, `one of them`, `no one`: stands for somebody, or is no more than an article. */
const isPronoun: Test = ({ numeral, counted: { unit }, before, right }) => {
  const lead = before[0] ?? ''
  if (numeral.form === 'words' && numeral.value === 1) return !isMeasure(unit) && !COUNTING_ONE.has(lead)
  return (
    unit === null &&
    numeral.form === 'words' &&
    (RESUMING.has(lead) || (/^ of (?:them|us|you|whom|which)\b/u.test(right) && lead === 'the'))
  )
}

/** `Three Rivers`, `the Four Seasons`: a capital inside a sentence with another after it. */
const isName: Test = ({ numeral, counted: { unit }, words, left, right }) =>
  numeral.form === 'words' &&
  /^\p{Lu}/u.test(words) &&
  /^[ -]\p{Lu}/u.test(right) &&
  (unit === null || !/(?:^|[.!?:“"‘'\n])\s?$/u.test(left))

const TESTS: readonly Test[] = [isClock, isLabel, isMark, isPronoun, isName]

/** Whether the number is an amount, and no time of day, label, mark, pronoun or name. */
export const isAmount = (reading: Reading, document: Document): boolean =>
  !reading.counted.idle && !TESTS.some((test) => test(reading, document))
