import { covers, hull, lengthOf, overlaps, type Span } from '../core/span.ts'
import type { Link } from '../core/statement.ts'
import type { Attribution } from './tagger.ts'

/** An attribution with where it stands among the others of its document. */
export interface Nested {
  readonly attribution: Attribution
  /** From the outlet inward. */
  readonly chain: readonly Link[]
  /** Position, in the list, of the attribution whose content contains this one. */
  readonly parent: number | null
}

const extentOf = ({ source, cue, content }: Attribution): Span => {
  const words = hull([...cue, ...content])
  // A speaker named in an earlier sentence is no part of the place where the words stand.
  const near = source.filter((part) => overlaps({ start: words.start - 400, end: words.end + 400 }, part))
  return cue.length === 0 ? hull(content) : hull([...cue, ...content, ...near.filter((part) => part.start >= words.start - 200)])
}

/** Attributions in reading order with the length of the longest content: how far back a container can start. */
interface Ordered {
  readonly attributions: readonly Attribution[]
  readonly reach: number
}

/** Position of the smallest content that holds all of the attribution at `inner`; null where none does. */
const parentOf = ({ attributions, reach }: Ordered, inner: number): number | null => {
  const mine = attributions[inner]
  if (mine === undefined) return null
  const extent = extentOf(mine)
  const own = lengthOf(hull(mine.content))
  const candidates: { readonly at: number; readonly length: number }[] = []
  const consider = (at: number, other: Attribution): void => {
    const held = other.cites ? undefined : other.content.find((part) => covers(part, extent) && lengthOf(part) > own)
    if (held !== undefined) candidates.push({ at, length: lengthOf(held) })
  }
  for (let at = inner - 1; at >= 0; at--) {
    const other = attributions[at]
    if (other === undefined || hull(other.content).start < extent.start - reach) break
    consider(at, other)
  }
  for (let at = inner + 1; at < attributions.length; at++) {
    const other = attributions[at]
    if (other === undefined || hull(other.content).start > extent.start) break
    consider(at, other)
  }
  return candidates.toSorted((a, b) => a.length - b.length || a.at - b.at)[0]?.at ?? null
}

const linkOf = ({ source, cue }: Attribution): Link => ({ mention: source[0] ?? null, cue: cue[0] ?? null })

/** ", citing X" adds a link to the statement whose words it follows. */
const citedBy = (citations: readonly Attribution[], mine: Attribution): Attribution | undefined => {
  const extent = hull(mine.content)
  return mine.cites
    ? undefined
    : citations.find(({ content }) => content.some((part) => covers(part, extent) || covers(extent, part)))
}

const OUTLET: Link = { mention: null, cue: null }

/**
 * The chain of each attribution: what contains it tells it, and what it cites told it. `attributions` are in reading order of their
 * contents. A citation that was joined to a statement is not listed again.
 */
export const chainsOf = (attributions: readonly Attribution[]): readonly Nested[] => {
  const ordered = { attributions, reach: Math.max(0, ...attributions.map(({ content }) => lengthOf(hull(content)))) }
  const parents = attributions.map((_, at) => parentOf(ordered, at))
  const citations = attributions.filter(({ cites }) => cites)
  // A container is longer than what it holds, so that going up ends.
  const chainAt = (at: number): readonly Link[] => {
    const attribution = attributions[at]
    const parent = parents[at] ?? null
    const above = parent === null ? [OUTLET] : chainAt(parent)
    // Where nobody is named, the teller above is all there is to go by.
    return attribution === undefined || attribution.source.length === 0 ? above : [...above, linkOf(attribution)]
  }
  const cited = attributions.map((attribution) => citedBy(citations, attribution))
  return attributions.flatMap((attribution, at) => {
    if (attribution.cites && cited.includes(attribution)) return []
    const citation = cited[at]
    return {
      attribution,
      chain: citation === undefined ? chainAt(at) : [...chainAt(at), linkOf(citation)],
      parent: parents[at] ?? null,
    }
  })
}
