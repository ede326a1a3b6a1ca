import type { CheckedCase } from '../core/case.ts'
import type { Bearing, ClaimId } from '../core/claim.ts'
import type { DocumentId } from '../core/document.ts'
import type { QuotedSpan, Report, ReportedStatement } from '../core/report.ts'
import { overlaps, textAt, type Span } from '../core/span.ts'
import type { Statement, StatementId } from '../core/statement.ts'
import { caseFileOf, held, tellersOf, type CaseFile } from './case-file.ts'
import { explain } from './explain.ts'
import { sentencesOf } from './explanation.ts'
import { originReason } from './origin-sections.ts'

/** Decimals of a probability in a report: past these two machines may differ. */
const DECIMALS = 6

const rounded = (value: number): number => Number(value.toFixed(DECIMALS))

/** One row of a report: a statement with the claim it bears on, or with none. */
interface Row {
  readonly id: string
  readonly statement: Statement
  readonly bearing: Bearing | null
}

/** The rows of a statement, in the order of the claims. The first keeps the statement's id; the others end in `-2`, `-3` ... */
const rowsOf = (file: CaseFile, statement: Statement): readonly Row[] => {
  const { claims, bearings } = file.checked.resolution
  const borne = claims.flatMap(({ id }) =>
    bearings.filter((one) => one.statement === statement.id && one.claim === id).slice(0, 1),
  )
  if (borne.length === 0) return [{ id: statement.id, statement, bearing: null }]
  return borne.map((bearing, place) => ({ id: place === 0 ? statement.id : `${statement.id}-${place + 1}`, statement, bearing }))
}

const quoted = (file: CaseFile, document: DocumentId, { start, end }: Span): QuotedSpan => ({
  start,
  end,
  text: textAt(held(file.exhibits, document).document.text, { start, end }),
})

/** The day that the words at `saidAt` name: of exactly those words, or of the first date among them. */
const dayOf = (file: CaseFile, { document, saidAt }: Statement): string | null => {
  if (saidAt === null) return null
  const near = file.checked.resolution.dates.filter((date) => date.document === document && overlaps(date.span, saidAt))
  const exact = near.find(({ span }) => span.start === saidAt.start && span.end === saidAt.end)
  return (exact ?? near[0])?.iso ?? null
}

const statementRow = (file: CaseFile, { id, statement, bearing }: Row): ReportedStatement => {
  const { document, content, cue } = statement
  return {
    id,
    document: held(file.exhibits, document).label,
    content: content.map((part) => quoted(file, document, part)),
    cue: cue.map((part) => quoted(file, document, part)),
    chain: tellersOf(file, statement.id).map(({ source, mention }) => ({
      source,
      mention: mention === null ? null : quoted(file, document, mention),
    })),
    claim: bearing?.claim ?? null,
    stance: bearing?.stance ?? 'neutral',
    certainty: bearing?.certainty ?? statement.certainty,
    act: bearing?.act ?? statement.act,
    saidAt: dayOf(file, statement),
  }
}

const documentRows = ({ checked }: CaseFile): Report['documents'] =>
  checked.exhibits.map(({ label, document: { publisher, author, title, published, url, sha256 } }) => ({
    id: label,
    publisher,
    author,
    title,
    published,
    url,
    sha256,
  }))

const sourceRows = ({ checked }: CaseFile): Report['sources'] =>
  checked.resolution.sources.map(({ id, name, kind, aliases }) => ({ id, name, kind, aliases: [...aliases] }))

const claimRows = ({ checked }: CaseFile): Report['claims'] => {
  const told = explain(checked).claims
  return told.map(({ claim, band, probability, interval: [low, high], sections }, place) => ({
    id: claim,
    text: checked.resolution.claims[place]?.text ?? '',
    probability: rounded(probability),
    interval: [rounded(low), rounded(high)],
    band,
    why: sections
      .filter(({ kind }) => kind === 'verdict')
      .flatMap(sentencesOf)
      .map(({ text }) => text)
      .join(' '),
  }))
}

type RowId = (statement: StatementId, claim: ClaimId | null) => string

const originRows = (file: CaseFile, rowId: RowId): Report['origins'] =>
  file.checked.provenance.origins.map((origin) => ({
    id: origin.id,
    claim: origin.claim,
    side: origin.side,
    root: origin.root,
    statements: origin.statements.map((statement) => rowId(statement, origin.claim)),
    why: originReason(file, origin),
  }))

const evidenceRows = (file: CaseFile, rowId: RowId): Report['evidence'] =>
  file.checked.resolution.evidence.map((item) => ({
    id: item.id,
    document: held(file.exhibits, item.document).label,
    mention: quoted(file, item.document, item.mention),
    kind: item.kind,
    claim: item.claim,
    stance: item.stance,
    provenance: item.provenance,
    score: item.score === null ? null : { value: item.score.value, scale: item.score.scale },
    challengedBy: item.challengedBy.map((statement) => rowId(statement, item.claim)),
  }))

/**
 * The JSON form of a checked case, schema `hearsay.report/1`. One row per statement and claim; words are as they stand in the
 * document, offsets UTF-16; probabilities have six decimals. The same case gives the same report, keys in the same order.
 * Throws where the case names what it does not hold.
 */
export const reportOf = (checked: CheckedCase): Report => {
  const file = caseFileOf(checked)
  const rows = checked.statements.flatMap((statement) => rowsOf(file, statement))
  const rowId: RowId = (statement, claim) => {
    const own = rows.filter((row) => row.statement.id === statement)
    const row = own.find(({ bearing }) => bearing?.claim === claim) ?? own[0]
    if (row === undefined) throw new Error(`the case names ${statement}, and holds no such statement`)
    return row.id
  }
  return {
    schema: 'hearsay.report/1',
    question: checked.question,
    asOf: checked.asOf,
    documents: documentRows(file),
    sources: sourceRows(file),
    claims: claimRows(file),
    statements: rows.map((row) => statementRow(file, row)),
    origins: originRows(file, rowId),
    evidence: evidenceRows(file, rowId),
    quantities: checked.resolution.quantities.map(({ document, span, value, unit, claim }) => ({
      document: held(file.exhibits, document).label,
      span: quoted(file, document, span),
      value,
      unit,
      claim,
    })),
    dates: checked.resolution.dates.map(({ document, span, iso }) => ({
      document: held(file.exhibits, document).label,
      span: quoted(file, document, span),
      iso,
    })),
  }
}
