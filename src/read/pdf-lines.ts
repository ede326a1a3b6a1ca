/** A piece of text as a PDF sets it; lengths in points, from the left and from the bottom of the page. */
export interface SetText {
  readonly str: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly fontSize: number
  readonly hasEOL: boolean
}

/** A line of a page, from left to right. */
export interface SetLine {
  readonly text: string
  /** From 0. */
  readonly page: number
  readonly left: number
  readonly right: number
  readonly y: number
  readonly size: number
}

/** Share of the letters' size by which two pieces of one line may differ in height: an index, a note's number. */
const SAME_LINE = 0.5
/** Share of the letters' size that is a blank between two pieces. */
const BLANK = 0.15

const isNewLine = (line: SetLine, piece: SetText): boolean =>
  Math.abs(piece.y - line.y) > SAME_LINE * Math.max(line.size, piece.fontSize)

/** A line with one more piece; its size is that of the longer part, for a bullet or a first letter may be set larger. */
const withPiece = (line: SetLine, piece: SetText): SetLine => {
  const gap = piece.x - line.right
  const isParted = gap > BLANK * piece.fontSize && !line.text.endsWith(' ') && !piece.str.startsWith(' ')
  return {
    ...line,
    text: line.text + (isParted ? ' ' : '') + piece.str,
    right: Math.max(line.right, piece.x + piece.width),
    size: piece.str.length > line.text.length ? piece.fontSize : line.size,
  }
}

const lineOf = ({ str, x, y, width, fontSize }: SetText, page: number): SetLine => ({
  text: str,
  page,
  left: x,
  right: x + width,
  y,
  size: fontSize,
})

/** The lines of one page in the order in which the file sets them. */
export const linesOfPage = (pieces: readonly SetText[], page: number): readonly SetLine[] => {
  const lines: SetLine[] = []
  let open = null as SetLine | null
  for (const piece of pieces) {
    if (piece.str.trim() !== '') {
      if (open !== null && isNewLine(open, piece)) {
        lines.push(open)
        open = null
      }
      open = open === null ? lineOf(piece, page) : withPiece(open, piece)
    } else if (open !== null && piece.str !== '') open = withPiece(open, { ...piece, str: ' ' })
    if (piece.hasEOL && open !== null) {
      lines.push(open)
      open = null
    }
  }
  return open === null ? lines : [...lines, open]
}

/** Lines at the top and at the foot of a page among which running heads and page numbers stand. */
const MARGIN_LINES = 2
/** Share of the pages on which a running head stands, at least: left and right pages have their own. */
const HEAD_SHARE = 0.4

const PAGE_NUMBER = /^(?:page )?[-–— ]*(?:\d{1,4}|[ivxlc]{1,6})(?:(?: of | ?\/ ?)\d{1,4})?[-–— ]*$/iu

/** A line as its repeats on other pages have it: without the figures that count. */
const keyOf = ({ text }: SetLine): string => text.replaceAll(/\d+/gu, '#').replaceAll(/\s+/gu, ' ').trim().toLowerCase()

const marginsOf = (lines: readonly SetLine[]): readonly SetLine[] => {
  const byHeight = lines.toSorted((a, b) => b.y - a.y)
  return [...byHeight.slice(0, MARGIN_LINES), ...byHeight.slice(-MARGIN_LINES)]
}

/** The lines of a document without its page numbers and without the heads and feet that its pages repeat. */
export const withoutRunningHeads = (pages: readonly (readonly SetLine[])[]): readonly SetLine[] => {
  const counts = new Map<string, number>()
  for (const page of pages) {
    for (const key of new Set(marginsOf(page).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const needed = Math.max(2, HEAD_SHARE * pages.length)
  return pages.flatMap((page) => {
    const margins = new Set(marginsOf(page))
    const isRunning = (line: SetLine): boolean => PAGE_NUMBER.test(line.text.trim()) || (counts.get(keyOf(line)) ?? 0) >= needed
    return page.filter((line) => !margins.has(line) || !isRunning(line))
  })
}
