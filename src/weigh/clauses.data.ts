import type { EvidenceKind, Traceable } from '../core/evidence.ts'
import type { Access, Interest } from '../core/origin.ts'
import type { Grade } from '../core/source.ts'
import type { Certainty } from '../core/statement.ts'

export const GRADE_SAYS: Readonly<Record<Grade, string>> = {
  A: 'graded A: completely reliable',
  B: 'graded B: usually reliable',
  C: 'graded C: fairly reliable',
  D: 'graded D: not usually reliable',
  E: 'graded E: unreliable',
  F: 'graded F: cannot be judged',
}

export const ACCESS_SAYS: Readonly<Record<Access | 'outlet', string>> = {
  witness: 'saw or heard it',
  'own-decision': 'speaks of what it decided or did itself',
  record: 'speaks from a record',
  hearsay: 'has it from somebody else',
  unknown: 'how it knows is not said',
  outlet: 'an outlet that does not say how it knows',
}

export const CERTAINTY_SAYS: Readonly<Record<Certainty, string>> = {
  certain: 'put as certain',
  probable: 'put as probable',
  possible: 'put as possible',
  unknown: 'not put as a statement of fact',
}

export const INTEREST_SAYS: Readonly<Record<Interest, string>> = {
  none: 'no interest of its own is known',
  belief: 'gains if the claim is believed',
  disbelief: 'gains if the claim is not believed',
}

export const KIND_NAMES: Readonly<Record<EvidenceKind, string>> = {
  photo: 'photograph',
  video: 'film',
  audio: 'recording',
  satellite: 'satellite picture',
  document: 'document',
  data: 'set of data',
  test: 'test',
}

export const PROVENANCE_SAYS: Readonly<Record<Traceable, string>> = {
  known: 'who made it, where and when is known',
  partial: 'who made it, where and when is known in part',
  unknown: 'who made it, where and when is unknown',
}

/** What to find out about a thing whose provenance is not known in full. */
export const KIND_ASKS: Readonly<Record<EvidenceKind, string>> = {
  photo: 'who took the photograph, where and when',
  video: 'who shot the film, where and when',
  audio: 'who made the recording, where and when',
  satellite: 'whose satellite picture it is, and of which day',
  document: 'who wrote the document, when, and how it got out',
  data: 'who gathered the data, and how',
  test: 'who made the test, on what, and by which method',
}

/** What to find out about somebody who may not have been in a position to know. */
export const ACCESS_ASKS: Readonly<Record<'hearsay' | 'unknown' | 'outlet', (name: string) => string>> = {
  hearsay: (name) => `whom ${name} has it from, and what they say themselves`,
  unknown: (name) => `how ${name} knows: from seeing it, deciding it, a record, or being told`,
  outlet: (name) => `where ${name} has it from, which it does not say`,
}
