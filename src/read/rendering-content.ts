import type { Element, ElementContent, Properties, Root, RootContent, Text } from 'hast'
import { harmless, plain } from '../core/plain-text.ts'
import { shownPicture } from './picture.ts'
import { RENDERED_AS_DIV } from './rendering.data.ts'

/** What was done to a page while its content was made fit to be shown. */
export interface Account {
  /** Of the first `title` element; empty where there is none. */
  title: string
  /** Parts that the page itself hides from view. */
  hidden: number
  /** Pictures that stand as a line of words. */
  pictures: number
}

/** Characters of an address or a description that are shown. */
const LONGEST_ADDRESS = 500

const isElement = (node: RootContent): node is Element => node.type === 'element'

const stringOf = (value: Properties[string]): string => (typeof value === 'string' ? value : '')

const textNode = (value: string): Text => ({ type: 'text', value })

/** An address as words: whole where the page's own address is known; null where it leads nowhere that could be looked up. */
const addressOf = (written: string, base: string | null): string | null => {
  try {
    const { href, protocol } = base === null ? new URL(written) : new URL(written, base)
    return /^(?:https?|mailto):$/u.test(protocol) ? plain(href).slice(0, LONGEST_ADDRESS) : null
  } catch (fault) {
    if (!(fault instanceof TypeError)) throw fault
    // Without the page's own address one that is relative stays as it is written.
    return base === null && !written.includes(':') && written !== '' ? plain(written).slice(0, LONGEST_ADDRESS) : null
  }
}

const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden|(?:opacity|font-size)\s*:\s*0(?![.\d]*[1-9])/iu

const isHidden = ({ properties }: Element): boolean =>
  properties.hidden !== undefined || HIDDEN_STYLE.test(stringOf(properties.style))

const hasText = (node: ElementContent): boolean =>
  node.type === 'text' ? node.value.trim() !== '' : node.type === 'element' && node.children.some(hasText)

const pictureOf = ({ properties }: Element, base: string | null, account: Account): Element => {
  const alt = plain(stringOf(properties.alt)).slice(0, LONGEST_ADDRESS)
  const source = stringOf(properties.src)
  const shown = shownPicture(source)
  if (shown !== null) return { type: 'element', tagName: 'img', properties: { src: shown, alt }, children: [] }
  account.pictures++
  const address = addressOf(stringOf(properties['dataSrc']) || source, base)
  const words = ['Picture', ...(alt === '' ? [] : [alt]), ...(address === null ? [] : [address])].join(': ')
  return { type: 'element', tagName: 'span', properties: { className: ['picture'] }, children: [textNode(words)] }
}

const linkTitle = (written: string, base: string | null): Properties => {
  const address = addressOf(written, base)
  return address === null ? {} : { title: address }
}

/** Where a template stands open its content is its own tree. */
const childrenOf = (element: Element): readonly RootContent[] => element.content?.children ?? element.children

const shownElement = (element: Element, base: string | null, account: Account): ElementContent[] => {
  const { tagName, properties } = element
  if (tagName === 'img') return [pictureOf(element, base, account)]
  const children = contentOf(childrenOf(element), base, account)
  if (tagName === 'title') {
    account.title ||= plain(children.map((child) => (child.type === 'text' ? child.value : '')).join(''))
    return []
  }
  const hidden = isHidden(element) && children.some(hasText)
  if (hidden) account.hidden++
  const title = tagName === 'a' ? linkTitle(stringOf(properties.href), base) : {}
  return [
    {
      type: 'element',
      tagName: RENDERED_AS_DIV.has(tagName) ? 'div' : tagName,
      properties: { ...properties, ...title, ...(hidden ? { className: ['hidden'] } : {}) },
      children,
    },
  ]
}

const contentOf = (nodes: readonly RootContent[], base: string | null, account: Account): ElementContent[] =>
  nodes.flatMap((node) => {
    if (node.type === 'text') return [textNode(harmless(node.value))]
    return isElement(node) ? shownElement(node, base, account) : []
  })

/**
 * The content of a parsed page with its pictures and links as words, hidden parts marked and controls out of its text; still to be
 * sanitised. `base` is the page's own address where it is known.
 */
export const shownContent = (
  tree: Root,
  base: string | null,
): { readonly content: ElementContent[]; readonly account: Account } => {
  const account: Account = { title: '', hidden: 0, pictures: 0 }
  const body = (nodes: readonly RootContent[]): readonly RootContent[] =>
    nodes.flatMap((node) => (isElement(node) && /^(?:html|head|body)$/u.test(node.tagName) ? body(node.children) : [node]))
  return { content: contentOf(body(tree.children), base, account), account }
}
