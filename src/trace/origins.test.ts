import { describe, expect, it } from 'vitest'
import { traced } from './traced.fixture.ts'

const BRIDGE = 'The Marrow bridge was unsafe.'
const PLANT = 'The Ostley plant released chlorine in May.'
const KELL = { name: 'Ann Kell' }
const HARBOUR = { name: 'Ostley Harbour Board', kind: 'organization', aliases: ['the board'] } as const
const official = (name = 'an official') => ({ name, kind: 'unnamed' }) as const

describe('what an origin says of itself', () => {
  it('takes certainty from the tellings close to the root, not from the headline above them', () => {
    const { origins } = traced({
      claims: [BRIDGE],
      voices: { kell: KELL },
      pages: [
        {
          outlet: 'Ferry Times',
          lines: [
            { text: '[The bridge is rotten].', certainty: 'certain' },
            { text: 'Ann Kell said [the beams may be rotten].', chain: ['kell'], certainty: 'possible' },
          ],
        },
      ],
    })
    expect(origins[0]?.certainty).toBe('possible')
  })

  it('counts the links between the outlet and the root', () => {
    const { origins } = traced({
      claims: [BRIDGE],
      voices: { kell: KELL, nurse: official('a nurse') },
      pages: [
        {
          outlet: 'Ferry Times',
          lines: [{ text: 'Ann Kell has it from a nurse that [a plank gave way].', chain: ['kell', 'nurse'] }],
        },
      ],
    })
    expect(origins[0]).toMatchObject({ root: 'nurse', retellings: 1 })
  })

  it('has no root where the text says nothing of who knows', () => {
    const { origins } = traced({
      claims: [BRIDGE],
      voices: { unsaid: official('an unnamed source') },
      pages: [{ outlet: 'Ferry Times', lines: [{ text: 'It is understood that [a plank gave way].', chain: ['unsaid'] }] }],
    })
    expect(origins[0]?.root).toBeNull()
  })

  it('names the body at the top where two origins of a side share it', () => {
    const { origins } = traced({
      claims: [PLANT],
      voices: {
        state: { name: 'State of Ostley', kind: 'organization' },
        board: { ...HARBOUR, speaksFor: 'state' },
        health: { name: 'Ostley Health Office', kind: 'organization', speaksFor: 'state' },
        kell: KELL,
      },
      pages: [
        {
          outlet: 'Ferry Times',
          lines: [
            { text: 'The board said [a valve stood open].', chain: ['board'] },
            { text: 'The Ostley Health Office said [eleven people had coughed].', chain: ['health'] },
            { text: 'Ann Kell said [she tasted it at once].', chain: ['kell'] },
          ],
        },
      ],
    })
    expect(origins.map(({ root, affiliation }) => [root, affiliation])).toEqual([
      ['board', 'state'],
      ['health', 'state'],
      ['kell', null],
    ])
  })

  it('knows what the accused would rather have believed', () => {
    const { origins } = traced({
      claims: ['The Ostley Harbour Board poisoned the bay.'],
      voices: { board: HARBOUR, kell: KELL },
      pages: [
        {
          outlet: 'Ferry Times',
          lines: [
            { text: 'The board said [nothing has left its tanks].', chain: ['board'], stance: 'contradicts', act: 'deny' },
            { text: 'Ann Kell said [fish floated at the outfall].', chain: ['kell'] },
          ],
        },
      ],
    })
    expect(origins.map(({ root, interest }) => [root, interest])).toEqual([
      ['kell', 'none'],
      ['board', 'disbelief'],
    ])
  })
})
