import type { Source } from '../../core/source.ts'
import { isArticle, typedName } from './cast.ts'
import { isTitle } from './honorifics.ts'
import { endsAsBody } from './name-occurrences.ts'

/** After an office these begin what it is of: "director of the mill" is no "director" called "of the mill". */
const OF_OFFICE = new Set(['of', 'for', 'at', 'in', 'to', 'from', 'with', 'who', 'and'])

/** A name without the titles in front of it; the whole where no name is left. */
const untitled = (name: string, isName: (opening: string) => boolean): string => {
  const words = name.trim().split(/\s+/u)
  const first = words.findIndex((word, at) => !isTitle(word) && !(at === 0 && isArticle(word)))
  const opening = words[first] ?? ''
  return opening !== '' && !OF_OFFICE.has(opening.toLowerCase()) && !endsAsBody(name) && isName(opening)
    ? words.slice(first).join(' ')
    : name
}

/** A name as a document spells it, without titles: what begins with a small letter is none. */
export const untitledName = (name: string): string => untitled(name, (opening) => /^\p{Lu}/u.test(opening))

/** Whether words that a document has for somebody are what a person calls them: case, article and titles aside. */
export const isCalled = (words: string, name: string): boolean => {
  const asked = [typedName(name), typedName(untitled(name, () => true))]
  return asked.includes(typedName(words)) || asked.includes(typedName(untitledName(words)))
}

/** The words by which a source goes that are what a person calls it; null where there are none. */
export const spelling = ({ name, aliases }: Pick<Source, 'name' | 'aliases'>, called: string): string | null => {
  const words = [name, ...aliases]
  const exact = words.find((one) => typedName(one) === typedName(called))
  return exact ?? words.find((one) => isCalled(one, called)) ?? null
}

/** Whom a name means. */
export interface Called {
  /** All whose own name it is; where there is none, the one that goes by it too. */
  readonly found: readonly Source[]
  /** Where nobody is named so and several go by it: which one is meant cannot be told. */
  readonly several: readonly Source[]
}

/** The sources that a person means by a name. */
export const sourcesCalled = (sources: readonly Source[], name: string): Called => {
  const key = typedName(name)
  if (key === '') return { found: [], several: [] }
  const ways: readonly ((source: Source) => boolean)[] = [
    (source) => typedName(source.name) === key,
    (source) => isCalled(source.name, name),
  ]
  for (const way of ways) {
    const found = sources.filter(way)
    if (found.length > 0) return { found, several: [] }
  }
  const going = sources.filter((source) => spelling(source, name) !== null)
  return going.length > 1 ? { found: [], several: going } : { found: going, several: [] }
}
