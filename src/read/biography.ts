import { BIOGRAPHY_VERBS, CALLINGS } from './byline.data.ts'
import { nameKey } from './names.ts'
import type { Passage } from './passage.ts'
import { plainWords } from './plain-words.ts'

/** Words of a box about an author, at most. */
const BIOGRAPHY_WORDS = 120

/** What of `text` follows the name with which it begins, however the name is spelt and spaced; null where it begins otherwise. */
const afterName = (text: string, name: string): string | null => {
  const key = nameKey(name)
  if (key === '') return null
  let end = 0
  let letters = ''
  while (letters.length < key.length && end < text.length) letters += nameKey(text.charAt(end++))
  return letters === key && !/^[\p{L}\p{N}]/u.test(text.slice(end)) ? text.slice(end) : null
}

/** Words of a name, at most. */
const NAME_WORDS = 8

/** Whether the line is this name and nothing else. */
export const isNameOf = ({ text, words }: Passage, name: string): boolean =>
  words <= NAME_WORDS && nameKey(text) === nameKey(name) && nameKey(name) !== ''

/** Whether the passage tells who `author` is: it begins with the name and goes on as such boxes do. */
export const isBiographyOf = ({ text, words }: Passage, author: string): boolean => {
  const rest = words <= BIOGRAPHY_WORDS ? afterName(text, author) : null
  const [verb = ''] = plainWords(rest ?? '')
    .trim()
    .split(' ')
  return BIOGRAPHY_VERBS.has(verb)
}

const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'our', 'the'])

/** Whether the passage tells of somebody who writes, whoever it is: "… is a reporter in …". */
export const isBiography = ({ plain, words: count }: Passage): boolean => {
  const words = plain.trim().split(' ')
  const verb = words.indexOf('is')
  const [article = '', ...calling] = words.slice(verb + 1, verb + 8)
  return verb > 0 && verb <= 4 && count <= BIOGRAPHY_WORDS && ARTICLES.has(article) && calling.some((word) => CALLINGS.has(word))
}

const OUTLET =
  /\b(?:publisher|editor|editor-in-chief|founder) of |\b(?:covers|reports on|writes about|writes on) [^.!?]{1,120}? for /u
const OUTLET_NAME = /^(?:the )?(\p{Lu}[\p{L}\p{N}'’&-]*(?: (?:and |of |the |& )?\p{Lu}[\p{L}\p{N}'’&-]*)*)/u

/** The outlet that a biography says its subject publishes, edits or writes for; null where it names none. */
export const outletIn = (text: string): string | null => {
  const lead = OUTLET.exec(text)
  return lead === null ? null : (OUTLET_NAME.exec(text.slice(lead.index + lead[0].length))?.[1] ?? null)
}
