import { both, likelihoodOf, mixedLogs, SILENCE, type Likelihood, type Tie } from './likelihood.ts'

/** What one voice comes to under one set of assumptions. */
export type Weight = Tie & Likelihood

/** Voices of one affiliation on one side of a claim, heard together. */
export interface Chorus {
  readonly size: number
  /** Heard as reports of their own. */
  readonly apart: Likelihood
  /** Heard as one line: as well placed as the best placed of them, and as interested as the most interested. */
  readonly line: Tie
}

export const NOBODY: Chorus = { size: 0, apart: SILENCE, line: { k: 0, h: 0 } }

export const weightOf = (tie: Tie): Weight => ({ ...tie, ...likelihoodOf(tie) })

export const joinedBy = ({ size, apart, line }: Chorus, voice: Weight): Chorus => ({
  size: size + 1,
  apart: both(apart, voice),
  line: { k: Math.max(line.k, voice.k), h: Math.max(line.h, voice.h) },
})

/** With probability `oneLine` the voices are one report, otherwise as many as they are. */
export const heard = ({ size, apart, line }: Chorus, oneLine: number): Likelihood => {
  if (size < 2) return apart
  const together = likelihoodOf(line)
  return { so: mixedLogs(oneLine, together.so, apart.so), not: mixedLogs(oneLine, together.not, apart.not) }
}

export const heardTogether = (voices: readonly Weight[], oneLine: number): Likelihood => {
  const [first] = voices
  return first !== undefined && voices.length === 1 ? first : heard(voices.reduce(joinedBy, NOBODY), oneLine)
}
