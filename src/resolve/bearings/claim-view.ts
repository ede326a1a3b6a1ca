import type { ClaimTerms, TermMatch } from './claim-terms.ts'
import type { Run, Wording } from './wording.ts'
import type { Word } from './words.ts'

/** One claim in one document: where its words stand, and how much each tells there. */
export interface ClaimView {
  readonly claim: ClaimTerms
  /** For each term of the claim what it tells in this document, in nats. */
  readonly weights: readonly number[]
  /** For each word of the document the terms it answers to. */
  readonly matches: readonly (readonly TermMatch[])[]
  /** The document's words. */
  readonly words: readonly Word[]
  /** How much of the claim each sentence holds. */
  readonly sentences: readonly number[]
  /** Share of the claim whose very words are anywhere in the document. */
  readonly document: number
}

/** How much of a claim a stretch of words holds, as shares of the claim's weight, 0 to 1. */
export interface Coverage {
  /** With words of the same family counted in part. */
  readonly share: number
  /** Words of the same stem alone. */
  readonly exact: number
  /** As `share`, over the words that are no names. */
  readonly plain: number
  /** Weight of the most telling word found, in nats. */
  readonly top: number
  /** How many of the claim's words that are no names stand in a negated clause here. */
  readonly negated: number
  /** How many of them are met by their opposite. */
  readonly opposite: number
}

/** What a word of the same family counts for, beside 1 for the word itself: of 0.4, 0.5, 0.6 and 0.8 the best in cross-validation. */
const KIN = 0.5

/** Sentences a document is taken to have, so that a word's weight does not hang on how long the article is. */
const USUAL_SENTENCES = 10

const NONE: readonly TermMatch[] = []

/** ln(1 + 10 / (1 + f)), f the sentences with the word scaled to ten: rare and absent words tell most, those of the topic little. */
const weightsIn = ({ terms, own }: ClaimTerms, { sentencesWith, sentences }: Wording): readonly number[] =>
  terms.map((term, index) => {
    const scaled = ((sentencesWith.get(term.stem) ?? 0) * USUAL_SENTENCES) / Math.max(1, sentences.length)
    return Math.log(1 + USUAL_SENTENCES / (1 + scaled)) * (own[index] ?? 1)
  })

/** The best answer to each term in some words. */
interface Answers {
  readonly values: number[]
  readonly negated: boolean[]
  readonly opposite: boolean[]
}

/** The clauses that a word among these turns round. */
const turnedIn = (runs: readonly Run[], words: readonly Word[]): ReadonlySet<number> => {
  const turned = new Set<number>()
  for (const run of runs) for (const word of words.slice(...run)) if (word.negates) turned.add(word.clause)
  return turned
}

type Look = Pick<ClaimView, 'claim' | 'matches' | 'words' | 'weights'>

const answersIn = (runs: readonly Run[], { claim, matches, words }: Look): Answers => {
  const turned = turnedIn(runs, words)
  const best: Answers = { values: claim.terms.map(() => 0), negated: [], opposite: [] }
  for (const [from, to] of runs) {
    for (let at = from; at < to; at++) {
      for (const { term, kinship } of matches[at] ?? NONE) {
        const value = kinship === 'same' ? 1 : KIN
        if (value <= (best.values[term] ?? 0)) continue
        best.values[term] = value
        best.negated[term] = turned.has(words[at]?.clause ?? -1)
        best.opposite[term] = kinship === 'opposite'
      }
    }
  }
  return best
}

export const coverageOf = (runs: readonly Run[], view: Look): Coverage => {
  const answers = answersIn(runs, view)
  let whole = 0,
    share = 0,
    exact = 0,
    plainWhole = 0,
    plain = 0,
    top = 0,
    negated = 0,
    opposite = 0
  view.claim.terms.forEach((term, index) => {
    const weight = view.weights[index] ?? 0
    const value = answers.values[index] ?? 0
    whole += weight
    share += weight * value
    if (value === 1) exact += weight
    top = Math.max(top, weight * value)
    if (term.name) return
    plainWhole += weight
    plain += weight * value
    if (answers.negated[index] === true) negated++
    if (answers.opposite[index] === true) opposite++
  })
  const part = (of: number, all: number): number => (all === 0 ? 0 : of / all)
  return { share: part(share, whole), exact: part(exact, whole), plain: part(plain, plainWhole), top, negated, opposite }
}

/** Looks at one document for one claim. */
export const viewOf = (claim: ClaimTerms, wording: Wording): ClaimView => {
  const matches = wording.words.map((word) => (word.empty ? NONE : claim.matchesOf(word.stem)))
  const found = { claim, matches, weights: weightsIn(claim, wording), words: wording.words }
  return {
    ...found,
    sentences: wording.sentences.map((run) => coverageOf([run], found).share),
    document: coverageOf([[0, wording.words.length]], found).exact,
  }
}
