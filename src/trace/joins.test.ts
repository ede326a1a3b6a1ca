import { describe, expect, it } from 'vitest'
import type { TraceInput } from './telling.ts'
import { joinsOf } from './joins.ts'
import { smallCase } from './small-case.fixture.ts'
import { tellingsOf } from './telling.ts'
import type { Force, Tie } from './tie.ts'

const VOICES = {
  kell: { name: 'Ann Kell' },
  round: { name: 'Tove Round' },
  clerk: { name: 'a clerk', kind: 'unnamed' },
  diver: { name: 'a diver', kind: 'unnamed' },
} as const

/** One line for each chain, in papers of their own, day after day; `on` gives contradicting ones. */
const linesOf = (chains: readonly (readonly string[])[], contradicting: readonly number[] = []): TraceInput =>
  smallCase({
    claims: ['The Marrow bridge was unsafe.'],
    voices: VOICES,
    pages: chains.map((chain, at) => ({
      outlet: `Paper ${String.fromCharCode(65 + at)}`,
      published: `2032-03-${String(10 + at)}`,
      lines: [{ text: `[Line ${String(at)}].`, chain, stance: contradicting.includes(at) ? 'contradicts' : 'supports' }],
    })),
  })

type Draft = readonly [from: number, to: number, sure: number, force?: Force]

const joined = (input: TraceInput, drafts: readonly Draft[]): readonly number[] => {
  const tellings = tellingsOf(input)
  const ties = drafts.flatMap(([a, b, sure, force = 'likeness']): readonly Tie[] => {
    const [from, to] = [tellings[a], tellings[b]]
    return from === undefined || to === undefined ? [] : [{ from, to, kind: 'copies', force, rule: 'test', sure, reason: '' }]
  })
  return [...joinsOf(tellings, ties)]
}

describe('joins', () => {
  it('follow sure ties through any number of tellings, not unsure or shown ones', () => {
    const input = linesOf([['clerk'], ['clerk'], ['clerk'], ['clerk'], ['clerk']])
    expect(
      joined(input, [
        [1, 0, 0.9],
        [2, 1, 0.6],
        [3, 2, 0.49],
        [4, 0, 1, 'shown'],
      ]),
    ).toEqual([0, 0, 0, 3, 4])
  })

  it('never cross sides', () => {
    expect(joined(linesOf([['kell'], ['kell']], [1]), [[1, 0, 1, 'identity']])).toEqual([0, 1])
  })

  it('do not make two knowers who clearly differ into one, the surer tie first', () => {
    const input = linesOf([['kell'], ['round'], ['clerk']])
    expect(
      joined(input, [
        [2, 0, 0.7],
        [2, 1, 0.8],
      ]),
    ).toEqual([0, 1, 1])
    expect(
      joined(input, [
        [2, 0, 0.8],
        [2, 1, 0.7],
      ]),
    ).toEqual([0, 1, 0])
  })

  it('hold all the same where the chains say so', () => {
    expect(joined(linesOf([['kell'], ['round']]), [[1, 0, 0.8, 'identity']])).toEqual([0, 0])
  })

  it('lead a line without a voice one way only', () => {
    const input = linesOf([['clerk'], ['diver'], []])
    expect(
      joined(input, [
        [2, 0, 0.8],
        [2, 1, 0.7],
      ]),
    ).toEqual([0, 1, 0])
  })

  it('lead it on where it only went round in a circle', () => {
    const input = linesOf([['clerk'], [], []])
    expect(
      joined(input, [
        [1, 2, 0.9],
        [2, 1, 0.85],
        [2, 0, 0.7],
      ]),
    ).toEqual([0, 0, 0])
  })
})
