import type { Ballots } from './ballots.ts'
import { eachSharing } from './comparison.ts'
import { logBetaBernoulli } from './log-gamma.ts'
import { type PairTally, pairTally } from './pairs.ts'
import { SETTINGS } from './settings.ts'
import { type Voices, voicesOf } from './voices.ts'

/** What a set of pairs of voters has in common on contested objects, that is, those of several values. */
export interface Accord {
  /** Values of both, on the same objects. */
  readonly same: number
  readonly different: number
  /** Of the same values, those that more others reject than share. */
  readonly rare: number
}

export interface Mirrors {
  /** For each voter its feed: the smallest number of a voter of its group, its own where it has none. */
  readonly feedOf: Int32Array
  readonly groups: readonly MirrorGroup[]
}

export interface MirrorGroup extends Accord {
  readonly voters: readonly number[]
  /** log₁₀ of the Bayes factor of the weakest join. */
  readonly weight: number
}

/** The votes of a candidate's strongest rival. */
const rivalOf = (ballots: Ballots, object: number, candidate: number): number => {
  const { candidateStart, voteStart } = ballots
  let most = 0
  for (let c = candidateStart[object] ?? 0; c < (candidateStart[object + 1] ?? 0); c++)
    if (c !== candidate) most = Math.max(most, (voteStart[c + 1] ?? 0) - (voteStart[c] ?? 0))
  return most
}

/** For pairs of voters, how many values they share which a rival outvotes once the two are away. */
const rarelyShared = (ballots: Ballots): PairTally => {
  const { candidateStart, voteStart } = ballots
  const tally = pairTally()
  const share = (a: number, b: number): void => {
    tally.add(a, b, 1)
  }
  for (let object = 0; object < ballots.objects; object++) {
    const from = candidateStart[object] ?? 0
    const to = candidateStart[object + 1] ?? 0
    // A rival for each of very many candidates would take time that grows with their square.
    if (to - from < 2 || to - from > SETTINGS.comparedWithin) continue
    for (let candidate = from; candidate < to; candidate++) {
      const supporters = (voteStart[candidate + 1] ?? 0) - (voteStart[candidate] ?? 0)
      if (supporters >= 2 && rivalOf(ballots, object, candidate) > supporters - 2) eachSharing(ballots, candidate, share)
    }
  }
  return tally
}

/** Pairs that share values on a sample of the contested objects, and how many. */
const sharedInSample = (ballots: Ballots): PairTally => {
  const { objects, candidateStart } = ballots
  const tally = pairTally()
  const share = (a: number, b: number): void => {
    tally.add(a, b, 1)
  }
  const step = Math.ceil(ballots.voter.length / SETTINGS.sampledVotes)
  for (let object = 0; object < objects; object += step) {
    const from = candidateStart[object] ?? 0
    const to = candidateStart[object + 1] ?? 0
    if (to - from >= 2) for (let candidate = from; candidate < to; candidate++) eachSharing(ballots, candidate, share)
  }
  return tally
}

const PRIOR_ODDS = Math.log(SETTINGS.mirrorPrior / (1 - SETTINGS.mirrorPrior))
const MIRROR: readonly [number, number] = [1, 1 / SETTINGS.mirrorDiffers - 1]
const STRANGER: readonly [number, number] = [1, 1 / SETTINGS.strangersDiffer - 1]

/** ln of the Bayes factor for one being the mirror of the other. */
const evidence = ({ same, different }: Pick<Accord, 'same' | 'different'>): number =>
  logBetaBernoulli(different, same, MIRROR) - logBetaBernoulli(different, same, STRANGER)

/** Of so many values how many can differ at most, for the evidence to speak for a mirror; −1 where none can. */
const mostDifferent = (values: number): number => {
  let [low, high] = [-1, values]
  while (low < high) {
    const different = Math.ceil((low + high) / 2)
    if (evidence({ same: values - different, different }) + PRIOR_ODDS > 0) low = different
    else high = different - 1
  }
  return low
}

interface Join {
  readonly a: number
  readonly b: number
  readonly evidence: number
}

/** Pairs of a tally of at least `least` that hardly differ. */
const joinsOf = (
  voices: Voices,
  { pairs, of }: PairTally,
  least: (accord: Pick<Accord, 'same' | 'different'>) => number,
): readonly Join[] => {
  const joins: Join[] = []
  const limits = new Map<number, number>()
  for (let pair = 0; pair < pairs.size(); pair++) {
    if (of(pair) < SETTINGS.rareShared) continue
    const a = pairs.first(pair)
    const b = pairs.second(pair)
    const values = Math.min(voices.count(a), voices.count(b))
    const limit = limits.get(values) ?? mostDifferent(values)
    limits.set(values, limit)
    if (limit < 0) continue
    const accord = voices.compare(a, b, limit)
    const strength = evidence(accord)
    if (of(pair) >= least(accord) && strength + PRIOR_ODDS > 0) joins.push({ a, b, evidence: strength })
  }
  return joins
}

/** At most so many of a list, spread evenly. */
const someOf = (list: readonly number[]): readonly number[] => {
  const step = Math.ceil(list.length / SETTINGS.groupCompared)
  return list.filter((_, at) => at % step === 0)
}

/** What the pairs between two groups of voters have in common; of large groups, the pairs between some of each. */
const accordBetween = (voices: Voices, rare: PairTally, [xs, ys]: readonly [readonly number[], readonly number[]]): Accord => {
  const sum = { same: 0, different: 0, rare: 0 }
  for (const x of someOf(xs)) {
    for (const y of someOf(ys)) {
      const { same, different } = voices.compare(x, y, Infinity)
      sum.same += same
      sum.different += different
      sum.rare += rare.of(rare.pairs.find(x, y))
    }
  }
  return sum
}

interface Cluster {
  voters: number[]
  same: number
  different: number
  rare: number
  weakest: number
}

/** Joins pairs from the strongest evidence on, and two groups only if the pairs between them together pass the test, too. */
const clustersOf = (voices: Voices, rare: PairTally, joins: readonly Join[]): readonly Cluster[] => {
  const clusterOf = new Map<number, Cluster>()
  const clusterFor = (voter: number): Cluster =>
    clusterOf.get(voter) ?? { voters: [voter], same: 0, different: 0, rare: 0, weakest: Infinity }
  for (const { a, b } of joins.toSorted((x, y) => y.evidence - x.evidence || x.a - y.a || x.b - y.b)) {
    const x = clusterFor(a)
    const y = clusterFor(b)
    if (x === y) continue
    const accord = accordBetween(voices, rare, [x.voters, y.voters])
    const strength = evidence(accord)
    if (strength + PRIOR_ODDS <= 0) continue
    const joined = {
      voters: [...x.voters, ...y.voters],
      same: x.same + y.same + accord.same,
      different: x.different + y.different + accord.different,
      rare: x.rare + y.rare + accord.rare,
      weakest: Math.min(x.weakest, y.weakest, strength),
    }
    for (const voter of joined.voters) clusterOf.set(voter, joined)
  }
  return [...new Set(clusterOf.values())]
}

const mirrorsFrom = (clusters: readonly Cluster[], voters: number): Mirrors => {
  const feedOf = Int32Array.from({ length: voters }, (_, voter) => voter)
  const groups = clusters.map(({ voters: members, same, different, rare, weakest }): MirrorGroup => {
    const sorted = members.toSorted((a, b) => a - b)
    for (const voter of sorted) feedOf[voter] = sorted[0] ?? voter
    return { voters: sorted, same, different, rare, weight: weakest / Math.LN10 }
  })
  return { feedOf, groups }
}

/**
 * Which groups are outvoted, each group being one voice, on so many contested objects that it cannot be that its members are merely
 * right alike: for each feed 1 or 0.
 */
const outvotedFeeds = (ballots: Ballots, mirrors: Mirrors): Uint8Array => {
  const feeds = feedBallots(ballots, mirrors)
  const { objects, voters, candidateStart, voteStart, voter } = feeds
  const [contested, outvoted] = [new Int32Array(voters), new Int32Array(voters)]
  for (let object = 0; object < objects; object++) {
    const from = candidateStart[object] ?? 0
    const to = candidateStart[object + 1] ?? 0
    if (to - from < 2 || to - from > SETTINGS.comparedWithin) continue
    for (let candidate = from; candidate < to; candidate++) {
      const first = voteStart[candidate] ?? 0
      const last = voteStart[candidate + 1] ?? 0
      const isOutvoted = rivalOf(feeds, object, candidate) > last - first
      for (let n = first; n < last; n++) {
        const feed = voter[n] ?? 0
        contested[feed] = (contested[feed] ?? 0) + 1
        if (isOutvoted) outvoted[feed] = (outvoted[feed] ?? 0) + 1
      }
    }
  }
  return Uint8Array.from(outvoted, (count, feed) =>
    count >= SETTINGS.groupOutvoted && count >= SETTINGS.groupOutvotedShare * (contested[feed] ?? 0) ? 1 : 0,
  )
}

/** Joins within groups that outvote the others only as long as each member counts: pairs of them share nothing that others outvote. */
const joinsOfLargeGroups = (ballots: Ballots, voices: Voices, rare: PairTally): readonly Join[] => {
  const joins = joinsOf(voices, sharedInSample(ballots), () => SETTINGS.rareShared)
  if (joins.length === 0) return []
  const mirrors = mirrorsFrom(clustersOf(voices, rare, joins), ballots.voters)
  const outvoted = outvotedFeeds(ballots, mirrors)
  return joins.filter(({ a, b }) => mirrors.feedOf[a] === mirrors.feedOf[b] && outvoted[mirrors.feedOf[a] ?? 0] === 1)
}

/**
 * Finds sources that give the same values all but always, without a look at the truth: pairs whose disagreement on contested objects is
 * that of a mirror and not that of two strangers, however accurate (a Bayes factor of two Beta-binomial laws), if they share values that
 * others outvote, or belong to a group that others outvote once it counts as one. A chain of near-agreements joins nothing.
 */
export const mirrorsIn = (ballots: Ballots): Mirrors => {
  const rare = rarelyShared(ballots)
  const voices = voicesOf(ballots)
  const joins = joinsOf(voices, rare, ({ same, different }) => SETTINGS.rareShare * (same + different))
  const clusters = clustersOf(voices, rare, [...joins, ...joinsOfLargeGroups(ballots, voices, rare)])
  return mirrorsFrom(clusters, ballots.voters)
}

/** The ballots of the feeds: what the voters of one feed say alike is one vote; where they differ, each value has one. */
export const feedBallots = (ballots: Ballots, { feedOf, groups }: Mirrors): Ballots => {
  if (groups.length === 0) return ballots
  const { candidates, voteStart } = ballots
  const starts = new Int32Array(candidates + 1)
  const [voter, weight] = [new Int32Array(ballots.voter.length), new Float32Array(ballots.voter.length)]
  const time = ballots.time === null ? null : new Int32Array(ballots.voter.length)
  /** The vote of a feed for the candidate for which it last voted. */
  const [voteOf, candidateOf] = [new Int32Array(ballots.voters), new Int32Array(ballots.voters).fill(-1)]
  let votes = 0
  for (let candidate = 0; candidate < candidates; candidate++) {
    for (let n = voteStart[candidate] ?? 0; n < (voteStart[candidate + 1] ?? 0); n++) {
      const feed = feedOf[ballots.voter[n] ?? 0] ?? 0
      const at = candidateOf[feed] === candidate ? (voteOf[feed] ?? 0) : votes++
      const isFirst = candidateOf[feed] !== candidate
      candidateOf[feed] = candidate
      voteOf[feed] = at
      voter[at] = feed
      weight[at] = Math.max(isFirst ? 0 : (weight[at] ?? 0), ballots.weight[n] ?? 0)
      if (time !== null) time[at] = isFirst ? (ballots.time?.[n] ?? -1) : Math.min(time[at] ?? -1, ballots.time?.[n] ?? -1)
    }
    starts[candidate + 1] = votes
  }
  return {
    ...ballots,
    voteStart: starts,
    voter: voter.subarray(0, votes),
    weight: weight.subarray(0, votes),
    time: time === null ? null : time.subarray(0, votes),
  }
}
