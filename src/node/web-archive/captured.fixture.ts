import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { exchangeOf } from './exchange-of.ts'
import type { Exchange } from './exchange.ts'
import { type HeaderLines, requestBlock, responseBlock } from './http-block.ts'

/** All 256 bytes, some of them twice. */
export const BINARY = Uint8Array.from({ length: 300 }, (_none, place) => place % 256)

const AT = '2024-03-11T09:30:00Z'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

export interface Capture {
  readonly url: string
  readonly at?: string
  readonly status?: number
  readonly headers?: HeaderLines
  readonly body?: Uint8Array
  readonly block?: Uint8Array
  readonly hasRequest?: boolean
  readonly truncated?: string
}

export const captured = async (capture: Capture): Promise<Exchange> => {
  const { url, at = AT, status = 200, headers = [], body = new Uint8Array(0), hasRequest = true } = capture
  const block = capture.block ?? responseBlock({ status, reason: status === 200 ? 'OK' : '', headers, body })
  const request = requestBlock({
    method: 'GET',
    target: '/',
    headers: [
      ['Host', 'example.com'],
      ['Accept-Encoding', 'gzip, br'],
    ],
  })
  const made = await exchangeOf(
    {
      ...{
        url,
        at,
        responseBlock: new Uint8Array(block),
        requestBlock: hasRequest ? new Uint8Array(request) : null,
        isHttp: true,
      },
      ...{ contentType: null, truncated: capture.truncated ?? null, address: '192.0.2.7' },
    },
    { limit: 50_000_000 },
  )
  if (!made.ok) throw new Error(made.refusal.sentence)
  return made.value.exchange
}

export const resource = async (url: string, content: Uint8Array, contentType: string | null): Promise<Exchange> => {
  const wire = {
    url,
    at: AT,
    responseBlock: content,
    requestBlock: null,
    isHttp: false,
    contentType,
    truncated: null,
    address: null,
  }
  const made = await exchangeOf(wire, { limit: 50_000_000 })
  if (!made.ok) throw new Error(made.refusal.sentence)
  return made.value.exchange
}

const HTML = bytes('<!doctype html><title>Grüße</title><p>Fünfzehn Stimmen, ein Kenner.</p>')
const TYPE = ['Content-Type', 'text/html; charset=utf-8'] as const
const chunks = `7\r\nFünfze\r\n4;x=1\r\nhn!\n\r\n0\r\nTrailer: x\r\n\r\n`

/** Exchanges of every shape that has to come back as it was. */
export const everyShape = async (): Promise<readonly Exchange[]> => [
  await captured({ url: 'https://example.com/', headers: [TYPE], body: HTML }),
  await captured({ url: 'https://example.com/gzip', headers: [TYPE, ['Content-Encoding', 'gzip']], body: gzipSync(HTML) }),
  await captured({ url: 'https://example.com/br', headers: [TYPE, ['content-encoding', 'br']], body: brotliCompressSync(HTML) }),
  await captured({ url: 'https://example.com/zstd', headers: [['Content-Encoding', 'zstd']], body: zstdCompressSync(HTML) }),
  await captured({ url: 'https://example.com/odd', headers: [['Content-Encoding', 'sdch']], body: BINARY }),
  await captured({
    url: 'https://example.com/broken',
    headers: [['Content-Encoding', 'gzip']],
    body: gzipSync(HTML).subarray(0, 30),
  }),
  await captured({ url: 'https://example.com/empty', status: 204 }),
  await captured({ url: 'https://example.com/empty-gzip', headers: [['Content-Encoding', 'gzip']] }),
  await captured({ url: 'https://example.com/moved', status: 301, headers: [['Location', '../é?x=ü']] }),
  await captured({ url: 'https://bücher.example/grüße/日本語?frage=ja&x=%C3%A9', headers: [TYPE], body: HTML }),
  await captured({
    url: 'https://example.com/binary',
    headers: [['Content-Type', 'image/png']],
    body: BINARY,
    hasRequest: false,
  }),
  await captured({ url: 'https://example.com/cut', body: BINARY, truncated: 'length' }),
  await captured({ url: 'https://example.com/twice', at: '2024-03-11T09:30:00.123Z', body: HTML }),
  await captured({ url: 'https://example.com/twice', at: '2024-03-12T09:30:00Z', body: HTML }),
  await captured({
    url: 'https://example.com/cookies',
    headers: [
      ['Set-Cookie', 'a=1'],
      ['Set-Cookie', 'b=2'],
      ['X', ''],
    ],
    body: HTML,
  }),
  await captured({
    url: 'https://example.com/chunked',
    block: bytes(`HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${chunks}`),
  }),
  await captured({
    url: 'https://example.com/latin',
    block: Buffer.from('HTTP/1.1 200 \xfc\r\nX-Name: M\xfcller\r\n\r\n\xff', 'latin1'),
  }),
  await captured({
    url: 'https://example.com/bare-lines',
    block: bytes('HTTP/1.0 200 OK\nX: 1\n y\n\nbody\r\n\r\nWARC/1.1\r\n'),
  }),
  await captured({ url: 'https://example.com/no-http', block: BINARY }),
  await resource('urn:hearsay:screenshot:1', BINARY, 'image/png'),
  await resource('file:///notes.txt', new Uint8Array(0), null),
]

export const PAGES = [
  { url: 'https://example.com/', at: AT, title: 'Grüße' },
  { url: 'https://bücher.example/grüße/日本語?frage=ja&x=%C3%A9', at: '2024-03-11T09:30:00.123Z', title: null },
]

export const OWN_FILES = [
  { path: 'hearsay/case.json', bytes: bytes('{"question":"Was it so?"}') },
  { path: 'hearsay/table.csv', bytes: bytes('a,b\n1\n2,3,4\n') },
  { path: 'hearsay/lines.jsonl', bytes: bytes('{"a":1}\n{"b":2}\n') },
  { path: 'hearsay/blob.bin', bytes: BINARY },
]

export const WRITTEN = { at: '2024-03-13T10:00:00Z', software: 'hearsay 0.1.0' }
