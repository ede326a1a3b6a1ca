import { fetch } from 'undici'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isPublicAddress } from './address.ts'
import { fetchPage } from './gateway.ts'
import { localServer, type LocalServer } from './local-server.fixture.ts'
import { GOOD_HOSTS, SPECIAL_HOSTS, SPECIAL_NAMES } from './special-urls.fixture.ts'
import { parseUrl, type Resolver, targetOf } from './target.ts'

let decoy: LocalServer
beforeAll(async () => {
  decoy = await localServer((_request, response) => response.end('secret'))
})
afterAll(() => decoy.close())

const resolverOf =
  (names: Readonly<Record<string, readonly string[]>>): Resolver =>
  (name) => {
    const found = names[name]
    return found === undefined ? Promise.reject(Object.assign(new Error(name), { code: 'ENOTFOUND' })) : Promise.resolve(found)
  }

const specialUrls = (): readonly string[] => [
  ...SPECIAL_HOSTS.map((host) => `http://${host}:${decoy.port}/`),
  ...Object.keys(SPECIAL_NAMES).map((host) => `http://${host}:${decoy.port}/`),
]

/** What many programs do: look for the usual words at the beginning of the URL's host. */
const passesStringCheck = (url: string): boolean =>
  !/^http:\/\/(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|0\.0\.0\.0|\[::1\]|\[f[cd]|\[fe80)/iu.test(
    url,
  )

describe('special addresses', () => {
  it('are refused, however they are written, before anything is connected to', async () => {
    const urls = specialUrls()
    expect(new Set(urls).size).toBeGreaterThanOrEqual(150)
    const resolver = resolverOf(SPECIAL_NAMES)
    const codes = await Promise.all(
      urls.map(async (url) => {
        const page = await fetchPage(url, { resolver, ports: [decoy.port], deadlineMs: 5000 })
        return [url, page.ok ? 'fetched' : page.refusal.code] as const
      }),
    )
    expect(codes.filter(([, code]) => code !== 'address-refused' && code !== 'bad-url')).toEqual([])
    expect(codes.filter(([, code]) => code === 'address-refused').length).toBeGreaterThanOrEqual(150)
    expect(decoy.knocks).toEqual([])
  })

  it('are let through in part by a check of the text alone, and then reached', async () => {
    const passed = specialUrls().filter(passesStringCheck)
    expect(passed.length).toBeGreaterThan(specialUrls().length / 3)
    const before = decoy.asked.length
    for (const host of ['2130706433', '0x7F.1', '１２７.０.０.１', '[::ffff:7f00:1]']) {
      const url = `http://${host}:${decoy.port}/`
      expect(passed).toContain(url)
      expect(await (await fetch(url)).text()).toBe('secret')
    }
    expect(decoy.asked.length - before).toBe(4)
  })

  it('are reached where that is allowed', async () => {
    const page = await fetchPage(`http://localhost:${decoy.port}/`, { allowPrivate: true })
    expect(page.ok && Buffer.from(page.value.bytes).toString()).toBe('secret')
  })
})

describe('public addresses', () => {
  it.each(Object.entries(GOOD_HOSTS))('lets %s through', async (host, addresses) => {
    const reach = {
      resolver: resolverOf({ [new URL(`http://${host}/`).hostname]: addresses }),
      allowsAddress: isPublicAddress,
      ports: [80, 443],
    }
    for (const scheme of ['http', 'https']) {
      const url = parseUrl(`${scheme}://${host}/a?b#c`, reach)
      const target = url.ok ? await targetOf(url.value, reach) : url
      expect(target).toMatchObject({ ok: true })
    }
  })

  it('are nothing but public addresses', () => {
    for (const text of [
      '',
      ' ',
      'news.example',
      '1.1.1',
      '9.9.9.9 ',
      '9.9.9.9.',
      '[2606:4700::1]',
      '2606:4700::1/64',
      '0x9090909',
    ])
      expect(isPublicAddress(text)).toBe(false)
    for (const text of ['9.9.9.9', '2606:4700::1', '::ffff:9.9.9.9']) expect(isPublicAddress(text)).toBe(true)
  })
})
