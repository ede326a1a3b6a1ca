import type { Document } from '../core/document.ts'
import { byPosition, hull, overlaps, union, within, type Span } from '../core/span.ts'
import { skeletonsOf } from './skeleton.ts'
import type { Attribution } from './tagger.ts'
import { turnIn } from './turns.ts'

/** How sure it is that a quotation goes on with the speaker before it: a coarse judgement. */
const GOES_ON = 0.6

/** How far back, in blocks, a speaker is looked for. */
const LOOKING_BACK = 2

const placeOf = ({ cue, content }: Pick<Attribution, 'cue' | 'content'>): Span => hull(cue.length > 0 ? cue : content)

interface Lone {
  readonly quotation: Span
  readonly block: number
}

/** Quotations that stand as clauses of their own and that nobody is said to say. */
const loneIn = (document: Document, attributions: readonly Attribution[]): readonly Lone[] => {
  const taken = union(attributions.flatMap(({ cue, content }) => [...cue, ...content]))
  return document.blocks.flatMap((block, at) =>
    block.kind === 'headline' || turnIn(document.text, block) !== null
      ? []
      : skeletonsOf(document, block)
          .flatMap(({ items }) => items.flatMap((item) => (item.kind === 'speech' ? [{ start: item.start, end: item.end }] : [])))
          .filter((quotation) => within(taken, quotation).length === 0)
          .map((quotation) => ({ quotation, block: at })),
  )
}

/**
 * The attributions with quotations that have no words of saying. One beside a quoted attribution of its paragraph goes on with it; another is
 * an attribution without a cue, to whoever was heard last.
 */
export const withLoneQuotations = (document: Document, attributions: readonly Attribution[]): readonly Attribution[] => {
  const lone = loneIn(document, attributions)
  if (lone.length === 0) return attributions
  const heard = attributions.filter(({ source }) => source.length > 0).toSorted((a, b) => byPosition(placeOf(a), placeOf(b)))
  const longer = new Map<Attribution, Span[]>()
  const made: Attribution[] = []
  let next = 0
  for (const { quotation, block } of lone) {
    while (next < heard.length && placeOf(heard[next] ?? { cue: [], content: [quotation] }).start < quotation.start) next++
    const [last, following] = [heard[next - 1], heard[next]]
    const here = document.blocks[block]?.span ?? quotation
    const beside = [last, following].find((one) => one !== undefined && one.cue.length > 0 && overlaps(placeOf(one), here))
    const since = document.blocks[Math.max(0, block - LOOKING_BACK)]?.span.start ?? 0
    if (beside !== undefined) longer.set(beside, [...(longer.get(beside) ?? []), quotation])
    else if (last !== undefined && placeOf(last).start >= since)
      made.push({
        source: last.source,
        cue: [],
        content: [quotation],
        score: GOES_ON,
        maker: 'rule:lone-quotation',
        tone: null,
        cites: false,
      })
  }
  return [
    ...attributions.map((attribution) => {
      const more = longer.get(attribution)
      return more === undefined
        ? attribution
        : { ...attribution, content: [...attribution.content, ...more].toSorted(byPosition) }
    }),
    ...made,
  ]
}
