import type { Assumptions } from './assumptions.ts'
import type { Group, Voice } from './camp.ts'
import { heardTogether, weightOf, type Weight } from './chorus.ts'
import { straysSay } from './joins.ts'
import { both, SILENCE, type Likelihood } from './likelihood.ts'
import { tieOf, type RatedProfile } from './profile.ts'

/** What voices come to under one set of assumptions; each profile is worked out once. */
export interface Voicing {
  readonly weightOf: (profile: RatedProfile) => Weight
  /** What the voices add who may be hidden behind an unsure join of this one. */
  readonly straysOf: (voice: Voice) => Likelihood
  /** What a group says; `changed` puts other weights in the place of some. */
  readonly groupSays: (group: Group, changed?: ReadonlyMap<Voice, Weight>) => Likelihood
}

/** `backed`: whether an unchallenged thing of known provenance stands on the same side. */
export const voicingOf = (backed: boolean, assumptions: Assumptions): Voicing => {
  const weights = new Map<RatedProfile, Weight>()
  const weigh = (profile: RatedProfile): Weight => {
    const known = weights.get(profile)
    if (known !== undefined) return known
    const weight = weightOf(tieOf(profile, backed, assumptions))
    weights.set(profile, weight)
    return weight
  }
  const straysOf = (voice: Voice): Likelihood =>
    voice.joins.length === 1 ? SILENCE : straysSay(voice.joins, weigh(voice.profile).h, assumptions)
  const groupSays = (group: Group, changed?: ReadonlyMap<Voice, Weight>): Likelihood => {
    const [first, second] = group
    if (first === undefined) return SILENCE
    if (second === undefined && first.joins.length === 1) return changed?.get(first) ?? weigh(first.profile)
    const together = heardTogether(
      group.map((voice) => changed?.get(voice) ?? weigh(voice.profile)),
      assumptions['one-line'],
    )
    return group.every((voice) => voice.joins.length === 1) ? together : group.map(straysOf).reduce(both, together)
  }
  return { weightOf: weigh, straysOf, groupSays }
}
