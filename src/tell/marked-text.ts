import type { Document } from '../core/document.ts'
import { byPosition, hull, lengthOf, overlaps, span, textAt, type Span } from '../core/span.ts'
import { markup, type Markup } from './markup.ts'
import type { Passage } from './passages.ts'
import { plain } from '../core/plain-text.ts'

/** A passage with what its mark shows of it. */
export interface MarkedPassage extends Passage {
  /** Classes of its mark. */
  readonly classes: string
  /** Spoken and shown beside it: "claim 1: supports, put as a fact". */
  readonly note: string
}

/** A stretch of a document's text between two blank lines, with what it is for. */
interface Stretch {
  readonly kind: string
  readonly span: Span
}

const BLANK = /^\s*$/u

/** The blocks of a document, and whatever words stand outside of them. */
const stretchesOf = ({ text, blocks }: Document): readonly Stretch[] => {
  const stretches: Stretch[] = []
  let from = 0
  const end = span(text.length, text.length)
  for (const block of [...blocks, { kind: 'paragraph', span: end }].sort((a, b) => byPosition(a.span, b.span))) {
    const between = span(from, Math.max(from, block.span.start))
    if (!BLANK.test(textAt(text, between))) stretches.push({ kind: 'paragraph', span: between })
    if (lengthOf(block.span) > 0) stretches.push(block)
    from = Math.max(from, block.span.end)
  }
  return stretches
}

/** A headline that says no more than the title above it, and that nothing leads to, is not shown twice. */
const repeatsTitle = ({ kind, span: at }: Stretch, { text, title }: Document, passages: readonly MarkedPassage[]): boolean =>
  kind === 'headline' &&
  title !== null &&
  plain(textAt(text, at)) === plain(title) &&
  !passages.some(({ citation }) => citation.spans.some((part) => overlaps(part, at)))

/** The pieces of a stretch between which no passage begins or ends. */
const piecesOf = (at: Span, passages: readonly MarkedPassage[]): readonly Span[] => {
  const cuts = passages.flatMap(({ citation }) => citation.spans.flatMap(({ start, end }) => [start, end]))
  const inside = [...new Set([at.start, at.end, ...cuts.filter((cut) => cut > at.start && cut < at.end)])].sort((a, b) => a - b)
  return inside.slice(1).map((end, place) => span(inside[place] ?? at.start, end))
}

/** What lies over a piece, the shortest last: that one gives the mark its colour. */
const over = (piece: Span, passages: readonly MarkedPassage[]): readonly MarkedPassage[] =>
  passages
    .filter(({ citation }) => citation.spans.some((part) => overlaps(part, piece)))
    .toSorted((a, b) => lengthOf(hull(b.citation.spans)) - lengthOf(hull(a.citation.spans)))

const anchor = ({ id }: MarkedPassage): Markup => markup`<span class="spot" id="${id}"></span>`

const back = ({ note, returns }: MarkedPassage): Markup =>
  markup`<sup class="back">${returns.map(
    ({ claim, place }) =>
      markup`<a href="#${place}" title="${note}" aria-label="Back to ${claim === 0 ? 'the reasoning' : `claim ${claim}`}">↑${claim === 0 ? '' : claim}</a>`,
  )}</sup>`

const firstOf = ({ citation }: MarkedPassage): number => Math.min(...citation.spans.map(({ start }) => start))
const lastOf = ({ citation }: MarkedPassage): number => Math.max(...citation.spans.map(({ end }) => end))

const pieceMarkup = (text: string, piece: Span, passages: readonly MarkedPassage[]): Markup => {
  const layers = over(piece, passages)
  const top = layers.at(-1)
  const words = textAt(text, piece)
  const starting = layers.filter((passage) => firstOf(passage) === piece.start)
  const ending = layers.filter((passage) => lastOf(passage) === piece.end).toReversed()
  if (top === undefined) return markup`${words}`
  const classes = `${top.classes}${layers.length > 1 ? ' nested' : ''}`
  return markup`${starting.map(anchor)}<mark class="${classes}">${words}</mark>${ending.map(back)}`
}

const stretchMarkup = ({ kind, span: at }: Stretch, text: string, passages: readonly MarkedPassage[]): Markup =>
  markup`<p class="${kind}">${piecesOf(at, passages).map((piece) => pieceMarkup(text, piece, passages))}</p>
`

/**
 * The text of a document with a mark over every passage. Passages may overlap and nest: each piece has the colour of the shortest
 * over it. Every passage has its id once: where it begins, or in front of the text where it begins at no word.
 */
export const markedText = (document: Document, passages: readonly MarkedPassage[]): Markup => {
  const stretches = stretchesOf(document).filter((stretch) => !repeatsTitle(stretch, document, passages))
  const placed = new Set(
    stretches.flatMap(({ span: at }) => passages.filter((passage) => firstOf(passage) >= at.start && firstOf(passage) < at.end)),
  )
  const adrift = passages.filter((passage) => !placed.has(passage) || lengthOf(hull(passage.citation.spans)) === 0)
  const standing = passages.filter((passage) => !adrift.includes(passage))
  return markup`${adrift.map(anchor)}${stretches.map((stretch) => stretchMarkup(stretch, document.text, standing))}`
}
