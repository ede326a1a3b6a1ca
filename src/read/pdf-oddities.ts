import type { SetText } from './pdf-lines.ts'

/** Points within which the same words set again are set over each other: a shadow, or letters made bold by setting them twice. */
const OVER = 2

/** Points of letters that nobody can read. */
const SPECK = 1.5

/** Letters of a piece that is looked for: the same short word may stand twice by chance. */
const LEAST_LETTERS = 3

const keyOf = ({ str }: SetText, column: number, row: number): string => `${column} ${row} ${str.trim()}`

/** Pieces of one page that are set over a piece with the same words. */
const doubledOn = (pieces: readonly SetText[]): number => {
  const seen = new Set<string>()
  let doubled = 0
  for (const piece of pieces) {
    if (piece.str.trim().length < LEAST_LETTERS) continue
    const column = Math.round(piece.x / OVER)
    const row = Math.round(piece.y / OVER)
    const around = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => keyOf(piece, column + dx, row + dy)))
    if (around.some((key) => seen.has(key))) doubled++
    seen.add(keyOf(piece, column, row))
  }
  return doubled
}

const isSpeck = ({ str, fontSize }: SetText): boolean => str.trim().length >= LEAST_LETTERS && Math.abs(fontSize) < SPECK

const pieces = (count: number): string => (count === 1 ? 'One piece of text is' : `${count} pieces of text are`)

/**
 * What a reader of a PDF's pages does not see as its text has it, in a sentence each: the same words set over each other, and letters too
 * small to be read. Where text is invisible or of the colour of the paper the pieces do not say so.
 */
export const odditiesOf = (pages: readonly (readonly SetText[])[]): readonly string[] => {
  const doubled = pages.reduce((sum, page) => sum + doubledOn(page), 0)
  const specks = pages.reduce((sum, page) => sum + page.filter(isSpeck).length, 0)
  return [
    ...(doubled > 0 ? [`${pieces(doubled)} set twice in one place: the page shows those words once.`] : []),
    ...(specks > 0 ? [`${pieces(specks)} too small to be read on the page.`] : []),
  ]
}
