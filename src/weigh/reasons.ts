import type { Factor, Reason } from '../core/verdict.ts'
import { aboutOf, type Group, type Voice } from './camp.ts'
import { backs, itemFactors } from './item.ts'
import type { Share } from './ledger.ts'
import { outlookWithout } from './outlook.ts'
import { factorsOf, type RatedProfile } from './profile.ts'
import type { Reckoning } from './reckoning.ts'
import type { Sources } from './sources.ts'

const percent = (share: number): string => `${Math.round(share * 100)} %`

/** The row for possible strays, where a join of the origin is unsure. */
const strayFactor = ({ joins }: Voice, value: number): readonly Factor[] => {
  const [together] = joins
  if (together === undefined || joins.length === 1) return []
  return [
    { assumption: 'stray', value, says: `its joins are ${percent(together)} sure: somebody else may stand behind a part of it` },
  ]
}

const sampled = (error: number): string =>
  error === 0 ? '' : `; its share is sampled, standard error ${error.toPrecision(1)} nats`

/** The row for a line that several may be speaking together. */
const lineFactor = (group: Group, value: number, says: string): readonly Factor[] =>
  group.length === 1 ? [] : [{ assumption: 'one-line', value, says: `${group.length} speak for ${says}` }]

/** Reasons with every step of their arithmetic, and where the claim would stand without each, in the ledger's order. */
export const reasonsFor = (reckoning: Reckoning, ledger: readonly Share[], sources: Sources): readonly Reason[] => {
  const { assumptions } = reckoning
  const known = new Map<RatedProfile, readonly Factor[]>()
  const ofProfile = (profile: RatedProfile): readonly Factor[] => {
    const backed = reckoning[profile.side].camp.items.some(backs)
    const factors = known.get(profile) ?? factorsOf(profile, backed, assumptions)
    known.set(profile, factors)
    return factors
  }
  const ofVoice = (voice: Voice, group: Group, error: number): readonly Factor[] => {
    const body = sources.nameOf(voice.origin.affiliation ?? voice.origin.root) ?? 'one body'
    const may = `${body} and may speak one line${sampled(error)}`
    return [
      ...ofProfile(voice.profile),
      ...lineFactor(group, assumptions['one-line'], may),
      ...strayFactor(voice, assumptions.stray),
    ]
  }
  return ledger.map(({ entry, nats, error }) => ({
    about: aboutOf(entry),
    nats,
    factors: entry.kind === 'voice' ? ofVoice(entry.voice, entry.group, error) : itemFactors(entry.item, assumptions),
    without: outlookWithout(reckoning, [entry]),
  }))
}
