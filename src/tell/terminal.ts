import type { CheckedCase } from '../core/case.ts'
import { colophonOf, type Entry } from './colophon.ts'
import { displayWidth } from '../core/display-width.ts'
import { explain } from './explain.ts'
import { notes } from './notes.data.ts'
import { printed, type TerminalOptions } from './printed.ts'
import { run, wrapped, type StyledLine } from './styled-line.ts'
import { claimLines, sectionLines } from './terminal-claim.ts'

const NARROWEST = 40
const INDENT = 3

export const heading = (text: string, width: number): readonly StyledLine[] => [
  [],
  [run(text, 'strong'), run(` ${'─'.repeat(Math.max(0, width - displayWidth(text) - 1))}`, 'faint')],
]

const entryLines = ({ label, title, imprint, url }: Entry, width: number): readonly StyledLine[] => {
  const hang = INDENT + displayWidth(label) + 2
  const name = [run(label.replaceAll(' ', '\u00A0'), 'strong'), run('\u00A0 '), run(imprint)]
  const below = { width, indent: hang, hang }
  return [
    ...wrapped(name, { width, indent: INDENT, hang }),
    ...(title === null ? [] : wrapped([run(title)], below)),
    ...(url === null ? [] : wrapped([run(url, 'faint')], below)),
  ]
}

export const listUnder = (title: string, items: readonly string[], width: number): readonly StyledLine[] =>
  items.length === 0
    ? []
    : [...heading(title, width), ...items.flatMap((item) => wrapped([run(item)], { width, indent: INDENT, hang: INDENT }))]

/**
 * A checked case for a terminal: no line is wider than `width`, nothing of a document can move the cursor or change a colour.
 * Ends with a line end. Throws where the case names what it does not hold.
 */
export const terminalText = (checked: CheckedCase, { width: asked, colour }: TerminalOptions): string => {
  const width = Math.max(NARROWEST, asked)
  const { claims, closing } = explain(checked)
  const colophon = colophonOf(checked)
  const whole = { width, indent: 0, hang: 0 }
  const lines: readonly StyledLine[] = [
    ...wrapped([run(colophon.question, 'strong')], whole),
    ...wrapped([run(colophon.scope, 'faint')], whole),
    ...(claims.length === 0 ? [[], ...wrapped([run(notes.noClaims)], whole)] : []),
    ...claims.flatMap((told) => [[], ...claimLines(told, width)]),
    ...closing.flatMap((section) => sectionLines(section, width)),
    ...(colophon.entries.length === 0 ? [] : heading(notes.documents, width)),
    ...colophon.entries.flatMap((entry) => entryLines(entry, width)),
    ...listUnder(notes.refused, colophon.refusals, width),
    ...listUnder(notes.stale, colophon.stale, width),
    ...listUnder(notes.assumptions, colophon.overrides, width),
    ...listUnder(notes.made, colophon.method, width),
  ]
  return printed(lines, colour)
}
