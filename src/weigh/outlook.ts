import { logistic } from '../core/probability.ts'
import type { Band, Reason } from '../core/verdict.ts'
import { bandOf } from './band.ts'
import { campsWithout, type Entry } from './camp.ts'
import { intervalOf } from './interval.ts'
import { reckon, type Reckoning } from './reckoning.ts'

/** Where a claim would stand without some of what was put forward. */
export const outlookWithout = (reckoning: Reckoning, gone: readonly Entry[]): Reason['without'] => {
  const standing = reckoning.without(gone)
  const { supports, contradicts, assumptions } = reckoning
  const rest = (): Reckoning =>
    reckon(campsWithout({ supports: supports.camp, contradicts: contradicts.camp }, gone), assumptions)
  return { probability: logistic(standing.logOdds), band: bandOf(standing, () => intervalOf(rest())) }
}

export const bandWithout = (reckoning: Reckoning, gone: readonly Entry[]): Band => outlookWithout(reckoning, gone).band
