/** Lower-case words of a text with apostrophes kept, for looking up phrases. */
export const plainWords = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}]+(?:'\p{L}+)?/gu) ?? []

/** Whether the words of `phrase` stand at place `at` of `words`. */
export const standsAt = (words: readonly string[], at: number, phrase: readonly string[]): boolean =>
  phrase.length > 0 && phrase.every((word, offset) => words[at + offset] === word)

/** Where a phrase stands in `words`, first place first. */
export const placesOf = (words: readonly string[], phrase: readonly string[]): readonly number[] =>
  words.flatMap((_, at) => (standsAt(words, at, phrase) ? [at] : []))

/**
 * A test whether words hold any of some phrases, which are looked up by their first words; one before the word `unlessBefore` is another
 * phrase, and does not count.
 */
export const phraseTest = (phrases: readonly string[], unlessBefore?: string): ((words: readonly string[]) => boolean) => {
  const byFirst = new Map<string, (readonly string[])[]>()
  for (const words of phrases.map(plainWords)) {
    const first = words[0] ?? ''
    byFirst.set(first, [...(byFirst.get(first) ?? []), words])
  }
  const counts = (words: readonly string[], at: number, phrase: readonly string[]): boolean =>
    standsAt(words, at, phrase) && (unlessBefore === undefined || words[at + phrase.length] !== unlessBefore)
  return (words) => words.some((word, at) => byFirst.get(word)?.some((phrase) => counts(words, at, phrase)) === true)
}
