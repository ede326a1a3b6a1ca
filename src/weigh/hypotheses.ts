import type { ClaimId } from '../core/claim.ts'
import { probability, type Probability } from '../core/probability.ts'
import { ok, refuse, type Result } from '../core/refusal.ts'
import type { Reason } from '../core/verdict.ts'
import type { Assumptions } from './assumptions.ts'
import { aboutOf, campsOf } from './camp.ts'
import { ledgerOf, type Share } from './ledger.ts'
import { reckon } from './reckoning.ts'
import { sourcesIn } from './sources.ts'
import { strengthOf } from './strength.ts'
import type { WeighInput } from './weigh.ts'

/** What a hypothesis makes of one claim. */
export interface Reading {
  readonly claim: ClaimId
  readonly truth: boolean
  /** Whether those in a position to know would say what they would say if the claim were true: who saw a staged event does. */
  readonly words: boolean
  /** Whether the things offered would be there as if it were true. */
  readonly things: boolean
}

/** One way the case could be; no two can hold together. */
export interface Hypothesis {
  readonly name: string
  /** Weight before anything is read, above 0; weights need not sum to 1. */
  readonly prior: number
  /** One for each claim that any of the hypotheses reads. */
  readonly readings: readonly Reading[]
}

/** An analyst's own log likelihood ratio for one cell, in nats, in the place of the machine's. */
export interface CellJudgement {
  readonly hypothesis: string
  readonly about: Reason['about']
  readonly nats: number
  /** Who says so. */
  readonly by: string
}

export interface Cell {
  /** ln P(said | this hypothesis) − ln P(said, whichever holds), or what the analyst put there; in nats. */
  readonly nats: number
  readonly words: string
  /** The machine's own value. */
  readonly machineNats: number
  /** Who set the cell; null where the machine's value stands. */
  readonly by: string | null
}

/** Hypotheses in rows, origins and things in columns. */
export interface Matrix {
  readonly columns: readonly {
    readonly about: Reason['about']
    readonly claim: ClaimId
    /** The spread down the column, in nats: 0 where it speaks for no hypothesis over another. */
    readonly diagnosticity: number
  }[]
  readonly rows: readonly {
    readonly name: string
    readonly prior: Probability
    readonly probability: Probability
    /** In the columns' order. */
    readonly cells: readonly Cell[]
  }[]
}

/**
 * The hypotheses about one claim that are always asked: it is so, it is not, and the three that people forget, each with the weight of
 * the row `forgotten`. Nothing that was seen or filmed tells a staged event from a true one; only its weight before does.
 */
export const usualHypotheses = (claim: ClaimId, assumptions: Assumptions): readonly Hypothesis[] => {
  const { prior, forgotten } = assumptions
  const rest = 1 - 3 * forgotten
  const reading = (truth: boolean, words: boolean, things: boolean): readonly Reading[] => [{ claim, truth, words, things }]
  return [
    { name: 'true', prior: prior * rest, readings: reading(true, true, true) },
    { name: 'false', prior: (1 - prior) * rest, readings: reading(false, false, false) },
    { name: 'staged', prior: forgotten, readings: reading(false, true, true) },
    { name: 'mistaken', prior: forgotten, readings: reading(false, true, false) },
    { name: 'true of another time or place', prior: forgotten, readings: reading(false, false, true) },
  ]
}

/** A column with its shares of the log likelihoods, and the claim they are about. */
interface Column {
  readonly claim: ClaimId
  readonly share: Share
}

const problemWith = (hypotheses: readonly Hypothesis[], judgements: readonly CellJudgement[]): string | null => {
  const names = hypotheses.map(({ name }) => name)
  const claimsOf = ({ readings }: Hypothesis): string =>
    readings
      .map(({ claim }) => claim)
      .toSorted()
      .join(' ')
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (hypotheses.length < 2) return 'A matrix takes two hypotheses or more.'
  if (twice !== undefined) return `Two hypotheses are named "${twice}"; give one another name.`
  const weightless = hypotheses.find(({ prior }) => !(prior > 0 && prior < Infinity))
  if (weightless !== undefined)
    return `The hypothesis "${weightless.name}" has the prior ${weightless.prior}; give it a number above 0.`
  const partial = hypotheses.find((each, _, [first]) => first !== undefined && claimsOf(each) !== claimsOf(first))
  if (partial !== undefined)
    return `The hypothesis "${partial.name}" does not read the same claims as the first; let each read them all.`
  const lost = judgements.find(({ hypothesis }) => !names.includes(hypothesis))
  return lost === undefined ? null : `A cell is set for the hypothesis "${lost.hypothesis}", which is not among them.`
}

const columnsOf = (input: WeighInput, claims: readonly ClaimId[]): readonly Column[] => {
  const sources = sourcesIn(input.sources)
  return input.claims
    .filter((claim) => claims.includes(claim.id))
    .flatMap((claim) => {
      const origins = input.origins.filter((origin) => origin.claim === claim.id)
      const evidence = input.evidence.filter((each) => each.claim === claim.id)
      const reckoning = reckon(campsOf({ claim, origins, evidence }, sources), input.assumptions)
      return ledgerOf(reckoning).map((share) => ({ claim: claim.id, share }))
    })
}

/** ln P(said | hypothesis), up to a constant that is the same for all. */
const logOf = ({ claim, share: { entry, says } }: Column, { readings }: Hypothesis): number => {
  const reading = readings.find((each) => each.claim === claim)
  const asIfTrue = entry.kind === 'voice' ? reading?.words : reading?.things
  return asIfTrue === (entry.camp.side === 'supports') ? says.so : says.not
}

const sharesOfOne = (weights: readonly number[]): readonly number[] => {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / whole)
}

/**
 * The posterior over mutually exclusive hypotheses from the same likelihoods as the verdicts, with the cell of each origin and thing.
 * Refuses (`bad-option`) fewer than two hypotheses, a name twice, a prior that is not above 0, readings of different claims, and a
 * judgement of an unknown hypothesis. Columns with the greatest diagnosticity first; rows in the order given.
 */
export const weighHypotheses = (
  input: WeighInput,
  hypotheses: readonly Hypothesis[],
  judgements: readonly CellJudgement[] = [],
): Result<Matrix> => {
  const problem = problemWith(hypotheses, judgements)
  if (problem !== null) return refuse('bad-option', problem)
  const priors = sharesOfOne(hypotheses.map(({ prior }) => prior))
  const cellsIn = (column: Column): readonly Cell[] => {
    const logs = hypotheses.map((hypothesis) => logOf(column, hypothesis))
    const expected = Math.log(logs.reduce((sum, log, at) => sum + (priors[at] ?? 0) * Math.exp(log), 0))
    const about = aboutOf(column.share.entry)
    return hypotheses.map(({ name }, at) => {
      const machineNats = (logs[at] ?? 0) - expected
      const judged = judgements.find((each) => each.hypothesis === name && each.about.id === about.id)
      const nats = judged?.nats ?? machineNats
      return { nats, words: strengthOf(nats), machineNats, by: judged?.by ?? null }
    })
  }
  const spread = (cells: readonly Cell[]): number =>
    Math.max(...cells.map(({ nats }) => nats)) - Math.min(...cells.map(({ nats }) => nats))
  const columns = columnsOf(input, hypotheses[0]?.readings.map(({ claim }) => claim) ?? [])
    .map((column) => ({ column, cells: cellsIn(column) }))
    .sort((a, b) => spread(b.cells) - spread(a.cells))
  const logs = priors.map((prior, row) => columns.reduce((sum, { cells }) => sum + (cells[row]?.nats ?? 0), Math.log(prior)))
  const posteriors = sharesOfOne(logs.map((log) => Math.exp(log - Math.max(...logs))))
  return ok({
    columns: columns.map(({ column, cells }) => ({
      about: aboutOf(column.share.entry),
      claim: column.claim,
      diagnosticity: spread(cells),
    })),
    rows: hypotheses.map(({ name }, row) => ({
      name,
      prior: probability(priors[row] ?? 0),
      probability: probability(posteriors[row] ?? 0),
      cells: columns.flatMap(({ cells }) => cells.slice(row, row + 1)),
    })),
  })
}
