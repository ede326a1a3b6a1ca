export interface RowOptions {
  /** A few seconds' worth of it, for `npm test`. */
  readonly short: boolean
  readonly seed: number
}

/** What one row of the scorecard came to. */
export interface RowResult {
  readonly row: number
  readonly name: string
  /** Trials, and those of them that met the bar. */
  readonly n: number
  readonly passed: number
  /** What counts as passed, in words. */
  readonly bar: string
  /** The seeded bug or unprotected variant that the same test must catch. */
  readonly control: { readonly name: string; readonly caught: boolean; readonly figure: string }
  readonly figures: Readonly<Record<string, string | number>>
  readonly seconds: number
  /** What was not tested, and what went otherwise than meant. */
  readonly notes: readonly string[]
}
