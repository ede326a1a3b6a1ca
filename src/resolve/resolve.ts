import type { Bearing, BearingChance, Claim } from '../core/claim.ts'
import type { Document } from '../core/document.ts'
import { grouped } from '../core/grouped.ts'
import type { Judgement } from '../core/judgement.ts'
import type { Quantity } from '../core/measure.ts'
import type { Resolution } from '../core/resolution.ts'
import { covers } from '../core/span.ts'
import type { Statement } from '../core/statement.ts'
import { bearingsOf } from './bearings/bearings.ts'
import { judgedBearings } from './bearings/judged-bearings.ts'
import { datesOf } from './dates/dates.ts'
import { evidenceOf } from './evidence/evidence.ts'
import { findClaims } from './bearings/found-claims.ts'
import { quantitiesOf } from './quantities/quantities.ts'
import { voicesOf } from './sources/sources.ts'

export { unresolved } from './stale.ts'

export interface ResolveInput {
  /** In order of publication: a voice is named by the document that names it first. */
  readonly documents: readonly Document[]
  /** As `attribute` gives them. */
  readonly statements: readonly Statement[]
  /** Empty: the most contested claims of the documents are found. */
  readonly claims: readonly Claim[]
  /** What a trained reader says of statements and claims, where there is one: `BearingReader`. */
  readonly chances?: readonly BearingChance[]
  /** What persons decided of names, grades and bearings, the earliest first. */
  readonly judgements?: readonly Judgement[]
}

/** The claims on trial: those given, or the most contested of the documents. */
export const claimsOnTrial = ({ documents, statements, claims }: ResolveInput): readonly Claim[] =>
  claims.length > 0 ? claims : findClaims({ documents, statements })

/** The claim a quantity is about: that of the first bearing statement of its document that holds it. */
const withClaims = (
  quantities: readonly Quantity[],
  statements: readonly Statement[],
  bearings: readonly Bearing[],
): readonly Quantity[] => {
  const claimOf = new Map(bearings.map(({ statement, claim }) => [statement, claim]))
  const bearing = grouped(
    statements.filter(({ id }) => claimOf.has(id)),
    ({ document }) => document,
  )
  return quantities.map((quantity) => {
    const holder = bearing.get(quantity.document)?.find(({ content }) => content.some((part) => covers(part, quantity.span)))
    return holder === undefined ? quantity : { ...quantity, claim: claimOf.get(holder.id) ?? null }
  })
}

/** Who is who, which statement bears on which claim, when, and how much. A person's judgement wins over what is found. */
export const resolve = (input: ResolveInput): Resolution => {
  const { documents, statements, chances = [], judgements = [] } = input
  const claims = claimsOnTrial(input)
  const bearings = judgedBearings(bearingsOf({ documents, statements, claims, chances }), {
    documents,
    statements,
    claims,
    judgements,
  })
  const { sources, mentions, merges, speakers } = voicesOf(documents, statements, judgements)
  return {
    sources,
    mentions,
    merges,
    speakers,
    claims,
    bearings,
    evidence: evidenceOf({ documents, statements, bearings }),
    quantities: withClaims(documents.flatMap(quantitiesOf), statements, bearings),
    dates: documents.flatMap(datesOf),
  }
}
