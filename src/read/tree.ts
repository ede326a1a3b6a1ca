import { plainWords } from './plain-words.ts'

/** An element of a page, with what reading asks of it worked out once. */
export interface Element {
  /** In lower case. */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly parent: Element | null
  readonly children: readonly (Element | string)[]
  /** The words of its class and id, as `plainWords` writes them. */
  readonly hints: string
  /** Characters in it that are not blank. */
  readonly letters: number
  /** Those of them that stand in links to other pages. */
  readonly linked: number
  /** Whether a main heading, and whether a quotation, is it or stands in it. */
  readonly hasHeading: boolean
  readonly hasQuotation: boolean
}

export const isElement = (node: Element | string): node is Element => typeof node !== 'string'

/** What reading needs of a node of a DOM, whatever library made it. */
interface Node {
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly firstChild: Node | null
  readonly nextSibling: Node | null
  readonly attributes?: Iterable<{ readonly name: string; readonly value: string }>
}

const ELEMENT = 1
const TEXT = 3

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'nodeType' in value && 'firstChild' in value

const lettersOf = (text: string): number => text.replaceAll(/\s+/gu, '').length

/** A link with a fragment leads to a place, and nearly always to one on the same page: an entry, a note, a section. */
const isForeign = (href: string | undefined): boolean => href !== undefined && href !== '' && !href.includes('#')

const hintsOf = (attributes: ReadonlyMap<string, string>): string =>
  plainWords(`${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`.replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' '))

/** The element while its children are still being added. */
type Growing = { -readonly [Key in keyof Element]: Element[Key] } & { children: (Element | string)[] }

const addText = (element: Growing, text: string, isLinked: boolean): void => {
  const letters = lettersOf(text)
  const last = element.children.at(-1)
  if (typeof last === 'string') element.children[element.children.length - 1] = last + text
  else element.children.push(text)
  element.letters += letters
  element.linked += isLinked ? letters : 0
}

const grow = (node: Node, parent: Element | null, isLinked: boolean): Element => {
  const attributes = new Map([...(node.attributes ?? [])].map(({ name, value }) => [name, value]))
  const name = node.nodeName.toLowerCase()
  const element: Growing = {
    name,
    attributes,
    parent,
    children: [],
    hints: hintsOf(attributes),
    letters: 0,
    linked: 0,
    hasHeading: name === 'h1',
    hasQuotation: name === 'blockquote' || name === 'q',
  }
  const inLink = isLinked || (name === 'a' && isForeign(attributes.get('href')))
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === TEXT) addText(element, child.nodeValue ?? '', inLink)
    if (child.nodeType !== ELEMENT) continue
    const grown = grow(child, element, inLink)
    element.children.push(grown)
    element.letters += grown.letters
    element.linked += grown.linked
    element.hasHeading ||= grown.hasHeading
    element.hasQuotation ||= grown.hasQuotation
  }
  return element
}

/** A parsed page: as a plain tree, and as the DOM that other readers of pages want, who may change it. */
export interface Page {
  readonly root: Element
  readonly document: unknown
}

/** The tree of well formed markup. Throws where the library gives no tree: that is a fault, whatever the page. */
export const growTree = async (html: string): Promise<Page> => {
  const { DOMParser } = await import('linkedom/worker')
  const document: unknown = new DOMParser().parseFromString(`<html><body>${html}</body></html>`, 'text/html')
  if (!isNode(document) || document.firstChild === null) throw new Error('the DOM library gave no document')
  return { root: grow(document, null, false), document }
}

/** The elements in `element`, itself first, in the order of the page. */
export const elementsIn = (element: Element): readonly Element[] => {
  const found: Element[] = []
  const visit = (at: Element): void => {
    found.push(at)
    for (const child of at.children) if (isElement(child)) visit(child)
  }
  visit(element)
  return found
}

export const textOf = (element: Element): string =>
  element.children.map((child) => (isElement(child) ? textOf(child) : child)).join('')

/** Whether `element` is `outer` or stands in it. */
export const isWithin = (element: Element, outer: Element): boolean => {
  for (let at: Element | null = element; at !== null; at = at.parent) if (at === outer) return true
  return false
}
