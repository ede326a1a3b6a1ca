import type { Span } from '../core/span.ts'
import { hashNumbering } from './hash-numbers.ts'

/** Shorter words lose no plural ending: "gas" and "bus" are not plurals. */
const SHORTEST_PLURAL = 4

export const isNumber = (word: string): boolean => /^\p{N}/u.test(word)

/** A word without its possessive or plural ending, so that "the council's plans" meets "council plan". Numbers lose their commas. */
const plain = (lower: string): string => {
  if (isNumber(lower)) return lower.replaceAll(',', '')
  const word = lower.replace(/['’]\p{L}+$/u, '')
  if (word.length < SHORTEST_PLURAL || !word.endsWith('s')) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return /(?:ss|us|is)$/u.test(word) ? word : word.slice(0, -1)
}

/** What a character does in a word: nothing; it is a letter or a digit; it joins two of them, like the point of "3.5". */
const NOTHING = 0
const WORD = 1
const JOINT = 2

/** Not looked at yet. */
const UNKNOWN = 3

const partOf = (character: string): number =>
  /[\p{L}\p{N}\p{M}]/u.test(character) ? WORD : /['’.,]/u.test(character) ? JOINT : NOTHING

/** The constants of FNV-1a for 32 bits (Fowler, Noll and Vo). */
const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** The parts that characters play, by code unit; each is looked up in Unicode once. */
const partReader = (): ((text: string, at: number) => number) => {
  const parts = new Uint8Array(0x10000).fill(UNKNOWN)
  return (text, at) => {
    const code = text.charCodeAt(at)
    if (parts[code] === UNKNOWN) parts[code] = partOf(text.charAt(at))
    return parts[code] ?? NOTHING
  }
}

/** Values of words met before, found by a hash of their letters (FNV-1a) without cutting the word out of its text. */
const wordMemory = <T>(valueOf: (word: string) => T) => {
  const numbering = hashNumbering()
  const words: string[] = []
  const values: T[] = []
  const collided = new Map<string, T>()
  return (text: string, { start, end }: Span, hash: number): T => {
    const number = numbering.add(hash)
    const known = words[number]
    const value = values[number]
    if (known !== undefined && value !== undefined && known.length === end - start && text.startsWith(known, start)) return value
    const word = text.slice(start, end)
    const made = collided.get(word) ?? valueOf(word)
    if (known === undefined) {
      words[number] = word
      values[number] = made
    } else collided.set(word, made)
    return made
  }
}
/**
 * Reads the words of stretches of text, one character at a time, and gives what `valueOf` makes of the plain form of each, with where it
 * starts. Every character and word it met is remembered: texts of one affair use few again and again. A point or comma joins digits only,
 * an apostrophe letters only.
 */
export const wordReader = <T>(
  valueOf: (form: string) => T,
): ((text: string, at: Span, take: (value: T, start: number) => void) => void) => {
  const partAt = partReader()
  const remembered = wordMemory((word) => valueOf(plain(word.toLowerCase())))
  const joins = (text: string, at: number): boolean => {
    const apostrophe = text.charAt(at) === "'" || text.charAt(at) === '’'
    return (
      partAt(text, at + 1) === WORD &&
      apostrophe !== isDigit(text.charCodeAt(at + 1)) &&
      apostrophe !== isDigit(text.charCodeAt(at - 1))
    )
  }
  return (text, { start, end }, take) => {
    let at = start
    while (at < end) {
      const from = at
      let hash = FNV_OFFSET
      while (at < end) {
        const part = partAt(text, at)
        if (part === NOTHING || (part === JOINT && (at === from || at + 1 >= end || !joins(text, at)))) break
        hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME)
        at++
      }
      if (at > from) take(remembered(text, { start: from, end: at }, hash), from)
      at++
    }
  }
}

/** The plain forms of a short text, in order. */
export const wordsOf = (text: string): readonly string[] => {
  const forms: string[] = []
  wordReader((form) => form)(text, { start: 0, end: text.length }, (form) => forms.push(form))
  return forms
}
