import { ok, refuse, type Result } from '../../core/refusal.ts'
import { EMPTY_ROOT, isHash } from './merkle.ts'
import { parseNote, signNote, verifyNote } from './signed-note.ts'
import { bytesOfBase64, parseVkey, type SigningKey } from './signing-key.ts'

/** What a log says of itself at one size (c2sp.org/tlog-checkpoint). */
export interface Checkpoint {
  /** Which log it is, on one line; the name of its key where nothing speaks against it. */
  readonly origin: string
  /** Entries in the log, at most 2⁵³ − 1. */
  readonly size: number
  /** The root of the log's Merkle tree. */
  readonly root: string
  /** Further lines that are signed, none of them empty; the specification advises against any. */
  readonly extensions: readonly string[]
}

const SIZE = /^(?:0|[1-9]\d*)$/u
const ROOT_BYTES = 32

const malformed = (because: string): Result<never> =>
  refuse('malformed', `The checkpoint cannot be read: ${because}; get it again from where it was published.`)

const textOf = ({ origin, size, root, extensions }: Checkpoint): string =>
  [origin, size, Buffer.from(root, 'hex').toString('base64'), ...extensions].map((line) => `${line}\n`).join('')

const checkpointOf = (text: string): Result<Checkpoint> => {
  const [origin = '', digits, base64, ...extensions] = text.slice(0, -1).split('\n')
  if (digits === undefined || base64 === undefined) return malformed('it has fewer than three lines')
  if (origin === '' || extensions.includes('')) return malformed('a line of it is empty')
  const size = Number(digits)
  if (!SIZE.test(digits) || !Number.isSafeInteger(size)) return malformed('its second line is no size of a log')
  const bytes = bytesOfBase64(base64)
  if (bytes?.length !== ROOT_BYTES) return malformed('its third line is no SHA-256 in base64')
  const root = bytes.toString('hex')
  if (size === 0 && root !== EMPTY_ROOT) return malformed('its root is not that of a log without entries')
  return ok({ origin, size, root, extensions })
}

/**
 * Reads a checkpoint strictly without checking who signed it: nothing it says is to be trusted. Refuses as `malformed` or
 * `too-large`.
 */
export const parseCheckpoint = (note: string): Result<Checkpoint> => {
  const read = parseNote(note)
  return read.ok ? checkpointOf(read.value.text) : read
}

/**
 * A checkpoint as a signed note: what is published and kept elsewhere. Refuses as `malformed` what could not be read back as it is,
 * and a key that is none.
 */
export const signCheckpoint = (checkpoint: Checkpoint, key: SigningKey): Result<string> => {
  const text = textOf(checkpoint)
  const read = checkpointOf(text)
  // A line feed within a line would make more lines of them than were meant.
  const same = read.ok && read.value.extensions.length === checkpoint.extensions.length
  if (!same || !isHash(checkpoint.root))
    return refuse(
      'malformed',
      `The checkpoint of “${checkpoint.origin}” was not signed: its lines would not be read as they are meant.`,
    )
  return signNote(text, key)
}

/**
 * Reads a checkpoint that the key of `vkey` signed for the log `origin`, which is the key's name unless said otherwise. Refuses as
 * `bad-signature` one that the key did not sign, that was altered, or that is another log's, and as `parseCheckpoint` and
 * `parseVkey` do.
 */
export const verifyCheckpoint = (note: string, vkey: string, origin?: string): Result<Checkpoint> => {
  const key = parseVkey(vkey)
  if (!key.ok) return key
  const text = verifyNote(note, vkey)
  if (!text.ok) return text
  const checkpoint = checkpointOf(text.value)
  const wanted = origin ?? key.value.name
  if (checkpoint.ok && checkpoint.value.origin !== wanted)
    return refuse('bad-signature', `The checkpoint is that of another log, ${checkpoint.value.origin}, not of ${wanted}.`)
  return checkpoint
}
