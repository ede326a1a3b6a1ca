import { harmless } from '../core/plain-text.ts'

/** HTML or SVG that is safe to print: made by `markup` alone. */
export interface Markup {
  readonly markup: string
}

type Part = string | number | Markup | readonly Markup[] | null

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as HTML shows it, in an element or between the quotes of an attribute; without controls and marks that reorder. */
const escapedHtml = (text: string): string => harmless(text).replace(/[&<>"']/gu, (mark) => ENTITIES[mark] ?? '')

const isMarkup = (part: Exclude<Part, null>): part is Markup => typeof part === 'object' && 'markup' in part

const printed = (part: Part): string => {
  if (part === null) return ''
  if (typeof part === 'number') return String(part)
  if (typeof part === 'string') return escapedHtml(part)
  return isMarkup(part) ? part.markup : part.map((one) => one.markup).join('')
}

/** A template in which every value is escaped unless it is markup itself; null is nothing. Attributes must stand in quotes. */
export const markup = (texts: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  markup: texts.map((text, place) => text + printed(parts[place] ?? null)).join(''),
})

/** Text that this project wrote itself, printed as it is. */
export const trusted = (text: string): Markup => ({ markup: text })
