import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Judgement } from '../core/judgement.ts'
import type { StatementId } from '../core/statement.ts'
import type { SmallCase } from './small-case.fixture.ts'
import { type Judging, traced } from './traced.fixture.ts'

const SAGGED = 'it sagged whenever a lorry crossed'
const BOLTS = 'the bolts were gone'
const GAP = 'there was a gap a hand wide'
const CLERK = 'nobody had painted it for years'
const RETOLD = 'the bolts were gone for a month'
const SOUND = 'it was sound all along'

/** Kell in three papers, a clerk in a fourth, a paper that cites the second for what Kell says, and Kell once on the other side. */
const BRIDGE: SmallCase = {
  claims: ['The Marrow bridge was unsafe.'],
  voices: { kell: { name: 'Ann Kell' }, clerk: { name: 'a clerk', kind: 'unnamed' } },
  pages: [
    { outlet: 'Dune Post', published: '2032-03-02', lines: [{ text: `Ann Kell said [${SAGGED}].`, chain: ['kell'] }] },
    { outlet: 'Ferry Times', published: '2032-03-03', lines: [{ text: `Ann Kell said [${BOLTS}].`, chain: ['kell'] }] },
    { outlet: 'Reed Weekly', published: '2032-03-04', lines: [{ text: `Ann Kell said [${GAP}].`, chain: ['kell'] }] },
    { outlet: 'Lake Daily', published: '2032-03-05', lines: [{ text: `A clerk said [${CLERK}].`, chain: ['clerk'] }] },
    {
      outlet: 'Hill Wire',
      published: '2032-03-06',
      lines: [{ text: `Ferry Times reports that Ann Kell said [${RETOLD}].`, chain: ['Ferry Times', 'kell'] }],
    },
    {
      outlet: 'Moss Mail',
      published: '2032-03-07',
      lines: [{ text: `Ann Kell now says [${SOUND}].`, chain: ['kell'], stance: 'contradicts' }],
    },
  ],
}

const groups = (judging?: Judging): readonly (readonly string[])[] => traced(BRIDGE, judging).groups.map((group) => [...group])

const same =
  (one: string, other: string): Judging =>
  (id) => [{ kind: 'same-origin', statements: [id(one), id(other)] }]

const different =
  (one: string, other: string): Judging =>
  (id) => [{ kind: 'different-origin', statements: [id(one), id(other)] }]

const split =
  (says: string): Judging =>
  (id) => [{ kind: 'split-origin', statement: id(says) }]

const all =
  (...each: readonly Judging[]): Judging =>
  (id) =>
    each.flatMap((judging) => judging(id))

describe('origins that nobody judged', () => {
  it('are what the chains say', () => {
    expect(groups()).toEqual([[SAGGED, BOLTS, GAP, RETOLD], [CLERK], [SOUND]])
  })
})

describe('one origin by a person', () => {
  it('is joined for sure, and says who joined it', () => {
    const { groups: found, edges, origins } = traced(BRIDGE, same(CLERK, GAP))
    expect(found).toEqual([[SAGGED, BOLTS, GAP, CLERK, RETOLD], [SOUND]])
    expect(edges.filter(({ kind }) => kind === 'judged')).toEqual([
      { from: CLERK, to: GAP, kind: 'judged', reason: 'judged by a person to go back to one knower', rule: 'person', sure: 1 },
    ])
    expect(origins[0]?.edges.some(({ kind }) => kind === 'judged')).toBe(true)
    expect(origins[0]?.root).toBe('kell')
  })

  it('joins knowers who clearly differ, too', () => {
    const given: SmallCase = {
      ...BRIDGE,
      voices: { kell: { name: 'Ann Kell' }, clerk: { name: 'Tove Round' } },
      pages: BRIDGE.pages.slice(0, 4),
    }
    expect(traced(given).groups).toHaveLength(2)
    expect(traced(given, same(CLERK, SAGGED)).groups).toHaveLength(1)
  })

  it('does not make one of two voices through a line that stood above the one', () => {
    const given: SmallCase = {
      claims: BRIDGE.claims,
      voices: { ...BRIDGE.voices, diver: { name: 'a diver', kind: 'unnamed' } },
      pages: [
        { outlet: 'Dune Post', published: '2032-03-02', lines: [{ text: `A diver said [${SAGGED}].`, chain: ['diver'] }] },
        {
          outlet: 'Lake Daily',
          published: '2032-03-05',
          lines: [{ text: `[${BOLTS}].` }, { text: `A clerk said [${CLERK}].`, chain: ['clerk'] }],
        },
      ],
    }
    expect(traced(given).groups).toEqual([[SAGGED], [BOLTS, CLERK]])
    expect(traced(given, same(BOLTS, SAGGED)).groups).toEqual([[SAGGED, BOLTS], [CLERK]])
  })
})

describe('two origins by a person', () => {
  it('keep two statements of one speaker apart, and leave the rest with the first', () => {
    const { groups: found, edges } = traced(BRIDGE, different(SAGGED, GAP))
    expect(found).toEqual([[SAGGED, BOLTS, RETOLD], [GAP], [CLERK], [SOUND]])
    expect(edges.filter(({ from, to }) => from === GAP || to === GAP)).toEqual([])
  })

  it('keep them apart however they are named, and through whatever others', () => {
    expect(groups(different(GAP, BOLTS))).toEqual(groups(different(BOLTS, GAP)))
    for (const group of groups(different(GAP, BOLTS))) expect(group.includes(GAP) && group.includes(BOLTS)).toBe(false)
    const through = groups(all(same(CLERK, SAGGED), same(CLERK, GAP), different(SAGGED, GAP)))
    for (const group of through) expect(group.includes(GAP) && group.includes(SAGGED)).toBe(false)
  })
})

describe('an origin of its own by a person', () => {
  it('takes with it what rests on it, and leaves the others together', () => {
    expect(groups(split(BOLTS))).toEqual([[SAGGED, GAP], [BOLTS, RETOLD], [CLERK], [SOUND]])
  })

  it('leaves the others together where the first of them goes', () => {
    expect(groups(split(SAGGED))).toEqual([[SAGGED], [BOLTS, GAP, RETOLD], [CLERK], [SOUND]])
  })

  it('lets an echo go on its own', () => {
    expect(groups(split(RETOLD))).toEqual([[SAGGED, BOLTS, GAP], [CLERK], [RETOLD], [SOUND]])
  })

  it('lets go what a person tied to something else', () => {
    expect(groups(all(same(RETOLD, CLERK), split(BOLTS)))).toContainEqual([BOLTS])
  })

  it('may come twice, one inside the other', () => {
    expect(groups(all(split(BOLTS), split(RETOLD)))).toEqual([[SAGGED, GAP], [BOLTS], [CLERK], [RETOLD], [SOUND]])
  })
})

describe('judgements that contradict each other', () => {
  it.each([
    [[same(CLERK, GAP), different(CLERK, GAP)], false],
    [[different(CLERK, GAP), same(CLERK, GAP)], true],
    [[same(CLERK, GAP), split(CLERK)], false],
    [[split(CLERK), same(CLERK, GAP)], true],
  ])('go to the later: %#', (judgings, isOne) => {
    const found = groups(all(...judgings))
    expect(found.some((group) => group.includes(CLERK) && group.includes(GAP))).toBe(isOne)
  })
})

describe('the laws of judgements', () => {
  const each = [same(CLERK, GAP), different(SAGGED, GAP), split(BOLTS)]

  it('leave no trace where none is left', () => {
    expect(JSON.stringify(traced(BRIDGE, () => []).provenance)).toBe(JSON.stringify(traced(BRIDGE).provenance))
  })

  it('do not ask for an order where they have nothing to do with each other', () => {
    const first = JSON.stringify(traced(BRIDGE, all(...each)).provenance)
    expect(JSON.stringify(traced(BRIDGE, all(...each.toReversed())).provenance)).toBe(first)
  })

  it('say the same twice as once', () => {
    expect(traced(BRIDGE, all(...each, ...each)).provenance).toEqual(traced(BRIDGE, all(...each)).provenance)
  })

  it('always give the last its way, whatever came before', () => {
    const says = [SAGGED, BOLTS, GAP, CLERK, RETOLD]
    const two = fc.tuple(fc.constantFrom(...says), fc.constantFrom(...says)).filter(([one, other]) => one !== other)
    const drafts = fc.array(
      fc.tuple(
        fc.constantFrom(same, different, (one: string) => split(one)),
        two,
      ),
      { minLength: 1, maxLength: 6 },
    )
    fc.assert(
      fc.property(drafts, (drawn) => {
        const found = groups(all(...drawn.map(([kind, [one, other]]) => kind(one, other))))
        expect(found.flat().toSorted()).toEqual([...says, SOUND].toSorted())
        const [kind, [one, other]] = drawn.at(-1) ?? [same, [SAGGED, SAGGED]]
        const share = found.some((group) => group.includes(one) && group.includes(other))
        if (kind === same) expect(share).toBe(true)
        if (kind === different) expect(share).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  it('leave each statement in one origin', () => {
    const told = groups(all(...each)).flat()
    expect(new Set(told).size).toBe(told.length)
    expect(told.toSorted()).toEqual(groups().flat().toSorted())
  })
})

describe('judgements that find nothing', () => {
  const nobody = 'st_nobody' as StatementId
  it.each<readonly [string, (id: (says: string) => StatementId) => Judgement, RegExp]>([
    ['no such statement', () => ({ kind: 'split-origin', statement: nobody }), /hold no statement st_nobody/u],
    [
      'two sides',
      (id) => ({ kind: 'same-origin', statements: [id(GAP), id(SOUND)] }),
      /go back to one knower found nothing to act on: they are on one side of no claim\.$/u,
    ],
    ['one of none', (id) => ({ kind: 'different-origin', statements: [id(GAP), nobody] }), /st_nobody have two origins/u],
  ])('are told: %s', (_, judgement, sentence) => {
    const { stale, provenance } = traced(BRIDGE, (id) => [judgement(id)])
    expect(stale).toMatchObject([{ code: 'stale-judgement', sentence: expect.stringMatching(sentence) as string }])
    expect(provenance).toEqual(traced(BRIDGE).provenance)
  })

  it('are not those that find something', () => {
    expect(traced(BRIDGE, all(same(CLERK, GAP), split(BOLTS))).stale).toEqual([])
  })
})
