import { takesPart, type Bearing } from '../core/claim.ts'
import type { Document, DocumentId } from '../core/document.ts'
import type { Judgement } from '../core/judgement.ts'
import type { Resolution } from '../core/resolution.ts'
import type { Source, SourceId } from '../core/source.ts'
import type { Statement, StatementId } from '../core/statement.ts'
import { isFirstHand } from './access.ts'
import { type Directory, knowerOf } from './knower.ts'
import { vouches } from './vouching.ts'

/** Documents with what was said in them, and who and which claim that is about: what `trace` is given. */
export interface TraceInput {
  readonly documents: readonly Document[]
  readonly statements: readonly Statement[]
  readonly resolution: Resolution
  /** What persons decided of origins, the earliest first. */
  readonly judgements?: readonly Judgement[]
}

/**
 * What a telling rests on. `voice`: somebody who is said to know. `outlet`: the outlet alone, which does not say how it knows.
 */
export type Footing = 'voice' | 'outlet'

/** One statement as it bears on one claim. A statement that bears on two claims is two tellings. */
export interface Telling {
  /** Place among all tellings by date, document and position. It depends on content alone, never on the order in which documents were given. */
  readonly rank: number
  readonly statement: Statement
  readonly document: Document
  /** Place of the document among those given. */
  readonly place: number
  readonly bearing: Bearing
  /** The same number for the same claim and stance. */
  readonly group: number
  /** 0; above it the same number for a telling that a person gave an origin of its own and all that rests on it. */
  readonly part: number
  /** As the chain: the outlet first. */
  readonly sources: readonly Source[]
  readonly outlet: Source
  /** Who says it: the last of the chain. */
  readonly speaker: Source
  /** For whom the speaker speaks: the body, or the speaker where it tells what it saw itself or speaks for none. */
  readonly knower: Source
  readonly footing: Footing
}

/** Sorts after every date: what is not dated is not known to be early. */
const UNDATED = '9999'

const dateOf = (document: Document): string => document.published ?? UNDATED

/** By code units: the same order everywhere. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The place of each document given, by date and then by id, so that it depends on the documents alone. */
const datedPlaces = (documents: readonly Document[]): readonly number[] => {
  const order = documents.map((document, place) => ({ document, place }))
  order.sort((a, b) => compareText(dateOf(a.document), dateOf(b.document)) || compareText(a.document.id, b.document.id))
  const places = new Array<number>(documents.length).fill(0)
  for (const [dated, { place }] of order.entries()) places[place] = dated
  return places
}

const startOf = ({ statement }: { readonly statement: Statement }): number => statement.content[0]?.start ?? 0

/** Order of publication, then of the documents as given, then of place. */
export const inReadingOrder = (a: Telling, b: Telling): number =>
  compareText(dateOf(a.document), dateOf(b.document)) || a.place - b.place || a.rank - b.rank

const unknown = (what: string, id: string): Error =>
  new Error(`the resolution names ${what} ${id}, which is not among what it was given`)

const STANCES: readonly Bearing['stance'][] = ['supports', 'contradicts', 'neutral']

/** A statement with who speaks in it; read when the first bearing asks for it, as most statements bear on nothing. */
interface Told {
  readonly statement: Statement
  readonly document: Document
  readonly place: number
  chain: readonly SourceId[]
  voices: Voices | null
  /** The groups in which it is a telling already. */
  readonly groups: number[]
}

interface Voices {
  readonly sources: readonly Source[]
  readonly outlet: Source
  readonly speaker: Source
  readonly knower: Source
  readonly footing: Footing
}

const voicesOf = ({ statement, document, chain }: Told, directory: Directory): Voices => {
  const sources = chain.map((id) => {
    const source = directory.get(id)
    if (source === undefined) throw unknown('source', id)
    return source
  })
  const [outlet] = sources
  const speaker = sources.at(-1)
  if (outlet === undefined || speaker === undefined)
    throw new Error(`the resolution names no speaker of statement ${statement.id}`)
  const body = knowerOf(speaker, directory)
  const knower = body.id !== speaker.id && isFirstHand(statement, document) ? speaker : body
  const unsourced = speaker.id === outlet.id && speaker.kind === 'outlet' && !vouches(statement, document, speaker)
  return { sources, outlet, speaker, knower, footing: unsourced ? 'outlet' : 'voice' }
}

const toldIn = ({ documents, statements, resolution }: TraceInput): ReadonlyMap<StatementId, Told> => {
  const places = new Map<DocumentId, number>(documents.map((document, place) => [document.id, place]))
  const told = new Map<StatementId, Told>()
  for (const statement of statements) {
    const place = places.get(statement.document)
    const document = place === undefined ? undefined : documents[place]
    if (place === undefined || document === undefined)
      throw new Error(`statement ${statement.id} stands in no document that was given`)
    told.set(statement.id, { statement, document, place, chain: [], voices: null, groups: [] })
  }
  for (const { statement, sources } of resolution.speakers) {
    const its = told.get(statement)
    if (its === undefined) throw unknown('statement', statement)
    its.chain = sources
  }
  return told
}

/** A telling before its rank is known. */
interface Unranked {
  readonly told: Told
  readonly voices: Voices
  readonly bearing: Bearing
  readonly group: number
}

/** Every statement as it bears on every claim, each (statement, claim, stance) once, in rank order. */
export const tellingsOf = (input: TraceInput): readonly Telling[] => {
  const { documents, resolution } = input
  const directory: Directory = new Map(resolution.sources.map((source) => [source.id, source]))
  const claims = new Map(resolution.claims.map((claim, at) => [claim.id, at]))
  const statements = toldIn(input)
  const tellings: Unranked[] = []
  for (const bearing of resolution.bearings) {
    if (!takesPart(bearing)) continue
    const claim = claims.get(bearing.claim)
    if (claim === undefined) throw unknown('claim', bearing.claim)
    const told = statements.get(bearing.statement)
    if (told === undefined) throw unknown('statement', bearing.statement)
    const group = claim * STANCES.length + STANCES.indexOf(bearing.stance)
    if (told.groups.includes(group)) continue
    told.groups.push(group)
    told.voices ??= voicesOf(told, directory)
    tellings.push({ told, voices: told.voices, bearing, group })
  }
  const dated = datedPlaces(documents)
  const order = (a: Unranked, b: Unranked): number =>
    (dated[a.told.place] ?? 0) - (dated[b.told.place] ?? 0) ||
    startOf(a.told) - startOf(b.told) ||
    compareText(a.told.statement.id, b.told.statement.id) ||
    a.group - b.group
  return tellings.sort(order).map(({ told: { statement, document, place }, voices, bearing, group }, rank) => ({
    rank,
    statement,
    document,
    place,
    bearing,
    group,
    part: 0,
    ...voices,
  }))
}
