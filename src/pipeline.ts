import { attribute } from './attribute/attribute.ts'
import type { Tagger } from './attribute/tagger.ts'
import type { CheckedCase, Exhibit, Inquiry, Override } from './core/case.ts'
import type { Capture, Document } from './core/document.ts'
import { grouped } from './core/grouped.ts'
import type { Refusal, Result } from './core/refusal.ts'
import { ok } from './core/refusal.ts'
import { seam } from './core/seam.ts'
import type { Reading } from './core/reading.ts'
import type { Statement } from './core/statement.ts'
import type { BearingReader } from './resolve/bearings/model/bearing-reader.ts'
import { claimsOnTrial, resolve, unresolved } from './resolve/resolve.ts'
import { trace, untraced } from './trace/trace.ts'
import { assume, standardAssumptions, type Assumptions } from './weigh/assumptions.ts'
import { assumeJudged, idleGrades } from './weigh/judged.ts'
import { weigh } from './weigh/weigh.ts'

export interface Step {
  readonly stage: 'read' | 'resolve' | 'trace' | 'weigh'
  readonly done: number
  readonly total: number
  /** The document at work; empty where the step is about all of them. */
  readonly name: string
}

export interface HearOptions {
  readonly tagger: Tagger
  /** How bytes become documents: `read` itself, or one that does it in another process. */
  readonly read: (capture: Capture) => Promise<Result<readonly Document[]>>
}

export interface WeighOptions {
  /** Reads statements against claims, beside the rules that do so from their words. */
  readonly bearings?: BearingReader
  /** Rows of the assumptions table to move, by name. */
  readonly assume?: Readonly<Record<string, number>>
  readonly onProgress?: (step: Step) => void
}

export interface CheckOptions extends HearOptions, WeighOptions {}

/** Names for documents that no catalogue names: d1, d2 … past those that are taken. */
const labelled = (documents: readonly { readonly label: string | null; readonly document: Document }[]): readonly Exhibit[] => {
  const taken = new Set(documents.map(({ label }) => label))
  let next = 1
  return documents.map(({ label, document }) => {
    if (label !== null) return { label, document }
    while (taken.has(`d${next}`)) next++
    return { label: `d${next++}`, document }
  })
}

/** The same bytes with the same imprint given twice are one document. */
const distinct = <T extends { readonly document: Document }>(documents: readonly T[]): readonly T[] =>
  [...new Map(documents.toReversed().map((one) => [one.document.id, one])).values()].toReversed()

/** What is said in a document that was given twice was heard twice. */
const distinctStatements = (statements: readonly Statement[]): readonly Statement[] => [
  ...new Map(statements.map((statement) => [statement.id, statement])).values(),
]

const isLater = (document: Document, asOf: string | null): boolean =>
  asOf !== null && document.published !== null && document.published > asOf

const leftOut = ({ label, document }: Exhibit, asOf: string | null): Refusal => ({
  code: 'bad-option',
  sentence: `${label} (${document.title ?? document.publisher ?? 'untitled'}) was published on ${document.published ?? ''}, after ${asOf ?? ''}: it is left out.`,
})

/** What a capture is called in its case, with what was found in it. */
export interface Heard {
  readonly label: string | null
  readonly reading: Reading
}

/** An inquiry whose captures have been read. */
export interface HeardInquiry extends Omit<Inquiry, 'submissions'> {
  readonly heard: readonly Heard[]
}

/**
 * Reads one capture and hears all that is said in its documents; in those that `skips` tells, nothing is heard. What it gives depends
 * on nothing but the capture and the versions of the readers, so it can be kept.
 */
export const hear = async (
  capture: Capture,
  { read, tagger, skips = () => false }: HearOptions & { readonly skips?: (document: Document) => boolean },
): Promise<Reading> => {
  const result = seam(await read(capture))
  if (!result.ok) return { documents: [], statements: [], refusal: result.refusal }
  const documents = result.value
  const statements = await Promise.all(
    documents.map(async (document) => (skips(document) ? [] : seam(await attribute({ documents: [document], tagger })))),
  )
  return { documents, statements: statements.flat(), refusal: null }
}

/** Reads every capture and hears each as soon as it is read: where reading is done in another process, both go on at once. */
const hearAll = async ({ submissions, ...rest }: Inquiry, options: CheckOptions): Promise<HeardInquiry> => {
  let done = 0
  const skips = (document: Document): boolean => isLater(document, rest.asOf)
  const heard = await Promise.all(
    submissions.map(async ({ label, capture }) => {
      const reading = await hear(capture, { ...options, skips })
      options.onProgress?.({ stage: 'read', done: ++done, total: submissions.length, name: capture.name })
      return { label, reading }
    }),
  )
  return { ...rest, heard }
}

interface HeardCase {
  readonly exhibits: readonly Exhibit[]
  readonly refusals: readonly Refusal[]
}

/** The documents of a case under their labels, without those that came later than the day asked for. */
const exhibitsOf = ({ heard, asOf, refusals }: HeardInquiry): HeardCase => {
  const labelledDocuments = heard.flatMap(({ label, reading: { documents } }) =>
    documents.map((document, at) => ({
      label: label === null || documents.length === 1 ? label : `${label}.${at + 1}`,
      document,
    })),
  )
  const exhibits = labelled(distinct(labelledDocuments))
  return {
    exhibits: exhibits.filter(({ document }) => !isLater(document, asOf)),
    refusals: [
      ...refusals,
      ...heard.flatMap(({ reading: { refusal } }) => (refusal === null ? [] : [refusal])),
      ...exhibits.filter(({ document }) => isLater(document, asOf)).map((exhibit) => leftOut(exhibit, asOf)),
    ],
  }
}

/** By day of publication, undated documents last, otherwise as given: who told it first is read first. */
const inOrder = (exhibits: readonly Exhibit[]): readonly Document[] =>
  exhibits
    .map(({ document }) => document)
    .toSorted((a, b) =>
      (a.published ?? '9999') < (b.published ?? '9999') ? -1 : (a.published ?? '9999') > (b.published ?? '9999') ? 1 : 0,
    )

const overridesOf = (assumptions: Assumptions): readonly Override[] =>
  Object.entries(assumptions).flatMap(([assumption, value]) => {
    const standard = new Map(Object.entries(standardAssumptions)).get(assumption)
    return standard === undefined || standard === value ? [] : [{ assumption, value, standard }]
  })

/**
 * The way through the rooms from what was heard: finds who is who and which claim a statement bears on, leads echoes back, and weighs. A
 * refusal where an assumption named in `options.assume` does not exist or is out of its range. What persons judged wins over what the
 * rooms find, `options.assume` over a row that they set; judgements that found nothing to act on are listed in the case's refusals.
 */
export const checkHeard = async (inquiry: HeardInquiry, options: WeighOptions): Promise<Result<CheckedCase>> => {
  const { judgements = [] } = inquiry
  const assumed = assumeJudged(judgements, options.assume ?? {})
  if (!assumed.ok) return assumed
  const { assumptions, stale } = assumed.value
  const { exhibits, refusals } = exhibitsOf(inquiry)
  const documents = inOrder(exhibits)
  const statementsOf = grouped(
    inquiry.heard.flatMap(({ reading }) => reading.statements),
    ({ document }) => document,
  )
  const statements = documents.flatMap(({ id }) => distinctStatements(statementsOf.get(id) ?? []))
  const step = (stage: Step['stage']): void => options.onProgress?.({ stage, done: 0, total: 1, name: '' })
  step('resolve')
  const claims = claimsOnTrial({ documents, statements, claims: inquiry.claims })
  const onDocument = (done: number): void =>
    options.onProgress?.({ stage: 'resolve', done, total: documents.length, name: documents[done]?.title ?? '' })
  const chances = seam((await options.bearings?.read({ documents, statements, claims }, onDocument)) ?? [])
  const resolution = seam(resolve({ documents, statements, claims, chances, judgements }))
  step('trace')
  const provenance = seam(trace({ documents, statements, resolution, judgements }))
  step('weigh')
  const verdicts = seam(
    weigh({
      claims: resolution.claims,
      origins: provenance.origins,
      evidence: resolution.evidence,
      sources: resolution.sources,
      assumptions,
    }),
  )
  return ok({
    question: inquiry.question,
    asOf: inquiry.asOf,
    exhibits,
    refusals: [
      ...refusals,
      ...stale,
      ...unresolved(judgements, resolution),
      ...untraced(judgements, { statements, origins: provenance.origins }),
      ...idleGrades(resolution.sources, provenance.origins),
    ],
    statements,
    resolution,
    provenance,
    verdicts,
    overrides: overridesOf(assumptions),
    ...(judgements.length === 0 ? {} : { judgements }),
  })
}

/**
 * The way through all rooms: reads what was submitted, finds who says what, who they are and which claim it bears on, leads echoes
 * back, and weighs. A refusal where an assumption named in `options.assume` does not exist or is out of its range; unreadable
 * documents are listed in the case's refusals and the rest is done.
 */
export const check = async (inquiry: Inquiry, options: CheckOptions): Promise<Result<CheckedCase>> => {
  const assumed = assume(options.assume ?? {})
  return assumed.ok ? checkHeard(await hearAll(inquiry, options), options) : assumed
}
