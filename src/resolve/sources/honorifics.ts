import { TITLES } from './roles.data.ts'

export const isTitle = (word: string): boolean => TITLES.has(word.toLowerCase().replace(/\.$/u, ''))

/** How many of the words of a capitalised run go before the name in it: up to the last title, "Energy Minister" of "Energy Minister Oda Brekkan". */
export const titlesBefore = (words: readonly string[]): number => words.findLastIndex(isTitle) + 1
