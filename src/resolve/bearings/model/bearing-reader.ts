import type { BearingChance, Claim } from '../../../core/claim.ts'
import type { Document } from '../../../core/document.ts'
import { grouped } from '../../../core/grouped.ts'
import { costOf, encoderTensors, modelInput, type FedWord } from '../../../core/model-input.ts'
import { numbersOf, wholeNumbers, type Network, type TrainedModel } from '../../../core/network.ts'
import { ok, refuse, type Result } from '../../../core/refusal.ts'
import { shapedWords, type ShapedWord } from '../../../core/shaped-word.ts'
import { firstFrom, textAt, type Span } from '../../../core/span.ts'
import type { Statement } from '../../../core/statement.ts'
import { ownersOf, windowsOf, type WindowSize } from '../../../core/window.ts'
import { wordPieces, type WordPieces } from '../../../core/word-pieces.ts'
import { aboutness } from '../bearing-model.ts'
import { pairsIn } from '../bearing-pairs.ts'
import { BEARING_WEIGHTS } from '../bearing-weights.data.ts'
import type { BearingsInput } from '../bearings.ts'
import { claimTermsOf } from '../claim-terms.ts'
import { wordingOf } from '../wording.ts'
import { statementParts, type StatementWords } from './statement-parts.ts'

/** Reads statements against claims. Gives the same for a document whatever stands beside it. */
export interface BearingReader {
  /** `bearings@…`: printed with every report. */
  readonly version: string
  /** One for each statement and claim that may have to do with each other; none for the rest. `onDocument` is told how many are done. */
  readonly read: (input: BearingsInput, onDocument?: (done: number) => void) => Promise<readonly BearingChance[]>
}

/** The two parts of an input, as the encoder tells them apart, and what is added to the shape of a word that both hold. */
const TEXT = 0
const CLAIM = 1
const MATCHED = 36

/** BERT's vocabulary is in order of frequency: pieces before this are the words that every text has. */
const COMMON = 2300

/** Of a claim; what a longer one has beyond it is not read. */
const LONGEST_CLAIM = 80

/** A document none of whose statements is likelier than this to be about a claim, as the words tell, is not read against it. */
const WORTH_READING = 0.02

interface Networks {
  /** Who says what they say. */
  readonly maker: string
  readonly encoder: Network
  readonly head: Network
}

interface ReadText {
  readonly words: readonly (ShapedWord & FedWord)[]
  readonly windows: readonly { readonly start: number; readonly end: number; readonly own: readonly Statement[] }[]
}

const fedWords = (text: string, pieces: WordPieces): readonly (ShapedWord & FedWord)[] =>
  shapedWords(text).map((word) => ({ ...word, pieces: pieces(textAt(text, word)) }))

/** Each statement goes with the window that shows the first word of its content best. */
const readText = (
  document: Document,
  statements: readonly Statement[],
  { size, pieces }: { size: WindowSize; pieces: WordPieces },
): ReadText => {
  const words = fedWords(document.text, pieces)
  const windows = windowsOf(
    words.map((word) => ({ opens: word.opens, cost: costOf(word) })),
    size,
  )
  const owners = ownersOf(windows, words.length)
  const byWindow = grouped(statements, ({ content }) => owners[firstFrom(words, content[0]?.start ?? 0)] ?? -1)
  return { words, windows: windows.map((window, at) => ({ ...window, own: byWindow.get(at) ?? [] })) }
}

const rarePieces = (words: readonly FedWord[]): ReadonlySet<number> =>
  new Set(words.flatMap(({ pieces }) => pieces.filter((piece) => piece >= COMMON)))

const marked = (words: readonly FedWord[], others: ReadonlySet<number>): readonly FedWord[] =>
  words.map((word) => (word.pieces.some((piece) => others.has(piece)) ? { ...word, shape: word.shape + MATCHED } : word))

const positionsIn = (
  words: readonly Span[],
  spans: readonly (Span | null)[],
  { start, end }: { start: number; end: number },
): readonly number[] =>
  spans.flatMap((span) => {
    if (span === null) return []
    const positions: number[] = []
    for (let at = Math.max(start, firstFrom(words, span.start)); at < end && (words[at]?.start ?? Infinity) < span.end; at++)
      positions.push(at - start)
    return positions
  })

const CHANCES = 4

const readWindow = async (
  asked: { readonly claim: Claim; readonly words: readonly FedWord[] },
  text: ReadText & { readonly window: ReadText['windows'][number] },
  { encoder, head, maker }: Networks,
): Promise<readonly BearingChance[]> => {
  const { start, end, own } = text.window
  const words = text.words.slice(start, end)
  const input = modelInput([marked(asked.words, rarePieces(words)), marked(words, rarePieces(asked.words))])
  const [claimPart, textPart] = input.parts
  if (claimPart === undefined || textPart === undefined) return []
  const parts = input.ids.map((_, at) => (at <= claimPart.ids.length ? CLAIM : TEXT))
  const encoded = await encoder.run({
    ...encoderTensors(input),
    parts: wholeNumbers(parts, [1, parts.length]),
    texts: wholeNumbers(textPart.heads, [textPart.heads.length]),
    claim: wholeNumbers(claimPart.heads, [claimPart.heads.length]),
  })
  const said = own.map(({ chain, cue, content, act, certainty }): StatementWords => ({
    source: positionsIn(text.words, [chain.at(-1)?.mention ?? null], { start, end }),
    cue: positionsIn(text.words, cue, { start, end }),
    content: positionsIn(text.words, content, { start, end }),
    act,
    certainty,
  }))
  const pair = { words: numbersOf(encoded, 'words'), claim: numbersOf(encoded, 'claim_mean') }
  const chances = numbersOf(await head.run({ statements: statementParts(pair, said) }), 'chances')
  return own.map(({ id }, row) => {
    const [none = 1, supports = 0, contradicts = 0, neutral = 0] = chances.subarray(row * CHANCES, (row + 1) * CHANCES)
    return { statement: id, claim: asked.claim.id, maker, none, supports, contradicts, neutral }
  })
}

/** Claims that some statement of the document may be about, as far as words tell: reading is what takes time. */
const worthReading = (document: Document, statements: readonly Statement[], claims: readonly Claim[]): readonly Claim[] => {
  const about = aboutness(pairsIn(wordingOf(document), statements, claimTermsOf(claims)), BEARING_WEIGHTS)
  return claims.filter((_, column) => about.some((row) => (row[column] ?? 0) >= WORTH_READING))
}

const isSize = (settings: unknown): settings is WindowSize =>
  typeof settings === 'object' &&
  settings !== null &&
  'budget' in settings &&
  'overlap' in settings &&
  typeof settings.budget === 'number' &&
  typeof settings.overlap === 'number'

/** A reader over a trained model, as `openModel('bearings')` of `hearsay/node` gives it. A refusal where the model is another kind. */
export const learnedBearings = ({
  version,
  settings,
  vocabulary,
  networks: { encoder, head },
}: TrainedModel): Result<BearingReader> => {
  if (!isSize(settings) || encoder === undefined || head === undefined)
    return refuse(
      'malformed',
      `The model ${version} reads no bearings: its settings or networks are not those of one. Install Hearsay anew.`,
    )
  const pieces = wordPieces(vocabulary)
  const networks = { encoder, head, maker: `model:${version}` }
  return ok({
    version,
    read: async ({ documents, statements, claims }, onDocument) => {
      const stated = grouped(statements, ({ document }) => document)
      const asked = new Map(claims.map((claim) => [claim.id, fedWords(claim.text, pieces).slice(0, LONGEST_CLAIM)]))
      const chances: BearingChance[] = []
      for (const [done, document] of documents.entries()) {
        onDocument?.(done)
        const own = stated.get(document.id) ?? []
        if (own.length === 0) continue
        const text = readText(document, own, { size: settings, pieces })
        for (const claim of worthReading(document, own, claims)) {
          const words = asked.get(claim.id) ?? []
          if (words.length === 0) continue
          for (const window of text.windows.filter((one) => one.own.length > 0))
            chances.push(...(await readWindow({ claim, words }, { ...text, window }, networks)))
        }
      }
      return chances
    },
  })
}
