import { ZipFile } from 'yazl'
import type { Result } from '../../core/refusal.ts'
import { cdxj } from './cdxj.ts'
import { DATAPACKAGE, DATAPACKAGE_DIGEST } from './datapackage.ts'
import { sha256Label } from './digest-label.ts'
import type { ArchiveFile, ArchivePage } from './exchange.ts'
import { pageList } from './page-list.ts'
import { attempted, quoted, Refused } from './refused.ts'
import { placedWarc, type WarcContents } from './warc-writer.ts'

export interface WaczContents extends WarcContents {
  readonly pages: readonly ArchivePage[]
  /** Files of one's own, each one folder deep (`hearsay/case.json`) and in none of the reserved folders. */
  readonly files?: readonly ArchiveFile[]
  readonly title?: string
  readonly description?: string
  /** Signs `datapackage.json` (`sha256:…`, made at `created`): gives the `signedData` of WACZ-auth 0.1.0. */
  readonly sign?: (hash: string, created: string) => Promise<Readonly<Record<string, unknown>>>
}

const WARC = 'data.warc.gz'
const RESERVED: readonly string[] = ['archive', 'indexes', 'pages']

const isReserved = (path: string): boolean => RESERVED.includes(path.split('/')[0] ?? '')

/** py-wacz finds a file only one folder deep, and only with a dot in its name; the data package wants names in lower case. */
const OWN_PATH = /^([a-z0-9][\w-]*)\/[a-z0-9][\w-]*(?:\.[\w-]+)+$/u

const checkOwn = (files: readonly ArchiveFile[]): void => {
  const seen = new Set<string>()
  for (const { path } of files) {
    const folder = OWN_PATH.exec(path)?.[1]
    if (folder === undefined || RESERVED.includes(folder) || path !== path.toLowerCase() || seen.has(path))
      throw new Refused(
        'bad-option',
        `${quoted(path)} was not put into the WACZ: a file of one's own is called once, like hearsay/case.json, in lower case and not in ${RESERVED.join(', ')}.`,
      )
    seen.add(path)
  }
}

const json = (value: unknown): Uint8Array => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)

const datapackage = (contents: WaczContents, files: readonly ArchiveFile[]): Uint8Array => {
  const [main] = contents.pages
  return json({
    profile: 'data-package',
    wacz_version: '1.1.1',
    created: contents.at,
    software: contents.software,
    ...(contents.title === undefined ? {} : { title: contents.title }),
    ...(contents.description === undefined ? {} : { description: contents.description }),
    ...(main === undefined ? {} : { mainPageUrl: main.url, mainPageDate: main.at }),
    resources: files.map(({ path, bytes }) => ({
      name: isReserved(path) ? path.slice(path.indexOf('/') + 1) : path,
      path,
      hash: sha256Label(bytes),
      bytes: bytes.length,
      ...(isReserved(path) ? {} : { type: 'file' }),
    })),
  })
}

// A zip tells times in the writer's own zone; the time of writing stands in datapackage.json. Noon is noon in every zone.
const MTIME = new Date(1980, 0, 1, 12)

/** yazl takes no larger one from memory. */
const MOST_FILE_BYTES = 0x3fff_ffff

const zipped = async (files: readonly ArchiveFile[]): Promise<Uint8Array> => {
  const zip = new ZipFile()
  for (const { path, bytes } of files) {
    if (bytes.length > MOST_FILE_BYTES)
      throw new Refused('too-large', `${quoted(path)} was not put into the WACZ: it is larger than 1 GB.`)
    const options = { compress: false, mtime: MTIME, forceDosTimestamp: true, mode: 0o100644 }
    zip.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), path, options)
  }
  zip.end()
  const parts: Uint8Array[] = []
  for await (const part of zip.outputStream) parts.push(part as Uint8Array)
  return new Uint8Array(Buffer.concat(parts))
}

/**
 * A WACZ 1.1.1, everything in it stored: `archive/data.warc.gz` (a gzip member a record), `indexes/index.cdxj`, `pages/pages.jsonl`,
 * files of one's own, `datapackage.json`, `datapackage-digest.json`. The same contents give the same bytes with the same zlib. Refuses
 * what it cannot hold: `bad-url`, `bad-option`, `malformed`, `too-large`.
 */
export const writeWacz = (contents: WaczContents): Promise<Result<Uint8Array>> =>
  attempted(async () => {
    const own = contents.files ?? []
    checkOwn(own)
    const warc = placedWarc(contents, true)
    const listed = [
      { path: `archive/${WARC}`, bytes: warc.bytes },
      { path: 'indexes/index.cdxj', bytes: cdxj(warc.rows, WARC) },
      { path: 'pages/pages.jsonl', bytes: pageList(contents.pages) },
      ...own,
    ]
    const listing = datapackage(contents, listed)
    const hash = sha256Label(listing)
    const signedData = await contents.sign?.(hash, contents.at)
    const digest = json({ path: DATAPACKAGE, hash, ...(signedData === undefined ? {} : { signedData }) })
    return zipped([...listed, { path: DATAPACKAGE, bytes: listing }, { path: DATAPACKAGE_DIGEST, bytes: digest }])
  })
