import type { Document } from '../core/document.ts'
import type { Edge, EdgeKind } from '../core/origin.ts'
import { PERSON } from '../core/judgement.ts'
import { probability } from '../core/probability.ts'
import { hull } from '../core/span.ts'
import type { Telling } from './telling.ts'

/**
 * How a tie joins. `identity`: the chains themselves say that both go back to one source, whoever is named. `likeness`: words or place
 * suggest it, and two knowers who clearly differ speak against it. `shown`: drawn, but joins nothing.
 */
export type Force = 'identity' | 'likeness' | 'shown'

/** A reason to lead one telling back to another, before it is decided which reasons hold. */
export interface Tie {
  readonly from: Telling
  readonly to: Telling
  readonly kind: EdgeKind
  readonly force: Force
  /** The rule, without its prefix: "same-speaker". */
  readonly rule: string
  /** Probability that both go back to one knower. */
  readonly sure: number
  /** One plain clause. */
  readonly reason: string
}

/** A tie at least this sure joins; a less sure one is shown as a question. More likely than not: neither error is cheaper than the other. */
export const JOINS_FROM = 0.5

/** A tie less sure than this is not worth an analyst's look. */
export const SHOWN_FROM = 0.4

/** A document as a sentence names it. */
export const calledBy = ({ publisher, title, published }: Document): string =>
  `${publisher ?? title ?? 'an untitled document'}${published === null ? '' : ` of ${published}`}`

/** The words that show a tie: what is said, with whom it names. */
const shownBy = ({ statement, document }: Telling): Edge['shown'][number] => {
  const mention = statement.chain.at(-1)?.mention ?? null
  return { document: document.id, span: hull(mention === null ? statement.content : [...statement.content, mention]) }
}

export const edgeOf = ({ from, to, kind, rule, sure, reason }: Tie): Edge => ({
  from: from.statement.id,
  to: to.statement.id,
  kind,
  reason,
  shown: [shownBy(from), shownBy(to)],
  by: { maker: kind === 'judged' ? PERSON : `rule:${rule}`, sure: probability(sure) },
})
