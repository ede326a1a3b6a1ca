import type { IncomingMessage, ServerResponse } from 'node:http'
import type { LookupFunction } from 'node:net'
import { Agent, fetch } from 'undici'
import { isPublicAddress } from '../../src/node/address.ts'
import { fetchPage, type FetchOptions } from '../../src/node/gateway.ts'
import { localServer, type LocalServer } from '../../src/node/local-server.fixture.ts'
import { GOOD_HOSTS, SPECIAL_HOSTS, SPECIAL_NAMES } from '../../src/node/special-urls.fixture.ts'
import type { Resolver } from '../../src/node/target.ts'
import { shuffled } from './chance.ts'
import type { RowOptions, RowResult } from './row.ts'
import { type Fence, putUpFence } from './socket-fence.ts'
import { isSpecial, specialHosts, specialNames } from './special-registry.ts'

/** As many as the scorecard names. */
const URLS = 772
const CHAINS = 50
const REBOUND = 20
const GOOD = 100
const SHORT_URLS = 250

type Names = Readonly<Record<string, readonly string[]>>

/** Look like this machine or a private network, and are public. */
const DECOYS: Names = {
  'localhost.decoy.example': ['9.9.9.9'],
  '192.168.0.1.decoy.example': ['149.112.112.112'],
  '[64:ff9b::101:101]': [],
}

const resolverOf =
  (names: Names): Resolver =>
  (name) => {
    const found = names[name]
    return found === undefined ? Promise.reject(Object.assign(new Error(name), { code: 'ENOTFOUND' })) : Promise.resolve(found)
  }

interface Ground {
  readonly server: LocalServer
  readonly fence: Fence
  readonly seed: number
  readonly urls: readonly string[]
  readonly names: Names
}

/** What a part of the row came to: what was tried, what held, and what did not. */
interface Part {
  readonly n: number
  readonly passed: number
  readonly failures: readonly string[]
}

const partOf = (tried: readonly (readonly [what: string, holds: boolean])[]): Part => {
  const failures = tried.filter(([, held]) => !held).map(([what]) => what)
  return { n: tried.length, passed: tried.length - failures.length, failures }
}

const codeOf = async (url: string, options: FetchOptions): Promise<string> => {
  const page = await fetchPage(url, { deadlineMs: 5000, ...options })
  return page.ok ? 'fetched' : page.refusal.code
}

const isRefused = (code: string): boolean => code === 'address-refused' || code === 'bad-url'

const special = async ({ server, fence, urls, names }: Ground): Promise<Part> => {
  const from = fence.attempts.length
  const tried: [string, boolean][] = []
  for (const url of urls) {
    const code = await codeOf(url, { resolver: resolverOf(names), ports: [server.port] })
    tried.push([`${code}: ${url}`, isRefused(code) && fence.attempts.length === from])
  }
  return partOf(tried)
}

/** Stands for the public internet here; all other addresses of this machine for what is private. */
const FRONT = '127.0.0.1'
const BEHIND = ['127.0.0.2', '127.2', '2130706434', '0x7f.2', '[::1]', '[::ffff:127.0.0.2]', '10.0.0.1', '0', 'inside.example']

const chains = async ({ server, fence }: Ground, count: number): Promise<Part> => {
  const resolver = (name: string): Promise<string[]> => Promise.resolve([name === 'inside.example' ? '127.0.0.2' : FRONT])
  const tried: [string, boolean][] = []
  for (let at = 0; at < count; at++) {
    const from = fence.attempts.length
    const to = encodeURIComponent(`http://${BEHIND[at % BEHIND.length] ?? ''}:${server.port}/secret`)
    const url = `http://${FRONT}:${server.port}/chain?left=${at % 5}&to=${to}`
    const code = await codeOf(url, { resolver, ports: [server.port], allowsAddress: (address) => address === FRONT })
    tried.push([`${code}: ${url}`, isRefused(code) && fence.attempts.slice(from).every((address) => address === FRONT)])
  }
  return partOf(tried)
}

/** Half of the names change to a private address for the second look-up of one request, half between a redirect and the next. */
const rebinding = async ({ server, fence }: Ground, count: number): Promise<Part> => {
  const tried: [string, boolean][] = []
  for (let at = 0; at < count; at++) {
    const from = fence.attempts.length
    let asked = 0
    const resolver = (): Promise<string[]> =>
      Promise.resolve(asked++ === 0 ? [FRONT] : at % 4 === 3 ? [FRONT, '127.0.0.2'] : ['127.0.0.2'])
    const path = at % 2 === 0 ? '/page' : `/chain?left=0&to=${encodeURIComponent('/page')}`
    const url = `http://rebound${at}.example:${server.port}${path}`
    const code = await codeOf(url, { resolver, ports: [server.port], allowsAddress: (address) => address === FRONT })
    const stayed = fence.attempts.slice(from).every((address) => address === FRONT)
    tried.push([`${code}: ${url}`, stayed && code === (at % 2 === 0 ? 'fetched' : 'address-refused')])
  }
  return partOf(tried)
}

const goodHosts = (): Names => {
  const known = Object.keys(GOOD_HOSTS)
  const more = Array.from({ length: GOOD - known.length }, (_, at) => [`good${at}.example`, [`${11 + at}.${at}.7.9`]] as const)
  return { ...GOOD_HOSTS, ...Object.fromEntries(more) }
}

/** Fetched through the gateway as it is, every socket led to the server here: the fence has seen where it would have gone. */
const good = async ({ server, fence }: Ground): Promise<Part> => {
  const tried: [string, boolean][] = []
  for (const [host, addresses] of Object.entries({ ...goodHosts(), ...DECOYS })) {
    const from = fence.attempts.length
    const url = `http://${host}:${server.port}/page`
    const code = await codeOf(url, {
      resolver: resolverOf({ [new URL(url).hostname]: addresses }),
      ports: [server.port],
      // The far end is this machine because the fence has led there, and only then.
      allowsAddress: (address) => isPublicAddress(address) || (address === FRONT && fence.attempts.length > from),
    })
    const led = fence.attempts.slice(from)
    tried.push([`${code}: ${url}`, code === 'fetched' && led.length > 0 && !led.some(isSpecial)])
  }
  return partOf(tried)
}

/** What many programs do: look for the usual words at the beginning of the URL's host, then fetch. */
const PASSES =
  /^http:\/\/(?!localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|0\.0\.0\.0|\[::1\]|\[f[cd]|\[fe80)/iu

const unguarded = async ({ fence, urls, names }: Ground): Promise<RowResult['control']> => {
  const passed = urls.filter((url) => PASSES.test(url))
  const lookup: LookupFunction = (name, options, callback) => {
    const found = (names[name] ?? [FRONT]).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    if (options.all === true) callback(null, found)
    else callback(null, found[0]?.address ?? FRONT, found[0]?.family ?? 4)
  }
  const dispatcher = new Agent({ connect: { lookup, timeout: 2000 } })
  let reached = 0
  for (const url of passed) {
    const from = fence.attempts.length
    await fetch(url, { dispatcher, signal: AbortSignal.timeout(2000) }).then(
      (response) => response.arrayBuffer(),
      () => null,
    )
    if (fence.attempts.slice(from).some((address) => address === '' || isSpecial(address))) reached++
  }
  await dispatcher.destroy()
  const figure = `${passed.length} of ${urls.length} passed the check, ${reached} sockets opened to special addresses`
  return { name: 'a check of the URL’s text, then an ordinary fetch', caught: reached > urls.length / 4, figure }
}

const answer = (request: IncomingMessage, response: ServerResponse): void => {
  const url = new URL(request.url ?? '/', 'http://server')
  if (url.pathname !== '/chain') {
    response.end('secret')
    return
  }
  const left = Number(url.searchParams.get('left'))
  const to = url.searchParams.get('to') ?? ''
  const location = left > 0 ? `/chain?left=${left - 1}&to=${encodeURIComponent(to)}` : to
  response.writeHead(302, { location }).end()
}

const urlsFor = (port: number, { short, seed }: RowOptions): Pick<Ground, 'urls' | 'names'> => {
  const names = { ...SPECIAL_NAMES, ...specialNames(seed) }
  const hosts = [...new Set([...SPECIAL_HOSTS, ...Object.keys(names)])]
  const more = shuffled(
    specialHosts(seed).filter((host) => !hosts.includes(host)),
    seed,
  )
  const all = [...hosts, ...more].slice(0, URLS)
  const chosen = short ? shuffled(all, seed).slice(0, SHORT_URLS) : all
  return { names, urls: chosen.map((host) => `http://${host}:${port}/`) }
}

export const run = async (options: RowOptions): Promise<RowResult> => {
  const started = performance.now()
  const server = await localServer(answer)
  const fence = putUpFence()
  try {
    const ground: Ground = { server, fence, seed: options.seed, ...urlsFor(server.port, options) }
    const refused = await special(ground)
    const led = await chains(ground, options.short ? 10 : CHAINS)
    const rebound = await rebinding(ground, options.short ? 4 : REBOUND)
    const fine = await good(ground)
    const parts = { special: refused, chains: led, rebinding: rebound, good: fine }
    const control = await unguarded(ground)
    const all = Object.values(parts)
    return {
      row: 13,
      name: 'SSRF at the socket',
      n: all.reduce((sum, { n }) => sum + n, 0),
      passed: all.reduce((sum, { passed }) => sum + passed, 0),
      bar: 'every special address refused, no socket turned to one, nothing public blocked',
      control,
      figures: Object.fromEntries(Object.entries(parts).map(([name, { n, passed }]) => [name, `${passed}/${n}`])),
      seconds: (performance.now() - started) / 1000,
      notes: [
        ...all.flatMap(({ failures }) => failures),
        'Sockets are looked at where Node turns them to their far end; what is no address of this machine is led to 127.0.0.1, so nothing leaves it.',
        'Sub-resources of a browser are not in it: no browser is part of the gateway.',
      ],
    }
  } finally {
    fence.take()
    await server.close()
  }
}
