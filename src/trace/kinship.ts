import type { Claim } from '../core/claim.ts'
import type { SourceId } from '../core/source.ts'
import { comparer, type Likeness } from './likeness.ts'
import { candidateFinder, indexPassages } from './passage-index.ts'
import { type Wording, wordingOf } from './passages.ts'
import { listed } from './shelves.ts'
import type { Telling } from './telling.ts'

/** How the tellings of one stance on one claim are alike in words. */
export interface Kinship {
  /** In rank order. */
  readonly tellings: readonly Telling[]
  /** What two tellings share: their contents, or where one is short, the sentences that hold them if those share more. */
  readonly likeness: (one: Telling, other: Telling) => Likeness
  /** The few earlier tellings of other documents that share most rare words with one, the likeliest first. */
  readonly alike: (telling: Telling) => readonly Telling[]
  /** The few tellings of a cited outlet's other documents, earlier or later, that share most rare words with one, the likeliest first. */
  readonly alikeBy: (telling: Telling, outlet: SourceId) => readonly Telling[]
}

/** A content of fewer words says too little alone whether it was copied; its sentence speaks with it. */
const SHORT = 12

/** Where a short content itself is shared less than this, its sentence is not looked at. */
const SHARED = 0.5

const likenessIn = (wording: Wording): Kinship['likeness'] => {
  const contents = comparer(wording, wording.contents)
  const sentences = comparer(wording, wording.sentences)
  return (one, other) => {
    const said = contents(one.rank, other.rank)
    if (said.words >= SHORT || said.common < SHARED) return said
    const told = sentences(one.rank, other.rank)
    return told.ordered > said.ordered && told.weight > said.weight ? told : said
  }
}

/** Among all tellings of one side there is one space; among those of cited outlets each outlet has its own. */
const EVERYWHERE = 0

/**
 * One kinship for each stance on each claim that any telling takes, and for each part of one that a person split off. `tellings` are all, in rank order; `cited` are the sources that any
 * chain names after its outlet.
 */
export const kinshipsOf = (
  tellings: readonly Telling[],
  claims: readonly Claim[],
  cited: ReadonlySet<SourceId>,
): readonly Kinship[] => {
  const wording = wordingOf(tellings, claims)
  const likeness = likenessIn(wording)
  const find = candidateFinder(wording)
  const spaces = new Map([...cited].map((id, space) => [id, space]))
  const places = Int32Array.from(tellings, ({ place }) => place)
  const elsewhere =
    ({ place }: Telling) =>
    (rank: number) =>
      places[rank] !== place
  const told = (ranks: readonly number[]): readonly Telling[] => ranks.flatMap((rank) => tellings[rank] ?? [])
  return [...listed(tellings, ({ group, part }) => (part === 0 ? group : -part)).values()].map((side): Kinship => {
    const all = indexPassages(
      wording,
      side.map(({ rank }) => ({ text: rank, space: EVERYWHERE })),
    )
    const byOutlet = indexPassages(
      wording,
      side.flatMap(({ rank, outlet }) => {
        const space = spaces.get(outlet.id)
        return space === undefined ? [] : { text: rank, space }
      }),
    )
    return {
      tellings: side,
      likeness,
      alike: (telling) => told(find(all, { text: telling.rank, space: EVERYWHERE, earlier: true }, elsewhere(telling))),
      alikeBy: (telling, outlet) => {
        const space = spaces.get(outlet)
        return space === undefined ? [] : told(find(byOutlet, { text: telling.rank, space, earlier: false }, elsewhere(telling)))
      },
    }
  })
}
