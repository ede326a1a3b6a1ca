import type { Claim } from '../../core/claim.ts'
import { amountsIn, type Amount } from './amounts.ts'
import { kinshipOf, type Kinship } from './kinship.ts'
import { speaksOfFuture, wordsOf, type Word } from './words.ts'

/** A word of a claim that a word of a document answers to. */
export interface TermMatch {
  readonly term: number
  readonly kinship: Kinship
}

/** What a claim's words say, ready to be looked for in documents. */
export interface ClaimTerms {
  readonly claim: Claim
  /** Its words that carry something, each stem once. */
  readonly terms: readonly Word[]
  /** For each term 1 ∕ √(number of the case's claims that use it): 1 for a word of this claim alone. */
  readonly own: readonly number[]
  readonly amounts: readonly Amount[]
  readonly negated: boolean
  readonly future: boolean
  /** How many claims the case has. */
  readonly rivals: number
  /** Which terms a stem answers to; remembered, since documents repeat themselves. */
  readonly matchesOf: (stem: string) => readonly TermMatch[]
}

const contentTerms = (words: readonly Word[]): readonly Word[] => [
  ...new Map(words.filter((word) => !word.empty).map((word) => [word.stem, word])).values(),
]

const remembered = (terms: readonly Word[]): ClaimTerms['matchesOf'] => {
  const known = new Map<string, readonly TermMatch[]>()
  return (stem) => {
    const before = known.get(stem)
    if (before !== undefined) return before
    const related = terms.flatMap((word, term) => {
      const kinship = kinshipOf(word.stem, stem)
      return kinship === null ? [] : [{ term, kinship }]
    })
    // A word that is in the claim itself stands for no other of its words.
    const same = related.filter(({ kinship }) => kinship === 'same')
    const matches = same.length > 0 ? same : related
    known.set(stem, matches)
    return matches
  }
}

/** The terms of all claims of a case: a word that several claims share tells less of each. */
export const claimTermsOf = (claims: readonly Claim[]): readonly ClaimTerms[] => {
  const worded = claims.map((claim) => ({ claim, words: wordsOf(claim.text) }))
  const sharing = (stem: string): number => worded.filter(({ words }) => words.some((word) => word.stem === stem)).length
  return worded.map(({ claim, words }) => {
    const terms = contentTerms(words)
    return {
      claim,
      terms,
      own: terms.map((term) => 1 / Math.sqrt(sharing(term.stem))),
      amounts: amountsIn(claim.text),
      negated: words.some((word) => word.negates),
      future: speaksOfFuture(words),
      rivals: claims.length,
      matchesOf: remembered(terms),
    }
  })
}
