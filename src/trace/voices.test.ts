import { describe, expect, it } from 'vitest'
import { traced } from './traced.fixture.ts'

const BRIDGE = 'The Marrow bridge was unsafe.'
const PLANT = 'The Ostley plant released chlorine in May.'
const KELL = { name: 'Ann Kell' }
const HARBOUR = { name: 'Ostley Harbour Board', kind: 'organization', aliases: ['the board'] } as const
const official = (name = 'an official') => ({ name, kind: 'unnamed' }) as const

describe('speakers', () => {
  it('leads what one speaker says in two papers back to that speaker, the first telling first', () => {
    const { groups, roots, edges } = traced({
      claims: [BRIDGE],
      voices: { kell: KELL },
      pages: [
        {
          outlet: 'Ferry Times',
          published: '2032-03-04',
          lines: [{ text: 'Ann Kell told us that [nobody had looked under it for years].', chain: ['kell'] }],
        },
        {
          outlet: 'Dune Post',
          published: '2032-03-02',
          lines: [{ text: 'Ann Kell said [it sagged whenever a lorry crossed].', chain: ['kell'] }],
        },
      ],
    })
    expect(groups).toEqual([['it sagged whenever a lorry crossed', 'nobody had looked under it for years']])
    expect(roots).toEqual(['kell'])
    expect(edges).toMatchObject([
      { from: 'nobody had looked under it for years', kind: 'same-speaker', reason: 'both are said by Ann Kell' },
    ])
  })

  it('is no surer that a speaker is one than the merge that made it one', () => {
    const by = { maker: 'rule:surname', sure: 0.7 as never }
    const { edges } = traced({
      claims: [BRIDGE],
      voices: { kell: KELL },
      merges: [{ source: 'kell' as never, names: ['Ann Kell', 'Kell'], reason: 'one surname', by }],
      pages: [
        { outlet: 'Ferry Times', lines: [{ text: 'Ann Kell said [it sagged].', chain: ['kell'] }] },
        { outlet: 'Dune Post', lines: [{ text: 'Ann Kell said [the bolts were gone].', chain: ['kell'] }] },
      ],
    })
    expect(edges[0]?.sure).toBeCloseTo(0.679, 3)
  })

  it('keeps two unnamed voices apart that nothing ties', () => {
    const { groups } = traced({
      claims: [PLANT],
      voices: { one: official(), two: official() },
      pages: [
        {
          outlet: 'Ferry Times',
          lines: [
            {
              text: 'The plant released chlorine in May, an official said: [the Ostley plant released chlorine in May].',
              chain: ['one'],
            },
          ],
        },
        {
          outlet: 'Dune Post',
          lines: [{ text: 'An official said that [chlorine was released from the Ostley plant in May].', chain: ['two'] }],
        },
      ],
    })
    expect(groups).toHaveLength(2)
  })

  it('makes the body the root of what its spokesman, its memo and itself say', () => {
    const { groups, roots, origins, edges } = traced({
      claims: [PLANT],
      voices: {
        board: HARBOUR,
        brill: { name: 'Olga Brill', speaksFor: 'board' },
        memo: { name: 'a memo of the board', kind: 'document', speaksFor: 'board' },
      },
      pages: [
        {
          outlet: 'Ferry Times',
          published: '2032-06-01',
          lines: [{ text: 'Olga Brill, who speaks for the board, said [a valve had been left open].', chain: ['brill'] }],
        },
        {
          outlet: 'Dune Post',
          published: '2032-06-02',
          lines: [{ text: 'The Ostley Harbour Board said [gas had drifted over the quay].', chain: ['board'] }],
        },
        {
          outlet: 'Reed Weekly',
          published: '2032-06-03',
          lines: [{ text: 'According to a memo of the board, [two workers noticed the smell].', chain: ['memo'] }],
        },
      ],
    })
    expect(groups).toHaveLength(1)
    expect(roots).toEqual(['board'])
    expect(origins[0]?.retellings).toBe(0)
    expect(edges.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['speaks-for', 'Olga Brill speaks for Ostley Harbour Board'],
      ['speaks-for', 'a memo of the board speaks for Ostley Harbour Board'],
    ])
  })

  it('makes an official the root of what he saw himself', () => {
    const { roots, origins } = traced({
      claims: [BRIDGE],
      voices: { navy: { name: 'Coast Guard', kind: 'organization' }, sand: { name: 'Ivo Sand', speaksFor: 'navy' } },
      pages: [
        {
          outlet: 'Ferry Times',
          lines: [
            {
              text: '"[I saw daylight through the beams when I held up my lamp]," Ivo Sand said.',
              chain: ['sand'],
              manner: 'direct',
            },
          ],
        },
        { outlet: 'Dune Post', lines: [{ text: 'The Coast Guard said [three bolts were missing].', chain: ['navy'] }] },
      ],
    })
    expect([...roots].sort()).toEqual(['navy', 'sand'])
    expect(origins.find(({ root }) => root === 'sand')?.access).toBe('witness')
  })

  it('keeps what one speaker says on either side in two origins', () => {
    const { origins, edges } = traced({
      claims: [BRIDGE],
      voices: { kell: KELL },
      pages: [
        { outlet: 'Ferry Times', lines: [{ text: 'Ann Kell said [it sagged whenever a lorry crossed].', chain: ['kell'] }] },
        {
          outlet: 'Dune Post',
          lines: [{ text: 'Ann Kell now says [it was sound all along].', chain: ['kell'], stance: 'contradicts' }],
        },
      ],
    })
    expect(origins.map(({ side }) => side)).toEqual(['supports', 'contradicts'])
    expect(edges).toEqual([])
  })
})
