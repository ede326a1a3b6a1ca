import { logit, type Probability } from '../core/probability.ts'
import { LIKELIHOODS, MONTHS, NUMBERS, STRENGTHS } from './wording.data.ts'

/** Keeps a number and its sign on one line. */
const NO_BREAK = '\u00A0'

/** ICD 203 words for a probability. */
export const likelihoodWords = (p: Probability): string => LIKELIHOODS.find(({ below }) => p < below)?.words ?? 'almost certain'

/** Whole per cent; never 0 or 100, which would be certainty. */
export const percent = (p: Probability): string => {
  if (p < 0.01) return `under${NO_BREAK}1${NO_BREAK}%`
  if (p > 0.99) return `over${NO_BREAK}99${NO_BREAK}%`
  return `${Math.round(p * 100)}${NO_BREAK}%`
}

/** Past a ratio of a million only that it is past is told. */
const isVast = (nats: number): boolean => !(Math.exp(Math.abs(nats)) < 1e6)

/** Two figures of a ratio of at least 1. */
const ratio = (value: number): string => {
  if (value < 1.095) return value.toFixed(2)
  if (value < 9.95) return value.toFixed(1)
  return (value < 100 ? Math.round(value) : Number(value.toPrecision(2))).toLocaleString('en')
}

/** Two figures of any ratio: "0.039", "980". */
export const ratioWords = (value: number): string => {
  if (value >= 1) return ratio(value)
  return value < 1e-6 ? 'under 0.000001' : value.toLocaleString('en', { maximumSignificantDigits: 2 })
}

/** Below this a weight in nats multiplies the odds by less than 1.005 and is told as none. */
export const SMALLEST_WEIGHT = 0.005

/** By how much a weight in nats multiplies the odds, whichever way: "3.2". */
export const times = (nats: number): string => (isVast(nats) ? 'over a million' : ratio(Math.exp(Math.abs(nats))))

/** "×3.2", ">×1,000,000". */
export const multiplier = (nats: number): string => (isVast(nats) ? `>×${(1e6).toLocaleString('en')}` : `×${times(nats)}`)

/** Four decimals with their sign: "+0.6931", "−1.2000", "0.0000". */
export const natsWords = (nats: number): string => {
  const figures = Math.abs(nats).toFixed(4)
  if (Number(figures) === 0) return figures
  return `${nats > 0 ? '+' : '−'}${figures}`
}

/** The same with its direction: "×3.2 for", "×4.0 against", "no weight". */
export const weightWords = (nats: number): string =>
  Math.abs(nats) < SMALLEST_WEIGHT ? 'no weight' : `${multiplier(nats)}${NO_BREAK}${nats > 0 ? 'for' : 'against'}`

/** Figures to which a ratio is rounded before it is looked up, so that 0.9 / 0.009 is 100. */
const EXACT_FIGURES = 12

const exact = (ratio: number): number => Number(ratio.toPrecision(EXACT_FIGURES))

const strengthOf = (ratio: number): string => STRENGTHS.find(({ below }) => exact(ratio) < below)?.words ?? 'extremely strong'

/** The ENFSI 2015 word for the strength of a weight in nats, as a likelihood ratio. */
export const strengthWords = (nats: number): string => strengthOf(Math.exp(Math.abs(nats)))

/** The same for a likelihood ratio, as a phrase: "weak support"; below 2, and below 1, "no support". */
export const supportWords = (ratio: number): string => (exact(ratio) < 2 ? 'no support' : `${strengthOf(ratio)} support`)

/** "4.9 to 1", "1 to 3.2", "even". */
export const oddsWords = (p: Probability): string => {
  const nats = logit(p)
  if (Math.abs(nats) < SMALLEST_WEIGHT) return 'even'
  return nats > 0 ? `${times(nats)} to 1` : `1 to ${times(nats)}`
}

/** "one" to "twelve", then figures. */
export const numberWords = (count: number): string => NUMBERS[count] ?? String(count)

/** "1 article", "5 articles": in figures, for labels. */
export const figured = (count: number, noun: string, plural = `${noun}s`): string =>
  `${count}${NO_BREAK}${count === 1 ? noun : plural}`

/** "one article", "five articles": for prose. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${numberWords(count)} ${count === 1 ? noun : plural}`

/** "a", "a and b", "a, b and c". */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1] ?? ''}`

export const capitalised = (text: string): string => {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0x20)
  return text === '' ? '' : first.toLocaleUpperCase('en') + text.slice(first.length)
}

const CLOSED = /[.!?…]["'”’)\]]?$/u

/** The short name of a document (`d2`) keeps its small letter at the front of a sentence. */
const LABEL = /^\p{Ll}+\d/u

/** A clause as a sentence: a capital at its front, a full stop at its end where none stands. */
export const asSentence = (clause: string): string => {
  const opened = LABEL.test(clause) ? clause : capitalised(clause)
  return CLOSED.test(opened) ? opened : `${opened}.`
}

/** "6 May 2024", "May 2024" or "2024" for an ISO 8601 date; what is no such date stays as it is. */
export const dateWords = (iso: string): string => {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?!\d))?)?/u.exec(iso) ?? []
  if (year === undefined) return iso
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1]
  return [day === undefined ? undefined : String(Number(day)), name, year].filter((part) => part !== undefined).join(NO_BREAK)
}
