/** The roles of words in an attribution, in the order of the network's labels. */
export const ROLES = ['source', 'cue', 'content'] as const
export type Role = (typeof ROLES)[number]

/** A word's part in a piece of a role: the labels are "none" and then first, inner, last and only for each role. */
const PARTS = 4
export const LABELS = 1 + ROLES.length * PARTS

/** What neighbouring labels score, in nats. A forbidden step scores far below all others, so that pieces come out whole. */
export interface Transitions {
  /** `step[before × LABELS + after]`. */
  readonly step: readonly number[]
  readonly start: readonly number[]
  readonly end: readonly number[]
}

/** Words of each role as positions in the window, in order. */
export type RoleWords = Readonly<Record<Role, readonly number[]>>

/** Steps that score less are forbidden: a word's scores are at most some tens. */
const FORBIDDEN = -1000

/** For each label the labels that may stand before it. */
const predecessorsOf = ({ step: scores }: Transitions): readonly (readonly number[])[] =>
  Array.from({ length: LABELS }, (_to, to) =>
    Array.from({ length: LABELS }, (_from, from) => from).filter((from) => (scores[from * LABELS + to] ?? 0) > FORBIDDEN),
  )

interface Steps extends Pick<Transitions, 'step'> {
  readonly predecessors: readonly (readonly number[])[]
}

/** The best label before each label, and its score: one step of Viterbi's recursion. */
const step = (before: Float64Array, { step: scores, predecessors }: Steps, origins: Uint8Array): Float64Array => {
  const after = new Float64Array(LABELS)
  for (let to = 0; to < LABELS; to++) {
    let best = -Infinity
    let origin = 0
    for (const from of predecessors[to] ?? []) {
      const score = (before[from] ?? 0) + (scores[from * LABELS + to] ?? 0)
      if (score > best) {
        best = score
        origin = from
      }
    }
    after[to] = best
    origins[to] = origin
  }
  return after
}

const highest = (scores: Float64Array, extra: readonly number[]): number => {
  let best = 0
  for (let at = 1; at < scores.length; at++)
    if ((scores[at] ?? 0) + (extra[at] ?? 0) > (scores[best] ?? 0) + (extra[best] ?? 0)) best = at
  return best
}

/**
 * The likeliest labels of a window's words (Viterbi 1967) from the network's scores, `count` × `LABELS` in row-major order. The labels
 * are the fewest that can be right: of two equally likely ones the lower is taken.
 */
export const bestLabels = (scores: Float32Array, count: number, transitions: Transitions): Uint8Array => {
  const origins: Uint8Array[] = []
  const steps = { step: transitions.step, predecessors: predecessorsOf(transitions) }
  let reached: Float64Array = Float64Array.from({ length: LABELS }, (_, at) => (transitions.start[at] ?? 0) + (scores[at] ?? 0))
  for (let word = 1; word < count; word++) {
    const from = new Uint8Array(LABELS)
    reached = step(reached, steps, from)
    for (let label = 0; label < LABELS; label++) reached[label] = (reached[label] ?? 0) + (scores[word * LABELS + label] ?? 0)
    origins.push(from)
  }
  const labels = new Uint8Array(count)
  let label = count === 0 ? 0 : highest(reached, transitions.end)
  for (let word = count - 1; word >= 0; word--) {
    labels[word] = label
    label = origins[word - 1]?.[label] ?? 0
  }
  return labels
}

export const roleWords = (labels: Uint8Array): RoleWords => {
  const words: Record<Role, number[]> = { source: [], cue: [], content: [] }
  labels.forEach((label, at) => {
    const role = label === 0 ? undefined : ROLES[Math.floor((label - 1) / PARTS)]
    if (role !== undefined) words[role].push(at)
  })
  return words
}
