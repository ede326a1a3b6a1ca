import { parseHTML } from 'linkedom'

/** What the tests of this room ask of an element; the types of a browser are not there. */
export interface PageElement {
  readonly localName: string
  readonly id: string
  readonly className: string
  readonly textContent: string
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>
  readonly getAttribute: (name: string) => string | null
  readonly querySelector: (selector: string) => PageElement | null
  readonly querySelectorAll: (selector: string) => Iterable<PageElement>
  readonly remove: () => void
}

/** A page as a browser would read it. */
export const parsedPage = (html: string): PageElement => {
  const parsed: unknown = parseHTML(html)
  return (parsed as { readonly document: { readonly documentElement: PageElement } }).document.documentElement
}

export const all = (within: PageElement | null | undefined, selector: string): readonly PageElement[] => [
  ...(within?.querySelectorAll(selector) ?? []),
]
