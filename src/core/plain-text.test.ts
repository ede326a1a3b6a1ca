import { describe, expect, it } from 'vitest'
import { harmless, plain } from './plain-text.ts'

describe('harmless text', () => {
  it.each([
    ['a colour', 'a\u001B[1;31mb\u001B[0mc', 'abc'],
    ['a cursor move in eight bits', 'a\u009B2Jb', 'ab'],
    ['a window title', 'a\u001B]0;owned\u0007b', 'ab'],
    ['a link ended by a string terminator', 'a\u001B]8;;http://evil.example\u001B\\b', 'ab'],
    ['a device string in eight bits', 'a\u0090q\u009Cb', 'ab'],
    ['a character set', 'a\u001B(0b', 'ab'],
    ['a sequence that never ends', 'a\u001B[12', 'a'],
    ['a lone escape', 'a\u001B', 'a'],
    ['backspaces and bells', 'a\b\u0007\u007Fb', 'ab'],
    ['an override of direction', 'a\u202Etxt\u202Cb\u2066c\u2069', 'atxtbc'],
    ['marks that cannot be seen', 'pass\u200Bw\u00ADord\uFEFF\u{E0041}', 'password'],
    ['half a character', 'a\uD800b', 'a\uFFFDb'],
  ])('is without %s', (_, text, rest) => {
    expect(harmless(text)).toBe(rest)
  })

  it('shows what follows a string that nobody ends, rather than hide it', () => {
    const text = 'x'.repeat(400)
    expect(harmless(`\u001B]0;${text}`)).toBe(`0;${text}`)
  })

  it('keeps line ends, joiners and letters of every script', () => {
    const text = 'می\u200Cخواهم\n漢字 👩‍👩‍👧 e\u0301'
    expect(harmless(text)).toBe(text)
  })

  it('takes time that grows with the text alone', () => {
    const text = '\u001B]'.repeat(200_000)
    expect(harmless(text)).not.toContain('\u001B')
  })
})

describe('plain text', () => {
  it('is one line, and keeps the blanks that forbid a line end', () => {
    expect(plain(' a\n\tb \u2028 c\r\n70\u00A0% ')).toBe('a b c 70\u00A0%')
  })

  it('is the same when made twice', () => {
    const once = plain('a\u001B[\u001B[31mb ] \u202E c')
    expect(plain(once)).toBe(once)
  })
})
