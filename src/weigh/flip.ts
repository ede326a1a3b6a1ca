import { logit, probability } from '../core/probability.ts'
import type { Side } from '../core/claim.ts'
import type { Band } from '../core/verdict.ts'
import { DECISIVE, LEANING } from './band.ts'
import type { Entry } from './camp.ts'
import { backs } from './item.ts'
import type { Share } from './ledger.ts'
import { natsOf } from './likelihood.ts'
import { bandWithout } from './outlook.ts'
import type { CampReckoning, Reckoning } from './reckoning.ts'

/** What flips a verdict: the entries, and the band that holds without them; nothing and null where no removal changes it. */
export interface Flip {
  readonly gone: readonly Entry[]
  readonly band: Band | null
}

/** A claim weighed as far as its band. */
export interface Banded {
  readonly reckoning: Reckoning
  readonly ledger: readonly Share[]
  readonly band: Band
}

/** Sets up to this size are searched through. */
const SEARCHED_SIZE = 3
/** Of each camp, this many of the heaviest entries take part in the search. */
const SEARCHED_ENTRIES = 12

/** Nats by which sums may differ that ought to be equal. */
const ROUNDING = 1e-9

const THRESHOLDS = [1 - DECISIVE, 1 - LEANING, LEANING, DECISIVE].map((p) => logit(probability(p)))

/** Removals from the supporting camp move a claim down; those from the other move it up. */
type Direction = 'down' | 'up'

/** How far a claim is from the next threshold in one direction, in nats. */
interface Path {
  readonly direction: Direction
  readonly distance: number
}

/** An entry with the most that its removal, with others or without, can move the log odds by, in nats. */
interface Candidate {
  readonly entry: Entry
  readonly reach: Readonly<Record<Direction, number>>
}

/**
 * Every set of `size` candidates whose reaches in one direction sum to `distance` or more. The candidates come with the furthest reach
 * first.
 */
function* setsReaching(
  candidates: readonly Candidate[],
  size: number,
  { distance, direction }: Path,
): Generator<readonly Entry[]> {
  if (size === 0) {
    yield []
    return
  }
  for (const [at, { entry, reach }] of candidates.entries()) {
    if (reach[direction] * size < distance) return
    const rest = setsReaching(candidates.slice(at + 1), size - 1, { distance: distance - reach[direction], direction })
    for (const others of rest) yield [entry, ...others]
  }
}

const candidateOf = ({ entry, nats }: Share, reckoning: Reckoning): Candidate => {
  const { camp } = entry
  const { voicing, gainByBacking } = reckoning[camp.side]
  const inward = (own: number, against = 0): Candidate => ({
    entry,
    reach: camp.side === 'supports' ? { down: own, up: against } : { down: against, up: own },
  })
  if (entry.kind === 'item') return inward(Math.abs(nats) + (backs(entry.item) ? gainByBacking() : 0))
  if (entry.group.length === 1) return inward(Math.abs(nats))
  const { group } = entry
  const weights = group.map((voice) => voicing.weightOf(voice.profile))
  const alike = weights.every(({ h }) => h === weights[0]?.h)
  if (alike) return inward(natsOf(voicing.groupSays(group)))
  // Without its most interested voice a line is worth more, so here a removal can work both ways.
  const most = group.reduce((sum, voice) => sum + natsOf(voicing.weightOf(voice.profile)) + natsOf(voicing.straysOf(voice)), 0)
  return inward(most, most)
}

/** Whether a camp could lose what lets it carry a decisive band. */
const couldLoseCarriage = ({ camp }: CampReckoning, size: number): boolean =>
  camp.groups.length - size < 2 && camp.items.filter((item) => item.provenance === 'known').length <= size

/** Whether the band could change by the removal of `size` entries while the probability crosses no threshold. */
const couldChangeInPlace = ({ reckoning, band }: Banded, size: number): boolean => {
  const { whole, supports, contradicts } = reckoning
  return (
    (band === 'contested' && Math.min(whole.supports.entries, whole.contradicts.entries) <= size) ||
    (band === 'established' && couldLoseCarriage(supports, size)) ||
    (band === 'refuted' && couldLoseCarriage(contradicts, size)) ||
    Math.abs(whole.prior) > logit(probability(LEANING))
  )
}

/** The ways to another band by the removal of `size` entries, toward the other side first. */
const pathsFrom = (banded: Banded, size: number): readonly Path[] => {
  const { logOdds } = banded.reckoning.whole
  const inPlace = couldChangeInPlace(banded, size)
  const gapTo = (thresholds: readonly number[]): number =>
    inPlace ? 0 : Math.min(...thresholds.map((threshold) => Math.abs(logOdds - threshold))) - ROUNDING
  const down: Path = { direction: 'down', distance: gapTo(THRESHOLDS.filter((threshold) => threshold <= logOdds)) }
  const up: Path = { direction: 'up', distance: gapTo(THRESHOLDS.filter((threshold) => threshold >= logOdds)) }
  return logOdds >= 0 ? [down, up] : [up, down]
}

/** The first set of `size` entries, those with the furthest reach first, without which another band holds. */
const searched = (banded: Banded, size: number): Flip | null => {
  const { reckoning, ledger, band } = banded
  const heaviest = (side: Side): readonly Share[] =>
    ledger.filter(({ entry }) => entry.camp.side === side).slice(0, SEARCHED_ENTRIES)
  const candidates = [...heaviest('supports'), ...heaviest('contradicts')].map((share) => candidateOf(share, reckoning))
  for (const path of pathsFrom(banded, size)) {
    const furthestFirst = candidates.toSorted((a, b) => b.reach[path.direction] - a.reach[path.direction])
    for (const gone of setsReaching(furthestFirst, size, path)) {
      const left = bandWithout(reckoning, gone)
      if (left !== band) return { gone, band: left }
    }
  }
  return null
}

/** The shortest run of one camp's heaviest entries without which another band holds, by halving. */
const peeled = ({ reckoning, ledger, band }: Banded, side: Side): Flip | null => {
  const entries = ledger.map(({ entry }) => entry).filter(({ camp }) => camp.side === side)
  const bandPast = (count: number): Band => bandWithout(reckoning, entries.slice(0, count))
  if (bandPast(entries.length) === band) return null
  let [holds, flips] = [0, entries.length]
  while (flips - holds > 1) {
    const middle = (holds + flips) >>> 1
    if (bandPast(middle) === band) holds = middle
    else flips = middle
  }
  return { gone: entries.slice(0, flips), band: bandPast(flips) }
}

/**
 * The smallest set of entries whose removal changes the band. Up to three every set is tried, among the twelve heaviest entries of each
 * camp: all there are in most cases, and where entries are independent a lighter one does nothing that a heavier one does not. Past
 * three, the heaviest of one camp or the other are taken away one after another, and the shorter run stands.
 */
export const flipOf = (banded: Banded): Flip => {
  for (let size = 1; size <= SEARCHED_SIZE; size++) {
    const found = searched(banded, size)
    if (found !== null) return found
  }
  const runs = [peeled(banded, 'supports'), peeled(banded, 'contradicts')].filter((run) => run !== null)
  return runs.sort((a, b) => a.gone.length - b.gone.length)[0] ?? { gone: [], band: null }
}
