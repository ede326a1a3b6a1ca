/** Days since 1 January 1970 in the proleptic Gregorian calendar; no time of day, no zone. */
export type Day = number

/** Months since January of the year 0: `year × 12 + month − 1`. */
export type Month = number

const MILLISECONDS_A_DAY = 86_400_000
const DAYS_A_WEEK = 7
const MONTHS_A_YEAR = 12

/** The day with this date, `month` from 1; null where the calendar has none (30 February). */
export const dayOf = (year: number, month: number, day: number): Day | null => {
  const time = new Date(0)
  time.setUTCFullYear(year, month - 1, day)
  return time.getUTCMonth() === month - 1 && time.getUTCDate() === day ? time.getTime() / MILLISECONDS_A_DAY : null
}

export const isoDay = (day: Day): string => new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10)

/** The day that `YYYY-MM-DD` names; null for anything else, months and years too. */
export const dayOfIso = (iso: string): Day | null => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(iso)
  return parts === null ? null : dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]))
}

/** 0 for Monday to 6 for Sunday. */
export const weekdayOf = (day: Day): number => (((day + 3) % DAYS_A_WEEK) + DAYS_A_WEEK) % DAYS_A_WEEK

export const yearOf = (day: Day): number => new Date(day * MILLISECONDS_A_DAY).getUTCFullYear()

export const monthOf = (day: Day): Month => {
  const time = new Date(day * MILLISECONDS_A_DAY)
  return time.getUTCFullYear() * MONTHS_A_YEAR + time.getUTCMonth()
}

export const isoMonth = (month: Month): string =>
  `${isoYear(Math.floor(month / MONTHS_A_YEAR))}-${String((month % MONTHS_A_YEAR) + 1).padStart(2, '0')}`

export const isoYear = (year: number): string => String(year).padStart(4, '0')

/** Easter Sunday of a Gregorian year (the method of Meeus, Jones and Butcher). */
export const easterOf = (year: number): Day => {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const leapCenturies = Math.floor(century / 4)
  const lunarShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - leapCenturies - lunarShift + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - epact - (year % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const count = epact + weekday - 7 * late + 114
  return Date.UTC(year, Math.floor(count / 31) - 1, (count % 31) + 1) / MILLISECONDS_A_DAY
}
