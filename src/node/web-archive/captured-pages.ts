import type { CaptureMethod, Exchange as KeptExchange } from '../../core/capture.ts'
import type { Capture } from '../../core/document.ts'
import { ok, refuse, type Result } from '../../core/refusal.ts'
import { mediaTypeOf } from '../media-type.ts'
import type { Exchange, WebArchive } from './exchange.ts'
import { readWacz } from './wacz-reader.ts'
import { readWarc } from './warc-reader.ts'

/** A page out of somebody's web archive, as it can be kept. */
export interface ArchivedPage {
  readonly capture: Capture
  readonly had: {
    readonly method: CaptureMethod
    readonly takenAt: string
    readonly exchange: KeptExchange | null
  }
}

/** What an archive holds that can be read, and what is doubtful about it. */
export interface ArchivedPages {
  readonly pages: readonly ArchivedPage[]
  readonly warnings: readonly string[]
}

/** What is read in an archive that does not list its pages: what makes a page look as it does is passed over. */
const READABLE: readonly string[] = ['text/html', 'application/xhtml+xml', 'application/pdf', 'text/plain', 'text/markdown']

const isAnswered = ({ status }: Exchange): boolean => status === null || (status >= 200 && status < 300)

/** The answers that are pages: those that the archive lists as such, or all that can be read. */
const pagesIn = ({ exchanges, pages }: WebArchive): readonly Exchange[] => {
  const answered = exchanges.filter((exchange) => isAnswered(exchange) && exchange.body.length > 0)
  const listed = new Set(pages.map(({ url }) => url))
  const named = answered.filter(({ url }) => listed.has(url))
  if (named.length > 0) return named
  return answered.filter(({ contentType }) => READABLE.includes(mediaTypeOf(contentType ?? '').mediaType ?? ''))
}

/** Addresses that led to `url`, first to last, by the redirects in the archive. */
const wayTo = (url: string, exchanges: readonly Exchange[]): readonly string[] => {
  const way: string[] = []
  for (let at = url; way.length < 20;) {
    const before = exchanges.find(({ redirectedTo, url: from }) => redirectedTo === at && !way.includes(from) && from !== url)
    if (before === undefined) return way
    way.unshift(before.url)
    at = before.url
  }
  return way
}

const isWebAddress = (url: string): boolean => /^https?:/iu.test(url)

const pageOf = ({ url, at, body, status, headers, contentType }: Exchange, exchanges: readonly Exchange[]): ArchivedPage => {
  const redirects = wayTo(url, exchanges)
  return {
    capture: {
      name: url,
      bytes: body,
      ...mediaTypeOf(contentType ?? ''),
      imprint: isWebAddress(url) ? { url } : {},
    },
    had: {
      method: 'archived',
      takenAt: at,
      exchange: status === null ? null : { requested: redirects[0] ?? url, url, status, headers, redirects },
    },
  }
}

const ZIP = [0x50, 0x4b]

/** Whether a file's name says that it is a web archive. */
export const isWebArchiveName = (name: string): boolean => /\.(?:wacz|warc|warc\.gz)$/iu.test(name)

/**
 * The pages of a WACZ or WARC that can be read, once every file of it is what it says it is. Refuses an archive that is altered, too
 * large, or holds no page; what is doubtful is told. Untrusted bytes are unpacked here: to be called where that can do no harm.
 */
export const archivedPages = async (bytes: Uint8Array, name: string): Promise<Result<ArchivedPages>> => {
  const isZip = ZIP.every((byte, at) => bytes[at] === byte)
  const archive = isZip ? await readWacz(bytes, { name }) : await readWarc(bytes, { name })
  if (!archive.ok) return archive
  const { exchanges, mismatched, warnings } = archive.value
  const altered = new Set(mismatched.map((at) => exchanges[at]))
  const pages = pagesIn(archive.value).filter((exchange) => !altered.has(exchange))
  if (pages.length === 0)
    return refuse('empty', `“${name}” was not read: the archive holds no page that is whole and can be read.`)
  return ok({ pages: pages.map((exchange) => pageOf(exchange, exchanges)), warnings })
}
