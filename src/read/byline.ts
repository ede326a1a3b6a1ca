import { BYLINE_OPENINGS, LATER_WORDS, NO_NAMES, STAFF_NOUNS, TIME_WORDS } from './byline.data.ts'
import { DAY_NAMES, MONTHS } from './day.data.ts'
import { dayIn, daysIn } from './day.ts'
import { endsSentence } from './furniture-line.ts'
import { fromCapitals, nameAtStart } from './names.ts'
import { countWords, plainWords } from './plain-words.ts'

/** A line that tells who wrote a text and when it was published, and no more. */
export interface Byline {
  /** The names in it, joined as they stand; null where it names nobody. */
  readonly author: string | null
  /** `YYYY-MM-DD`; null where it gives no day of publication. */
  readonly day: string | null
  /** False for a title with a day after it: a byline only where nothing else shows what it is. */
  readonly sure: boolean
}

/** Words of such a line, at most. */
const BYLINE_WORDS = 30
/** Words of a part that is neither name nor day: a place, a section, a number. */
const LABEL_WORDS = 8

const PARTS = / ?[|•·‖] ?| [–—-] /u
const HOURS = /\b\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?\b|\b\d{1,2} ?[ap]\.?m\.?/giu

const WEEKDAYS: ReadonlySet<string> = new Set(DAY_NAMES.map((name) => name.toLowerCase()))

const withoutDays = (text: string): string =>
  daysIn(text).reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text)

/** The words of a part that tell neither day nor hour. */
const otherWords = (part: string): readonly string[] =>
  plainWords(withoutDays(part).replaceAll(HOURS, ' '))
    .trim()
    .split(' ')
    .filter(
      (word) => word !== '' && !TIME_WORDS.has(word) && !WEEKDAYS.has(word) && !(word in MONTHS) && !/^\d{1,2}$/u.test(word),
    )

const NAME_JOINT = /^(?:, (?:and )?| and | & | with )(?=\p{L})/u

const isOffice = (name: string): boolean => STAFF_NOUNS.has(name.split(' ').at(-1)?.toLowerCase() ?? '')

/** The names with which `text` begins: one, or several joined by commas and "and". Null where it begins with none. */
const namesAtStart = (text: string): string | null => {
  const first = nameAtStart(text)
  if (first === null) return null
  let names = first
  for (;;) {
    const joint = NAME_JOINT.exec(text.slice(names.length))?.[0] ?? ''
    const next = joint === '' ? null : nameAtStart(text.slice(names.length + joint.length))
    if (next?.includes(' ') !== true || isOffice(next)) return names
    names += joint + next
  }
}

const PREPOSITIONS: ReadonlySet<string> = new Set(['at', 'for', 'from', 'in', 'on'])

/** Whether what follows the names may be an office, a place or an hour, and does not go on as a headline would. */
const mayFollowNames = (rest: string): boolean => {
  const [first = ''] = plainWords(rest).trim().split(' ')
  return countWords(rest) <= LABEL_WORDS && (!NO_NAMES.has(first) || PREPOSITIONS.has(first) || first in MONTHS)
}

const OPENING = new RegExp(`^(?:${BYLINE_OPENINGS.join('|')}):? `, 'iu')

const authorOf = (part: string): string | null => {
  const opening = OPENING.exec(part)
  if (opening === null) return null
  const rest = withoutDays(part.slice(opening[0].length)).trim()
  const names = namesAtStart(rest)
  return names !== null && mayFollowNames(rest.slice(names.length)) ? fromCapitals(names) : null
}

/** Words of a byline that names nobody, at most. */
const STAFF_WORDS = 6

/** Whether a part stands where a name would and names nobody: "Staff reporter", "From our correspondent in …". */
const isStaff = (part: string, words: readonly string[]): boolean => {
  if (words[0] === 'from' && words[1] === 'our') return words.length <= LABEL_WORDS
  const isNamed = /^\p{Lu}/u.test(part) && !NO_NAMES.has(part.split(' ', 1)[0]?.toLowerCase() ?? '')
  return isNamed && words.length <= STAFF_WORDS && STAFF_NOUNS.has(words.at(-1) ?? '')
}

type PartKind = 'author' | 'staff' | 'time' | 'label' | 'other'

const kindOf = (part: string): PartKind => {
  const words = otherWords(part)
  if (words.length === 0) return /\d/u.test(part) ? 'time' : 'label'
  if (authorOf(part) !== null) return 'author'
  if (isStaff(part, words)) return 'staff'
  return words.length <= LABEL_WORDS ? 'label' : 'other'
}

/** The day of publication that the parts give: the first that is not that of a later change. */
const publishedIn = (parts: readonly string[]): string | null => {
  for (const part of parts) {
    const later = LATER_WORDS.exec(part)
    const day = dayIn(later === null ? part : part.slice(0, later.index))
    if (day !== null) return day
  }
  return null
}

/** The name at the end of a part that calls the text something: "a diary by …". */
const authorWithin = (part: string): string | null => {
  const at = part.lastIndexOf(' by ')
  return at < 0 ? null : authorOf(part.slice(at + 1))
}

/** What a line says as a byline; null where it is none. */
export const bylineOf = (text: string): Byline | null => {
  if (countWords(text) > BYLINE_WORDS || (endsSentence(text) && !/[ap]\.m\.$/u.test(text))) return null
  const parts = text.split(PARTS).filter((part) => part !== '')
  const kinds = parts.map(kindOf)
  if (kinds.includes('other')) return null
  const day = publishedIn(parts)
  const author = [...parts.map(authorOf), ...parts.map(authorWithin)].find((name) => name !== null) ?? null
  const sure = kinds.includes('author') || kinds.includes('staff') || (kinds.includes('time') && !kinds.includes('label'))
  return sure || day !== null ? { author, day, sure } : null
}
