import { createSocket } from 'node:dgram'
import { lookup, Resolver } from 'node:dns'
import { connect, createServer } from 'node:net'
import { connect as connectTls } from 'node:tls'

/** What listens, and would tell if anybody came. */
export interface Places {
  readonly port: number
  readonly udp: number
  /** A socket in the file system. */
  readonly path: string
}

type Try = (done: (outcome: string) => void) => void

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : error instanceof Error ? error.message : 'broke'

const settled = (attempt: Try): Promise<string> =>
  new Promise((resolve) => {
    setTimeout(resolve, 5000, 'no answer').unref()
    try {
      attempt(resolve)
    } catch (error) {
      resolve(codeOf(error))
    }
  })

const triesOf = ({ port, udp, path }: Places): Readonly<Record<string, Try>> => ({
  tcp: (done) => connect({ port, host: '127.0.0.1' }, () => { done('REACHED') }).on('error', (error) => { done(codeOf(error)) }), // prettier-ignore
  tls: (done) => connectTls({ port, host: '127.0.0.1' }).on('error', (error) => { done(codeOf(error)) }), // prettier-ignore
  file: (done) => connect({ path }, () => { done('REACHED') }).on('error', (error) => { done(codeOf(error)) }), // prettier-ignore
  fetch: (done) => {
    fetch(`http://127.0.0.1:${port}/`).then(() => { done('REACHED') }, (error: unknown) => { done(codeOf((error as Error).cause ?? error)) }) // prettier-ignore
  },
  udp: (done) => { createSocket('udp4').send('x', udp, '127.0.0.1', (error) => { done(error === null ? 'REACHED' : codeOf(error)) }); }, // prettier-ignore
  name: (done) => {
    lookup('hearsay.example', (error) => { done(error === null ? 'REACHED' : codeOf(error)) }) // prettier-ignore
  },
  record: (done) => {
    const resolver = new Resolver({ timeout: 200, tries: 1 })
    resolver.setServers([`127.0.0.1:${udp}`])
    resolver.resolve4('hearsay.example', (error) => { done(error === null ? 'REACHED' : codeOf(error)) }) // prettier-ignore
  },
  listen: (done) => createServer().listen(0, () => { done('REACHED') }).on('error', (error) => { done(codeOf(error)) }), // prettier-ignore
})

/** What comes of every way out that a program has: `REACHED`, or the code of the error. */
export const tryNetwork = async (places: Places): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    await Promise.all(Object.entries(triesOf(places)).map(async ([name, attempt]) => [name, await settled(attempt)] as const)),
  )
