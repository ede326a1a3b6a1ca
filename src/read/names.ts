import { NAME_PARTICLES, NO_NAMES } from './byline.data.ts'

/** Letters alone, in lower case, so that "JOSÉ P. ROE" is the name "José P Roe". */
export const nameKey = (name: string): string => name.replaceAll(/[^\p{L}\p{N}]+/gu, '').toLowerCase()

const NAME_WORD = /^\p{Lu}[\p{L}\p{M}.'’-]*$/u
const isParticle = (word: string): boolean => NAME_PARTICLES.has(word)
const isNameWord = (word: string): boolean => NAME_WORD.test(word) && !NO_NAMES.has(word.toLowerCase())

/** Words of one person's or desk's name, at most. */
const NAME_WORDS = 5

/** The name with which `text` begins, without marks after it; null where it begins with none. */
export const nameAtStart = (text: string): string | null => {
  const words: string[] = []
  for (const word of text.split(' ')) {
    const bare = word.replace(/[,;:]$/u, '')
    if (!isNameWord(bare) && !isParticle(bare)) break
    words.push(bare)
    if (bare !== word || words.length === NAME_WORDS) break
  }
  while (words.length > 0 && isParticle(words.at(-1) ?? '')) words.pop()
  return words.some(isNameWord) ? words.join(' ') : null
}

/** Whether the line is nothing but what could be a person's name: two to four words. */
export const isNameLine = (text: string): boolean => {
  const words = text.split(' ').length
  return words >= 2 && words <= 4 && nameAtStart(text) === text
}

const SMALL_WORDS: ReadonlySet<string> = new Set([
  'a',
  'and',
  'at',
  'by',
  'for',
  'in',
  'of',
  'on',
  'the',
  'to',
  ...NAME_PARTICLES,
])

const capitalised = (word: string): string => word.charAt(0) + word.slice(1).toLowerCase()

/** A name as it is written in running text: one set in capitals throughout gets capitals at the start of its words only. */
export const fromCapitals = (name: string): string => {
  const isSet = name.includes(' ') && name === name.toUpperCase()
  if (!isSet) return name
  const [first = '', ...rest] = name.split(' ')
  const small = (word: string): string => (SMALL_WORDS.has(word.toLowerCase()) ? word.toLowerCase() : capitalised(word))
  return [capitalised(first), ...rest.map(small)].join(' ')
}
