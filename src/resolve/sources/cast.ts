import type { SourceKind } from '../../core/source.ts'
import { SPOKESPERSON, TITLES } from './roles.data.ts'

/** Somebody who may speak in the case, while it is being worked out who is who. */
export interface Figure {
  /** What the id is made of: the kind and the name, or the place of an unnamed voice. */
  readonly key: string
  kind: SourceKind
  name: string
  readonly aliases: Set<string>
  /** Words of office by which "the minister" finds them. */
  readonly roles: Set<string>
  /** Documents that name them. */
  readonly documents: Set<string>
  speaksFor: Figure | null
}

/** That a person keeps one name of a figure apart from another. */
export interface Parting {
  /** Key of the figure that goes by both where nobody judges. */
  readonly from: string
  /** The name that becomes a figure of its own, as the documents spell it, without titles. */
  readonly name: string
  /** The same, and the name that stays, as names are compared. */
  readonly leaves: string
  readonly stays: string
}

/** Names and short names of the figures of a case. */
export interface Cast {
  readonly partings: readonly Parting[]
  readonly figures: Map<string, Figure>
  /** Figures by each word of their name, lower case: short names are found by the word they share. */
  readonly byWord: Map<string, Set<Figure>>
}

export const emptyCast = (partings: readonly Parting[]): Cast => ({ partings, figures: new Map(), byWord: new Map() })

const ARTICLES = new Set(['the', 'a', 'an'])

export const isArticle = (word: string): boolean => ARTICLES.has(word.toLowerCase())

const LOOSE_MARKS = new Set('()"“”‘’\',.')

/** A word without the marks around it. */
const bare = (word: string): string => {
  let start = 0
  let end = word.length
  while (start < end && LOOSE_MARKS.has(word.charAt(start))) start++
  while (end > start && LOOSE_MARKS.has(word.charAt(end - 1))) end--
  return word.slice(start, end)
}

/** A name as it is compared: lower case, no article, no possessive, no marks around its words. */
export const normalName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[’']s?$/u, '')
    .split(/\s/u)
    .filter((word, at) => !(at === 0 && ARTICLES.has(word)))
    .map(bare)
    .filter((word) => word !== '')
    .join(' ')

/** The same for names that a person typed and a document printed: one apostrophe is as good as the other. */
export const typedName = (name: string): string => normalName(name).replaceAll('’', "'")

export const wordsOfName = (name: string): readonly string[] =>
  normalName(name)
    .split(' ')
    .filter((word) => word.length > 1 && word !== 'of' && word !== 'the' && word !== 'and')

const index = (cast: Cast, figure: Figure, name: string): void => {
  for (const word of wordsOfName(name)) {
    const known = cast.byWord.get(word) ?? new Set<Figure>()
    cast.byWord.set(word, known.add(figure))
  }
}

export interface Naming {
  readonly key: string
  readonly kind: SourceKind
  readonly name: string
}

/** Begins the key of a figure that a person made: no rule finds it, so that rules find what they would find without. */
const JUDGED_KEY = 'judged '

export const judgedKey = ({ leaves }: Parting): string => `${JUDGED_KEY}${leaves}`

export const isJudged = ({ key }: Pick<Figure, 'key'>): boolean => key.startsWith(JUDGED_KEY)

/** The figure of that key, made where it is new. */
export const figureOf = (cast: Cast, { key, kind, name }: Naming): Figure => {
  const known = cast.figures.get(key)
  if (known !== undefined) return known
  const figure: Figure = { key, kind, name, aliases: new Set(), roles: new Set(), documents: new Set(), speaksFor: null }
  cast.figures.set(key, figure)
  if (kind !== 'unnamed' && !isJudged(figure)) index(cast, figure, name)
  return figure
}

/** Adds words that stand for the figure; a longer form of its name becomes the name. */
export const addAlias = (figure: Figure, words: string): void => {
  const alias = words.trim()
  if (alias === '' || alias === figure.name) return
  figure.aliases.add(alias)
}

/** A longer form of a name becomes the name. */
export const lengthenName = (cast: Cast, figure: Figure, name: string): void => {
  if (wordsOfName(name).length <= wordsOfName(figure.name).length) return
  figure.aliases.add(figure.name)
  figure.name = name
  index(cast, figure, name)
}

const NO_ROLE = new Set(['the', 'a', 'an', 'of', 'for', 'and', 'in', 'at', 'former', 'then', 'new', 'acting', 'own'])

/** Keeps the words of an office, so that "the minister" finds who holds it. */
export const addRole = (figure: Figure, role: string | null): void => {
  for (const word of (role ?? '').toLowerCase().split(/[\s,]+/u)) if (word !== '' && !NO_ROLE.has(word)) figure.roles.add(word)
}

/** Whether a word is an office or a title, and no name. */
export const isOffice = (word: string): boolean => TITLES.has(word) || SPOKESPERSON.has(word)

const initials = (name: string): string =>
  wordsOfName(name)
    .map((word) => word.charAt(0))
    .join('')

/** Whether `short` can stand for `full`: the same words, a surname, a part that tells, or initials. */
export const standsFor = (short: string, figure: Figure): boolean => {
  const brief = wordsOfName(short)
  const full = wordsOfName(figure.name)
  if (brief.length === 0 || full.length === 0) return false
  if (brief.join(' ') === full.join(' ')) return true
  if (figure.kind === 'person')
    return brief.length === 1 ? full.at(-1) === brief[0] || full[0] === brief[0] : brief.every((word) => full.includes(word))
  if (brief.length === 1 && brief[0] === initials(figure.name) && full.length > 1) return true
  return brief.length < full.length && brief.every((word) => full.includes(word))
}
