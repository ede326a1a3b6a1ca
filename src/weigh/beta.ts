/** Nodes of the integration on either side of the mode. */
const NODES = 32
const COUNT = 2 * NODES + 1
/** Nats below the mode at which the tails are cut: they hold less than a millionth of the mass. */
const DEPTH = 16

/** ln(1 + e^y): −ln(1 − x) where y = logit(x). */
export const softplus = (y: number): number => (y > 0 ? y + Math.log1p(Math.exp(-y)) : Math.log1p(Math.exp(y)))

/** The mass of a Beta distribution along y = logit(x), at nodes from the far left to the far right; `whole` is all of it. */
interface Grid {
  readonly y: Float64Array
  readonly density: Float64Array
  /** Mass to the left of each node, in the units of the density. */
  readonly below: Float64Array
  readonly whole: number
}

const gridOf = (a: number, b: number): Grid => {
  const mode = Math.log(a / b)
  const peak = a * mode - (a + b) * softplus(mode)
  // ln density ≤ a·y and ≤ −b·y, so past these two points it is DEPTH below the peak.
  const from = (peak - DEPTH) / a
  const to = (DEPTH - peak) / b
  const [y, density, below] = [new Float64Array(COUNT), new Float64Array(COUNT), new Float64Array(COUNT)]
  let [lastY, lastDensity, lastSlope, whole] = [from, 0, 0, 0]
  for (let n = 0; n < COUNT; n++) {
    // Nodes are close together at the mode, where the two tails of different width meet.
    const off = (n / NODES - 1) ** 2
    const at = n < NODES ? mode - (mode - from) * off : mode + (to - mode) * off
    const here = Math.exp(a * at - (a + b) * softplus(at) - peak)
    const slope = here * (a - (a + b) / (1 + Math.exp(-at)))
    const step = at - lastY
    whole += Math.max(0, (step / 2) * (lastDensity + here) + ((step * step) / 12) * (lastSlope - slope))
    y[n] = at
    density[n] = here
    below[n] = whole
    ;[lastY, lastDensity, lastSlope] = [at, here, slope]
  }
  return { y, density, below, whole }
}

/**
 * Where in the step after node `n` the mass reaches `target`. Between two nodes the mass is the cubic with their densities as slopes.
 */
const reached = ({ y, density, below }: Grid, n: number, target: number): number => {
  const left = y[n] ?? 0
  const step = (y[n + 1] ?? 0) - left
  const whole = (below[n + 1] ?? 0) - (below[n] ?? 0)
  const mass = target - (below[n] ?? 0)
  if (whole <= 0) return left
  const start = step * (density[n] ?? 0)
  const end = step * (density[n + 1] ?? 0)
  const cubic = start + end - 2 * whole
  const square = 3 * whole - 2 * start - end
  // One step of Newton from the straight line: what is left is far below a thousandth of a step.
  const line = mass / whole
  const slope = (3 * cubic * line + 2 * square) * line + start
  const past = ((cubic * line + square) * line + start) * line - mass
  const t = slope > 0 ? Math.min(1, Math.max(0, line - past / slope)) : line
  return left + step * t
}

/**
 * The logits of the quantiles of a Beta distribution at the middles of `count` equal parts, (n + ½) / count, in ascending order: the
 * inverse of the regularised incomplete beta function I_x(a, b) (NIST Digital Library of Mathematical Functions, 8.17) at all of
 * them at once. `mean` in [0, 1], `concentration` = a + b > 0.
 *
 * I_x(a, b) is the integral of e^(a·y) / (1 + e^y)^(a + b) over y = logit(x). In y the density is smooth and log-concave for every a
 * and b, also where in x it is infinite at an end, so it is integrated on a fixed grid by the trapezoidal rule with its end
 * correction (the error of a step falls with its fifth power), and the cubic of each step is inverted. I_x at a quantile is right to
 * 10⁻⁴ for concentrations from 1 to 100 and means from 0.01 to 0.99. As logits, quantiles close to 0 and to 1 keep their digits.
 */
export const betaLogits = (mean: number, concentration: number, count: number): Float64Array => {
  if (mean <= 0 || mean >= 1) return new Float64Array(count).fill(mean <= 0 ? -Infinity : Infinity)
  const grid = gridOf(mean * concentration, (1 - mean) * concentration)
  const logits = new Float64Array(count)
  let at = 0
  for (let n = 0; n < count; n++) {
    const target = ((n + 0.5) / count) * grid.whole
    while (at < COUNT - 2 && (grid.below[at + 1] ?? 0) < target) at++
    logits[n] = reached(grid, at, target)
  }
  return logits
}
