import { createHmac, timingSafeEqual } from 'node:crypto'
import type { SigningKey } from './signing-key.ts'

/** What a library vouches for to itself alone needs no public key: HMAC-SHA-256 (RFC 2104) under a key made from the signing key. */
const macOf = (digest: string, { privatePem }: SigningKey): Buffer =>
  createHmac('sha256', `hearsay seal\n${privatePem}`).update(digest).digest()

export const seal = (digest: string, key: SigningKey): string => macOf(digest, key).toString('hex')

/** Whether `mark` is the seal of that digest under that key, to the letter. */
export const isSealed = (digest: string, mark: string, key: SigningKey): boolean => {
  const given = Buffer.from(mark)
  const wanted = Buffer.from(seal(digest, key))
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
