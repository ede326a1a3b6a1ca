import { describe, expect, it } from 'vitest'
import { traced } from './traced.fixture.ts'

const BRIDGE = 'The Marrow bridge was unsafe.'
const PLANT = 'The Ostley plant released chlorine in May.'
const KELL = { name: 'Ann Kell' }
const ROUND = { name: 'Tove Round' }
const official = (name = 'an official') => ({ name, kind: 'unnamed' }) as const

describe('an outlet’s own words', () => {
  const voiced = { text: 'Ann Kell said [two of its eleven beams were cracked from end to end].', chain: ['kell'] }

  it('rest on the voice that the article names', () => {
    const { groups, roots } = traced({
      claims: [BRIDGE],
      voices: { kell: KELL },
      pages: [{ outlet: 'Ferry Times', lines: [{ text: '[Marrow bridge beams cracked].' }, voiced] }],
    })
    expect(groups).toHaveLength(1)
    expect(roots).toEqual(['kell'])
  })

  it('go with the voice that they sum up, where there are two', () => {
    const { groups } = traced({
      claims: [BRIDGE],
      voices: { kell: KELL, round: ROUND },
      pages: [
        {
          outlet: 'Ferry Times',
          lines: [
            { text: '[Eleven beams cracked from end to end].' },
            { text: 'Tove Round said [she would not walk her dog across it].', chain: ['round'] },
            voiced,
          ],
        },
      ],
    })
    expect(groups).toContainEqual([
      'Eleven beams cracked from end to end',
      'two of its eleven beams were cracked from end to end',
    ])
    expect(groups).toHaveLength(2)
  })

  it('stand alone where the outlet says that it looked for itself', () => {
    const { roots, origins } = traced({
      claims: [BRIDGE],
      voices: { kell: KELL },
      pages: [
        { outlet: 'Ferry Times', lines: [{ text: 'Our reporter counted them: [nine bolts of twelve are missing].' }, voiced] },
      ],
    })
    expect([...roots].sort()).toEqual(['Ferry Times', 'kell'])
    expect(origins.find(({ root }) => root === 'Ferry Times')?.access).toBe('witness')
  })

  it('rest on the voice where the outlet says that it could not check', () => {
    const { roots } = traced({
      claims: [BRIDGE],
      voices: { kell: KELL },
      pages: [
        {
          outlet: 'Ferry Times',
          lines: [{ text: 'The Ferry Times has not seen the proof that [nine bolts are missing].' }, voiced],
        },
      ],
    })
    expect(roots).toEqual(['kell'])
  })

  it('are the writer’s own where they give an opinion, and one origin in one article', () => {
    const { groups, roots } = traced({
      claims: [BRIDGE],
      voices: { kell: KELL },
      pages: [
        {
          outlet: 'Ferry Times',
          lines: [
            voiced,
            { text: '[Anybody with eyes can tell what will happen there].', act: 'opinion' },
            { text: '[It will be in the river by autumn].', act: 'predict' },
          ],
        },
      ],
    })
    expect(groups.map((group) => group.length).sort()).toEqual([1, 2])
    expect([...roots].sort()).toEqual(['Ferry Times', 'kell'])
  })

  it('go back to what a paper said that the article cites for something else', () => {
    const { groups } = traced({
      claims: [BRIDGE, PLANT],
      voices: { kell: KELL, one: official() },
      pages: [
        {
          outlet: 'Ferry Times',
          published: '2032-03-01',
          lines: [voiced, { text: 'An official said [a valve stood open].', chain: ['one'], on: [1] }],
        },
        {
          outlet: 'Dune Post',
          published: '2032-03-02',
          lines: [
            { text: 'The Ferry Times says [a valve stood open].', chain: ['Ferry Times'], on: [1] },
            { text: '[Two of eleven beams are said to be cracked].' },
          ],
        },
      ],
    })
    expect(groups).toContainEqual([
      'two of its eleven beams were cracked from end to end',
      'Two of eleven beams are said to be cracked',
    ])
  })
})
