import { logistic } from '../core/probability.ts'
import type { Side } from '../core/claim.ts'
import type { Gap } from '../core/verdict.ts'
import type { Assumptions } from './assumptions.ts'
import { aboutOf, type Entry } from './camp.ts'
import { weightOf } from './chorus.ts'
import { ACCESS_ASKS, KIND_ASKS, KIND_NAMES } from './clauses.data.ts'
import { doubtOf, itemSays, type Item } from './item.ts'
import { natsOf, type Likelihood } from './likelihood.ts'
import { rated, tieOf, type Profile } from './profile.ts'
import type { CampReckoning, Reckoning } from './reckoning.ts'
import type { Sources } from './sources.ts'

const AT_MOST = 8
/** Nats below which a gap is not worth anybody's time. */
const LEAST = 0.01

/** A doubt about a voice that asking could settle: whether what the factors of k stand for holds. */
interface Doubt {
  readonly factor: number
  readonly asks: string
}

const doubtsAbout = (profile: Profile, name: string | null, assumptions: Assumptions): readonly Doubt[] => {
  const { named, access, retellings } = profile
  const called = name === null ? 'the unnamed source' : named ? name : `“${name}”`
  const firstHand = access === 'witness' || access === 'own-decision' || access === 'record'
  const knows = firstHand ? 1 : assumptions[`access.${access}`]
  const doubts: Doubt[] = []
  if (!named) doubts.push({ factor: assumptions.unnamed * knows, asks: `who ${called} is, and how they know` })
  else if (!firstHand) doubts.push({ factor: knows, asks: ACCESS_ASKS[access](called) })
  if (retellings > 0)
    doubts.push({
      factor: assumptions.retelling ** retellings,
      asks: `what ${called} says at first hand, without the retellings between`,
    })
  return doubts
}

/**
 * Asking settles a factor f of k: with probability f it holds and k becomes k / f, otherwise the voice knew nothing and k is 0. The
 * mean of k stays what it was.
 */
const voiceGaps = (reckoned: CampReckoning, assumptions: Assumptions, sources: Sources): readonly Gap[] => {
  const { camp, voicing } = reckoned
  return camp.groups.flatMap((group) =>
    group.flatMap((voice) => {
      const { k, h } = voicing.weightOf(voice.profile)
      const now = natsOf(voicing.groupSays(group))
      const moved = (changed: number): number =>
        Math.abs(natsOf(voicing.groupSays(group, new Map([[voice, weightOf({ k: changed, h })]]))) - now)
      const entry: Entry = { camp, kind: 'voice', group, voice }
      return doubtsAbout(voice.profile, sources.nameOf(voice.origin.root), assumptions).map(({ factor, asks }) => ({
        about: aboutOf(entry),
        asks,
        expectedNats: factor * moved(k / factor) + (1 - factor) * moved(0),
      }))
    }),
  )
}

/** Asking settles whether a thing is what it is said to be: if so it weighs as one of known provenance, otherwise nothing. */
const itemGap = (item: Item, reckoned: CampReckoning, assumptions: Assumptions): readonly Gap[] => {
  const { kind, provenance, challenges } = item
  if (provenance === 'known' && challenges === 0) return []
  const doubt = doubtOf(item, assumptions)
  const now = natsOf(reckoned.itemSays(item))
  const settled = natsOf(itemSays(kind, assumptions['provenance.known'], assumptions))
  return [
    {
      about: aboutOf({ camp: reckoned.camp, kind: 'item', item }),
      asks: provenance === 'known' ? `what answers those who challenge the ${KIND_NAMES[kind]}` : KIND_ASKS[kind],
      expectedNats: (1 - doubt) * Math.abs(settled - now) + doubt * now,
    },
  ]
}

/** The mean of |nats| over what a voice could say that has not spoken: its own side, or the other. `right`: P(its own side is right). */
const unheard = ({ so, not }: Likelihood, right: number): number => {
  const own = right * Math.exp(so) + (1 - right) * Math.exp(not)
  return own * Math.abs(so - not) + (1 - own) * Math.abs(Math.log1p(-Math.exp(so)) - Math.log1p(-Math.exp(not)))
}

const UNHEARD = { grade: 'F', access: 'own-decision', certainty: 'certain', retellings: 0, named: true, bears: 1 } as const

const UNHEARD_ASKS: Readonly<Record<Side, string>> = {
  supports: 'what somebody says who has reason to assert it: nobody supports it so far',
  contradicts: 'what somebody says who has reason to deny it: nobody contradicts it so far',
}

/** Pieces that nobody has put forward yet: a word of the side that is silent, and a thing of known maker. */
const missingPieces = ({ supports, contradicts, whole, assumptions }: Reckoning): readonly Gap[] => {
  const p = logistic(whole.logOdds)
  const expected = (profile: Profile, right: number): number =>
    unheard(weightOf(tieOf(rated(profile), false, assumptions)), right)
  const silent = [supports, contradicts].filter(({ camp }) => whole[camp.side].entries === 0).map(({ camp }) => camp.side)
  const gaps: Gap[] = []
  if (silent.length === 2) {
    const expectedNats = expected({ ...UNHEARD, side: 'supports', access: 'witness', interest: 'none' }, p)
    gaps.push({
      about: null,
      asks: 'what somebody says under a name who was in a position to know: nobody has spoken',
      expectedNats,
    })
  }
  for (const side of silent.length === 1 ? silent : []) {
    const interest = side === 'supports' ? 'belief' : 'disbelief'
    gaps.push({
      about: null,
      asks: UNHEARD_ASKS[side],
      expectedNats: expected({ ...UNHEARD, side, interest }, side === 'supports' ? p : 1 - p),
    })
  }
  if (!whole.supports.known && !whole.contradicts.known) {
    const expectedNats = natsOf(itemSays('document', assumptions['provenance.known'], assumptions))
    gaps.push({
      about: null,
      asks: 'a record, a test or a recording of known maker that shows it one way or the other',
      expectedNats,
    })
  }
  return gaps
}

/** What could still be learned, the most telling first: how far it would move the log odds, on average over what it could turn out to be. */
export const gapsIn = (reckoning: Reckoning, sources: Sources): readonly Gap[] =>
  [
    ...[reckoning.supports, reckoning.contradicts].flatMap((reckoned) => [
      ...voiceGaps(reckoned, reckoning.assumptions, sources),
      ...reckoned.camp.items.flatMap((item) => itemGap(item, reckoned, reckoning.assumptions)),
    ]),
    ...missingPieces(reckoning),
  ]
    .filter((gap) => gap.expectedNats >= LEAST)
    .sort((a, b) => b.expectedNats - a.expectedNats)
    .slice(0, AT_MOST)
