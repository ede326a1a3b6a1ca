/** One of the programs that write to a library at the same time. */
export interface Writing {
  readonly folder: string
  readonly seed: number
  /** Tells apart what several programs write. */
  readonly program: number
  readonly commits: number
  /**
   * `command`: opens the library anew for every few captures, as a command line does; `server`: judgements, the library open all the
   * time; `worker`: readings.
   */
  readonly role: 'command' | 'server' | 'worker'
  /** How transactions begin: as the library has them, or in two ways that it does not. */
  readonly manner: 'own' | 'deferred' | 'immediate'
}

/** What it says at its end, as one line of JSON. */
export interface Written {
  readonly done: number
  /** Milliseconds of each commit that succeeded. */
  readonly took: readonly number[]
  /** Why the others did not. */
  readonly failures: Readonly<Record<string, number>>
}

export const CASE = 'shared'
