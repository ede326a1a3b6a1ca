import { logistic } from '../core/probability.ts'
import type { Band } from '../core/verdict.ts'
import type { Interval } from './interval.ts'
import type { Footing, Standing } from './reckoning.ts'

export const DECISIVE = 0.95
export const LEANING = 0.7

/** No decisive band rests on one origin: it takes two that are independent, or a thing of known provenance. */
const carries = ({ lines, known }: Footing): boolean => lines >= 2 || known

const spansTheMiddle = ([low, high]: Interval): boolean => logistic(low) < 1 - LEANING && logistic(high) > LEANING

/**
 * The band of a verdict. A probability between the leanings with nothing on one side is unverifiable whatever the interval: the prior
 * still holds it. `interval` is asked for only where it can matter: words on one side alone never draw the log odds back past the prior,
 * so with a prior between the leanings the interval cannot span them.
 */
export const bandOf = ({ prior, logOdds, supports, contradicts }: Standing, interval: () => Interval): Band => {
  const p = logistic(logOdds)
  const oneSided = supports.entries === 0 || contradicts.entries === 0
  const leaningPrior = logistic(Math.abs(prior)) > LEANING
  if (supports.entries + contradicts.entries === 0) return 'unverifiable'
  if (p > 1 - LEANING && p < LEANING) return oneSided ? 'unverifiable' : 'contested'
  if (oneSided && leaningPrior && spansTheMiddle(interval())) return 'unverifiable'
  if (p >= LEANING) return p >= DECISIVE && carries(supports) ? 'established' : 'likely'
  return p <= 1 - DECISIVE && carries(contradicts) ? 'refuted' : 'unlikely'
}
