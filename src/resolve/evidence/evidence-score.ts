import type { Document } from '../../core/document.ts'
import type { MachineScore } from '../../core/evidence.ts'
import type { Quantity } from '../../core/measure.ts'
import type { Span } from '../../core/span.ts'
import { covers } from '../../core/span.ts'
import { MACHINES, SCALE_STEMS } from './evidence.data.ts'

const SCALE = new RegExp(`\\b(?<stem>${Object.keys(SCALE_STEMS).join('|')})`, 'giu')

/** A share of one, from a percentage or a number up to one; null for what is neither. */
const shareOf = ({ value, unit }: Quantity): number | null => {
  const share = unit === '%' ? value / 100 : unit === null || unit in SCALE_STEMS ? value : null
  return share !== null && share >= 0 && share <= 1 ? share : null
}

/** A machine's number with the number of the sentence that gives it. */
export interface PlacedScore {
  readonly sentence: number
  readonly score: MachineScore
}

/** The number that a machine gave within `at`, with the word for its scale that stands nearest; null where there is none. */
const scoreIn = (document: Document, at: Span, quantities: readonly Quantity[]): MachineScore | null => {
  const text = document.text.slice(at.start, at.end)
  const scales = [...text.matchAll(SCALE)].flatMap((match) => {
    const scale = SCALE_STEMS[match.groups?.['stem']?.toLowerCase() ?? '']
    return scale === undefined || (scale.machine && !MACHINES.test(text))
      ? []
      : [{ name: scale.name, start: at.start + match.index }]
  })
  if (scales.length === 0) return null
  const pairs = quantities.flatMap((quantity) => {
    const value = shareOf(quantity)
    if (value === null || !covers(at, quantity.span)) return []
    return scales.map(({ name, start }) => ({
      value,
      scale: name,
      span: quantity.span,
      distance: Math.abs(start - quantity.span.start),
    }))
  })
  const [best] = pairs.sort((a, b) => a.distance - b.distance || a.span.start - b.span.start)
  return best === undefined ? null : { value: best.value, scale: best.scale, span: best.span }
}

/** The machine scores of a document, at most one for each sentence. */
export const scoresIn = (document: Document, quantities: readonly Quantity[]): readonly PlacedScore[] =>
  document.sentences.flatMap((at, sentence) => {
    const score = scoreIn(document, at, quantities)
    return score === null ? [] : [{ sentence, score }]
  })
