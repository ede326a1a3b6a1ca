import type { ClaimId, Stance } from './claim.ts'
import type { Refusal } from './refusal.ts'
import type { Grade } from './source.ts'
import type { StatementId } from './statement.ts'

/**
 * A person's call. It wins over what the rooms find, is only ever appended to a journal, and is taken back by another entry. Sources
 * are called by any name or alias the documents have for them: ids of sources change as documents are added, words do not.
 */
export type Judgement =
  /** That two names stand for one source, whatever tells them apart; or for two, whatever joins them. */
  | { readonly kind: 'same-source' | 'different-source'; readonly names: readonly [string, string] }
  /** That two statements on one side of a claim go back to one knower; or that they do not. */
  | { readonly kind: 'same-origin' | 'different-origin'; readonly statements: readonly [StatementId, StatementId] }
  /** That a statement goes back to nobody else's telling: an origin of its own. */
  | { readonly kind: 'split-origin'; readonly statement: StatementId }
  /** What a statement is to a claim; `none` where it has nothing to do with it. */
  | { readonly kind: 'bearing'; readonly statement: StatementId; readonly claim: ClaimId; readonly stance: Stance | 'none' }
  /** Admiralty reliability of a source. */
  | { readonly kind: 'grade'; readonly source: string; readonly grade: Grade }
  /** Another value for a row of the assumptions table. */
  | { readonly kind: 'override'; readonly assumption: string; readonly value: number }
  /** Words for whoever reads the case later; they change nothing. */
  | { readonly kind: 'note'; readonly text: string; readonly about: string | null }

export type JudgementKind = Judgement['kind']

/** Whether a judgement calls a statement by its id. */
export const callsStatement = (judgement: Judgement): boolean => 'statement' in judgement || 'statements' in judgement

export type JudgementOf<Kind extends JudgementKind> = Judgement & { readonly kind: Kind }

/** A judgement with its place among those of its case: the higher place is the later. */
export interface Placed<Kind extends JudgementKind> {
  readonly at: number
  readonly judgement: JudgementOf<Kind>
}

const isOf =
  <Kind extends JudgementKind>(kinds: readonly Kind[]) =>
  (judgement: Judgement): judgement is JudgementOf<Kind> =>
    kinds.some((kind) => kind === judgement.kind)

/** The judgements of these kinds, in the order in which they were made. */
export const judgementsOf = <Kind extends JudgementKind>(
  judgements: readonly Judgement[],
  ...kinds: readonly Kind[]
): readonly Placed<Kind>[] => {
  const fits = isOf(kinds)
  return judgements.flatMap((judgement, at) => (fits(judgement) ? [{ at, judgement }] : []))
}

/** `By.maker` of what a person decided. */
export const PERSON = 'person'

/** That a judgement found nothing to act on. `what` completes "the judgement that …"; `why` says what is missing and what to do. */
export const staleJudgement = (what: string, why: string): Refusal => ({
  code: 'stale-judgement',
  sentence: `The judgement that ${what} found nothing to act on: ${why}.`,
})
