import type { Token } from 'markdown-it'
import type { BlockKind } from '../core/document.ts'
import { readFrontMatter } from './front-matter.ts'
import { joinWrapped, wrapWidth } from './line-wrap.ts'
import { NOTHING_FOUND, passage, type Draft, type Passage, type Role } from './passage.ts'
import { piecesOf } from './tags.ts'
import { passagesOfText } from './text.ts'

/** A stretch of inline text with what is said of all of it. */
interface Run {
  readonly text: string
  readonly linked: boolean
  readonly emphasised: boolean
}

/** Elements of HTML between the paragraphs of a Markdown text that hold no part of it. */
const ASIDE = /^\s*<(?:aside|audio|button|figure|footer|form|iframe|img|nav|picture|script|style|svg|video)\b/iu
const BREAK = /^<br\b/iu

/** Whether a link leads away from the page. */
const isForeign = (link: Token): boolean => {
  const href = link.attrGet('href')
  return typeof href === 'string' && href !== '' && !href.includes('#')
}

/** The words of inline tokens as runs; every line break, of the author or of the wrapping, is `\n`. Pictures and tags say nothing. */
const runsOf = (tokens: readonly Token[]): readonly Run[] => {
  const runs: Run[] = []
  let links = 0
  let emphases = 0
  const add = (text: string): number => runs.push({ text, linked: links > 0, emphasised: emphases > 0 })
  for (const token of tokens) {
    if (token.type === 'link_open' && isForeign(token)) links++
    else if (token.type === 'link_close') links = Math.max(0, links - 1)
    else if (token.type === 'em_open' || token.type === 'strong_open') emphases++
    else if (token.type === 'em_close' || token.type === 'strong_close') emphases--
    else if (token.type === 'softbreak' || token.type === 'hardbreak') add('\n')
    else if (token.type === 'html_inline') add(BREAK.test(token.content) ? '\n' : '')
    else if (token.type === 'text' || token.type === 'code_inline') add(token.content)
  }
  return runs
}

const letters = (runs: readonly Run[]): number => runs.reduce((sum, { text }) => sum + text.replaceAll(/\s/gu, '').length, 0)

/** A block of the text before its lines are joined. */
interface Sheet {
  readonly kind: BlockKind
  readonly role: Role | null
  readonly lines: readonly string[]
  readonly linked: number
  readonly emphasised: boolean
}

const plainRun = (text: string): Run => ({ text, linked: false, emphasised: false })

const CELL_BREAK = plainRun(' | ')

const KINDS: Readonly<Record<string, BlockKind>> = {
  blockquote: 'quote',
  h1: 'headline',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  li: 'item',
  tr: 'item',
}

const textOfHtml = (source: string): string => {
  if (ASIDE.test(source)) return ''
  return [...piecesOf(source, new Set())].map((piece) => (piece.kind === 'text' ? piece.text : ' ')).join('')
}

/** The runs of a token that holds text of its own, a block at a time. */
const blocksOf = (token: Token): readonly (readonly Run[])[] => {
  if (token.type === 'inline') return [runsOf(token.children ?? [])]
  if (token.type === 'html_block') return [[plainRun(textOfHtml(token.content))]]
  return token.type === 'fence' ? passagesOfText(token.content).map(({ text }) => [plainRun(text)]) : []
}

/** The blocks of a text; the cells of a table's row are one. */
const sheetsOf = (tokens: readonly Token[]): readonly Sheet[] => {
  const sheets: Sheet[] = []
  const kinds: BlockKind[] = []
  let row: Run[] | null = null
  let isBelowRule = false
  const add = (runs: readonly Run[]): void => {
    const all = Math.max(1, letters(runs))
    const text = runs.map((run) => run.text).join('')
    const emphasised = letters(runs.filter((run) => run.emphasised)) === all
    sheets.push({
      kind: kinds.at(-1) ?? 'paragraph',
      role: emphasised && isBelowRule ? 'colophon' : null,
      lines: text.split('\n').filter((line) => line.trim() !== ''),
      linked: letters(runs.filter((run) => run.linked)) / all,
      emphasised,
    })
  }
  for (const token of tokens) {
    const kind = KINDS[token.tag]
    if (kind !== undefined && token.nesting > 0) kinds.push(kinds.includes('quote') ? 'quote' : kind)
    if (token.type === 'hr') isBelowRule = true
    if (token.type === 'tr_open') row = []
    for (const runs of blocksOf(token)) {
      if (row === null) add(runs)
      else row.push(...(row.length > 0 ? [CELL_BREAK] : []), ...runs)
    }
    if (token.type === 'tr_close') {
      add(row ?? [])
      row = null
    }
    if (kind !== undefined && token.nesting < 0) kinds.pop()
  }
  return sheets
}

/** A Markdown text with its furniture still on; front matter above it is read for its imprint. */
export const readMarkdown = async (text: string): Promise<Draft> => {
  const { default: markdownIt } = await import('markdown-it')
  const { found, body } = readFrontMatter(text)
  // Four blanks before a line mean a program's text to Markdown; in a saved page they are how somebody indents.
  const sheets = sheetsOf(markdownIt({ html: true }).disable('code').parse(body, {}))
  const width = wrapWidth(sheets.map(({ lines }) => lines))
  const passages = sheets.flatMap(({ lines, ...sheet }) =>
    joinWrapped(lines, width).map((line, at): Passage => passage(line, { ...sheet, close: at > 0 })),
  )
  return { found, stamped: NOTHING_FOUND, passages: passages.filter(({ text: words }) => words !== '') }
}
