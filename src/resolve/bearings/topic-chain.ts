/**
 * Which claim each statement of a document is about, read in order: a linear-chain model whose states are "none" and the claims. A
 * statement is likelier to be about the claim that the one before it was about. State 0 is none, state k the k-th claim.
 */

/** What passing from one statement to the next adds, in nats; from none to none adds nothing. */
export interface Passing {
  readonly stay: number
  readonly turn: number
  readonly enter: number
  readonly leave: number
  /** That the first statement is about a claim. */
  readonly start: number
}

type Table = readonly (readonly number[])[]

/** ln Σ exp(xᵢ), without overflow. */
const logSum = (nats: readonly number[]): number => {
  const most = Math.max(...nats)
  return most + Math.log(nats.reduce((sum, value) => sum + Math.exp(value - most), 0))
}

const at = (table: Table, row: number, column: number): number => table[row]?.[column] ?? 0

const passingTable = ({ stay, turn, enter, leave }: Passing, states: readonly number[]): Table =>
  states.map((from) => states.map((to) => (from === 0 ? (to === 0 ? 0 : enter) : to === 0 ? leave : from === to ? stay : turn)))

/** Sums over everything before and after each statement, in nats. */
export interface Sums {
  readonly shown: Table
  readonly pass: Table
  readonly forward: Table
  readonly backward: Table
  /** Natural logarithm of the sum over all readings. */
  readonly total: number
}

/** `scores[i][k]` is what statement i shows by itself for claim k, in nats. */
export const sumsOf = (scores: Table, passing: Passing): Sums => {
  const shown = scores.map((row) => [0, ...row])
  const states = [...(shown[0] ?? []).keys()]
  const pass = passingTable(passing, states)
  const forward: number[][] = []
  for (const [index, row] of shown.entries()) {
    forward.push(
      row.map((score, to) =>
        index === 0
          ? score + (to === 0 ? 0 : passing.start)
          : score + logSum(states.map((from) => at(forward, index - 1, from) + at(pass, from, to))),
      ),
    )
  }
  const backward: number[][] = shown.map(() => states.map(() => 0))
  for (let index = shown.length - 2; index >= 0; index--) {
    backward[index] = states.map((from) =>
      logSum(states.map((to) => at(pass, from, to) + at(shown, index + 1, to) + at(backward, index + 1, to))),
    )
  }
  return { shown, pass, forward, backward, total: logSum(forward.at(-1) ?? [0]) }
}

/** For each statement the probability of each state; each row sums to 1. */
export const chancesOf = ({ forward, backward, total }: Sums): Table =>
  forward.map((row, index) => row.map((score, state) => Math.exp(score + at(backward, index, state) - total)))

/** For each statement but the first the probability of each pair of states, `[from][to]`: what fitting needs. */
export const pairChancesOf = ({ shown, pass, forward, backward, total }: Sums): readonly Table[] =>
  shown
    .slice(1)
    .map((row, index) =>
      row.map((_, from) =>
        row.map((score, to) =>
          Math.exp(at(forward, index, from) + at(pass, from, to) + score + at(backward, index + 1, to) - total),
        ),
      ),
    )
