import type { EvidenceKind, Traceable } from '../../core/evidence.ts'
import { LEAKED, MADE, SHOWN, UNKNOWN_ORIGIN } from './evidence.data.ts'
import type { Item } from './evidence-items.ts'

/** What the text tells of where a thing comes from. */
interface Traces {
  /** A maker or issuer has a name: a capital inside the mention, or an owner with `'s`. */
  readonly named: boolean
  readonly made: boolean
  readonly shown: boolean
  readonly leaked: boolean
  /** A year, a date or a place goes with it. */
  readonly dated: boolean
  readonly unknown: boolean
}

const NAMED = /[^.!?“"]\s\p{Lu}\p{L}|\p{L}['’]s?\s|\b(?:by|of|from) (?:the|an?|his|her|its|their) \p{L}/u
const DATED =
  /\b(?:1[89]|20)\d\d\b|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d/u

const tracesOf = (item: Item, mentions: readonly string[], sentences: readonly string[]): Traces => {
  const around = sentences.join(' ')
  const within = mentions.join(' ; ')
  return {
    named: mentions.some((mention) => NAMED.test(` ${mention} `)) || /\b(?:its|their|his|her|our)\b/u.test(item[0].words),
    made: MADE.test(around),
    shown: SHOWN.test(around),
    leaked: LEAKED.test(around),
    dated: DATED.test(within),
    unknown: UNKNOWN_ORIGIN.test(around),
  }
}

/** Whether it can be told who made a thing, and that it is what they made, from its mentions and the sentences these stand in. */
export const provenanceOf = (item: Item, mentions: readonly string[], sentences: readonly string[]): Traceable => {
  const { named, made, shown, leaked, dated, unknown } = tracesOf(item, mentions, sentences)
  const kind: EvidenceKind = item[0].kind
  if (unknown) return named && made ? 'partial' : 'unknown'
  if (kind === 'test') return 'known'
  if (kind === 'data') return named || shown ? 'known' : 'partial'
  if (kind === 'document') return shown && !leaked ? 'known' : 'partial'
  if ((named && (made || shown)) || (dated && (named || made))) return 'known'
  return named || made || dated || shown ? 'partial' : 'unknown'
}
