import type { Document } from '../../core/document.ts'
import { costOf } from '../../core/model-input.ts'
import type { TrainedModel } from '../../core/network.ts'
import { ok, type Result } from '../../core/refusal.ts'
import { firstFrom, byPosition, covers, hull, overlaps, textAt, type Span } from '../../core/span.ts'
import type { Attribution, PlainTone, Tagger } from '../tagger.ts'
import { withLoneQuotations } from '../lone-quotations.ts'
import { turnAttributions, withoutTurnLabels } from '../turns.ts'
import { markedIn, type Marked, plainTonesIn, type ReadWindow } from './marking.ts'
import { mended } from './mending.ts'
import { taggerParts, type Guide, type TaggerNetworks } from './tagger-settings.ts'
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

/** A text as the networks alone read it. */
export interface TextReading {
  /** In reading order of content. */
  readonly attributions: readonly Attribution[]
  /** Act and certainty of contents that nobody is said to say, given as pieces of the text. */
  readonly tonesOf: (contents: readonly (readonly Span[])[]) => Promise<readonly PlainTone[]>
}

export type TextTagger = (text: string) => Promise<TextReading>

/** The words that start in one of the pieces, which are in order. */
const wordsIn = (words: readonly ShapedWord[], pieces: readonly Span[]): readonly number[] =>
  pieces.flatMap(({ start, end }) => {
    const found: number[] = []
    for (let at = firstFrom(words, start); at < words.length && (words[at]?.start ?? end) < end; at++) found.push(at)
    return found
  })

interface PlacedWindow extends ReadWindow {
  readonly start: number
  readonly end: number
}

/** Each content is asked of the window that shows its first word best; what of it lies beyond is not seen. */
const plainTones = async (
  { windows, owners }: { readonly windows: readonly PlacedWindow[]; readonly owners: ArrayLike<number> },
  contents: readonly (readonly number[])[],
  networks: TaggerNetworks,
): Promise<readonly PlainTone[]> => {
  const tones = contents.map((): PlainTone => ({ act: 'assert', certainty: 'certain' }))
  for (const [number, window] of windows.entries()) {
    const own = contents.flatMap((content, place) => (owners[content[0] ?? -1] === number ? [place] : []))
    const inside = own.map((place) =>
      (contents[place] ?? []).filter((word) => word >= window.start && word < window.end).map((word) => word - window.start),
    )
    for (const [at, tone] of (await plainTonesIn(window, inside, networks)).entries()) tones[own[at] ?? -1] = tone
  }
  return tones
}

/** The networks of a trained model as they stand; a refusal where the model is another kind. */
export const textTagger = (model: TrainedModel, guide: Guide = 'passages'): Result<TextTagger> => {
  const parts = taggerParts(model)
  if (!parts.ok) return parts
  const { networks } = parts.value
  const settings = { ...parts.value.settings, guide }
  const pieces = wordPieces(model.vocabulary)
  return ok(async (text) => {
    const words = shapedWords(text).map((word) => ({ ...word, pieces: pieces(textAt(text, word)) }))
    const places = windowsOf(
      words.map((word) => ({ opens: word.opens, cost: costOf(word) })),
      settings,
    )
    const owners = ownersOf(places, words.length)
    const windows: PlacedWindow[] = []
    for (const [at, { start, end }] of places.entries()) {
      const owned = Array.from(owners.subarray(start, end), (owner) => owner === at)
      windows.push({ start, end, ...(await markedIn({ words: words.slice(start, end), owned }, networks, settings)) })
    }
    const marked = windows.flatMap((window) => window.marked.map((one) => shifted(one, window.start)))
    return {
      attributions: attributionsOf(words, marked, `model:${model.version}`),
      tonesOf: (contents) =>
        plainTones(
          { windows, owners },
          contents.map((content) => wordsIn(words, content)),
          networks,
        ),
    }
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
  // What was read last of a document, until its tones are asked for: reading is what takes time.
  const readings = new WeakMap<Document, TextReading>()
  const tagDocument = async (document: Document): Promise<readonly Attribution[]> => {
    const reading = await tagged.value(document.text)
    readings.set(document, reading)
    const marked = withoutTurnLabels(document, mended(document, reading.attributions))
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
    tones: async (document, contents) => {
      const { tonesOf } = readings.get(document) ?? (await tagged.value(document.text))
      readings.delete(document)
      return tonesOf(contents)
    },
  })
}
