import { ROUGHLY } from './dates.data.ts'
import type { Groups, Rule, Surroundings, Unit, When } from './date-grammar.ts'
import {
  capital,
  COUNT,
  countIn,
  DAY_PART,
  matching,
  OPEN,
  OVER,
  plain,
  S,
  SAME_SIDE,
  UNIT,
  WEEKS_OR_YEARS,
} from './date-words.ts'

const unitOf = (groups: Groups): { unit: Unit; times: number } => {
  const unit = plain(groups['unit'])
  if (unit === 'fortnight') return { unit: 'week', times: 2 }
  if (unit === 'decade') return { unit: 'year', times: 10 }
  return { unit: unit === 'day' || unit === 'week' || unit === 'month' ? unit : 'year', times: 1 }
}

const shift = (from: 'publication' | 'told' | 'scene', unit: Unit, count: number): When => ({ kind: 'shift', from, unit, count })

const counted = (
  groups: Groups,
  { before }: Surroundings,
  { from, sign }: { from: 'publication' | 'told'; sign: 1 | -1 },
): When => {
  if (ROUGHLY.has(before[0] ?? '')) return OPEN
  const { unit, times } = unitOf(groups)
  return shift(from, unit, sign * times * countIn(groups))
}

/** Days, months and years counted from another. */
export const RELATIVE_RULES: readonly Rule[] = [
  {
    pattern: matching(`the${S}day${S}(?<side>before${S}yesterday|after${S}tomorrow)`),
    read: (groups) => shift('publication', 'day', plain(groups['side']).startsWith('before') ? -2 : 2),
  },
  {
    pattern: matching('(?<word>yesterday|today|tomorrow|tonight)(?!\\p{L})'),
    // A programme or a paper: "told Harbour Tonight".
    read: (groups, { opens }) =>
      capital(groups['word']) && !opens && groups['word'] !== groups['word']?.toUpperCase()
        ? null
        : shift('publication', 'day', { yesterday: -1, tomorrow: 1 }[plain(groups['word'])] ?? 0),
  },
  {
    pattern: matching(`(?:(?<last>last${S}night)|this${S}(?:morning|lunchtime|afternoon|evening))(?!\\p{L})`),
    // "Her last night" was another one.
    read: (groups, { before }) =>
      groups['last'] !== undefined && /^(?:his|her|its|their|my|our|your|the|.+['’]s)$/u.test(before[0] ?? '')
        ? null
        : shift('publication', 'day', groups['last'] === undefined ? 0 : -1),
  },
  {
    pattern: matching(`(?<turn>last|next|this)${S}(?<unit>month|year)(?!\\p{L})`),
    read: (groups) => shift('publication', unitOf(groups).unit, WEEKS_OR_YEARS[plain(groups['turn'])] ?? 0),
  },
  {
    pattern: matching(`${COUNT}${S}${UNIT}${S}ago(?!\\p{L})`),
    read: (groups, place) => counted(groups, place, { from: 'publication', sign: -1 }),
  },
  {
    pattern: matching(`in${S}${COUNT}${S}${UNIT}['’]?s?['’]?${S}time(?!\\p{L})`),
    read: (groups, place) => counted(groups, place, { from: 'publication', sign: 1 }),
  },
  {
    pattern: matching(`${COUNT}${S}${UNIT}${S}(?:(?<back>earlier|previously)|later)(?!\\p{L}|${S}than)`),
    read: (groups, place) => counted(groups, place, { from: 'told', sign: groups['back'] === undefined ? 1 : -1 }),
  },
  {
    pattern: matching(`${COUNT}${S}${UNIT}${S}(?:(?<back>before)|after|afterwards|on)(?!\\p{L})`),
    read: (groups, place) =>
      OVER.test(place.after) ? counted(groups, place, { from: 'told', sign: groups['back'] === undefined ? 1 : -1 }) : null,
  },
  {
    pattern: matching(`the${S}(?<part>${DAY_PART}|month|year)${S}(?<side>before|after)(?!\\p{L})`),
    read: (groups, { after }) => {
      if (!OVER.test(after)) return OPEN
      const part = plain(groups['part'])
      return shift('told', part === 'month' || part === 'year' ? part : 'day', plain(groups['side']) === 'before' ? -1 : 1)
    },
  },
  {
    pattern: matching(
      `(?:the${S}(?:very${S})?(?<side>same|next|following|previous|preceding)|(?<that>that)(?:${S}same)?)${S}(?<part>${DAY_PART}|month|year)(?!\\p{L})`,
    ),
    read: (groups) => {
      const part = plain(groups['part'])
      const count = SAME_SIDE[plain(groups['side'] ?? groups['that'])] ?? 0
      return shift(count === 0 ? 'scene' : 'told', part === 'month' || part === 'year' ? part : 'day', count)
    },
  },
]
