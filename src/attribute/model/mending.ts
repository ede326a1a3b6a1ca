/**
 * What the networks mark word by word, held to what they cannot see: neighbours, sentences, and that a speaker is one stretch of words. Every
 * rule takes words away or joins pieces; none adds an attribution.
 */
import type { Document } from '../../core/document.ts'
import { byPosition, covers, hull, overlaps, textAt, trimmed, within, type Span } from '../../core/span.ts'
import { quotationsIn } from '../quotations.ts'
import type { Attribution } from '../tagger.ts'

/** How many attributions to either side are looked at for words that two of them claim. */
const NEIGHBOURS = 4

const apart = (a: Span, b: Span): number => Math.max(0, a.start - b.end, b.start - a.end)

/**
 * Without pieces of content that belong to a neighbour: its cue stands outside the piece and nearer to it. An attribution keeps its last piece
 * in any case, since two may share one ("said Brandt, and Holm confirmed, that …").
 */
const withoutBorrowed = (attribution: Attribution, others: readonly Attribution[]): Attribution => {
  if (attribution.content.length < 2) return attribution
  const cue = hull(attribution.cue)
  const own = attribution.content.filter(
    (piece) =>
      !others.some(
        (other) =>
          !covers(piece, hull(other.cue)) &&
          apart(hull(other.cue), piece) < apart(cue, piece) &&
          other.content.some((part) => overlaps(part, piece)),
      ),
  )
  return own.length === 0 || own.length === attribution.content.length ? attribution : { ...attribution, content: own }
}

/** Ends of sentences inside a piece that no quotation spans. */
const plainEndsIn = (document: Document, piece: Span): readonly number[] => {
  const ends = within(document.sentences, piece)
    .map(({ end }) => end)
    .filter((end) => end < piece.end)
  if (ends.length === 0) return []
  const quotations = within(
    document.blocks.map(({ span }) => span),
    piece,
  ).flatMap((block) => quotationsIn(document.text, block))
  return ends.filter((end) => !quotations.some(({ outer }) => outer.start < end && end < outer.end))
}

/** A piece cut where a sentence ends, unless inside a quotation, if what lies beyond the end has words of saying of its own. */
const cutPiece = (document: Document, piece: Span, { cue, others }: { cue: Span; others: readonly Attribution[] }): Span => {
  let cut = piece
  for (const end of plainEndsIn(document, piece)) {
    const [left, right] = [
      { start: cut.start, end },
      { start: end, end: cut.end },
    ]
    const [near, far] = apart(cue, left) <= apart(cue, right) ? [left, right] : [right, left]
    if (near.end <= near.start || !others.some((other) => covers(far, hull(other.cue)))) continue
    const words = trimmed(document.text, near)
    if (words.end > words.start) cut = words
  }
  return cut
}

const withoutLaterSentences = (document: Document, attribution: Attribution, others: readonly Attribution[]): Attribution => ({
  ...attribution,
  content: attribution.content.map((piece) => cutPiece(document, piece, { cue: hull(attribution.cue), others })),
})

const JOINING = /^[\s,]*$/u

/** A speaker in pieces with nothing but commas between them is one: "Ola Brandt, the engineer". */
const joinedSource = (text: string, source: readonly Span[]): readonly Span[] => {
  const joined: Span[] = []
  for (const piece of source) {
    const last = joined.at(-1)
    if (last !== undefined && JOINING.test(textAt(text, { start: last.end, end: piece.start })))
      joined[joined.length - 1] = { start: last.start, end: piece.end }
    else joined.push(piece)
  }
  return joined
}

/** Whether it stands inside what another says and names nobody: its words are the other's already, and nobody new says them. */
const isIdle = ({ source, cue }: Attribution, others: readonly Attribution[]): boolean =>
  source.length === 0 && others.some(({ content }) => content.some((part) => covers(part, hull(cue))))

/** The attributions of a document as the networks gave them, mended. */
export const mended = (document: Document, attributions: readonly Attribution[]): readonly Attribution[] => {
  const inOrder = attributions.toSorted((a, b) => byPosition(hull(a.cue), hull(b.cue)))
  return inOrder.flatMap((attribution, at) => {
    const others = inOrder.slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS + 1).filter((other) => other !== attribution)
    if (isIdle(attribution, others)) return []
    const joined = { ...attribution, source: joinedSource(document.text, attribution.source) }
    return withoutLaterSentences(document, withoutBorrowed(joined, others), others)
  })
}
