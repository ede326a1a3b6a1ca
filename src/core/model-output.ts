import type { Act, Certainty } from './statement.ts'

/** Numbers that an encoder gives for a word. */
export const WIDTH = 384

/** Acts and certainties in the order in which the networks were taught them: `training/corpora.py`. */
export const ACTS: readonly Act[] = ['assert', 'confirm', 'deny', 'decline', 'question', 'predict', 'opinion']
export const CERTAINTIES: readonly Certainty[] = ['certain', 'probable', 'possible', 'unknown']

/** The mean of some words' vectors; zero where there are none. `words` are vectors in row-major order. */
export const meanOf = (words: Float32Array, positions: readonly number[]): Float32Array => {
  const mean = new Float32Array(WIDTH)
  for (const position of positions)
    for (let at = 0; at < WIDTH; at++) mean[at] = (mean[at] ?? 0) + (words[position * WIDTH + at] ?? 0) / positions.length
  return mean
}
