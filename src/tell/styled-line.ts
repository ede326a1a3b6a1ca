import { clusters, displayWidth } from '../core/display-width.ts'

export type Style = 'plain' | 'strong' | 'faint' | 'supports' | 'contradicts' | 'neutral' | 'struck' | 'matched'

/** Text in one style. */
export interface Run {
  readonly text: string
  readonly style: Style
}

/** One line of a terminal, without its line end. */
export type StyledLine = readonly Run[]

/** Columns before the first line of a paragraph, before its others, and where it ends. */
export interface Measure {
  readonly width: number
  readonly indent: number
  readonly hang: number
}

export const run = (text: string, style: Style = 'plain'): Run => ({ text, style })

export const widthOf = (line: StyledLine): number => line.reduce((sum, { text }) => sum + displayWidth(text), 0)

/** Words are what blanks part; one word can change style in its middle. */
const wordsOf = (runs: readonly Run[]): readonly StyledLine[] => {
  const words: Run[][] = [[]]
  for (const { text, style } of runs) {
    for (const [place, piece] of text.split(' ').entries()) {
      if (place > 0) words.push([])
      if (piece !== '') words.at(-1)?.push({ text: piece, style })
    }
  }
  return words.filter((word) => word.length > 0)
}

/** A word in pieces of at most `width` columns: an address can be longer than a line. */
const broken = (word: StyledLine, width: number): readonly StyledLine[] => {
  if (widthOf(word) <= width) return [word]
  const pieces: Run[][] = [[]]
  let columns = 0
  for (const { text, style } of word) {
    for (const cluster of clusters(text)) {
      if (columns + cluster.width > width) {
        pieces.push([])
        columns = 0
      }
      pieces.at(-1)?.push({ text: cluster.text, style })
      columns += cluster.width
    }
  }
  return pieces
}

/** A blank takes the style of both its neighbours where they agree, so that a phrase is painted in one stroke. */
const blankBetween = (line: StyledLine, word: StyledLine): Run => {
  const before = line.at(-1)?.style ?? 'plain'
  return run(' ', before === word[0]?.style ? before : 'plain')
}

/** Breaks runs into lines of at most `measure.width` columns, at blanks where there are any. */
export const wrapped = (runs: readonly Run[], { width, indent, hang }: Measure): readonly StyledLine[] => {
  const room = Math.max(1, width - Math.max(indent, hang))
  const lines: Run[][] = []
  let line: Run[] = [run(' '.repeat(indent))]
  let columns = indent
  let isFresh = true
  for (const word of wordsOf(runs).flatMap((whole) => broken(whole, room))) {
    const needed = widthOf(word) + (isFresh ? 0 : 1)
    if (!isFresh && columns + needed > width) {
      lines.push(line)
      line = [run(' '.repeat(hang)), ...word]
      columns = hang + widthOf(word)
    } else {
      line.push(...(isFresh ? [] : [blankBetween(line, word)]), ...word)
      columns += needed
    }
    isFresh = false
  }
  return isFresh ? lines : [...lines, line]
}

/** `left` wrapped, with `right` at the end of its first line. */
export const flushed = (left: readonly Run[], right: readonly Run[], measure: Measure): readonly StyledLine[] => {
  const taken = widthOf(right)
  if (taken === 0) return wrapped(left, measure)
  const [first = [], ...rest] = wrapped(left, { ...measure, width: measure.width - taken - 1 })
  const gap = Math.max(1, measure.width - widthOf(first) - taken)
  return [[...first, run(' '.repeat(gap)), ...right], ...rest]
}
