import type { Chance } from './planted-chance.ts'

/** Words without meaning, so that nothing but provenance makes two texts alike. */
export type Clause = readonly string[]

const VOCABULARY = 20_000
const NAMES = 4_000
const GRAMMAR = 'the of to in a and was on for at by with from that had its were after'.split(' ')
const ONSETS = 'b br c ch d dr f fl g gr h j k l m n p pl qu r s sh sk st t th tr v w y z'.split(' ')
const VOWELS = 'a e i o u ai ea oo'.split(' ')
const CODAS = 'b d g ck l m n nd nt p r rd rn st t x'.split(' ')

/** The word of a number, none twice: its digits in syllables. */
const wordOf = (number: number): string => {
  let left = number
  let word = ''
  do {
    word += ONSETS[left % ONSETS.length]! + VOWELS[Math.floor(left / ONSETS.length) % VOWELS.length]!
    left = Math.floor(left / (ONSETS.length * VOWELS.length))
    word += CODAS[(left + number) % CODAS.length]!
  } while (left > 0)
  return word
}

/** Ordinary words by rank; 2k and 2k + 1 are synonyms, and stand beside each other so that both are as frequent. */
const ORDINARY: readonly string[] = Array.from({ length: VOCABULARY }, (_, number) => wordOf(number + 1_000))
const PROPER: readonly string[] = Array.from({ length: NAMES }, (_, number) =>
  wordOf(number + 70_000).replace(/^./u, (first) => first.toUpperCase()),
)
const SYNONYMS: ReadonlyMap<string, string> = new Map(ORDINARY.map((word, rank) => [word, ORDINARY[rank ^ 1]!]))

/** Rates of editing, at each retelling. */
export const NOISE = { replaced: 0.2, dropped: 0.2, moved: 0.2 }

const clauseOf = (chance: Chance, given: readonly string[]): Clause => {
  const words = [...given, ...Array.from({ length: 3 + chance.below(4) }, () => ORDINARY[chance.zipf(VOCABULARY)]!)]
  return words.flatMap((word) => (chance.happens(0.4) ? [chance.pick(GRAMMAR), word] : [word]))
}

/** A person's or a body's name: two words that nobody else need have. */
export const properName = (chance: Chance): string => `${chance.pick(PROPER)} ${chance.pick(PROPER)}`

export const claimText = (chance: Chance): string =>
  `The ${chance.pick(PROPER)} ${Array.from({ length: 5 }, () => ORDINARY[chance.zipf(VOCABULARY)]!).join(' ')}.`

/** Clauses that anybody who writes about a claim may add: the background. */
export const stockClauses = (chance: Chance): readonly Clause[] => Array.from({ length: 3 }, () => clauseOf(chance, []))

/** What one knower says on a claim, in words of its own: some of the claim's, a number or a name now and then, now and then the background. */
export const newClauses = (chance: Chance, claim: string, stock: readonly Clause[]): readonly Clause[] => {
  const asked = claim.replace('.', '').split(' ').slice(1)
  const first = clauseOf(
    chance,
    Array.from({ length: 3 }, () => chance.pick(asked)),
  )
  const number = chance.happens(0.4) ? [String(10 + chance.below(9_000))] : []
  const name = chance.happens(0.5) ? [chance.pick(PROPER)] : []
  const second = clauseOf(chance, [...number, ...name])
  const more = Array.from({ length: chance.below(3) }, () => clauseOf(chance, []))
  return [first, second, ...more, ...(chance.happens(0.1) ? [chance.pick(stock)] : [])]
}

/** The same, edited: words replaced by their synonyms, a clause left out, two clauses moved, each at its rate. Numbers and names stay. */
export const retold = (chance: Chance, clauses: readonly Clause[]): readonly Clause[] => {
  const kept = clauses.length > 1 && chance.happens(NOISE.dropped) ? clauses.toSpliced(chance.below(clauses.length), 1) : clauses
  const moved = kept.length > 1 && chance.happens(NOISE.moved) ? [...kept.slice(1), kept[0]!] : kept
  return moved.map((clause) =>
    clause.map((word) => (SYNONYMS.has(word) && chance.happens(NOISE.replaced) ? SYNONYMS.get(word)! : word)),
  )
}
