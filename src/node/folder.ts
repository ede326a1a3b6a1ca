import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { ok, refuse, type Refusal, type Result } from '../core/refusal.ts'
import { CASE_FILE, GOLD_FILE } from './case-file.ts'
import { fileRefusal, MAX_FILE_BYTES } from './file-bytes.ts'

/** Of one folder without a catalogue: past these it is more likely a slip of the hand than a case. */
const MOST_FILES = 1000
const MOST_BYTES = 10 * MAX_FILE_BYTES

/** Everything below a folder, as paths from it, in the order of their code units; nothing that begins with a dot. */
const filesBelow = async (folder: string, prefix = ''): Promise<readonly string[]> => {
  const found: string[] = []
  for (const entry of await readdir(join(folder, prefix), { withFileTypes: true })) {
    if (entry.name.startsWith('.') || entry.name === GOLD_FILE) continue
    const path = join(prefix, entry.name)
    if (entry.isDirectory()) found.push(...(await filesBelow(folder, path)))
    else found.push(path)
    if (found.length > MOST_FILES) break
  }
  return found
}

const totalBytes = async (paths: readonly string[]): Promise<number> => {
  let total = 0
  for (const path of paths) total += (await stat(path).catch(() => null))?.size ?? 0
  return total
}

/** What a folder without a `case.json` holds. */
export interface Listing {
  readonly paths: readonly string[]
  /** Cases further down, which want to be given by their own name. */
  readonly refusals: readonly Refusal[]
}

const nestedCase = (path: string): Refusal => ({
  code: 'bad-case',
  sentence: `“${path}” was not read: a case is taken only where its own folder is given.`,
})

/** The files below a folder that has no catalogue, in a fixed order. */
export const listFolder = async (folder: string): Promise<Result<Listing>> => {
  try {
    const files = (await filesBelow(folder)).toSorted((a, b) => (a < b ? -1 : 1)).map((path) => join(folder, path))
    if (files.length === 0) return refuse('empty', `“${folder}” was not read: the folder holds no files.`)
    if (files.length > MOST_FILES)
      return refuse('too-large', `“${folder}” was not read: it holds more than ${MOST_FILES} files; give a folder of one case.`)
    const paths = files.filter((path) => basename(path) !== CASE_FILE)
    const cases = files.filter((path) => basename(path) === CASE_FILE)
    if ((await totalBytes(paths)) > MOST_BYTES)
      return refuse(
        'too-large',
        `“${folder}” was not read: its files are larger than ${MOST_BYTES / 1_000_000} MB together; give fewer.`,
      )
    return ok({ paths, refusals: cases.map(nestedCase) })
  } catch (error) {
    return fileRefusal(folder, error)
  }
}
