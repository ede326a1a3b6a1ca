import type { DocumentId } from '../core/document.ts'
import type { Edge, Provenance } from '../core/origin.ts'
import type { SourceId } from '../core/source.ts'
import { citationTies, isEcho } from './citations.ts'
import { copyTies } from './copies.ts'
import { type Joined, joinsOf, type Parted } from './joins.ts'
import { judgedOf } from './judged.ts'
import { type Kinship, kinshipsOf } from './kinship.ts'
import { originsOf } from './origins.ts'
import { ownWordsTies } from './own-words.ts'
import { splitOff } from './split.ts'
import { edgeOf, type Tie } from './tie.ts'
import { compareText, type Telling, tellingsOf, type TraceInput } from './telling.ts'
import { mergesOf, voiceTies } from './voices.ts'
import { withdrawalTies } from './withdrawals.ts'

export type { TraceInput } from './telling.ts'
export { untraced } from './stale.ts'

/** The sources that the statements of each document name behind its outlet, whatever they are about. */
const citedBy = ({ statements, resolution }: TraceInput): ReadonlyMap<DocumentId, ReadonlySet<SourceId>> => {
  const documentOf = new Map(statements.map(({ id, document }) => [id, document]))
  const cited = new Map<DocumentId, Set<SourceId>>()
  for (const { statement, sources } of resolution.speakers) {
    const document = documentOf.get(statement)
    if (document === undefined || sources.length < 2) continue
    const set = cited.get(document) ?? new Set()
    cited.set(document, set)
    for (let at = 1; at < sources.length; at++) {
      const source = sources[at]
      if (source !== undefined) set.add(source)
    }
  }
  return cited
}

const unionOf = <T>(sets: Iterable<ReadonlySet<T>>): ReadonlySet<T> => {
  const union = new Set<T>()
  for (const set of sets) for (const item of set) union.add(item)
  return union
}

/** Of ties of one kind between the same two, the surer first. */
const inOrder = (a: Tie, b: Tie): number =>
  a.to.rank - b.to.rank || compareText(a.kind, b.kind) || b.sure - a.sure || compareText(a.rule, b.rule)

/** Ties in the order of what is led back. */
const ordered = (tellings: readonly Telling[], ties: readonly Tie[]): readonly Tie[] => {
  const lists = tellings.map((): Tie[] => [])
  for (const tie of ties) lists[tie.from.rank]?.push(tie)
  return lists.flatMap((list) => list.sort(inOrder))
}

/**
 * The edge of each tie. Of ties of one kind between the same two statements, which two rules or two claims may give, the surest makes the
 * one edge of all. The tellings of a statement follow one another, and so do their ties.
 */
const edgesOf = (ties: readonly Tie[]): readonly Edge[] => {
  const firsts: number[] = []
  const surest: Tie[] = [...ties]
  let run = 0
  for (const [at, tie] of ties.entries()) {
    if (tie.from.statement !== ties[run]?.from.statement) run = at
    let first = run
    while (first < at && (ties[first]?.to.statement !== tie.to.statement || ties[first]?.kind !== tie.kind)) first++
    firsts.push(first)
    if (tie.sure > (surest[first]?.sure ?? 0)) surest[first] = tie
  }
  const edges: Edge[] = []
  for (const [at, tie] of surest.entries()) edges.push(edges[firsts[at] ?? at] ?? edgeOf(tie))
  return edges
}

/** The edges whose two ends are one origin, each once, under the number of its set. */
const insideOrigins = (ties: readonly Tie[], edges: readonly Edge[], joined: Joined): ReadonlyMap<number, ReadonlySet<Edge>> => {
  const sets = new Map<number, Set<Edge>>()
  for (const [at, { from, to }] of ties.entries()) {
    const edge = edges[at]
    const root = joined[from.rank]
    if (edge === undefined || root === undefined || root !== joined[to.rank]) continue
    const set = sets.get(root)
    if (set === undefined) sets.set(root, new Set([edge]))
    else set.add(edge)
  }
  return sets
}

const takesSide = ({ tellings }: Kinship): boolean => tellings[0]?.bearing.stance !== 'neutral'

/** What the rules make of tellings: their ties, in order. `more` are ties known beforehand. */
const tiesOf = (tellings: readonly Telling[], { resolution, ...input }: TraceInput, more: readonly Tie[]): readonly Tie[] => {
  const cited = citedBy({ resolution, ...input })
  const merged = mergesOf(resolution.merges)
  const kinships = kinshipsOf(tellings, resolution.claims, unionOf(cited.values()))
  const ties = kinships.filter(takesSide).flatMap((kinship) => {
    const citations = citationTies(kinship)
    const echoes = new Set(citations.filter(isEcho).map(({ from }) => from))
    const voices = kinship.tellings.filter((telling) => telling.footing === 'voice' && !echoes.has(telling))
    return [...citations, ...voiceTies(voices, merged), ...ownWordsTies(kinship, cited)]
  })
  return ordered(tellings, [...ties, ...copyTies(kinships), ...withdrawalTies(tellings), ...more])
}

/** Tellings with the ties that hold, or are shown, between them. */
interface Traced {
  readonly tellings: readonly Telling[]
  readonly ties: readonly Tie[]
  readonly joined: Joined
}

/** The ties but those between two origins that a person keeps apart. */
const withoutParted = (ties: readonly Tie[], joined: Joined, parted: readonly Parted[]): readonly Tie[] => {
  if (parted.length === 0) return ties
  const pairOf = (a: Telling, b: Telling): string => [joined[a.rank], joined[b.rank]].toSorted().join(' ')
  const apart = new Set(parted.map(([a, b]) => pairOf(a, b)))
  return ties.filter(({ from, to }) => from.group !== to.group || !apart.has(pairOf(from, to)))
}

/** Leads tellings back by the rules alone, then again with what persons decided where they decided anything. */
const traced = (input: TraceInput): Traced => {
  const whole = tellingsOf(input)
  const judged = judgedOf(whole, input.judgements ?? [])
  const all = tiesOf(whole, input, judged.ties)
  if (judged.split.size === 0) {
    const joined = joinsOf(whole, all, judged.parted)
    return { tellings: whole, ties: withoutParted(all, joined, judged.parted), joined }
  }
  const { tellings, ties: kept } = splitOff({ tellings: whole, ties: all }, joinsOf(whole, all), judged)
  const again = judgedOf(tellings, input.judgements ?? [])
  const ties = tiesOf(tellings, input, [...again.ties, ...kept])
  const joined = joinsOf(tellings, ties, again.parted)
  return { tellings, ties: withoutParted(ties, joined, again.parted), joined }
}

/**
 * Leads every statement that takes a side on a claim back to its origin: who knows, or is said to. Edges say which statements go back to
 * one another and why, also the ones too unsure to join; origins are what the sure ones join, each statement that takes a side in exactly
 * one for each claim. What a person judged of origins wins; of two judgements that contradict each other the later does. Time and memory
 * grow with the statements, not with their pairs. The order of documents decides nothing but which of two documents of one day is listed
 * first. Throws where the resolution names a statement, document, source or claim that it was not given.
 */
export const trace = (input: TraceInput): Provenance => {
  const { sources, claims } = input.resolution
  const directory = new Map(sources.map((source) => [source.id, source]))
  const { tellings, ties, joined } = traced(input)
  const edges = edgesOf(ties)
  return {
    edges: [...new Set(edges)],
    origins: originsOf({ tellings, joined, edges: insideOrigins(ties, edges, joined), claims, directory }),
  }
}
