const DETERMINER_BEFORE = /(?:^|[^\p{L}])(the|an?)[ \u00A0]$/iu
const WORD = /[\p{L}\p{N}]/u

/** Code units before a name that hold a determiner, its blank and the mark in front of it. */
const NEAR = 5

/**
 * A name as running text has it: with the determiner that at least half of its places in `texts` have ("the Grain Board" for
 * "Grain Board"), as it is where they have none.
 */
export const proseName = (name: string, texts: readonly string[]): string => {
  const counts = new Map<string, number>()
  let places = 0
  for (const text of texts) {
    for (let at = text.indexOf(name); at >= 0 && name !== ''; at = text.indexOf(name, at + name.length)) {
      if (WORD.test(text.charAt(at - 1)) || WORD.test(text.charAt(at + name.length))) continue
      places++
      const determiner = DETERMINER_BEFORE.exec(text.slice(Math.max(0, at - NEAR), at))?.[1]?.toLowerCase()
      if (determiner !== undefined) counts.set(determiner, (counts.get(determiner) ?? 0) + 1)
    }
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  return most !== undefined && most[1] * 2 >= places ? `${most[0]} ${name}` : name
}
