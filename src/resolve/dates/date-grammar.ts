export type Unit = 'day' | 'week' | 'month' | 'year'

/** Which of several: the one the tense points at (`bare`), the one before, the one to come, the one after that, or the current one. */
export type Turn = 'bare' | 'last' | 'next' | 'this' | 'after-next'

/** What words of time say, before anything is known of when they were written. */
export type When =
  | { readonly kind: 'fixed'; readonly iso: string }
  /** `years` counts calendar years from the current one ("last year": −1); null where no year is named. */
  | { readonly kind: 'day'; readonly month: number; readonly day: number; readonly years: number | null }
  | { readonly kind: 'feast'; readonly fromEaster: number }
  | { readonly kind: 'day-of-month'; readonly day: number }
  /** `attributive`: part of a name for something else ("the November promise"), on which the tense has no bearing. */
  | {
      readonly kind: 'month'
      readonly month: number
      readonly turn: Turn
      readonly years: number | null
      readonly attributive: boolean
    }
  | { readonly kind: 'season'; readonly month: number; readonly turn: Turn; readonly years: number | null }
  /** `weeks` counts calendar weeks from the current one ("Monday last week": −1); null where no week is named. */
  | {
      readonly kind: 'weekday'
      readonly weekday: number
      readonly turn: Turn
      readonly weeks: number | null
      readonly attributive: boolean
    }
  /** A weekday counted from the day last told of: on which side of it, or the nearest (`bare`). */
  | { readonly kind: 'weekday-there'; readonly weekday: number; readonly turn: Turn }
  /** So many units from the publication, from the day last told of, or from the day of the last event told of. */
  | { readonly kind: 'shift'; readonly from: 'publication' | 'told' | 'scene'; readonly unit: Unit; readonly count: number }
  /** Words that could mean two dates, taken so that no part of them is read as another. */
  | { readonly kind: 'open' }

export type Groups = Readonly<Record<string, string | undefined>>

/** Where a match stands: the words before it, nearest first and in lower case, and the text after it. */
export interface Surroundings {
  readonly before: readonly string[]
  readonly after: string
  /** The match begins a sentence or a line. */
  readonly opens: boolean
}

export interface Rule {
  readonly pattern: RegExp
  /** Null where the words in this place name no time. */
  readonly read: (groups: Groups, place: Surroundings) => When | null
}
