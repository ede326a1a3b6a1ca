/**
 * The numbers of the fusion. None was fitted to the truth of a table, except where it is said. "Given sets" are Books (Li et al.,
 * Truth finding on the deep web, PVLDB 2012) and 1 to 7 December of Flight (the same): on their gold it was looked whether results hang on a number.
 */
export const SETTINGS = {
  /** Share of contested objects in which a mirror is expected to differ from what it mirrors: a Beta(1, 399). Chosen on the given sets: 1/200 to 1/1000 does the same on the given sets. */
  mirrorDiffers: 1 / 400,
  /** The same for two sources of which neither takes from the other: a Beta(1, 4), broad. Judgement. */
  strangersDiffer: 1 / 5,
  /**
   * Chance, before anything is seen, that two sources which share values that others reject are mirrors. Chosen on the given sets: 0.02 to 0.1 does
   * the same there; at 0.3 two feeds that are merely right alike are joined on one day, at 0.01 no evidence suffices. At 0.05 two sources must agree on 80
   * contested objects, and differ on fewer than 1 in 240 of many.
   */
  mirrorPrior: 0.05,
  /** Values which others outvote that two sources must share to be looked at, in number and as a share of what is contested. */
  rareShared: 5,
  rareShare: 0.02,
  /** Contested objects on which a group of mirrors that counts as one must be outvoted, in number and as a share; judgement. */
  groupOutvoted: 10,
  groupOutvotedShare: 0.15,
  /** Votes in which members of large groups are sought; they are alike everywhere, so some objects will do. */
  sampledVotes: 100_000,
  /** Members of a group of mirrors that are compared with those of another before they are joined. */
  groupCompared: 12,
  /** Chance, before anything is seen, that a feed takes some of its values from a given other one; never more than 1 / feeds. 0.001 to 0.1 does the same on the given sets. */
  echoPrior: 0.02,
  /** Shares of its values that an echo may take over; each is as likely. */
  echoShares: [0.2, 0.4, 0.6, 0.8, 0.95],
  /** Times that echoes are sought and the truth weighed anew. On the given sets a second and a third still help on some days. */
  echoRounds: 3,
  /** Change of the weights of all votes, as a share of them, below which echoes are not sought again. */
  echoStillness: 1e-3,
  /** Supporters of a value up to which each pair of them is noted as sharing it; past that, each with the next. */
  pairsWithin: 32,
  /** Voices on one object up to which pairs are compared on it; time grows with their square. */
  comparedWithin: 256,
  /** Pairs of sources that are kept count of. */
  pairsKept: 1 << 22,
  /** Reliability of a source that nothing is known of, and what that knowledge counts for in assertions; both are then learned from the table. */
  firstReliability: 0.8,
  firstStrength: 5,
  /** Sources with a long record that the first reliability counts for when that of all is learned. Judgement. */
  firstVoters: 2,
  strengthRange: [2, 50],
  /** Reliability is held between these while weighing, so that no single voice is decisive. 0.98 for the upper end does the same on the given sets. */
  reliabilityRange: [0.02, 0.999],
  /** Iterations of expectation and maximisation at most, and the change of any reliability below which they end. */
  iterations: 200,
  stillness: 1e-4,
  /**
   * Correlation of the errors of two voices on one object that is left when all copies found are discounted: log odds are divided by
   * the design effect 1 + ρ(n − 1) (Kish, Survey Sampling, 1965, ch. 5). Chosen on the given sets: 0.05 to 0.12 does the same there.
   */
  residualCorrelation: 0.1,
  /** Distinct values of one object up to which lists are compared as lists; time grows with their square. */
  listsWithin: 64,
} as const
