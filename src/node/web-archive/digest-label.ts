import { createHash } from 'node:crypto'

/** RFC 4648 § 6. */
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

const ALGORITHMS: Readonly<Record<string, string>> = {
  md5: 'md5',
  sha1: 'sha1',
  'sha-1': 'sha1',
  sha256: 'sha256',
  'sha-256': 'sha256',
  sha512: 'sha512',
  'sha-512': 'sha512',
}

/** Base32 without padding. */
export const base32Of = (bytes: Uint8Array): string => {
  let text = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    for (; bits >= 5; bits -= 5) text += BASE32.charAt((held >> (bits - 5)) & 31)
    held &= 31
  }
  return bits === 0 ? text : text + BASE32.charAt((held << (5 - bits)) & 31)
}

/** `sha256:` and 64 lower-case hexadecimal digits: what identifies bytes, and what is written out. */
export const sha256Label = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

/**
 * Whether bytes are those that a WARC digest (`algorithm:value`, base32 or hexadecimal) labels; null where the algorithm is unknown.
 * A match by MD5 or SHA-1 is no proof of identity: both can be made to collide.
 */
export const bears = (bytes: Uint8Array, label: string): boolean | null => {
  const [, name = '', value = ''] = /^([^:]*):(.*)$/u.exec(label.trim()) ?? []
  const algorithm = ALGORITHMS[name.toLowerCase()]
  if (algorithm === undefined) return null
  const digest = createHash(algorithm).update(bytes).digest()
  return value.toLowerCase() === digest.toString('hex') || value.toUpperCase().replace(/={1,6}$/u, '') === base32Of(digest)
}
