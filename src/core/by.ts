import type { Probability } from './probability.ts'

/** Who or what made an inference, and how sure it was. Nothing inferred exists without one. */
export interface By {
  /** A rule's name (`rule:said-that`), a model with its version (`model:tagger@1`) or a person (`person`, `person:…` where it is told who). */
  readonly maker: string
  /** The maker's own probability that the inference is right, 0 to 1. */
  readonly sure: Probability
}
