import type { Claim, Side } from '../core/claim.ts'
import type { Evidence } from '../core/evidence.ts'
import type { Origin } from '../core/origin.ts'
import type { Reason } from '../core/verdict.ts'
import type { AssumptionName } from './assumptions.ts'
import { grouped } from '../core/grouped.ts'
import { itemsOf, type Item } from './item.ts'
import { joinsOf, type Joins } from './joins.ts'
import { profileKey, profileOf, rated, rowsBehind, type RatedProfile } from './profile.ts'
import type { Sources } from './sources.ts'

/** One origin, as the model hears it. */
export interface Voice {
  readonly origin: Origin
  readonly profile: RatedProfile
  readonly joins: Joins
}

/** Voices of one affiliation on one side: independent of everybody else, perhaps not of each other. Mostly a single one. */
export type Group = readonly Voice[]

/** All that stands on one side of one claim. */
export interface Camp {
  readonly side: Side
  readonly groups: readonly Group[]
  readonly items: readonly Item[]
}

export type Camps = Readonly<Record<Side, Camp>>

/** One thing that can be taken away from a camp: what a reason is about. */
export type Entry =
  | { readonly camp: Camp; readonly kind: 'voice'; readonly group: Group; readonly voice: Voice }
  | { readonly camp: Camp; readonly kind: 'item'; readonly item: Item }

/** What has been put forward about one claim. */
export interface Dossier {
  readonly claim: Claim
  readonly origins: readonly Origin[]
  readonly evidence: readonly Evidence[]
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** Origins are one where their ids are; and their order is that of their ids, so that no sum depends on the order given. */
const distinct = (origins: readonly Origin[]): readonly Origin[] =>
  [...new Map(origins.map((each) => [each.id, each])).values()].sort(byId)

/** Those who speak for one body share its key; who speaks for nobody known is alone. */
const affiliationOf = (origin: Origin, sources: Sources): string => {
  const body = origin.affiliation ?? origin.root
  return body === null ? origin.id : sources.topOf(body)
}

/** The two sides of a claim. A body whose people disagree has a group on each side: they cannot be speaking one line. */
export const campsOf = (dossier: Dossier, sources: Sources): Camps => {
  const profiles = new Map<string, RatedProfile>()
  const voiceOf = (origin: Origin): Voice => {
    const profile = profileOf(origin, sources)
    const key = profileKey(profile)
    const shared = profiles.get(key) ?? rated(profile)
    profiles.set(key, shared)
    return { origin, profile: shared, joins: joinsOf(origin) }
  }
  const origins = distinct(dossier.origins)
  const campOn = (side: Side): Camp => ({
    side,
    groups: [
      ...grouped(origins.filter((origin) => origin.side === side).map(voiceOf), (voice) =>
        affiliationOf(voice.origin, sources),
      ).values(),
    ],
    items: itemsOf(side, dossier.evidence, origins),
  })
  return { supports: campOn('supports'), contradicts: campOn('contradicts') }
}

export const aboutOf = (entry: Entry): Reason['about'] =>
  entry.kind === 'voice' ? { kind: 'origin', id: entry.voice.origin.id } : { kind: 'evidence', id: entry.item.id }

const campWithout = (camp: Camp, gone: readonly Entry[]): Camp => ({
  ...camp,
  groups: camp.groups
    .map((group) => group.filter((voice) => !gone.some((entry) => entry.kind === 'voice' && entry.voice === voice)))
    .filter((group) => group.length > 0),
  items: camp.items.filter((item) => !gone.some((entry) => entry.kind === 'item' && entry.item === item)),
})

/** What is left of both camps when some of their entries had never been heard of. */
export const campsWithout = (camps: Camps, gone: readonly Entry[]): Camps => ({
  supports: campWithout(camps.supports, gone),
  contradicts: campWithout(camps.contradicts, gone),
})

/** For each row of the table the groups whose weight depends on it. */
export const groupsByRow = (camp: Camp): ReadonlyMap<AssumptionName, readonly Group[]> => {
  const index = new Map<AssumptionName, Group[]>()
  for (const group of camp.groups) {
    const rows = new Set(group.flatMap((voice) => rowsBehind(voice.profile)))
    if (group.length > 1) rows.add('one-line')
    if (group.some((voice) => voice.joins.length > 1)) rows.add('stray')
    for (const row of rows) {
      const known = index.get(row)
      if (known === undefined) index.set(row, [group])
      else known.push(group)
    }
  }
  return index
}
