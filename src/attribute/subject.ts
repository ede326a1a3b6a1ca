import { hasVerb, isMark, phraseAfter, phraseBefore, wordAt, type Stretch } from './phrases.ts'
import type { Item } from './skeleton.ts'

/** How far back, in items, the antecedent of an apposition or a relative clause is looked for. */
const REACH = 22

const RELATIVE = new Set(['who', 'which'])

/** "who", "which", or a "that" between a noun and its verb. */
const opensRelative = (items: readonly Item[], at: number): boolean => {
  const word = wordAt(items, at)
  if (word === null) return false
  if (RELATIVE.has(word.lower)) return true
  const before = wordAt(items, at - 1)
  const after = wordAt(items, at + 1)
  return (
    word.lower === 'that' &&
    (before?.tag === 'NOUN' || before?.tag === 'PROPN') &&
    (after?.tag === 'VERB' || after?.tag === 'AUX')
  )
}

const lastIndex = (from: number, down: number, test: (at: number) => boolean): number => {
  for (let at = from; at >= Math.max(0, down); at--) if (test(at)) return at
  return -1
}

/** "X, the minister of Y, said": the phrase before the first of the two commas, with what is between. */
const withApposition = (items: readonly Item[], comma: number): Stretch | null => {
  const opening = lastIndex(comma - 1, comma - REACH, (at) => isMark(items, at, ',') || items[at]?.kind === 'speech')
  if (opening <= 0 || !isMark(items, opening, ',')) return null
  const head = phraseBefore(items, opening)
  const between = wordAt(items, opening + 1)
  if (head === null || between === null) return null
  // "X, citing Y, said", "X, in an interview, said": what is between the commas is no apposition, but X still speaks.
  if (between.tag === 'VERB' || between.tag === 'ADP') return head
  return between.tag === 'CCONJ' || between.tag === 'AUX' ? null : { from: head.from, to: comma + 1 }
}

/** "officials in the capital who asked not to be named told": the antecedent with its relative clause. */
const withRelative = (items: readonly Item[], end: number): Stretch | null => {
  const who = lastIndex(end - 1, end - REACH, (at) => isMark(items, at, ',.;:') || opensRelative(items, at))
  if (who <= 0 || !opensRelative(items, who) || !hasVerb(items, { from: who + 1, to: end })) return null
  const head = phraseBefore(items, who)
  return head === null ? null : { from: head.from, to: end }
}

/** Who does what the verb group says, before it: a phrase, with its apposition or relative clause; null where there is none. */
export const subjectBefore = (items: readonly Item[], group: Stretch): Stretch | null => {
  const last = group.from - 1
  if (last < 0) return null
  if (isMark(items, last, ',')) return withApposition(items, last)
  const word = wordAt(items, last)
  if (word === null) return null
  if (RELATIVE.has(word.lower)) return phraseBefore(items, isMark(items, last - 1, ',') ? last - 1 : last)
  if (word.tag === 'VERB' || word.tag === 'ADP') return withRelative(items, group.from)
  // "an officer who may not talk about the case said": the phrase right before the cue belongs to the relative clause.
  return withRelative(items, group.from) ?? phraseBefore(items, group.from)
}

const ENDS = '.;:?!–—'

/** The first mark or quotation from `from` on. */
const breakAfter = (items: readonly Item[], from: number): number => {
  let to = from
  while (to < items.length && items[to]?.kind === 'word' && !isMark(items, to, ENDS) && !isMark(items, to, ',')) to++
  return to
}

/** "said X, a spokesman for Y": the phrase after an inverted cue, with an apposition up to the next break. */
export const subjectAfter = (items: readonly Item[], from: number): Stretch | null => {
  const head = phraseAfter(items, from)
  if (head === null) return null
  if (opensRelative(items, head.to) || wordAt(items, head.to)?.lower === 'named' || wordAt(items, head.to)?.lower === 'called')
    return { from: head.from, to: breakAfter(items, head.to) }
  if (!isMark(items, head.to, ',')) return head
  const first = wordAt(items, head.to + 1)
  if (
    first === null ||
    !(first.tag === 'DET' || first.tag === 'NOUN' || first.tag === 'PROPN' || first.tag === 'ADJ' || RELATIVE.has(first.lower))
  )
    return head
  const to = breakAfter(items, head.to + 1)
  // "According to X, the bridge was closed": a clause is no apposition.
  return RELATIVE.has(first.lower) || !hasVerb(items, { from: head.to + 1, to }) ? { from: head.from, to } : head
}
