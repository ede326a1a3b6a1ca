import { execFile } from 'node:child_process'
import { createSocket, type Socket as UdpSocket } from 'node:dgram'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openReader } from './isolated-reader.ts'
import { networkBarrier } from './network-barrier.ts'
import type { Places } from './network-tries.fixture.ts'

const run = promisify(execFile)

let folder: string
let places: Places
let visits = 0
const servers: Server[] = []
let udp: UdpSocket

const listening = async (at: { readonly port: number; readonly host: string } | { readonly path: string }): Promise<Server> => {
  const server = createServer((socket) => {
    visits++
    socket.on('error', () => socket.destroy()).end('HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n')
  })
  await new Promise<void>((resolve) => server.listen(at, resolve))
  servers.push(server)
  return server
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-network-'))
  const path = join(folder, 'socket')
  await listening({ path })
  const web = await listening({ port: 0, host: '127.0.0.1' })
  udp = createSocket('udp4').on('message', () => visits++)
  await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve))
  places = { port: (web.address() as AddressInfo).port, udp: udp.address().port, path }
})
afterAll(async () => {
  udp.close()
  for (const server of servers) server.close()
  await rm(folder, { recursive: true })
})

const FIXTURE = new URL('./network-tries.fixture.ts', import.meta.url).href

const script = (first = ''): string =>
  `${first}\nconst { tryNetwork } = await import(${JSON.stringify(FIXTURE)})\nconsole.log(JSON.stringify(await tryNetwork(${JSON.stringify(places)})))\nprocess.exit()`

const triedBy = async (
  command: readonly string[],
  source: string,
  flags: readonly string[] = [],
): Promise<Record<string, string>> => {
  const words = [...command, process.execPath]
  const { stdout } = await run(words[0] ?? '', [...words.slice(1), '--no-warnings', ...flags, '--input-type=module', '-e', source])
  return JSON.parse(stdout) as Record<string, string>
}

/** Looks for `name` reach no listener of ours, so that they fail here with or without a barrier. */
const WAYS_OUT = ['tcp', 'file', 'fetch', 'udp', 'listen']

describe('what keeps a reading process from the network', () => {
  it('lets nothing out of the process in which captures are read', async () => {
    const reader = openReader({ module: new URL('./reader-child.fixture.ts', import.meta.url) })
    const before = visits
    const result = await reader.read({
      name: 'network',
      bytes: new TextEncoder().encode(JSON.stringify(places)),
      mediaType: null,
      charset: null,
      imprint: {},
    })
    reader.close()
    const tried = JSON.parse(result.ok ? (result.value[0]?.text ?? '') : '{}') as Record<string, string>
    expect(Object.keys(tried)).toHaveLength(8)
    expect(new Set(Object.values(tried))).toEqual(new Set(['ERR_ACCESS_DENIED']))
    expect(visits).toBe(before)
  })

  it('is missed where there is none: Node 24’s permission model lets all of it through', async () => {
    const before = visits
    const flags = process.allowedNodeEnvironmentFlags.has('--allow-net') ? [] : ['--permission', '--allow-fs-read=*']
    const tried = await triedBy([], script(), flags)
    expect(WAYS_OUT.map((way) => tried[way])).toEqual(WAYS_OUT.map(() => 'REACHED'))
    expect(visits - before).toBeGreaterThanOrEqual(4)
  })

  it('is the latch alone where the system has nothing better', async () => {
    const before = visits
    const latch = new URL('./network-latch.ts', import.meta.url).href
    const tried = await triedBy([], script(`import { shutNetwork } from ${JSON.stringify(latch)}\nshutNetwork()`))
    expect(new Set(Object.values(tried))).toEqual(new Set(['ERR_ACCESS_DENIED']))
    expect(visits).toBe(before)
  })

  it.skipIf(networkBarrier().kind !== 'namespace')(
    'is the kernel, where it gives namespaces, whatever the program does',
    async () => {
      const { command, note } = networkBarrier()
      expect(note).toBeNull()
      const before = visits
      const tried = await triedBy(command, script())
      expect([tried['tcp'], tried['tls'], tried['fetch'], tried['udp']]).toEqual(Array(4).fill('ENETUNREACH'))
      expect(tried['name']).not.toBe('REACHED')
      expect(tried['record']).not.toBe('REACHED')
      // A socket in the file system is no network: only the latch keeps from it.
      expect(visits - before).toBe(1)
    },
  )

  it('is told, with a note where it is weak', () => {
    const { kind, command, note } = networkBarrier()
    expect(command.length > 0).toBe(kind === 'namespace')
    expect(note !== null).toBe(kind === 'latch')
  })
})
