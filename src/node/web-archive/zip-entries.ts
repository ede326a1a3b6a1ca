import { crc32 } from 'node:zlib'
import { type Entry, getFileNameLowLevel } from 'yauzl'
import { type Account, checkPart, warn } from './account.ts'
import { inflated } from './byte-source.ts'
import { malformed, quoted, tooLarge } from './refused.ts'
import type { ZipSource } from './zip-source.ts'

/** One file of a zip, its two descriptions found to agree. */
export interface ZipEntry {
  readonly path: string
  /** Unpacked, as told. */
  readonly bytes: number
  readonly isStored: boolean
  readonly crc: number
  /** Of its local header, its content and the byte behind it, from the start of the zip. */
  readonly start: number
  readonly contentStart: number
  readonly end: number
}

/** How the entries of a zip store what they hold (APPNOTE 4.4.5). */
const STORED = 0
const DEFLATED = 8
const FLAG_SIZES_BEHIND = 0x08
const FLAGS_ENCRYPTED = 0x41

/** The longest of what a streaming writer puts behind a content: signature, CRC, two sizes of 8 bytes. */
const LONGEST_DESCRIPTOR = 24
const LONGEST_PATH = 1_024
const NOT_TOLD = 0xffff_ffff

/** Upper 16 bits of the attributes: the mode that Unix gives, its topmost four bits the kind of file. */
const KIND_MASK = 0xf000
const KINDS_OF_FILE: readonly number[] = [0, 0x8000]
const KIND_FOLDER = 0x4000

const BAD_MARKS = /[\p{Cc}\\:]/u

const pathProblem = (path: string): string | null => {
  if (path.length > LONGEST_PATH) return 'is longer than 1,024 marks'
  if (path.startsWith('/')) return 'begins at the root'
  if (BAD_MARKS.test(path)) return 'holds a backslash, a colon or a control mark'
  if (path.split('/').some((step) => step === '' || step === '.' || step === '..')) return 'leads out of its folder, or nowhere'
  return null
}

const isFolder = (path: string): boolean => path.endsWith('/')

const checkEntry = (entry: Entry, path: string, account: Account): void => {
  const wrong = (because: string): never => {
    throw malformed(account.name, `its file ${quoted(path)} ${because}`)
  }
  const problem = pathProblem(isFolder(path) ? path.slice(0, -1) : path)
  if (problem !== null) wrong(`has a path that ${problem}`)
  const kind = (entry.externalFileAttributes >>> 16) & KIND_MASK
  if (kind === KIND_FOLDER ? !isFolder(path) : !KINDS_OF_FILE.includes(kind)) wrong('is a link or a device, not a file')
  if (isFolder(path) && entry.uncompressedSize > 0) wrong('is a folder with a content')
  if ((entry.generalPurposeBitFlag & FLAGS_ENCRYPTED) !== 0) wrong('is encrypted')
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) wrong('is compressed in an unknown way')
  if (entry.compressionMethod === STORED && entry.compressedSize !== entry.uncompressedSize) wrong('is stored with two sizes')
}

/** The local header, which streaming readers go by, must say what the directory says. */
const agreed = async (
  { zip }: ZipSource,
  entry: Entry,
  { path, account }: { path: string; account: Account },
): Promise<ZipEntry> => {
  const local = await zip.readLocalFileHeaderPromise(entry)
  const sizes = [local.crc32, local.compressedSize, local.uncompressedSize]
  const told = [entry.crc32, entry.compressedSize, entry.uncompressedSize]
  const differ = sizes.some((size, place) => size !== told[place] && size !== NOT_TOLD)
  if (
    !local.fileName.equals(entry.fileNameRaw) ||
    local.compressionMethod !== entry.compressionMethod ||
    ((local.generalPurposeBitFlag & FLAG_SIZES_BEHIND) === 0 && differ)
  )
    throw malformed(account.name, `its file ${quoted(path)} is described twice, and differently`)
  const contentStart = local.fileDataStart
  const end = contentStart + entry.compressedSize
  const isStored = entry.compressionMethod === STORED
  return {
    path,
    bytes: entry.uncompressedSize,
    isStored,
    crc: entry.crc32,
    start: entry.relativeOffsetOfLocalHeader,
    contentStart,
    end,
  }
}

/** No byte may belong to two files; what belongs to none is told. */
const checkLayout = (entries: readonly ZipEntry[], directory: number, account: Account): void => {
  let reached = 0
  let unclaimed = 0
  for (const entry of entries.toSorted((a, b) => a.start - b.start)) {
    if (entry.start < reached) throw malformed(account.name, `its file ${quoted(entry.path)} overlaps another`)
    if (entry.start - reached > (reached === 0 ? 0 : LONGEST_DESCRIPTOR)) unclaimed += entry.start - reached
    reached = entry.end
  }
  if (reached > directory) throw malformed(account.name, 'its last file overlaps its directory')
  if (directory - reached > LONGEST_DESCRIPTOR) unclaimed += directory - reached
  if (unclaimed > 0) warn(account, `${unclaimed} bytes of ${quoted(account.name)} belong to none of its files and were not read.`)
}

const checkSizes = (entries: readonly ZipEntry[], account: Account): void => {
  const unpacked = entries.reduce((sum, { bytes }) => sum + bytes, 0)
  if (unpacked > account.limits.maxTotalBytes)
    throw tooLarge(account.name, `unpacked it is larger than ${account.limits.maxTotalBytes / 1_000_000} MB`)
}

/** What may follow the directory: its end, or its end in zip64. */
const ENDS: readonly number[] = [0x06054b50, 0x06064b50]

const checkDirectoryEnd = async (source: ZipSource, position: number, account: Account): Promise<void> => {
  const mark = await source.bytesAt(position, 4)
  if (mark.length < 4 || !ENDS.includes(Buffer.from(mark).readUInt32LE()))
    throw malformed(account.name, 'its directory goes on behind its last file: something is hidden there')
}

// yauzl keeps here where the next line of the directory begins; its types call it a boolean.
const cursorOf = ({ zip }: ZipSource): number => Number(zip.readEntryCursor)

/**
 * The files of a zip by path, in the order of its directory. Throws `malformed`, naming the file, on paths that lead elsewhere, two
 * files of one name, links, files that overlap, encryption, descriptions that differ; `too-large` on too many files or too large ones,
 * by what they tell. Nothing is unpacked yet.
 */
export const zipEntries = async (source: ZipSource, account: Account): Promise<ReadonlyMap<string, ZipEntry>> => {
  const { zip } = source
  if (zip.entryCount > account.limits.maxEntries)
    throw tooLarge(account.name, `it has more than ${account.limits.maxEntries} files`)
  const directory = cursorOf(source)
  const entries = new Map<string, ZipEntry>()
  try {
    for await (const entry of zip.eachEntry()) {
      const path = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true)
      checkEntry(entry, path, account)
      if (entries.has(path)) throw malformed(account.name, `it has two files called ${quoted(path)}`)
      entries.set(path, await agreed(source, entry, { path, account }))
    }
  } catch (error) {
    // yauzl throws plain errors for what it cannot follow, and the system's have a code.
    if (error instanceof Error && error.name === 'Error' && !('code' in error))
      throw malformed(account.name, `its directory is broken (${quoted(error.message)})`)
    throw error
  }
  await checkDirectoryEnd(source, cursorOf(source), account)
  const all = [...entries.values()]
  checkLayout(all, directory, account)
  checkSizes(all, account)
  return new Map([...entries].filter(([path]) => !isFolder(path)))
}

const PIECE = 65_536

async function* storedContent(source: ZipSource, { contentStart, end }: ZipEntry): AsyncGenerator<Uint8Array> {
  for (let at = contentStart; at < end; at += PIECE) {
    const piece = await source.bytesAt(at, Math.min(PIECE, end - at))
    if (piece.length === 0) return
    yield piece
  }
}

/** The content of a file, unpacked piece by piece. Throws `malformed` where its size or CRC-32 is another than told. */
export async function* contentOf(source: ZipSource, entry: ZipEntry, account: Account): AsyncGenerator<Uint8Array> {
  const what = `its file ${quoted(entry.path)}`
  const stored = storedContent(source, entry)
  const content = entry.isStored ? stored : inflated(stored, { kind: 'deflate', account, what })
  let size = 0
  let crc = 0
  for await (const piece of content) {
    size += piece.length
    if (size > entry.bytes) break
    crc = crc32(piece, crc)
    yield piece
  }
  if (size !== entry.bytes) throw malformed(account.name, `${what} is of another size than the zip tells`)
  if (crc !== entry.crc) throw malformed(account.name, `${what} was altered: its CRC-32 differs`)
}

/** All of a file, at most as large as one record may be. */
export const wholeOf = async (content: AsyncIterable<Uint8Array>, entry: ZipEntry, account: Account): Promise<Uint8Array> => {
  checkPart(account, entry.bytes, `its file ${quoted(entry.path)}`)
  const whole = new Uint8Array(entry.bytes)
  let at = 0
  for await (const piece of content) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
