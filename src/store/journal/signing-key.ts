import { createPrivateKey, createPublicKey, generateKeyPairSync, hash, type KeyObject } from 'node:crypto'
import { ok, refuse, type Result } from '../../core/refusal.ts'

/** What signs: the name that its signatures carry, and its Ed25519 private key as PKCS#8 in PEM, which is to be kept secret. */
export interface SigningKey {
  readonly name: string
  readonly privatePem: string
}

/** What checks signatures. */
export interface VerifyingKey {
  readonly name: string
  /** Four bytes as 8 lower-case hexadecimal digits. */
  readonly keyId: string
  readonly publicKey: KeyObject
}

/** C2SP signed-note, “Signature types”: Ed25519 over the text of the note. */
const ED25519 = Uint8Array.of(1)
/** Bytes of an Ed25519 public key (RFC 8032 § 5.1.5). */
const PUBLIC_KEY_BYTES = 32

/** C2SP signed-note, “Format”: a name has at least one character, and no Unicode space or plus. */
const KEY_NAME = /^[^\p{White_Space}\p{Cc}\p{Cs}+]+$/u

/** Whether a key may have this name. */
export const isKeyName = (name: string): boolean => KEY_NAME.test(name)

/** The bytes of standard, padded base64 (RFC 4648 § 4); null where it is written in any way but the one an encoder would choose. */
export const bytesOfBase64 = (text: string): Buffer | null => {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : null
}

/** C2SP signed-note, “Signatures”: the first four bytes of SHA-256 over name, line feed, kind and public key. */
const keyIdOf = (name: string, kindAndKey: Uint8Array): string =>
  hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), kindAndKey]), 'hex').slice(0, 8)

/** A key is read out of its text once, not for each signature. */
const read = new WeakMap<SigningKey, Result<KeyObject>>()

const readKey = ({ name, privatePem }: SigningKey): Result<KeyObject> => {
  const refused = refuse(
    'malformed',
    `The signing key of ${name} is no Ed25519 private key as PKCS#8 in PEM: restore it from a copy, or make another.`,
  )
  try {
    const key = createPrivateKey({ key: privatePem, format: 'pem' })
    return key.asymmetricKeyType === 'ed25519' ? ok(key) : refused
  } catch {
    return refused
  }
}

/** The private key of a PEM text, refused as `malformed` where it is no unencrypted Ed25519 key. */
export const privateKeyOf = (key: SigningKey): Result<KeyObject> => {
  const known = read.get(key) ?? readKey(key)
  read.set(key, known)
  return known
}

const rawPublicKey = (publicKey: KeyObject): Buffer => Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')

const told = new WeakMap<SigningKey, Result<string>>()

const tellKey = (key: SigningKey): Result<string> => {
  const privateKey = privateKeyOf(key)
  if (!privateKey.ok) return privateKey
  const kindAndKey = Buffer.concat([ED25519, rawPublicKey(createPublicKey(privateKey.value))])
  return ok(`${key.name}+${keyIdOf(key.name, kindAndKey)}+${kindAndKey.toString('base64')}`)
}

/** The public half of a key as the text that others are given: `name+id+base64` of kind and key, the “vkey” of signed notes. */
export const vkeyOf = (key: SigningKey): Result<string> => {
  const known = told.get(key) ?? tellKey(key)
  told.set(key, known)
  return known
}

/** A new key, by chance, under a name. A URL without its scheme, like `example.org/desk`, does not collide with others' names. */
export const makeSigningKey = (name: string): Result<SigningKey> => {
  if (!isKeyName(name))
    return refuse(
      'bad-option',
      `A key cannot be named “${name}”: give it a name without spaces and plus signs, like example.org/desk.`,
    )
  const { privateKey } = generateKeyPairSync('ed25519')
  return ok({ name, privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() })
}

const readVkey = (vkey: string): Result<VerifyingKey> => {
  const [, name = '', keyId = '', base64 = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/u.exec(vkey) ?? []
  const kindAndKey = bytesOfBase64(base64)
  if (!isKeyName(name) || kindAndKey?.length !== ED25519.length + PUBLIC_KEY_BYTES || kindAndKey[0] !== ED25519[0])
    return refuse('malformed', 'The public key is not written as name+id+key with an Ed25519 key: copy it again, whole.')
  if (keyIdOf(name, kindAndKey) !== keyId)
    return refuse(
      'malformed',
      `The public key of ${name} was altered: its id ${keyId} does not go with it; copy it again, whole.`,
    )
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: kindAndKey.subarray(1).toString('base64url') }
  return ok({ name, keyId, publicKey: createPublicKey({ key: jwk, format: 'jwk' }) })
}

/** Public keys that are held ready: a library verifies with its own over and over. */
const MOST_KEYS = 16
const parsed = new Map<string, Result<VerifyingKey>>()

/** The key that a vkey holds, refused as `malformed` where the text is none, or its id does not go with its name and key. */
export const parseVkey = (vkey: string): Result<VerifyingKey> => {
  const known = parsed.get(vkey) ?? readVkey(vkey)
  if (parsed.size >= MOST_KEYS) parsed.clear()
  parsed.set(vkey, known)
  return known
}
