import type { Document } from '../core/document.ts'
import { hull, type Span } from '../core/span.ts'

/** The first of `spans`, which are in order and do not overlap, that ends after `offset`; `spans.length` where none does. */
const firstEndingAfter = (spans: readonly Span[], offset: number): number => {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.end ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** The sentence or sentences that hold all pieces of a content; the content itself where no sentence covers it. */
export const sentenceSpan = (document: Document, content: readonly Span[]): Span => {
  const whole = hull(content)
  const first = document.sentences[firstEndingAfter(document.sentences, whole.start)]
  const last = document.sentences[firstEndingAfter(document.sentences, Math.max(whole.start, whole.end - 1))]
  return {
    start: Math.min(whole.start, first?.start ?? whole.start),
    end: last !== undefined && last.start < whole.end ? Math.max(whole.end, last.end) : whole.end,
  }
}
