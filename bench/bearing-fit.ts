/**
 * Fits the weights of `src/resolve/bearings/bearing-weights.data.ts` to annotated passages and prints that file:
 * `node bench/bearing-fit.ts > src/resolve/bearings/bearing-weights.data.ts`. Deterministic: full-batch Adam from zero, no sampling, weights rounded
 * to two decimals.
 */
import { rulesTagger } from '../src/attribute/rules-tagger.ts'
import type { Stance } from '../src/core/claim.ts'
import type { BearingWeights } from '../src/resolve/bearings/bearing-model.ts'
import { pairsIn, type BearingPair } from '../src/resolve/bearings/bearing-pairs.ts'
import { claimTermsOf } from '../src/resolve/bearings/claim-terms.ts'
import { chancesOf, pairChancesOf, sumsOf, type Passing } from '../src/resolve/bearings/topic-chain.ts'
import { wordingOf } from '../src/resolve/bearings/wording.ts'
import { passagesOf, type JudgedStatement, type Passage } from './passages.ts'

/** One document's statements and claims, with the golds. */
export interface Lesson {
  readonly pairs: readonly (readonly BearingPair[])[]
  /** `golds[statement][claim]`. */
  readonly golds: readonly (readonly (Stance | null)[])[]
}

/** The files of passages the shipped weights are fitted to; the rest are held out. */
export const LEARNT_FROM: readonly string[] = ['a', 'b', 'c', 'd', 'e']

/** Pull of each weight toward zero, per unit squared: a Gaussian prior with variance 1 / 3. */
const RIDGE = 3
const STEPS = 200

/** Where the gradient is nil, from zero, by Adam with a falling step. */
const minimise = (size: number, gradientAt: (weights: readonly number[]) => number[]): number[] => {
  let weights = new Array<number>(size).fill(0)
  const mean = new Array<number>(size).fill(0)
  const spread = new Array<number>(size).fill(0)
  for (let step = 1; step <= STEPS; step++) {
    const gradient = gradientAt(weights)
    const rate = 0.1 * (1 - step / (STEPS + 1))
    weights = weights.map((weight, at) => {
      const slope = gradient[at] ?? 0
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * slope
      spread[at] = 0.99 * (spread[at] ?? 0) + 0.01 * slope ** 2
      return weight - (rate * mean[at]) / (1 - 0.9 ** step) / (Math.sqrt(spread[at] / (1 - 0.99 ** step)) + 1e-8)
    })
  }
  return weights
}

const numbers = (features: object): number[] => [1, ...Object.values(features).map(Number)]
const named = (names: readonly string[], weights: readonly number[]): Record<string, number> =>
  Object.fromEntries(names.map((name, at) => [name, Math.round((weights[at] ?? 0) * 100) / 100]))
const pull = (weights: readonly number[], free: number): number[] =>
  weights.map((weight, at) => (at < free ? 0.1 : RIDGE) * weight)

const PASSINGS = ['stay', 'turn', 'enter', 'leave', 'start'] as const
const passingOf = (weights: readonly number[]): Passing => {
  const [stay = 0, turn = 0, enter = 0, leave = 0, start = 0] = weights
  return { stay, turn, enter, leave, start }
}
const kindOf = (from: number, to: number): number => (from === 0 ? (to === 0 ? -1 : 2) : to === 0 ? 3 : from === to ? 0 : 1)

/** Weights of the chain: the passings, then the bias, then the features. */
const fitAbout = (lessons: readonly Lesson[]) => {
  const rows = lessons.map((lesson) => lesson.pairs.map((row) => row.map((pair) => numbers(pair.about))))
  const golds = lessons.map((lesson) => lesson.golds.map((row) => row.findIndex((gold) => gold !== null) + 1))
  const free = PASSINGS.length
  const size = free + (rows[0]?.[0]?.[0]?.length ?? 0)
  const weights = minimise(size, (now) => {
    const gradient = pull(now, free + 1)
    const add = (at: number, value: number): void => {
      gradient[at] = (gradient[at] ?? 0) + value
    }
    rows.forEach((document, which) => {
      const gold = golds[which] ?? []
      const sums = sumsOf(
        document.map((row) => row.map((features) => features.reduce((sum, value, at) => sum + value * (now[free + at] ?? 0), 0))),
        passingOf(now),
      )
      const states = chancesOf(sums)
      document.forEach((row, index) => {
        row.forEach((features, claim) => {
          const excess = (states[index]?.[claim + 1] ?? 0) - (gold[index] === claim + 1 ? 1 : 0)
          if (index === 0) add(4, excess)
          features.forEach((value, at) => {
            add(free + at, excess * value)
          })
        })
      })
      pairChancesOf(sums).forEach((table, index) => {
        table.forEach((row, from) => {
          row.forEach((chance, to) => {
            const kind = kindOf(from, to)
            if (kind >= 0) add(kind, chance - (gold[index] === from && gold[index + 1] === to ? 1 : 0))
          })
        })
      })
    })
    return gradient
  })
  const features = Object.keys(lessons[0]?.pairs[0]?.[0]?.about ?? {})
  return {
    passing: named(PASSINGS, weights) as unknown as Passing,
    about: named(['bias', ...features], weights.slice(free)) as BearingWeights['about'],
  }
}

const SIDES = ['supports', 'contradicts'] as const

const fitStance = (lessons: readonly Lesson[]) => {
  const samples = lessons.flatMap(({ pairs, golds }) =>
    pairs.flatMap((row, index) =>
      row.flatMap((pair, claim) => {
        const gold = golds[index]?.[claim] ?? null
        return gold === null ? [] : [{ features: numbers(pair.stance), gold }]
      }),
    ),
  )
  const size = samples[0]?.features.length ?? 0
  const weights = minimise(2 * size, (now) => {
    const gradient = now.map((weight, at) => (at % size === 0 ? 0.1 : RIDGE) * weight)
    for (const { features, gold } of samples) {
      const scores = SIDES.map((_, side) =>
        Math.exp(features.reduce((sum, value, at) => sum + value * (now[side * size + at] ?? 0), 0)),
      )
      const whole = scores.reduce((sum, score) => sum + score, 1)
      SIDES.forEach((side, which) => {
        const excess = (scores[which] ?? 0) / whole - (gold === side ? 1 : 0)
        features.forEach((value, at) => {
          gradient[which * size + at] = (gradient[which * size + at] ?? 0) + excess * value
        })
      })
    }
    return gradient
  })
  const names = ['bias', ...Object.keys(lessons[0]?.pairs[0]?.[0]?.stance ?? {})]
  return {
    supports: named(names, weights.slice(0, size)) as BearingWeights['supports'],
    contradicts: named(names, weights.slice(size)) as BearingWeights['contradicts'],
  }
}

/** What a passage teaches where only some of its claims are asked. */
export const lessonOf = (
  { document, claims }: Passage,
  judged: readonly JudgedStatement[],
  asked: readonly number[],
): Lesson => ({
  pairs: pairsIn(
    wordingOf(document),
    judged.map(({ statement }) => statement),
    claimTermsOf(asked.flatMap((column) => claims[column] ?? [])),
  ),
  golds: judged.map(({ golds }) => asked.map((column) => golds[column] ?? null)),
})

/** The weights that fit these passages best: with their statements as annotated, and as `attribute` reads them, mistakes and all. */
export const fitted = (passages: readonly Passage[]): BearingWeights => {
  const parts = passages.flatMap((passage) => [passage.all, passage.read].map((judged) => ({ passage, judged })))
  const together = parts.map(({ passage, judged }) => lessonOf(passage, judged, [...passage.claims.keys()]))
  // A user may ask one claim or four.
  const alone = parts.flatMap(({ passage, judged }) => passage.claims.map((_, column) => lessonOf(passage, judged, [column])))
  return { ...fitAbout([...together, ...alone]), ...fitStance(together) }
}

if (import.meta.main) {
  const passages = await passagesOf(LEARNT_FROM, rulesTagger)
  if (passages === null) console.error('No passages at ../shared/data/passages: nothing to fit to.')
  else {
    const weights = JSON.stringify(fitted(passages), null, 2).replaceAll('"', '')
    console.log(`import type { BearingWeights } from './bearing-model.ts'

/**
 * How telling each feature is, in nats per unit. Fitted by \`node bench/bearing-fit.ts\` to ${passages.length} annotated news passages of the project's
 * own, three claims each, asked together and alone, the statements as annotated and as \`attribute\` reads them; ridge ${RIDGE}.
 */
export const BEARING_WEIGHTS: BearingWeights = ${weights}

/** A statement bears on a claim from this probability on. Lower finds more and is wrong more often; 0.2 to 0.5 is sensible. */
export const BEARING_BAR = 0.25`)
  }
}
