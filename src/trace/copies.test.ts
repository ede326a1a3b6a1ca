import { describe, expect, it } from 'vitest'
import { traced } from './traced.fixture.ts'

const BRIDGE = 'The Marrow bridge was unsafe.'
const KELL = { name: 'Ann Kell' }
const ROUND = { name: 'Tove Round' }
const official = (name = 'an official') => ({ name, kind: 'unnamed' }) as const

describe('copies', () => {
  const original = 'the north pier had moved forty centimetres since the dredging of last winter and the town had known of it'

  it('finds a passage repeated without credit under a voice without a name', () => {
    const { groups, roots, edges } = traced({
      claims: [BRIDGE],
      voices: { kell: KELL, one: official('a person close to the works') },
      pages: [
        { outlet: 'Ferry Times', published: '2032-03-01', lines: [{ text: `Ann Kell said [${original}].`, chain: ['kell'] }] },
        {
          outlet: 'Dune Post',
          published: '2032-03-02',
          lines: [{ text: `A person close to the works said [${original}].`, chain: ['one'] }],
        },
      ],
    })
    expect(groups).toHaveLength(1)
    expect(roots).toEqual(['kell'])
    expect(edges).toMatchObject([
      { kind: 'copies', reason: 'Dune Post of 2032-03-02 repeats the passage of Ferry Times of 2032-03-01 word for word' },
    ])
  })

  it('finds a lightly edited one', () => {
    const { groups, edges } = traced({
      claims: [BRIDGE],
      voices: { one: official(), two: official() },
      pages: [
        { outlet: 'Ferry Times', published: '2032-03-01', lines: [{ text: `An official said [${original}].`, chain: ['one'] }] },
        {
          outlet: 'Dune Post',
          published: '2032-03-02',
          lines: [
            {
              text: 'An official said [the town had long known that the northern pier moved forty centimetres after the dredging of last winter].',
              chain: ['two'],
            },
          ],
        },
      ],
    })
    expect(groups).toHaveLength(1)
    expect(edges[0]?.sure).toBeLessThan(0.9)
  })

  it('does not take two voices for one because both use the words of the claim', () => {
    const { groups } = traced({
      claims: ['The north pier of the Marrow bridge moved forty centimetres after the dredging of last winter.'],
      voices: { one: official(), two: official() },
      pages: [
        {
          outlet: 'Ferry Times',
          lines: [
            {
              text: 'An official said [the north pier moved forty centimetres after the dredging last winter, by her own measuring rod].',
              chain: ['one'],
            },
          ],
        },
        {
          outlet: 'Dune Post',
          lines: [
            {
              text: 'An official said [the pier moved forty centimetres to the north after dredging, which surprised the divers].',
              chain: ['two'],
            },
          ],
        },
      ],
    })
    expect(groups).toHaveLength(2)
  })

  it('takes one quotation for one knower though the speaker goes by a role in one paper', () => {
    const { groups, roots, edges } = traced({
      claims: [BRIDGE],
      voices: { kell: KELL, surveyor: { name: 'the surveyor' } },
      pages: [
        {
          outlet: 'Ferry Times',
          published: '2032-03-01',
          lines: [{ text: '"[You could put your fist into the crack]," Ann Kell said.', chain: ['kell'], manner: 'direct' }],
        },
        {
          outlet: 'Dune Post',
          published: '2032-03-02',
          lines: [
            {
              text: 'The surveyor put it so: "[You could put your fist into the crack]."',
              chain: ['surveyor'],
              manner: 'direct',
            },
          ],
        },
      ],
    })
    expect(groups).toHaveLength(1)
    expect(roots).toEqual(['kell'])
    expect(edges).toMatchObject([{ kind: 'same-quote' }])
  })

  it('keeps one quotation in two mouths apart where the names clearly differ', () => {
    const { groups } = traced({
      claims: [BRIDGE],
      voices: { kell: KELL, round: ROUND },
      pages: [
        {
          outlet: 'Ferry Times',
          lines: [{ text: '"[You could put your fist into the crack]," Ann Kell said.', chain: ['kell'], manner: 'direct' }],
        },
        {
          outlet: 'Dune Post',
          lines: [{ text: '"[You could put your fist into the crack]," said Tove Round.', chain: ['round'], manner: 'direct' }],
        },
      ],
    })
    expect(groups).toHaveLength(2)
  })

  it('does not make two knowers one because a voice without a name repeats both', () => {
    const other =
      'lorries of more than thirty tonnes had crossed every night since the bypass was closed for the repair of its drains'
    const { groups } = traced({
      claims: [BRIDGE],
      voices: { kell: KELL, round: ROUND, one: official('a clerk') },
      pages: [
        { outlet: 'Ferry Times', published: '2032-03-01', lines: [{ text: `Ann Kell said [${original}].`, chain: ['kell'] }] },
        { outlet: 'Reed Weekly', published: '2032-03-01', lines: [{ text: `Tove Round said [${other}].`, chain: ['round'] }] },
        {
          outlet: 'Dune Post',
          published: '2032-03-02',
          lines: [
            { text: `A clerk said [${original}].`, chain: ['one'] },
            { text: `A clerk said [${other}].`, chain: ['one'] },
          ],
        },
      ],
    })
    expect(groups).toHaveLength(2)
  })

  it('draws an edge between copies of a statement that takes no side, and makes no origin of them', () => {
    const { origins, edges } = traced({
      claims: [BRIDGE],
      voices: { kell: KELL },
      pages: [
        {
          outlet: 'Ferry Times',
          published: '2032-03-01',
          lines: [{ text: `Ann Kell said [${original}].`, chain: ['kell'], stance: 'neutral' }],
        },
        {
          outlet: 'Dune Post',
          published: '2032-03-02',
          lines: [{ text: `Ann Kell said [${original}].`, chain: ['kell'], stance: 'neutral' }],
        },
      ],
    })
    expect(origins).toEqual([])
    expect(edges).toMatchObject([{ kind: 'copies' }])
  })
})
