/** A stretch of `Document.text`, half-open `[start, end)`, in UTF-16 code units; `0 ≤ start ≤ end ≤ text.length`. */
export interface Span {
  readonly start: number
  readonly end: number
}

export const span = (start: number, end: number): Span => ({ start, end })

export const textAt = (text: string, at: Span): string => text.slice(at.start, at.end)

export const lengthOf = (at: Span): number => at.end - at.start

/** Whether `outer` covers all of `inner`. */
export const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/** Whether the two share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Reading order: by start, the longer first where two start together. */
export const byPosition = (a: Span, b: Span): number => a.start - b.start || b.end - a.end

/** The smallest span that covers all of `parts`, which must not be empty. */
export const hull = (parts: readonly Span[]): Span => ({
  start: Math.min(...parts.map((part) => part.start)),
  end: Math.max(...parts.map((part) => part.end)),
})

/** The text of several pieces in reading order, joined by one blank: what a content cut in two by its cue says. */
export const textOfAll = (text: string, parts: readonly Span[]): string => parts.map((part) => textAt(text, part)).join(' ')

const BLANK = /\s/u

/** `at` without white space at either end; empty spans collapse to their start. */
export const trimmed = (text: string, at: Span): Span => {
  let { start, end } = at
  while (start < end && BLANK.test(text.charAt(start))) start++
  while (end > start && BLANK.test(text.charAt(end - 1))) end--
  return { start, end }
}

/** The same places as disjoint spans in order. */
export const union = (spans: readonly Span[]): readonly Span[] => {
  const joined: Span[] = []
  for (const one of spans.toSorted(byPosition)) {
    const last = joined.at(-1)
    if (last !== undefined && one.start <= last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, one.end) }
    else joined.push(one)
  }
  return joined
}

/** Those of sorted, disjoint `spans` that share something with `range`, by binary search: documents are long and blocks many. */
export const within = <T extends Span>(spans: readonly T[], range: Span): readonly T[] => {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.end ?? 0) <= range.start) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < spans.length && (spans[end]?.start ?? Infinity) < range.end) end++
  return spans.slice(low, end)
}

/** The place of the first of sorted spans that starts at `at` or later, by binary search; their number where none does. */
export const firstFrom = (spans: readonly Span[], at: number): number => {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.start ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}
