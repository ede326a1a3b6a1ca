import type { Ballots } from './ballots.ts'

/** The votes of each voter on contested objects, that is, those of several candidates. */
export interface Voices {
  readonly count: (voter: number) => number
  /** On how many contested objects two voters say the same and differ; it stops once they differ on more than `most`. */
  readonly compare: (a: number, b: number, most: number) => { readonly same: number; readonly different: number }
}

/** Votes in the order of voter and, for each, object. */
export const voicesOf = ({ objects, voters, candidateStart, voteStart, voter }: Ballots): Voices => {
  const starts = new Int32Array(voters + 1)
  for (const who of voter) starts[who + 1] = (starts[who + 1] ?? 0) + 1
  for (let who = 0; who < voters; who++) starts[who + 1] = (starts[who + 1] ?? 0) + (starts[who] ?? 0)
  const ends = starts.slice(0, voters)
  const [object, candidate] = [new Int32Array(voter.length), new Int32Array(voter.length)]
  for (let about = 0; about < objects; about++) {
    const from = candidateStart[about] ?? 0
    const to = candidateStart[about + 1] ?? 0
    if (to - from < 2) continue
    for (let c = from; c < to; c++) {
      for (let n = voteStart[c] ?? 0; n < (voteStart[c + 1] ?? 0); n++) {
        const who = voter[n] ?? 0
        const at = ends[who] ?? 0
        ends[who] = at + 1
        object[at] = about
        candidate[at] = c
      }
    }
  }
  const compare = (a: number, b: number, most: number): { readonly same: number; readonly different: number } => {
    const endA = ends[a] ?? 0
    const endB = ends[b] ?? 0
    let [same, different] = [0, 0]
    for (let m = starts[a] ?? 0, n = starts[b] ?? 0; m < endA && n < endB && different <= most;) {
      const apart = (object[m] ?? 0) - (object[n] ?? 0)
      if (apart === 0) {
        if (candidate[m] === candidate[n]) same++
        else different++
      }
      if (apart <= 0) m++
      if (apart >= 0) n++
    }
    return { same, different }
  }
  return { count: (who) => (ends[who] ?? 0) - (starts[who] ?? 0), compare }
}
