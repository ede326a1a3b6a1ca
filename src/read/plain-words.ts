/** Marks inside a word that leave it one word: "don't", "O’Brien". */
const INSIDE = /['’ʼ]/gu
const BETWEEN = /[^\p{L}\p{N}\p{M}]+/gu

/**
 * The words of a text in lower case with one blank before, between and after them, marks left out: `" we ve said so "`. In this form a
 * phrase is found by looking for it with a blank at either end. A text without words is one blank.
 */
export const plainWords = (text: string): string => {
  const words = text.replaceAll(INSIDE, '').replaceAll(BETWEEN, ' ').toLowerCase().trim()
  return words === '' ? ' ' : ` ${words} `
}

/** Whether `plain`, as `plainWords` gives it, has the phrase. */
export const hasPhrase = (plain: string, phrase: string): boolean => plain.includes(` ${phrase} `)

export const startsWithPhrase = (plain: string, phrase: string): boolean => plain.startsWith(` ${phrase} `)

const WORD = /\p{Script=Han}|[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu

/** Number of words; of a script without blanks between words, every ideograph that starts a run counts as one. */
export const countWords = (text: string): number => [...text.matchAll(WORD)].length
