import type { BlockKind } from '../core/document.ts'
import { roleOf, standingOf } from './page-furniture.ts'
import type { Role } from './passage.ts'
import { isElement, textOf, type Element } from './tree.ts'

/** What holds at one place of a page. */
export interface Around {
  /** The innermost block. */
  readonly place: Element
  readonly kind: BlockKind
  readonly role: Role | null
  readonly isLinked: boolean
  readonly isEmphasised: boolean
  /** Around the article: only notes are text here. */
  readonly isOff: boolean
}

/** A stretch of text with one look; `\n` alone is a line break. */
export interface Run {
  readonly text: string
  readonly around: Around
}

/** The text of a page between the edges of two blocks. */
export interface PageBlock {
  readonly runs: readonly Run[]
  readonly around: Around
  /** Whether a horizontal rule stands above it. */
  readonly isBelowRule: boolean
  /** Whether its line breaks are its author's. */
  readonly isPreformatted: boolean
}

/** Elements that do not break the line that they stand in. */
const INLINE: ReadonlySet<string> = new Set(
  `a abbr acronym b bdi bdo big br cite code data dfn em font i ins kbd mark nobr q ruby samp small span strong sub sup time tt u var
   wbr`.split(/\s+/u),
)

const KINDS: Readonly<Record<string, BlockKind>> = {
  blockquote: 'quote',
  dd: 'item',
  dt: 'item',
  h1: 'headline',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  li: 'item',
  tr: 'item',
}

const EMPHASES: ReadonlySet<string> = new Set(['b', 'em', 'i', 'strong'])
const CELLS: ReadonlySet<string> = new Set(['td', 'th'])

/** Letters of a cell that is a column of the page and not of a table, at least. */
const COLUMN_LETTERS = 300
/** Letters of the mark of a footnote, at most. */
const MARK_LETTERS = 4

const isSmallCell = ({ name, letters }: Element): boolean => CELLS.has(name) && letters < COLUMN_LETTERS

const isInline = (element: Element): boolean => INLINE.has(element.name) || isSmallCell(element)

/** What an editor struck out is not what the page says, and the number of a footnote is no word of the sentence. */
const isUnread = ({ name, letters, children }: Element): boolean => {
  if (name === 'sup') return letters <= MARK_LETTERS && children.some((child) => isElement(child) && child.name === 'a')
  return name === 'del' || name === 's' || name === 'strike'
}

const kindWithin = ({ name }: Element, outer: Around): BlockKind => {
  if (outer.kind === 'quote') return 'quote'
  if (CELLS.has(name)) return 'paragraph'
  return KINDS[name] ?? outer.kind
}

const within = (element: Element, outer: Around, isOff: boolean): Around => {
  const inline = isInline(element)
  return {
    place: inline ? outer.place : element,
    kind: inline ? outer.kind : kindWithin(element, outer),
    role: roleOf(element) ?? outer.role,
    isLinked: outer.isLinked || (element.name === 'a' && element.linked > 0),
    isEmphasised: outer.isEmphasised || EMPHASES.has(element.name),
    isOff,
  }
}

/** The blocks of a page in order, without what holds no text; those around the article are marked. */
export const blocksOfPage = (page: Element): readonly PageBlock[] => {
  const blocks: PageBlock[] = []
  let line: Run[] = []
  let isBelowRule = false

  const endLine = (around: Around, isPreformatted = false): void => {
    if (line.some(({ text }) => text.trim() !== '')) blocks.push({ runs: line, around, isBelowRule, isPreformatted })
    line = []
  }

  const walkInto = (element: Element, around: Around): void => {
    const [open, close] = element.name === 'q' ? ['“', '”'] : ['', '']
    line.push({ text: open, around })
    for (const child of element.children) {
      if (isElement(child)) walk(child, around)
      else line.push({ text: child.replaceAll(/\s+/gu, ' '), around })
    }
    line.push({ text: close, around })
  }

  const walk = (element: Element, outer: Around): void => {
    const standing = standingOf(element, page)
    if (standing === 'out' || isUnread(element)) return
    const block = !isInline(element)
    // A link around whole blocks is the preview of the page it leads to; a main heading may be a link to the page itself.
    const around = within(
      element,
      outer,
      outer.isOff || standing === 'around' || (block && outer.isLinked && element.name !== 'h1'),
    )
    if (block) endLine(outer)
    if (element.name === 'hr' && !outer.isOff) isBelowRule = true
    if (element.name === 'br') line.push({ text: '\n', around })
    if (isSmallCell(element) && line.some(({ text }) => text.trim() !== '')) line.push({ text: ' | ', around: outer })
    if (element.name === 'pre') line.push({ text: textOf(element), around })
    else walkInto(element, around)
    if (block) endLine(around, element.name === 'pre')
  }

  walk(page, { place: page, kind: 'paragraph', role: null, isLinked: false, isEmphasised: false, isOff: false })
  return blocks
}
