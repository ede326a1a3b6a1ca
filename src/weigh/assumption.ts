/** Where a value comes from: `fitted` to data that the row names, or the `judgement` of those who wrote it. */
export type Basis = 'fitted' | 'judgement'

/** One number of the model. The table of these is the assumptions page of the docs, and the sliders of the workbench. */
export interface AssumptionRow {
  readonly name: string
  readonly unit: string
  readonly standard: number
  /** The defensible range: the tornado moves the value over it, and a value outside is refused. */
  readonly low: number
  readonly high: number
  readonly basis: Basis
  readonly source: string
  /** One sentence. */
  readonly ifWrong: string
}
