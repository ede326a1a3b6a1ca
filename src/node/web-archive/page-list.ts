import { createHash } from 'node:crypto'
import { type Account, warn } from './account.ts'
import { jsonObject } from './datapackage.ts'
import type { ArchivePage } from './exchange.ts'
import { quoted, tooLarge } from './refused.ts'

const FORMAT = 'json-pages-1.0'
const LF = 10

const pageOf = (line: Uint8Array): ArchivePage | null => {
  const told = jsonObject(line)
  const url = told?.['url']
  const ts = told?.['ts']
  const title = told?.['title']
  if (typeof url !== 'string' || typeof ts !== 'string' || Number.isNaN(Date.parse(ts))) return null
  const isUtc = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/u.test(ts)
  return { url, at: isUtc ? ts : new Date(ts).toISOString(), title: typeof title === 'string' ? title : null }
}

/** Lines, without copies, empty ones left out. */
function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(LF, at)
    const line = bytes.subarray(at, end === -1 ? bytes.length : end)
    if (line.length > 1) yield line
    at += line.length + 1
  }
}

/** The pages of a `pages/*.jsonl`. A line that is none, or a head that is missing, is a warning; more pages than records may be are `too-large`. */
export const pagesIn = (bytes: Uint8Array, account: Account, path: string): readonly ArchivePage[] => {
  const pages: ArchivePage[] = []
  let number = 0
  for (const line of linesOf(bytes)) {
    number += 1
    const isHead = number === 1 && jsonObject(line)?.['format'] === FORMAT
    const page = isHead ? null : pageOf(line)
    if (pages.length >= account.limits.maxRecords)
      throw tooLarge(account.name, `it has more than ${account.limits.maxRecords} pages`)
    if (page !== null) pages.push(page)
    else if (!isHead) warn(account, `Line ${number} of ${quoted(path)} is left out: it is no page with a URL and a time.`)
  }
  return pages
}

/** `pages/pages.jsonl`; the id of a page is the first 64 bits of a SHA-256 of what identifies it. */
export const pageList = (pages: readonly ArchivePage[]): Uint8Array => {
  const head = { format: FORMAT, id: 'pages', title: 'All Pages', hasText: false }
  const lines = pages.map(({ url, at, title }) => {
    const id = createHash('sha256')
      .update(JSON.stringify([url, at]))
      .digest('hex')
      .slice(0, 16)
    return { id, url, ts: at, ...(title === null ? {} : { title }) }
  })
  return Buffer.from([head, ...lines].map((line) => `${JSON.stringify(line)}\n`).join(''))
}
