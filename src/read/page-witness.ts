import { plainWords } from './plain-words.ts'

/** Elements of a page, at most, and their depth, with which the second reader is troubled: it takes quadratic time on both. */
export const WITNESS_ELEMENTS = 6000
export const WITNESS_DEPTH = 100

/** Characters of a text that Readability takes for an article at once; with fewer it tries again with its filters off. */
const ENOUGH = 250

/**
 * What Mozilla's Readability takes for the article of a page, as `plainWords` writes it: a second opinion, from other marks than ours.
 * Null where it finds none. It changes the document that it is given.
 */
export const readabilityWords = async (document: unknown): Promise<string | null> => {
  const { Readability } = await import('@mozilla/readability')
  const article = new Readability(document, { charThreshold: ENOUGH, disableJSONLD: true }).parse()
  return article?.textContent == null ? null : plainWords(article.textContent)
}
