/** What a row of the scorecard is run with. */
export interface RowOptions {
  /** A few seconds' worth of it, for the suite that runs on every change. */
  readonly short: boolean
  /** Decides whatever is drawn by chance. */
  readonly seed: number
}

/** The unprotected variant, or the planted mistake, that the same test must catch for the row to count. */
export interface Control {
  readonly name: string
  readonly caught: boolean
  /** What it came to, in a few words. */
  readonly figure: string
}

/** One row of the scorecard as it came out. */
export interface RowResult {
  /** Its number in the scorecard. */
  readonly row: number
  readonly name: string
  /** Cases that were tried. */
  readonly n: number
  readonly passed: number
  /** What has to hold, in words. */
  readonly bar: string
  readonly control: Control
  readonly figures: Readonly<Record<string, string | number>>
  readonly seconds: number
  /** What a reader of the figures has to know: what was left out, and why. */
  readonly notes: readonly string[]
}

export type Row = (options: RowOptions) => Promise<RowResult>

/** Whether everything that was tried held, and the control did not. */
export const holds = ({ n, passed, control }: RowResult): boolean => n > 0 && passed === n && control.caught
