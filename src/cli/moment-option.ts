import { endOfDay, startOfDay } from '../core/moment.ts'
import { isDay } from '../node/day.ts'
import { UsageError } from './usage.ts'

/** A day, or a day and a time in UTC to the minute, second or millisecond. */
const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{3}))?)?Z?)?$/u

interface Parts {
  readonly day: string
  /** Null: the whole day. */
  readonly time: {
    readonly hour: string
    readonly minute: string
    readonly second: string | null
    readonly millisecond: string | null
  } | null
}

const partsOf = (option: string, text: string): Parts => {
  const [, day = '', hour, minute, second, millisecond] = MOMENT.exec(text) ?? []
  if (!isDay(day))
    throw new UsageError(`${option} takes a day as 2024-03-20, or a time in UTC as 2024-03-20T14:30, not "${text}".`)
  if (hour === undefined || minute === undefined) return { day, time: null }
  return { day, time: { hour, minute, second: second ?? null, millisecond: millisecond ?? null } }
}

/** The moment from which entries count, ISO 8601 in UTC: the first of a day. */
export const sinceMoment = (text: string): string => {
  const { day, time } = partsOf('--since', text)
  return time === null
    ? startOfDay(day)
    : `${day}T${time.hour}:${time.minute}:${time.second ?? '00'}.${time.millisecond ?? '000'}Z`
}

/** The moment up to which entries count: the last of a day, or of what was told. */
export const knownMoment = (text: string): string => {
  const { day, time } = partsOf('--known', text)
  return time === null ? endOfDay(day) : `${day}T${time.hour}:${time.minute}:${time.second ?? '59'}.${time.millisecond ?? '999'}Z`
}
