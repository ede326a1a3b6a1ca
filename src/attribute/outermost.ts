import { covers, hull, overlaps } from '../core/span.ts'
import type { Attribution } from './tagger.ts'

/** Attributions whose words no other attribution's content covers: what an annotation without nesting holds. */
export const outermost = (attributions: readonly Attribution[]): readonly Attribution[] =>
  attributions.filter((inner) => {
    const extent = hull([
      ...inner.cue,
      ...inner.source.filter((part) => inner.cue.length === 0 || overlaps(part, hull(inner.content))),
      ...inner.content,
    ])
    return !attributions.some(
      (outer) =>
        outer !== inner &&
        outer.content.some((part) => covers(part, extent)) &&
        !inner.content.some((part) => covers(part, hull(outer.content))),
    )
  })
