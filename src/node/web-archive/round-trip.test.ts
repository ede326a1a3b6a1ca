import { WARCParser } from 'warcio'
import { describe, expect, it } from 'vitest'
import { captured, everyShape, OWN_FILES, PAGES, resource, WRITTEN } from './captured.fixture.ts'
import type { WebArchive } from './exchange.ts'
import { readWacz } from './wacz-reader.ts'
import { readWarc } from './warc-reader.ts'
import { writeWacz } from './wacz-writer.ts'
import { writeWarc } from './warc-writer.ts'
import type { Result } from '../../core/refusal.ts'

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.refusal.sentence)
  return result.value
}

const refusal = (result: Result<unknown>): string => (result.ok ? 'taken' : `${result.refusal.code}: ${result.refusal.sentence}`)

const wacz = async (): Promise<Uint8Array> =>
  value(await writeWacz({ exchanges: await everyShape(), pages: PAGES, files: OWN_FILES, title: 'A case', ...WRITTEN }))

describe('what is written', () => {
  it.each([true, false])('comes back from a WARC byte for byte, packed: %s', async (pack) => {
    const exchanges = await everyShape()
    const read = value(await readWarc(value(await writeWarc({ exchanges, ...WRITTEN }, { pack })), { name: 'a.warc' }))
    expect(read.exchanges).toEqual(exchanges)
    expect(read.mismatched).toEqual([])
    // On the unknown encoding and the broken one; the answer that is no HTTP was written as a resource.
    expect(read.warnings).toHaveLength(2)
  })

  it('comes back from a WACZ byte for byte', async () => {
    const read: WebArchive = value(await readWacz(await wacz()))
    expect(read.exchanges).toEqual(await everyShape())
    expect(read.pages).toEqual(PAGES)
    expect(read.files).toEqual(OWN_FILES)
    expect(read).toMatchObject({ title: 'A case', createdAt: WRITTEN.at, software: WRITTEN.software, mismatched: [] })
    expect(read.digest).toMatchObject({ signedData: null, hash: expect.stringMatching(/^sha256:/) as unknown })
  })

  it('says what its blocks say', async () => {
    const exchanges = await everyShape()
    const of = (path: string) => exchanges.find(({ url }) => url.endsWith(path))
    const text = (path: string): string => new TextDecoder().decode(of(path)?.body)
    for (const path of ['/gzip', '/br', '/zstd']) expect(text(path)).toContain('Fünfzehn Stimmen')
    expect(text('/chunked')).toBe('Fünfzehn!\n')
    expect(of('/odd')).toMatchObject({ encodedAs: 'sdch' })
    expect(of('/broken')).toMatchObject({ encodedAs: 'gzip' })
    expect(of('/moved')).toMatchObject({ status: 301, redirectedTo: 'https://example.com/%C3%A9?x=%C3%BC' })
    expect(of('/latin')?.headers).toEqual([['X-Name', 'Müller']])
    expect(of('/bare-lines')?.headers).toEqual([['X', '1 y']])
    expect(of('/cookies')?.headers.slice(0, 2)).toEqual([
      ['Set-Cookie', 'a=1'],
      ['Set-Cookie', 'b=2'],
    ])
    expect(of('/no-http')).toMatchObject({ status: null })
  })

  it('is the same every time', async () => {
    expect(Buffer.from(await wacz()).equals(await wacz())).toBe(true)
  })

  it('reads the same from a stream of small pieces', async () => {
    const exchanges = await everyShape()
    const bytes = value(await writeWarc({ exchanges, ...WRITTEN }))
    async function* drops(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < bytes.length; at += 7) yield await Promise.resolve(bytes.subarray(at, at + 7))
    }
    expect(value(await readWarc(drops())).exchanges).toEqual(exchanges)
  })

  it('is read by warcio as well', async () => {
    const exchanges = await everyShape()
    const bytes = value(await writeWarc({ exchanges, ...WRITTEN }))
    const urls: (string | null | undefined)[] = []
    for await (const record of WARCParser.iterRecords([bytes], { keepHeadersCase: true, parseHttp: false }))
      if (record.warcType === 'response' || record.warcType === 'resource') {
        const { length } = await record.readFully()
        expect(length).toBe(exchanges[urls.length]?.responseBlock.length)
        urls.push(record.warcTargetURI)
      }
    expect(urls).toEqual(exchanges.map(({ url }) => url))
  })

  it('carries a signature over the hash of its listing', async () => {
    const signed: string[] = []
    const sign = (hash: string, created: string): Promise<Record<string, unknown>> => {
      signed.push(hash, created)
      return Promise.resolve({ hash, created, software: 'x', version: '0.1.0', signature: 's', publicKey: 'k' })
    }
    const read = value(await readWacz(value(await writeWacz({ exchanges: [], pages: [], sign, ...WRITTEN }))))
    expect([read.digest?.hash, read.createdAt]).toEqual(signed)
    expect(read.digest?.signedData).toMatchObject({ signature: 's' })
  })
})

describe('what cannot be written', () => {
  const page = { exchanges: [], pages: [], ...WRITTEN }

  it.each([
    ['a URL with a line end', { url: 'https://example.com/\r\nWARC-Type: response' }, 'bad-url'],
    ['a URL with a blank', { url: 'https://example.com/a b' }, 'bad-url'],
    ['a time that is none', { url: 'https://example.com/', at: 'yesterday' }, 'malformed'],
    ['a reason for stopping with a line end', { url: 'https://example.com/', truncated: 'a\r\nb' }, 'malformed'],
  ])('is %s', async (_what, capture, code) => {
    expect(refusal(await writeWarc({ exchanges: [await captured(capture)], ...WRITTEN }))).toMatch(code)
  })

  it.each(['case.json', 'archive/x.json', 'a/b/c.json', '../x.json', 'Hearsay/x.json', 'hearsay/noname'])(
    'is a file of one’s own called %s',
    async (path) => {
      expect(refusal(await writeWacz({ ...page, files: [{ path, bytes: new Uint8Array(1) }] }))).toMatch('bad-option')
    },
  )

  it('is a resource whose type has a line end', async () => {
    const exchanges = [await resource('urn:x:1', new Uint8Array(1), 'a/b\r\nX: y')]
    expect(refusal(await writeWarc({ exchanges, ...WRITTEN }))).toMatch('malformed')
  })
})
