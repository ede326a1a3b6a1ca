import type { By } from '../../core/by.ts'
import { idOf } from '../../core/digest.ts'
import type { Document } from '../../core/document.ts'
import { grouped } from '../../core/grouped.ts'
import { PERSON, type Judgement } from '../../core/judgement.ts'
import { probability } from '../../core/probability.ts'
import type { Merge } from '../../core/resolution.ts'
import type { Mention, Source, SourceId, Speakers } from '../../core/source.ts'
import { covers, textAt, type Span } from '../../core/span.ts'
import type { Statement } from '../../core/statement.ts'
import { addAlias, emptyCast, figureOf, normalName, type Cast, type Figure, type Parting } from './cast.ts'
import { namesIn } from './name-occurrences.ts'
import { judgedVoices, type Voices } from './judged-voices.ts'
import { JUDGED, type Tie } from './kept-apart.ts'
import { partingsIn } from './partings.ts'
import { byName, enterNames, tieMention, type Reading } from './who-is-who.ts'

export type { Voices } from './judged-voices.ts'

/** The name of a document's outlet where nobody says who published it. */
const UNKNOWN_OUTLET = 'unnamed outlet'

const hostOfUrl = (url: string | null): string | null => {
  if (url === null) return null
  const start = url.indexOf('//') + 2
  const end = url.indexOf('/', start)
  const host = url.slice(start, end === -1 ? url.length : end)
  return host.startsWith('www.') ? host.slice(4) : host
}

const outletOf = (cast: Cast, document: Document): Figure => {
  const name = document.publisher ?? hostOfUrl(document.url)
  const key = name === null ? `outlet of ${document.id}` : `name ${normalName(name)}`
  const outlet = figureOf(cast, { key, kind: 'outlet', name: name ?? document.title ?? UNKNOWN_OUTLET })
  outlet.documents.add(document.id)
  if (document.author !== null) addAlias(outlet, document.author)
  return outlet
}

interface Place {
  readonly span: Span
  readonly statement: Statement
  readonly link: number
}

const placesOf = (statements: readonly Statement[]): readonly Place[] =>
  statements
    .flatMap((statement) =>
      statement.chain.flatMap(({ mention }, link) => (mention === null ? [] : [{ span: mention, statement, link }])),
    )
    .toSorted((a, b) => a.span.start - b.span.start || a.link - b.link || b.span.end - a.span.end)

/** Ties made in one document: by statement and position in its chain. */
type Ties = Map<string, Tie>

const keyOf = (statement: Statement, link: number): string => `${statement.id} ${link}`

/** A document in the course of being read, with what was tied so far. */
interface Course {
  readonly reading: Reading
  readonly ties: Ties
  /** By place: the same words mean the same source in every chain. */
  readonly spots: Map<string, Tie>
  readonly places: ReadonlyMap<string, Place>
}

/** Who tells what the link says: the link before it, which may stand later in the text, else the outlet. */
const tellerOf = (course: Course, { statement, link }: Place): Figure => {
  for (let outer = link - 1; outer > 0; outer--) {
    const place = course.places.get(keyOf(statement, outer))
    if (place !== undefined) return tiePlace(course, place).figure
  }
  return course.reading.outlet
}

const tiePlace = (course: Course, place: Place): Tie => {
  const key = keyOf(place.statement, place.link)
  const known = course.ties.get(key)
  if (known !== undefined) return known
  const { reading, spots } = course
  const spot = `${place.span.start} ${place.span.end}`
  const tie = spots.get(spot) ?? tieMention(reading, place.span, tellerOf(course, place))
  spots.set(spot, tie)
  course.ties.set(key, tie)
  reading.heard.push({ at: place.span.start, figure: tie.figure, speaking: true })
  return tie
}

const readDocument = (reading: Reading, statements: readonly Statement[]): Ties => {
  const places = placesOf(statements)
  const course: Course = {
    reading,
    ties: new Map(),
    spots: new Map(),
    places: new Map(places.map((place) => [keyOf(place.statement, place.link), place])),
  }
  // A name inside a quotation is somebody spoken of, not who acts in the text around it.
  const quoted = statements
    .filter(({ manner, by }) => manner === 'direct' && by.maker !== 'rule:turn')
    .flatMap(({ content }) => content)
  const names = reading.names.filter(({ span }) => !quoted.some((part) => covers(part, span)))
  let next = 0
  for (const place of places) {
    for (let name = names[next]; name !== undefined && name.span.start <= place.span.start; name = names[++next]) {
      const { figure } = byName(reading, name.name, { kind: name.kind, at: name.span.start })
      reading.heard.push({ at: name.span.start, figure, speaking: false })
    }
    tiePlace(course, place)
  }
  return course.ties
}

/** Who tied words to a source: a rule, or a person. */
const tiedBy = ({ rule, sure }: Tie): By => ({ maker: rule === JUDGED ? PERSON : `rule:${rule}`, sure: probability(sure) })

const sourceId = (figure: Figure): SourceId => idOf('src', [figure.kind === 'unnamed' ? 'voice' : 'name', figure.key]) as SourceId

const toSource = (figure: Figure): Source => ({
  id: sourceId(figure),
  name: figure.name,
  kind: figure.kind,
  aliases: [...figure.aliases].filter((alias) => alias !== figure.name),
  speaksFor: figure.speaksFor === null ? null : sourceId(figure.speaksFor),
  grade: 'F',
})

const REASONS: Readonly<Record<string, string>> = {
  'short-name': 'a short form of the name',
  'longer-name': 'a longer form of the name',
  'same-description': 'the same description in as many words',
  'described-again': 'a description that says no more than an earlier one',
  office: 'the office that the text gives',
  'body-noun': 'the body last spoken of',
  'outlet-noun': 'the outlet last cited',
}

const mergesOf = (ties: readonly { readonly tie: Tie; readonly words: string }[]): readonly Merge[] => {
  const seen = new Map<string, Merge>()
  for (const { tie, words } of ties) {
    const reason = REASONS[tie.rule]
    if (reason === undefined || words === tie.figure.name) continue
    seen.set(`${tie.figure.key} ${words}`, {
      source: sourceId(tie.figure),
      names: [tie.figure.name, words],
      reason,
      by: { maker: `rule:${tie.rule}`, sure: probability(tie.sure) },
    })
  }
  return [...seen.values()]
}

interface Settled {
  readonly document: Document
  readonly outlet: Figure
  readonly statements: readonly Statement[]
  readonly ties: Ties
}

const speakersOf = ({ statements, ties, outlet }: Settled): readonly Speakers[] =>
  statements.map((statement) => ({
    statement: statement.id,
    sources: statement.chain.map((_, link) => sourceId(ties.get(keyOf(statement, link))?.figure ?? outlet)),
  }))

const spokenPlaces = ({
  document,
  statements,
  ties,
}: Settled): readonly { readonly mention: Mention; readonly tie: Tie; readonly words: string }[] => {
  const spots = new Map<string, { readonly mention: Mention; readonly tie: Tie; readonly words: string }>()
  for (const { span, statement, link } of placesOf(statements)) {
    const tie = ties.get(keyOf(statement, link))
    if (tie === undefined) continue
    const mention = {
      document: document.id,
      span,
      source: sourceId(tie.figure),
      by: tiedBy(tie),
    }
    spots.set(`${span.start} ${span.end}`, { mention, tie, words: textAt(document.text, span).replace(/,$/u, '') })
  }
  return [...spots.values()]
}

/** Everybody who is told of, and everybody they speak for. */
const castOf = (settled: readonly Settled[]): readonly Figure[] => {
  const cast = new Set<Figure>()
  const enter = (figure: Figure): void => {
    if (cast.has(figure)) return
    cast.add(figure)
    if (figure.speaksFor !== null) enter(figure.speaksFor)
  }
  for (const { outlet, ties } of settled) {
    enter(outlet)
    for (const { figure } of ties.values()) enter(figure)
  }
  return [...cast]
}

/** Reads all documents, with what a person keeps apart in them. */
const settle = (
  documents: readonly Document[],
  byDocument: ReadonlyMap<string, readonly Statement[]>,
  partings: readonly Parting[],
): readonly Settled[] => {
  const cast = emptyCast(partings)
  const readings = documents.map((document): Reading => ({
    cast,
    document,
    outlet: outletOf(cast, document),
    names: namesIn(document),
    heard: [],
  }))
  // Full names of all documents first: a surname in one may be spelt out in another.
  for (const reading of readings) enterNames(reading)
  return readings.map((reading): Settled => {
    const own = byDocument.get(reading.document.id) ?? []
    return { document: reading.document, outlet: reading.outlet, statements: own, ties: readDocument(reading, own) }
  })
}

/**
 * Works out who the links of every chain are, across documents. `statements` in the order of `attribute`. What a person judges of names
 * wins: names kept apart are read again with that known, and names taken for one are united afterwards.
 */
export const voicesOf = (
  documents: readonly Document[],
  statements: readonly Statement[],
  judgements: readonly Judgement[] = [],
): Voices => {
  const byDocument = grouped(statements, (statement) => statement.document)
  const alone = settle(documents, byDocument, [])
  const partings = partingsIn(castOf(alone), judgements)
  const settled = partings.length === 0 ? alone : settle(documents, byDocument, partings)
  const places = settled.flatMap(spokenPlaces)
  const speakers = new Map(settled.flatMap(speakersOf).map((one) => [one.statement, one]))
  return judgedVoices(
    {
      sources: castOf(settled).map(toSource),
      mentions: places.map(({ mention }) => mention),
      merges: mergesOf(places),
      speakers: statements.flatMap(({ id }) => speakers.get(id) ?? []),
    },
    judgements,
  )
}
