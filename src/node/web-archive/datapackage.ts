import type { Account } from './account.ts'
import type { ArchiveDigest } from './exchange.ts'
import { malformed, quoted, Refused } from './refused.ts'
import { sha256Label } from './digest-label.ts'

export const DATAPACKAGE = 'datapackage.json'
export const DATAPACKAGE_DIGEST = 'datapackage-digest.json'

/** A file that a `datapackage.json` lists. */
export interface Resource {
  readonly path: string
  /** `sha256:` and 64 lower-case hexadecimal digits. */
  readonly hash: string
  /** Null where none are told. */
  readonly bytes: number | null
}

export interface Datapackage {
  readonly resources: readonly Resource[]
  readonly title: string | null
  readonly createdAt: string | null
  readonly software: string | null
}

type Members = Readonly<Record<string, unknown>>

const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value)
const textOr = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** The object that JSON in UTF-8 tells; null where it tells none. */
export const jsonObject = (bytes: Uint8Array): Members | null => {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return isMembers(value) ? value : null
  } catch (error) {
    // TypeError: no UTF-8. RangeError: nested deeper than the stack.
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof RangeError) return null
    throw error
  }
}

const SHA256 = /^sha256:[\da-f]{64}$/u

const resourceOf = (value: unknown, account: Account): Resource => {
  const wrong = (because: string): Refused => malformed(account.name, `its ${DATAPACKAGE} lists ${because}`)
  if (!isMembers(value) || typeof value['path'] !== 'string') throw wrong('something without a path')
  const { path, hash, bytes } = value
  if (typeof path !== 'string') throw wrong('something without a path')
  if (typeof hash !== 'string' || !SHA256.test(hash.toLowerCase())) throw wrong(`${quoted(path)} without its SHA-256`)
  if (bytes !== undefined && (typeof bytes !== 'number' || !Number.isSafeInteger(bytes) || bytes < 0))
    throw wrong(`${quoted(path)} with a size that is none`)
  return { path, hash: hash.toLowerCase(), bytes: bytes ?? null }
}

/** 1.0 to 1.2 differ in nothing that is read here; the draft of 1.2.0 says `profile: "wacz"` and may leave the version out. */
const isKnown = ({ profile, wacz_version: version }: Members): boolean =>
  version === undefined ? profile === 'wacz' : typeof version === 'string' && /^1\.[0-2](?:\.\d{1,3})?$/u.test(version)

/** What a `datapackage.json` of WACZ 1.0 to 1.1.1 or the 1.2.0 draft says. Throws `malformed` and `unknown-format`. */
export const datapackageOf = (json: Uint8Array, account: Account): Datapackage => {
  const told = jsonObject(json)
  if (told === null) throw malformed(account.name, `its ${DATAPACKAGE} is no JSON object`)
  if (!isKnown(told))
    throw new Refused(
      'unknown-format',
      `${quoted(account.name)} was not read: it is no WACZ of version 1.0 to 1.2 (profile ${quoted(String(told['profile']))}, version ${quoted(String(told['wacz_version']))}).`,
    )
  const listed = told['resources']
  if (!Array.isArray(listed)) throw malformed(account.name, `its ${DATAPACKAGE} has no list of resources`)
  if (listed.length > account.limits.maxEntries)
    throw malformed(account.name, `its ${DATAPACKAGE} lists more files than it may have`)
  const resources = listed.map((value) => resourceOf(value, account))
  return { resources, title: textOr(told['title']), createdAt: textOr(told['created']), software: textOr(told['software']) }
}

/** Throws `malformed`, naming the file, where the zip holds another set of files than is listed. */
export const checkListing = (resources: readonly Resource[], paths: ReadonlySet<string>, account: Account): void => {
  const listed = new Set<string>()
  for (const { path } of resources) {
    if (listed.has(path)) throw malformed(account.name, `its ${DATAPACKAGE} lists ${quoted(path)} twice`)
    listed.add(path)
    if (!paths.has(path)) throw malformed(account.name, `its ${DATAPACKAGE} lists ${quoted(path)}, which is missing`)
  }
  for (const path of paths)
    if (!listed.has(path) && path !== DATAPACKAGE && path !== DATAPACKAGE_DIGEST)
      throw malformed(account.name, `its file ${quoted(path)} is not listed in ${DATAPACKAGE}`)
}

/** What a `datapackage-digest.json` says, its hash found to be that of `datapackage.json`. Throws `malformed` where it is not. */
export const digestOf = (json: Uint8Array, datapackage: Uint8Array, account: Account): ArchiveDigest => {
  const told = jsonObject(json)
  if (told === null) throw malformed(account.name, `its ${DATAPACKAGE_DIGEST} is no JSON object`)
  const hash = sha256Label(datapackage)
  const signed = told['signedData']
  const hashes = [told['hash'], ...(isMembers(signed) ? [signed['hash']] : [])]
  if (told['path'] !== DATAPACKAGE || hashes.some((other) => typeof other !== 'string' || other.toLowerCase() !== hash))
    throw malformed(account.name, `its ${DATAPACKAGE} was altered: ${DATAPACKAGE_DIGEST} has another hash for it`)
  return { hash, signedData: isMembers(signed) ? signed : null }
}
