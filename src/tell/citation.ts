import type { DocumentId } from '../core/document.ts'
import { trimmed, type Span } from '../core/span.ts'
import type { Statement } from '../core/statement.ts'
import { held, onePerDocument, tellingsOf, type CaseFile, type ClaimFile, type Telling } from './case-file.ts'
import type { Citation, NonEmpty, Sentence } from './explanation.ts'
import type { Reason } from '../core/verdict.ts'

const isNonEmpty = <T>(items: readonly T[]): items is NonEmpty<T> => items.length > 0

/** Code units shown of a document whose first block is longer than a headline. */
const LONGEST_HEADLINE = 200

export const citeSpan = (file: CaseFile, document: DocumentId, at: Span): Citation => ({
  document,
  label: held(file.exhibits, document).label,
  spans: [{ start: at.start, end: at.end }],
  statement: null,
})

export const citeStatement = (file: CaseFile, statement: Statement): readonly Citation[] => {
  const spans = statement.content.map(({ start, end }): Span => ({ start, end }))
  return isNonEmpty(spans)
    ? [{ document: statement.document, label: held(file.exhibits, statement.document).label, spans, statement: statement.id }]
    : []
}

/** In the order of the exhibits. */
export const citeTellings = (file: CaseFile, tellings: readonly Telling[]): readonly Citation[] => {
  const placeOf = ({ exhibit }: Telling): number => file.checked.exhibits.indexOf(exhibit)
  return [...tellings].sort((a, b) => placeOf(a) - placeOf(b)).flatMap(({ statement }) => citeStatement(file, statement))
}

/** Where each document begins: what a sentence about all of them, or about nothing in them, was looked for in. */
export const citeHeadlines = (file: CaseFile): readonly Citation[] =>
  file.checked.exhibits.flatMap(({ document }) => {
    const first = document.blocks.find(({ kind }) => kind === 'headline') ?? document.blocks[0]
    const at = trimmed(document.text, first?.span ?? { start: 0, end: document.text.length })
    const end = Math.min(at.end, at.start + LONGEST_HEADLINE)
    return end > at.start ? [citeSpan(file, document.id, { start: at.start, end })] : []
  })

/** What an origin or an item of evidence stands on: its first telling, or the words that mention it. */
export const citeAbout = (on: ClaimFile, { id }: Reason['about']): readonly Citation[] => {
  const origin = on.origins.find((one) => one.id === id)
  if (origin !== undefined) return citeTellings(on.file, tellingsOf(on, origin).slice(0, 1))
  return on.evidence.filter((item) => item.id === id).map((item) => citeSpan(on.file, item.document, item.mention))
}

/**
 * What a sentence about the claim as a whole leads to: the first telling of each origin; where there is none, the passages that
 * take no side; where there are none either, where each document begins.
 */
export const citeLeads = (on: ClaimFile): readonly Citation[] => {
  const leads = on.origins.flatMap((origin) => tellingsOf(on, origin).slice(0, 1))
  if (leads.length > 0) return citeTellings(on.file, leads)
  return on.tellings.length > 0 ? citeTellings(on.file, onePerDocument(on.tellings)) : citeHeadlines(on.file)
}

/** A sentence, or nothing where no words stand behind it: what cannot be shown is not said. */
export const said = (text: string, citations: readonly Citation[]): readonly Sentence[] =>
  isNonEmpty(citations) ? [{ text, citations }] : []
