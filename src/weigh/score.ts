import { ok, refuse, type Result } from '../core/refusal.ts'
import type { BaseRate, ScoredMatch, ScoreWorth, SearchCount, SearchWorth, Weight } from '../core/score-worth.ts'
import { standardAssumptions } from './assumptions.ts'

/** What is known of a match; what is left out is not known, but for `prior`, which is then the table's. */
export interface ScoreInput {
  readonly value: number
  readonly scale?: string
  readonly fmr?: number
  readonly fnmr?: number
  readonly gallery?: number
  readonly prior?: number
}

/** A match with both of its rates. */
type Rated = ScoredMatch & { readonly fmr: number; readonly fnmr: number }

/** Below this a rate is a test that saw no false match, whose rate may be up to 3 / n (Hanley and Lippman-Hand, JAMA 249, 1983). */
const SMALLEST_RATE = 1e-12

const problemWith = ({ value, scale, fmr, fnmr, gallery, prior }: ScoredMatch): string | null => {
  if (!Number.isFinite(value)) return `The score is a number, so it cannot be ${value}.`
  if (scale.trim() === '') return 'The scale takes the name that the machine has for its score, as "similarity".'
  if (fmr !== null && !(fmr >= 0 && fmr <= 1)) return `The false match rate (FMR) lies between 0 and 1, so it cannot be ${fmr}.`
  if (fmr !== null && fmr < SMALLEST_RATE)
    return `No test can show a false match rate (FMR) of ${fmr}: where it saw no false match in n comparisons, give 3 / n.`
  if (fnmr !== null && !(fnmr >= 0 && fnmr <= 1))
    return `The false non-match rate (FNMR) lies between 0 and 1, so it cannot be ${fnmr}.`
  if (fnmr === 1) return 'A false non-match rate (FNMR) of 1 is that of a machine which never finds the one sought.'
  if (gallery !== null && !(Number.isSafeInteger(gallery) && gallery >= 1))
    return `The gallery is a whole number of candidates, at least 1 and below 2^53, so it cannot be ${gallery}.`
  if (!(prior > 0 && prior < 1))
    return `The prior lies between 0 and 1 and is neither, or no match could move it, so it cannot be ${prior}.`
  return null
}

const weight = (ratio: number): Weight => ({ ratio, nats: Math.log(ratio) })

/** The probability that at least one of `count` comparisons with somebody else is called a match. */
const someOf = (count: number, fmr: number): number => (count === 0 ? 0 : 0 - Math.expm1(count * Math.log1p(0 - fmr)))

/** In whole numbers, 10 is enough to be read as a rate. */
const ENOUGH = 10
const MOST_SEARCHES = 1e15

/** The least power of ten, from `from` on, by which each of `shares` comes to a count that can be read. */
const powerFor = (shares: readonly number[], from: number): number => {
  let power = from
  while (power < MOST_SEARCHES && shares.some((share) => share * power < ENOUGH)) power *= 10
  return power
}

const baseRateOf = (fmr: number, gallery: number): BaseRate => {
  const searches = powerFor([gallery * fmr], 1)
  return { searches, candidates: searches * gallery, matches: Math.round(searches * gallery * fmr) }
}

type Shares = Readonly<Record<'right' | 'wrong' | 'wrongAtLeast', number>>

const countOf = ({ right, wrong, wrongAtLeast }: Shares, prior: number): SearchCount => {
  const searches = powerFor([right, wrong], 100)
  const [rightly, wrongly] = [Math.round(right * searches), Math.round(wrong * searches)]
  return {
    searches,
    present: Math.round(prior * searches),
    named: rightly + wrongly,
    right: rightly,
    wrong: wrongly,
    wrongAtLeast: Math.round(wrongAtLeast * searches),
  }
}

const searchOf = ({ fmr, fnmr, prior }: Rated, gallery: number): SearchWorth => {
  const someFalseMatch = someOf(gallery, fmr)
  const found = prior * (1 - fnmr)
  const wrongAtLeast = prior * fnmr * someOf(gallery - 1, fmr) + (1 - prior) * someFalseMatch
  // The mean of 1 / (1 + K), K false matches among N − 1: how often chance puts the one sought before them.
  const first = gallery === 1 ? 1 : Math.min(1, someFalseMatch / (gallery * fmr))
  const right = found * first
  const wrong = found * (1 - first) + wrongAtLeast
  return {
    expectedFalseMatches: gallery * fmr,
    someFalseMatch,
    bestIsFalse: { unranked: wrong / (right + wrong), atLeast: wrongAtLeast / (found + wrongAtLeast) },
    ranked: weight((1 - fnmr) / someFalseMatch),
    count: countOf({ right, wrong, wrongAtLeast }, prior),
  }
}

const isRated = (match: ScoredMatch): match is Rated => match.fmr !== null && match.fnmr !== null

/**
 * What a machine's match is worth as evidence that the candidate it found, C, is the one sought. Refuses (`bad-option`) rates
 * outside 0 to 1, an FMR of 0, an FNMR of 1, a prior of 0 or 1 and a gallery that is no whole number of at least 1.
 *
 * **One comparison.** A match is expected with probability 1 − FNMR of the one sought and FMR of anybody else (ISO/IEC 19795-1 for
 * the rates), so LR = (1 − FNMR) / FMR. It is a bound: it holds of the tested material, and worse pictures and look-alikes
 * make both rates worse.
 *
 * **A search.** C was not named beforehand: C is whoever matched. Compare what can be named beforehand, that the one sought is
 * among the N candidates (probability π, each as likely to be the one) and that it is not. The best match is the one sought, where
 * chance orders those that match, with K the number of false ones among the other N − 1, if it is there, with probability
 *
 *     (1 − FNMR) · E[1 / (1 + K)] = (1 − FNMR) · (1 − (1 − FMR)^N) / (N · FMR),       K ~ Binomial(N − 1, FMR)
 *
 * and if it is not there, there is a best match with probability 1 − (1 − FMR)^N. Their ratio is exactly
 *
 *     LR = (1 − FNMR) / (N · FMR) = bound / N,
 *
 * true matches expected over false matches expected; a ranking that always puts the one sought first would leave out the mean, and
 * make it (1 − FNMR) / (1 − (1 − FMR)^N) at most. For FNMR = 0 this is the "np rule" of the National Research Council (The
 * Evaluation of Forensic DNA Evidence, 1996, recommendation 5.1: the ratio is divided by N) and of Stockmarr (Biometrics 55, 1999,
 * 671–677). In natural frequencies, per search: π · (1 − FNMR) true matches stand beside (N − π) · FMR false ones. Below 1 it does not
 * speak for anybody else; it says that so wide a search finds somebody, whoever is sought.
 *
 * For somebody who was suspected before, on grounds of their own, the bound stands with the prior of those grounds: N = 1 (Balding
 * and Donnelly, Journal of Forensic Sciences 41, 1996, 603–607). Candidates are taken to err independently of each other.
 */
export const scoreWorth = ({ value, scale = 'similarity', ...known }: ScoreInput): Result<ScoreWorth> => {
  const match: ScoredMatch = {
    value,
    scale,
    fmr: known.fmr ?? null,
    fnmr: known.fnmr ?? null,
    gallery: known.gallery ?? null,
    prior: known.prior ?? standardAssumptions.prior,
  }
  const problem = problemWith(match)
  if (problem !== null) return refuse('bad-option', problem)
  if (!isRated(match)) {
    const missing = (['fmr', 'fnmr'] as const).filter((rate) => match[rate] === null)
    return ok({ kind: 'bare', match, missing, worth: weight(Math.exp(standardAssumptions['score.bare'])) })
  }
  const { fmr, fnmr, gallery } = match
  const bound = (1 - fnmr) / fmr
  return ok({
    kind: 'measured',
    match,
    bound: weight(bound),
    worth: weight(bound / (gallery ?? 1)),
    baseRate: baseRateOf(fmr, gallery ?? 1),
    search: gallery === null ? null : searchOf(match, gallery),
  })
}
