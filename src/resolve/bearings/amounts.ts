import { textAt, within, type Span } from '../../core/span.ts'
import { timePhrases } from '../dates/date-phrases.ts'
import { CLOCK_LEADS } from '../quantities/quantities.data.ts'
import { numeralsIn } from '../quantities/numerals.ts'
import { wordsBefore } from '../place.ts'

/** What a number in words or figures allows: "at least ten" is 10 to ∞, "ten" is 10 to 10. */
export interface Amount extends Span {
  readonly low: number
  readonly high: number
}

const FLOORS: ReadonlySet<string> = new Set(['least', 'over', 'above', 'exceeding', 'exceeds', 'exceeded'])
const CEILINGS: ReadonlySet<string> = new Set(['most', 'under', 'below'])
const MORE: ReadonlySet<string> = new Set(['more', 'higher', 'greater'])
const YEAR = /^(?:1[5-9]|20)\d\d$/u

const bounds = (value: number, [nearest = '', further = '']: readonly string[]): Pick<Amount, 'low' | 'high'> => {
  const floor = FLOORS.has(nearest) || (nearest === 'than' && MORE.has(further))
  const ceiling = CEILINGS.has(nearest) || nearest === 'than' || (nearest === 'to' && further === 'up')
  return floor ? { low: value, high: Infinity } : { low: ceiling ? 0 : value, high: value }
}

const CLOCK = /^\d{1,2}[.:]\d\d$/u

const isTimeOfDay = (text: string, at: Span): boolean =>
  CLOCK.test(textAt(text, at)) && CLOCK_LEADS.has(wordsBefore(text, at.start, 1)[0] ?? '')

/** The numbers in `text` that count something: without dates, years, times of day and "one", which is more often a pronoun. */
export const amountsIn = (text: string): readonly Amount[] => {
  const times = timePhrases(text)
  return numeralsIn(text)
    .filter((numeral) => !YEAR.test(textAt(text, numeral)) && (numeral.form === 'figures' || numeral.value !== 1))
    .filter((numeral) => within(times, numeral).length === 0 && !isTimeOfDay(text, numeral))
    .map(({ start, end, value }) => ({ start, end, ...bounds(value, wordsBefore(text, start, 2)) }))
}

/** Whether numbers said bear out those claimed (one lies within one), or go against them (none does); null where one side gives none. */
export const amountsCompared = (claimed: readonly Amount[], said: readonly Amount[]): 'agree' | 'differ' | null => {
  if (claimed.length === 0 || said.length === 0) return null
  return claimed.some((claim) => said.some((told) => claim.low <= told.low && told.high <= claim.high)) ? 'agree' : 'differ'
}
