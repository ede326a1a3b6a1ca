import { clipped } from '../core/display-width.ts'
import type { Document } from '../core/document.ts'
import { plain } from '../core/plain-text.ts'
import { textAt } from '../core/span.ts'
import { hunksBetween, type Hunk } from './alignment.ts'
import { dateWords } from './wording.ts'

/** What one capture of a page has otherwise than an earlier one: a sentence, or what stands above the text. */
export type Change =
  | { readonly kind: 'removed' | 'added' | 'moved'; readonly text: string }
  | { readonly kind: 'changed'; readonly before: string; readonly after: string }
  | {
      readonly kind: 'imprint'
      readonly field: 'title' | 'author' | 'publisher' | 'published'
      readonly before: string | null
      readonly after: string | null
    }

/** Sentences in one hunk up to which each is compared with each. */
const MOST_PAIRED = 200

/** Share of their words that two sentences must have in common to be one sentence before and after: Dice's coefficient. */
const LIKE = 0.5

/** Columns of a sentence that is told: it is to be known by it, not to be read. */
const LONGEST_TOLD = 240

const WORD = /[\p{L}\p{N}]+/gu

const wordsOf = (text: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const [word] of text.toLowerCase().matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

const sizeOf = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, count) => sum + count, 0)

const likeness = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number => {
  const all = sizeOf(a) + sizeOf(b)
  const shared = [...a].reduce((sum, [word, count]) => sum + Math.min(count, b.get(word) ?? 0), 0)
  return all === 0 ? 0 : (2 * shared) / all
}

/** The text's sentences without what a screen could not bear; a document without sentences is one. */
const sentencesOf = ({ text, sentences }: Document): readonly string[] =>
  sentences.map((sentence) => plain(textAt(text, sentence))).filter((sentence) => sentence !== '')

/** Which sentence of a hunk became which, the likest first; each only once. */
const rewritten = (before: readonly string[], after: readonly string[]): ReadonlyMap<number, number> => {
  if (before.length > MOST_PAIRED || after.length > MOST_PAIRED) return new Map()
  const then = before.map(wordsOf)
  const now = after.map(wordsOf)
  const pairs = then
    .flatMap((a, from) => now.map((b, to) => ({ from, to, likeness: likeness(a, b) })))
    .filter((pair) => pair.likeness >= LIKE)
    .toSorted((a, b) => b.likeness - a.likeness)
  const became = new Map<number, number>()
  const taken = new Set<number>()
  for (const { from, to } of pairs) {
    if (became.has(from) || taken.has(to)) continue
    became.set(from, to)
    taken.add(to)
  }
  return became
}

const changesIn = (hunk: Hunk, then: readonly string[], now: readonly string[]): readonly Change[] => {
  const before = hunk.before.map((place) => then[place] ?? '')
  const after = hunk.after.map((place) => now[place] ?? '')
  const became = rewritten(before, after)
  const taken = new Set(became.values())
  return [
    ...before.map((text, from): Change => {
      const to = became.get(from)
      return to === undefined ? { kind: 'removed', text } : { kind: 'changed', before: text, after: after[to] ?? '' }
    }),
    ...after.flatMap((text, to): readonly Change[] => (taken.has(to) ? [] : [{ kind: 'added', text }])),
  ]
}

/** A sentence that is gone here and has come there was moved. */
const withMoves = (changes: readonly Change[]): readonly Change[] => {
  const come = new Map<string, number>()
  for (const change of changes) if (change.kind === 'added') come.set(change.text, (come.get(change.text) ?? 0) + 1)
  const moved = new Map<string, number>()
  const told = changes.map((change): Change => {
    if (change.kind !== 'removed') return change
    const left = (come.get(change.text) ?? 0) - (moved.get(change.text) ?? 0)
    if (left <= 0) return change
    moved.set(change.text, (moved.get(change.text) ?? 0) + 1)
    return { kind: 'moved', text: change.text }
  })
  return told.filter((change) => {
    const left = change.kind === 'added' ? (moved.get(change.text) ?? 0) : 0
    if (left > 0 && change.kind === 'added') moved.set(change.text, left - 1)
    return left === 0
  })
}

const imprintChanges = (before: Document, after: Document): readonly Change[] => {
  const inText = new Set([...sentencesOf(before), ...sentencesOf(after)])
  const fields = ['title', 'author', 'publisher', 'published'] as const
  return fields.flatMap((field): readonly Change[] => {
    const [was, is] = [before[field], after[field]]
    // A headline that stands in the text is told of there.
    const told = field === 'title' && inText.has(plain(was ?? '')) && inText.has(plain(is ?? ''))
    return was === is || told ? [] : [{ kind: 'imprint', field, before: was, after: is }]
  })
}

/**
 * What the later capture of a page has otherwise than the earlier one: what stands above the text, then sentence by sentence in reading
 * order. Sentences that differ in white space, controls and invisible marks alone are the same.
 */
export const differenceOf = (before: Document, after: Document): readonly Change[] => {
  const then = sentencesOf(before)
  const now = sentencesOf(after)
  const numbers = new Map<string, number>()
  const numberOf = (sentence: string): number => {
    const number = numbers.get(sentence) ?? numbers.size
    numbers.set(sentence, number)
    return number
  }
  const hunks = hunksBetween(then.map(numberOf), now.map(numberOf))
  return [...imprintChanges(before, after), ...withMoves(hunks.flatMap((hunk) => changesIn(hunk, then, now)))]
}

const FIELDS = { title: 'title', author: 'author', publisher: 'publisher', published: 'day of publication' } as const

const quoted = (text: string): string => `“${clipped(text, LONGEST_TOLD)}”`

const fieldWords = (field: keyof typeof FIELDS, text: string): string =>
  field === 'published' ? dateWords(plain(text)) : quoted(plain(text))

/** One change as a clause: “the sentence “…” was removed”. */
export const changeWords = (change: Change): string => {
  if (change.kind === 'changed') return `the sentence ${quoted(change.before)} became ${quoted(change.after)}`
  if (change.kind !== 'imprint') return `the sentence ${quoted(change.text)} was ${change.kind}`
  const { field, before, after } = change
  const name = FIELDS[field]
  if (before === null) return `the ${name} was given as ${fieldWords(field, after ?? '')}`
  if (after === null) return `the ${name}, ${fieldWords(field, before)}, is no longer given`
  return `the ${name} was changed from ${fieldWords(field, before)} to ${fieldWords(field, after)}`
}
