import type { Document } from '../../core/document.ts'
import type { DateMention } from '../../core/measure.ts'
import type { Span } from '../../core/span.ts'
import { dayOf, dayOfIso, easterOf, isoDay, isoMonth, isoYear, monthOf, weekdayOf, yearOf, type Day } from './calendar.ts'
import type { When } from './date-grammar.ts'
import { timePhrases, type TimePhrase } from './date-phrases.ts'
import { STAMPS } from './dates.data.ts'
import { firstEndingAfter } from '../place.ts'
import { isReported, tenseAt, type Tense } from './tense.ts'

/** What the days of a text count from, as far as it has been read. */
interface Clock {
  /** The day of publication, or of the later note that the text has reached; null where unknown. */
  readonly now: Day | null
  /** The date last told of, ISO 8601. */
  readonly told: string | null
  /** The same, leaving out days on which something was only said, with the number of the sentence that told it. */
  readonly scene: { readonly iso: string; readonly sentence: number } | null
  /** The day last given with its month, and the number of the sentence that gave it. */
  readonly named: { readonly day: Day; readonly sentence: number } | null
}

type Of<Kind extends When['kind']> = Extract<When, { readonly kind: Kind }>

/** How many times as far away a candidate counts, ahead of now and behind it. */
interface Sides {
  readonly ahead: number
  readonly back: number
}

/** Against the tense a month counts for a year; where no tense tells, news is of what has been rather than of what is to come. */
const SIDES: Readonly<Record<NonNullable<Tense>, Sides>> = {
  past: { ahead: 12, back: 1 },
  perfect: { ahead: 1.25, back: 1 },
  present: { ahead: 1, back: 2.5 },
  future: { ahead: 1, back: 12 },
}
const UNTOLD: Sides = { ahead: 1.25, back: 1 }

/** The candidate nearest to `now`, weighed by tense; days or months alike. */
const nearest = (candidates: readonly number[], now: number, tense: Tense): number => {
  const { ahead, back } = tense === null ? UNTOLD : SIDES[tense]
  const cost = (candidate: number): number => (candidate > now ? (candidate - now) * ahead : (now - candidate) * back)
  return candidates.reduce((best, candidate) => (cost(candidate) < cost(best) ? candidate : best))
}

const YEARS_AROUND = [-1, 0, 1]

const nearestDay = (dayIn: (year: number) => Day | null, now: Day, tense: Tense): string | null => {
  const days = YEARS_AROUND.map((years) => dayIn(yearOf(now) + years)).filter((day) => day !== null)
  return days.length === 0 ? null : isoDay(nearest(days, now, tense))
}

const monthNear = ({ month, turn, years }: Of<'month'>, now: Day, tense: Tense): string => {
  const current = monthOf(now)
  if (years !== null) return isoMonth((yearOf(now) + years) * 12 + month - 1)
  const months = YEARS_AROUND.map((years) => (yearOf(now) + years) * 12 + month - 1)
  if (turn === 'last') return isoMonth(Math.max(...months.filter((candidate) => candidate < current)))
  if (turn === 'next') return isoMonth(Math.min(...months.filter((candidate) => candidate > current)))
  return isoMonth(turn === 'this' ? yearOf(now) * 12 + month - 1 : nearest(months, current, tense))
}

const WINTER = 12

/** The year of a season; null where two would do: a winter has two, and "last spring" said in autumn is this year's or the year before's. */
const seasonNear = ({ month, turn, years }: Of<'season'>, now: Day, tense: Tense): string | null => {
  const year = yearOf(now)
  if (years !== null) return isoYear(year + years)
  if (month === WINTER) return null
  const starts = year * 12 + month - 1
  const current = monthOf(now)
  if (turn === 'this') return isoYear(year)
  if (turn === 'last') return starts + 3 <= current ? null : isoYear(year - 1)
  if (turn === 'next') return starts > current ? null : isoYear(year + 1)
  return isoYear(Math.floor(nearest([starts - 12, starts, starts + 12], current, tense) / 12))
}

const weekdayNear = ({ weekday, turn, weeks, attributive }: Of<'weekday'>, now: Day, tense: Tense): string => {
  if (weeks !== null) return isoDay(now - weekdayOf(now) + weeks * 7 + weekday)
  const back = (weekdayOf(now) - weekday + 7) % 7
  const ahead = (7 - back) % 7
  if (turn === 'last') return isoDay(now - (back === 0 ? 7 : back))
  if (turn === 'after-next') return isoDay(now + ahead + 7)
  if (turn === 'next') return isoDay(now + (ahead === 0 ? 7 : ahead))
  const coming = tense === 'future' || (tense === 'present' && !attributive) || (turn === 'this' && tense !== 'past')
  return isoDay(coming ? now + ahead : now - back)
}

/** A weekday told from another day: `last` and `next` strictly before and after it, else the nearest. */
const weekdayFrom = ({ weekday, turn }: Of<'weekday-there'>, there: Day): string => {
  const ahead = (weekday - weekdayOf(there) + 7) % 7
  if (turn === 'next') return isoDay(there + (ahead === 0 ? 7 : ahead))
  if (turn === 'last') return isoDay(there + ahead - 7)
  return isoDay(there + (ahead > 3 ? ahead - 7 : ahead))
}

/** `iso` moved by so many units, as precise as the unit allows; null where `iso` is too coarse to be moved by it. */
const shifted = (iso: string, { unit, count }: Of<'shift'>): string | null => {
  const [year = 0, month] = iso.split('-').map(Number)
  if (unit === 'year') return isoYear(year + count)
  if (month === undefined) return null
  if (unit === 'month') return isoMonth(year * 12 + month - 1 + count)
  const day = dayOfIso(iso)
  return day === null ? null : isoDay(day + count * (unit === 'week' ? 7 : 1))
}

/** Sentences back that "that night" and "the 14th" still look for their day and month. */
const REACH = 3

/** A day of an unnamed month: near a day lately named with its month, else near publication. */
const dayOfMonth = (
  { day }: Of<'day-of-month'>,
  clock: Clock,
  { sentence, tense }: { sentence: number; tense: Tense },
): string | null => {
  const { named, now } = clock
  const near = named !== null && tense !== 'future' && sentence - named.sentence <= REACH ? named.day : null
  const from = near ?? now
  if (from === null) return null
  const days = YEARS_AROUND.map((months) => monthOf(from) + months)
    .map((month) => dayOf(Math.floor(month / 12), (month % 12) + 1, day))
    .filter((candidate) => candidate !== null)
  return days.length === 0 ? null : isoDay(nearest(days, from, near === null ? tense : null))
}

/** The date of the last event told of, if it is near and not still to come. */
const sceneNear = ({ scene, now }: Clock, sentence: number): string | null => {
  if (scene === null || sentence - scene.sentence > REACH) return null
  const day = dayOfIso(scene.iso)
  return day !== null && now !== null && day >= now ? null : scene.iso
}

const isoOf = (when: When, clock: Clock, at: { sentence: number; tense: Tense }): string | null => {
  const { now } = clock
  if (when.kind === 'fixed') return when.iso
  if (when.kind === 'weekday-there') {
    const there = dayOfIso(sceneNear(clock, at.sentence) ?? '')
    return there === null ? null : weekdayFrom(when, there)
  }
  if (when.kind === 'day-of-month') return dayOfMonth(when, clock, at)
  if (when.kind === 'shift') {
    const from = { publication: now === null ? null : isoDay(now), told: clock.told, scene: sceneNear(clock, at.sentence) }[
      when.from
    ]
    return from === null ? null : shifted(from, when)
  }
  if (now === null || when.kind === 'open') return null
  if (when.kind === 'weekday') return weekdayNear(when, now, at.tense)
  if (when.kind === 'month') return monthNear(when, now, at.tense)
  if (when.kind === 'season') return seasonNear(when, now, at.tense)
  if (when.kind === 'feast') return nearestDay((year) => easterOf(year) + when.fromEaster, now, at.tense)
  const { month, day, years } = when
  if (years === null) return nearestDay((year) => dayOf(year, month, day), now, at.tense)
  const known = dayOf(yearOf(now) + years, month, day)
  return known === null ? null : isoDay(known)
}

const BOUNDS: ReadonlySet<string> = new Set(['until', 'till', 'by', 'before'])

const TENSELESS: ReadonlySet<When['kind']> = new Set<When['kind']>(['fixed', 'shift', 'weekday-there', 'open'])

const tenseOf = (document: Document, { when, lead, ...at }: TimePhrase): Tense => {
  if (TENSELESS.has(when.kind)) return null
  if (lead.includes('since')) return 'past'
  if (when.kind === 'weekday' && lead[0] === 'for') return 'future'
  if (when.kind === 'month' && when.attributive) return null
  const tense = tenseAt(document, at)
  // "put it off until December", "the odds of a cut before the summer fell": what has a bound may begin before now and end after.
  if (tense === 'perfect' && lead.includes('by')) return 'future'
  if (when.kind === 'weekday' || !lead.some((word) => BOUNDS.has(word))) return tense
  return tense === 'past' || tense === null ? 'present' : tense === 'present' ? 'future' : tense
}

const STAMP = new RegExp(`^(?:${STAMPS})(?:[ :,–—-]{1,3}(?:on )?)$`, 'iu')

/** Whether the date at `at` heads a later note, so that what follows counts from it. */
const isStamp = (document: Document, at: Span): boolean => {
  const line = document.text.lastIndexOf('\n', at.start) + 1
  return STAMP.test(document.text.slice(line, at.start))
}

/**
 * The words in a document that name a day, a month or a year, resolved against its day of publication, in reading order. Words that
 * could mean two dates ("last week", "3/4/2024", "about three weeks ago") are left out; so is what counts from an unknown day.
 */
export const datesOf = (document: Document): readonly DateMention[] => {
  const mentions: DateMention[] = []
  let clock: Clock = {
    now: document.published === null ? null : dayOfIso(document.published),
    told: null,
    scene: null,
    named: null,
  }
  for (const phrase of timePhrases(document.text)) {
    const at = { start: phrase.start, end: phrase.end }
    const sentence = firstEndingAfter(document.sentences, at.start)
    const iso = isoOf(phrase.when, clock, { sentence, tense: tenseOf(document, phrase) })
    if (iso === null) continue
    mentions.push({ document: document.id, span: at, iso })
    const day = dayOfIso(iso)
    const explicit = phrase.when.kind === 'day' || phrase.when.kind === 'fixed'
    clock = {
      now: explicit && day !== null && isStamp(document, at) ? day : clock.now,
      told: iso,
      scene: isReported(document, at) ? clock.scene : { iso, sentence },
      named: explicit && day !== null ? { day, sentence } : clock.named,
    }
  }
  return mentions
}
