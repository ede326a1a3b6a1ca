import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Result } from '../../core/refusal.ts'
import { ENOCH_SIGNATURE, ENOCH_VKEY, NOTE_TEXT, PETER, PETER_SIGNATURE, PETER_VKEY } from './note-keys.fixture.ts'
import { parseNote, signNote, verifyNote } from './signed-note.ts'
import { makeSigningKey, parseVkey, vkeyOf } from './signing-key.ts'

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.refusal.sentence)
  return result.value
}
const codeOf = (result: Result<unknown>): string => (result.ok ? 'taken' : result.refusal.code)

const NOTE = `${NOTE_TEXT}\n${PETER_SIGNATURE}`

describe('a key', () => {
  it('has the public text that the Go implementation gives it', () => {
    expect(valueOf(vkeyOf(PETER))).toBe(PETER_VKEY)
    expect(valueOf(parseVkey(PETER_VKEY))).toMatchObject({ name: 'PeterNeumann', keyId: 'c74f20a3' })
  })

  it('is made anew each time, in PEM, and checks what it signs and nothing else', () => {
    const [one, other] = [valueOf(makeSigningKey('example.org/desk')), valueOf(makeSigningKey('example.org/desk'))]
    expect(one.privatePem).toMatch(/^-----BEGIN PRIVATE KEY-----\n/u)
    const note = valueOf(signNote(NOTE_TEXT, one))
    expect(verifyNote(note, valueOf(vkeyOf(one)))).toEqual({ ok: true, value: NOTE_TEXT })
    expect(codeOf(verifyNote(note, valueOf(vkeyOf(other))))).toBe('bad-signature')
  })

  it.each(['', 'two words', 'a+b', 'a\u00a0b', 'a\u2028b', 'a\nb', 'a\0b', '\ud800'])('cannot be named %j', (name) => {
    expect(codeOf(makeSigningKey(name))).toBe('bad-option')
  })

  it('is refused where its public text is cut or altered anywhere', () => {
    for (let from = 0; from <= PETER_VKEY.length; from++)
      for (let to = from; to <= PETER_VKEY.length; to++)
        if (to - from < PETER_VKEY.length) expect(codeOf(parseVkey(PETER_VKEY.slice(from, to)))).toBe('malformed')
    for (let at = 0; at < PETER_VKEY.length; at++) {
      const next = String.fromCharCode(PETER_VKEY.charCodeAt(at) + 1)
      expect(codeOf(parseVkey(PETER_VKEY.slice(0, at) + next + PETER_VKEY.slice(at + 1))), `character ${at}`).toBe('malformed')
    }
  })

  it.each([
    [
      'of another length, with the id that goes with it',
      'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==',
    ],
    ['of another kind, with the id that goes with it', 'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'],
    ['with a line feed behind', `${PETER_VKEY}\n`],
  ])('is refused where its public text is %s', (_what, vkey) => {
    expect(codeOf(parseVkey(vkey))).toBe('malformed')
  })

  it('does not sign where it is none', () => {
    const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    for (const privatePem of ['', 'no key', PETER.privatePem.slice(0, 60), p256])
      expect(codeOf(signNote(NOTE_TEXT, { name: 'desk', privatePem }))).toBe('malformed')
    expect(codeOf(signNote(NOTE_TEXT, { ...PETER, name: 'two words' }))).toBe('malformed')
  })
})

describe('a signed note', () => {
  it('is, byte for byte, what the Go implementation signs', () => {
    expect(valueOf(signNote(NOTE_TEXT, PETER))).toBe(NOTE)
  })

  it('holds by any of its keys, whatever else stands under it', () => {
    const both = NOTE + ENOCH_SIGNATURE
    for (const vkey of [PETER_VKEY, ENOCH_VKEY]) expect(verifyNote(both, vkey)).toEqual({ ok: true, value: NOTE_TEXT })
    expect(codeOf(verifyNote(NOTE, ENOCH_VKEY))).toBe('bad-signature')
    expect(valueOf(parseNote(both)).signatures.map(({ name, keyId }) => `${name} ${keyId}`)).toEqual([
      'PeterNeumann c74f20a3',
      'EnochRoot af0cfe78',
    ])
  })

  it('does not hold where one of two signatures by the key does not', () => {
    const [id, rest] = ['x08go', PETER_SIGNATURE.slice('— PeterNeumann x08go'.length)]
    const broken = `— PeterNeumann ${id}${rest.replace('ZJku', 'ZJkv')}`
    expect(codeOf(verifyNote(NOTE + broken, PETER_VKEY))).toBe('bad-signature')
    expect(codeOf(verifyNote(`${NOTE_TEXT}\n${broken}${PETER_SIGNATURE}`, PETER_VKEY))).toBe('bad-signature')
  })

  it('is refused after any change of one character', () => {
    for (let at = 0; at < NOTE.length; at++) {
      const changed = NOTE.slice(0, at) + String.fromCharCode(NOTE.charCodeAt(at) ^ 1) + NOTE.slice(at + 1)
      expect(verifyNote(changed, PETER_VKEY).ok, `character ${at}`).toBe(false)
      expect(verifyNote(NOTE.slice(0, at), PETER_VKEY).ok, `cut at ${at}`).toBe(false)
    }
  })

  it('may have empty lines and sixteen signatures', () => {
    const text = 'one\n\n\ntwo\n\nthree\n'
    const note = valueOf(signNote(text, PETER))
    expect(valueOf(parseNote(note + ENOCH_SIGNATURE.repeat(15))).signatures).toHaveLength(16)
    expect(verifyNote(note, PETER_VKEY)).toEqual({ ok: true, value: text })
  })

  it.each([
    ['nothing', ''],
    ['a text alone', NOTE_TEXT],
    ['no signature', `${NOTE_TEXT}\n`],
    ['no text', `\n${PETER_SIGNATURE}`],
    ['a last line without end', NOTE.slice(0, -1)],
    ['another end to its last line', `${NOTE.slice(0, -1)}x`],
    ['a carriage return', NOTE.replaceAll('\n', '\r\n')],
    ['a control character', `\u0001${NOTE}`],
    ['a lone surrogate', `\ud800${NOTE}`],
    ['a name with a space', NOTE.replace('PeterNeumann', 'Peter Neumann')],
    ['a name with a plus', NOTE.replace('PeterNeumann', 'Peter+Neumann')],
    ['no name', NOTE.replace('PeterNeumann', '')],
    ['a word behind a signature', NOTE.replace('AM=', 'AM= more')],
    ['a hyphen for the dash', NOTE.replace('— ', '- ')],
    ['another line below', `${NOTE}Unexpected line.\n`],
    ['an empty line below', `${NOTE}\n`],
    ['a signature without padding', NOTE.replace('AM=', 'AM')],
    ['bits in the padding', NOTE.replace('AM=', 'AN=')],
    ['a signature of an id alone', `${NOTE_TEXT}\n— PeterNeumann x08gow==\n`],
  ])('is refused where it has %s', (_what, note) => {
    expect(codeOf(parseNote(note))).toBe('malformed')
  })

  it('is refused where it is endless', () => {
    expect(codeOf(parseNote(NOTE + ENOCH_SIGNATURE.repeat(5000)))).toBe('too-large')
  })

  it('is not made of a text that it could not be read with', () => {
    const signedAlready = `${NOTE_TEXT}\n${ENOCH_SIGNATURE.slice(0, -1)}`
    for (const text of ['', 'no end', signedAlready, 'a\tb\n', '\n', '\ud800\n'])
      expect(codeOf(signNote(text, PETER))).toBe('malformed')
  })
})
