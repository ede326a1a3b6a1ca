import { IRREGULAR_FORMS } from './irregular-forms.data.ts'

const bases = new Map<string, string>()
for (const line of IRREGULAR_FORMS) {
  const [base = '', ...forms] = line.split(' ')
  for (const form of forms) if (!bases.has(form)) bases.set(form, base)
}

/** Endings that make nouns, adjectives and adverbs, those that hold others first; four letters must be left. */
const LONG_STEM_ENDINGS =
  'ational ation ement ment ness ity ance ence ingly edly ally ably ibly able ible ion ure er or age al ive ist ous ic'.split(' ')
/** Endings that may leave three letters. */
const SHORT_STEM_ENDINGS = 'ly ing ed ful'.split(' ')
const ENDINGS: readonly (readonly [ending: string, left: number])[] = [
  ...LONG_STEM_ENDINGS.map((ending) => [ending, 4] as const),
  ...SHORT_STEM_ENDINGS.map((ending) => [ending, 3] as const),
]

const VOWEL = /[aeiouy]/u

const withoutPlural = (word: string): string => {
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss') || word.endsWith('us') || word.endsWith('is')) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (word.endsWith('sses') || word.endsWith('shes') || word.endsWith('ches') || word.endsWith('xes')) return word.slice(0, -2)
  return word.slice(0, -1)
}

const withoutEnding = (word: string): string => {
  for (const [ending, left] of ENDINGS) {
    if (!word.endsWith(ending) || word.length - ending.length < left) continue
    const rest = word.slice(0, -ending.length)
    if (VOWEL.test(rest)) return rest
  }
  return word
}

/** `stopp` as `stop`; `ll`, `ss` and `zz` belong to the word. */
const undoubled = (word: string): string => {
  const last = word.at(-1) ?? ''
  return word.length > 3 && last === word.at(-2) && !'lszaeiou'.includes(last) ? word.slice(0, -1) : word
}

const settled = (word: string): string => {
  const open = word.length > 3 && word.endsWith('e') ? word.slice(0, -1) : word
  const plain = open.length > 5 && open.endsWith('at') ? open.slice(0, -2) : open
  return plain.endsWith('y') && plain.length > 2 ? `${plain.slice(0, -1)}i` : plain
}

/**
 * The common part of a word's forms, for comparing and never for showing: `inspected`, `inspection` and `inspectors` give one stem. `word`
 * is lower case. Light by intent: it joins a few words that differ, and leaves some apart that a dictionary would join.
 */
export const stemOf = (word: string): string => {
  const bare = word.replace(/['’]s?$/u, '')
  const base = bases.get(bare) ?? withoutPlural(bare)
  const known = bases.get(base)
  if (known !== undefined) return settled(known)
  return settled(undoubled(withoutEnding(base)))
}
