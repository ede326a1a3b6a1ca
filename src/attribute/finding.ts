import type { Span } from '../core/span.ts'
import { spanOf, type Stretch } from './phrases.ts'
import type { Item } from './skeleton.ts'
import type { Attribution } from './tagger.ts'

/** An attribution in one skeleton, as stretches of its items. */
export interface Finding {
  readonly source: Stretch | null
  readonly cue: Stretch | null
  readonly content: readonly Stretch[]
  /** The rule that fired. */
  readonly rule: string
  /** How often such a finding is right, 0 to 1: a coarse judgement per rule, printed with the statement. */
  readonly score: number
}

const spansOf = (items: readonly Item[], stretches: readonly (Stretch | null)[]): readonly Span[] =>
  stretches.flatMap((stretch) => (stretch === null ? [] : (spanOf(items, stretch) ?? [])))

export const toAttribution = (items: readonly Item[], finding: Finding): Attribution => ({
  source: spansOf(items, [finding.source]),
  cue: spansOf(items, [finding.cue]),
  content: spansOf(items, finding.content),
  score: finding.score,
  maker: `rule:${finding.rule}`,
  tone: finding.rule === 'withholding' ? { act: 'decline', certainty: 'unknown' } : null,
  cites: finding.rule === 'citing',
})
