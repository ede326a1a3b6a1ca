/** How well probabilities fit what turned out: pure functions over forecasts. */

/** A probability that was given for something, and whether it was so. */
export interface Forecast {
  readonly probability: number
  readonly isSo: boolean
}

/** Forecasts whose probabilities lie in one tenth of the scale. */
export interface Bin {
  readonly low: number
  readonly high: number
  readonly count: number
  /** Mean of the probabilities given; null where the bin is empty. */
  readonly given: number | null
  /** Share of what was so; null where the bin is empty. */
  readonly share: number | null
  /** 95 % interval of that share. */
  readonly interval: readonly [number, number]
}

export const BINS = 10

/** Closer to 0 or 1 than this no probability is taken for the log score: one that was 1 and wrong would cost without end. */
export const SUREST = 1e-6

/** The standard normal quantile of 97.5 %: two-sided intervals of 95 %. */
const Z = 1.959964

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Mean squared error, 0 to 1; 0.25 for who always says 0.5. */
export const brierOf = (forecasts: readonly Forecast[]): number =>
  meanOf(forecasts.map(({ probability, isSo }) => (probability - Number(isSo)) ** 2))

/** Mean of −ln of the probability given to what turned out, in nats; 0.693 for who always says 0.5. */
export const logScoreOf = (forecasts: readonly Forecast[]): number =>
  meanOf(
    forecasts.map(({ probability, isSo }) => {
      const held = Math.min(1 - SUREST, Math.max(SUREST, probability))
      return -Math.log(isSo ? held : 1 - held)
    }),
  )

/** 95 % interval of a share, by Wilson's score (1927); everything where nothing was counted. */
export const wilson = (hits: number, count: number): readonly [number, number] => {
  if (count === 0) return [0, 1]
  const share = hits / count
  const middle = (share + Z ** 2 / (2 * count)) / (1 + Z ** 2 / count)
  const reach = (Z / (1 + Z ** 2 / count)) * Math.sqrt((share * (1 - share)) / count + (Z / (2 * count)) ** 2)
  return [Math.max(0, middle - reach), Math.min(1, middle + reach)]
}

const inBins = (forecasts: readonly Forecast[]): readonly (readonly Forecast[])[] => {
  const bins: Forecast[][] = Array.from({ length: BINS }, () => [])
  for (const forecast of forecasts) bins[Math.min(BINS - 1, Math.floor(forecast.probability * BINS))]?.push(forecast)
  return bins
}

/** Ten bins of equal width; a probability on an edge is in the upper one, 1 in the last. */
export const binsOf = (forecasts: readonly Forecast[]): readonly Bin[] =>
  inBins(forecasts).map((bin, at) => {
    const hits = bin.filter(({ isSo }) => isSo).length
    return {
      low: at / BINS,
      high: (at + 1) / BINS,
      count: bin.length,
      given: bin.length === 0 ? null : meanOf(bin.map(({ probability }) => probability)),
      share: bin.length === 0 ? null : hits / bin.length,
      interval: wilson(hits, bin.length),
    }
  })

/** Expected calibration error: how far the bins' shares lie from their mean probabilities, weighted by count. */
export const eceOf = (forecasts: readonly Forecast[]): number =>
  binsOf(forecasts).reduce((sum, { count, given, share }) => sum + count * Math.abs((given ?? 0) - (share ?? 0)), 0) /
  forecasts.length

/** For every number of hits its probability where each forecast comes true with the probability given (Poisson-binomial law). */
const hitsOf = (probabilities: readonly number[]): Float64Array => {
  const odds = new Float64Array(probabilities.length + 1)
  odds[0] = 1
  for (const [at, p] of probabilities.entries()) {
    for (let hits = at + 1; hits > 0; hits--) odds[hits] = odds[hits]! * (1 - p) + odds[hits - 1]! * p
    odds[0] = odds[0] * (1 - p)
  }
  return odds
}

/** The calibration error that chance alone gives, on average, to so many forecasts even where every probability is right. */
export const eceByChance = (forecasts: readonly Forecast[]): number =>
  inBins(forecasts).reduce((sum, bin) => {
    const probabilities = bin.map(({ probability }) => probability)
    const expected = probabilities.reduce((total, p) => total + p, 0)
    return sum + hitsOf(probabilities).reduce((off, odds, hits) => off + odds * Math.abs(hits - expected), 0)
  }, 0) / forecasts.length

/** Share of votes for "it is so", each side counted once before anybody votes (Laplace). */
export const voteShare = (supports: number, contradicts: number): number => (supports + 1) / (supports + contradicts + 2)
