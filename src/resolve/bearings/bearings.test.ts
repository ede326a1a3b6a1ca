import { describe, expect, it } from 'vitest'
import type { Stance } from '../../core/claim.ts'
import { textOfAll } from '../../core/span.ts'
import { bearingsOf } from './bearings.ts'
import { claimed, told, type Telling } from './told.fixture.ts'

/** What each content says of each claim. */
const stances = (
  tellings: readonly Telling[],
  ...claims: readonly string[]
): Readonly<Record<string, Readonly<Record<string, Stance>>>> => {
  const documents = tellings.map(({ document }) => document)
  const statements = tellings.flatMap((telling) => telling.statements)
  const bearings = bearingsOf({ documents, statements, claims: claimed(...claims) })
  return Object.fromEntries(
    statements.map((statement) => {
      const text = documents.find(({ id }) => id === statement.document)?.text ?? ''
      const own = bearings
        .filter((bearing) => bearing.statement === statement.id)
        .map(({ claim, stance }) => [claim, stance] as const)
      return [textOfAll(text, statement.content), Object.fromEntries(own)]
    }),
  )
}

const BRIDGE = `The Orme bridge was closed to lorries on Friday, the county said. The haulier Dask denied that the bridge was closed to lorries. “That is not true,” its owner, Bo Dask, said.

The police declined to comment on the bridge. A spokesman for the ministry said no decision had been taken on the bridge.

The engineer Mia Holt said the Orme bridge was open to lorries all day. Three lorries crossed it, she said.

The baker said the price of rye bread would rise by a tenth. The school choir sang on Sunday.`

const bridge = told('Orme Post', BRIDGE, [
  { content: 'The Orme bridge was closed to lorries on Friday', speaker: 'the county' },
  { content: 'the bridge was closed to lorries.', speaker: 'The haulier Dask', act: 'deny', polarity: 'negative' },
  { content: 'That is not true', speaker: 'its owner, Bo Dask', act: 'deny' },
  { content: 'declined to comment on the bridge', speaker: 'The police', act: 'decline', certainty: 'unknown' },
  {
    content: 'no decision had been taken on the bridge',
    speaker: 'A spokesman for the ministry',
    act: 'decline',
    certainty: 'unknown',
  },
  { content: 'the Orme bridge was open to lorries all day', speaker: 'The engineer Mia Holt' },
  { content: 'the price of rye bread would rise by a tenth', speaker: 'The baker', act: 'predict' },
  { content: 'The school choir sang on Sunday' },
])

const CLOSED = 'The Orme bridge was closed to lorries.'

describe('bearingsOf', () => {
  const found = stances([bridge], CLOSED)

  it('takes the same words as support', () => {
    expect(found['The Orme bridge was closed to lorries on Friday']).toEqual({ c1: 'supports' })
  })

  it('turns what is denied by the word of saying', () => {
    expect(found['the bridge was closed to lorries.']).toEqual({ c1: 'contradicts' })
  })

  it('reads an elliptic denial by what stands before it', () => {
    expect(found['That is not true']).toEqual({ c1: 'contradicts' })
  })

  it('turns an opposite', () => {
    expect(found['the Orme bridge was open to lorries all day']).toEqual({ c1: 'contradicts' })
  })

  it('is neutral where somebody declines', () => {
    expect(found['declined to comment on the bridge']).toEqual({ c1: 'neutral' })
    expect(found['no decision had been taken on the bridge']).toEqual({ c1: 'neutral' })
  })

  it('finds no bearing in what is of another matter', () => {
    expect(found['the price of rye bread would rise by a tenth']).toEqual({})
    expect(found['The school choir sang on Sunday']).toEqual({})
  })

  it('leaves a claim alone that is near in topic and that nobody speaks of', () => {
    const near = stances([bridge], CLOSED, 'A crack was found in the deck of the Orme bridge.')
    expect(Object.values(near).filter((bearing) => 'c2' in bearing)).toEqual([])
    expect(near['The Orme bridge was closed to lorries on Friday']).toEqual({ c1: 'supports' })
  })

  it('turns the other way for a claim that is negated itself', () => {
    const negated = stances([bridge], 'The Orme bridge was not closed to lorries.')
    expect(negated['The Orme bridge was closed to lorries on Friday']).toEqual({ c1: 'contradicts' })
    expect(negated['the bridge was closed to lorries.']).toEqual({ c1: 'supports' })
  })

  it('compares numbers', () => {
    const toll = told(
      'Ferry Gazette',
      'The mayor said 14 people drowned when the ferry sank off Isk. A doctor said nine people drowned when the ferry sank.',
      [
        { content: '14 people drowned when the ferry sank off Isk', speaker: 'The mayor' },
        { content: 'nine people drowned when the ferry sank.', speaker: 'A doctor' },
      ],
    )
    expect(stances([toll], 'At least ten people were killed when the ferry sank off Isk.')).toEqual({
      '14 people drowned when the ferry sank off Isk': { c1: 'supports' },
      'nine people drowned when the ferry sank.': { c1: 'contradicts' },
    })
  })

  it('hands on act and certainty, and says how sure it is', () => {
    const [first] = bearingsOf({ documents: [bridge.document], statements: bridge.statements, claims: claimed(CLOSED) })
    expect(first).toMatchObject({ act: 'assert', certainty: 'certain', by: { maker: 'rule:bearing' } })
    expect(first?.by.sure).toBeGreaterThan(0.5)
    expect(first?.by.sure).toBeLessThanOrEqual(1)
  })

  it('reads each document by itself', () => {
    const other = told('Kelp Times', 'The harbour is deep. A diver said the harbour is deep.', [
      { content: 'the harbour is deep.', speaker: 'A diver' },
    ])
    const alone = bearingsOf({ documents: [bridge.document], statements: bridge.statements, claims: claimed(CLOSED) })
    const both = bearingsOf({
      documents: [other.document, bridge.document],
      statements: [...other.statements, ...bridge.statements],
      claims: claimed(CLOSED),
    })
    expect(both).toEqual(alone)
  })

  it('gives nothing where there is nothing', () => {
    expect(bearingsOf({ documents: [], statements: [], claims: claimed(CLOSED) })).toEqual([])
    expect(bearingsOf({ documents: [bridge.document], statements: bridge.statements, claims: [] })).toEqual([])
    expect(bearingsOf({ documents: [bridge.document], statements: bridge.statements, claims: claimed('') })).toEqual([])
  })
})
