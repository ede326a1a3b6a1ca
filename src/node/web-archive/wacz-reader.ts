import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { ok, type Result } from '../../core/refusal.ts'
import { fileRefusal } from '../file-bytes.ts'
import { type Account, openAccount, unpack, warn } from './account.ts'
import type { Answer } from './answer.ts'
import { checkListing, DATAPACKAGE, DATAPACKAGE_DIGEST, datapackageOf, digestOf, type Resource } from './datapackage.ts'
import type { ArchiveFile, ArchivePage, WebArchive } from './exchange.ts'
import { pagesIn } from './page-list.ts'
import { attempted, malformed, quoted, Refused, tooLarge } from './refused.ts'
import { answersIn, exchangesIn, type ReadOptions } from './warc-reader.ts'
import { contentOf, wholeOf, type ZipEntry, zipEntries } from './zip-entries.ts'
import { type ZipSource, zipSource } from './zip-source.ts'

interface Opened {
  readonly source: ZipSource
  readonly entries: ReadonlyMap<string, ZipEntry>
  readonly account: Account
}

interface Listed {
  readonly entry: ZipEntry
  readonly resource: Resource
}

/** Bytes, of each of the two JSON files: parsed, they take about 20 times as much. 10,000 resources make 2.5 MB. */
const MOST_JSON = 10_000_000

const json = async ({ source, entries, account }: Opened, path: string): Promise<Uint8Array | null> => {
  const entry = entries.get(path)
  if (entry === undefined) return null
  if (entry.bytes > MOST_JSON) throw tooLarge(account.name, `its ${path} is larger than 10 MB`)
  return wholeOf(contentOf(source, entry, account), entry, account)
}

/** The content of a listed file, found at its end to be what is listed; throws `malformed`, naming it, where it is not. */
async function* listed({ source, account }: Opened, { entry, resource }: Listed): AsyncGenerator<Uint8Array> {
  if (resource.bytes !== null && resource.bytes !== entry.bytes)
    throw malformed(account.name, `its file ${quoted(entry.path)} is of another size than ${DATAPACKAGE} lists`)
  const hash = createHash('sha256')
  for await (const piece of contentOf(source, entry, account)) {
    hash.update(piece)
    yield piece
  }
  if (`sha256:${hash.digest('hex')}` !== resource.hash)
    throw malformed(
      account.name,
      `its file ${quoted(entry.path)} was altered: its SHA-256 is not the one that ${DATAPACKAGE} lists`,
    )
}

const drain = async (content: AsyncIterable<Uint8Array>): Promise<void> => {
  const iterator = content[Symbol.asyncIterator]()
  while ((await iterator.next()).done !== true);
}

/** The records of a listed WARC. One that was altered is told as that, whatever its records became. */
const answersOf = async (opened: Opened, file: Listed): Promise<readonly Answer[]> => {
  const proof = { isChecked: false }
  async function* watched(): AsyncGenerator<Uint8Array> {
    yield* listed(opened, file)
    proof.isChecked = true
  }
  try {
    const answers = await answersIn(watched(), opened.account, file.entry.path)
    if (!proof.isChecked) await drain(listed(opened, file))
    return answers
  } catch (error) {
    if (error instanceof Refused && error.code !== 'too-large') await drain(listed(opened, file))
    throw error
  }
}

const RESERVED = /^(?:archive|indexes|pages)\//u
const WARC = /^archive\/.*\.warc(?:\.gz)?$/u
const PAGES = /^pages\/.*\.jsonl$/u

interface Contents {
  readonly answers: readonly Answer[]
  readonly pages: readonly ArchivePage[]
  readonly files: readonly ArchiveFile[]
}

const contentsOf = async (opened: Opened, resources: readonly Resource[]): Promise<Contents> => {
  const { account, entries } = opened
  const answers: Answer[] = []
  const pages: ArchivePage[] = []
  const files: ArchiveFile[] = []
  for (const resource of resources) {
    const entry = entries.get(resource.path)
    if (entry === undefined) throw new Error(`${resource.path} was found to be there and is not`)
    const { path } = entry
    const file = { entry, resource }
    if (WARC.test(path)) for (const answer of await answersOf(opened, file)) answers.push(answer)
    else if (RESERVED.test(path) && !PAGES.test(path)) {
      await drain(listed(opened, file))
      if (path.startsWith('archive/')) warn(account, `${quoted(path)} is left out: its name is not that of a WARC.`)
    } else {
      // What is inflated is counted as it is.
      if (entry.isStored) unpack(account, entry.bytes)
      const bytes = await wholeOf(listed(opened, file), entry, account)
      if (PAGES.test(path)) for (const page of pagesIn(bytes, account, path)) pages.push(page)
      else files.push({ path, bytes })
    }
  }
  return { answers, pages, files }
}

const archiveIn = async (opened: Opened): Promise<Omit<WebArchive, 'warnings'>> => {
  const { account, entries } = opened
  const listing = await json(opened, DATAPACKAGE)
  if (listing === null) throw malformed(account.name, `it has no ${DATAPACKAGE}`)
  const digestFile = await json(opened, DATAPACKAGE_DIGEST)
  const digest = digestFile === null ? null : digestOf(digestFile, listing, account)
  const { resources, title, createdAt, software } = datapackageOf(listing, account)
  checkListing(resources, new Set(entries.keys()), account)
  const { answers, pages, files } = await contentsOf(opened, resources)
  if (!resources.some(({ path }) => WARC.test(path))) warn(account, `${quoted(account.name)} has no WARC in its archive folder.`)
  if (!entries.has('pages/pages.jsonl')) warn(account, `${quoted(account.name)} has no pages/pages.jsonl.`)
  return { ...(await exchangesIn(answers, account)), pages, files, title, createdAt, software, digest }
}

/**
 * Reads a WACZ, version 1.0 to 1.1.1 or the draft of 1.2.0, from a path or in memory. Every file must be listed in `datapackage.json`
 * with its size and SHA-256 and be that; `datapackage-digest.json` must agree where there is one, its signature is not verified.
 * Records are read as `readWarc` reads them; the indexes are compared with their hash and not used. Refusals: `malformed`, naming the
 * file, `unknown-format`, `too-large`, and what `fileBytes` refuses of a path. Memory stays within what the limits allow.
 */
export const readWacz = async (source: string | Uint8Array, options: ReadOptions = {}): Promise<Result<WebArchive>> => {
  const name = options.name ?? (typeof source === 'string' ? basename(source) : 'web archive')
  const account = openAccount(name, options)
  const read = await attempted(async () => {
    const opened = await zipSource(source, account)
    if (!opened.ok) return opened
    try {
      const entries = await zipEntries(opened.value, account)
      return ok(await archiveIn({ source: opened.value, entries, account }))
    } catch (error) {
      // A disk that fails, or a file that is taken away, in the middle of reading.
      if (error instanceof Error && 'syscall' in error) return fileRefusal(name, error)
      throw error
    } finally {
      await opened.value.close()
    }
  })
  if (!read.ok) return read
  return read.value.ok ? ok({ ...read.value.value, warnings: account.warnings }) : read.value
}
