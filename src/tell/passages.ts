import type { CheckedCase } from '../core/case.ts'
import type { DocumentId } from '../core/document.ts'
import { byPosition, hull } from '../core/span.ts'
import { sentencesOf, type Citation, type Explanation, type Quote, type Section, type Sentence } from './explanation.ts'

/** Words of a document that the reasoning leads to, and the places in it that lead there. */
export interface Passage {
  /** An id for a page: `p2-120-180` for code units 120 to 180 of the second document. */
  readonly id: string
  readonly citation: Citation
  /** Where to go back to: for each claim the place that deals with the passage most closely. Claim 0 is the case as a whole. */
  readonly returns: readonly Return[]
}

export interface Return {
  readonly claim: number
  readonly place: string
}

/** A page's anchors: the id of every sentence and quotation, and the passages. */
export interface Anchors {
  readonly sentence: (sentence: Sentence) => string
  readonly quote: (quote: Quote) => string
  readonly passage: (citation: Citation) => string
  /** In reading order. */
  readonly passages: readonly Passage[]
}

interface Cited {
  readonly claim: number
  readonly place: string
  readonly citation: Citation
  /** A quotation deals with its passage more closely than a sentence that leans on it. */
  readonly isQuote: boolean
}

/** The id of every sentence and quotation of some sections: `c2-s14`, `c2-q3`. */
const placed = (sections: readonly Section[], claim: number) => {
  const sentences = sections.flatMap(sentencesOf).map((sentence, at) => [sentence, `c${claim}-s${at + 1}`] as const)
  const quotes = sections
    .flatMap(({ points }) => points.flatMap((point) => point.quotes))
    .map((quote, at) => [quote, `c${claim}-q${at + 1}`] as const)
  const cited: readonly Cited[] = [
    ...quotes.map(([{ citation }, place]): Cited => ({ claim, place, citation, isQuote: true })),
    ...sentences.flatMap(([{ citations }, place]) =>
      citations.map((citation): Cited => ({ claim, place, citation, isQuote: false })),
    ),
  ]
  return { sentences, quotes, cited }
}

const passageId = (exhibits: ReadonlyMap<DocumentId, number>, { document, spans }: Citation): string =>
  `p${(exhibits.get(document) ?? 0) + 1}-${spans.flatMap(({ start, end }) => [start, end]).join('-')}`

const returnsOf = (cited: readonly Cited[]): readonly Return[] => {
  const claims = [...new Set(cited.map(({ claim }) => claim))].sort((a, b) => (a || Infinity) - (b || Infinity))
  return claims.flatMap((claim) => {
    const own = cited.filter((one) => one.claim === claim)
    const best = own.find(({ isQuote }) => isQuote) ?? own[0]
    return best === undefined ? [] : [{ claim, place: best.place }]
  })
}

const idFrom = <T>(ids: ReadonlyMap<T, string>, key: T): string => {
  const id = ids.get(key)
  if (id === undefined) throw new Error('a page can lead only to what its own explanation says')
  return id
}

/** The anchors of an explanation; sentences and quotations are known by identity, so the same value must be asked for. */
export const anchorsOf = (checked: CheckedCase, { claims, closing }: Explanation): Anchors => {
  const exhibits = new Map(checked.exhibits.map(({ document }, place) => [document.id, place]))
  const parts = [...claims.map(({ sections, number }) => placed(sections, number)), placed(closing, 0)]
  const sentences = new Map(parts.flatMap((part) => part.sentences))
  const quotes = new Map(parts.flatMap((part) => part.quotes))
  const passage = (citation: Citation): string => passageId(exhibits, citation)
  const cited = new Map<string, Cited[]>()
  for (const one of parts.flatMap((part) => part.cited)) {
    const id = passage(one.citation)
    cited.set(id, [...(cited.get(id) ?? []), one])
  }
  const passages = [...cited].flatMap(([id, all]) => {
    // Of two that cite the same words, the one that knows whose statement they are tells more.
    const first = all.find(({ citation }) => citation.statement !== null) ?? all[0]
    return first === undefined ? [] : [{ id, citation: first.citation, returns: returnsOf(all) }]
  })
  const placeOf = ({ citation }: Passage): number => exhibits.get(citation.document) ?? 0
  return {
    sentence: (sentence) => idFrom(sentences, sentence),
    quote: (quote) => idFrom(quotes, quote),
    passage,
    passages: passages.sort((a, b) => placeOf(a) - placeOf(b) || byPosition(hull(a.citation.spans), hull(b.citation.spans))),
  }
}
