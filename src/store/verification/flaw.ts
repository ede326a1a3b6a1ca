/** Something in a library that is not as it was kept. */
export interface Flaw {
  /** What it is about: `entry 12`, `capture cap_…`, `checkpoint` … */
  readonly item: string
  /** What is wrong with it, as one sentence. */
  readonly sentence: string
}

export const flaw = (item: string, sentence: string): Flaw => ({ item, sentence })

/** What a verifier found. */
export interface Verification {
  readonly entries: number
  readonly captures: number
  readonly readings: number
  /** Of everything in the archive that an entry names. */
  readonly bytes: number
  /** Captures whose bytes were deleted, each with a tombstone. */
  readonly tombstones: number
  /** Root of the journal's tree as computed from its entries, hexadecimal. */
  readonly root: string
  /** In the order of the journal, then of the archive; empty where all is as it was kept. */
  readonly flaws: readonly Flaw[]
  /** What is no flaw but worth knowing. */
  readonly notes: readonly string[]
}
