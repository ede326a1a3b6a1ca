import { STATUS_CODES } from 'node:http'
import type { CaptureRecord } from '../../core/capture.ts'
import { ok, type Result } from '../../core/refusal.ts'
import { bytesOfCapture, captureOf } from '../../store/captures.ts'
import { caseNamed } from '../../store/cases.ts'
import { extractCase } from '../../store/extract.ts'
import type { Ground } from '../../store/ground.ts'
import { type ArchivePage, type Exchange, exchangeOf, requestBlock, responseBlock, writeWacz } from '../web-archive/index.ts'
import { extractFiles } from './extract-files.ts'

/** Headers that tell how bytes went over the wire; an archive holds them as they are without. */
const OF_THE_WIRE: readonly string[] = ['content-encoding', 'content-length', 'transfer-encoding']

/** What stands for a capture that has no address of its own, or whose address only somebody says. */
export const captureUrn = ({ id }: CaptureRecord): string => `urn:hearsay:${id}`

/** ISO 8601 to the second, as a WARC has it. */
const toTheSecond = (at: string): string => `${at.slice(0, 19)}Z`

const headersOf = ({ exchange }: CaptureRecord, size: number): readonly (readonly [string, string])[] => [
  ...(exchange?.headers ?? []).map(
    ([name, value]) => [OF_THE_WIRE.includes(name) ? `x-archive-orig-${name}` : name, value] as const,
  ),
  ['content-length', String(size)],
]

const requestFor = ({ pathname, search, host }: URL): Parameters<typeof requestBlock>[0] => ({
  method: 'GET',
  target: pathname + search,
  headers: [['host', host]],
})

/** Bytes of one document, unpacked; the library holds none that are larger. */
const MOST_BYTES = 100_000_000

/** What was fetched goes out as the answer it came in; anything else as a resource under a name of its own, which claims no server. */
const exchangeFor = async (capture: CaptureRecord, bytes: Uint8Array): Promise<Result<Exchange>> => {
  const { exchange, mediaType, takenAt } = capture
  const common = { at: toTheSecond(takenAt), truncated: null, address: null }
  const wire =
    exchange === null
      ? {
          ...common,
          url: captureUrn(capture),
          isHttp: false,
          contentType: mediaType ?? 'application/octet-stream',
          responseBlock: bytes,
          requestBlock: null,
        }
      : {
          ...common,
          url: exchange.url,
          isHttp: true,
          contentType: null,
          responseBlock: responseBlock({
            status: exchange.status,
            reason: STATUS_CODES[exchange.status] ?? '',
            headers: headersOf(capture, bytes.length),
            body: bytes,
          }),
          requestBlock: requestBlock(requestFor(new URL(exchange.url))),
        }
  const made = await exchangeOf(wire, { limit: MOST_BYTES })
  return made.ok ? ok(made.value.exchange) : made
}

export interface ExportOptions {
  /** What writes it, with its version. */
  readonly software: string
}

/**
 * A case as a WACZ that stands for itself: every captured page, and the case's part of the journal with a proof of each entry and the
 * signed checkpoint they are proved for. Refuses where there is no such case, or an address cannot stand in an archive.
 */
export const exportCase = async (ground: Ground, name: string, { software }: ExportOptions): Promise<Result<Uint8Array>> => {
  const kept = await caseNamed(ground, name)
  if (!kept.ok) return kept
  const extract = await extractCase(ground, name)
  if (!extract.ok) return extract
  const exchanges: Exchange[] = []
  const pages: ArchivePage[] = []
  for (const { capture: id } of kept.value.exhibits) {
    const capture = await captureOf(ground, id)
    if (capture === null) continue
    const { bytes } = await bytesOfCapture(ground, capture)
    const exchange = await exchangeFor(capture, bytes)
    if (!exchange.ok) return exchange
    exchanges.push(exchange.value)
    pages.push({ url: exchange.value.url, at: exchange.value.at, title: capture.imprint.title ?? capture.name })
  }
  const at = toTheSecond(extract.value.entries.at(-1)?.row.at ?? kept.value.begun)
  const archive = await writeWacz({
    exchanges,
    pages,
    at,
    software,
    title: kept.value.question ?? name,
    files: extractFiles(extract.value),
  })
  return archive.ok ? ok(archive.value) : archive
}
