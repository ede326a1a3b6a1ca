/** Numbers in row-major order with their dimensions. */
export interface Tensor {
  readonly dims: readonly number[]
  readonly values: Float32Array | Int32Array
}

/** A trained network, wherever it runs: named tensors in, named tensors out. The same input gives the same output on one machine. */
export interface Network {
  readonly run: (inputs: Readonly<Record<string, Tensor>>) => Promise<Readonly<Record<string, Tensor>>>
}

/** What a folder of `models/` holds, opened: its description as JSON, its vocabulary and its networks by file name without ending. */
export interface TrainedModel {
  /** `tagger@1`: printed with all that the model says. */
  readonly version: string
  readonly settings: unknown
  /** One piece of a word a line of the file; the position is the piece's number. */
  readonly vocabulary: readonly string[]
  readonly networks: Readonly<Record<string, Network>>
}

/** What a network gives by that name; throws where it gives none, which the export rules out. */
export const numbersOf = (outputs: Readonly<Record<string, Tensor>>, name: string): Float32Array => {
  const values = outputs[name]?.values
  if (!(values instanceof Float32Array)) throw new Error(`the network gives no ${name}`)
  return values
}

export const wholeNumbers = (values: readonly number[], dims: readonly number[]): Tensor => ({
  dims,
  values: Int32Array.from(values),
})
