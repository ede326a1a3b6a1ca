import type { SigningKey } from './signing-key.ts'

/**
 * The key and the signed note of the tests of golang.org/x/mod/sumdb/note (Copyright 2019 The Go Authors, BSD-3-Clause). There the
 * private key is a 32-byte seed; here it stands in PKCS#8 (RFC 8410 § 7).
 */
const SEED = 'gQoUAtUUbI2E8kQzMPVAgOv5juF9nHT2JS/F1ccoMXM='
const PKCS8_BEFORE_SEED = '302e020100300506032b657004220420'

const pemOf = (der: Buffer): string => `-----BEGIN PRIVATE KEY-----\n${der.toString('base64')}\n-----END PRIVATE KEY-----\n`

export const PETER: SigningKey = {
  name: 'PeterNeumann',
  privatePem: pemOf(Buffer.concat([Buffer.from(PKCS8_BEFORE_SEED, 'hex'), Buffer.from(SEED, 'base64')])),
}
export const PETER_VKEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
export const ENOCH_VKEY = 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop'

export const NOTE_TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
export const PETER_SIGNATURE =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n'
export const ENOCH_SIGNATURE =
  '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n'
