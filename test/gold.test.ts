import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { goldFaults, type AnsweredCase, type CaseFile, type Gold } from './gold.ts'

const ROOT = join(import.meta.dirname, '..')

const folders = ['examples', 'bench/cases'].flatMap((collection) =>
  readdirSync(join(ROOT, collection))
    .map((name) => join(collection, name))
    .filter((folder) => existsSync(join(ROOT, folder, 'gold.json'))),
)

const answeredCase = (folder: string): AnsweredCase => {
  const text = (file: string): string => readFileSync(join(ROOT, folder, file), 'utf8')
  const asked = JSON.parse(text('case.json')) as CaseFile
  return {
    asked,
    gold: JSON.parse(text('gold.json')) as Gold,
    texts: new Map(asked.documents.map(({ id, file }) => [id, text(file)])),
  }
}

describe('the answers to our own cases', () => {
  it('are there', () => {
    expect(folders).toContain(join('examples', 'kestrel-drone'))
    expect(folders.length).toBeGreaterThan(6)
  })

  it.each(folders)('hold together in %s', (folder) => {
    expect(goldFaults(answeredCase(folder))).toEqual([])
  })
})

/** The smallest case: one baker, one paper that cites her. */
const small = (): AnsweredCase => ({
  asked: { claims: [{ id: 'c1' }], documents: [{ id: 'd1', file: 'd1.txt', publisher: 'The Crumb' }] },
  texts: new Map([['d1', 'The oven is cold, said the baker on Monday. The mayor would not say.']]),
  gold: {
    sources: [
      { id: 's1', name: 'the baker' },
      { id: 's2', name: 'the mayor' },
    ],
    statements: [
      {
        document: 'd1',
        content: 'The oven is cold',
        chain: ['The Crumb', 's1'],
        claim: 'c1',
        stance: 'supports',
        certainty: 'certain',
        act: 'assert',
      },
      {
        document: 'd1',
        content: 'would not say',
        chain: ['The Crumb', 's2'],
        claim: 'c1',
        stance: 'neutral',
        certainty: 'unknown',
        act: 'decline',
      },
    ],
    origins: [{ claim: 'c1', side: 'supports', root: 's1', statements: [0] }],
    evidence: [],
    quantities: [],
    dates: [{ document: 'd1', text: 'on Monday', iso: '2024-03-11' }],
    verdict: { c1: { at: 'likely' } },
  },
})

describe('the check of answers', () => {
  const { gold } = small()
  const [said, declined] = gold.statements as [Gold['statements'][number], Gold['statements'][number]]
  const first = (changed: Partial<typeof said>): Partial<Gold> => ({ statements: [{ ...said, ...changed }, declined] })

  it('finds nothing in an answer that holds together', () => {
    expect(goldFaults(small())).toEqual([])
  })

  it.for<[what: string, planted: Partial<Gold>]>([
    ['words that the document does not have', first({ content: 'The oven is out' })],
    ['words that it has twice', first({ content: 'The' })],
    ['a mark at the end', first({ content: 'The oven is cold,' })],
    ['a chain that starts elsewhere', first({ chain: ['s1'] })],
    ['a link that is nobody', first({ chain: ['The Crumb', 's9'] })],
    ['a claim that was not asked', first({ claim: 'c2' })],
    ['a word that is no stance', first({ stance: 'favours' })],
    ['a decline that takes a side', { statements: [said, { ...declined, stance: 'supports' }] }],
    ['a decline that is sure', { statements: [said, { ...declined, certainty: 'certain' }] }],
    ['a statement without an origin', { origins: [] }],
    ['a statement in two origins', { origins: [...gold.origins, ...gold.origins] }],
    ['a neutral statement in an origin', { origins: [{ claim: 'c1', side: 'supports', root: 's1', statements: [0, 1] }] }],
    ['an origin on the wrong side', { origins: [{ claim: 'c1', side: 'contradicts', root: 's1', statements: [0] }] }],
    ['a root that is nobody', { origins: [{ claim: 'c1', side: 'supports', root: 's9', statements: [0] }] }],
    ['a challenge from another claim', { evidence: [{ document: 'd1', mention: 'oven', claim: 'c2', challengedBy: [0] }] }],
    ['a date of its own form', { dates: [{ document: 'd1', text: 'on Monday', iso: '11.3.2024' }] }],
    ['a claim without a verdict', { verdict: {} }],
  ])('finds %s', ([, planted]) => {
    expect(goldFaults({ ...small(), gold: { ...gold, ...planted } })).not.toEqual([])
  })
})
