import { describe, expect, it } from 'vitest'
import type { Result } from '../../core/refusal.ts'
import { archivedPages } from './captured-pages.ts'
import { exchangeOf } from './exchange-of.ts'
import type { Exchange } from './exchange.ts'
import { responseBlock } from './http-block.ts'
import { writeWacz } from './wacz-writer.ts'
import { writeWarc } from './warc-writer.ts'

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.refusal.sentence)
  return result.value
}

const answer = async (
  url: string,
  [status, body]: readonly [number, string],
  headers: readonly (readonly [string, string])[],
): Promise<Exchange> => {
  const block = responseBlock({ status, reason: 'x', headers, body: Buffer.from(body) })
  const wire = {
    url,
    at: '2024-03-11T08:00:00Z',
    responseBlock: block,
    requestBlock: null,
    isHttp: true,
    contentType: null,
    truncated: null,
    address: null,
  }
  return valueOf(await exchangeOf(wire, { limit: 1_000_000 })).exchange
}

const HTML = [['content-type', 'text/html; charset=iso-8859-1']] as const
const contents = async (): Promise<{ exchanges: readonly Exchange[]; at: string; software: string }> => ({
  exchanges: [
    await answer('http://post.example/', [301, ''], [['location', 'https://post.example/dam']]),
    await answer('https://post.example/dam', [200, '<p>The dam failed.</p>'], HTML),
    await answer('https://post.example/style.css', [200, 'p{}'], [['content-type', 'text/css']]),
    await answer('https://post.example/gone', [404, 'gone'], HTML),
    await answer('https://post.example/other', [200, '<p>Another page.</p>'], HTML),
  ],
  at: '2024-03-11T09:00:00Z',
  software: 'test',
})

describe('the pages of a web archive', () => {
  it('are what can be read in a WARC, each with when it was taken and the way that led to it', async () => {
    const { pages } = valueOf(await archivedPages(valueOf(await writeWarc(await contents())), 'x.warc.gz'))
    expect(pages.map(({ capture }) => capture.name)).toEqual(['https://post.example/dam', 'https://post.example/other'])
    expect(pages[0]).toMatchObject({
      capture: { mediaType: 'text/html', charset: 'iso-8859-1', imprint: { url: 'https://post.example/dam' } },
      had: {
        method: 'archived',
        takenAt: '2024-03-11T08:00:00Z',
        exchange: { requested: 'http://post.example/', redirects: ['http://post.example/'], status: 200 },
      },
    })
  })

  it('are those that a WACZ lists', async () => {
    const pages = [{ url: 'https://post.example/other', at: '2024-03-11T08:00:00Z', title: null }]
    const archive = valueOf(await writeWacz({ ...(await contents()), pages }))
    const read = valueOf(await archivedPages(archive, 'x.wacz'))
    expect(read.pages.map(({ capture }) => Buffer.from(capture.bytes).toString())).toEqual(['<p>Another page.</p>'])
  })

  it('are refused where there are none, and where it is no archive', async () => {
    const { exchanges, ...rest } = await contents()
    const none = valueOf(await writeWarc({ ...rest, exchanges: exchanges.filter(({ status }) => status !== 200) }))
    expect(await archivedPages(none, 'x.warc.gz')).toMatchObject({ ok: false, refusal: { code: 'empty' } })
    expect((await archivedPages(Buffer.from('hello'), 'x.warc')).ok).toBe(false)
  })
})
