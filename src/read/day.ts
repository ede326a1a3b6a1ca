import { DAY_NAMES, MONTHS } from './day.data.ts'

/** A calendar day found in a text, as `YYYY-MM-DD`, and where it stands. */
export interface FoundDay {
  readonly iso: string
  readonly start: number
  readonly end: number
}

const MONTH = Object.keys(MONTHS)
  .sort((a, b) => b.length - a.length)
  .join('|')
const WEEKDAY = `(?:(?:${DAY_NAMES.join('|')})\\.?,?\\s{1,3})?`
const ORDINAL = '(?:st|nd|rd|th)?'

/** One way of writing a day, with the groups in the order year, month, day that `parts` puts them in. */
interface Way {
  readonly pattern: RegExp
  readonly parts: (groups: readonly string[]) => readonly [year: string, month: string, day: string]
}

const WAYS: readonly Way[] = [
  {
    pattern: /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/gu,
    parts: ([year = '', month = '', day = '']) => [year, month, day],
  },
  {
    pattern: /(\d{4})年(\d{1,2})月(\d{1,2})日/gu,
    parts: ([year = '', month = '', day = '']) => [year, month, day],
  },
  {
    pattern: new RegExp(
      `${WEEKDAY}(?<!\\d)(\\d{1,2})${ORDINAL}\\.?(?:\\s{1,3}of)?[\\s-]{1,3}(${MONTH})\\.?,?[\\s-]{1,3}(\\d{4})(?!\\d)`,
      'giu',
    ),
    parts: ([day = '', month = '', year = '']) => [year, month, day],
  },
  {
    pattern: new RegExp(`${WEEKDAY}(?<!\\p{L})(${MONTH})\\.?\\s{1,3}(\\d{1,2})${ORDINAL},?\\s{1,3}(\\d{4})(?!\\d)`, 'giu'),
    parts: ([month = '', day = '', year = '']) => [year, month, day],
  },
]

/** Day and month in figures alone, in whichever order: read only where one of the two cannot be a month. */
const FIGURES = /(?<![\d/.])(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?![\d/])/gu

const DAYS_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isoDay = (year: string, month: string, day: string): string | null => {
  const monthNumber = MONTHS[month.toLowerCase()] ?? Number(month)
  const days = DAYS_OF_MONTH[monthNumber - 1]
  const dayNumber = Number(day)
  if (days === undefined || dayNumber < 1 || dayNumber > days || Number(year) < 1000) return null
  return `${year}-${String(monthNumber).padStart(2, '0')}-${String(dayNumber).padStart(2, '0')}`
}

const fromFigures = (first: string, second: string, year: string): string | null => {
  if (Number(first) > 12) return isoDay(year, second, first)
  if (Number(second) > 12) return isoDay(year, first, second)
  return first === second ? isoDay(year, first, second) : null
}

/** Where a match stands, with the blanks that a weekday before it may have left outside. */
const placed = (iso: string | null, match: RegExpExecArray): readonly FoundDay[] =>
  iso === null ? [] : [{ iso, start: match.index, end: match.index + match[0].length }]

/**
 * Every day that the text writes out with its year, in the order of the text: `12 September 2023`, `Sept. 12th, 2023`, `2023-09-12`, a
 * weekday before it or not. `03/04/2023` could be two days and is none.
 */
export const daysIn = (text: string): readonly FoundDay[] =>
  [
    ...WAYS.flatMap(({ pattern, parts }) =>
      [...text.matchAll(pattern)].flatMap((match) => placed(isoDay(...parts(match.slice(1))), match)),
    ),
    ...[...text.matchAll(FIGURES)].flatMap((match) => placed(fromFigures(match[1] ?? '', match[2] ?? '', match[3] ?? ''), match)),
  ].sort((a, b) => a.start - b.start)

/** The first day in a text; null where it names none. Of a time stamp, the day as it is written: that of the publisher's own calendar. */
export const dayIn = (text: string): string | null => daysIn(text)[0]?.iso ?? null
