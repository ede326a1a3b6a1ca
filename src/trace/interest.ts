import type { Claim, Side } from '../core/claim.ts'
import type { Interest } from '../core/origin.ts'
import type { Source } from '../core/source.ts'
import { beginsWithName } from './access.ts'
import { properWords } from './knower.ts'
import { placesOf, plainWords } from './phrases.ts'
import { FLATTERING, HARMFUL } from './valence.data.ts'

type Valence = 'harmful' | 'flattering' | 'plain'

const NEGATIONS: ReadonlySet<string> = new Set(['not', 'never', 'no', 'nobody', 'without'])

/** So many words before a word may negate it. */
const NEGATED_WITHIN = 3

const matches = (word: string, pattern: string): boolean =>
  pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern

const isNegated = (words: readonly string[], at: number): boolean =>
  words.slice(Math.max(0, at - NEGATED_WITHIN), at).some((word) => NEGATIONS.has(word) || word.endsWith("n't"))

/** Whether a claim speaks ill or well of those it names: the first word of either kind decides, and a negation turns it round. */
const valenceOf = (words: readonly string[]): Valence => {
  for (const [at, word] of words.entries()) {
    const ill = HARMFUL.some((pattern) => matches(word, pattern))
    const well = FLATTERING.some((pattern) => matches(word, pattern))
    if (ill || well) return ill === isNegated(words, at) ? 'flattering' : 'harmful'
  }
  return 'plain'
}

/** How a claim names a source: as the one who does it, in another place, or not. */
const roleOf = (words: readonly string[], source: Source): 'agent' | 'named' | 'absent' => {
  if (beginsWithName(words, source)) return 'agent'
  const names = [source.name, ...source.aliases].filter((name) => properWords(name).length > 0)
  const places = names.flatMap((name) =>
    placesOf(
      words,
      plainWords(name).filter((word) => word !== 'the'),
    ),
  )
  if (places.length === 0) return 'absent'
  const isAgent = places.some((at) => words[at - 1] === 'by' || (words[at - 1] === 'the' && words[at - 2] === 'by'))
  return isAgent ? 'agent' : 'named'
}

/**
 * What a root gains by the claim, by one rule. Who is named as doing ill wishes it disbelieved, also when admitting it; who is named as
 * doing well wishes it believed, also when denying it. Who is named otherwise is given a wish only where its side shows one: to have
 * disbelieved what it denies, unless the claim speaks well of it; to have believed what speaks well and it supports. All others: none.
 * `parties` are the root and all for whom it speaks.
 */
export const interestOf = (parties: readonly Source[], claim: Claim | undefined, side: Side): Interest => {
  const words = claim === undefined ? [] : plainWords(claim.text)
  const roles = parties.map((party) => roleOf(words, party))
  if (roles.every((role) => role === 'absent')) return 'none'
  const valence = valenceOf(words)
  const isAgent = roles.includes('agent')
  if (valence === 'flattering') return isAgent || side === 'supports' ? 'belief' : 'none'
  if (valence === 'harmful' && isAgent) return 'disbelief'
  return side === 'contradicts' ? 'disbelief' : 'none'
}
