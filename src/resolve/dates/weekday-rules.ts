import { NO_ONE_DAY, WEEKDAY_KINDS } from './dates.data.ts'
import type { Groups, Rule, Surroundings, When } from './date-grammar.ts'
import {
  capital,
  matching,
  OPEN,
  OVER,
  plain,
  S,
  SAME_SIDE,
  TURN,
  turnIn,
  WEEKDAY,
  weekdayIn,
  WEEKS_OR_YEARS,
} from './date-words.ts'

const weekdayRule = (groups: Groups, { before, after, opens }: Surroundings): When | null => {
  const weekday = weekdayIn(groups)
  const lead = before[0] ?? ''
  if (weekday === null || NO_ONE_DAY.has(lead)) return null
  const next = /^[ \u00A0]([\p{L}'’-]+)/u.exec(after)?.[1] ?? ''
  const led =
    /^(?:on|since|by|until|till|from|before|after|for|of|early|late|and|or|to|last|next|this|dated)$/u.test(lead) ||
    groups['turn'] !== undefined
  if (!led && NO_ONE_DAY.has(before[1] ?? '')) return null
  // "The Sunday Messenger" and "a Saturday Review" are names; "On Sunday Mr Vane said" is none.
  if (capital(next) && (!led || lead === 'of') && !/^(?:[A-Z]{2,}|[IA])$/u.test(next) && !opens) return null
  if (capital(next) && opens && groups['turn'] === undefined) return null
  if (WEEKDAY_KINDS.has(next) && lead !== 'on') return null
  if (/^(?:[–-]|[ \u00A0](?:to|through)[ \u00A0])\p{Lu}\p{Ll}+day\b/u.test(after) && lead !== 'from') return null
  const turn = turnIn(groups)
  if (lead === 'that') return { kind: 'weekday-there', weekday, turn }
  if (lead === 'the' && turn === 'bare')
    return /^['’]/u.test(after) || next === '' || !/^\p{Ll}/u.test(next) ? { kind: 'weekday-there', weekday, turn } : null
  return { kind: 'weekday', weekday, turn, weeks: null, attributive: /^['’]s/u.test(after) }
}

/** Days of the week. */
export const WEEKDAY_RULES: readonly Rule[] = [
  {
    pattern: matching(
      `(?<week>a${S}week${S}(?:on|from)${S})?${WEEKDAY}(?:${S}(?:of${S})?(?<which>last|next|this)${S}week(?!\\p{L})|${S}(?<ahead>week)(?!\\p{L})|(?!\\p{L}))`,
    ),
    read: (groups) => {
      const weekday = weekdayIn(groups)
      if (weekday === null) return null
      if ((groups['week'] ?? groups['ahead']) !== undefined)
        return { kind: 'weekday', weekday, turn: 'after-next', weeks: null, attributive: false }
      if (groups['which'] === undefined) return null
      return { kind: 'weekday', weekday, turn: 'bare', weeks: WEEKS_OR_YEARS[plain(groups['which'])] ?? 0, attributive: false }
    },
  },
  {
    pattern: matching(`the${S}(?<side>following|next|previous|preceding|same)${S}${WEEKDAY}`),
    read: (groups) => {
      const weekday = weekdayIn(groups)
      const side = SAME_SIDE[plain(groups['side'])] ?? 0
      return weekday === null ? null : { kind: 'weekday-there', weekday, turn: side === 0 ? 'bare' : side > 0 ? 'next' : 'last' }
    },
  },
  {
    pattern: matching(`the${S}${WEEKDAY}${S}(?<side>before|after)(?!\\p{L})`),
    read: (groups, { after }) => {
      const weekday = weekdayIn(groups)
      if (weekday === null) return null
      return OVER.test(after) ? { kind: 'weekday-there', weekday, turn: groups['side'] === 'after' ? 'next' : 'last' } : OPEN
    },
  },
  { pattern: matching(`(?:${TURN}${S})?${WEEKDAY}`), read: weekdayRule },
]
