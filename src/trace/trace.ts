import type { DocumentId } from '../core/document.ts'
import type { Edge, Provenance } from '../core/origin.ts'
import type { SourceId } from '../core/source.ts'
import { citationTies, isEcho } from './citations.ts'
import { copyTies } from './copies.ts'
import { type Joined, joinsOf } from './joins.ts'
import { type Kinship, kinshipsOf } from './kinship.ts'
import { originsOf } from './origins.ts'
import { ownWordsTies } from './own-words.ts'
import { edgeOf, type Tie } from './tie.ts'
import { compareText, type Telling, tellingsOf, type TraceInput } from './telling.ts'
import { mergesOf, voiceTies } from './voices.ts'
import { withdrawalTies } from './withdrawals.ts'

export type { TraceInput } from './telling.ts'

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

/**
 * Leads every statement that takes a side on a claim back to its origin: who knows, or is said to. Edges say which statements go back to
 * one another and why, also the ones too unsure to join; origins are what the sure ones join, each statement that takes a side in exactly
 * one for each claim. Time and memory grow with the statements, not with their pairs. The order of documents decides nothing but which of
 * two documents of one day is listed first. Throws where the resolution names a statement, document, source or claim that it was not given.
 */
export const trace = (input: TraceInput): Provenance => {
  const { sources, claims, merges } = input.resolution
  const directory = new Map(sources.map((source) => [source.id, source]))
  const tellings = tellingsOf(input)
  const cited = citedBy(input)
  const merged = mergesOf(merges)
  const kinships = kinshipsOf(tellings, claims, unionOf(cited.values()))
  const ties = kinships.filter(takesSide).flatMap((kinship) => {
    const citations = citationTies(kinship)
    const echoes = new Set(citations.filter(isEcho).map(({ from }) => from))
    const voices = kinship.tellings.filter((telling) => telling.footing === 'voice' && !echoes.has(telling))
    return [...citations, ...voiceTies(voices, merged), ...ownWordsTies(kinship, cited)]
  })
  const all = ordered(tellings, [...ties, ...copyTies(kinships), ...withdrawalTies(tellings)])
  const joined = joinsOf(tellings, all)
  const edges = edgesOf(all)
  return {
    edges: [...new Set(edges)],
    origins: originsOf({ tellings, joined, edges: insideOrigins(all, edges, joined), claims, directory }),
  }
}
