import type { Stance } from './claim.ts'
import type { EvidenceKind, Traceable } from './evidence.ts'
import type { SourceKind } from './source.ts'
import type { Act, Certainty } from './statement.ts'
import type { Band } from './verdict.ts'

/** A span with its words: the outside form of `Span`. */
export interface QuotedSpan {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The JSON form of a checked case: schema `hearsay.report/1`. Every id is local to the report but stable between runs. */
export interface Report {
  readonly schema: 'hearsay.report/1'
  readonly question: string | null
  readonly asOf: string | null
  readonly documents: readonly {
    readonly id: string
    readonly publisher: string | null
    readonly author: string | null
    readonly title: string | null
    readonly published: string | null
    readonly url: string | null
    readonly sha256: string
  }[]
  readonly sources: readonly {
    readonly id: string
    readonly name: string
    readonly kind: SourceKind
    readonly aliases: readonly string[]
  }[]
  readonly claims: readonly {
    readonly id: string
    readonly text: string
    readonly probability: number
    readonly interval: readonly [number, number]
    readonly band: Band
    readonly why: string
  }[]
  readonly statements: readonly ReportedStatement[]
  readonly origins: readonly {
    readonly id: string
    readonly claim: string
    readonly side: 'supports' | 'contradicts'
    readonly root: string | null
    readonly statements: readonly string[]
    readonly why: string
  }[]
  readonly evidence: readonly {
    readonly id: string
    readonly document: string
    readonly mention: QuotedSpan
    readonly kind: EvidenceKind
    readonly claim: string | null
    readonly stance: Stance
    readonly provenance: Traceable
    readonly score: { readonly value: number; readonly scale: string } | null
    readonly challengedBy: readonly string[]
  }[]
  readonly quantities: readonly {
    readonly document: string
    readonly span: QuotedSpan
    readonly value: number
    readonly unit: string | null
    readonly claim: string | null
  }[]
  readonly dates: readonly { readonly document: string; readonly span: QuotedSpan; readonly iso: string }[]
}

/** One row per statement and claim: a statement that bears on two claims has two rows with ids of their own. */
export interface ReportedStatement {
  readonly id: string
  readonly document: string
  readonly content: readonly QuotedSpan[]
  readonly cue: readonly QuotedSpan[]
  readonly chain: readonly { readonly source: string; readonly mention: QuotedSpan | null }[]
  readonly claim: string | null
  readonly stance: Stance
  readonly certainty: Certainty
  readonly act: Act
  readonly saidAt: string | null
}
