import { judgementsOf, PERSON, type Judgement, type Placed } from '../../core/judgement.ts'
import { probability } from '../../core/probability.ts'
import type { Merge } from '../../core/resolution.ts'
import type { Mention, Source, SourceId, Speakers } from '../../core/source.ts'
import { isCalled, sourcesCalled, spelling } from './called.ts'
import { wordsOfName } from './cast.ts'

/** Who is who in a case. */
export interface Voices {
  readonly sources: readonly Source[]
  readonly mentions: readonly Mention[]
  readonly merges: readonly Merge[]
  readonly speakers: readonly Speakers[]
}

/** The first of all sources that are one, for each. */
type Leaders = Map<SourceId, SourceId>

const leaderOf = (leaders: Leaders, { id }: Source): SourceId => leaders.get(id) ?? id

/** Whether making these one would make one of two that a later judgement keeps apart. */
const isForbidden = (
  { sources, leaders, apart }: { sources: readonly Source[]; leaders: Leaders; apart: readonly Placed<'different-source'>[] },
  uniting: ReadonlySet<SourceId>,
  at: number,
): boolean =>
  apart.some(({ at: later, judgement: { names } }) => {
    if (later < at) return false
    const [one, other] = names.map((name) => new Set(sourcesCalled(sources, name).found.map((each) => leaderOf(leaders, each))))
    return [...(one ?? [])].some((a) => uniting.has(a) && [...(other ?? [])].some((b) => a !== b && uniting.has(b)))
  })

/** Which sources persons took for one, the latest judgement first, so that a later one is never undone by an earlier. */
const leadersOf = (sources: readonly Source[], judgements: readonly Judgement[]): Leaders => {
  const leaders: Leaders = new Map()
  const apart = judgementsOf(judgements, 'different-source')
  for (const { at, judgement } of judgementsOf(judgements, 'same-source').toReversed()) {
    const [one = [], other = []] = judgement.names.map((name) => sourcesCalled(sources, name).found)
    if (one.length === 0 || other.length === 0) continue
    const uniting = new Set([...one, ...other].map((each) => leaderOf(leaders, each)))
    if (isForbidden({ sources, leaders, apart }, uniting, at)) continue
    const [first] = sources.filter(({ id }) => uniting.has(id))
    for (const source of sources)
      if (first !== undefined && uniting.has(leaderOf(leaders, source))) leaders.set(source.id, first.id)
  }
  return leaders
}

/** A name is fuller than a description, and more words than fewer. */
const fuller = (a: Source, b: Source): number =>
  Number(b.kind !== 'unnamed') - Number(a.kind !== 'unnamed') || wordsOfName(b.name).length - wordsOfName(a.name).length

/** The sources that are one as one: under the fullest name, with all others as aliases, and for whom the first of them speaks. */
const unitedOf = (members: readonly Source[]): Source | undefined => {
  const [fullest] = members.toSorted(fuller)
  if (fullest === undefined || members.length === 1) return fullest
  const own = new Set(members.map(({ id }) => id))
  const words = new Set(members.flatMap(({ name, aliases }) => [name, ...aliases]))
  const body = [fullest, ...members].find(({ speaksFor }) => speaksFor !== null && !own.has(speaksFor))
  return { ...fullest, aliases: [...words].filter((each) => each !== fullest.name), speaksFor: body?.speaksFor ?? null }
}

/** Every source under the id by which it goes once those that are one are one. */
const idsAfter = (groups: readonly (readonly Source[])[]): ReadonlyMap<SourceId, SourceId> =>
  new Map(
    groups.flatMap((members) => {
      const united = unitedOf(members)
      return united === undefined ? [] : members.map(({ id }): [SourceId, SourceId] => [id, united.id])
    }),
  )

const groupsOf = (sources: readonly Source[], leaders: Leaders): readonly (readonly Source[])[] => {
  const groups = new Map<SourceId, Source[]>()
  for (const source of sources) {
    const leader = leaderOf(leaders, source)
    groups.set(leader, [...(groups.get(leader) ?? []), source])
  }
  return [...groups.values()]
}

/** The merges that persons made, by name: those of the judgements whose names are one now, each once. */
const mergesBy = (sources: readonly Source[], judgements: readonly Judgement[]): readonly Merge[] => {
  const merges = new Map<string, Merge>()
  for (const { judgement } of judgementsOf(judgements, 'same-source')) {
    for (const source of sources) {
      const [one, other] = judgement.names.map((name) => spelling(source, name)).toSorted()
      if (one == null || other == null) continue
      const by = { maker: PERSON, sure: probability(1) }
      const reason = 'a person judged them to be one source'
      merges.set(`${source.id} ${one} / ${other}`, { source: source.id, names: [one, other], reason, by })
    }
  }
  return [...merges].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, merge]) => merge)
}

const isConfirmed = ({ source, names: [one, other] }: Merge, judged: readonly Merge[]): boolean =>
  judged.some(
    ({ source: id, names: [a, b] }) =>
      id === source && ((isCalled(one, a) && isCalled(other, b)) || (isCalled(one, b) && isCalled(other, a))),
  )

const graded = (sources: readonly Source[], judgements: readonly Judgement[]): readonly Source[] => {
  const grades = new Map(
    judgementsOf(judgements, 'grade').flatMap(({ judgement: { source, grade } }) =>
      sourcesCalled(sources, source).found.map(({ id }) => [id, grade]),
    ),
  )
  return sources.map((source) => ({ ...source, grade: grades.get(source.id) ?? source.grade }))
}

/**
 * Who is who after what persons judged of it: sources that they took for one are one in every list, and sources they graded have that
 * grade. A name stands for all who are named so. Of judgements that contradict each other the later wins.
 */
export const judgedVoices = (voices: Voices, judgements: readonly Judgement[]): Voices => {
  if (judgementsOf(judgements, 'same-source', 'grade').length === 0) return voices
  const groups = groupsOf(voices.sources, leadersOf(voices.sources, judgements))
  const ids = idsAfter(groups)
  const idOf = (id: SourceId): SourceId => ids.get(id) ?? id
  const sources = groups
    .flatMap((members) => unitedOf(members) ?? [])
    .map((source) => ({ ...source, speaksFor: source.speaksFor === null ? null : idOf(source.speaksFor) }))
  const judged = mergesBy(sources, judgements)
  const merges = voices.merges.map((merge) => ({ ...merge, source: idOf(merge.source) }))
  return {
    sources: graded(sources, judgements),
    mentions: voices.mentions.map((mention) => ({ ...mention, source: idOf(mention.source) })),
    merges: [...merges.filter((merge) => !isConfirmed(merge, judged)), ...judged],
    speakers: voices.speakers.map(({ statement, sources: chain }) => ({ statement, sources: chain.map(idOf) })),
  }
}
