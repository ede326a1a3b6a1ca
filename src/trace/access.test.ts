import { describe, expect, it } from 'vitest'
import { accessOf } from './access.ts'
import { type Line, smallCase, type Voice } from './small-case.fixture.ts'
import { tellingsOf } from './telling.ts'

const CLAIM = 'The Ostley Harbour Board closed the bridge.'

const access = (line: Line, voice: Voice = { name: 'Ann Kell' }, claim = CLAIM) => {
  const input = smallCase({
    claims: [claim],
    voices: { it: voice },
    pages: [{ outlet: 'Ferry Times', lines: [{ chain: ['it'], ...line }] }],
  })
  return accessOf(tellingsOf(input), input.resolution.claims[0])
}

describe('access', () => {
  it.each([
    ['"[I saw two men paint over the bolts]," Ann Kell said.', 'direct', 'witness'],
    ['"[We watched it sag]," Ann Kell said.', 'direct', 'witness'],
    ['"[I was on the deck when it moved]," Ann Kell said.', 'direct', 'witness'],
    ['Ann Kell said [she had seen the deck move].', 'indirect', 'witness'],
    ['"[I never saw anybody]," Ann Kell said.', 'direct', 'unknown'],
    ['"[I was told that it moved, and I saw a photograph]," Ann Kell said.', 'direct', 'hearsay'],
    ['Ann Kell said [a neighbour told her of cracks].', 'indirect', 'hearsay'],
    ['"[I was told to lock it, and I saw it sag]," Ann Kell said.', 'direct', 'witness'],
    ['"[I was angry]," Ann Kell said.', 'direct', 'unknown'],
    ['"[We closed it for the weekend]," Ann Kell said.', 'direct', 'own-decision'],
    ['"[We believe it was rotten]," Ann Kell said.', 'direct', 'unknown'],
    ['Ann Kell said [the deck moved].', 'indirect', 'unknown'],
  ] as const)('%s', (text, manner, expected) => {
    expect(access({ text, manner })).toBe(expected)
  })

  it('is a record where a document says it, or a place that keeps records', () => {
    expect(access({ text: 'A memo says [the deck moved].' }, { name: 'a memo', kind: 'document' })).toBe('record')
    expect(
      access({ text: 'The Ostley Laboratory found [rust in the steel].' }, { name: 'Ostley Laboratory', kind: 'organization' }),
    ).toBe('record')
  })

  it('is its own decision where the claim is of its act, or it names itself as the one who acts', () => {
    const board = { name: 'Ostley Harbour Board', kind: 'organization', aliases: ['the board'] } as const
    expect(access({ text: 'The board said [no such order exists].' }, board)).toBe('own-decision')
    expect(access({ text: 'The board said [the board ordered the closure on Friday].' }, board, 'The bridge was closed.')).toBe(
      'own-decision',
    )
    expect(access({ text: 'The board said [no lorry crossed].' }, board, 'The bridge was closed.')).toBe('unknown')
  })
})
