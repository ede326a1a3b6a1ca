import { MULTIPLIERS, SIMPLE_NUMBERS } from './quantities.data.ts'
import type { Numeral } from './numeral.ts'

const WORDS = [...Object.keys(SIMPLE_NUMBERS), ...Object.keys(MULTIPLIERS)].join('|')
const FIRST_WORD = new RegExp(`(?<![\\p{L}\\p{N}]|[\\p{L}\\p{N}][-–])(?:${WORDS})(?!\\p{L})`, 'giu')
const NEXT_WORD = new RegExp(`(?: and a half)?(?<joint>[ -]| and )(?<word>${WORDS})(?!\\p{L})`, 'iuy')
const AND_A_HALF = / and a half(?!\p{L})/iuy

/** What a number may begin with where its first word multiplies: "a dozen", "half a million". Longer ones first. */
const SHARES: readonly (readonly [lead: string, share: number])[] = [
  ['three quarters of a ', 0.75],
  ['a quarter of a ', 0.25],
  ['half a ', 0.5],
  ['a ', 1],
]

/** A number as far as its words have been read. */
interface Spelled {
  readonly end: number
  /** Thousands and more, closed. */
  readonly total: number
  /** Below a thousand, still open. */
  readonly open: number
  /** The value of the last word, and whether it multiplies. */
  readonly last: number
  readonly multiplies: boolean
}

const NOTHING: Spelled = { end: 0, total: 0, open: 0, last: 0, multiplies: false }

const withWord = (spelled: Spelled, word: string, end: number): Spelled => {
  const times = MULTIPLIERS[word]
  const { total, open } = spelled
  if (times === undefined) {
    const value = SIMPLE_NUMBERS[word] ?? 0
    return { end, total, open: open + value, last: value, multiplies: false }
  }
  const product = (open === 0 ? 1 : open) * times
  return { end, total: times >= 1000 ? total + product : total, open: times >= 1000 ? 0 : product, last: times, multiplies: true }
}

/** Whether a word goes on with the number: "thirty-one", "two hundred", "a thousand and six", never "two three". */
const goesOn = ({ last, multiplies }: Spelled, word: string, joint: string): boolean => {
  if (word in MULTIPLIERS) return joint !== ' and '
  const value = SIMPLE_NUMBERS[word] ?? 0
  return multiplies ? last >= 100 && value < last : last >= 20 && value > 0 && value < 10 && joint !== ' and '
}

/** The longest number that begins with `first`, which ends at `end`. */
const spelledFrom = (text: string, first: string, end: number): Spelled => {
  let spelled = withWord(NOTHING, first, end)
  for (;;) {
    NEXT_WORD.lastIndex = spelled.end
    const next = NEXT_WORD.exec(text)
    const word = next?.groups?.['word']?.toLowerCase()
    if (next === null || word === undefined || !goesOn(spelled, word, next.groups?.['joint'] ?? ' ')) return spelled
    // "two and a half million"
    const half = next[0].toLowerCase().startsWith(' and a half')
    spelled = withWord(half ? { ...spelled, open: spelled.open + 0.5 } : spelled, word, spelled.end + next[0].length)
  }
}

/** What stands before a multiplying first word; null where it counts nothing by itself ("several hundred"). */
const shareBefore = (text: string, start: number): readonly [lead: string, share: number] | null => {
  const before = ` ${text.slice(Math.max(0, start - 24), start).toLowerCase()}`
  return SHARES.find(([lead]) => before.endsWith(` ${lead}`)) ?? null
}

/** The numbers that a text writes in words. */
export const numbersInWords = (text: string): readonly Numeral[] => {
  const numerals: Numeral[] = []
  let read = 0
  for (const { 0: found, index } of text.matchAll(FIRST_WORD)) {
    if (index < read) continue
    const first = found.toLowerCase()
    const share = first in MULTIPLIERS ? shareBefore(text, index) : (['', 1] as const)
    if (share === null) continue
    const { end, total, open, last, multiplies } = spelledFrom(text, first, index + found.length)
    AND_A_HALF.lastIndex = end
    const half = AND_A_HALF.exec(text)?.[0].length ?? 0
    const multiplier = multiplies ? last : 1
    read = end + half
    numerals.push({
      start: index - share[0].length,
      end: read,
      value: (total + open + (half === 0 ? 0 : multiplier / 2)) * share[1],
      form: 'words',
      multiplier,
    })
  }
  return numerals
}
