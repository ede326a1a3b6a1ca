import { CREDIT_LABELS, NOTE_OPENINGS, POINTERS } from './furniture.data.ts'
import type { Passage } from './passage.ts'
import { plainWords } from './plain-words.ts'

/** A speaker's label before a turn: a name or a part in capitals, or a name with capital initials; a remark in brackets may follow it. */
const IN_CAPITALS = /^([\p{Lu}\p{N}][\p{Lu}\p{N}.'’ -]{0,40})(?: \([^)]{1,40}\))?:(?= \S)/u
const IN_NAMES = /^(\p{Lu}[\p{L}.'’-]{0,30}(?: [\p{L}\p{N}.'’-]{1,30}){0,4})(?: \([^)]{1,40}\))?:(?= \S)/u

/** Words that a label has at most where it is not in capitals. */
const NAME_WORDS = 4
/** Turns of a transcript, at least, in each of the two ways of writing labels: the second is also how lists are written. */
const CAPITAL_TURNS = 3
const NAME_TURNS = 4
/** Share of all passages that such turns have where the labels are not in capitals. */
const NAME_SHARE = 0.4

const isOtherLabel = (label: string): boolean => {
  const plain = plainWords(label).trim()
  return POINTERS.has(plain) || CREDIT_LABELS.has(plain) || NOTE_OPENINGS.includes(plain)
}

const labelOf = (pattern: RegExp, { text, kind }: Passage): string | null => {
  if (kind === 'headline' || kind === 'heading') return null
  const label = pattern.exec(text)?.[1] ?? null
  return label === null || isOtherLabel(label) || !/\p{L}/u.test(label) ? null : label
}

const startsAllWords = (label: string): boolean => {
  const words = label.split(' ')
  return words.length <= NAME_WORDS && words.every((word) => /^[\p{Lu}\p{N}]/u.test(word))
}

const hasRepeat = (labels: readonly string[]): boolean => new Set(labels).size < labels.length

/**
 * The passages with the turns of a transcript marked: what follows a speaker's label, in a text where several passages have such labels
 * and speakers come back. A text with labels that never come back is a list, and is left as it is.
 */
export const markTurns = (passages: readonly Passage[]): readonly Passage[] => {
  const capitals = passages.map((line) => labelOf(IN_CAPITALS, line))
  const names = passages.map((line) => {
    const label = labelOf(IN_NAMES, line)
    return label !== null && startsAllWords(label) ? label : null
  })
  const inCapitals = capitals.filter((label) => label !== null)
  const inNames = names.filter((label) => label !== null)
  const isCapital = inCapitals.length >= CAPITAL_TURNS && hasRepeat(inCapitals)
  const isNamed = inNames.length >= Math.max(NAME_TURNS, NAME_SHARE * passages.length) && hasRepeat(inNames)
  if (!isCapital && !isNamed) return passages
  const labels = isCapital && inCapitals.length >= inNames.length ? capitals : isNamed ? names : capitals
  return passages.map((line, at) => (labels[at] === null ? line : { ...line, kind: 'turn' }))
}
