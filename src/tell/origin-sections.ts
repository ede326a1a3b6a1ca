import type { Side } from '../core/claim.ts'
import type { Edge, Origin } from '../core/origin.ts'
import type { Source } from '../core/source.ts'
import { held, onePerDocument, originsOn, reasonFor, tellingsOf, type CaseFile, type ClaimFile } from './case-file.ts'
import { citeSpan, citeStatement, citeTellings, said } from './citation.ts'
import { point, type Citation, type Point, type Section, type Sentence } from './explanation.ts'
import { judgedGrade, judgedOrigin } from './judged.ts'
import { calledIn, inProse, knowerOf, labelled, quoteOf, rootOf, titleOf } from './naming.ts'
import { HEADINGS, phrases } from './phrases.data.ts'
import { asSentence, capitalised, counted } from './wording.ts'

const shownBy = (file: CaseFile, edge: Edge): readonly Citation[] => {
  const shown = edge.shown.map(({ document, span }) => citeSpan(file, document, span))
  return shown.length > 0 ? shown : [edge.from, edge.to].flatMap((id) => citeStatement(file, held(file.statements, id)))
}

/** How the tellings of an origin came to be one: what persons say of it before what the rules found. */
const joinsOf = (on: ClaimFile, origin: Origin): readonly Sentence[] => {
  const { file } = on
  const inOrder = [true, false].flatMap((judged) => origin.edges.filter(({ kind }) => (kind === 'judged') === judged))
  const found = inOrder.flatMap((edge) => said(asSentence(labelled(file, edge.reason)), shownBy(file, edge)))
  const joins = [...judgedOrigin(on, origin), ...found]
  return joins.filter(({ text }, place) => joins.findIndex((other) => other.text === text) === place)
}

/** That others of the same body speak too, and that they may speak as one. */
const affiliation = (on: ClaimFile, origin: Origin, behind: readonly Citation[]): readonly Sentence[] => {
  const { affiliation: body } = origin
  const others = originsOn(on, origin.side).filter((other) => other !== origin && body !== null && other.affiliation === body)
  if (body === null || others.length === 0) return []
  return said(phrases.affiliated(inProse(on.file, held(on.file.sources, body)), others.length), behind)
}

/** Who the root speaks for, or who wrote it. */
const spokenFor = ({ file }: ClaimFile, root: Source, behind: readonly Citation[]): readonly Sentence[] => {
  if (root.speaksFor === null) return []
  const phrase = root.kind === 'document' ? phrases.writtenBy : phrases.speaksFor
  return said(phrase(calledIn(file, root), inProse(file, held(file.sources, root.speaksFor))), behind)
}

const standing = (on: ClaimFile, origin: Origin, behind: readonly Citation[]): readonly Sentence[] => {
  const root = rootOf(on.file, origin)
  return [
    ...(root === null ? said(phrases.noRoot, behind) : spokenFor(on, root, behind)),
    ...judgedGrade(on, root, behind),
    ...affiliation(on, origin, behind),
    ...said(phrases.access(origin.access, origin.certainty), behind),
    ...(origin.interest === 'none' ? [] : said(phrases.interest(knowerOf(on.file, origin), origin.interest), behind)),
    ...(origin.retellings > 0 ? said(phrases.retellings(origin.retellings), behind) : []),
  ]
}

const originPoint = (on: ClaimFile, origin: Origin): Point => {
  const tellings = tellingsOf(on, origin)
  const articles = onePerDocument(tellings)
  const behind = citeTellings(on.file, tellings.slice(0, 1))
  return point([...said(phrases.told(articles.length), citeTellings(on.file, articles)), ...standing(on, origin, behind)], {
    about: { kind: 'origin', id: origin.id },
    title: capitalised(titleOf(on, { kind: 'origin', id: origin.id })),
    kind: rootOf(on.file, origin)?.kind ?? 'unnamed',
    nats: reasonFor(on.verdict, origin.id)?.nats ?? null,
    joins: joinsOf(on, origin),
    quotes: tellings.flatMap((telling) => quoteOf(on.file, telling)),
  })
}

/** The origins on one side, with what is known of each, how its echoes lead back to it, and every telling. */
export const originSection = (on: ClaimFile, side: Side): Section => {
  const origins = originsOn(on, side)
  return {
    kind: side,
    heading: `${HEADINGS[side]}: ${counted(origins.length, 'origin')}`,
    points: origins.map((origin) => originPoint(on, origin)),
  }
}

/** Why the statements of an origin are one, as a clause: its joins, or that it is told once. */
export const originReason = (file: CaseFile, origin: Origin): string => {
  const reasons = [...new Set(origin.edges.map(({ reason }) => labelled(file, reason)))]
  const [first] = origin.statements
  if (reasons.length > 0 || first === undefined) return reasons.join('; ')
  const { document } = held(file.statements, first)
  return phrases.toldOnce(held(file.exhibits, document).label)
}
