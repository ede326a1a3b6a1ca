import { betaLogits } from '../beta.ts'
import type { Assertions } from './assertions.ts'
import { type Ballots, type Grouped, grouped, type LeftOut } from './ballots.ts'
import { type Belief, believe, type Population, recordOf, type Scales, told } from './belief.ts'
import { type Copy, copiesOf } from './copies.ts'
import { discounted, type Echoes, echoesIn } from './echoes.ts'
import { areLists, type Inclusions, inclusionsIn } from './lists.ts'
import { feedBallots, type Mirrors, mirrorsIn } from './mirrors.ts'
import { SETTINGS } from './settings.ts'
import { exactSpelling, foldedSpelling, listSpelling } from './spelling.ts'

export {
  type Assertion,
  type Assertions,
  type AssertionsBuilder,
  assertionsBuilder,
  assertionsOf,
  type Cells,
} from './assertions.ts'
export type { Counted, LeftOut } from './ballots.ts'
export type { Copy } from './copies.ts'
export type { Lexicon } from './lexicon.ts'

export interface FuseOptions {
  /** Whether to look for copies; without, each source is a voice of its own. Default true. */
  readonly copies?: boolean
  /** `exact`: values are the same only if their texts are. `auto`, the default: also if they differ in spelling as `formOf` or, for lists, `wordsOf` of spelling.ts says. */
  readonly values?: 'auto' | 'exact'
}

/** A source, with how often it is right: the mean and the 5 % and 95 % quantiles, in [0, 1]. */
export interface FusedSource {
  readonly source: string
  readonly reliability: number
  readonly low: number
  readonly high: number
  /** Its assertions on objects of which another feed speaks, too. */
  readonly assertions: number
}

/**
 * What a table comes to. Values are columns, since there can be millions of them: those of object `o` (a number of `table.objects`)
 * are `start[o]` to `start[o + 1]`, most probable first; `value` is a number of `table.values`. Probabilities of an object sum to at
 * most 1: what is missing is the probability that no value given is right. `fusedObjects` gives the same as plain objects.
 */
export interface Fused {
  readonly start: Int32Array
  readonly value: Int32Array
  readonly probability: Float64Array
  /** In the order of their names. */
  readonly sources: readonly FusedSource[]
  /** Strongest evidence first. */
  readonly copies: readonly Copy[]
  readonly leftOut: LeftOut
  /** Distinct values that were taken for a spelling of another one. */
  readonly merged: number
  /** Whether values were compared as lists or names, of which words can be left out. */
  readonly lists: boolean
}

export interface FusedObject {
  readonly object: string
  /** Most probable first. */
  readonly values: readonly { readonly value: string; readonly probability: number }[]
}

interface Read extends Grouped {
  readonly inclusions: Inclusions | null
  readonly merged: number
}

const readTable = (table: Assertions, { values = 'auto' }: FuseOptions): Read => {
  const distinct = table.values.size()
  const spelling = values === 'exact' ? exactSpelling(table.values) : foldedSpelling(table.values)
  const first = grouped(table, spelling)
  if (values === 'exact' || !areLists(first.ballots, table.values))
    return { ...first, inclusions: null, merged: distinct - spelling.forms }
  const lists = listSpelling(table.values)
  const again = grouped(table, lists)
  return { ...again, inclusions: inclusionsIn(again.ballots, table.values), merged: distinct - lists.forms }
}

interface Weighed {
  readonly belief: Belief & { readonly scales: Scales }
  readonly echoes: Echoes
}

const NO_ECHOES: Echoes = { list: [], shareOf: () => 0 }

/** Share of all votes by which their weights differ. */
const difference = (one: Float32Array, other: Float32Array): number => {
  let sum = 0
  for (let vote = 0; vote < one.length; vote++) sum += Math.abs((one[vote] ?? 0) - (other[vote] ?? 0))
  return sum / Math.max(1, one.length)
}

/** Weighs, seeks echoes given what came out, and weighs again with them discounted, until that changes little. */
const weighed = (ballots: Ballots, inclusions: Inclusions | null, rounds: number): Weighed => {
  let echoes = NO_ECHOES
  let weight = ballots.weight
  let belief = believe({ ballots, weight, inclusions })
  for (let round = 0; round < rounds; round++) {
    echoes = echoesIn(ballots, belief.probability)
    const before = weight
    weight = discounted(ballots, echoes)
    const changed = difference(weight, before)
    if (changed > 0) belief = believe({ ballots, weight, inclusions, from: belief })
    if (changed < SETTINGS.echoStillness) break
  }
  return { belief, echoes }
}

const LOW_HIGH = 10

/** 5 % and 95 % quantiles of a Beta distribution. */
const interval = (mean: number, strength: number): readonly [number, number] => {
  const logits = betaLogits(mean, strength, LOW_HIGH)
  const [low, high] = [logits[0] ?? 0, logits[LOW_HIGH - 1] ?? 0]
  return [1 / (1 + Math.exp(-low)), 1 / (1 + Math.exp(-high))]
}

interface SourceInput {
  readonly table: Assertions
  readonly read: Read
  readonly probability: Float64Array
  readonly population: Population
}

const sourcesOf = ({ table, read, probability, population }: SourceInput): readonly FusedSource[] => {
  const { right, given } = recordOf(read.ballots, probability)
  return Array.from(read.sourceOf, (id, voter) => {
    const strength = (given[voter] ?? 0) + population.strength
    const reliability = ((right[voter] ?? 0) + population.mean * population.strength) / strength
    const [low, high] = interval(reliability, strength)
    return { source: table.sources.text(id), reliability, low, high, assertions: given[voter] ?? 0 }
  })
}

/** The candidates of each object, most probable first; of equally probable ones the first in the alphabet. */
const rankedValues = ({ candidateStart, candidateValue, objects }: Ballots, probability: Float64Array, table: Assertions) => {
  const [value, ranked] = [candidateValue.slice(), probability.slice()]
  const isBefore = (a: number, b: number): boolean => {
    const more = (ranked[a] ?? 0) - (ranked[b] ?? 0)
    return more > 0 || (more === 0 && table.values.text(value[a] ?? 0) < table.values.text(value[b] ?? 0))
  }
  const swap = (a: number, b: number): void => {
    const v = value[a] ?? 0
    const p = ranked[a] ?? 0
    value[a] = value[b] ?? 0
    ranked[a] = ranked[b] ?? 0
    value[b] = v
    ranked[b] = p
  }
  for (let object = 0; object < objects; object++) {
    const from = candidateStart[object] ?? 0
    const to = candidateStart[object + 1] ?? 0
    if (to - from > INSERTED) {
      sortRun({ value, ranked }, [from, to], table)
      continue
    }
    for (let n = from + 1; n < to; n++) for (let at = n; at > from && isBefore(at, at - 1); at--) swap(at, at - 1)
  }
  return { value, probability: ranked }
}

/** Candidates up to which an object's are sorted by insertion. */
const INSERTED = 24

interface Run {
  readonly value: Int32Array
  readonly ranked: Float64Array
}

const sortRun = ({ value, ranked }: Run, [from, to]: readonly [number, number], table: Assertions): void => {
  const order = Array.from({ length: to - from }, (_, n) => ({ value: value[from + n] ?? 0, probability: ranked[from + n] ?? 0 }))
  order.sort((a, b) => b.probability - a.probability || (table.values.text(a.value) < table.values.text(b.value) ? -1 : 1))
  order.forEach((one, n) => {
    value[from + n] = one.value
    ranked[from + n] = one.probability
  })
}

/**
 * Truth discovery: from a table of who says what of what, how probable each value is, how reliable each source, and who copies whom.
 *
 * 1. Values are read in their forms, rows grouped by object. 2. Mirrors (sources all but always alike) are found without a look at the
 * truth, and become one feed. 3. Values and feeds are weighed by each other (POPACCU with a learned Beta prior, and with kinds of
 * errors for lists). 4. Feeds that share wrong values are discounted, and 3 is done again, twice. 5. Log odds are tempered by the
 * design effect of what correlation of errors is left. Numbers are in settings.ts. Nothing is by chance: the same table gives the same.
 */
export const fuse = (table: Assertions, options: FuseOptions = {}): Fused => {
  const { copies = true } = options
  const read = readTable(table, options)
  const mirrors: Mirrors = copies ? mirrorsIn(read.ballots) : { feedOf: new Int32Array(0), groups: [] }
  const ballots = feedBallots(read.ballots, mirrors)
  const { belief, echoes } = weighed(ballots, read.inclusions, copies ? SETTINGS.echoRounds : 0)
  const probability = told(belief.scales, belief)
  const nameOf = (voter: number): string => table.sources.text(read.sourceOf[voter] ?? 0)
  return {
    start: ballots.candidateStart,
    ...rankedValues(ballots, probability, table),
    sources: sourcesOf({ table, read, probability, population: belief.population }),
    copies: copiesOf(mirrors, echoes, nameOf),
    leftOut: read.leftOut,
    merged: read.merged,
    lists: read.inclusions !== null,
  }
}

/** The objects of a fused table one by one, as plain values. */
export function* fusedObjects(table: Assertions, { start, value, probability }: Fused): Generator<FusedObject> {
  for (let object = 0; object + 1 < start.length; object++) {
    const from = start[object] ?? 0
    yield {
      object: table.objects.text(object),
      values: Array.from({ length: (start[object + 1] ?? 0) - from }, (_, n) => ({
        value: table.values.text(value[from + n] ?? 0),
        probability: probability[from + n] ?? 0,
      })),
    }
  }
}
