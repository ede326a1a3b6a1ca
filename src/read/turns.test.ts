import { describe, expect, it } from 'vitest'
import { passage } from './passage.ts'
import { markTurns } from './turns.ts'

const kinds = (...lines: readonly string[]): readonly string[] =>
  markTurns(lines.map((line) => passage(line))).map(({ kind }) => kind)

describe('markTurns', () => {
  it('marks what follows a label in capitals where speakers come back', () => {
    expect(
      kinds('HOST: Good evening.', 'FENWICK (on the line): Hello.', '(MUSIC)', 'HOST: Is it safe?', 'UPDATE: It is not.'),
    ).toEqual(['turn', 'turn', 'paragraph', 'turn', 'paragraph'])
  })

  it('marks labels that are names where most of the text is made of them', () => {
    expect(kinds('Aud Fenwick: Hello.', 'Host: Is it safe?', 'Aud Fenwick: No.', 'Host: I see.')).toEqual(Array(4).fill('turn'))
    expect(kinds('Aud Fenwick: Hello.', 'Host: Is it safe?', ...Array<string>(12).fill('A sentence of the text.'))).not.toContain(
      'turn',
    )
  })

  it('leaves a list alone, in which no label comes back', () => {
    expect(kinds('FREIGHT: Rates fell.', 'BULK: Rates rose.', 'TANKERS: Nothing moved.')).not.toContain('turn')
  })
})
