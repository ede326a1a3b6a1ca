import { describe, expect, it } from 'vitest'
import type { Source, SourceId } from '../../core/source.ts'
import { isCalled, sourcesCalled } from './called.ts'

const source = (name: string, ...aliases: readonly string[]): Source => ({
  id: `src_${name}` as SourceId,
  name,
  kind: 'person',
  aliases,
  speaksFor: null,
  grade: 'F',
})

describe('a name that a person uses', () => {
  it.each([
    ['Anna Kor', 'ANNA KOR'],
    ['Anna Kor', 'Dr Anna Kor'],
    ['Energy Minister Anna Kor', 'anna kor'],
    ['Prof. Anna Kor', 'Mrs. Anna Kor'],
    ['The minister', 'a minister'],
    ["Vallorn's envoy", 'the Vallorn’s envoy'],
    ['Justice Department', 'the Justice Department'],
  ])('is that of %s: %s', (words, name) => {
    expect(isCalled(words, name)).toBe(true)
  })

  it.each([
    ['Anna Kor', 'Kor'],
    ['Energy Agency', 'the agency'],
    ['a director of the mill', 'an owner of the mill'],
    ['the chief mechanic', 'the mechanic'],
    ['Bert Kor', 'Anna Kor'],
  ])('is not that of %s: %s', (words, name) => {
    expect(isCalled(words, name)).toBe(false)
  })

  it('means who is named so before who also goes by it, and nobody where several do', () => {
    const [kor, lim, voice] = [
      source('Anna Kor', 'the minister', 'Kor'),
      source('Bo Lim', 'The minister'),
      source('the minister'),
    ]
    expect(sourcesCalled([kor, lim, voice], 'the minister')).toEqual({ found: [voice], several: [] })
    expect(sourcesCalled([kor, lim], 'the minister')).toEqual({ found: [], several: [kor, lim] })
    expect(sourcesCalled([kor, lim], 'Kor')).toEqual({ found: [kor], several: [] })
    expect(sourcesCalled([kor, source('Anna Kor')], 'anna kor').found).toHaveLength(2)
    expect(sourcesCalled([kor], ' the ')).toEqual({ found: [], several: [] })
  })
})
