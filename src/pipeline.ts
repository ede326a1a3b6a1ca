import { attribute } from './attribute/attribute.ts'
import type { Tagger } from './attribute/tagger.ts'
import type { CheckedCase, Exhibit, Inquiry, Override } from './core/case.ts'
import type { Capture, Document } from './core/document.ts'
import type { Refusal, Result } from './core/refusal.ts'
import { ok } from './core/refusal.ts'
import { seam } from './core/seam.ts'
import type { Statement } from './core/statement.ts'
import type { BearingReader } from './resolve/bearings/model/bearing-reader.ts'
import { claimsOnTrial, resolve } from './resolve/resolve.ts'
import { trace } from './trace/trace.ts'
import { assume, standardAssumptions, type Assumptions } from './weigh/assumptions.ts'
import { weigh } from './weigh/weigh.ts'

export interface Step {
  readonly stage: 'read' | 'resolve' | 'trace' | 'weigh'
  readonly done: number
  readonly total: number
  /** The document at work; empty where the step is about all of them. */
  readonly name: string
}

export interface CheckOptions {
  readonly tagger: Tagger
  /** Reads statements against claims, beside the rules that do so from their words. */
  readonly bearings?: BearingReader
  /** How bytes become documents: `read` itself, or one that does it in another process. */
  readonly read: (capture: Capture) => Promise<Result<readonly Document[]>>
  /** Rows of the assumptions table to move, by name. */
  readonly assume?: Readonly<Record<string, number>>
  readonly onProgress?: (step: Step) => void
}

/** A document with what is said in it. */
interface Heard {
  readonly label: string | null
  readonly document: Document
  readonly statements: readonly Statement[]
}

interface HeardCase {
  readonly exhibits: readonly Exhibit[]
  readonly heard: readonly Heard[]
  readonly refusals: readonly Refusal[]
}

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

const isLater = (document: Document, asOf: string | null): boolean =>
  asOf !== null && document.published !== null && document.published > asOf

const leftOut = ({ label, document }: Exhibit, asOf: string | null): Refusal => ({
  code: 'bad-option',
  sentence: `${label} (${document.title ?? document.publisher ?? 'untitled'}) was published on ${document.published ?? ''}, after ${asOf ?? ''}: it is left out.`,
})

/** Reads every capture and hears each document as soon as it is read: where reading is done in another process, both go on at once. */
const hearAll = async (inquiry: Inquiry, { read, tagger, onProgress }: CheckOptions): Promise<HeardCase> => {
  let done = 0
  const total = inquiry.submissions.length
  const hear = async (label: string | null, document: Document): Promise<Heard> => {
    const statements = isLater(document, inquiry.asOf) ? [] : seam(await attribute({ documents: [document], tagger }))
    return { label, document, statements }
  }
  const results = await Promise.all(
    inquiry.submissions.map(async ({ label, capture }) => {
      const result = seam(await read(capture))
      const documents = result.ok ? result.value : []
      const heard = await Promise.all(
        documents.map((document, at) => hear(label === null || documents.length === 1 ? label : `${label}.${at + 1}`, document)),
      )
      onProgress?.({ stage: 'read', done: ++done, total, name: capture.name })
      return { refusal: result.ok ? null : result.refusal, heard }
    }),
  )
  const heard = distinct(results.flatMap((result) => result.heard))
  const exhibits = labelled(heard)
  return {
    exhibits: exhibits.filter(({ document }) => !isLater(document, inquiry.asOf)),
    heard,
    refusals: [
      ...inquiry.refusals,
      ...results.flatMap(({ refusal }) => (refusal === null ? [] : [refusal])),
      ...exhibits.filter(({ document }) => isLater(document, inquiry.asOf)).map((exhibit) => leftOut(exhibit, inquiry.asOf)),
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
 * The way through all rooms: reads what was submitted, finds who says what, who they are and which claim it bears on, leads echoes
 * back, and weighs. A refusal where an assumption named in `options.assume` does not exist or is out of its range; unreadable
 * documents are listed in the case's refusals and the rest is done.
 */
export const check = async (inquiry: Inquiry, options: CheckOptions): Promise<Result<CheckedCase>> => {
  const assumed = assume(options.assume ?? {})
  if (!assumed.ok) return assumed
  const assumptions = assumed.value
  const { exhibits, heard, refusals } = await hearAll(inquiry, options)
  const documents = inOrder(exhibits)
  const statementsOf = new Map(heard.map(({ document, statements }) => [document.id, statements]))
  const statements = documents.flatMap(({ id }) => statementsOf.get(id) ?? [])
  const step = (stage: Step['stage']): void => options.onProgress?.({ stage, done: 0, total: 1, name: '' })
  step('resolve')
  const claims = claimsOnTrial({ documents, statements, claims: inquiry.claims })
  const onDocument = (done: number): void =>
    options.onProgress?.({ stage: 'resolve', done, total: documents.length, name: documents[done]?.title ?? '' })
  const chances = seam((await options.bearings?.read({ documents, statements, claims }, onDocument)) ?? [])
  const resolution = seam(resolve({ documents, statements, claims, chances }))
  step('trace')
  const provenance = seam(trace({ documents, statements, resolution }))
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
    refusals,
    statements,
    resolution,
    provenance,
    verdicts,
    overrides: overridesOf(assumptions),
  })
}
