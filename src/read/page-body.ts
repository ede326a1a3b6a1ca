import { isNote } from './furniture-line.ts'
import { isProse } from './headline.ts'
import type { Placed } from './page-passages.ts'
import type { Passage } from './passage.ts'
import { hasPhrase } from './plain-words.ts'
import { elementsIn, isElement, isWithin, type Element } from './tree.ts'

/** Share of a page's running text that its one article holds where the page marks it as one. */
const MARKED_SHARE = 0.6
/** Share of running text that one child holds where the others are around it. */
const CORE_SHARE = 0.85
/** Share of our running text that the second reader must have for it to be heard. */
const WITNESS_SHARE = 0.5
/** Words of a passage that are enough to find it in what the second reader has. */
const MARK_WORDS = 12

const proseWords = ({ passage }: Placed): number => (isProse(passage) && passage.linked < 0.5 ? passage.words : 0)

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** What an element holds of a page's text. */
interface Weight {
  /** Words of running text. */
  readonly words: number
  readonly passages: number
}

type Weights = ReadonlyMap<Element, Weight>

const NOTHING: Weight = { words: 0, passages: 0 }

const added = (a: Weight, b: Weight): Weight => ({ words: a.words + b.words, passages: a.passages + b.passages })

/** The weight of every element that holds any text: of what stands in it alone, and of its children. */
const weigh = (page: Element, placed: readonly Placed[]): Weights => {
  const weights = new Map<Element, Weight>()
  for (const line of placed) {
    weights.set(line.place, added(weights.get(line.place) ?? NOTHING, { words: proseWords(line), passages: 1 }))
  }
  const sumUp = (element: Element): Weight => {
    const weight = element.children
      .filter(isElement)
      .map(sumUp)
      .reduce(added, weights.get(element) ?? NOTHING)
    if (weight.passages > 0) weights.set(element, weight)
    return weight
  }
  sumUp(page)
  return weights
}

const wordsIn = (weights: Weights, element: Element): number => weights.get(element)?.words ?? 0

const isArticle = ({ name, attributes }: Element): boolean =>
  name === 'article' || attributes.get('role') === 'article' || attributes.get('itemprop') === 'articleBody'

const isMain = ({ name, attributes }: Element): boolean => name === 'main' || attributes.get('role') === 'main'

/** The heaviest element of a sort, where it holds enough of what `within` does; null where none does. */
const heaviest = (weights: Weights, within: Element, isSort: (element: Element) => boolean): Element | null => {
  let best: Element | null = null
  for (const [element, { words }] of weights) {
    if (isSort(element) && words > (best === null ? 0 : wordsIn(weights, best)) && isWithin(element, within)) best = element
  }
  return best !== null && wordsIn(weights, best) >= MARKED_SHARE * wordsIn(weights, within) ? best : null
}

/** From `element` inward as long as one child with several passages holds nearly all of the running text. */
const coreOf = (element: Element, weights: Weights): Element => {
  const enough = CORE_SHARE * wordsIn(weights, element)
  const isCore = (child: Element): boolean => wordsIn(weights, child) >= enough && (weights.get(child)?.passages ?? 0) > 1
  const core = enough === 0 ? undefined : element.children.filter(isElement).find(isCore)
  return core === undefined ? element : coreOf(core, weights)
}

/** Where a page says, or its running text shows, that the article stands. */
export interface Body {
  readonly element: Element
  /** Whether the page itself marks the element as an article. */
  readonly isMarked: boolean
}

export const findBody = (page: Element, placed: readonly Placed[]): Body => {
  const weights = weigh(page, placed)
  const main = heaviest(weights, page, isMain) ?? page
  const article = heaviest(weights, main, isArticle)
  return article === null ? { element: coreOf(main, weights), isMarked: false } : { element: article, isMarked: true }
}

const markOf = (plain: string): string => plain.trim().split(' ').slice(0, MARK_WORDS).join(' ')

/** What the second reader has of ours: places in order. Null where it has too little to be heard. */
const confirmedPlaces = (placed: readonly Placed[], witness: string): readonly number[] | null => {
  const isConfirmed = (line: Placed): boolean => proseWords(line) > 0 && hasPhrase(witness, markOf(line.passage.plain))
  const words = sum(placed.filter(isConfirmed).map(proseWords))
  const isHeard = words > 0 && words >= WITNESS_SHARE * sum(placed.map(proseWords))
  return isHeard ? placed.flatMap((line, at) => (isConfirmed(line) ? [at] : [])) : null
}

/** Whether the second reader, where it was heard, leaves the passage at `at` to the article: in what it has, or beside a part of it. */
const approvalOf = (placed: readonly Placed[], confirmed: readonly number[]): ((at: number) => boolean) => {
  const first = confirmed[0] ?? 0
  const last = confirmed.at(-1) ?? 0
  const parents = new Set(confirmed.map((at) => placed[at]?.place.parent))
  return (at) => (at >= first && at <= last) || parents.has(placed[at]?.place.parent)
}

/**
 * The passages of the article: those in its body; what stands between the main heading and the body; notes on corrections wherever they
 * stand. Where the page does not mark its article, running text before and after all that the second reader has is left out.
 */
export const articleIn = (placed: readonly Placed[], body: Body, witness: string | null): readonly Passage[] => {
  const inside = new Set(elementsIn(body.element))
  const isInside = placed.map(({ place }) => inside.has(place))
  const start = placed.findIndex((line, at) => isInside[at] === true && proseWords(line) > 0)
  const headline = placed.findLastIndex(({ passage }, at) => at < start && passage.kind === 'headline')
  const confirmed = witness === null || body.isMarked ? null : confirmedPlaces(placed, witness)
  const isApproved = confirmed === null ? null : approvalOf(placed, confirmed)
  const isKept = (line: Placed, at: number): boolean => {
    if (isNote(line.passage) || (headline >= 0 && at >= headline && at <= start)) return true
    if (isApproved?.(at) === true) return true
    return isInside[at] === true && (isApproved === null || proseWords(line) === 0)
  }
  return placed.filter(isKept).map(({ passage }) => passage)
}
