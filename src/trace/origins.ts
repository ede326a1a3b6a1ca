import type { Claim, ClaimId, Side } from '../core/claim.ts'
import { idOf } from '../core/digest.ts'
import type { Edge, Origin, OriginId } from '../core/origin.ts'
import { probability, type Probability } from '../core/probability.ts'
import type { Source, SourceId } from '../core/source.ts'
import type { Certainty } from '../core/statement.ts'
import { accessOf } from './access.ts'
import { interestOf } from './interest.ts'
import type { Joined } from './joins.ts'
import { type Directory, isNamed, lineOf } from './knower.ts'
import { inReadingOrder, type Telling } from './telling.ts'

const FIRMEST_FIRST: readonly Certainty[] = ['certain', 'probable', 'possible', 'unknown']

/** All tellings of one origin, in reading order, with who knows and the tellings closest to it. */
interface Gathering {
  readonly claim: ClaimId
  readonly side: Side
  readonly tellings: readonly Telling[]
  readonly knower: Source
  readonly close: readonly Telling[]
}

/** How near a telling's speaker stands to knowing: an outlet's own line below an unnamed voice, below a named one. */
const standing = ({ footing, speaker, knower }: Telling): number => {
  if (footing === 'outlet') return 0
  if (speaker.kind === 'outlet') return 1
  return isNamed(knower) || knower.kind === 'document' || knower.kind === 'organization' ? 3 : 2
}

/** Sources that only pass on what another one of the same origin says: the middle links. */
const goBetweens = (tellings: readonly Telling[]): ReadonlySet<SourceId> =>
  new Set(tellings.flatMap(({ sources }) => sources.slice(1, -1).map(({ id }) => id)))

/**
 * The knower of an origin is that of the tellings nearest to knowing: not an outlet where a voice is named, not one who only passes on,
 * not an unnamed voice where a named one is; among equals the one with most tellings, then with the first.
 */
const knowerAmong = (tellings: readonly Telling[]): Source | undefined => {
  const between = goBetweens(tellings)
  const count = new Map<SourceId, number>()
  for (const { knower } of tellings) count.set(knower.id, (count.get(knower.id) ?? 0) + 1)
  const keyOf = (telling: Telling): readonly number[] => [
    Number(standing(telling) > 0),
    Number(!between.has(telling.speaker.id)),
    standing(telling),
    count.get(telling.knower.id) ?? 0,
  ]
  let best: Telling | undefined
  let bestKey: readonly number[] = []
  for (const telling of tellings) {
    const key = keyOf(telling)
    const difference = key.map((value, at) => value - (bestKey[at] ?? 0)).find((step) => step !== 0) ?? 0
    if (best === undefined || difference > 0) [best, bestKey] = [telling, key]
  }
  return best?.knower
}

/** A copy of an unsourced line stands no closer to the outlet than the line itself; a voice stands closer than either. */
const closeTo = (knower: Source, tellings: readonly Telling[]): readonly Telling[] => {
  const its = tellings.filter((telling) => telling.knower.id === knower.id)
  const voiced = its.filter(({ footing }) => footing === 'voice')
  return voiced.length > 0 ? voiced : its
}

const gathered = (tellings: readonly Telling[], joined: Joined): readonly Gathering[] => {
  const lists = new Map<number, Telling[]>()
  for (const telling of tellings) {
    if (telling.bearing.stance === 'neutral') continue
    const root = joined[telling.rank] ?? telling.rank
    const list = lists.get(root)
    if (list === undefined) lists.set(root, [telling])
    else list.push(telling)
  }
  return [...lists.values()].flatMap((list) => {
    const inOrder = list.toSorted(inReadingOrder)
    const [first] = inOrder
    const knower = knowerAmong(list)
    if (first === undefined || knower === undefined || first.bearing.stance === 'neutral') return []
    return { claim: first.bearing.claim, side: first.bearing.stance, tellings: inOrder, knower, close: closeTo(knower, list) }
  })
}

/** A voice of which the text says nothing at all, not even "an official", has no name to show. */
const isUnsaid = ({ knower, close }: Gathering): boolean =>
  knower.kind === 'unnamed' && close.every(({ statement }) => statement.chain.at(-1)?.mention === null)

/** Links between the outlet that tells it and the root: one for each that stands between. */
const retellingsOf = ({ close }: Gathering): number =>
  close.reduce((least, { sources }) => Math.min(least, Math.max(0, sources.length - 2)), Number.MAX_SAFE_INTEGER)

const certaintyOf = ({ close }: Gathering): Certainty =>
  FIRMEST_FIRST.find((certainty) => close.some(({ bearing }) => bearing.certainty === certainty)) ?? 'unknown'

/** Echoes do not make a reading surer: the surest one counts. */
const bearsOf = ({ tellings }: Gathering): Probability =>
  probability(tellings.reduce((most, { bearing }) => Math.max(most, bearing.by.sure), 0))

export interface OriginInput {
  readonly tellings: readonly Telling[]
  readonly joined: Joined
  /** The edges inside each origin, under the lowest rank of its tellings. */
  readonly edges: ReadonlyMap<number, ReadonlySet<Edge>>
  readonly claims: readonly Claim[]
  readonly directory: Directory
}

/** One origin for each set of joined tellings that take a side: in the order of the claims, the side, and the first telling. */
export const originsOf = ({ tellings, joined, edges, claims, directory }: OriginInput): readonly Origin[] => {
  const claimById = new Map(claims.map((claim) => [claim.id, claim]))
  const gatherings = gathered(tellings, joined)
  const topOf = ({ knower }: Gathering): Source => lineOf(knower, directory).at(-1) ?? knower
  const sharedKey = (gathering: Gathering): string => `${gathering.claim} ${gathering.side} ${topOf(gathering).id}`
  const sharing = new Map<string, number>()
  for (const gathering of gatherings) sharing.set(sharedKey(gathering), (sharing.get(sharedKey(gathering)) ?? 0) + 1)
  const originOf = (gathering: Gathering): Origin => {
    const { claim, side, knower, close } = gathering
    const ids = gathering.tellings.map(({ statement }) => statement.id)
    return {
      id: idOf('or', [claim, side, ...ids.toSorted()]) as OriginId,
      claim,
      side,
      root: isUnsaid(gathering) ? null : knower.id,
      statements: ids,
      edges: [...(edges.get(joined[close[0]?.rank ?? 0] ?? 0) ?? [])],
      certainty: certaintyOf(gathering),
      retellings: retellingsOf(gathering),
      access: accessOf(close, claimById.get(claim)),
      interest: interestOf(lineOf(knower, directory), claimById.get(claim), side),
      bears: bearsOf(gathering),
      affiliation: (sharing.get(sharedKey(gathering)) ?? 0) > 1 ? topOf(gathering).id : null,
    }
  }
  const order = (gathering: Gathering): number => gathering.tellings[0]?.group ?? 0
  return gatherings.toSorted((a, b) => order(a) - order(b)).map(originOf)
}
