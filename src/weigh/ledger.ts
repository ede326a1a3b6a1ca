import { aboutOf, type Entry, type Group } from './camp.ts'
import { both, natsOf, type Likelihood } from './likelihood.ts'
import type { CampReckoning, Reckoning } from './reckoning.ts'
import { sharesOf } from './shapley.ts'

/** An entry with its share of what its camp says. */
export interface Share {
  readonly entry: Entry
  /** Logs of likelihoods, from the camp's own side; those of a camp sum to the camp's. */
  readonly says: Likelihood
  /** Toward the claim: positive speaks for it, negative against it. */
  readonly nats: number
  /** Standard error of nats where the share was sampled; 0 where it is exact. */
  readonly error: number
}

const shareOf = (entry: Entry, says: Likelihood, error: number): Share => {
  const nats = natsOf(says)
  return { entry, says, nats: entry.camp.side === 'supports' ? nats : 0 - nats, error }
}

const groupShares = (group: Group, { camp, voicing, oneLine }: CampReckoning): readonly Share[] => {
  const weights = group.map((voice) => voicing.weightOf(voice.profile))
  const { each, error } = sharesOf(weights, oneLine)
  return group.flatMap((voice, at) => {
    const share = each[at]
    return share === undefined
      ? []
      : [shareOf({ camp, kind: 'voice', group, voice }, both(share, voicing.straysOf(voice)), error)]
  })
}

const campShares = (reckoned: CampReckoning): readonly Share[] => [
  ...reckoned.camp.groups.flatMap((group) => groupShares(group, reckoned)),
  ...reckoned.camp.items.map((item) => shareOf({ camp: reckoned.camp, kind: 'item', item }, reckoned.itemSays(item), 0)),
]

/** Nats by which the shares may differ from the log odds they explain. */
const TOLERANCE = 1e-9

/** What each origin and each thing adds, the heaviest first. Throws where they do not sum to what the claim's log odds moved by. */
export const ledgerOf = (reckoning: Reckoning): readonly Share[] => {
  const shares = [reckoning.supports, reckoning.contradicts].flatMap(campShares)
  const sum = shares.reduce((total, share) => total + share.nats, 0)
  const moved = reckoning.whole.logOdds - reckoning.whole.prior
  if (!(Math.abs(sum - moved) <= TOLERANCE)) throw new Error(`the reasons sum to ${sum} nats, but the log odds moved by ${moved}`)
  const idOf = (share: Share): string => aboutOf(share.entry).id
  return shares.sort((a, b) => Math.abs(b.nats) - Math.abs(a.nats) || (idOf(a) < idOf(b) ? -1 : 1))
}
