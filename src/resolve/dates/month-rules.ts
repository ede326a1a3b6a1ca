import { isoMonth, isoYear } from './calendar.ts'
import { MONTH_LEADS, SEASONS, SEASON_LEADS, YEAR_LEADS } from './dates.data.ts'
import type { Groups, Rule, Surroundings, When } from './date-grammar.ts'
import { matching, MONTH, monthIn, OF_YEAR, plain, YEAR, yearsIn } from './date-words.ts'

const monthRule = (groups: Groups, { before, after }: Surroundings): When | null => {
  const month = monthIn(groups)
  if (month === null) return null
  if (groups['year'] !== undefined) return { kind: 'fixed', iso: isoMonth(Number(groups['year']) * 12 + month - 1) }
  const lead = before[0] ?? ''
  const led = groups['part'] !== undefined || groups['years'] !== undefined || MONTH_LEADS.has(lead)
  const qualifies =
    /^(?:the|its|his|her|their|our|a|an|.+['’]s)$/u.test(lead) &&
    /^ \p{Ll}/u.test(after) &&
    !/^ (?:on|of|to|in|at|had|has|was|is|said)\b/u.test(after)
  if (!led && !qualifies) return null
  const turn = lead === 'last' || lead === 'next' || lead === 'this' ? lead : 'bare'
  return { kind: 'month', month, turn, years: yearsIn(groups), attributive: !led }
}

const SINCE_THEN = 1900

const yearRule = (groups: Groups, { before, after }: Surroundings): When | null => {
  const year = Number(groups['year'])
  const lead = before[0] ?? ''
  // A designation: "asteroid 2026 QV".
  if (/^ [A-Z]{2}/u.test(after)) return null
  const counts = /^[ \u00A0](?:people|men|women|children|\p{Ll}{2,}s)\b/u.test(after)
  if (counts && !/^(?:in|since|the|of|its)$/u.test(lead)) return null
  return year >= SINCE_THEN || YEAR_LEADS.has(lead) ? { kind: 'fixed', iso: isoYear(year) } : null
}

const seasonRule = (groups: Groups, { before }: Surroundings): When | null => {
  const season = plain(groups['season'])
  const month = SEASONS[season]
  if (month === undefined) return null
  const words = before.filter((word) => word !== 'early' && word !== 'late' && word !== 'mid')
  const [lead, earlier] = words
  if (groups['year'] !== undefined) return { kind: 'fixed', iso: isoYear(Number(groups['year'])) }
  if (lead === 'last' || lead === 'next' || lead === 'this') return { kind: 'season', month, turn: lead, years: null }
  const led =
    lead === 'the'
      ? SEASON_LEADS.has(earlier ?? '')
      : SEASON_LEADS.has(lead ?? '') && season !== 'fall' && lead !== 'of' && lead !== 'for'
  return led || groups['years'] !== undefined ? { kind: 'season', month, turn: 'bare', years: yearsIn(groups) } : null
}

/** Months, seasons and years. */
export const MONTH_RULES: readonly Rule[] = [
  {
    pattern: matching(`(?:(?<part>mid|early|late)-)?${MONTH}${OF_YEAR}`),
    read: monthRule,
  },
  { pattern: matching(`(?<season>${Object.keys(SEASONS).join('|')})${OF_YEAR}(?!\\p{L})`), read: seasonRule },
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\d/.,:#$£€]|(?<!\\d{4})[–-])${YEAR}(?![/%]|[.,:]\\d|[–-](?!\\d{4}(?!\\d)|\\d{2}(?![\\d–-])))(?!-\\p{L})`,
      'giu',
    ),
    read: yearRule,
  },
]
