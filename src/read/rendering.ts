import type { ElementContent } from 'hast'
import type { Block, Capture, Document } from '../core/document.ts'
import { harmless, plain } from '../core/plain-text.ts'
import type { Rendering } from '../core/rendering.ts'
import { textAt } from '../core/span.ts'
import { DEEPEST, MOST_MARKUP, MOST_NODES, MOST_REOPENED, MOST_TEXT } from './limits.ts'
import { cleanMarkup, type Keeping, type Markup } from './markup.ts'
import { BLOCKS } from './markup.data.ts'
import { isInlined, LONGEST_PICTURE } from './picture.ts'
import { shownContent, type Account } from './rendering-content.ts'
import { RENDERED_ATTRIBUTES, RENDERED_UNREAD } from './rendering.data.ts'
import { RENDERING_SCHEMA } from './rendering-schema.ts'
import { renderingOf } from './rendering-shell.ts'
import { piecesOf } from './tags.ts'

/** Characters of an attribute's value that is no picture. */
const LONGEST_VALUE = 2000

/** Characters of all inlined pictures of a page that are shown: the rest of what a page may have is left for its text. */
const MOST_PICTURES = MOST_MARKUP / 2

/** What a rendering keeps of a page's source, with inlined pictures as long as there is room for them. */
const keepingOf = (): Keeping => {
  let room = MOST_PICTURES
  const valueOf = (name: string, value: string): string | null => {
    if (name !== 'src' || !isInlined(value)) return value.slice(0, LONGEST_VALUE)
    if (value.length > Math.min(room, LONGEST_PICTURE)) return ''
    room -= value.length
    return value
  }
  return { attributes: RENDERED_ATTRIBUTES, unread: RENDERED_UNREAD, valueOf }
}

/** Why a tree of this markup would take too long; null where it would not. */
const excessOf = ({ html, depth, nodes, reopened }: Markup): string | null => {
  if (depth > DEEPEST) return `its elements are nested more than ${DEEPEST} deep`
  if (nodes > MOST_NODES) return `it has more than ${MOST_NODES.toLocaleString('en')} elements and character references`
  if (html.length > MOST_MARKUP) return `it has more than ${MOST_MARKUP / 1e6} million characters of text and markup`
  return reopened > MOST_REOPENED ? `its tags of bold, italics, links and the like are left open too often` : null
}

/** Characters of a page's source in which its words are looked for where it is too much for a tree. */
const MOST_SOURCE = MOST_MARKUP

/** The words of a page without a tree, one line for every block; references to characters stay as written. */
const wordsOf = (page: string): { readonly words: string; readonly isCut: boolean } => {
  const source = page.slice(0, MOST_SOURCE)
  const out: string[] = []
  let length = 0
  for (const piece of piecesOf(source, new Set())) {
    const breaks = (piece.kind === 'start' || piece.kind === 'end') && (BLOCKS.has(piece.name) || piece.name === 'br')
    const text = piece.kind === 'text' ? piece.text : breaks ? '\n' : ''
    if (text === '' || (text.trim() === '' && out.at(-1) === '\n')) continue
    out.push(text)
    length += text.length
    if (length > MOST_TEXT) return { words: out.join('').slice(0, MOST_TEXT), isCut: true }
  }
  return { words: out.join(''), isCut: source.length < page.length }
}

const counted = (count: number, one: string, many: string): string => (count === 1 ? `One ${one}` : `${count} ${many}`)

const warningsOf = ({ hidden, pictures }: Account, content: readonly ElementContent[]): readonly string[] => {
  const warnings: string[] = []
  if (content.every(isBlank))
    warnings.push('Nothing is left to show: the page has no text of its own, or a script would write it.')
  if (pictures > 0)
    warnings.push(
      `${counted(pictures, 'picture is', 'pictures are')} not shown, only what the page says of ${pictures === 1 ? 'it' : 'them'}.`,
    )
  if (hidden > 0)
    warnings.push(
      `${counted(hidden, 'part that the page hides is', 'parts that the page hides are')} shown in a dotted frame: a reader of the page did not see ${hidden === 1 ? 'it' : 'them'}.`,
    )
  return warnings
}

const isBlank = (node: ElementContent): boolean => {
  if (node.type === 'element') return node.tagName !== 'img' && node.children.every(isBlank)
  return node.type !== 'text' || node.value.trim() === ''
}

/** What a page's markup becomes; `warnings` are those of how it was made. */
const renderMarkup = async (markup: string, capture: Capture, warnings: readonly string[]): Promise<Rendering> => {
  const [{ fromHtml }, { sanitize }] = await Promise.all([import('hast-util-from-html'), import('hast-util-sanitize')])
  const { content, account } = shownContent(fromHtml(`<!DOCTYPE html><body>${markup}`), capture.imprint.url ?? null)
  const clean = sanitize({ type: 'root', children: content }, RENDERING_SCHEMA)
  // What the schema lets through has no kind of node that can stand in a root alone.
  const children = (clean.type === 'root' ? clean.children : [clean]) as ElementContent[]
  return renderingOf(account.title || capture.name, children, [...warnings, ...warningsOf(account, children)])
}

const escaped = (text: string): string => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/**
 * A page as it may be looked at: its text, structure and emphasis by an allow-list, links and pictures as words, inlined pictures of
 * kinds that hold no program shown. Where a tree of the page would take too long its words are shown alone, and a warning says so; a
 * rendering without any words has a warning as well. `source` is the page's text. Never fails.
 */
export const renderPage = async (source: string, capture: Capture): Promise<Rendering> => {
  const markup = cleanMarkup(source, DEEPEST, keepingOf())
  const excess = excessOf(markup)
  const damage = source.includes('\uFFFD') ? ['Some bytes of the page are no characters; \uFFFD stands for them.'] : []
  if (excess === null) return renderMarkup(markup.html, capture, damage)
  const { words, isCut } = wordsOf(source)
  const cut = isCut ? ', and of these only the first' : ''
  const alone = `The page is too complex to be shown as it stands, for ${excess}: here are its words alone${cut}.`
  return renderMarkup(`<div class="words">${escaped(words)}</div>`, capture, [...damage, alone])
}

const TAGS: Readonly<Record<Block['kind'], string>> = {
  headline: 'h1',
  standfirst: 'p',
  heading: 'h2',
  paragraph: 'p',
  item: 'li',
  quote: 'blockquote',
  turn: 'p',
}

const blockOf = ({ text }: Document, { kind, span }: Block): ElementContent => ({
  type: 'element',
  tagName: TAGS[kind],
  properties: {},
  children: [{ type: 'text', value: harmless(textAt(text, span)) }],
})

/** Blocks in order, items that follow each other as one list. */
const articleOf = (document: Document): ElementContent => {
  const children: ElementContent[] = []
  for (const block of document.blocks) {
    const last = children.at(-1)
    if (block.kind !== 'item') children.push(blockOf(document, block))
    else if (last?.type === 'element' && last.tagName === 'ul') last.children.push(blockOf(document, block))
    else children.push({ type: 'element', tagName: 'ul', properties: {}, children: [blockOf(document, block)] })
  }
  return { type: 'element', tagName: 'article', properties: {}, children }
}

/**
 * What was read of a capture that is no page, as a page: its blocks and nothing else, for the format has no look of its own here.
 * `warnings` tell what else is known of it.
 */
export const renderDocuments = (
  documents: readonly Document[],
  name: string,
  warnings: readonly string[] = [],
): Promise<Rendering> =>
  renderingOf(plain(documents[0]?.title ?? name), documents.map(articleOf), [
    'This is the text as it was read, with running heads, menus and notices off; how the file itself looks is not shown.',
    ...warnings,
  ])
