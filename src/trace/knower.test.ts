import { describe, expect, it } from 'vitest'
import type { Source, SourceId, SourceKind } from '../core/source.ts'
import { clearlyDiffer, isNamed, knowerOf, properWords, lineOf } from './knower.ts'

const source = (name: string, kind: SourceKind = 'person', speaksFor: string | null = null): Source => ({
  id: name as SourceId,
  name,
  kind,
  aliases: [],
  speaksFor: speaksFor as SourceId | null,
  grade: 'F',
})

const directory = (...sources: readonly Source[]) => new Map(sources.map((one) => [one.id, one]))

describe('knowers', () => {
  const state = source('State of Ostley', 'organization')
  const board = source('Harbour Board', 'organization', 'State of Ostley')
  const memo = source('a memo', 'document', 'Harbour Board')

  it('are the first body behind a spokesman or a memo; the line goes on to the top', () => {
    expect(knowerOf(memo, directory(state, board, memo))).toBe(board)
    expect(knowerOf(board, directory(state, board))).toBe(board)
    expect(lineOf(memo, directory(state, board, memo))).toEqual([memo, board, state])
  })

  it('are themselves where nobody stands behind them', () => {
    const kell = source('Ann Kell')
    expect(knowerOf(kell, directory(kell))).toBe(kell)
  })

  it('are found though two speak for each other', () => {
    const one = source('One', 'person', 'Other')
    const other = source('Other', 'person', 'One')
    expect(lineOf(one, directory(one, other))).toEqual([one, other])
  })
})

describe('names', () => {
  it('are proper words without titles', () => {
    expect(properWords('Dr. Ann Kell')).toEqual(['ann', 'kell'])
    expect(properWords('the Minister of the Sea')).toEqual(['sea'])
    expect(properWords('the mayor')).toEqual([])
    expect(isNamed(source('the mayor'))).toBe(false)
    expect(isNamed(source('Ferry Times', 'outlet'))).toBe(false)
  })

  it('clearly differ only between two named sources of one kind', () => {
    expect(clearlyDiffer(source('Ann Kell'), source('Tove Round'))).toBe(true)
    expect(clearlyDiffer(source('Ann Kell'), source('Ida Kell'))).toBe(true)
    expect(clearlyDiffer(source('Ann Kell'), source('Professor Kell'))).toBe(false)
    expect(clearlyDiffer(source('Ann Kell'), source('the surveyor'))).toBe(false)
    expect(clearlyDiffer(source('Ann Kell'), source('Harbour Board', 'organization'))).toBe(false)
    expect(clearlyDiffer(source('Ann Kell'), source('Ann Kell'))).toBe(false)
  })
})
