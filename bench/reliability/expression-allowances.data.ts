/** An expression that the prover cannot clear, and why it is harmless all the same. The test fails where one is not needed any more. */
export interface Allowance {
  readonly path: string
  /** As it stands in the code, without its slashes. */
  readonly source: string
  readonly because: string
}

export const ALLOWANCES: readonly Allowance[] = []
