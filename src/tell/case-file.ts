import type { CheckedCase, Exhibit } from '../core/case.ts'
import { takesPart, type Bearing, type Claim, type Side } from '../core/claim.ts'
import type { DocumentId } from '../core/document.ts'
import type { Evidence } from '../core/evidence.ts'
import type { Origin } from '../core/origin.ts'
import type { Source, SourceId } from '../core/source.ts'
import { byPosition, hull, type Span } from '../core/span.ts'
import type { Statement, StatementId } from '../core/statement.ts'
import type { Reason, Verdict } from '../core/verdict.ts'
import { plain } from '../core/plain-text.ts'
import { proseName } from './prose-name.ts'

/** A checked case with its parts at hand by their ids. */
export interface CaseFile {
  readonly checked: CheckedCase
  readonly exhibits: ReadonlyMap<DocumentId, Exhibit>
  readonly statements: ReadonlyMap<StatementId, Statement>
  readonly sources: ReadonlyMap<SourceId, Source>
  readonly speakers: ReadonlyMap<StatementId, readonly SourceId[]>
  /** What running text calls each source: "the Grain Board". */
  readonly names: ReadonlyMap<SourceId, string>
}

/** A statement as it bears on one claim. */
export interface Telling {
  readonly statement: Statement
  readonly bearing: Bearing
  readonly exhibit: Exhibit
  /** Who the links of the chain are, the outlet first. */
  readonly chain: readonly Source[]
}

/** What a case holds on one claim. */
export interface ClaimFile {
  readonly file: CaseFile
  /** From 1. */
  readonly number: number
  readonly claim: Claim
  readonly verdict: Verdict
  /** One for each statement that bears on the claim, in the order of the exhibits and then of place. */
  readonly tellings: readonly Telling[]
  /** Weightiest first. */
  readonly origins: readonly Origin[]
  readonly evidence: readonly Evidence[]
}

/** What `map` holds under `key`. Throws where it holds nothing: a case that names what it has not is broken. */
export const held = <K extends string, V>(map: ReadonlyMap<K, V>, key: K): V => {
  const value = map.get(key)
  if (value === undefined) throw new Error(`the case names ${key}, and holds no such thing`)
  return value
}

const namedIn = ({ exhibits }: CheckedCase, { name }: Source): string =>
  proseName(
    plain(name),
    exhibits.map(({ document }) => document.text),
  )

export const caseFileOf = (checked: CheckedCase): CaseFile => ({
  checked,
  exhibits: new Map(checked.exhibits.map((exhibit) => [exhibit.document.id, exhibit])),
  statements: new Map(checked.statements.map((statement) => [statement.id, statement])),
  sources: new Map(checked.resolution.sources.map((source) => [source.id, source])),
  speakers: new Map(checked.resolution.speakers.map(({ statement, sources }) => [statement, sources])),
  names: new Map(checked.resolution.sources.map((source) => [source.id, namedIn(checked, source)])),
})

/** One who tells on, with the words that name it at this place. */
export interface Teller {
  readonly source: SourceId
  readonly mention: Span | null
}

/** Who tells whom, the outlet first. Who is named twice in a row ("We have no view", the office writes in its own notice) tells once. */
export const tellersOf = (file: CaseFile, statement: StatementId): readonly Teller[] => {
  const { chain } = held(file.statements, statement)
  const tellers: Teller[] = []
  held(file.speakers, statement).forEach((source, place) => {
    const mention = chain[place]?.mention ?? null
    if (tellers.at(-1)?.source === source) tellers.pop()
    tellers.push({ source, mention })
  })
  return tellers
}

export const chainOf = (file: CaseFile, statement: StatementId): readonly Source[] =>
  tellersOf(file, statement).map(({ source }) => held(file.sources, source))

/** The order in which a reader meets statements: exhibit by exhibit, and in each from the top. */
const readingOrder = ({ checked }: CaseFile) => {
  const places = new Map(checked.exhibits.map(({ document }, place) => [document.id, place]))
  return (a: Statement, b: Statement): number =>
    held(places, a.document) - held(places, b.document) || byPosition(hull(a.content), hull(b.content))
}

/** The bearings on one claim that take part in its verdict, the first where a statement has several. */
const bearingsOn = (file: CaseFile, claim: Claim): readonly Bearing[] => [
  ...new Map(
    file.checked.resolution.bearings
      .filter((bearing) => bearing.claim === claim.id && takesPart(bearing))
      .toReversed()
      .map((bearing) => [bearing.statement, bearing]),
  ).values(),
]

const tellingsOn = (file: CaseFile, claim: Claim): readonly Telling[] => {
  const inOrder = readingOrder(file)
  return bearingsOn(file, claim)
    .map((bearing): Telling => {
      const statement = held(file.statements, bearing.statement)
      return { statement, bearing, exhibit: held(file.exhibits, statement.document), chain: chainOf(file, statement.id) }
    })
    .sort((a, b) => inOrder(a.statement, b.statement))
}

export const reasonFor = (verdict: Verdict, id: Reason['about']['id']): Reason | undefined =>
  verdict.reasons.find(({ about }) => about.id === id)

const weightOf = (verdict: Verdict, id: Reason['about']['id']): number => Math.abs(reasonFor(verdict, id)?.nats ?? 0)

/** One file for each claim, in the order of the case. */
export const claimFilesOf = (file: CaseFile): readonly ClaimFile[] => {
  const { resolution, provenance, verdicts } = file.checked
  return resolution.claims.map((claim, index): ClaimFile => {
    const verdict = verdicts.find((one) => one.claim === claim.id)
    if (verdict === undefined) throw new Error(`the case has no verdict on ${claim.id}`)
    return {
      file,
      number: index + 1,
      claim,
      verdict,
      tellings: tellingsOn(file, claim),
      origins: provenance.origins
        .filter((origin) => origin.claim === claim.id)
        .sort((a, b) => weightOf(verdict, b.id) - weightOf(verdict, a.id)),
      evidence: resolution.evidence.filter((item) => item.claim === claim.id),
    }
  })
}

export const originsOn = ({ origins }: ClaimFile, side: Side): readonly Origin[] =>
  origins.filter((origin) => origin.side === side)

/** The tellings of one origin, in the origin's own order. */
export const tellingsOf = ({ tellings }: ClaimFile, origin: Origin): readonly Telling[] =>
  origin.statements.flatMap((id) => tellings.filter(({ statement }) => statement.id === id))

/** The first telling in each document. */
export const onePerDocument = (tellings: readonly Telling[]): readonly Telling[] =>
  tellings.filter((telling, place) => tellings.findIndex(({ exhibit }) => exhibit === telling.exhibit) === place)
