/** A match that a machine reports, with what its maker says of its errors. */
export interface ScoredMatch {
  /** What the machine printed. No arithmetic uses it. */
  readonly value: number
  /** What the machine calls it: "similarity", "likeness". */
  readonly scale: string
  /** False match rate: the share of comparisons with somebody else that the machine calls a match; null where not known. */
  readonly fmr: number | null
  /** False non-match rate: the share of comparisons with the one sought that it does not call a match, at the same threshold. */
  readonly fnmr: number | null
  /** Candidates that were searched; 1 where two things were compared and no more; null where not known. */
  readonly gallery: number | null
  /** The probability, before the search, that the one sought is among the candidates. */
  readonly prior: number
}

/** A likelihood ratio, and its natural logarithm. */
export interface Weight {
  readonly ratio: number
  readonly nats: number
}

/** How many of so many; whole numbers. */
export interface BaseRate {
  /** Searches of the whole gallery that make so many candidates. */
  readonly searches: number
  /** Candidates compared, none of them the one sought. */
  readonly candidates: number
  /** How many of them the machine calls a match. */
  readonly matches: number
}

/** What becomes of many such searches; whole numbers. */
export interface SearchCount {
  readonly searches: number
  /** Those in which the one sought is among the candidates. */
  readonly present: number
  /** Those that name somebody: `right + wrong`. */
  readonly named: number
  /** Those whose best match is the one sought, where chance orders those that match. */
  readonly right: number
  readonly wrong: number
  /** Those whose best match would be somebody else even if the one sought came first whenever it matches. */
  readonly wrongAtLeast: number
}

/** What a search over a gallery makes of a match. */
export interface SearchWorth {
  /** N · FMR, where the one sought is not among the N. */
  readonly expectedFalseMatches: number
  /** The probability that somebody matches though the one sought is not among them: 1 − (1 − FMR)^N. */
  readonly someFalseMatch: number
  /** The probability that the best match is somebody else, given that there is one. */
  readonly bestIsFalse: {
    /** Where chance orders those that match: all that two rates at one threshold can tell. */
    readonly unranked: number
    /** Where the one sought comes first whenever it matches: no ranking can do better. */
    readonly atLeast: number
  }
  /** The likelihood ratio if the one sought came first whenever it matches: (1 − FNMR) / (1 − (1 − FMR)^N). */
  readonly ranked: Weight
  readonly count: SearchCount
}

/** The maker has not said how often the machine errs: there is no likelihood ratio. */
export interface BareScore {
  readonly kind: 'bare'
  readonly match: ScoredMatch
  readonly missing: readonly ('fmr' | 'fnmr')[]
  /** Ratio 1, 0 nats. */
  readonly worth: Weight
}

/** A match of a machine whose two rates of error are known. */
export interface MeasuredMatch {
  readonly kind: 'measured'
  readonly match: ScoredMatch
  /** Of one comparison, (1 − FNMR) / FMR: the most that the match can be worth. */
  readonly bound: Weight
  /** Of the match as it was found: `bound` over the number searched, `bound` itself where that is not known. */
  readonly worth: Weight
  readonly baseRate: BaseRate
  /** Null where nobody says how many were searched. */
  readonly search: SearchWorth | null
}

export type ScoreWorth = BareScore | MeasuredMatch
