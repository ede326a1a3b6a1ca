import type { Merge } from '../core/resolution.ts'
import type { SourceId } from '../core/source.ts'
import { listed } from './shelves.ts'
import type { Telling } from './telling.ts'
import { JOINS_FROM, type Tie } from './tie.ts'

/** One source said to speak in both; an unnamed voice is tied across documents by words thinner than a name. */
const SAME_NAMED = 0.97
const SAME_UNNAMED = 0.85
const SPEAKS_FOR = 0.9

/** How sure it is that all who were taken for a source are it: the least sure of its merges. */
export const mergesOf = (merges: readonly Merge[]): ReadonlyMap<SourceId, number> => {
  const sure = new Map<SourceId, number>()
  for (const { source, by } of merges) if (by.sure >= JOINS_FROM) sure.set(source, Math.min(sure.get(source) ?? 1, by.sure))
  return sure
}

const sameSpeaker = (from: Telling, to: Telling, merged: number): Tie => ({
  from,
  to,
  kind: 'same-speaker',
  force: 'identity',
  rule: 'same-speaker',
  sure: (from.speaker.kind === 'unnamed' ? SAME_UNNAMED : SAME_NAMED) * merged,
  reason: `both are said by ${from.speaker.name}`,
})

const speaksForReason = ({ speaker, knower }: Telling, { speaker: other }: Telling): string => {
  if (other.id === knower.id) return `${speaker.name} speaks for ${knower.name}`
  if (speaker.id === knower.id) return `${other.name} speaks for ${knower.name}`
  return `${speaker.name} and ${other.name} both speak for ${knower.name}`
}

const speaksFor = (from: Telling, to: Telling): Tie => ({
  from,
  to,
  kind: 'speaks-for',
  force: 'identity',
  rule: 'speaks-for',
  sure: SPEAKS_FOR,
  reason: speaksForReason(from, to),
})

/**
 * `same-speaker` and `speaks-for` ties among the tellings of one side of one claim that name a voice: every telling to the first by its
 * speaker, and the first of each speaker to the first of the body itself or of another who speaks for it. As many as there are tellings,
 * not as there are pairs. `merged` tells how sure it is that a source is one.
 */
export const voiceTies = (tellings: readonly Telling[], merged: ReadonlyMap<SourceId, number>): readonly Tie[] => {
  const same = [...listed(tellings, ({ speaker }) => speaker.id).values()].flatMap(([first, ...later]) =>
    first === undefined ? [] : later.map((telling) => sameSpeaker(telling, first, merged.get(first.speaker.id) ?? 1)),
  )
  const spoken = [...listed(tellings, ({ knower }) => knower.id).values()].flatMap((list) => {
    const firsts = [...listed(list, ({ speaker }) => speaker.id).values()].flatMap(([first]) =>
      first === undefined ? [] : [first],
    )
    const centre = firsts.find(({ speaker, knower }) => speaker.id === knower.id) ?? firsts[0]
    return centre === undefined ? [] : firsts.filter((first) => first !== centre).map((first) => speaksFor(first, centre))
  })
  return [...same, ...spoken]
}
