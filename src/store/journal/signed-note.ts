import { sign, verify } from 'node:crypto'
import { ok, refuse, type Result } from '../../core/refusal.ts'
import { bytesOfBase64, isKeyName, parseVkey, privateKeyOf, vkeyOf, type SigningKey } from './signing-key.ts'

/** A signature that stands under a note, checked or not. */
export interface NoteSignature {
  readonly name: string
  /** Four bytes as 8 lower-case hexadecimal digits. */
  readonly keyId: string
  /** Base64. */
  readonly signature: string
}

/** A text and the signatures under it. */
export interface SignedNote {
  /** With its last line feed, which is signed too. */
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

/** Characters of a note that are read: room for 16 signatures of 5 kB, which C2SP signed-note asks for, and a long text. */
const MOST_CHARACTERS = 262_144
const KEY_ID_BYTES = 4

const SIGNATURE_START = '— '

/** No control but the line feed, of ASCII (C2SP signed-note, “Format”) or otherwise, and nothing that UTF-8 cannot write. */
const FORBIDDEN = /(?!\n)[\p{Cc}\p{Cs}]/u

const malformed = (because: string): Result<never> =>
  refuse('malformed', `The signed note cannot be read: ${because}; get it again from where it was published.`)

const signatureOf = (line: string): NoteSignature | null => {
  if (!line.startsWith(SIGNATURE_START)) return null
  const [name = '', base64 = '', ...more] = line.slice(SIGNATURE_START.length).split(' ')
  const bytes = bytesOfBase64(base64)
  if (more.length > 0 || !isKeyName(name) || bytes === null || bytes.length <= KEY_ID_BYTES) return null
  const keyId = bytes.subarray(0, KEY_ID_BYTES).toString('hex')
  return { name, keyId, signature: bytes.subarray(KEY_ID_BYTES).toString('base64') }
}

/**
 * Reads a signed note (c2sp.org/signed-note) strictly; the signatures are not checked. Refuses as `too-large` or `malformed`.
 */
export const parseNote = (note: string): Result<SignedNote> => {
  if (note.length > MOST_CHARACTERS)
    return refuse(
      'too-large',
      `The signed note was not read: it has ${note.length} characters, of which ${MOST_CHARACTERS} are read.`,
    )
  if (FORBIDDEN.test(note)) return malformed('it has characters that no note may have')
  const end = note.lastIndexOf('\n\n')
  if (end < 1 || !note.endsWith('\n')) return malformed('it is not a text, an empty line and signatures, each line ended')
  const lines = note.slice(end + 2, -1).split('\n')
  const signatures = lines.map(signatureOf).filter((signature) => signature !== null)
  if (signatures.length < lines.length) return malformed('a line below the text is no signature')
  return ok({ text: note.slice(0, end + 1), signatures })
}

/**
 * The text, which ends in a line feed, signed by a key: a whole note. Refuses as `malformed` a key that is none, and a text that a
 * note cannot have.
 */
export const signNote = (text: string, key: SigningKey): Result<string> => {
  const privateKey = privateKeyOf(key)
  if (!privateKey.ok) return privateKey
  const vkey = vkeyOf(key)
  const known = vkey.ok ? parseVkey(vkey.value) : vkey
  if (!known.ok) return known
  const signature = Buffer.concat([Buffer.from(known.value.keyId, 'hex'), sign(null, Buffer.from(text), privateKey.value)])
  const note = `${text}\n${SIGNATURE_START}${key.name} ${signature.toString('base64')}\n`
  const read = parseNote(note)
  if (!read.ok) return read
  return read.value.text === text ? ok(note) : malformed('its text does not end with its line')
}

/**
 * The text of a note that the key of `vkey` signed. Signatures by other keys are passed over; those by this key must all hold.
 * Refuses as `bad-signature` where none does or one does not, and as `parseNote` and `parseVkey` do.
 */
export const verifyNote = (note: string, vkey: string): Result<string> => {
  const key = parseVkey(vkey)
  if (!key.ok) return key
  const read = parseNote(note)
  if (!read.ok) return read
  const { name, keyId, publicKey } = key.value
  const { text, signatures } = read.value
  const own = signatures.filter((signature) => signature.name === name && signature.keyId === keyId)
  if (own.length === 0)
    return refuse(
      'bad-signature',
      `The note is not signed by ${name} with key ${keyId}: check which key it should be signed with.`,
    )
  const holds = own.every(({ signature }) => verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64')))
  if (!holds)
    return refuse('bad-signature', `The note was altered: the signature of ${name} does not go with its text; do not trust it.`)
  return ok(text)
}
