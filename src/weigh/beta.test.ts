import { describe, expect, it } from 'vitest'
import { betaLogits, softplus } from './beta.ts'

/** ln Γ(z) for z > 0: Lanczos's series with g = 7 and nine terms. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]
const logGamma = (z: number): number => {
  const series = LANCZOS.reduce((sum, term, n) => sum + (n === 0 ? term : term / (z - 1 + n)), 0)
  const t = z + 6.5
  return 0.5 * Math.log(2 * Math.PI) + (z - 0.5) * Math.log(t) - t + Math.log(series)
}

/** The continued fraction of the incomplete beta function (NIST DLMF 8.17.22), from its far end. */
const fraction = (a: number, b: number, x: number): number => {
  let value = 1
  for (let m = 400; m >= 1; m--) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    const odd = (-(a + m - 1) * (a + b + m - 1) * x) / ((a + 2 * m - 2) * (a + 2 * m - 1))
    value = 1 + odd / (1 + even / value)
  }
  return 1 / value
}

/** I_x(a, b) at x with the logit y. */
const incompleteBeta = (y: number, a: number, b: number): number => {
  const [logX, logRest] = [y - softplus(y), -softplus(y)]
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * logX + b * logRest)
  const x = Math.exp(logX)
  return x < (a + 1) / (a + b + 2) ? (front * fraction(a, b, x)) / a : 1 - (front * fraction(b, a, Math.exp(logRest))) / b
}

const COUNT = 64
const shares = Array.from({ length: COUNT }, (_, n) => (n + 0.5) / COUNT)
const logit = (x: number): number => Math.log(x) - Math.log1p(-x)

describe('the quantiles of a Beta distribution', () => {
  it.each(
    [1, 2, 6, 10, 30, 100].flatMap((concentration) =>
      [0.01, 0.05, 0.3, 0.5, 0.64, 0.9, 0.99].map((mean) => [mean, concentration] as const),
    ),
  )('are where the incomplete beta function says, mean %d, concentration %d', (mean, concentration) => {
    const logits = betaLogits(mean, concentration, COUNT)
    const reached = Array.from(logits, (y) => incompleteBeta(y, mean * concentration, (1 - mean) * concentration))
    expect(Math.max(...reached.map((share, n) => Math.abs(share - shares[n]!)))).toBeLessThan(1e-4)
  })

  it.each([
    { name: 'uniform', mean: 0.5, concentration: 2, quantile: (u: number) => u },
    { name: 'arcsine', mean: 0.5, concentration: 1, quantile: (u: number) => Math.sin((Math.PI * u) / 2) ** 2 },
    { name: 'a falling line', mean: 1 / 3, concentration: 3, quantile: (u: number) => 1 - Math.sqrt(1 - u) },
  ])('are those in closed form: $name', ({ mean, concentration, quantile }) => {
    const logits = betaLogits(mean, concentration, COUNT)
    shares.forEach((share, n) => {
      expect(Math.abs(logits[n]! - logit(quantile(share)))).toBeLessThan(0.005)
    })
  })

  it('ascend, mirror each other, and average to the mean', () => {
    const [x, mirror] = [betaLogits(0.3, 2, 1024), betaLogits(0.7, 2, 1024)]
    expect(x).toEqual(x.toSorted())
    x.forEach((y, n) => {
      expect(mirror[1023 - n]).toBeCloseTo(-y, 6)
    })
    expect(x.reduce((sum, y) => sum + 1 / (1 + Math.exp(-y)), 0) / 1024).toBeCloseTo(0.3, 4)
  })

  it('stand still at 0 and at 1', () => {
    expect(betaLogits(0, 2, 2)).toEqual(Float64Array.of(-Infinity, -Infinity))
    expect(betaLogits(1, 2, 2)).toEqual(Float64Array.of(Infinity, Infinity))
  })
})
