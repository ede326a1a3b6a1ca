import type { Imprint } from '../core/document.ts'
import { ok, type Result } from '../core/refusal.ts'
import { firstSaid } from './imprint.ts'
import { DEEPEST, MOST_MARKUP, MOST_NODES } from './limits.ts'
import { readJsonLd } from './json-ld.ts'
import { cleanMarkup, type Markup } from './markup.ts'
import { articleIn, findBody } from './page-body.ts'
import { readPageImprint } from './page-imprint.ts'
import { passagesOfPage } from './page-passages.ts'
import { readabilityWords, WITNESS_DEPTH, WITNESS_ELEMENTS } from './page-witness.ts'
import { NOTHING_FOUND, passage, type Draft, type Passage } from './passage.ts'
import { tooDeep, tooLarge } from './refusals.ts'
import { passagesOfText } from './text.ts'
import { growTree, textOf, type Page } from './tree.ts'

/** Cleans the source of a page, or refuses it where a tree of it would take too long. `name` is that of the file. */
const markupOf = (source: string, name: string): Result<Markup> => {
  const markup = cleanMarkup(source, DEEPEST)
  if (markup.depth > DEEPEST) return tooDeep(name, DEEPEST)
  if (markup.nodes > MOST_NODES)
    return tooLarge(name, `more than ${MOST_NODES.toLocaleString('en')} elements and character references`)
  if (markup.html.length > MOST_MARKUP)
    return tooLarge(name, `more than ${MOST_MARKUP / 1e6} million characters of text and markup`)
  return ok(markup)
}

const passagesOf = async (page: Page, markup: Markup): Promise<readonly Passage[]> => {
  const placed = passagesOfPage(page.root)
  const body = findBody(page.root, placed)
  const isAsked = !body.isMarked && markup.elements <= WITNESS_ELEMENTS && markup.depth <= WITNESS_DEPTH
  return articleIn(placed, body, isAsked ? await readabilityWords(page.document) : null)
}

/** Character references in data are as they were written for a page; a field without any is left as it is. */
const decoded = async (said: Imprint): Promise<Imprint> => {
  const decode = async (value: string | null): Promise<string | null> =>
    value?.includes('&') === true ? textOf((await growTree(value.replaceAll('<', '&lt;'))).root) : value
  const [publisher, author, title] = await Promise.all([said.publisher, said.author, said.title].map(decode))
  return { ...said, publisher: publisher ?? null, author: author ?? null, title: title ?? null }
}

/**
 * The article of a page, with the furniture of its text still on: what its markup shows to stand around the article is off. Where the
 * page has no running text of its own but carries its article as data, that is taken.
 */
export const readPage = async (source: string, name: string): Promise<Result<Draft>> => {
  const markup = markupOf(source, name)
  if (!markup.ok) return markup
  const page = await growTree(markup.value.html)
  const linked = readJsonLd(markup.value.jsonLd)
  const { found: said, tab } = readPageImprint(page.root)
  const found = firstSaid(await decoded(linked.found), said)
  const passages = await passagesOf(page, markup.value)
  const headline = found.title === null ? [] : [passage(found.title, { kind: 'headline' })]
  const carried = linked.body === null ? [] : [...headline, ...passagesOfText(linked.body)]
  const words = (lines: readonly Passage[]): number => lines.reduce((sum, line) => sum + line.words, 0)
  return ok({
    found,
    stamped: { ...NOTHING_FOUND, title: tab },
    passages: words(carried) > 2 * words(passages) ? carried : passages,
  })
}

/** Markup that is all article, as a word processor or a feed gives it: nothing in it is taken for a page's furniture. */
export const readFragment = async (source: string, name: string): Promise<Result<readonly Passage[]>> => {
  const markup = markupOf(source, name)
  if (!markup.ok) return markup
  const { root } = await growTree(markup.value.html)
  return ok(passagesOfPage(root).map(({ passage }) => passage))
}
