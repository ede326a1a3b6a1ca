import type { Ballots } from './ballots.ts'
import { eachMeeting, eachSharing } from './comparison.ts'
import { type Pairs, pairStore, pairTally } from './pairs.ts'
import { SETTINGS } from './settings.ts'

/** That one of two feeds takes some of its values from the other, or both from a third. */
export interface Echo {
  readonly a: number
  readonly b: number
  /** Expected share of its values that the one has from the other, in (0, 1]. */
  readonly share: number
  /** Expected number of wrong values that both give. */
  readonly sharedErrors: number
  /** Contested objects on which both speak and differ. */
  readonly different: number
  /** log₁₀ of the Bayes factor for any copying. */
  readonly weight: number
  /** Of shared values of low probability, how many `a` had before `b`, and `b` before `a`. */
  readonly aFirst: number
  readonly bFirst: number
}

export interface Echoes {
  readonly list: readonly Echo[]
  /** Expected share for a pair of feeds; 0 for most. */
  readonly shareOf: (a: number, b: number) => number
}

/** Echoes of a smaller share are left alone. */
const SMALLEST = 0.1
/** A value that is less doubtful than this says nothing on copying. */
const DOUBT = 0.01

const SHARES: readonly number[] = SETTINGS.echoShares
const KINDS = SHARES.length
const LARGEST_SHARE = Math.max(...SHARES)

/** The more feeds there are, the less likely it is that one echoes a given other one. */
const priorAmong = (voters: number): number => Math.min(SETTINGS.echoPrior, 1 / Math.max(1, voters))

/** Chance that a stranger gives the same value as one feed, of the `others` that give it, too, and all `votes` on the object. */
const chanceOf = (others: number, votes: number): number => (others + 1) / (votes + 1)

/** Pairs of feeds that share so many wrong values that they could be echoes, if they differed in nothing. */
const suspects = (ballots: Ballots, probability: Float64Array): Pairs => {
  const { objects, candidateStart, voteStart } = ballots
  const most = pairTally()
  let gain = 0
  const share = (a: number, b: number): void => {
    most.add(a, b, gain)
  }
  for (let object = 0; object < objects; object++) {
    const from = candidateStart[object] ?? 0
    const to = candidateStart[object + 1] ?? 0
    const votes = (voteStart[to] ?? 0) - (voteStart[from] ?? 0)
    for (let candidate = from; candidate < to; candidate++) {
      const own = (voteStart[candidate + 1] ?? 0) - (voteStart[candidate] ?? 0)
      const doubt = 1 - (probability[candidate] ?? 0)
      if (own < 2 || doubt <= 0.5) continue
      const chance = chanceOf(own - 2, votes)
      gain = doubt * Math.log((LARGEST_SHARE + (1 - LARGEST_SHARE) * chance) / chance)
      eachSharing(ballots, candidate, share)
    }
  }
  const needed = Math.log(SMALLEST / priorAmong(ballots.voters))
  const pairs = pairStore()
  for (let pair = 0; pair < most.pairs.size(); pair++)
    if (most.of(pair) >= needed) pairs.note(most.pairs.first(pair), most.pairs.second(pair))
  return pairs
}

interface Counts {
  /** ln of the Bayes factor of what is shared, for each share of `echoShares`. */
  readonly gain: Float64Array
  readonly sharedErrors: Float64Array
  readonly different: Int32Array
  readonly aFirst: Int32Array
  readonly bFirst: Int32Array
}

const objectOf = ({ objects, candidates, candidateStart }: Ballots): Int32Array => {
  const of = new Int32Array(candidates)
  for (let object = 0; object < objects; object++) of.fill(object, candidateStart[object] ?? 0, candidateStart[object + 1] ?? 0)
  return of
}

/**
 * Goes through the contested objects of each pair. To share a value that is wrong is as likely, for strangers, as the value is popular
 * among the others there: so a mistake that is easily made, or widely spread, is no sign of copying.
 */
const countsOf = (ballots: Ballots, probability: Float64Array, pairs: Pairs): Counts => {
  const { candidateStart, voteStart, voter, time } = ballots
  const counts = {
    gain: new Float64Array(pairs.size() * KINDS),
    sharedErrors: new Float64Array(pairs.size()),
    different: new Int32Array(pairs.size()),
    aFirst: new Int32Array(pairs.size()),
    bFirst: new Int32Array(pairs.size()),
  }
  const objects = objectOf(ballots)
  eachMeeting(ballots, pairs, (pair, first, second) => {
    const { candidate } = first
    if (candidate !== second.candidate) {
      counts.different[pair] = (counts.different[pair] ?? 0) + 1
      return
    }
    const doubt = 1 - (probability[candidate] ?? 0)
    if (doubt < DOUBT) return
    const object = objects[candidate] ?? 0
    const all = (voteStart[candidateStart[object + 1] ?? 0] ?? 0) - (voteStart[candidateStart[object] ?? 0] ?? 0)
    const own = (voteStart[candidate + 1] ?? 0) - (voteStart[candidate] ?? 0)
    const chance = chanceOf(own - 2, all)
    counts.sharedErrors[pair] = (counts.sharedErrors[pair] ?? 0) + doubt
    for (let kind = 0; kind < KINDS; kind++) {
      const share = SHARES[kind] ?? 0
      const at = pair * KINDS + kind
      counts.gain[at] = (counts.gain[at] ?? 0) + doubt * Math.log((share + (1 - share) * chance) / chance)
    }
    if (time === null || doubt < 0.5) return
    const [one, other] = voter[first.vote] === pairs.first(pair) ? [first, second] : [second, first]
    const lead = (time[other.vote] ?? -1) - (time[one.vote] ?? -1)
    if (lead > 0) counts.aFirst[pair] = (counts.aFirst[pair] ?? 0) + 1
    if (lead < 0) counts.bFirst[pair] = (counts.bFirst[pair] ?? 0) + 1
  })
  return counts
}

/** Expected share, and ln of the Bayes factor, of a pair: no copying against each share of `echoShares`, all as likely. */
const judged = (
  { gain, different }: Counts,
  pair: number,
  prior: number,
): { readonly share: number; readonly evidence: number } => {
  const scores = SHARES.map((share, kind) => (gain[pair * KINDS + kind] ?? 0) + (different[pair] ?? 0) * Math.log(1 - share))
  const best = Math.max(0, ...scores)
  const parts = scores.map((score) => Math.exp(score - best) / KINDS)
  const copying = parts.reduce((sum, part) => sum + part, 0)
  const none = Math.exp(-best) * (1 - prior)
  const mean = parts.reduce((sum, part, kind) => sum + part * (SHARES[kind] ?? 0), 0)
  return {
    share: (mean * prior) / (copying * prior + none),
    evidence: Math.log(copying) + best,
  }
}

/**
 * Finds feeds that share wrong values more than strangers would (after Dong, Berti-Équille, Srivastava, PVLDB 2009), given the
 * probabilities of the values. To be called when mirrors are one already, so that these probabilities do not rest on them.
 */
export const echoesIn = (ballots: Ballots, probability: Float64Array): Echoes => {
  const pairs = suspects(ballots, probability)
  const counts = countsOf(ballots, probability, pairs)
  const shares = new Float64Array(pairs.size())
  const prior = priorAmong(ballots.voters)
  const list: Echo[] = []
  for (let pair = 0; pair < pairs.size(); pair++) {
    const { share, evidence } = judged(counts, pair, prior)
    if (share < SMALLEST) continue
    shares[pair] = share
    list.push({
      a: pairs.first(pair),
      b: pairs.second(pair),
      share,
      sharedErrors: counts.sharedErrors[pair] ?? 0,
      different: counts.different[pair] ?? 0,
      weight: evidence / Math.LN10,
      aFirst: counts.aFirst[pair] ?? 0,
      bFirst: counts.bFirst[pair] ?? 0,
    })
  }
  const shareOf = (a: number, b: number): number => {
    const pair = pairs.find(a, b)
    return pair < 0 ? 0 : (shares[pair] ?? 0)
  }
  return { list, shareOf }
}

/**
 * How much each vote counts when echoes are discounted: 1 / (1 + the sum of its shares with the others that vote alike), so that k
 * perfect echoes count as one together, whichever of them was first. Where a feed differs, it counts whole.
 */
export const discounted = (ballots: Ballots, { list, shareOf }: Echoes): Float32Array => {
  const weight = ballots.weight.slice()
  if (list.length === 0) return weight
  const { candidates, voteStart, voter } = ballots
  const echoing = new Uint8Array(ballots.voters)
  for (const { a, b } of list) {
    echoing[a] = 1
    echoing[b] = 1
  }
  for (let candidate = 0; candidate < candidates; candidate++) {
    const from = voteStart[candidate] ?? 0
    const to = voteStart[candidate + 1] ?? 0
    let count = 0
    for (let n = from; n < to; n++) count += echoing[voter[n] ?? 0] ?? 0
    if (count < 2) continue
    const votes: number[] = []
    for (let n = from; n < to; n++) if (echoing[voter[n] ?? 0] === 1) votes.push(n)
    // Of very many that vote alike, each is compared with some, spread evenly.
    const step = Math.ceil(votes.length / SETTINGS.comparedWithin)
    const others = votes.filter((_, at) => at % step === 0)
    for (const n of votes) {
      let sum = 0
      for (const other of others) if (other !== n) sum += shareOf(voter[n] ?? 0, voter[other] ?? 0)
      weight[n] = (ballots.weight[n] ?? 0) / (1 + sum * step)
    }
  }
  return weight
}
