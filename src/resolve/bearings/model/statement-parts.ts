import { ACTS, CERTAINTIES, meanOf, WIDTH } from '../../../core/model-output.ts'
import type { Tensor } from '../../../core/network.ts'
import type { Act, Certainty } from '../../../core/statement.ts'

/** Vectors of a statement and its claim: source, cue and content (mean and largest), the claim, product and difference of the two. */
const VECTORS = 7
const SIZE = VECTORS * WIDTH + ACTS.length + CERTAINTIES.length + 1

/** Words of a window by their positions in it. */
export interface StatementWords {
  readonly source: readonly number[]
  readonly cue: readonly number[]
  readonly content: readonly number[]
  readonly act: Act
  readonly certainty: Certainty
}

/** What the encoder says of a window and a claim: words in row-major order, and the mean of the claim's. */
export interface EncodedPair {
  readonly words: Float32Array
  readonly claim: Float32Array
}

const largestOf = (words: Float32Array, positions: readonly number[]): Float32Array =>
  Float32Array.from({ length: WIDTH }, (_, at) =>
    positions.length === 0 ? 0 : Math.max(...positions.map((position) => words[position * WIDTH + at] ?? 0)),
  )

/** The head's input, a row a statement. */
export const statementParts = ({ words, claim }: EncodedPair, statements: readonly StatementWords[]): Tensor => {
  const values = new Float32Array(statements.length * SIZE)
  statements.forEach(({ source, cue, content, act, certainty }, row) => {
    const said = meanOf(words, content)
    const vectors = [
      meanOf(words, source),
      meanOf(words, cue),
      said,
      largestOf(words, content),
      claim,
      said.map((value, at) => value * (claim[at] ?? 0)),
      said.map((value, at) => Math.abs(value - (claim[at] ?? 0))),
    ]
    vectors.forEach((vector, at) => {
      values.set(vector, row * SIZE + at * WIDTH)
    })
    const known = row * SIZE + VECTORS * WIDTH
    values[known + ACTS.indexOf(act)] = 1
    values[known + ACTS.length + CERTAINTIES.indexOf(certainty)] = 1
    values[known + ACTS.length + CERTAINTIES.length] = cue.length === 0 ? 1 : 0
  })
  return { dims: [statements.length, SIZE], values }
}
