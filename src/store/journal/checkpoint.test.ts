import { describe, expect, it } from 'vitest'
import type { Result } from '../../core/refusal.ts'
import { parseCheckpoint, signCheckpoint, verifyCheckpoint, type Checkpoint } from './checkpoint.ts'
import { EMPTY_ROOT, leafHash } from './merkle.ts'
import { PETER, PETER_VKEY } from './note-keys.fixture.ts'
import { signNote, verifyNote } from './signed-note.ts'

const ROOT = leafHash(Buffer.from('an entry'))
const ROOT64 = Buffer.from(ROOT, 'hex').toString('base64')
const CHECKPOINT: Checkpoint = { origin: 'PeterNeumann', size: 20852163, root: ROOT, extensions: [] }

const codeOf = (result: Result<unknown>): string => (result.ok ? 'taken' : result.refusal.code)
const signed = (checkpoint: Checkpoint): string => {
  const note = signCheckpoint(checkpoint, PETER)
  if (!note.ok) throw new Error(note.refusal.sentence)
  return note.value
}

describe('a checkpoint', () => {
  it('is three lines and a signature over them', () => {
    const note = signed(CHECKPOINT)
    const [origin, size, root, empty, signature, ...rest] = note.split('\n')
    expect([origin, size, root, empty, ...rest]).toEqual(['PeterNeumann', '20852163', ROOT64, '', ''])
    expect(signature).toMatch(/^— PeterNeumann x08g\S{87}=$/u)
    expect(verifyNote(note, PETER_VKEY)).toEqual({ ok: true, value: `PeterNeumann\n20852163\n${ROOT64}\n` })
  })

  it.each<Checkpoint>([
    CHECKPOINT,
    { ...CHECKPOINT, size: 0, root: EMPTY_ROOT },
    { ...CHECKPOINT, size: Number.MAX_SAFE_INTEGER },
    { ...CHECKPOINT, extensions: ['2026-11-30T09:00:00.000Z', '— no signature'] },
  ])('comes back as it was signed: %j', (checkpoint) => {
    expect(parseCheckpoint(signed(checkpoint))).toEqual({ ok: true, value: checkpoint })
    expect(verifyCheckpoint(signed(checkpoint), PETER_VKEY)).toEqual({ ok: true, value: checkpoint })
  })

  // A tree head of the Go checksum database, as it was given out; the key is the one in the go command.
  it('of a great log of the world holds', () => {
    const note = `go.sum database tree
49189689
ftjbAOzaupaIvaPo/G+Dk63nxOZ2s1OPOKIaPtXs7S4=

— sum.golang.org Az3grlKZssqRoMNPpZfKt0TphbbcF+pzXqElURJKRNFKfaUAgqeI5k2AORH0QAhg/ebRwyIqD/OqP4oLtLnNumvOBAM=
`
    const vkey = 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8'
    const origin = 'go.sum database tree'
    expect(verifyCheckpoint(note, vkey, origin)).toMatchObject({ ok: true, value: { origin, size: 49189689, extensions: [] } })
    expect(codeOf(verifyCheckpoint(note, vkey))).toBe('bad-signature')
    expect(codeOf(verifyCheckpoint(note.replace('49189689', '49189688'), vkey, origin))).toBe('bad-signature')
  })

  it('that was altered anywhere does not hold', () => {
    const note = signed(CHECKPOINT)
    for (let at = 0; at < note.length; at++) {
      const changed = note.slice(0, at) + String.fromCharCode(note.charCodeAt(at) ^ 1) + note.slice(at + 1)
      expect(verifyCheckpoint(changed, PETER_VKEY).ok, `character ${at}`).toBe(false)
    }
  })

  it('of another log does not hold, though the key signed it', () => {
    const note = signed({ ...CHECKPOINT, origin: 'example.org/other' })
    expect(codeOf(verifyCheckpoint(note, PETER_VKEY))).toBe('bad-signature')
    expect(codeOf(verifyCheckpoint(note, PETER_VKEY, 'example.org/other'))).toBe('taken')
  })

  it.each([
    ['two lines', 'log\n1\n'],
    ['an empty origin', `\n1\n${ROOT64}\n`],
    ['an empty line', `log\n1\n${ROOT64}\n\nmore\n`],
    ['a size with a zero before', `log\n01\n${ROOT64}\n`],
    ['a size with a sign', `log\n+1\n${ROOT64}\n`],
    ['a size with a space', `log\n1 \n${ROOT64}\n`],
    ['a size in other digits', `log\n١\n${ROOT64}\n`],
    ['a size below zero', `log\n-34\n${ROOT64}\n`],
    ['a size in another form', `log\n1e3\n${ROOT64}\n`],
    ['a size past all counting', `log\n9007199254740992\n${ROOT64}\n`],
    ['no size', `log\nbananas\n${ROOT64}\n`],
    ['a root in hexadecimal digits', `log\n1\n${ROOT}\n`],
    ['a root of other length', 'log\n1\nYmFuYW5hcw==\n'],
    ['a root without padding', `log\n1\n${ROOT64.slice(0, -1)}\n`],
    ['a root in the alphabet of URLs', `log\n1\n${'-_'.repeat(21)}8=\n`],
    ['entries that its size does not have', `log\n0\n${ROOT64}\n`],
  ])('with %s is refused, though signed', (_what, text) => {
    const note = signNote(text, PETER)
    expect(note.ok).toBe(true)
    if (note.ok)
      expect([codeOf(parseCheckpoint(note.value)), codeOf(verifyCheckpoint(note.value, PETER_VKEY, 'log'))]).toEqual([
        'malformed',
        'malformed',
      ])
  })

  it.each<readonly [string, Partial<Checkpoint>]>([
    ['an origin of two lines', { origin: `log\n9\n${ROOT64}` }],
    ['no origin', { origin: '' }],
    ['an origin with a control character', { origin: 'a\tb' }],
    ['an extension of two lines', { extensions: ['a\nb'] }],
    ['an empty extension', { extensions: [''] }],
    ['a size below zero', { size: -1 }],
    ['a size in parts', { size: 0.5 }],
    ['a size past counting', { size: 2 ** 53 }],
    ['a great size', { size: 1e21 }],
    ['no root', { root: '' }],
    ['a root spelled otherwise', { root: ROOT.toUpperCase() }],
  ])('with %s is not signed', (_what, wrong) => {
    expect(codeOf(signCheckpoint({ ...CHECKPOINT, ...wrong }, PETER))).toBe('malformed')
  })
})
