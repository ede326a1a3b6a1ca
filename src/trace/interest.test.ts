import { expect, it } from 'vitest'
import type { ClaimId, Side } from '../core/claim.ts'
import type { Source, SourceId } from '../core/source.ts'
import { interestOf } from './interest.ts'

const board: Source = {
  id: 'src_b' as SourceId,
  name: 'Ostley Harbour Board',
  kind: 'organization',
  aliases: ['the board'],
  speaksFor: null,
  grade: 'F',
}

const interest = (text: string, side: Side) => interestOf([board], { id: 'c1' as ClaimId, text, given: true }, side)

it.each([
  ['The Ostley Harbour Board poisoned the bay.', 'contradicts', 'disbelief'],
  ['The Ostley Harbour Board poisoned the bay.', 'supports', 'disbelief'],
  ['The bay was poisoned by the Ostley Harbour Board.', 'supports', 'disbelief'],
  ['The Ostley Harbour Board did not poison the bay.', 'contradicts', 'belief'],
  ['The Ostley Harbour Board rescued eleven swimmers.', 'supports', 'belief'],
  ['The Ostley Harbour Board rescued eleven swimmers.', 'contradicts', 'belief'],
  ['A thief stole the safe of the Ostley Harbour Board.', 'supports', 'none'],
  ['A clerk of the Ostley Harbour Board stole the plans.', 'contradicts', 'disbelief'],
  ['The Ostley Harbour Board will move to Reed Street.', 'contradicts', 'disbelief'],
  ['The Ostley Harbour Board will move to Reed Street.', 'supports', 'none'],
  ['The Marrow bridge failed.', 'contradicts', 'none'],
] as const)('%s — who %s it wishes %s', (text, side, expected) => {
  expect(interest(text, side)).toBe(expected)
})
