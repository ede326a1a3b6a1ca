import { BLOCKS, EMPTY_AND_UNREAD, FORMATS, IMPLIED_ENDS, READ_ATTRIBUTES, VOID } from './markup.data.ts'
import { MOST_MARKUP, MOST_NODES } from './limits.ts'
import { piecesOf, type Piece } from './tags.ts'

/** The source of a page made small and well formed: every element is closed, and no more than reading needs is left. */
export interface Markup {
  readonly html: string
  /** The contents of its JSON-LD scripts, as written. */
  readonly jsonLd: readonly string[]
  /** Elements that stand open inside each other at the deepest place. */
  readonly depth: number
  readonly elements: number
  /** Elements, character references and stray `<`: a tree has about a node for each. */
  readonly nodes: number
  /**
   * Formatting elements open at each of those, summed: a parser as the standard has it may open every one of them anew there, so that a
   * tree has at most that many nodes more.
   */
  readonly reopened: number
}

/** What is left of a page's source for one use of it. */
export interface Keeping {
  /** Names of attributes. */
  readonly attributes: ReadonlySet<string>
  /** Names of elements whose tags go; what stands in them stays. */
  readonly unread: ReadonlySet<string>
  /** What stays of an attribute's value, as written; null where the attribute goes. */
  readonly valueOf: (name: string, value: string) => string | null
}

/** Characters of an attribute's value: more is a picture or a program in disguise. */
const LONGEST_VALUE = 2000

const isDataAddress = (value: string): boolean => /^\s*(?:data|javascript|blob):/iu.test(value)

/** What reading needs. */
const READING: Keeping = {
  attributes: READ_ATTRIBUTES,
  unread: EMPTY_AND_UNREAD,
  valueOf: (name, value) => (name === 'href' && isDataAddress(value) ? null : value.slice(0, LONGEST_VALUE)),
}

const attributeText = (name: string, value: string | null): string =>
  value === null ? '' : ` ${name}="${value.replaceAll('"', '&quot;')}"`

const startTag = (name: string, attributes: ReadonlyMap<string, string>, { valueOf }: Keeping): string =>
  `<${name}${[...attributes].map(([key, value]) => attributeText(key, valueOf(key, value))).join('')}>`

const isElementName = (name: string): boolean => /^[a-z][\w.:-]*$/u.test(name)

/** The elements that stand open. A level is a place in `names`, counted from the outermost. */
interface Stack {
  readonly names: string[]
  /** The levels at which each name stands open, innermost last: no tag of a hostile page may cost a walk through all of them. */
  readonly levels: Map<string, number[]>
  /** The levels of open blocks, innermost last. */
  readonly blocks: number[]
  readonly out: string[]
  readonly keeping: Keeping
  /** Formatting elements among them. */
  formats: number
  /** Characters in `out`. */
  length: number
}

const write = (stack: Stack, markup: string): void => {
  stack.out.push(markup)
  stack.length += markup.length
}

/** The level of the innermost open element with one of these names; −1 where none is open. */
const innermost = (stack: Stack, names: readonly string[]): number =>
  Math.max(-1, ...names.map((name) => stack.levels.get(name)?.at(-1) ?? -1))

const open = (stack: Stack, name: string): void => {
  const level = stack.names.push(name) - 1
  const levels = stack.levels.get(name)
  if (levels === undefined) stack.levels.set(name, [level])
  else levels.push(level)
  if (BLOCKS.has(name)) stack.blocks.push(level)
  if (FORMATS.has(name)) stack.formats++
}

/** Closes everything from the innermost element out to the one at `level`. */
const closeTo = (stack: Stack, level: number): void => {
  while (stack.names.length > level) {
    const name = stack.names.pop() ?? ''
    stack.levels.get(name)?.pop()
    if (BLOCKS.has(name)) stack.blocks.pop()
    if (FORMATS.has(name)) stack.formats--
    write(stack, `</${name}>`)
  }
}

/** Closes the innermost of `names` where it stands at `level` or further in. */
const closeFrom = (stack: Stack, names: readonly string[], level: number): void => {
  const found = innermost(stack, names)
  if (found >= 0 && found >= level) closeTo(stack, found)
}

const innermostBlock = (stack: Stack): number => stack.blocks.at(-1) ?? -1

/** An end tag closes its element and all in it; that of a formatting element not across the block that it stands in. */
const end = (stack: Stack, name: string): void => {
  const formats = !BLOCKS.has(name) && name !== 'a'
  closeFrom(stack, [name], formats ? innermostBlock(stack) : 0)
}

const start = (stack: Stack, name: string, attributes: ReadonlyMap<string, string>): void => {
  if (BLOCKS.has(name)) closeFrom(stack, ['p'], innermostBlock(stack))
  const implied = IMPLIED_ENDS[name]
  if (implied !== undefined) closeFrom(stack, implied.ends, innermost(stack, implied.within))
  write(stack, startTag(name, attributes, stack.keeping))
  if (!VOID.has(name)) open(stack, name)
}

const isJsonLd = ({ name, attributes }: Extract<Piece, { kind: 'raw' }>): boolean =>
  name === 'script' && /^\s*application\/ld\+json\b/iu.test(attributes.get('type') ?? '')

/** Characters that start a text node of their own. */
const countReferences = (text: string): number => {
  let count = 0
  for (const mark of ['&', '<']) for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) count++
  return count
}

/** Keeps what is not markup of the article: the title, and data that say what the page is. */
const keepRaw = (stack: Stack, piece: Extract<Piece, { kind: 'raw' }>, jsonLd: string[]): void => {
  if (isJsonLd(piece)) jsonLd.push(piece.text)
  else if (piece.name === 'title') write(stack, `<title>${piece.text.replaceAll('<', '&lt;')}</title>`)
}

/**
 * Makes the source of a page fit for a tree, in one pass and in time linear in its length: scripts, styles, drawings, comments and
 * inlined pictures go, attributes that say nothing of the text go, unclosed elements are closed as a browser would close them; `keeping`
 * says what stays, for reading unless told. Stops where more than `deepest` elements stand open inside each other, or where there are
 * more nodes or characters than any page may have; `depth`, `nodes` or the length of `html` is then above its limit, and `html` is of no
 * use.
 */
export const cleanMarkup = (source: string, deepest: number, keeping: Keeping = READING): Markup => {
  const stack: Stack = { names: [], levels: new Map(), blocks: [], out: [], keeping, formats: 0, length: 0 }
  const jsonLd: string[] = []
  let depth = 0
  let elements = 0
  let references = 0
  let reopened = 0
  for (const piece of piecesOf(source, keeping.attributes)) {
    if (piece.kind === 'text') {
      references += countReferences(piece.text)
      reopened += stack.formats
      write(stack, piece.text === '<' ? '&lt;' : piece.text)
    } else if (piece.kind === 'end') end(stack, piece.name)
    else if (piece.kind === 'raw') keepRaw(stack, piece, jsonLd)
    else if (isElementName(piece.name) && !keeping.unread.has(piece.name)) {
      start(stack, piece.name, piece.attributes)
      elements++
      reopened += stack.formats
      depth = Math.max(depth, stack.names.length)
    }
    if (depth > deepest || elements + references > MOST_NODES || stack.length > MOST_MARKUP) break
  }
  closeTo(stack, 0)
  return { html: stack.out.join(''), jsonLd, depth, elements, nodes: elements + references, reopened }
}
