import { randomBytes } from 'node:crypto'
import { link, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isMissing, syncFolder } from './folders.ts'
import { halfName, sweepHalves, writeSynced } from './incoming.ts'
import { makeSigningKey, type SigningKey } from './journal/signing-key.ts'

export const KEY_FILE = 'signing-key.json'

const HALF = `${KEY_FILE}.`

const isThere = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EEXIST'

/** The library's key, `damaged` where the file holds none, null where there is no file. */
export const keyIn = async (folder: string): Promise<SigningKey | 'damaged' | null> => {
  try {
    const { name, privatePem } = JSON.parse(await readFile(join(folder, KEY_FILE), 'utf8')) as Partial<SigningKey>
    return typeof name === 'string' && typeof privatePem === 'string' ? { name, privatePem } : 'damaged'
  } catch (error) {
    if (isMissing(error)) return null
    if (error instanceof SyntaxError || error instanceof TypeError) return 'damaged'
    throw error
  }
}

/** Writes a key of its own unless somebody else has just done so: of two programs that begin a library at once, one's key counts. */
export const writeKey = async (folder: string): Promise<void> => {
  const made = makeSigningKey(`hearsay.library/${randomBytes(6).toString('hex')}`)
  if (!made.ok) throw new Error(made.refusal.sentence)
  const half = join(folder, halfName(HALF))
  try {
    await writeSynced(half, `${JSON.stringify(made.value, null, 2)}\n`, 0o600)
    await link(half, join(folder, KEY_FILE))
  } catch (error) {
    if (!isThere(error)) throw error
  } finally {
    await rm(half, { force: true })
  }
  await syncFolder(folder)
}

/** Deletes keys that a writer left half written. */
export const sweepKeys = (folder: string): Promise<number> => sweepHalves(folder, HALF)
