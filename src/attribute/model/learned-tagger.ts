import type { Document } from '../../core/document.ts'
import { costOf } from '../../core/model-input.ts'
import type { TrainedModel } from '../../core/network.ts'
import { ok, type Result } from '../../core/refusal.ts'
import { byPosition, covers, hull, overlaps, textAt, type Span } from '../../core/span.ts'
import type { Attribution, Tagger } from '../tagger.ts'
import { withLoneQuotations } from '../lone-quotations.ts'
import { turnAttributions, withoutTurnLabels } from '../turns.ts'
import { markedIn, type Marked } from './marking.ts'
import { mended } from './mending.ts'
import { taggerParts, type Guide } from './tagger-settings.ts'
import { ownersOf, windowsOf } from '../../core/window.ts'
import { wordPieces } from '../../core/word-pieces.ts'
import { shapedWords, type ShapedWord } from '../../core/shaped-word.ts'

/** Runs of neighbouring words as spans of the text; one that goes on in the next paragraph is cut there. */
const piecesOf = (words: readonly ShapedWord[], positions: readonly number[]): readonly Span[] => {
  const pieces: { start: number; end: number; last: number }[] = []
  for (const position of positions) {
    const word = words[position]
    if (word === undefined) continue
    const before = pieces.at(-1)
    if (before?.last === position - 1 && !word.opens) Object.assign(before, { end: word.end, last: position })
    else pieces.push({ start: word.start, end: word.end, last: position })
  }
  return pieces.map(({ start, end }) => ({ start, end }))
}

/** Of two attributions that share a word of their cue the surer stays. */
const withoutRivals = (marked: readonly Marked[]): readonly Marked[] => {
  const taken = new Set<number>()
  return marked
    .toSorted((a, b) => b.score - a.score)
    .filter(({ words: { cue } }) => {
      if (cue.some((word) => taken.has(word))) return false
      for (const word of cue) taken.add(word)
      return true
    })
}

/**
 * Whether an attribution names where the teller of the same words has them from: ", quoting the governor". Its words of saying stand
 * outside what the teller says, its content is the teller's.
 */
const isCitation = (mine: Attribution, others: readonly Attribution[]): boolean => {
  const cue = hull(mine.cue)
  const inside = others.some((other) => other !== mine && other.content.some((part) => covers(part, cue)))
  const shared = others.some(
    (other) => other !== mine && other.content.some((part) => mine.content.some((own) => overlaps(part, own))),
  )
  return !inside && shared
}

const attributionsOf = (words: readonly ShapedWord[], marked: readonly Marked[], maker: string): readonly Attribution[] => {
  const made = withoutRivals(marked).map(({ words: { source, cue, content }, inner, score, act, certainty }) => ({
    inner,
    attribution: {
      source: piecesOf(words, source),
      cue: piecesOf(words, cue),
      content: piecesOf(words, content),
      score,
      maker,
      tone: { act, certainty },
      cites: false,
    },
  }))
  const outer = made.filter(({ inner }) => !inner).map(({ attribution }) => attribution)
  return made.map(({ inner, attribution }) => (inner ? { ...attribution, cites: isCitation(attribution, outer) } : attribution))
}

/** Marks of all windows, with words counted from the start of the text. */
const shifted = ({ words: { source, cue, content }, ...rest }: Marked, by: number): Marked => {
  const moved = (positions: readonly number[]): readonly number[] => positions.map((position) => position + by)
  return { ...rest, words: { source: moved(source), cue: moved(cue), content: moved(content) } }
}

/** What the networks alone find in a text, in reading order of content. */
export type TextTagger = (text: string) => Promise<readonly Attribution[]>

/** The networks of a trained model as they stand; a refusal where the model is another kind. */
export const textTagger = (model: TrainedModel, guide: Guide = 'passages'): Result<TextTagger> => {
  const parts = taggerParts(model)
  if (!parts.ok) return parts
  const { networks } = parts.value
  const settings = { ...parts.value.settings, guide }
  const pieces = wordPieces(model.vocabulary)
  return ok(async (text) => {
    const words = shapedWords(text).map((word) => ({ ...word, pieces: pieces(textAt(text, word)) }))
    const windows = windowsOf(
      words.map((word) => ({ opens: word.opens, cost: costOf(word) })),
      settings,
    )
    const owners = ownersOf(windows, words.length)
    const marked: Marked[] = []
    for (const [at, { start, end }] of windows.entries()) {
      const owned = Array.from(owners.subarray(start, end), (owner) => owner === at)
      for (const one of await markedIn({ words: words.slice(start, end), owned }, networks, settings))
        marked.push(shifted(one, start))
    }
    return attributionsOf(words, marked, `model:${model.version}`)
  })
}

/**
 * A tagger over a trained model, as `openModel('tagger')` of `hearsay/node` gives it; turns of transcripts and quotations without words of
 * saying are found by rule. It marks by the project's own guide unless told otherwise. A refusal where the model is another kind. A document is read the same whatever stands beside it.
 */
export const learnedTagger = (model: TrainedModel, guide: Guide = 'passages'): Result<Tagger> => {
  const tagged = textTagger(model, guide)
  if (!tagged.ok) return tagged
  // PolNeAR's guide knows no attribution without words of saying.
  const completed = guide === 'polnear' ? (_: Document, all: readonly Attribution[]) => all : withLoneQuotations
  const tagDocument = async (document: Document): Promise<readonly Attribution[]> => {
    const marked = withoutTurnLabels(document, mended(document, await tagged.value(document.text)))
    return completed(document, [...marked, ...turnAttributions(document)]).toSorted((one, other) =>
      byPosition(hull(one.content), hull(other.content)),
    )
  }
  return ok({
    version: model.version,
    tag: async (documents) => {
      const all: (readonly Attribution[])[] = []
      // One after another: each window keeps all cores busy.
      for (const document of documents) all.push(await tagDocument(document))
      return all
    },
  })
}
