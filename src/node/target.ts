import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { ok, refuse, type Result } from '../core/refusal.ts'

/** Every address a name has, in order of preference. Rejects as `dns.lookup` does. */
export type Resolver = (name: string) => Promise<readonly string[]>

/** What may be reached. */
export interface Reach {
  readonly resolver: Resolver
  readonly allowsAddress: (address: string) => boolean
  /** Null: any. */
  readonly ports: readonly number[] | null
}

/** A URL with the addresses that were checked for it, and no other, to connect to; never empty. */
export interface Target {
  readonly url: URL
  readonly addresses: readonly string[]
}

/** Those of the web, and the two that stand in for them. */
export const WEB_PORTS: readonly number[] = [80, 443, 8080, 8443]

export const systemResolver: Resolver = async (name) => (await lookup(name, { all: true })).map((found) => found.address)

/** Characters of a URL that a sentence shows. */
const SHOWN = 200

/** A URL as a sentence shows it: without credentials, and not for ever. */
export const shown = (url: URL): string => {
  const bare = new URL(url)
  bare.username = ''
  bare.password = ''
  return bare.href.length > SHOWN ? `${bare.href.slice(0, SHOWN)}…` : bare.href
}

const portOf = (url: URL): number => (url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port))

/** RFC 6761 § 6.3: such names mean this machine, whatever a resolver says. */
const namesThisMachine = (name: string): boolean => /(?:^|\.)localhost\.?$/u.test(name)

/** A URL, its fragment left out, that may be asked for as far as its text tells. */
export const parseUrl = (text: string, reach: Reach, base?: URL): Result<URL> => {
  const url = URL.parse(text, base?.href)
  if (url === null) return refuse('bad-url', `${text.slice(0, SHOWN)} is no URL: write it as https://example.org/page.`)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return refuse('bad-url', `${shown(url)} was not fetched: only http and https are, not ${url.protocol.slice(0, -1)}.`)
  if (url.username !== '' || url.password !== '')
    return refuse('bad-url', `${shown(url)} was not fetched: the URL holds a user name or password; leave them out.`)
  if (reach.ports !== null && !reach.ports.includes(portOf(url)))
    return refuse(
      'bad-url',
      `${shown(url)} was not fetched: port ${portOf(url)} is none of the web's (${reach.ports.join(', ')}).`,
    )
  url.hash = ''
  return ok(url)
}

const addressRefused = (url: URL, because: string): Result<never> =>
  refuse('address-refused', `${shown(url)} was not fetched: ${because}; --allow-private lets it through.`)

const addressesOf = async (url: URL, resolver: Resolver): Promise<Result<readonly string[]>> => {
  const name = url.hostname.replace(/^\[|\]$/gu, '')
  if (isIP(name) !== 0) return ok([name])
  try {
    const addresses = await resolver(name)
    if (addresses.length > 0) return ok(addresses)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
  }
  return refuse(
    'network',
    `${shown(url)} was not fetched: the name ${name} could not be found; check its spelling and the network.`,
  )
}

/** Resolves the URL's name, once, and lets it through where every address it has may be reached. */
export const targetOf = async (url: URL, reach: Reach): Promise<Result<Target>> => {
  if (namesThisMachine(url.hostname) && !reach.allowsAddress('127.0.0.1'))
    return addressRefused(url, `${url.hostname} is this machine`)
  const addresses = await addressesOf(url, reach.resolver)
  if (!addresses.ok) return addresses
  const special = addresses.value.find((address) => !reach.allowsAddress(address))
  if (special !== undefined) return addressRefused(url, `${special} is not an address of the public internet`)
  return ok({ url, addresses: addresses.value })
}
