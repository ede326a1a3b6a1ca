import { MOST_WORDS, NUMBER, type Passages, type Wording } from './passages.ts'

/** What two texts share. Shares are of the telling weight of the shorter text, 0 to 1. */
export interface Likeness {
  /** Share of words that both hold, in any order. */
  readonly common: number
  /** Share of the heaviest sequence of words that both hold in one order. */
  readonly ordered: number
  /** Weight of the words that both hold: about one for each rare word. */
  readonly weight: number
  /** Longest row of words that both hold, grammar counted, words of the claim hardly. */
  readonly run: number
  /** How many numbers both hold. */
  readonly numbers: number
  /** Whether each holds numbers and none is in both. */
  readonly clash: boolean
  /** Words of the shorter text. */
  readonly words: number
}

const NOTHING: Likeness = { common: 0, ordered: 0, weight: 0, run: 0, numbers: 0, clash: false, words: 0 }

/** Below this share of common words no order is looked for: it cannot be a copy. */
const LEAST_COMMON = 0.3

interface Range {
  readonly from: number
  readonly to: number
}

/** The weight of each text. */
const weightsOf = ({ starts, weights }: Passages): Float64Array =>
  Float64Array.from({ length: starts.length - 1 }, (_, text) => {
    let sum = 0
    for (let at = starts[text] ?? 0; at < (starts[text + 1] ?? 0); at++) sum += weights[at] ?? 0
    return sum
  })

interface Rows {
  readonly heaviest: number
  readonly run: number
}

const NO_ROWS: Rows = { heaviest: 0, run: 0 }

/** What a word of the claim adds to a row of words: those who speak of one claim share its phrases. */
const ASKED_RUN = 0.3

/**
 * Weight of the heaviest sequence of words that two stretches of `passages` hold in one order, and length of the longest row: two textbook
 * dynamic programmes (Wagner and Fischer 1974, with weights) in one pass, in time the product of the two lengths, which are capped.
 */
const rowFinder = ({ words, weights, asked }: Passages) => {
  const sums = new Float64Array(MOST_WORDS + 1)
  const runs = new Float64Array(MOST_WORDS + 1)
  return (a: Range, b: Range): Rows => {
    const width = b.to - b.from
    sums.fill(0, 0, width + 1)
    runs.fill(0, 0, width + 1)
    let longest = 0
    for (let i = a.from; i < a.to; i++) {
      const word = words[i]
      let sumBefore = 0
      let runBefore = 0
      for (let j = 1; j <= width; j++) {
        const sumAbove = sums[j] ?? 0
        const runAbove = runs[j] ?? 0
        const meets = words[b.from + j - 1] === word
        const run = meets ? runBefore + (asked[i] === 1 ? ASKED_RUN : 1) : 0
        const sum = meets ? sumBefore + (weights[i] ?? 0) : 0
        sums[j] = Math.max(sumAbove, sums[j - 1] ?? 0, sum)
        runs[j] = run
        if (run > longest) longest = run
        sumBefore = sumAbove
        runBefore = runAbove
      }
    }
    return { heaviest: sums[width] ?? 0, run: longest }
  }
}

interface Shared {
  readonly weight: number
  readonly numbers: number
  readonly clash: boolean
}

/**
 * What two stretches of `passages` both hold, each word once and in any order. The words of the first are marked once for as many
 * comparisons as follow with it.
 */
const sharer = (kinds: Uint8Array, { words, weights }: Passages) => {
  const inA = new Int32Array(kinds.length)
  const counted = new Int32Array(kinds.length)
  let stampA = 0
  let comparison = 0
  let numbersOfA = 0
  let marked = -1
  const mark = (a: Range): void => {
    stampA++
    numbersOfA = 0
    marked = a.from
    for (let i = a.from; i < a.to; i++) {
      const word = words[i] ?? 0
      if (kinds[word] === NUMBER) numbersOfA++
      inA[word] = stampA
    }
  }
  return (a: Range, b: Range): Shared => {
    if (marked !== a.from) mark(a)
    comparison++
    let numbersOfB = 0
    let numbers = 0
    let weight = 0
    for (let j = b.from; j < b.to; j++) {
      const word = words[j] ?? 0
      if (kinds[word] === NUMBER) numbersOfB++
      if (inA[word] !== stampA || counted[word] === comparison) continue
      counted[word] = comparison
      if (kinds[word] === NUMBER) numbers++
      weight += weights[j] ?? 0
    }
    return { weight, numbers, clash: numbersOfA > 0 && numbersOfB > 0 && numbers === 0 }
  }
}

/** Compares texts of one list by rank. */
export const comparer = ({ kinds }: Pick<Wording, 'kinds'>, passages: Passages) => {
  const { starts } = passages
  const totals = weightsOf(passages)
  const rowsOf = rowFinder(passages)
  const shared = sharer(kinds, passages)
  return (one: number, other: number): Likeness => {
    const a = { from: starts[one] ?? 0, to: starts[one + 1] ?? 0 }
    const b = { from: starts[other] ?? 0, to: starts[other + 1] ?? 0 }
    const least = Math.min(totals[one] ?? 0, totals[other] ?? 0)
    if (least === 0) return NOTHING
    const { weight, numbers, clash } = shared(a, b)
    const common = Math.min(1, weight / least)
    const { heaviest, run } = common < LEAST_COMMON ? NO_ROWS : rowsOf(a, b)
    return {
      common,
      ordered: Math.min(1, heaviest / least),
      weight,
      run,
      numbers,
      clash,
      words: Math.min(a.to - a.from, b.to - b.from),
    }
  }
}
