import { describe, expect, it } from 'vitest'
import { inputOf, votesOn, type AnsweredCase } from '../../bench/calibration/answered-cases.ts'
import { weigh } from '../../src/weigh/weigh.ts'

const SAID = { claim: 'c1', stance: 'supports', certainty: 'certain', act: 'assert' } as const

/** A baker who opened the oven himself, one paper that cites him twice, and a guild that takes his word through a spokesman. */
const answered: AnsweredCase = {
  name: 'cold-oven',
  claims: [{ id: 'c1', text: 'The oven is cold.' }],
  texts: new Map([
    ['d1', '“I saw that the oven is cold,” said the baker. The oven has gone out, he said.'],
    ['d2', 'The oven may be cold, the Guild has from him. The oven is warm.'],
  ]),
  gold: {
    sources: [
      { id: 's1', name: 'The Crumb', kind: 'outlet', aliases: [] },
      { id: 's2', name: 'the baker', kind: 'unnamed', aliases: [] },
      { id: 's3', name: 'Guild of Bakers', kind: 'organization', aliases: ['the Guild'] },
    ],
    statements: [
      { ...SAID, document: 'd1', content: 'I saw that the oven is cold', chain: ['The Crumb', 's2'] },
      { ...SAID, document: 'd1', content: 'The oven has gone out', chain: ['The Crumb', 's2'] },
      { ...SAID, document: 'd2', content: 'The oven may be cold', chain: ['The Loaf', 's3', 's2'], certainty: 'possible' },
      { ...SAID, document: 'd2', content: 'The oven is warm', chain: ['The Loaf'], stance: 'contradicts' },
    ],
    origins: [
      { claim: 'c1', side: 'supports', root: 's2', statements: [0, 1, 2] },
      { claim: 'c1', side: 'contradicts', root: 'The Loaf', statements: [3] },
    ],
    evidence: [
      {
        document: 'd2',
        kind: 'photo',
        claim: 'c1',
        stance: 'contradicts',
        provenance: 'unknown',
        challengedBy: [0],
        score: { value: 0.8, scale: 'likeness' },
      },
    ],
    verdict: { c1: { truth: true } },
  },
}

describe('a case with its answer', () => {
  it('gives weigh the origins of the gold, as its closest telling puts them', () => {
    const { origins } = inputOf(answered, 'nothing')
    expect(origins).toMatchObject([
      { side: 'supports', root: 's2', statements: ['st_0', 'st_1', 'st_2'], certainty: 'certain', retellings: 0 },
      { side: 'contradicts', root: 'The Loaf', statements: ['st_3'], certainty: 'certain', retellings: 0 },
    ])
    expect(origins.every(({ access, interest }) => access === 'unknown' && interest === 'none')).toBe(true)
  })

  it('lets the rules of trace say how an origin knows, where asked to', () => {
    expect(inputOf(answered, 'rules').origins.map(({ access }) => access)).toEqual(['witness', 'unknown'])
  })

  it('takes a publisher that the gold does not list for an outlet, and every source once', () => {
    const { sources } = inputOf(answered, 'nothing')
    expect(sources.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      's1 outlet',
      's2 unnamed',
      's3 organization',
      'The Loaf outlet',
    ])
  })

  it('gives weigh the things of the gold with their challenges', () => {
    const [verdict] = weigh(inputOf(answered, 'nothing'))
    const thing = verdict!.reasons.find(({ about }) => about.kind === 'evidence')!
    expect(thing.factors.map(({ assumption }) => assumption)).toEqual([
      'item.photo',
      'provenance.unknown',
      'challenge',
      'score.bare',
    ])
  })

  it('counts votes by statement, and each article once for a side', () => {
    expect(votesOn('c1', answered.gold, 'statement')).toEqual({ supports: 3, contradicts: 1 })
    expect(votesOn('c1', answered.gold, 'article')).toEqual({ supports: 2, contradicts: 1 })
  })
})
