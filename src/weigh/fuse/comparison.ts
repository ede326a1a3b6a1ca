import type { Ballots } from './ballots.ts'
import type { Pairs } from './pairs.ts'
import { SETTINGS } from './settings.ts'

/** Calls `share` with every two voters of a candidate; of more than `pairsWithin` voters, with each and the next. */
export const eachSharing = (ballots: Ballots, candidate: number, share: (a: number, b: number) => void): void => {
  const { voteStart, voter } = ballots
  const [from, to] = [voteStart[candidate] ?? 0, voteStart[candidate + 1] ?? 0]
  const reach = to - from > SETTINGS.pairsWithin ? 1 : to - from
  for (let n = from; n < to; n++)
    for (let next = n + 1; next < Math.min(to, n + 1 + reach); next++) share(voter[n] ?? 0, voter[next] ?? 0)
}

/** A pair on an object: the votes of both, as numbers of votes, and their candidates. */
export type Meeting = (
  pair: number,
  first: { readonly vote: number; readonly candidate: number },
  second: { readonly vote: number; readonly candidate: number },
) => void

interface Voice {
  vote: number
  candidate: number
}

/** The voters that some pair holds. */
const watchedIn = (pairs: Pairs, voters: number): Uint8Array => {
  const watched = new Uint8Array(voters)
  for (let pair = 0; pair < pairs.size(); pair++) {
    watched[pairs.first(pair)] = 1
    watched[pairs.second(pair)] = 1
  }
  return watched
}

/**
 * Calls `meet` for each pair of `pairs` on each object of two candidates or more where both have a vote. Objects on which more than
 * `comparedWithin` voters of pairs vote are passed over.
 */
export const eachMeeting = (ballots: Ballots, pairs: Pairs, meet: Meeting): void => {
  const { candidateStart, voteStart, voter } = ballots
  const watched = watchedIn(pairs, ballots.voters)
  const voices: Voice[] = Array.from({ length: SETTINGS.comparedWithin + 1 }, () => ({ vote: 0, candidate: 0 }))
  for (let object = 0; object < ballots.objects; object++) {
    const from = candidateStart[object] ?? 0
    const to = candidateStart[object + 1] ?? 0
    if (to - from < 2) continue
    let count = 0
    for (let candidate = from; candidate < to && count <= SETTINGS.comparedWithin; candidate++) {
      for (let vote = voteStart[candidate] ?? 0; vote < (voteStart[candidate + 1] ?? 0); vote++) {
        if (watched[voter[vote] ?? 0] !== 1) continue
        const voice = voices[count]
        if (voice === undefined) break
        voice.vote = vote
        voice.candidate = candidate
        count++
      }
    }
    if (count > SETTINGS.comparedWithin) continue
    for (let one = 1; one < count; one++) {
      const first = voices[one]
      for (let other = 0; first !== undefined && other < one; other++) {
        const second = voices[other]
        if (second === undefined) break
        const pair = pairs.find(voter[first.vote] ?? 0, voter[second.vote] ?? 0)
        if (pair >= 0) meet(pair, first, second)
      }
    }
  }
}
