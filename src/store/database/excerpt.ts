/** What full-text search puts around a word that was found; no text of a document has these but to do harm, and then it harms an excerpt. */
export const FOUND = ['\u0002', '\u0003'] as const

/** Words of an excerpt, and those of them before the first that was found. */
const WORDS = 24
const BEFORE = 8

/** UTF-16 code units looked at on either side: of what has no blanks an excerpt is no longer. */
const REACH = 400

const [OPEN, CLOSE] = FOUND

const wordsOf = (text: string): readonly string[] => text.split(/\s+/u).filter((word) => word !== '')

/**
 * The first place in a text where something was found, with the words around it; found words stand in `⟦ ⟧`, and `…` where text was
 * left out. Takes time that grows with the text alone, where SQLite's own `snippet` takes the square of how often words were found.
 */
export const excerptOf = (marked: string): string => {
  const at = Math.max(0, marked.indexOf(OPEN))
  const [from, to] = [Math.max(0, at - REACH), Math.min(marked.length, at + REACH)]
  const before = wordsOf(marked.slice(from, at))
  const after = wordsOf(marked.slice(at, to))
  const shown = [before.slice(-BEFORE), after.slice(0, WORDS - Math.min(before.length, BEFORE))]
  const [first = [], last = []] = shown
  const isCutBefore = from > 0 || before.length > first.length
  const isCutAfter = to < marked.length || after.length > last.length
  const text = [...first, ...last].join(' ').replaceAll(OPEN, '⟦').replaceAll(CLOSE, '⟧')
  return `${isCutBefore ? '…' : ''}${text}${isCutAfter ? '…' : ''}`
}
