import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FetchOptions, fetchPage } from './gateway.ts'
import { localServer, type LocalServer } from './local-server.fixture.ts'

const PROSE = 'The harbour master said the crane had been inspected. '.repeat(40)

/** 100 gzip members of 10 MB of zeros each: about 1 MB that unpacks to 1 GB. */
const bomb = (): Buffer => Buffer.concat(Array<Buffer>(100).fill(gzipSync(Buffer.alloc(10_000_000), { level: 9 })))

const PACKED: Readonly<Record<string, Buffer>> = {
  gzip: gzipSync(PROSE),
  'x-gzip': gzipSync(PROSE),
  GZIP: gzipSync(PROSE),
  deflate: deflateSync(PROSE),
  'deflate ': deflateRawSync(PROSE),
  br: brotliCompressSync(PROSE),
  zstd: zstdCompressSync(PROSE),
  identity: Buffer.from(PROSE),
  'gzip, br': brotliCompressSync(gzipSync(PROSE)),
}

let explode: Buffer
let server: LocalServer

const drip = (response: ServerResponse): void => {
  const clock = setInterval(() => response.write('.'), 20)
  response.on('close', () => {
    clearInterval(clock)
  })
}

const answer = (request: IncomingMessage, response: ServerResponse): void => {
  const url = new URL(request.url ?? '/', 'http://server')
  const send = (status: number, headers: Record<string, string>, body?: string | Buffer): void => {
    response.writeHead(status, headers).end(body)
  }
  const packed = url.searchParams.get('as')
  if (url.pathname === '/packed' && packed !== null) send(200, { 'content-encoding': packed.trim() }, PACKED[packed])
  else if (url.pathname === '/status') send(Number(url.search.slice(1)), {}, 'x')
  else if (url.pathname === '/to') send(302, { location: decodeURIComponent(url.search.slice(1)) })
  else if (url.pathname === '/left') send(301, { location: '/right' })
  else if (url.pathname === '/right') send(301, { location: '/left#again' })
  else if (url.pathname === '/endless') send(307, { location: `/endless?${Number(url.search.slice(1)) + 1}` })
  else if (url.pathname === '/chain') {
    const left = Number(url.searchParams.get('left'))
    const to = url.searchParams.get('to') ?? ''
    send(308, { location: left > 0 ? `/chain?left=${left - 1}&to=${encodeURIComponent(to)}` : to })
  } else if (url.pathname === '/bomb') send(200, { 'content-encoding': 'gzip' }, explode)
  else if (url.pathname === '/thrice') send(200, { 'content-encoding': 'gzip, gzip, gzip' }, gzipSync(gzipSync(gzipSync(PROSE))))
  else if (url.pathname === '/thrice-apart')
    response
      .writeHead(
        200,
        [
          ['content-encoding', 'gzip'],
          ['content-encoding', 'gzip'],
          ['content-encoding', 'gzip'],
        ].flat(),
      )
      .end('x')
  else if (url.pathname === '/strange') send(200, { 'content-encoding': 'compress' }, 'x')
  else if (url.pathname === '/cut') send(200, { 'content-encoding': 'gzip' }, gzipSync(PROSE).subarray(0, 40))
  else if (url.pathname === '/drip') drip(response)
  else if (url.pathname === '/silent') return
  else if (url.pathname === '/flood') {
    const more = (): void => {
      while (response.write(Buffer.alloc(65_536)));
      response.once('drain', more)
    }
    more()
  } else if (url.pathname === '/declared') {
    response.writeHead(200, { 'content-length': '60000000' }).write('x')
  } else if (url.pathname === '/half') {
    response.writeHead(200, { 'content-length': '100' }).write('x')
    setTimeout(() => response.destroy(), 20)
  } else send(200, { 'content-type': 'Text/HTML; Charset="ISO-8859-1"' }, PROSE)
}

beforeAll(async () => {
  explode = bomb()
  server = await localServer(answer)
})
afterAll(() => server.close())

/** 127.0.0.1 stands for the public internet; everything else, the rest of this machine included, for what is private. */
const publicIsHere = (): FetchOptions => ({
  allowsAddress: (address) => address === '127.0.0.1',
  ports: [server.port],
  deadlineMs: 5000,
})

const at = (path: string, host = '127.0.0.1'): string => `http://${host}:${server.port}${path}`

const get = (path: string, options: FetchOptions = {}): ReturnType<typeof fetchPage> =>
  fetchPage(at(path), { ...publicIsHere(), ...options })

const codeOf = async (path: string, options: FetchOptions = {}): Promise<string> => {
  const page = await get(path, options)
  return page.ok ? 'fetched' : page.refusal.code
}

const sentenceOf = async (path: string, options: FetchOptions = {}): Promise<string> => {
  const page = await get(path, options)
  return page.ok ? '' : page.refusal.sentence
}

describe('a page', () => {
  it('comes with its bytes, address, type and charset', async () => {
    const page = await get('/page?x=1#part')
    expect(page).toMatchObject({
      ok: true,
      value: { url: at('/page?x=1'), mediaType: 'text/html', charset: 'ISO-8859-1', status: 200, redirects: [] },
    })
    expect(page.ok && Buffer.from(page.value.bytes).toString()).toBe(PROSE)
  })

  it.each(Object.keys(PACKED))('is unpacked from %s', async (encoding) => {
    const page = await get(`/packed?as=${encodeURIComponent(encoding)}`)
    expect(page.ok && Buffer.from(page.value.bytes).toString()).toBe(PROSE)
  })

  it('is followed through five redirects, and no further', async () => {
    const page = await get(`/chain?left=4&to=${encodeURIComponent('/page')}`)
    expect(page).toMatchObject({ ok: true, value: { url: at('/page') } })
    expect(page.ok && page.value.redirects.length).toBe(5)
    expect(await codeOf(`/chain?left=5&to=${encodeURIComponent('/page')}`)).toBe('redirect-loop')
    expect(await codeOf('/endless?0')).toBe('redirect-loop')
    expect(await codeOf('/left')).toBe('redirect-loop')
    expect(await sentenceOf('/left')).toContain('circle')
  })

  it('that is not there is named with its status', async () => {
    expect(await sentenceOf('/status?404')).toBe(`${at('/status?404')} was not had: the server answers 404 (Not Found).`)
    for (const status of [300, 304, 302, 400, 403, 451, 500, 503, 599])
      expect(await codeOf(`/status?${status}`)).toBe('http-status')
  })
})

describe('what cannot be fetched', () => {
  it.each([
    ['ftp://news.example/a', 'only http and https are, not ftp'],
    ['file:///etc/hosts', 'only http and https are, not file'],
    ['data:text/plain,a', 'only http and https are, not data'],
    ['news.example', 'news.example is no URL'],
    ['http://', 'http:// is no URL'],
    ['http://a b/', 'http://a b/ is no URL'],
    ['https://ida:geheim@news.example/', 'https://news.example/ was not fetched: the URL holds a user name or password'],
    ['https://news.example:22/', 'port 22 is none of the web'],
  ])('%s: %s', async (url, words) => {
    const page = await fetchPage(url)
    expect(page).toMatchObject({ ok: false, refusal: { code: 'bad-url' } })
    expect(!page.ok && page.refusal.sentence).toContain(words)
    expect(!page.ok && page.refusal.sentence).not.toContain('geheim')
  })

  it('is a name that nobody has', async () => {
    const resolver = (): Promise<never> => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }))
    const page = await fetchPage('https://nowhere.example/', { resolver })
    expect(page).toMatchObject({ ok: false, refusal: { code: 'network' } })
    expect(await fetchPage('https://nowhere.example/', { resolver: () => Promise.resolve([]) })).toMatchObject({ ok: false })
  })

  it('is a server that is away, breaks off, or speaks something else', async () => {
    const other = createServer((socket) =>
      socket
        .on('error', () => socket.destroy())
        .resume()
        .end('220 mail.example ESMTP\r\n'),
    )
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    const options = { ...publicIsHere(), ports: [port] }
    expect(await fetchPage(`http://127.0.0.1:${port}/`, options)).toMatchObject({ ok: false, refusal: { code: 'network' } })
    expect(await fetchPage(`https://127.0.0.1:${port}/`, options)).toMatchObject({ ok: false, refusal: { code: 'network' } })
    await new Promise((resolve) => other.close(resolve))
    const away = await fetchPage(`http://127.0.0.1:${port}/`, options)
    expect(!away.ok && away.refusal.sentence).toContain('refuses the connection')
    expect(await codeOf('/half')).toBe('network')
  })

  it('is called off by a signal, before and meanwhile', async () => {
    await expect(get('/page', { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough')
    await expect(get('/silent', { signal: AbortSignal.timeout(50) })).rejects.toThrow('timeout')
  })

  it('is slow', async () => {
    const started = performance.now()
    expect(await codeOf('/drip', { deadlineMs: 200 })).toBe('too-slow')
    expect(await codeOf('/silent', { deadlineMs: 200 })).toBe('too-slow')
    const stuck = await fetchPage('http://stuck.example/', { deadlineMs: 200, resolver: () => new Promise(() => undefined) })
    expect(stuck).toMatchObject({ ok: false, refusal: { code: 'too-slow' } })
    expect(performance.now() - started).toBeLessThan(3000)
  })
})

describe('what is too large', () => {
  it('is cut while it unpacks: 1 MB of gzip that holds 1 GB takes little memory', async () => {
    expect(explode.length).toBeLessThan(1_100_000)
    const before = process.resourceUsage().maxRSS
    const started = performance.now()
    expect(await codeOf('/bomb')).toBe('too-large')
    expect(performance.now() - started).toBeLessThan(5000)
    expect((process.resourceUsage().maxRSS - before) / 1024).toBeLessThan(256)
  })

  it('is swallowed whole by an unguarded fetch', async () => {
    const part = explode.subarray(0, Math.round(explode.length / 10))
    const swallowed = await localServer((_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(part))
    const response = await fetch(`http://127.0.0.1:${swallowed.port}/`)
    expect((await response.arrayBuffer()).byteLength).toBe(100_000_000)
    await swallowed.close()
  })

  it('is cut as it comes, and before it comes where the server tells', async () => {
    expect(await codeOf('/flood', { maxBytes: 1_000_000 })).toBe('too-large')
    expect(await codeOf('/declared')).toBe('too-large')
    expect(await codeOf('/page', { maxBytes: 100 })).toBe('too-large')
    expect(await codeOf('/packed?as=gzip', { maxBytes: 500 })).toBe('too-large')
    expect(await codeOf('/packed?as=br', { maxBytes: 500 })).toBe('too-large')
    expect(await codeOf('/packed?as=zstd', { maxBytes: 500 })).toBe('too-large')
  })

  it('is what is packed more than twice; strange and broken packings are named', async () => {
    expect(await codeOf('/thrice')).toBe('too-large')
    expect(await codeOf('/thrice-apart')).toBe('too-large')
    expect(await sentenceOf('/strange')).toContain('compress, is none of gzip, deflate, br, zstd')
    expect(await codeOf('/cut')).toBe('malformed')
  })
})

describe('a redirect', () => {
  const PRIVATE = [
    '127.0.0.2',
    '10.0.0.1',
    '2130706434',
    '0x7f.2',
    '[::1]',
    '[::ffff:127.0.0.2]',
    '169.254.169.254',
    '127.2',
    'inside.example',
    '0',
  ]
  const resolver = (name: string): Promise<string[]> => Promise.resolve([name === 'inside.example' ? '127.0.0.2' : '127.0.0.1'])

  it('to a private address is refused at any length of the chain, and never connected to', async () => {
    const from = server.knocks.length
    const chains = [0, 1, 2, 3, 4].flatMap((left) => PRIVATE.map((host) => ({ left, to: at('/page', host) })))
    expect(chains.length).toBe(50)
    const codes = await Promise.all(
      chains.map(({ left, to }) => codeOf(`/chain?left=${left}&to=${encodeURIComponent(to)}`, { resolver })),
    )
    expect(codes).toEqual(codes.map(() => 'address-refused'))
    expect(new Set(server.knocks.slice(from))).toEqual(new Set(['127.0.0.1']))
  })

  it('to what is no web page is refused', async () => {
    for (const to of [
      'file:///etc/hosts',
      'ftp://127.0.0.1/',
      'javascript:0',
      'http://ida:x@127.0.0.1/',
      'http://127.0.0.1:22/',
      '//127.0.0.1:1/',
    ])
      expect(await codeOf(`/to?${encodeURIComponent(to)}`)).toBe('bad-url')
    expect(await codeOf('/to?http%3A%2F%2F%5B')).toBe('bad-url')
  })

  it('to a private address is followed by a fetch that does not look', async () => {
    const from = server.knocks.length
    await fetch(at(`/to?${encodeURIComponent(at('/page', '127.0.0.2'))}`))
    expect(server.knocks.slice(from)).toContain('127.0.0.2')
  })
})

describe('a name server that changes its answer', () => {
  /** Says each answer once, then the last for ever. */
  const changing = (...answers: readonly string[][]): { resolver: (name: string) => Promise<string[]>; asked: () => number } => {
    let asked = 0
    const resolver = (): Promise<string[]> => Promise.resolve(answers[Math.min(asked++, answers.length - 1)] ?? [])
    return { resolver, asked: () => asked }
  }
  const HERE = ['127.0.0.1']
  const INSIDE = ['127.0.0.2']

  it('is asked once for one request, and heard once', async () => {
    const from = server.knocks.length
    for (let time = 0; time < 10; time++) {
      const names = changing(HERE, INSIDE)
      const page = await fetchPage(at('/page', `rebind${time}.example`), { ...publicIsHere(), resolver: names.resolver })
      expect(page.ok).toBe(true)
      expect(names.asked()).toBe(1)
    }
    expect(new Set(server.knocks.slice(from))).toEqual(new Set(['127.0.0.1']))
  })

  it('is checked again at a redirect, and refused where one of several addresses is private', async () => {
    const from = server.knocks.length
    for (let time = 0; time < 10; time++) {
      const url = at(`/to?${encodeURIComponent('/page')}`, `rebind${time}.example`)
      const page = await fetchPage(url, {
        ...publicIsHere(),
        resolver: changing(HERE, time % 2 === 0 ? INSIDE : [...HERE, ...INSIDE]).resolver,
      })
      expect(page).toMatchObject({ ok: false, refusal: { code: 'address-refused' } })
    }
    expect(new Set(server.knocks.slice(from))).toEqual(new Set(['127.0.0.1']))
  })

  it('leads a program that checks the name and then fetches it to the private address', async () => {
    const { Agent, fetch: open } = await import('undici')
    const names = changing(HERE, INSIDE)
    const from = server.knocks.length
    expect(await names.resolver('rebind.example')).toEqual(HERE)
    const dispatcher = new Agent({
      connect: {
        lookup: (name, _options, callback) => {
          void names.resolver(name).then((found) => {
            callback(
              null,
              found.map((address) => ({ address, family: 4 })),
            )
          })
        },
      },
    })
    await open(at('/page', 'rebind.example'), { dispatcher })
    await dispatcher.close()
    expect(server.knocks.slice(from)).toEqual(['127.0.0.2'])
  })

  it('does not matter where the far end of the socket turns out to be private: nothing is asked of it', async () => {
    let looks = 0
    const from = server.asked.length
    const page = await fetchPage(at('/page'), { ...publicIsHere(), allowsAddress: () => looks++ === 0 })
    expect(page).toMatchObject({ ok: false, refusal: { code: 'address-refused' } })
    expect(server.asked.length).toBe(from)
  })
})
