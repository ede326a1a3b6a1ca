import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copySure } from './copies.ts'
import { kinshipsOf } from './kinship.ts'
import { smallCase } from './small-case.fixture.ts'
import { tellingsOf } from './telling.ts'

const PAPERS = ['Ferry Times', 'Dune Post', 'Reed Weekly', 'Cove Echo']

/** How alike single lines in papers of their own are, on one claim. */
const kinshipAmong = (lines: readonly string[], claim = 'The Marrow bridge was unsafe.') => {
  const pages = lines.map((said, at) => ({
    outlet: PAPERS[at % PAPERS.length] ?? '',
    published: `2032-03-${String(10 + at)}`,
    lines: [{ text: `[${said}].` }],
  }))
  const input = smallCase({ claims: [claim], pages })
  const [kinship] = kinshipsOf(tellingsOf(input), input.resolution.claims, new Set())
  if (kinship === undefined) throw new Error('no lines')
  const telling = (rank: number) => kinship.tellings[rank] ?? kinship.tellings[0]!
  return {
    likeness: (one: number, other: number) => kinship.likeness(telling(one), telling(other)),
    alike: (rank: number) => kinship.alike(telling(rank)).map((found) => found.rank),
  }
}

const word = fc.constantFrom('pier', 'beam', 'crack', 'lorry', 'flood', 'rust', 'deck', 'of', 'the', 'in', '2029', '40')
const text = fc.array(word, { minLength: 13, maxLength: 30 }).map((words) => words.join(' '))

describe('likeness', () => {
  it('is whole for the same text and none for texts without a common word', () => {
    const { likeness } = kinshipAmong([
      'the north pier had moved forty centimetres since the dredging of last winter',
      'the north pier had moved forty centimetres since the dredging of last winter',
      'lorries crossed every night although somebody put up signs against heavy traffic',
    ])
    expect(likeness(0, 1)).toMatchObject({ ordered: 1, run: 13, clash: false, words: 13 })
    expect(likeness(0, 1).common).toBeGreaterThan(0.98)
    expect(likeness(0, 2).common).toBeLessThan(0.05)
  })

  it('sees words in common whatever their order, and order apart from them', () => {
    const { likeness } = kinshipAmong([
      'the pier moved in the winter when dredgers worked there and the town knew everything about it',
      'the town knew everything about it and the pier moved in the winter when dredgers worked there',
    ])
    expect(likeness(0, 1).common).toBeGreaterThan(0.95)
    expect(likeness(0, 1).ordered).toBeLessThan(0.75)
  })

  it('counts common numbers and sees a clash of numbers', () => {
    const { likeness } = kinshipAmong([
      'the survey of 2029 found 40 cracks in the deck and rust on every one of its bolts',
      'the survey of 2029 found 40 cracks in the deck and rust on each of the bolts it has',
      'the survey of 2030 found 70 cracks in the deck and rust on every one of its bolts',
    ])
    expect(likeness(0, 1)).toMatchObject({ numbers: 2, clash: false })
    expect(likeness(0, 2)).toMatchObject({ numbers: 0, clash: true })
    const alone = { quoted: false, together: false }
    expect(copySure(likeness(0, 2), alone)).toBeLessThan(copySure(likeness(0, 1), alone))
  })

  it('gives little weight to the words of the claim', () => {
    const lines = ['it was the north pier that moved after the winter dredging', 'the north pier moved after the winter dredging']
    const asked = kinshipAmong(lines, 'The north pier moved after the winter dredging.').likeness(0, 1)
    const other = kinshipAmong(lines).likeness(0, 1)
    expect(asked.weight).toBeLessThan(other.weight / 2)
    expect(asked.run).toBeLessThan(other.run)
  })

  it('is the same from either end, shares within 0 and 1, order no more than what is common', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const { likeness } = kinshipAmong([one, other])
        const { common, ordered, weight, run, numbers, clash } = likeness(0, 1)
        const back = likeness(1, 0)
        expect([back.weight, back.ordered, back.common].map((value) => value.toFixed(9))).toEqual(
          [weight, ordered, common].map((value) => value.toFixed(9)),
        )
        expect([back.run, back.numbers, back.clash]).toEqual([run, numbers, clash])
        expect(common).toBeGreaterThanOrEqual(0)
        expect(Math.max(common, ordered)).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('likeness against a slow oracle', () => {
  /** Longest row of equal words, by trying every pair of places. */
  const longestRow = (a: readonly string[], b: readonly string[]): number => {
    const rowAt = (i: number, j: number): number => (i < a.length && j < b.length && a[i] === b[j] ? 1 + rowAt(i + 1, j + 1) : 0)
    return Math.max(0, ...a.flatMap((_, i) => b.map((__, j) => rowAt(i, j))))
  }

  it('finds the longest row of words', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const found = kinshipAmong([one, other]).likeness(0, 1)
        fc.pre(found.common >= 0.3)
        expect(found.run).toBe(longestRow(one.split(' '), other.split(' ')))
      }),
    )
  })
})

describe('candidates', () => {
  it('are earlier tellings that share neighbouring words, the likeliest first', () => {
    const { alike } = kinshipAmong([
      'the north pier had moved forty centimetres since the dredging of last winter',
      'lorries crossed every night although somebody put up signs against heavy traffic',
      'since the dredging the north pier moved',
      'the north pier had moved forty centimetres since the dredging of the channel',
    ])
    expect(alike(0)).toEqual([])
    expect(alike(1)).toEqual([])
    expect(alike(3)).toEqual([0])
  })

  it('are few, and hold the first telling, however often a passage is repeated', () => {
    const said = 'the north pier had moved forty centimetres since the dredging of last winter'
    const { alike } = kinshipAmong(Array.from({ length: 60 }, () => said))
    expect(alike(59).length).toBeLessThanOrEqual(4)
    expect(alike(59)).toContain(0)
  })
})
