import type { Chance } from '../planted-chance.ts'

/** A standard normal number, by Box and Muller (1958). */
const normal = ({ unit }: Chance): number => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit())

/** A number from a gamma distribution of this shape, by Marsaglia and Tsang (2000); a shape below 1 is lifted by one and taken back. */
const gamma = (shape: number, chance: Chance): number => {
  if (shape < 1) return gamma(shape + 1, chance) * (1 - chance.unit()) ** (1 / shape)
  const d = shape - 1 / 3
  for (;;) {
    const x = normal(chance)
    const v = (1 + x / Math.sqrt(9 * d)) ** 3
    if (v > 0 && Math.log(1 - chance.unit()) < x ** 2 / 2 + d * (1 - v + Math.log(v))) return d * v
  }
}

/** A number from the Beta distribution with this mean, in (0, 1), and concentration a + b. */
export const betaDrawn = (mean: number, concentration: number, chance: Chance): number => {
  const a = gamma(mean * concentration, chance)
  const b = gamma((1 - mean) * concentration, chance)
  return a / (a + b)
}
