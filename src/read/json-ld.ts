import type { Imprint } from '../core/document.ts'
import { dayIn } from './day.ts'
import { NOTHING_FOUND, tidy } from './passage.ts'

/** A JSON object whose fields nobody has vouched for. */
type Thing = Readonly<Record<string, unknown>>

const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null && !Array.isArray(value)

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]

/** A script that is no JSON says nothing: pages are full of such, and it is no reason to refuse one. */
const parse = (script: string): unknown => {
  try {
    return JSON.parse(script)
  } catch (fault) {
    if (fault instanceof SyntaxError) return null
    throw fault
  }
}

/** The things at the top of a script: itself, the members of a list, those of a graph. */
const topOf = (value: unknown): readonly Thing[] => {
  if (Array.isArray(value)) return value.flatMap(topOf)
  if (!isThing(value)) return []
  return [value, ...listOf(value['@graph']).flatMap(topOf), ...listOf(value['mainEntity']).flatMap(topOf)]
}

const typesOf = (thing: Thing): readonly string[] => listOf(thing['@type']).filter((type) => typeof type === 'string')

const ARTICLE = /(?:Article|BlogPosting|LiveBlog|Report|Posting)$/u

const textOf = (value: unknown): string | null => (typeof value === 'string' && tidy(value) !== '' ? tidy(value) : null)

/** A thing by what points to it: itself, or the one elsewhere on the page that bears its id. */
const resolve = (value: unknown, things: readonly Thing[]): unknown => {
  if (!isThing(value) || value['name'] !== undefined) return value
  return things.find((thing) => thing['@id'] === value['@id'] && thing['name'] !== undefined) ?? value
}

const nameOf = (value: unknown, things: readonly Thing[]): string | null => {
  const held = resolve(value, things)
  return textOf(isThing(held) ? (Array.isArray(held['name']) ? held['name'][0] : held['name']) : held)
}

const isAddress = (name: string): boolean => /^https?:\/\//iu.test(name)

const namesOf = (value: unknown, things: readonly Thing[]): string | null => {
  const names = listOf(value).flatMap((one) => nameOf(one, things) ?? [])
  return names.filter((name) => !isAddress(name)).join(', ') || null
}

/** What the JSON-LD of a page says of its article. */
export interface JsonLd {
  readonly found: Imprint
  /** The text of the article, where the page has it here too; null where not. */
  readonly body: string | null
}

/** Reads the JSON-LD scripts of a page: the first thing that is an article, in whatever list or graph it stands. */
export const readJsonLd = (scripts: readonly string[]): JsonLd => {
  const things = scripts.map(parse).flatMap(topOf)
  const article = things.find((thing) => typesOf(thing).some((type) => ARTICLE.test(type)))
  if (article === undefined) return { found: NOTHING_FOUND, body: null }
  const url = textOf(article['url'])
  return {
    found: {
      url: url !== null && isAddress(url) ? url : null,
      publisher: namesOf(article['publisher'], things),
      author: namesOf(article['author'] ?? article['creator'], things),
      title: textOf(article['headline']) ?? textOf(article['name']),
      published: dayIn(textOf(article['datePublished']) ?? textOf(article['dateCreated']) ?? ''),
    },
    body: typeof article['articleBody'] === 'string' ? article['articleBody'] : null,
  }
}
