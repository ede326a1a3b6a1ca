import type { Ballots } from './ballots.ts'
import type { Inclusions } from './lists.ts'
import { EQUAL_RATES, type ErrorRates, kindScore, ONLY_OTHER, type Popularity, popularityOf } from './popularity.ts'
import { SETTINGS } from './settings.ts'

/** How reliable voters are on the whole: a Beta distribution of this mean, worth `strength` assertions. */
export interface Population {
  readonly mean: number
  readonly strength: number
}

export interface Belief {
  /** Probability of each candidate; those of an object and the probability that none of them is right sum to 1. */
  readonly probability: Float64Array
  /** Of each voter, in (0, 1). */
  readonly reliability: Float64Array
  readonly population: Population
  readonly errors: ErrorRates
}

/** What a voter's assertions come to: how many, and how many of them are expected to be right. Lone votes tell nothing and do not count. */
export interface Record {
  readonly right: Float64Array
  readonly given: Float64Array
}

export const recordOf = (ballots: Ballots, probability: Float64Array): Record => {
  const { objects, candidateStart, voteStart, voter, weight } = ballots
  const [right, given] = [new Float64Array(ballots.voters), new Float64Array(ballots.voters)]
  for (let object = 0; object < objects; object++) {
    const from = candidateStart[object] ?? 0
    const to = candidateStart[object + 1] ?? 0
    if ((voteStart[to] ?? 0) - (voteStart[from] ?? 0) < 2) continue
    for (let candidate = from; candidate < to; candidate++) {
      const chance = probability[candidate] ?? 0
      for (let n = voteStart[candidate] ?? 0; n < (voteStart[candidate + 1] ?? 0); n++) {
        const who = voter[n] ?? 0
        const share = weight[n] ?? 0
        given[who] = (given[who] ?? 0) + share
        right[who] = (right[who] ?? 0) + share * chance
      }
    }
  }
  return { right, given }
}

const within = (value: number, [low, high]: readonly [number, number]): number => Math.min(high, Math.max(low, value))

const ENOUGH = 5

/** Mean and strength of the Beta distribution that voters' reliabilities come from, by the method of moments (Kleinman, JASA 1973). */
const populationOf = ({ right, given }: Record, { strength }: Population): Population => {
  // In a table of a few rows the sources tell nothing of each other: what is believed beforehand weighs like two of them.
  let [sum, weights] = [SETTINGS.firstReliability * SETTINGS.firstVoters, SETTINGS.firstVoters]
  given.forEach((count, voter) => {
    if (count <= 0) return
    const weight = count / (count + strength)
    weights += weight
    sum += (weight * (right[voter] ?? 0)) / count
  })
  const mean = within(sum / weights, SETTINGS.reliabilityRange)
  let [variance, voters] = [0, 0]
  given.forEach((count, voter) => {
    if (count < ENOUGH) return
    variance += ((right[voter] ?? 0) / count - mean) ** 2 - (mean * (1 - mean)) / count
    voters++
  })
  if (voters === 0) return { mean, strength }
  return { mean, strength: within((mean * (1 - mean)) / Math.max(variance / voters, 1e-4) - 1, SETTINGS.strengthRange) }
}

/** Sets each voter's reliability from its record, shrunk towards the population; the largest change. */
const setReliability = (reliability: Float64Array, { right, given }: Record, { mean, strength }: Population): number => {
  let change = 0
  given.forEach((count, voter) => {
    const updated = ((right[voter] ?? 0) + mean * strength) / (count + strength)
    change = Math.max(change, Math.abs(updated - (reliability[voter] ?? 0)))
    reliability[voter] = updated
  })
  return change
}

/** The share of votes for each candidate: where the weighing begins. */
const shares = ({ objects, candidateStart }: Ballots, { own, voices }: Popularity): Float64Array => {
  const share = new Float64Array(own.length)
  for (let object = 0; object < objects; object++)
    for (let c = candidateStart[object] ?? 0; c < (candidateStart[object + 1] ?? 0); c++)
      share[c] = (own[c] ?? 0) / Math.max(voices[object] ?? 0, 1e-9)
  return share
}

const logsOf = ({ shorter, longer, other }: ErrorRates): ErrorRates => ({
  shorter: Math.log(Math.max(shorter, 1e-9)),
  longer: Math.log(Math.max(longer, 1e-9)),
  other: Math.log(Math.max(other, 1e-9)),
})

/** The votes as they are weighed: who votes for what, how much each vote counts, and what is popular. */
export interface Scales {
  readonly ballots: Ballots
  readonly weight: Float32Array
  readonly popularity: Popularity
}

interface Settled {
  readonly reliability: Float64Array
  readonly errors: ErrorRates
  /** Correlation of errors by whose design effect log odds are divided; 0 while weighing, more when telling. */
  readonly correlation: number
}

/**
 * Sets the probability of each candidate. POPACCU (Dong, Saha, Srivastava, PVLDB 2012): the votes for a candidate count ln(A / (1 − A)),
 * a wrong vote falls on a wrong value in proportion to its popularity. In addition, errors have kinds (words left out, words added,
 * other), each with its own rate and popularity; and all values given may be wrong.
 */
const setProbability = ({ ballots, weight, popularity }: Scales, settled: Settled, probability: Float64Array): void => {
  const { objects, voters, candidateStart, voteStart, voter } = ballots
  const logs = logsOf(settled.errors)
  const odds = new Float64Array(voters)
  for (let who = 0; who < voters; who++) {
    const reliability = within(settled.reliability[who] ?? 0, SETTINGS.reliabilityRange)
    odds[who] = Math.log(reliability / (1 - reliability))
  }
  const { base, voices } = popularity
  for (let object = 0; object < objects; object++) {
    const from = candidateStart[object] ?? 0
    const to = candidateStart[object + 1] ?? 0
    const all = voices[object] ?? 0
    const none = (popularity.none[object] ?? 0) + all * logs.other
    let best = none
    for (let candidate = from; candidate < to; candidate++) {
      let score = (base[candidate] ?? 0) + kindScore(popularity, candidate, logs)
      for (let n = voteStart[candidate] ?? 0; n < (voteStart[candidate + 1] ?? 0); n++)
        score += (weight[n] ?? 0) * (odds[voter[n] ?? 0] ?? 0)
      probability[candidate] = score
      if (score > best) best = score
    }
    const sharpness = 1 / (1 + settled.correlation * Math.max(0, all - 1))
    let sum = Math.exp((none - best) * sharpness)
    for (let candidate = from; candidate < to; candidate++) {
      const part = Math.exp(((probability[candidate] ?? 0) - best) * sharpness)
      probability[candidate] = part
      sum += part
    }
    for (let candidate = from; candidate < to; candidate++) probability[candidate] = (probability[candidate] ?? 0) / sum
  }
}

/** Learned from how often the votes against each candidate are of each kind, were it right. */
const errorRates = ({ popularity }: Scales, probability: Float64Array): ErrorRates => {
  const { shorter, longer, other } = popularity
  if (shorter === null || longer === null || other === null) return ONLY_OTHER
  // One of each kind beforehand, so that none is ever held to be impossible.
  let [less, more, rest] = [1, 1, 1]
  for (let candidate = 0; candidate < probability.length; candidate++) {
    const chance = probability[candidate] ?? 0
    less += chance * (shorter[candidate] ?? 0)
    more += chance * (longer[candidate] ?? 0)
    rest += chance * (other[candidate] ?? 0)
  }
  const all = less + more + rest
  return { shorter: less / all, longer: more / all, other: rest / all }
}

export interface BeliefInput {
  readonly ballots: Ballots
  /** How much each vote counts, in (0, 1]. */
  readonly weight: Float32Array
  readonly inclusions: Inclusions | null
  /** Where to begin: what was believed with other weights; with none, at the shares of the votes. */
  readonly from?: Belief
}

/** Weighs values by the reliability of their voters, and voters by the probability of their values, until both hold still. */
export const believe = ({ ballots, weight, inclusions, from }: BeliefInput): Belief & { readonly scales: Scales } => {
  const scales = { ballots, weight, popularity: popularityOf(ballots, weight, inclusions) }
  const probability = from?.probability.slice() ?? shares(ballots, scales.popularity)
  const reliability = new Float64Array(ballots.voters)
  let population: Population = from?.population ?? { mean: SETTINGS.firstReliability, strength: SETTINGS.firstStrength }
  let errors = from?.errors ?? (inclusions === null ? ONLY_OTHER : EQUAL_RATES)
  for (let round = 0; round < SETTINGS.iterations; round++) {
    const record = recordOf(ballots, probability)
    if (round > 0) population = populationOf(record, population)
    const change = setReliability(reliability, record, population)
    setProbability(scales, { reliability, errors, correlation: 0 }, probability)
    errors = errorRates(scales, probability)
    if (change < SETTINGS.stillness) break
  }
  return { probability, reliability, population, errors, scales }
}

/** The probabilities as they are told: log odds divided by the design effect of what correlation of errors is left. */
export const told = (scales: Scales, { reliability, errors, probability }: Belief): Float64Array => {
  const tempered = new Float64Array(probability.length)
  setProbability(scales, { reliability, errors, correlation: SETTINGS.residualCorrelation }, tempered)
  return tempered
}
