/** ln Γ(x) for x > 0: Stirling's series from 8 on (DLMF 5.11.1), the recurrence below; right to 10⁻¹⁰. */
export const logGamma = (x: number): number => {
  let shift = 0
  let at = x
  for (; at < 8; at++) shift += Math.log(at)
  const square = 1 / (at * at)
  const series = (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680))) / at
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - shift
}

const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b)

/** ln of the chance of one sequence with `hits` hits and `misses` misses where the rate of hits is Beta(a, b). */
export const logBetaBernoulli = (hits: number, misses: number, [a, b]: readonly [number, number]): number =>
  logBeta(a + hits, b + misses) - logBeta(a, b)
