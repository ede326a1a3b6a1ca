import { errors } from 'undici'
import { refuse, type Result } from '../core/refusal.ts'

/** What the codes of socket, TLS and client errors mean to a reader, by how they begin; the first that fits. */
const CLAUSES: readonly (readonly [prefix: string, clause: string])[] = [
  ['ECONNREFUSED', 'the server refuses the connection'],
  ['ECONNRESET', 'the server broke off'],
  ['EPIPE', 'the server broke off'],
  ['UND_ERR_SOCKET', 'the server broke off'],
  ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'the server broke off'],
  ['ETIMEDOUT', 'the server does not answer'],
  ['UND_ERR_CONNECT_TIMEOUT', 'the server does not answer'],
  ['EHOSTUNREACH', 'there is no way to it from here'],
  ['ENETUNREACH', 'there is no way to it from here'],
  ['UND_ERR_HEADERS_OVERFLOW', "the server's answer begins with too much"],
  ['HPE_', 'the server does not speak HTTP there'],
  ['ERR_SSL', 'the server does not speak TLS as it should'],
  ['EPROTO', 'the server does not speak TLS as it should'],
  ['ERR_TLS_CERT_ALTNAME', 'its certificate is for another name'],
  ['CERT_HAS_EXPIRED', 'its certificate has expired'],
  ['CERT_', 'its certificate is not trusted'],
  ['DEPTH_ZERO_SELF_SIGNED', 'its certificate is not trusted'],
  ['SELF_SIGNED_CERT', 'its certificate is not trusted'],
  ['UNABLE_TO_', 'its certificate is not trusted'],
]

const codeOf = (error: unknown): string | null => {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return error instanceof errors.HTTPParserError ? 'HPE_INVALID' : null
}

/** A failed request as a refusal. What carries no code is no failure of the network, and is thrown again. */
export const networkRefusal = (where: string, error: unknown): Result<never> => {
  const code = codeOf(error)
  if (code === null) throw error
  const clause = CLAUSES.find(([prefix]) => code.startsWith(prefix))?.[1] ?? 'the connection failed'
  return refuse('network', `${where} was not had: ${clause} (${code}).`)
}
