import type { Document } from '../../core/document.ts'
import type { Quantity } from '../../core/measure.ts'
import { overlaps } from '../../core/span.ts'
import { timePhrases } from '../dates/date-phrases.ts'
import { isAmount, isLabel, type Reading } from './number-roles.ts'
import { numeralsIn } from './numerals.ts'
import { firstEndingAfter, wordsBefore } from '../place.ts'
import { counted } from './quantity-units.ts'

const WORDS_LOOKED_AT = 6
const CHARACTERS_LOOKED_AT = 24

/** Every number outside words of time, with what it would count. */
const readingsOf = (document: Document): readonly Reading[] => {
  const { text } = document
  const times = timePhrases(text)
  const numerals = numeralsIn(text).filter((numeral) => {
    const time = times[firstEndingAfter(times, numeral.start)]
    return time === undefined || !overlaps(time, numeral)
  })
  return numerals.map((numeral, index) => {
    const time = times[firstEndingAfter(times, numeral.end)]
    const limit = Math.min(numerals[index + 1]?.start ?? text.length, time?.start ?? text.length)
    const amount = counted(document, numeral, limit)
    return {
      numeral,
      counted: amount,
      words: text.slice(numeral.start, numeral.end),
      before: wordsBefore(text, amount.start, WORDS_LOOKED_AT),
      left: text.slice(Math.max(0, amount.start - CHARACTERS_LOOKED_AT), amount.start),
      right: text.slice(numeral.end, numeral.end + CHARACTERS_LOOKED_AT),
    }
  })
}

/** How two numbers next to each other belong together. */
type Bond = 'range' | 'ratio' | null

/** A score is written like a range; below this, and without a unit, it is taken for one. */
const LARGEST_SCORE = 20

/** Years; a number beyond counts no one's age. */
const OLDEST = 120

const bondOf = (text: string, first: Reading, second: Reading): Bond => {
  const between = text.slice(first.counted.end, second.counted.start)
  const low = first.numeral.value * (first.numeral.multiplier === 1 ? second.numeral.multiplier : 1)
  const rises = low < second.numeral.value
  if (/^ ?[–-] ?$/u.test(between))
    return rises && (second.counted.unit !== null || second.numeral.value > LARGEST_SCORE) ? 'range' : 'ratio'
  if (/^ (?:to|or)(?: up to)? $/u.test(between))
    return rises ? 'range' : second.counted.unit === null && between === ' to ' && first.before[0] !== 'from' ? 'ratio' : null
  if (between === ' and ' && first.before[0] === 'between') return 'range'
  // "nine in ten", and the groups of a telephone number.
  if (between === ' in ') return first.counted.unit === null || second.counted.unit === null ? 'ratio' : null
  return between === ' ' && first.counted.unit === null && /^\d{3,}$/u.test(second.words) ? 'ratio' : null
}

/** The lower bound takes the unit and the magnitude that are told with the upper one: "40 to 60 million crowns". */
const asLowerBound = (first: Reading, second: Reading): Reading => {
  const scaled = first.numeral.multiplier === 1 && first.numeral.value * second.numeral.multiplier < second.numeral.value
  const value = first.counted.value * (scaled ? second.numeral.multiplier : 1)
  return { ...first, counted: { ...first.counted, value, unit: first.counted.unit ?? second.counted.unit } }
}

const JOINS_LABELS = /^(?:,| and| or| to|,? ?&|[–-]) ?$/iu

/** The numbers that number something: labels, and those that a list of labels goes on with ("districts 4 and 5"). */
const labelsAmong = (readings: readonly Reading[], document: Document): ReadonlySet<number> => {
  const labels = new Set<number>()
  for (const [index, reading] of readings.entries()) {
    const before = readings[index - 1]
    const goesOn =
      before !== undefined &&
      labels.has(index - 1) &&
      JOINS_LABELS.test(document.text.slice(before.numeral.end, reading.numeral.start))
    if (goesOn || isLabel(reading, document)) labels.add(index)
  }
  return labels
}

/** The amounts among the readings; the bounds of a range share their unit, and fall together. */
const amountsAmong = (readings: readonly Reading[], document: Document): readonly Reading[] => {
  const labels = labelsAmong(readings, document)
  const bonds = readings.map((reading, index) => {
    const next = readings[index + 1]
    return next === undefined ? null : bondOf(document.text, reading, next)
  })
  const told = [...readings]
  const idle = new Set<number>()
  // From the right: a lower bound takes its unit from the bound after it, which may have taken its own.
  for (const [index, reading] of [...readings.entries()].reverse()) {
    const next = told[index + 1]
    if (bonds[index] === 'ratio') idle.add(index + 1)
    const apart = labels.has(index) || bonds[index] === 'ratio' || (bonds[index] === 'range' && idle.has(index + 1))
    if (apart || !isAmount(reading, document)) idle.add(index)
    if (bonds[index] === 'range' && next !== undefined) told[index] = asLowerBound(reading, next)
  }
  return told.filter((_, index) => !idle.has(index))
}

/** A number between commas behind a name, or after `aged`. */
const isAge = ({ numeral: { value, form }, counted: { unit }, before, left, right }: Reading): boolean => {
  if (unit !== null || value < 1 || value > OLDEST || value % 1 !== 0) return false
  if (before.includes('aged') || before[0] === 'age') return true
  if (!/\p{L}, $/u.test(left)) return false
  const name = left.split(' ').at(-2) ?? ''
  return /^(?:,| who\b)/u.test(right) || (form === 'figures' && /^\p{Lu}/u.test(name) && /^[;.)]/u.test(right))
}

/**
 * The amounts that a document gives, in reading order, with their units as they stand; one for each bound of a range. Left out are
 * dates, times of day, labels ("page 41"), scores, odds ("nine in ten"), telephone numbers, fractions, vague counts ("dozens"), and
 * `one` where it may be a pronoun. The age of a person has the unit `years`. `claim` is null: which claim an amount is about is
 * not for its words to say.
 */
export const quantitiesOf = (document: Document): readonly Quantity[] =>
  amountsAmong(readingsOf(document), document).map((reading) => ({
    document: document.id,
    span: { start: reading.counted.start, end: reading.counted.end },
    value: reading.counted.value,
    unit: isAge(reading) ? 'years' : reading.counted.unit,
    claim: null,
  }))
