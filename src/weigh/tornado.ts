import { logistic } from '../core/probability.ts'
import type { Band, Reason, Sensitivity } from '../core/verdict.ts'
import { assumptionRows } from './assumptions.ts'
import { bandOf } from './band.ts'
import { intervalOf } from './interval.ts'
import { reckonAgain, type Reckoning } from './reckoning.ts'

/** Rows that move the probability by less are left out. */
const LEAST = 0.005
const AT_MOST = 10

/**
 * Each row of the table at work in the verdict moved over its range, the rest held: those that move the probability, the widest swing
 * first, 10 at most. Rows that only set how firmly something is believed move the interval, not the probability, and are not among them.
 */
export const tornadoOf = (reckoning: Reckoning, reasons: readonly Reason[], band: Band): readonly Sensitivity[] => {
  const used = new Set(['prior', ...reasons.flatMap((reason) => reason.factors.map((factor) => factor.assumption))])
  const here = logistic(reckoning.whole.logOdds)
  const barOf = ({ name, low, high }: (typeof assumptionRows)[number]): Sensitivity => {
    const [below, above] = [reckonAgain(reckoning, name, low), reckonAgain(reckoning, name, high)]
    const crosses = [below, above].some((moved) => bandOf(moved.whole, () => intervalOf(moved)) !== band)
    return { assumption: name, low: logistic(below.whole.logOdds), high: logistic(above.whole.logOdds), crosses }
  }
  const swing = ({ low, high }: Sensitivity): number => Math.abs(high - low)
  return assumptionRows
    .filter((row) => used.has(row.name) && row.low < row.high)
    .map(barOf)
    .filter(({ low, high }) => Math.max(Math.abs(low - here), Math.abs(high - here)) > LEAST)
    .sort((a, b) => swing(b) - swing(a))
    .slice(0, AT_MOST)
}
