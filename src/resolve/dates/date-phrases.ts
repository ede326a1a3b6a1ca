import type { Span } from '../../core/span.ts'
import { byPosition } from '../../core/span.ts'
import type { Rule, Surroundings, When } from './date-grammar.ts'
import { DAY_RULES } from './day-rules.ts'
import { DAY_PARTS, LEAD_PREPOSITIONS, LEAD_WORDS } from './dates.data.ts'
import { MONTH_RULES } from './month-rules.ts'
import { wordsBefore } from '../place.ts'
import { RELATIVE_RULES } from './relative-rules.ts'
import { WEEKDAY_RULES } from './weekday-rules.ts'

const RULES: readonly Rule[] = [...DAY_RULES, ...MONTH_RULES, ...WEEKDAY_RULES, ...RELATIVE_RULES]

/** Words of time in a text, with what they say. */
export interface TimePhrase extends Span {
  readonly when: When
  /** The words before the day itself that belong to it ("since early"), lower case, nearest first. */
  readonly lead: readonly string[]
}

const OPENING = /^$|[\n.!?:;"'“”‘’(–—\]] ?$/u
const DAY_PART_AFTER = new RegExp(`^[ \\u00A0](?:${DAY_PARTS})(?!\\p{L})`, 'iu')
const DAY_PART: ReadonlySet<string> = new Set(['dawn', ...DAY_PARTS.split('|')])
/** Belong to the words of time only with `of`: `the end of March`, not `will end before March`. */
const PARTS_OF_TIME: ReadonlySet<string> = new Set(['start', 'beginning', 'middle', 'end', 'half', 'quarter'])
const CONTEXT = 40
const WORDS_LOOKED_AT = 5

const surroundings = (text: string, { start, end }: Span): Surroundings => ({
  before: wordsBefore(text, start, WORDS_LOOKED_AT),
  after: text.slice(end, end + CONTEXT),
  opens: OPENING.test(text.slice(Math.max(0, start - 2), start)),
})

/** How many of the words before a day belong to the words of time. */
const leadLength = (before: readonly string[], ofDay: boolean): number => {
  let length = 0
  for (const [index, word] of before.entries()) {
    const preposition = LEAD_PREPOSITIONS.has(word)
    if (!preposition && !LEAD_WORDS.has(word) && !(ofDay && DAY_PART.has(word))) break
    if (PARTS_OF_TIME.has(word) && before[index - 1] !== 'of') break
    if (preposition && index > 0 && LEAD_PREPOSITIONS.has(before[index - 1] ?? '')) break
    // "a letter of 2021", "half of the day": what an outer word leads to is not the day.
    if (word !== 'of' && word !== 'half' && word !== 'quarter') length = index + 1
  }
  return length
}

/** The phrase with the words that lead up to it and the part of the day after it. */
const widened = (text: string, core: Span, when: When): TimePhrase => {
  const before = wordsBefore(text, core.start, WORDS_LOOKED_AT)
  const lead = before.slice(0, leadLength(before, when.kind !== 'month' && when.kind !== 'season' && when.kind !== 'shift'))
  const part = DAY_PART_AFTER.exec(text.slice(core.end, core.end + CONTEXT))?.[0].length ?? 0
  return { start: core.start - lead.reduce((sum, word) => sum + word.length + 1, 0), end: core.end + part, when, lead }
}

/** Every phrase of time in the text, in order, none over another: the leftmost first, then the longest, then the earliest rule. */
export const timePhrases = (text: string): readonly TimePhrase[] => {
  const found = RULES.flatMap((rule) =>
    [...text.matchAll(rule.pattern)].flatMap((match) => {
      const core = { start: match.index, end: match.index + match[0].length }
      const when = rule.read(match.groups ?? {}, surroundings(text, core))
      return when === null ? [] : [{ ...core, when }]
    }),
  ).sort(byPosition)
  const phrases: TimePhrase[] = []
  let end = 0
  for (const { when, ...core } of found) {
    if (core.start < end) continue
    phrases.push(widened(text, core, when))
    end = core.end
  }
  return phrases
}
