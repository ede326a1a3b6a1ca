import type { Ballots } from './ballots.ts'
import type { Lexicon } from './lexicon.ts'
import { SETTINGS } from './settings.ts'
import { wordsOf } from './spelling.ts'

/** Pairs of candidates of one object of which one is the other with words left out: `part[n]` of `whole[n]`. */
export interface Inclusions {
  readonly part: Int32Array
  readonly whole: Int32Array
}

/** Objects looked at to see whether values are lists, and the share of pairs of values that then include one another. */
const SAMPLE = 1000
const LIST_SHARE = 0.1

const includes = (whole: ReadonlySet<string>, part: ReadonlySet<string>): boolean => {
  if (part.size === 0 || part.size >= whole.size) return false
  for (const word of part) if (!whole.has(word)) return false
  return true
}

/** Calls `found` for each two candidates of an object of which one includes the other; the number of pairs looked at. */
const inclusionsOf = (
  { candidateStart, candidateValue }: Ballots,
  { object, values }: { readonly object: number; readonly values: Lexicon },
  found: (part: number, whole: number) => void,
): number => {
  const [from, to] = [candidateStart[object] ?? 0, candidateStart[object + 1] ?? 0]
  if (to - from < 2 || to - from > SETTINGS.listsWithin) return 0
  const words = Array.from({ length: to - from }, (_, n) => new Set(wordsOf(values.text(candidateValue[from + n] ?? 0))))
  words.forEach((one, n) => {
    words.forEach((other, m) => {
      if (includes(one, other)) found(from + m, from + n)
    })
  })
  return ((to - from) * (to - from - 1)) / 2
}

/** Whether values look like lists or names, of which some leave words out that others have: judged on 1,000 objects spread over the table. */
export const areLists = (ballots: Ballots, values: Lexicon): boolean => {
  const step = Math.max(1, Math.floor(ballots.objects / SAMPLE))
  let [pairs, nested] = [0, 0]
  for (let object = 0; object < ballots.objects; object += step)
    pairs += inclusionsOf(ballots, { object, values }, () => nested++)
  return nested > LIST_SHARE * pairs
}

export const inclusionsIn = (ballots: Ballots, values: Lexicon): Inclusions => {
  const [part, whole]: [number[], number[]] = [[], []]
  for (let object = 0; object < ballots.objects; object++) {
    inclusionsOf(ballots, { object, values }, (smaller, larger) => {
      part.push(smaller)
      whole.push(larger)
    })
  }
  return { part: Int32Array.from(part), whole: Int32Array.from(whole) }
}
