import { dayOf, isoDay } from './calendar.ts'
import { FIXED_FEASTS, MOVING_FEASTS, ORDINALS } from './dates.data.ts'
import type { Groups, Rule, When } from './date-grammar.ts'
import {
  capital,
  DAY,
  either,
  LATER,
  matching,
  MONTH,
  monthIn,
  OF_YEAR,
  OPEN,
  OVER,
  plain,
  S,
  TO,
  WEEKDAY,
  YEAR,
  yearsIn,
} from './date-words.ts'

const LEAP_YEAR = 2000

const dayIn = (month: number | null, day: number, groups: Groups): When | null => {
  if (month === null) return null
  const year = groups['year']
  const known = dayOf(year === undefined ? LEAP_YEAR : Number(year), month, day)
  if (known === null) return null
  return year === undefined ? { kind: 'day', month, day, years: yearsIn(groups) } : { kind: 'fixed', iso: isoDay(known) }
}

/** Day, month and year in figures: which is which shows only where one of the first two is above 12, or both are one. */
const inFigures = (first: number, second: number, groups: Groups): When | null => {
  if (first > 12) return dayIn(second, first, groups)
  return second > 12 || first === second ? dayIn(first, second, groups) : OPEN
}

const FEAST_LEADS = /^(?:at|since|by|before|after|until|till|over|from|last|this|next)$/u

/** Days by date: in figures, with their month, by ordinal, by feast. */
export const DAY_RULES: readonly Rule[] = [
  {
    pattern: matching('(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})(?!\\d)'),
    read: (groups) => dayIn(Number(groups['month']), Number(groups['day']), groups),
  },
  {
    pattern: matching('(?<first>\\d{1,2})(?:/(?<second>\\d{1,2})/|\\.(?<dotted>\\d{1,2})\\.)(?<year>\\d{4})(?!\\d)'),
    read: (groups) => inFigures(Number(groups['first']), Number(groups['second'] ?? groups['dotted']), groups),
  },
  {
    pattern: matching(`(?:${WEEKDAY},?${S})?(?:the${S})?${DAY}(?:${S}day)?(?:${S}of)?${S}${MONTH}${OF_YEAR}`),
    read: (groups) => dayIn(monthIn(groups), Number(groups['day']), groups),
  },
  {
    // The first of two days of one month.
    pattern: matching(`${DAY}(?=${TO}\\d{1,2}(?:st|nd|rd|th)?(?:${S}of)?${S}${MONTH}${OF_YEAR})`),
    read: (groups) => dayIn(monthIn(groups), Number(groups['day']), groups),
  },
  {
    pattern: matching(`(?:the${S})?(?<nth>${either(ORDINALS)})(?:${S}day)?${S}of${S}${MONTH}${OF_YEAR}`),
    read: (groups) => dayIn(monthIn(groups), ORDINALS.indexOf(plain(groups['nth'])) + 1, groups),
  },
  {
    pattern: matching(
      `(?:${WEEKDAY},?${S})?${MONTH}${S}${DAY}(?![.:]\\d)(?:(?=${TO}\\d{1,2}(?:st|nd|rd|th)?,?${S}${LATER})|${OF_YEAR})`,
    ),
    // "In June 14 people": after `in` a month is whole.
    read: (groups, { before, after }) =>
      before[0] === 'in' && /^[ \u00A0]\p{Ll}/u.test(after)
        ? null
        : dayIn(monthIn(groups), Number(groups['day']), { ...groups, year: groups['year'] ?? groups['later'] }),
  },
  {
    pattern: new RegExp(
      `(?<=(?<![\\p{L}])${MONTH}${S}\\d{1,2}(?:st|nd|rd|th)?${TO})${DAY}(?!${S}${MONTH.replace('?<month>', '?:')})${OF_YEAR}`,
      'giu',
    ),
    read: (groups) => dayIn(monthIn(groups), Number(groups['day']), groups),
  },
  {
    pattern: matching(
      `(?<feast>${either([...Object.keys(FIXED_FEASTS), ...Object.keys(MOVING_FEASTS)])})(?:,?${S}${YEAR})?(?!\\p{L})`,
    ),
    read: (groups, { before, after }) => {
      const feast = plain(groups['feast'])
      if (!capital(groups['feast'])) return null
      // "Merry Christmas" and "a face like Christmas" are no dates.
      if ((feast === 'easter' || feast === 'christmas') && (!FEAST_LEADS.test(before[0] ?? '') || /^ \p{Lu}/u.test(after)))
        return null
      const [month, day] = FIXED_FEASTS[feast] ?? [null, 0]
      if (month !== null) return dayIn(month, day, groups)
      return groups['year'] === undefined ? { kind: 'feast', fromEaster: MOVING_FEASTS[feast] ?? 0 } : OPEN
    },
  },
  {
    pattern: matching('the (?<day>3[01]|[12]\\d|[1-9])(?:st|nd|rd|th)(?!\\p{L})'),
    read: (groups, { after }) =>
      OVER.test(after) || /^ (?:he|she|it|they|we|i|you|the|an?|his|her|its|their|this|all|both|no)\b/u.test(after)
        ? { kind: 'day-of-month', day: Number(groups['day']) }
        : null,
  },
]
