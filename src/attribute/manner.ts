import { covers, hull, overlaps, type Span } from '../core/span.ts'
import type { Manner } from '../core/statement.ts'
import type { Quotation } from './quotations.ts'

/** How a content reaches us: wholly inside quotation marks, with some words inside, or retold. */
export const mannerOf = (content: readonly Span[], quotations: readonly Quotation[]): Manner => {
  if (content.every((part) => quotations.some(({ inner }) => covers({ start: inner.start, end: inner.end + 1 }, part))))
    return 'direct'
  return quotations.some(({ outer }) => content.some((part) => overlaps(outer, part)) && overlaps(outer, hull(content)))
    ? 'mixed'
    : 'indirect'
}
