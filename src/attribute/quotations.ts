import type { Span } from '../core/span.ts'

/** Words in quotation marks. `inner` is without the marks; where no closing mark comes before the block ends, `outer` ends there too. */
export interface Quotation {
  readonly outer: Span
  readonly inner: Span
}

const DOUBLE: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ['"', '"'],
])
const WORD = /[\p{L}\p{N}]/u

/** The mark that opens at `at` and the one that will close it; two straight single marks are one double one. */
const openingAt = (text: string, at: number, from: number): { readonly close: string; readonly width: number } | null => {
  const mark = text.charAt(at)
  const close = DOUBLE.get(mark)
  if (close !== undefined) return { close, width: 1 }
  if (text.startsWith("''", at)) return { close: "''", width: 2 }
  const afterWord = at > from && WORD.test(text.charAt(at - 1))
  if (mark === '‘') return { close: '’', width: 1 }
  if (mark === "'" && !afterWord && WORD.test(text.charAt(at + 1))) return { close: "'", width: 1 }
  return null
}

/** Where `close` ends the quotation that opened before `at`; −1 where it does not before `end`. An apostrophe is not a closing mark. */
const closingAfter = (text: string, close: string, range: Span): number => {
  for (let at = text.indexOf(close, range.start); at !== -1 && at < range.end; at = text.indexOf(close, at + 1)) {
    const single = close === '’' || close === "'"
    if (!single || !WORD.test(text.charAt(at + 1))) return at
  }
  return -1
}

/** The outermost quotations of one block, in order. A single mark that nothing closes is an apostrophe; a double one runs to the end. */
export const quotationsIn = (text: string, block: Span): readonly Quotation[] => {
  const found: Quotation[] = []
  let at = block.start
  while (at < block.end) {
    const opening = openingAt(text, at, block.start)
    if (opening === null) {
      at++
      continue
    }
    const inside = at + opening.width
    const closing = closingAfter(text, opening.close, { start: inside, end: block.end })
    const single = opening.close === '’' || opening.close === "'"
    if (closing === -1 && single) {
      at = inside
      continue
    }
    const inner = { start: inside, end: closing === -1 ? block.end : closing }
    const end = closing === -1 ? block.end : closing + opening.close.length
    if (inner.end > inner.start) found.push({ outer: { start: at, end }, inner })
    at = Math.max(end, inside)
  }
  return found
}
