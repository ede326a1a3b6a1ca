import { endsSentence, isNote } from './furniture-line.ts'
import { isProse } from './headline.ts'
import { blocksOfPage, type Around, type PageBlock, type Run } from './page-blocks.ts'
import { passage, type Passage, type Role } from './passage.ts'
import { passagesOfText } from './text.ts'
import type { Element } from './tree.ts'

/** A passage with the block element that it stands in. */
export interface Placed {
  readonly passage: Passage
  readonly place: Element
}

const lettersIn = (runs: readonly Run[]): number => runs.reduce((sum, { text }) => sum + text.replaceAll(/\s/gu, '').length, 0)

/** Share of a line's letters for which something must hold to hold for the line. */
const MOST = 0.8

const ROLES: readonly Role[] = ['note', 'byline', 'standfirst']

/** A line of a block, and whether it stands directly under the one before it. */
interface Line {
  readonly runs: readonly Run[]
  readonly close: boolean
}

const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')

const passageOf = ({ runs, close }: Line, { around, isBelowRule }: PageBlock): Passage => {
  const all = Math.max(1, lettersIn(runs))
  const share = (holds: (at: Around) => boolean): number => lettersIn(runs.filter((run) => holds(run.around))) / all
  const emphasised = share((at) => at.isEmphasised) === 1
  const told = ROLES.find((name) => share((at) => at.role === name) >= MOST)
  const role = told ?? (emphasised && isBelowRule ? 'colophon' : null)
  return passage(textOf(runs), { kind: around.kind, role, emphasised, linked: share((at) => at.isLinked), close })
}

const isBreak = ({ text }: Run): boolean => text === '\n'

/** The lines of a block: two line breaks make a gap, and one within a sentence makes no line. */
const linesOf = (runs: readonly Run[]): readonly Line[] => {
  const lines: { runs: Run[]; close: boolean }[] = []
  let breaks = 0
  let said = ''
  for (const run of runs) {
    const last = lines.at(-1)
    if (isBreak(run)) breaks++
    if (isBreak(run) || run.text.trim() === '') {
      last?.runs.push({ ...run, text: run.text === '' ? '' : ' ' })
      continue
    }
    const goesOn = breaks === 1 && /^\s*\p{Ll}/u.test(run.text) && !endsSentence(said.trimEnd())
    if (last === undefined || (breaks > 0 && !goesOn)) lines.push({ runs: [run], close: breaks === 1 })
    else last.runs.push(run)
    breaks = 0
    said = run.text
  }
  return lines
}

const passagesOfBlock = (block: PageBlock): readonly Passage[] => {
  const { kind, role } = block.around
  if (block.isPreformatted)
    return passagesOfText(textOf(block.runs)).map((line) => ({ ...line, kind: kind === 'quote' ? kind : line.kind, role }))
  return linesOf(block.runs).map((line) => passageOf(line, block))
}

/** Whether a passage that stands around the article belongs to it all the same: a note on a correction, and no link to one. */
const isStrayNote = (line: Passage): boolean => isNote(line) && isProse(line) && line.linked < MOST

/** The passages that a page holds before they are weighed: its text, and of what stands around it the notes on corrections. */
export const passagesOfPage = (page: Element): readonly Placed[] =>
  blocksOfPage(page).flatMap((block) =>
    passagesOfBlock(block)
      .filter((line) => line.text !== '' && (!block.around.isOff || isStrayNote(line)))
      .map((line) => ({ passage: line, place: block.around.place })),
  )
