import { describe, expect, it } from 'vitest'
import { findClaims } from './found-claims.ts'
import { told, type Telling } from './told.fixture.ts'

const POST = told(
  'Orme Post',
  'The county said the Orme bridge was closed to lorries on Friday. The haulier Dask denied that the Orme bridge was closed to lorries. The choirmaster said the choir would sing in Ulm.',
  [
    { content: 'the Orme bridge was closed to lorries on Friday', speaker: 'The county' },
    { content: 'the Orme bridge was closed to lorries.', speaker: 'The haulier Dask', act: 'deny', polarity: 'negative' },
    { content: 'the choir would sing in Ulm', speaker: 'The choirmaster', act: 'predict', certainty: 'probable' },
  ],
)

const TIMES = told(
  'Kelp Times',
  'A driver said the Orme bridge was closed on Friday. She said it was a scandal. The lock-keeper said the Kelp lock leaks water. The miller said the Kelp lock leaks water at night. “Is the bridge closed?” asked a pupil.',
  [
    { content: 'the Orme bridge was closed on Friday', speaker: 'A driver' },
    { content: 'it was a scandal', speaker: 'She', act: 'opinion' },
    { content: 'the Kelp lock leaks water.', speaker: 'The lock-keeper' },
    { content: 'the Kelp lock leaks water at night', speaker: 'The miller' },
    { content: 'Is the bridge closed', speaker: 'a pupil', act: 'question', certainty: 'unknown' },
  ],
)

const claimsIn = (...tellings: readonly Telling[]) =>
  findClaims({
    documents: tellings.map(({ document }) => document),
    statements: tellings.flatMap(({ statements }) => statements),
  })

describe('findClaims', () => {
  const found = claimsIn(POST, TIMES)

  it('puts what is contested before what all agree on', () => {
    expect(found.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^The Orme bridge was closed/u),
      expect.stringMatching(/^The Kelp lock leaks water/u),
    ])
  })

  it('names each by a clean sentence, and says that it was found', () => {
    for (const { id, text, given } of found) {
      expect(id).toMatch(/^cl_[\da-f]{16}$/u)
      expect(text).toMatch(/^\p{Lu}.*[^.]\.$/u)
      expect(given).toBe(false)
    }
  })

  it('gives the same ids whatever the order of the documents', () => {
    expect(new Set(claimsIn(TIMES, POST).map(({ id }) => id))).toEqual(new Set(found.map(({ id }) => id)))
  })

  it('gives at most four', () => {
    const events = [
      ['quarry', 'the Selm quarry flooded in March'],
      ['tannery', 'the Bruk tannery was sold to a rival'],
      ['brewery', 'the Holt brewery poisoned eleven guests'],
      ['bakery', 'the Nerva bakery sacked its whole staff'],
      ['creamery', 'the Ister creamery burned butter for heat'],
      ['foundry', 'the Grund foundry forged the bells of Ulm'],
    ] as const
    const tellings = events.map(([place, event]) =>
      told(`The ${place} paper`, `The owner said ${event}. A guard denied that ${event}!`, [
        { content: event, speaker: 'The owner' },
        { content: `${event}!`, speaker: 'A guard', act: 'deny', polarity: 'negative' },
      ]),
    )
    expect(claimsIn(...tellings)).toHaveLength(4)
  })

  it('finds none where nobody says anything that stands by itself', () => {
    const vague = told('Mist', 'She said it was so. He said that was not true.', [
      { content: 'it was so', speaker: 'She' },
      { content: 'that was not true', speaker: 'He', act: 'deny' },
    ])
    expect(claimsIn(vague)).toEqual([])
    expect(claimsIn()).toEqual([])
  })
})
