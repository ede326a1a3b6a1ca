import { logit, probability } from '../core/probability.ts'
import type { Side } from '../core/claim.ts'
import type { AssumptionName, Assumptions } from './assumptions.ts'
import { groupsByRow, type Camp, type Camps, type Entry, type Group } from './camp.ts'
import { backs, doubtOf, itemSays, type Item } from './item.ts'
import { natsOf, SILENCE, type Likelihood } from './likelihood.ts'
import { voicingOf, type Voicing } from './voicing.ts'

/** What one side of a claim rests on. */
export interface Footing {
  /** Log likelihood ratio toward this side, in nats, never negative. */
  readonly nats: number
  /** Origins and things. */
  readonly entries: number
  /** Groups of origins that do not share an affiliation. */
  readonly lines: number
  /** Whether a thing of known provenance is among it. */
  readonly known: boolean
}

/** Where a claim stands, and on what. */
export interface Standing extends Readonly<Record<Side, Footing>> {
  /** Before anybody has spoken. */
  readonly prior: number
  readonly logOdds: number
}

/** One camp under one set of assumptions, to be asked "and without these?" many times. */
export interface CampReckoning {
  readonly camp: Camp
  readonly voicing: Voicing
  /** What all its voices say, in nats. */
  readonly voicesNats: number
  /** The probability that voices of one affiliation are one report. */
  readonly oneLine: number
  readonly itemSays: (item: Item) => Likelihood
  /** Its groups whose weight depends on a row of the table. */
  readonly groupsBehind: (row: AssumptionName) => readonly Group[]
  /** Nats that the camp's voices gain by being backed, whether they are or not. */
  readonly gainByBacking: () => number
  /** What the camp rests on without some of its entries, none given twice; entries of the other camp are passed over. */
  readonly without: (gone: readonly Entry[]) => Footing
}

/** Both camps of a claim under one set of assumptions. */
export interface Reckoning extends Readonly<Record<Side, CampReckoning>> {
  readonly assumptions: Assumptions
  readonly whole: Standing
  readonly without: (gone: readonly Entry[]) => Standing
}

/** A camp's voices while they are backed, or while they are not. */
interface Tally {
  readonly voicing: Voicing
  readonly total: number
}

const natsOfAll = (groups: readonly Group[], voicing: Voicing): number =>
  groups.reduce((sum, group) => sum + natsOf(voicing.groupSays(group)), 0)

/** One row of the table at another value than in a reckoning at hand. */
interface Moved {
  readonly from: CampReckoning
  readonly row: AssumptionName
}

/** A camp's voices added up; of a reckoning at hand only what depends on the row that moved is added up again. */
const tallyOf = (camp: Camp, voicing: Voicing, moved?: Moved): Tally => {
  if (moved === undefined) return { voicing, total: natsOfAll(camp.groups, voicing) }
  const dependent = moved.from.groupsBehind(moved.row)
  return { voicing, total: moved.from.voicesNats + natsOfAll(dependent, voicing) - natsOfAll(dependent, moved.from.voicing) }
}

/** Computes on the first call and remembers. */
const once = <T>(compute: () => T): (() => T) => {
  let held: { readonly value: T } | null = null
  return () => (held ??= { value: compute() }).value
}

/** What a camp's groups lose by the voices taken away, and how many fall silent altogether. */
const silenced = (gone: readonly Entry[], voicing: Voicing): { readonly lost: number; readonly lines: number } => {
  const voices = gone.flatMap((entry) => (entry.kind === 'voice' ? [entry] : []))
  let [lost, lines] = [0, 0]
  for (const [at, { group }] of voices.entries()) {
    if (voices.findIndex((entry) => entry.group === group) < at) continue
    const left = group.length === 1 ? [] : group.filter((voice) => !voices.some((entry) => entry.voice === voice))
    lost += natsOf(voicing.groupSays(group)) - natsOf(voicing.groupSays(left))
    if (left.length === 0) lines++
  }
  return { lost, lines }
}

const reckonCamp = (camp: Camp, assumptions: Assumptions, moved?: Moved): CampReckoning => {
  const isBacked = camp.items.some(backs)
  const ownTally = once(() => tallyOf(camp, voicingOf(isBacked, assumptions), moved))
  const otherTally = once(() => tallyOf(camp, voicingOf(!isBacked, assumptions)))
  const tallyWith = (items: readonly Item[]): Tally => (items.some(backs) === isBacked ? ownTally() : otherTally())
  const said = new Map(camp.items.map((item) => [item, itemSays(item.kind, doubtOf(item, assumptions), assumptions)]))
  const saysOf = (item: Item): Likelihood => said.get(item) ?? SILENCE
  const all = camp.groups.reduce((sum, group) => sum + group.length, 0) + camp.items.length
  const footing = (own: readonly Entry[]): Footing => {
    const items = camp.items.filter((item) => !own.some((entry) => entry.kind === 'item' && entry.item === item))
    const { voicing, total } = tallyWith(items)
    const { lost, lines } = silenced(own, voicing)
    const entries = all - own.length
    const nats = items.reduce((sum, item) => sum + natsOf(saysOf(item)), total - lost)
    const known = items.some((item) => item.provenance === 'known')
    return { nats: entries === 0 ? 0 : nats, entries, lines: camp.groups.length - lines, known }
  }
  const whole = footing([])
  const byRow = once(() => groupsByRow(camp))
  return {
    camp,
    voicing: ownTally().voicing,
    voicesNats: ownTally().total,
    oneLine: assumptions['one-line'],
    itemSays: saysOf,
    groupsBehind: (row) => byRow().get(row) ?? [],
    gainByBacking: () => Math.abs(ownTally().total - otherTally().total),
    without: (gone) => {
      const own = gone.filter((entry) => entry.camp === camp)
      return own.length === 0 ? whole : footing(own)
    },
  }
}

const together = (supporting: CampReckoning, contradicting: CampReckoning, assumptions: Assumptions): Reckoning => {
  const prior = logit(probability(assumptions.prior))
  const without = (gone: readonly Entry[]): Standing => {
    const supports = supporting.without(gone)
    const contradicts = contradicting.without(gone)
    return { supports, contradicts, prior, logOdds: prior + supports.nats - contradicts.nats }
  }
  return { supports: supporting, contradicts: contradicting, assumptions, whole: without([]), without }
}

export const reckon = ({ supports, contradicts }: Camps, assumptions: Assumptions): Reckoning =>
  together(reckonCamp(supports, assumptions), reckonCamp(contradicts, assumptions), assumptions)

/** The same claim with one row of the table at another value. */
export const reckonAgain = ({ supports, contradicts, assumptions }: Reckoning, row: AssumptionName, value: number): Reckoning => {
  const changed: Assumptions = { ...assumptions, [row]: value }
  const again = (from: CampReckoning): CampReckoning => reckonCamp(from.camp, changed, { from, row })
  return together(again(supports), again(contradicts), changed)
}
