import type { Brand } from './brand.ts'
import type { By } from './by.ts'
import type { ClaimId, Side } from './claim.ts'
import type { DocumentId } from './document.ts'
import type { Probability } from './probability.ts'
import type { SourceId } from './source.ts'
import type { Span } from './span.ts'
import type { Certainty, StatementId } from './statement.ts'

/** `or_…`. */
export type OriginId = Brand<string, 'OriginId'>

/** `judged`: a person says so. */
export type EdgeKind = 'same-speaker' | 'cites' | 'speaks-for' | 'copies' | 'same-quote' | 'judged'

/** That one statement goes back to what another goes back to, with the words that show it. */
export interface Edge {
  readonly from: StatementId
  readonly to: StatementId
  readonly kind: EdgeKind
  /** One plain clause: "d2 repeats d1's passage nearly word for word". */
  readonly reason: string
  /** The words that show it. */
  readonly shown: readonly { readonly document: DocumentId; readonly span: Span }[]
  readonly by: By
}

/** How the root came to be able to know. */
export type Access = 'witness' | 'own-decision' | 'record' | 'hearsay' | 'unknown'

/** What the root gains: `belief` if the claim is believed, `disbelief` if it is not, `none` where neither is known. */
export type Interest = 'belief' | 'disbelief' | 'none'

/** All statements on one side of one claim that go back to one knower. */
export interface Origin {
  readonly id: OriginId
  readonly claim: ClaimId
  readonly side: Side
  /** Who knows, or is said to; null where nobody is named. */
  readonly root: SourceId | null
  /** In order of publication, then of place; the first is the first *known* telling. */
  readonly statements: readonly StatementId[]
  readonly edges: readonly Edge[]
  /** The firmest that any telling close to the root puts it. */
  readonly certainty: Certainty
  /** Retellings between the root and the closest telling: 0 where the outlet that tells it is the root or quotes it. */
  readonly retellings: number
  readonly access: Access
  readonly interest: Interest
  /** The probability that its tellings were rightly read as bearing on this claim on this side: that of the surest. */
  readonly bears: Probability
  /** Roots that may speak one line share an affiliation: the id of the body at the top; null where there is none. */
  readonly affiliation: SourceId | null
}

/** How every echo goes back to its origin: what `trace` gives. */
export interface Provenance {
  readonly edges: readonly Edge[]
  readonly origins: readonly Origin[]
}
