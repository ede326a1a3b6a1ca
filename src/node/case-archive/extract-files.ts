import { ok, refuse, type Result } from '../../core/refusal.ts'
import type { Extract, ProvenEntry } from '../../store/extract.ts'
import type { ArchiveFile, WebArchive } from '../web-archive/index.ts'

const JOURNAL = 'hearsay/journal.jsonl'
const CHECKPOINT = 'hearsay/checkpoint.txt'

/** The two files by which a web archive carries a case: one line an entry with its proof, and the signed note they are proved for. */
export const extractFiles = ({ checkpoint, entries }: Extract): readonly ArchiveFile[] => [
  { path: JOURNAL, bytes: Buffer.from(entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')) },
  { path: CHECKPOINT, bytes: Buffer.from(checkpoint) },
]

const isText = (value: unknown): value is string => typeof value === 'string'

const isProvenEntry = (value: unknown): value is ProvenEntry => {
  if (typeof value !== 'object' || value === null || !('row' in value) || !('proof' in value)) return false
  const { row, proof } = value
  if (typeof row !== 'object' || row === null || !Array.isArray(proof) || !proof.every(isText)) return false
  const { seq, case_id: ofCase, ...texts } = row as Record<string, unknown>
  const named = ['at', 'who', 'kind', 'deed', 'leaf'].every((name) => isText(texts[name]))
  return Number.isSafeInteger(seq) && (ofCase === null || isText(ofCase)) && named
}

const entryIn = (line: string): ProvenEntry | null => {
  try {
    const value: unknown = JSON.parse(line)
    return isProvenEntry(value) ? value : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

const textOf = ({ files }: WebArchive, path: string): string | null => {
  const file = files.find((one) => one.path === path)
  return file === undefined ? null : Buffer.from(file.bytes).toString()
}

/** The case that a web archive carries, not proved yet. Refuses an archive that carries none, and lines that are no entries. */
export const extractIn = (archive: WebArchive, name: string): Result<Extract> => {
  const [journal, checkpoint] = [textOf(archive, JOURNAL), textOf(archive, CHECKPOINT)]
  if (journal === null || checkpoint === null)
    return refuse(
      'bad-case',
      `“${name}” is a web archive without a case of Hearsay in it; take its pages with “hearsay case add CASE ${name}”.`,
    )
  const lines = journal.split('\n').filter((line) => line !== '')
  const entries = lines.map(entryIn)
  const wrong = entries.indexOf(null)
  if (wrong !== -1) return refuse('malformed', `“${name}” was not taken: line ${wrong + 1} of its ${JOURNAL} is no entry.`)
  return ok({ checkpoint, entries: entries.filter((entry) => entry !== null) })
}
