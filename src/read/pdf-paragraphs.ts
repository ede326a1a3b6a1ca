import { endsSentence } from './furniture-line.ts'
import { passage, type Passage } from './passage.ts'
import type { SetLine } from './pdf-lines.ts'

/** How the running text of a document is set. */
interface Setting {
  /** Size of its letters, in points. */
  readonly size: number
  /** From one line to the next, in points. */
  readonly leading: number
}

/** Leadings between two paragraphs that a gap parts, at least. */
const GAP = 1.3
/** Share by which letters of running text may differ in size. */
const SAME_SIZE = 0.12
/** Sizes by which a first line is set in, at least; what is further in is another column. */
const INDENT = 0.8
const COLUMN = 6
/** Share of the width that the last line of a paragraph leaves free, at least, where it ends a sentence, and where it does not. */
const SHORT = 0.15
const VERY_SHORT = 0.4
/** Lines above and below that show how wide a column is. */
const COLUMN_LINES = 8
/** Size of a headline against running text, at least, and of other headings. */
const HEADLINE = 1.25
const HEADING = 1.12
/** Characters of a heading, at most. */
const HEADING_LENGTH = 200

/** The value that most characters stand with. */
const mode = (values: readonly (readonly [value: number, weight: number])[]): number => {
  const weights = new Map<number, number>()
  for (const [value, weight] of values) {
    const rounded = Math.round(value * 2) / 2
    weights.set(rounded, (weights.get(rounded) ?? 0) + weight)
  }
  return [...weights].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0]
}

const settingOf = (lines: readonly SetLine[]): Setting => {
  const size = mode(lines.map((line) => [line.size, line.text.length]))
  const drops = lines.flatMap((line, at): readonly (readonly [number, number])[] => {
    const next = lines[at + 1]
    return next?.page === line.page && next.y < line.y ? [[line.y - next.y, 1]] : []
  })
  return { size, leading: mode(drops) || size * 1.2 }
}

const BULLET = /^\s*[•▪‣●–-]\s+(?=\S)/u

/** Share of its column's width that the line at `at` leaves free. */
const freeOf = (lines: readonly SetLine[], at: number): number => {
  const line = lines[at]
  if (line === undefined) return 0
  const around = lines.slice(Math.max(0, at - COLUMN_LINES), at + COLUMN_LINES)
  const column = around.filter(({ left, page }) => page === line.page && Math.abs(left - line.left) <= COLUMN * line.size)
  const right = Math.max(...column.map((held) => held.right))
  return 1 - (line.right - line.left) / Math.max(1, right - line.left)
}

/** Whether the line at `at` begins a paragraph of its own after the one before it. */
const isParted = (lines: readonly SetLine[], at: number, setting: Setting): boolean => {
  const [line, next] = [lines[at - 1], lines[at]]
  if (line === undefined || next === undefined) return true
  if (Math.abs(next.size - line.size) > SAME_SIZE * setting.size || BULLET.test(next.text)) return true
  const drop = line.y - next.y
  const ended = endsSentence(line.text.trim())
  const indent = next.left - line.left
  const isIndented = indent > INDENT * setting.size && indent < COLUMN * setting.size && next.page === line.page && drop > 0
  const free = freeOf(lines, at - 1)
  const isShort = free > SHORT
  if (next.page !== line.page || drop <= 0) return ended && (isShort || isIndented || /^\s*\p{Lu}/u.test(next.text))
  return drop > GAP * setting.leading || free > VERY_SHORT || (ended && (isIndented || isShort))
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().split(/[^\p{L}-]/u)

/** Compounds that the text itself writes with a hyphen inside a line: their hyphen at the end of a line is their own. */
const compoundsIn = (lines: readonly SetLine[]): ReadonlySet<string> =>
  new Set(lines.flatMap(({ text }) => wordsOf(text).filter((word) => /^\p{L}+-\p{L}/u.test(word))))

/** Two lines of one paragraph as one, with a word that the line end divided made whole again. */
const join = (text: string, next: string, compounds: ReadonlySet<string>): string => {
  const line = text.trimEnd()
  const rest = next.trimStart()
  if (!/\p{L}[-\u00AD]$/u.test(line) || !/^\p{Ll}/u.test(rest)) return `${line} ${rest}`
  const word = (wordsOf(line.slice(0, -1)).at(-1) ?? '') + '-' + (wordsOf(rest)[0] ?? '')
  return (compounds.has(word) ? line : line.slice(0, -1)) + rest
}

/** Lines that make one paragraph. */
interface Paragraph {
  readonly lines: readonly SetLine[]
  readonly text: string
}

const passageOf = ({ lines, text }: Paragraph, largest: number, setting: Setting): Passage => {
  const size = lines[0]?.size ?? setting.size
  if (BULLET.test(text)) return passage(text.replace(BULLET, ''), { kind: 'item' })
  if (text.length > HEADING_LENGTH || size < HEADING * setting.size) return passage(text)
  const isHeadline = size === largest && size >= HEADLINE * setting.size && lines[0]?.page === 0
  return passage(text, { kind: isHeadline ? 'headline' : 'heading' })
}

/** The paragraphs of a document from its lines: told by gaps, by indents, by short last lines and by the size of letters. */
export const paragraphsOf = (lines: readonly SetLine[]): readonly Passage[] => {
  const setting = settingOf(lines)
  const compounds = compoundsIn(lines)
  const paragraphs: Paragraph[] = []
  for (const [at, line] of lines.entries()) {
    const last = paragraphs.at(-1)
    if (last === undefined || isParted(lines, at, setting)) paragraphs.push({ lines: [line], text: line.text })
    else paragraphs[paragraphs.length - 1] = { lines: last.lines, text: join(last.text, line.text, compounds) }
  }
  const largest = Math.max(0, ...paragraphs.map(({ lines: held }) => held[0]?.size ?? 0))
  return paragraphs.map((held) => passageOf(held, largest, setting)).filter(({ text }) => text !== '')
}
