import {
  AROUND_HINTS,
  AROUND_ROLES,
  AROUND_TEXT,
  BUTTON_HINTS,
  BYLINE_HINTS,
  CAPTION_HINTS,
  CERTAIN_HINTS,
  NEVER_TEXT,
  NOTE_HINTS,
  STANDFIRST_HINTS,
  UNSEEN_HINTS,
  type Hints,
} from './page-furniture.data.ts'
import type { Role } from './passage.ts'
import { hasPhrase } from './plain-words.ts'
import { isElement, type Element } from './tree.ts'

/** Share of a page's own letters, those outside links, above which an element holds its article, whatever it is called. */
const ARTICLE_SHARE = 0.5
/** The same for what is taken at its word. */
const CERTAIN_SHARE = 0.9
/** Letters of a group of buttons or tags, at most, and the share of them in links, at least. */
const BUTTONS_LETTERS = 300
const BUTTONS_LINKED = 0.3
/** Letters of a byline with day and place, at most. */
const BYLINE_LETTERS = 200
/** Letters of the preview of another article, at most. */
const CARD_LETTERS = 500
/** Share of a heading's letters in a link to another page where it is that page's headline. */
const CARD_LINKED = 0.9

const hasHint = ({ hints }: Element, table: Hints): boolean =>
  hints !== ' ' && hints.split(' ').some((word) => table.get(word)?.some((hint) => hasPhrase(hints, hint)) === true)

const ownLetters = ({ letters, linked }: Element): number => letters - linked

const ARTICLE: ReadonlySet<string> = new Set(['article', 'main'])

const standsIn = (element: Element, names: ReadonlySet<string>): boolean => {
  for (let at = element.parent; at !== null; at = at.parent) if (names.has(at.name)) return true
  return false
}

const isUnseen = (element: Element): boolean => {
  const { attributes } = element
  const isHidden = attributes.has('hidden') || attributes.get('aria-hidden') === 'true'
  const style = attributes.get('style') ?? ''
  return isHidden || /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(style) || hasHint(element, UNSEEN_HINTS)
}

/** A header of the page has its name and its menus; one that has a main heading, or stands in an article, is the article's. */
const isSiteHeader = (element: Element): boolean =>
  element.name === 'header' && !standsIn(element, ARTICLE) && !element.hasHeading

const isCaption = (element: Element): boolean => {
  if (element.name === 'figcaption') return element.parent?.hasQuotation !== true
  return element.name === 'figure' ? !element.hasQuotation : hasHint(element, CAPTION_HINTS)
}

const isButtonGroup = (element: Element): boolean =>
  hasHint(element, BUTTON_HINTS) && element.letters <= BUTTONS_LETTERS && element.linked >= BUTTONS_LINKED * element.letters

const HEADING = /^h[1-6]$/u

/** The heading with which the element begins, in itself or in its first children; null where it begins otherwise. */
const leadHeading = (element: Element): Element | null => {
  if (HEADING.test(element.name)) return element
  for (const child of element.children) {
    if (isElement(child) && child.letters > 0) return leadHeading(child)
    if (!isElement(child) && child.trim() !== '') return null
  }
  return null
}

const CARDS: ReadonlySet<string> = new Set(['article', 'div', 'li', 'section'])

/** The preview of another article: a headline that leads to it, and a few words. */
const isCard = (element: Element): boolean => {
  if (!CARDS.has(element.name) || element.letters === 0 || element.letters > CARD_LETTERS) return false
  const heading = leadHeading(element)
  return heading !== null && heading.linked >= CARD_LINKED * heading.letters
}

const isAround = (element: Element): boolean =>
  AROUND_TEXT.has(element.name) ||
  AROUND_ROLES.has(element.attributes.get('role') ?? '') ||
  isSiteHeader(element) ||
  (hasHint(element, AROUND_HINTS) && !element.hasHeading)

/** Where an element stands: in the article, around it (a note on a correction may still be in it), or where no text is at all. */
export type Standing = 'text' | 'around' | 'out'

/**
 * Where an element stands with all in it: told by what it is, by what its author calls it, and by how little else than links it holds.
 * One that has most of the page's words is text, whatever it is called. `page` is the root.
 */
export const standingOf = (element: Element, page: Element): Standing => {
  if (NEVER_TEXT.has(element.name)) return 'out'
  const share = ownLetters(element) / Math.max(1, ownLetters(page))
  const isCertain = share <= CERTAIN_SHARE && hasHint(element, CERTAIN_HINTS)
  if (share > ARTICLE_SHARE && !isCertain) return 'text'
  if (isUnseen(element) || isCaption(element)) return 'out'
  return isAround(element) || isButtonGroup(element) || isCard(element) ? 'around' : 'text'
}

/** What the markup says that a short element is for. */
export const roleOf = (element: Element): Role | null => {
  if (hasHint(element, NOTE_HINTS)) return 'note'
  if (element.letters > BYLINE_LETTERS) return hasHint(element, STANDFIRST_HINTS) ? 'standfirst' : null
  const { attributes, name } = element
  const property = attributes.get('itemprop') ?? ''
  const isByline =
    name === 'address' || name === 'time' || attributes.get('rel') === 'author' || /^(?:author|date)/u.test(property)
  if (isByline || hasHint(element, BYLINE_HINTS)) return 'byline'
  return hasHint(element, STANDFIRST_HINTS) || property === 'description' ? 'standfirst' : null
}
