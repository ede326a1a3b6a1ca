import { describe, expect, it } from 'vitest'
import { traced } from './traced.fixture.ts'

const BRIDGE = 'The Marrow bridge was unsafe.'
const PLANT = 'The Ostley plant released chlorine in May.'
const KELL = { name: 'Ann Kell' }
const ROUND = { name: 'Tove Round' }
const official = (name = 'an official') => ({ name, kind: 'unnamed' }) as const

describe('citations', () => {
  const report = { text: 'An official said [the deck plates had rusted through since the flood of 2029].', chain: ['one'] }

  it('leads a paper that cites another back to that paper’s own source', () => {
    const { groups, roots, origins, edges } = traced({
      claims: [BRIDGE],
      voices: { one: official() },
      pages: [
        { outlet: 'Ferry Times', published: '2032-03-01', lines: [report] },
        {
          outlet: 'Dune Post',
          published: '2032-03-02',
          lines: [{ text: 'The Ferry Times reports that [its plates are eaten by rust].', chain: ['Ferry Times'] }],
        },
      ],
    })
    expect(groups).toHaveLength(1)
    expect(roots).toEqual(['one'])
    expect(origins[0]?.retellings).toBe(0)
    expect(edges).toMatchObject([
      { kind: 'cites', reason: 'Dune Post of 2032-03-02 cites Ferry Times, whose own report this is' },
    ])
  })

  it('takes the unnamed source of a cited paper for the one that the paper had', () => {
    const { groups } = traced({
      claims: [BRIDGE],
      voices: { one: official(), two: official() },
      pages: [
        { outlet: 'Ferry Times', published: '2032-03-01', lines: [report] },
        {
          outlet: 'Dune Post',
          published: '2032-03-02',
          lines: [{ text: 'An official told the Ferry Times that [the plates had rusted].', chain: ['Ferry Times', 'two'] }],
        },
      ],
    })
    expect(groups).toHaveLength(1)
  })

  it('does not lead a named source back to another named one because a paper cites the other’s paper', () => {
    const { groups } = traced({
      claims: [BRIDGE],
      voices: { kell: KELL, round: ROUND },
      pages: [
        {
          outlet: 'Ferry Times',
          published: '2032-03-01',
          lines: [{ text: 'Ann Kell said [the plates had rusted].', chain: ['kell'] }],
        },
        {
          outlet: 'Dune Post',
          published: '2032-03-02',
          lines: [{ text: 'Tove Round told the Ferry Times that [it swayed].', chain: ['Ferry Times', 'round'] }],
        },
      ],
    })
    expect(groups).toHaveLength(2)
  })

  it('leads a paper that cites a body back to the source that the body’s own notice names', () => {
    const { groups, roots } = traced({
      claims: [PLANT],
      voices: {
        board: { name: 'Ostley Harbour Board', kind: 'organization' },
        lab: { name: 'Reed Laboratory', kind: 'organization' },
      },
      pages: [
        {
          outlet: 'board',
          published: '2032-06-01',
          lines: [{ text: 'The Reed Laboratory told us that [chlorine reached the quay].', chain: ['lab'] }],
        },
        {
          outlet: 'Ferry Times',
          published: '2032-06-02',
          lines: [{ text: 'The Ostley Harbour Board says [there was gas in May].', chain: ['board'] }],
        },
      ],
    })
    expect(groups).toHaveLength(1)
    expect(roots).toEqual(['lab'])
  })

  it('makes one origin of two papers that cite each other', () => {
    const { groups } = traced({
      claims: [BRIDGE],
      pages: [
        {
          outlet: 'Ferry Times',
          published: '2032-03-01',
          lines: [{ text: 'According to the Dune Post, [the bridge is rotten].', chain: ['Dune Post'] }],
        },
        {
          outlet: 'Dune Post',
          published: '2032-03-02',
          lines: [{ text: 'As the Ferry Times has it, [nobody should cross it].', chain: ['Ferry Times'] }],
        },
      ],
    })
    expect(groups).toHaveLength(1)
  })

  it('leads who only passes something on back to whom it comes from', () => {
    const { groups, roots, edges } = traced({
      claims: [PLANT],
      voices: { kell: KELL, lab: { name: 'Ostley Laboratory', kind: 'organization' } },
      pages: [
        {
          outlet: 'Ferry Times',
          published: '2032-06-01',
          lines: [{ text: 'Ann Kell said [the air was poisoned].', chain: ['kell'] }],
        },
        {
          outlet: 'Dune Post',
          published: '2032-06-02',
          lines: [
            {
              text: 'Ann Kell, citing the Ostley Laboratory, said [chlorine reached four parts in a million].',
              chain: ['kell', 'lab'],
            },
          ],
        },
      ],
    })
    expect(groups).toHaveLength(1)
    expect(roots).toEqual(['lab'])
    expect(edges).toMatchObject([
      { kind: 'cites', reason: 'Ann Kell has it from Ostley Laboratory, as Dune Post of 2032-06-02 tells' },
    ])
  })

  it('shows what a paper takes back, and joins nothing by it', () => {
    const { origins, edges } = traced({
      claims: [BRIDGE],
      pages: [
        { outlet: 'Ferry Times', published: '2032-03-01', lines: [{ text: '[The bridge is about to fall].' }] },
        {
          outlet: 'Ferry Times',
          published: '2032-03-09',
          lines: [{ text: '[Our report of 1 March was wrong].', stance: 'contradicts', act: 'deny' }],
        },
      ],
    })
    expect(origins).toHaveLength(2)
    expect(edges).toMatchObject([
      { from: 'Our report of 1 March was wrong', to: 'The bridge is about to fall', rule: 'rule:withdraws' },
    ])
  })
})
