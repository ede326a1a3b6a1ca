/**
 * Worlds made by the model's own rules: a truth, and origins whose k and g are drawn from the Beta distributions that the table of
 * assumptions gives them, each told by an article and repeated by others. What `weigh` is told of them is what a faultless reader would
 * find, save where a way of being wrong says otherwise. The rules are written out anew from `docs/method.md`, so that the arithmetic is
 * measured against its definition and not against itself. Things, unsure joins and unsure readings do not occur.
 */
import type { Claim, ClaimId, Side } from '../../src/core/claim.ts'
import type { Access, Edge, Interest, Origin, OriginId } from '../../src/core/origin.ts'
import { probability } from '../../src/core/probability.ts'
import type { Grade, Source, SourceId, SourceKind } from '../../src/core/source.ts'
import type { Certainty, StatementId } from '../../src/core/statement.ts'
import { standardAssumptions as table } from '../../src/weigh/assumptions.ts'
import { chanceOf, type Chance } from '../planted-chance.ts'
import { betaDrawn } from './beta-chance.ts'

/** In what the world differs from what is assumed of it. */
export interface Way {
  /** How often claims are so. */
  readonly prior: number
  /** What every drawn k is multiplied by. */
  readonly tie: number
  /** How often an echo is not recognised, and stands as an origin of its own. */
  readonly missed: number
  /** What such an echo is taken for: the outlet's own word, or another knower as well placed as the one it repeats. */
  readonly missedAs: 'outlet' | 'knower'
}

export const AS_ASSUMED: Way = { prior: table.prior, tie: 1, missed: 0, missedAs: 'outlet' }

export interface World {
  readonly isSo: boolean
  readonly claim: Claim
  readonly origins: readonly Origin[]
  readonly sources: readonly Source[]
  /** Articles on each side, echoes included: what a count of votes sees. */
  readonly articles: Readonly<Record<Side, number>>
}

/** All that decides what somebody's word is worth, but for the side it takes. */
interface Standing {
  readonly grade: Grade
  readonly kind: SourceKind
  readonly access: Access
  readonly certainty: Certainty
  readonly retellings: number
  readonly interest: Interest
}

/** Those who speak one line or each for himself; mostly one alone. */
interface Body {
  readonly members: readonly Standing[]
  readonly isOneLine: boolean
}

/** How often articles are so; ours, and nothing is tuned to them. */
const GRADES: readonly (readonly [Grade, number])[] = [
  ['F', 0.75],
  ['A', 0.05],
  ['B', 0.05],
  ['C', 0.05],
  ['D', 0.05],
  ['E', 0.05],
]
const KINDS: readonly (readonly [SourceKind, number])[] = [
  ['person', 0.4],
  ['organization', 0.3],
  ['outlet', 0.15],
  ['unnamed', 0.15],
]
const ACCESSES: readonly (readonly [Access, number])[] = [
  ['unknown', 0.5],
  ['witness', 0.15],
  ['own-decision', 0.1],
  ['record', 0.1],
  ['hearsay', 0.15],
]
const CERTAINTIES: readonly (readonly [Certainty, number])[] = [
  ['certain', 0.7],
  ['probable', 0.15],
  ['possible', 0.1],
  ['unknown', 0.05],
]
const RETELLINGS: readonly (readonly [number, number])[] = [
  [0, 0.6],
  [1, 0.25],
  [2, 0.15],
]
const INTERESTS: readonly (readonly [Interest, number])[] = [
  ['none', 0.65],
  ['disbelief', 0.2],
  ['belief', 0.15],
]
const MOST_VOICES = 6
const PAIRED = 0.25
const ECHOED = 0.6
const MOST_ECHOES = 8

/** The mean of k: the product of the rows that apply; no thing ever backs it. */
const meanTie = ({ grade, kind, access, certainty, retellings, interest }: Standing): number =>
  table[`grade.${grade}`] *
  table[`access.${access === 'unknown' && kind === 'outlet' ? ('outlet' as const) : access}`] *
  table[`certainty.${certainty}`] *
  table.retelling ** retellings *
  (kind === 'unnamed' ? table.unnamed : 1) *
  (interest === 'none' ? 1 : table['interest.candour']) *
  table.unbacked

const meanSlant = ({ interest }: Standing): number => {
  if (interest === 'none') return table['interest.none']
  return interest === 'belief' ? table['interest.slant'] : 1 - table['interest.slant']
}

const drawnStanding = (interest: Interest, chance: Chance): Standing => ({
  grade: chance.drawn(GRADES),
  kind: chance.drawn(KINDS),
  access: chance.drawn(ACCESSES),
  certainty: chance.drawn(CERTAINTIES),
  retellings: chance.drawn(RETELLINGS),
  interest,
})

/** Two of one body share its interest. Of three, of whom two agree, the method would say more than it knows: so there are no three. */
const drawnBody = (chance: Chance): Body => {
  const interest = chance.drawn(INTERESTS)
  const size = chance.happens(PAIRED) ? 2 : 1
  const members = Array.from({ length: size }, () => drawnStanding(interest, chance))
  return { members, isOneLine: size > 1 && chance.happens(table['one-line']) }
}

/** Tied to the truth, it says what is so; not tied, it says "it is so" with probability g. */
const sideOf = (standing: Standing, { isSo, way, chance }: { isSo: boolean; way: Way; chance: Chance }): Side => {
  const concentration = table[standing.grade === 'F' ? 'concentration.ungraded' : 'concentration.graded']
  const k = way.tie * betaDrawn(meanTie(standing), concentration, chance)
  const g = betaDrawn(meanSlant(standing), table['concentration.interest'], chance)
  const [isTied, wouldSaySo] = [chance.happens(k), chance.happens(g)]
  return (isTied ? isSo : wouldSaySo) ? 'supports' : 'contradicts'
}

const bestPlaced = (members: readonly Standing[]): Standing =>
  members.reduce((best, each) => (meanTie(each) > meanTie(best) ? each : best))

/** Who repeats an origin, and whether that is seen. */
interface Echo {
  readonly id: string
  readonly isMissed: boolean
}

const echoEdge = (from: string, to: string): Edge => ({
  from: `st_${from}` as StatementId,
  to: `st_${to}` as StatementId,
  kind: 'copies',
  reason: 'one repeats the other',
  shown: [],
  by: { maker: 'world', sure: probability(1) },
})

const sourceOf = (id: string, { kind, grade }: Pick<Standing, 'kind' | 'grade'>): Source => ({
  id: `src_${id}` as SourceId,
  name: id,
  kind,
  aliases: [],
  speaksFor: null,
  grade,
})

/** An origin with its root. */
interface Rooted {
  readonly origin: Origin
  readonly source: Source
}

interface Told {
  readonly id: string
  readonly claim: Claim
  readonly side: Side
  readonly standing: Standing
  readonly affiliation: SourceId | null
  readonly echoes: readonly string[]
}

const rootedOf = ({ id, claim, side, standing, affiliation, echoes }: Told): Rooted => ({
  source: sourceOf(id, standing),
  origin: {
    id: `or_${id}` as OriginId,
    claim: claim.id,
    side,
    root: `src_${id}` as SourceId,
    statements: [id, ...echoes].map((each) => `st_${each}` as StatementId),
    edges: echoes.map((echo) => echoEdge(echo, id)),
    certainty: standing.certainty,
    retellings: standing.retellings,
    access: standing.access,
    interest: standing.interest,
    bears: probability(1),
    affiliation,
  },
})

/** What an outlet that repeats without credit looks like: it says so itself, as firmly, and not how it knows. */
const asOutlet = (standing: Standing): Standing => ({
  grade: 'F',
  kind: 'outlet',
  access: 'unknown',
  certainty: standing.certainty,
  retellings: 0,
  interest: 'none',
})

/** An origin with those of its echoes that are recognised, and one more for each that is not. */
const rootedWith = (told: Omit<Told, 'echoes'>, echoes: readonly Echo[], missedAs: Way['missedAs']): readonly Rooted[] => [
  rootedOf({ ...told, echoes: echoes.filter(({ isMissed }) => !isMissed).map(({ id }) => id) }),
  ...echoes
    .filter(({ isMissed }) => isMissed)
    .map(({ id }) =>
      rootedOf({
        ...told,
        id,
        affiliation: null,
        standing: missedAs === 'outlet' ? asOutlet(told.standing) : told.standing,
        echoes: [],
      }),
    ),
]

const drawnEchoes = (id: string, missed: number, chance: Chance): readonly Echo[] => {
  const count = chance.happens(ECHOED) ? 1 + chance.zipf(MOST_ECHOES) : 0
  return Array.from({ length: count }, (_, at) => ({ id: `${id}_e${at}`, isMissed: chance.happens(missed) }))
}

/** One world; the same seed gives the same voices in every way of being wrong. */
export const worldFrom = (seed: number, way: Way = AS_ASSUMED): World => {
  const chance = chanceOf(seed)
  const isSo = chance.happens(way.prior)
  const claim: Claim = { id: `c${seed}` as ClaimId, text: `Claim ${seed}.`, given: true }
  const bodies = Array.from({ length: 1 + chance.below(MOST_VOICES) }, () => drawnBody(chance))
  const articles = { supports: 0, contradicts: 0 }
  const rooted = bodies.flatMap(({ members, isOneLine }, body) => {
    const line = isOneLine ? sideOf(bestPlaced(members), { isSo, way, chance }) : null
    return members.flatMap((standing, member) => {
      const id = `${seed}_${body}_${member}`
      const side = line ?? sideOf(standing, { isSo, way, chance })
      const echoes = drawnEchoes(id, way.missed, chance)
      articles[side] += 1 + echoes.length
      const affiliation = members.length > 1 ? (`body_${seed}_${body}` as SourceId) : null
      return rootedWith({ id, claim, side, standing, affiliation }, echoes, way.missedAs)
    })
  })
  return { isSo, claim, origins: rooted.map(({ origin }) => origin), sources: rooted.map(({ source }) => source), articles }
}
