import { wholeNumbers, type Tensor } from './network.ts'
import type { ShapedWord } from './shaped-word.ts'

/** A word with its pieces, as it goes into a network. */
export interface FedWord extends Pick<ShapedWord, 'opens' | 'shape'> {
  readonly pieces: readonly number[]
}

/** [CLS], which opens an input, and [SEP], which stands between its parts and paragraphs and at its end: their numbers in BERT's vocabulary. */
const OPENING = 101
const BREAK = 102

/** What a network is fed: pieces and shapes by position, and for every word the position of its first piece. */
export interface ModelInput {
  readonly ids: readonly number[]
  readonly shapes: readonly number[]
  readonly heads: readonly number[]
}

/** One part of an input: its words with a break before each paragraph but the first, and one at the end. `from` is the position it starts at. */
const partOf = (words: readonly FedWord[], from: number): ModelInput => {
  const ids: number[] = []
  const shapes: number[] = []
  const heads: number[] = []
  words.forEach(({ opens, shape, pieces }, at) => {
    if (opens && at > 0) {
      ids.push(BREAK)
      shapes.push(0)
    }
    heads.push(from + ids.length)
    for (const piece of pieces) {
      ids.push(piece)
      shapes.push(shape)
    }
  })
  return { ids: [...ids, BREAK], shapes: [...shapes, 0], heads }
}

/** Parts of a text one after the other: [CLS] first [SEP] second [SEP]. `heads` and the lengths are part by part. */
export const modelInput = (
  parts: readonly (readonly FedWord[])[],
): { readonly ids: readonly number[]; readonly shapes: readonly number[]; readonly parts: readonly ModelInput[] } => {
  const made: ModelInput[] = []
  let at = 1
  for (const words of parts) {
    const part = partOf(words, at)
    made.push(part)
    at += part.ids.length
  }
  return {
    ids: [OPENING, ...made.flatMap(({ ids }) => ids)],
    shapes: [0, ...made.flatMap(({ shapes }) => shapes)],
    parts: made,
  }
}

/** The tensors that every encoder wants. */
export const encoderTensors = ({
  ids,
  shapes,
}: Pick<ModelInput, 'ids' | 'shapes'>): Readonly<Record<'ids' | 'places' | 'shapes', Tensor>> => ({
  ids: wholeNumbers(ids, [1, ids.length]),
  places: wholeNumbers(
    ids.map((_, at) => at),
    [ids.length],
  ),
  shapes: wholeNumbers(shapes, [1, shapes.length]),
})

/** How many positions a word takes in an input, with the break before its paragraph. */
export const costOf = ({ opens, pieces }: FedWord): number => pieces.length + (opens ? 1 : 0)
