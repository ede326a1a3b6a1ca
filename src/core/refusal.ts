import type { Span } from './span.ts'

/**
 * Something from the outside that could not be taken, as a value. `code` is stable and for programs; `sentence` is one plain
 * sentence for a person: what, where, and what to do.
 */
export interface Refusal {
  readonly code: RefusalCode
  readonly sentence: string
  /** Where in the input, when there is a place. */
  readonly span?: Span
}

export type RefusalCode =
  | 'not-found'
  | 'not-readable'
  | 'unknown-format'
  | 'empty'
  | 'no-article'
  | 'no-text-layer'
  | 'too-large'
  | 'too-deep'
  | 'too-slow'
  | 'malformed'
  | 'bad-signature'
  | 'bad-case'
  | 'bad-option'
  | 'stale-judgement'
  | 'bad-url'
  | 'address-refused'
  | 'http-status'
  | 'redirect-loop'
  | 'network'
  | 'not-kept'
  | 'deleted'
  | 'busy'

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

export const refuse = (code: RefusalCode, sentence: string, span?: Span): Result<never> => ({
  ok: false,
  refusal: span === undefined ? { code, sentence } : { code, sentence, span },
})
