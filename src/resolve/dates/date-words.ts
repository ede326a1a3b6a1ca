import { MONTHS, SMALL_COUNTS, WEEKDAYS } from './dates.data.ts'
import type { Groups, Turn, When } from './date-grammar.ts'

/** One blank between two words; a line may break there, a paragraph may not. */
export const S = '[ \\u00A0\\n]'
export const either = (words: Iterable<string>): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .join('|')
    .replaceAll("'", "['’]")
/** A full stop belongs to an abbreviation only where a figure follows. */
export const MONTH = `(?<month>${either(Object.keys(MONTHS))})\\b(?:\\.(?=${S}\\d))?`
export const WEEKDAY = `(?<weekday>${either(Object.keys(WEEKDAYS))})\\b`
export const DAY = '(?<day>3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?\\b'
export const YEAR = '(?<year>1[5-9]\\d\\d|20\\d\\d)\\b'
/** A year in figures, or one counted from the current. */
export const OF_YEAR = `(?:,?${S}(?:of${S})?(?:${YEAR}|(?<years>last|this|next)${S}year\\b))?`
/** The year that stands after the second of two days. */
export const LATER = YEAR.replace('?<year>', '?<later>')
export const TO = `(?:${S}?[–-]${S}?|${S}(?:to|and|or|until|through)${S}(?:the${S})?)`
export const COUNT = `(?<count>\\d{1,3}|${either(Object.keys(SMALL_COUNTS))})`
export const UNIT = '(?<unit>day|week|fortnight|month|year|decade)s?'
export const TURN = '(?<turn>last|next|this|coming|past)'
export const DAY_PART = '(?:day|night|evening|morning|afternoon)'

/** The pattern where a word or number begins, `1,` and `2.` before it aside. */
export const matching = (source: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}]|\\d[.,])${source}`, 'giu')

export const capital = (word: string | undefined): boolean => word !== undefined && /^\p{Lu}/u.test(word)
export const monthIn = (groups: Groups): number | null =>
  capital(groups['month']) ? (MONTHS[groups['month']?.toLowerCase() ?? ''] ?? null) : null
export const weekdayIn = (groups: Groups): number | null =>
  capital(groups['weekday']) ? (WEEKDAYS[groups['weekday']?.toLowerCase() ?? ''] ?? null) : null
export const countIn = (groups: Groups): number =>
  Number(groups['count']) || (SMALL_COUNTS[groups['count']?.toLowerCase() ?? ''] ?? 1)
export const plain = (word: string | undefined): string => (word ?? '').toLowerCase().replaceAll('’', "'")

export const turnIn = (groups: Groups): Turn => {
  const turn = plain(groups['turn'])
  if (turn === 'last' || turn === 'past') return 'last'
  return turn === 'next' || turn === 'this' ? turn : turn === 'coming' ? 'next' : 'bare'
}

/** Words that could mean two dates. */
export const OPEN: When = { kind: 'open' }

export const WEEKS_OR_YEARS: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 }
export const yearsIn = (groups: Groups): number | null => WEEKS_OR_YEARS[plain(groups['years'])] ?? null

/** Where a phrase of time is over. After `the day before` an event may follow instead, and the days count from that. */
export const OVER =
  /^(?:$|[.,;:!?)\]"”’–—\n]|[ \u00A0](?:[–—]|(?:and|or|but|when|with|as|by|at|to|in|is|was|were|had|has|before|after|on|from)\b))/u

/** On which side of a day told another lies. */
export const SAME_SIDE: Readonly<Record<string, number>> = {
  same: 0,
  that: 0,
  very: 0,
  previous: -1,
  preceding: -1,
  following: 1,
  next: 1,
}
