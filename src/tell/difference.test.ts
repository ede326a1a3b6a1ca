import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Document } from '../core/document.ts'
import { readVerbatim } from '../read/read.ts'
import { hunksBetween } from './alignment.ts'
import { changeWords, differenceOf } from './difference.ts'

const THEN = `The crane at Marl was inspected on Monday. The inspector found no fault. It will be opened again in June.

The company did not answer questions.`

const documentOf = async (text: string, more: Partial<Document> = {}): Promise<Document> => ({
  ...(await readVerbatim(text)),
  ...more,
})

const wordsBetween = async (before: string, after: string): Promise<readonly string[]> =>
  differenceOf(await documentOf(before), await documentOf(after)).map(changeWords)

describe('what a page has otherwise than before', () => {
  it('is nothing where only white space and invisible marks differ', async () => {
    expect(await wordsBetween(THEN, THEN.replaceAll(' was ', ' was\u200B  '))).toEqual([])
  })

  it('tells a sentence removed, one added, and one that became another', async () => {
    const now = THEN.replace(' The inspector found no fault.', '')
      .replace('in June', 'in September')
      .replace('questions.', 'questions. A second inspection was ordered by the county.')
    expect(await wordsBetween(THEN, now)).toEqual([
      'the sentence “The inspector found no fault.” was removed',
      'the sentence “It will be opened again in June.” became “It will be opened again in September.”',
      'the sentence “A second inspection was ordered by the county.” was added',
    ])
  })

  it('tells a sentence moved once', async () => {
    const now = `The company did not answer questions.\n\n${THEN.replace('\n\nThe company did not answer questions.', '')}`
    expect(await wordsBetween(THEN, now)).toEqual(['the sentence “The company did not answer questions.” was moved'])
  })

  it('tells what stands above the text', async () => {
    const changes = differenceOf(
      await documentOf(THEN, { published: '2024-03-10', title: 'No fault found', author: 'Ida Quill' }),
      await documentOf(THEN, { published: '2024-03-12', title: 'Crane shut', author: null, publisher: 'Marl Echo' }),
    )
    expect(changes.map(changeWords)).toEqual([
      'the title was changed from “No fault found” to “Crane shut”',
      'the author, “Ida Quill”, is no longer given',
      'the publisher was given as “Marl Echo”',
      'the day of publication was changed from 10\u00A0March\u00A02024 to 12\u00A0March\u00A02024',
    ])
  })

  it('says nothing that could move a cursor', async () => {
    const [words] = await wordsBetween('All is well here.', 'All is \u001B[31mwell here. The quay \u0007is closed.')
    expect(words).toBe('the sentence “The quay is closed.” was added')
  })

  it('is done at once with two long texts that share nothing', async () => {
    const long = (word: string): string => Array.from({ length: 4000 }, (_, at) => `The ${word} ${at} stands.`).join(' ')
    const [before, after] = [await documentOf(long('crane')), await documentOf(long('quay'))]
    const started = performance.now()
    expect(differenceOf(before, after).length).toBeGreaterThan(1000)
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

describe('hunks', () => {
  const applied = (a: readonly number[], b: readonly number[]): readonly number[] => {
    const result: number[] = []
    let at = 0
    for (const { before, after } of hunksBetween(a, b)) {
      const [first = at] = before
      // A hunk that only puts in stands where the common run before it ends.
      while (at < (before.length > 0 ? first : a.length) && result.length < (after[0] ?? Infinity)) result.push(a[at++] ?? NaN)
      at += before.length
      result.push(...after.map((place) => b[place] ?? NaN))
    }
    return [...result, ...a.slice(at)]
  }
  const commonLength = (a: readonly number[], b: readonly number[]): number => {
    const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
    for (let i = a.length - 1; i >= 0; i--)
      for (let j = b.length - 1; j >= 0; j--)
        table[i]![j] = a[i] === b[j] ? 1 + table[i + 1]![j + 1]! : Math.max(table[i + 1]![j]!, table[i]![j + 1]!)
    return table[0]![0]!
  }
  const list = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 24 })

  it('turn one list into the other, with as few edits as a table of all common subsequences needs', () => {
    fc.assert(
      fc.property(list, list, (a, b) => {
        const hunks = hunksBetween(a, b)
        expect(applied(a, b)).toEqual(b)
        const edits = hunks.reduce((sum, { before, after }) => sum + before.length + after.length, 0)
        expect(edits).toBe(a.length + b.length - 2 * commonLength(a, b))
      }),
      { numRuns: 300 },
    )
  })
})
