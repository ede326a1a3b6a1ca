import { wordSet } from '../word-set.ts'

/** Month names and their abbreviations, 1 to 12. */
export const MONTHS: Readonly<Record<string, number>> = {
  january: 1,
  february: 2,
  march: 3,
  april: 4,
  may: 5,
  june: 6,
  july: 7,
  august: 8,
  september: 9,
  october: 10,
  november: 11,
  december: 12,
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  jun: 6,
  jul: 7,
  aug: 8,
  sept: 9,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
}

/** 0 for Monday, as `weekdayOf` counts. */
export const WEEKDAYS: Readonly<Record<string, number>> = {
  monday: 0,
  tuesday: 1,
  wednesday: 2,
  thursday: 3,
  friday: 4,
  saturday: 5,
  sunday: 6,
}

/** The first month of a season in the northern half of the world; only its year is ever told. */
export const SEASONS: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 }

/** Days of the month spelled out. */
export const ORDINALS: readonly string[] = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
  'twenty-first',
  'twenty-second',
  'twenty-third',
  'twenty-fourth',
  'twenty-fifth',
  'twenty-sixth',
  'twenty-seventh',
  'twenty-eighth',
  'twenty-ninth',
  'thirtieth',
  'thirty-first',
]

/** Feasts of one date, as month and day. */
export const FIXED_FEASTS: Readonly<Record<string, readonly [month: number, day: number]>> = {
  "new year's day": [1, 1],
  "valentine's day": [2, 14],
  "st patrick's day": [3, 17],
  "april fool's day": [4, 1],
  'may day': [5, 1],
  "midsummer's day": [6, 24],
  "hallowe'en": [10, 31],
  halloween: [10, 31],
  "all saints' day": [11, 1],
  "all souls' day": [11, 2],
  'bonfire night': [11, 5],
  'armistice day': [11, 11],
  'christmas eve': [12, 24],
  'christmas day': [12, 25],
  christmas: [12, 25],
  'boxing day': [12, 26],
  "st stephen's day": [12, 26],
  "new year's eve": [12, 31],
}

/** Feasts that go with Easter Sunday, as days from it. */
export const MOVING_FEASTS: Readonly<Record<string, number>> = {
  'shrove tuesday': -47,
  'ash wednesday': -46,
  'palm sunday': -7,
  'maundy thursday': -3,
  'good friday': -2,
  'holy saturday': -1,
  'easter sunday': 0,
  easter: 0,
  'easter monday': 1,
  'ascension day': 39,
  'whit sunday': 49,
  'whit monday': 50,
}

/** Parts of a day, as they follow its name. */
export const DAY_PARTS = 'early morning|morning|lunchtime|noon|afternoon|teatime|evening|night|midnight'

/** Prepositions before a day's name that belong to the words of time; none stands directly before another. */
export const LEAD_PREPOSITIONS: ReadonlySet<string> = wordSet(
  'on in at since by until till from before after during for of throughout',
)

/** Other words before a day's name that belong to the words of time. */
export const LEAD_WORDS: ReadonlySet<string> = wordSet(
  'early late mid the start beginning middle end half quarter last next this',
)

/** Words after which a bare month is a time, and no name or verb. */
export const MONTH_LEADS: ReadonlySet<string> = wordSet(
  'in since by until till from before after during of to through throughout between around for early late mid last next this',
)

/** Words after which a bare year before 1900 is a year: a number of that size counts things more often. */
export const YEAR_LEADS: ReadonlySet<string> = wordSet(
  'in since by until till from before after during of to between around circa early late mid year for about',
)

/** Words after which a season is one of a known year, with or without `the` between. */
export const SEASON_LEADS: ReadonlySet<string> = wordSet('in since by until till from during over before after for of')

/** Words before a weekday that make it every such day, some such day, or a name. */
export const NO_ONE_DAY: ReadonlySet<string> = wordSet(
  'a an any every each most some alternate usual normal typical regular ordinary one black bloody super cyber',
)

/** Common nouns that a weekday names a kind of: a Sunday timetable runs on holidays too. */
export const WEEKDAY_KINDS: ReadonlySet<string> = wordSet(
  'school best roast lunch papers timetable service league driver supplement club market dinner sermon rota newspaper',
)

/** Counts in words, as they stand before `days ago`. */
export const SMALL_COUNTS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
}

/** Words before a count that leave more than one day open. */
export const ROUGHLY: ReadonlySet<string> = wordSet(
  'about around some roughly nearly almost over than least most barely approximately perhaps maybe or to',
)

/** Words of what is still to come, where they stand between the verb and the day: `was due on Tuesday`. */
export const AHEAD: ReadonlySet<string> = wordSet(`
  due expected scheduled planned slated forecast booked listed deadline upcoming pencilled invited starting beginning
  effective
`)

/** Lemmas that report: `writes on Tuesday` has happened. */
export const REPORTING: ReadonlySet<string> = wordSet(`
  say tell write report announce claim state add note confirm deny show reveal recall remember insist argue allege record
  read suggest explain
`)

/** Lemmas whose infinitive is still to come, in the past too: `agreed to meet`. After others it has happened: `failed to appear`. */
export const FORWARD: ReadonlySet<string> = wordSet(`
  expect plan hope intend want promise vow agree decide ask order aim prepare set schedule be go urge tell invite book call
  need wish seek threaten offer propose allow permit require pledge swear vote forecast predict oblige bind ready instruct
  advise warn pay wait stand
`)

/** Words before an infinitive that make it a fact, past or present with the verb before them. */
export const NO_INTENT: ReadonlySet<string> = wordSet('first last only able unable enough seen heard known said thought believed')

/** Modal verbs that look ahead. */
export const MODALS: ReadonlySet<string> = wordSet(`will 'll wo shall would may might could should must can`)

/** Verbs whose base form is their past form: without an `s` they have happened. */
export const UNCHANGED_PAST: ReadonlySet<string> = wordSet(
  'put cut hit set shut let cost quit hurt spread split burst cast shed beat read bet',
)

/** Words that open a clause of its own. */
export const CLAUSE_OPENERS: ReadonlySet<string> = wordSet(
  'that which who whom whose but while because although though when where if and or after before as whether than',
)

/** Words at the head of a later note on a page, whose own date its days count from. */
export const STAMPS = "update|updated|correction|corrected|clarification|clarified|amended|editor’s note|editor's note"
