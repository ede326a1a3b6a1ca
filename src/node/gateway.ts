import { Client } from 'undici'
import { ok, refuse, type Result } from '../core/refusal.ts'
import { isPublicAddress } from './address.ts'
import { AddressRefused, connectorOf } from './connection.ts'
import { ACCEPTED } from './content-encoding.ts'
import { networkRefusal } from './network-refusal.ts'
import { headerOf, type Page, pageOf, type Reply } from './reply.ts'
import { parseUrl, type Reach, type Resolver, shown, systemResolver, type Target, targetOf, WEB_PORTS } from './target.ts'

export interface Fetched extends Page {
  /** The URLs that led on, in order; empty where the first one answered. */
  readonly redirects: readonly string[]
}

export interface FetchOptions {
  /** Any address and any port may be reached, not only web servers on the public internet. */
  readonly allowPrivate?: boolean
  /** For all of it, redirects included, in milliseconds; 20,000 unless told. */
  readonly deadlineMs?: number
  /** Of the page, packed and unpacked; 50,000,000 unless told. */
  readonly maxBytes?: number
  /** Calls it off: the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal
  readonly resolver?: Resolver
  /** Decides instead of `isPublicAddress`. */
  readonly allowsAddress?: (address: string) => boolean
  /** Instead of the web's. */
  readonly ports?: readonly number[]
}

interface Terms extends Reach {
  readonly deadlineMs: number
  readonly maxBytes: number
  readonly signal: AbortSignal
}

const DEADLINE_MS = 20_000
const MAX_BYTES = 50_000_000
const MOST_REDIRECTS = 5
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308]

const REQUEST_HEADERS = {
  accept: 'text/html, application/xhtml+xml, application/pdf, application/rss+xml, text/plain, */*;q=0.5',
  'accept-encoding': ACCEPTED,
  'user-agent': 'Mozilla/5.0 (compatible; hearsay)',
}

const termsOf = (options: FetchOptions, signal: AbortSignal): Terms => {
  const free = options.allowPrivate === true
  return {
    resolver: options.resolver ?? systemResolver,
    allowsAddress: free ? () => true : (options.allowsAddress ?? isPublicAddress),
    ports: free ? null : (options.ports ?? WEB_PORTS),
    deadlineMs: options.deadlineMs ?? DEADLINE_MS,
    maxBytes: options.maxBytes ?? MAX_BYTES,
    signal,
  }
}

/** What one request brought: a page, or where to go instead. */
type Step = { readonly next: URL } | { readonly page: Page }

const stepOf = async (reply: Reply, url: URL, terms: Terms): Promise<Result<Step>> => {
  const location = headerOf(reply, 'location')
  if (REDIRECTS.includes(reply.statusCode) && location !== '') {
    const next = parseUrl(location, terms, url)
    return next.ok ? ok({ next: next.value }) : next
  }
  const page = await pageOf(reply, url, terms.maxBytes)
  return page.ok ? ok({ page: page.value }) : page
}

const request = async (target: Target, terms: Terms): Promise<Result<Step>> => {
  const connect = connectorOf(target, terms.allowsAddress, terms.deadlineMs)
  // The deadline covers everything: no clock of the client's own.
  const client = new Client(target.url.origin, { connect, headersTimeout: 0, bodyTimeout: 0 })
  try {
    const path = target.url.pathname + target.url.search
    const reply = await client.request({ method: 'GET', path, headers: REQUEST_HEADERS, signal: terms.signal })
    return await stepOf(reply, target.url, terms)
  } catch (error) {
    if (terms.signal.aborted) throw error
    if (error instanceof AddressRefused)
      return refuse(
        'address-refused',
        `${shown(target.url)} was not fetched: ${error.message}, which is not on the public internet.`,
      )
    return networkRefusal(shown(target.url), error)
  } finally {
    await client.destroy()
  }
}

/** `trail` holds the URLs that led here. */
const follow = async (url: URL, terms: Terms, trail: readonly string[]): Promise<Result<Fetched>> => {
  const target = await targetOf(url, terms)
  if (!target.ok) return target
  const step = await request(target.value, terms)
  if (!step.ok) return step
  if ('page' in step.value) return ok({ ...step.value.page, redirects: trail })
  const next = step.value.next
  const led = [...trail, url.href]
  if (led.includes(next.href))
    return refuse('redirect-loop', `${shown(url)} was not had: its redirects lead in a circle, back to ${shown(next)}.`)
  if (led.length > MOST_REDIRECTS)
    return refuse(
      'redirect-loop',
      `${shown(url)} was not had: more than ${MOST_REDIRECTS} redirects one after the other led there.`,
    )
  return follow(next, terms, led)
}

/** Rejects with the signal's reason as soon as it is aborted: a name server cannot be told to stop. */
const whenAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    const stop = (): void => {
      reject(signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason)))
    }
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })

/**
 * Fetches one page over http or https. The name is resolved once and every address it has is checked, for the first URL and for each
 * of at most five redirects; only checked addresses are connected to. Whatever cannot be had is a refusal: `bad-url`,
 * `address-refused`, `network`, `http-status`, `redirect-loop`, `too-large`, `too-slow`, `malformed`, `not-readable`.
 */
export const fetchPage = async (text: string, options: FetchOptions = {}): Promise<Result<Fetched>> => {
  const deadline = new AbortController()
  const terms = termsOf(
    options,
    options.signal === undefined ? deadline.signal : AbortSignal.any([deadline.signal, options.signal]),
  )
  const url = parseUrl(text, terms)
  if (!url.ok) return url
  const clock = setTimeout(() => {
    deadline.abort()
  }, terms.deadlineMs)
  try {
    return await Promise.race([follow(url.value, terms, []), whenAborted(terms.signal)])
  } catch (error) {
    options.signal?.throwIfAborted()
    if (!deadline.signal.aborted) throw error
    return refuse(
      'too-slow',
      `${shown(url.value)} was not had: it took longer than ${terms.deadlineMs / 1000} seconds; try again later.`,
    )
  } finally {
    clearTimeout(clock)
  }
}
