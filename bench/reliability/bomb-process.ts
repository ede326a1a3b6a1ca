/**
 * Fetches and reads one URL in a process of its own, and tells how much memory that took, here and in the process that reads:
 * `node bomb-process.ts guarded|unguarded URL PORT`.
 */
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { fetchPage } from '../../src/node/gateway.ts'
import { openReader } from '../../src/node/isolated-reader.ts'

/** What came of it; MB are millions of bytes. */
export interface Blast {
  readonly code: string
  readonly seconds: number
  readonly fetcherMb: number
  /** Null where the system does not tell. */
  readonly readerMb: number | null
}

/** A line of `/proc/…/status` in MB; null where there is none. */
const memory = (pid: number | 'self', line: 'VmRSS' | 'VmHWM'): number | null => {
  try {
    const [, kib] = new RegExp(`^${line}:\\s+(\\d+) kB$`, 'mu').exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return kib === undefined ? null : (Number(kib) * 1024) / 1e6
  } catch {
    return null
  }
}

const childOf = (): number | null => {
  try {
    const [first] = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').split(' ')
    return first === undefined || first === '' ? null : Number(first)
  } catch {
    return null
  }
}

const ownPeak = (): number => memory('self', 'VmHWM') ?? process.resourceUsage().maxRSS / 1000

const [mode = '', url = '', port = ''] = process.argv.slice(2)

const unguarded = async (): Promise<string> => {
  try {
    return `read ${(await (await fetch(url)).arrayBuffer()).byteLength} bytes`
  } catch (error) {
    return `failed: ${String(error instanceof Error ? (error.cause ?? error) : error)}`
  }
}

const blastOf = async (): Promise<Blast> => {
  const reader = openReader({ module: new URL('../../src/cli/reader-child.ts', import.meta.url) })
  const warm = { name: 'a.txt', bytes: Buffer.from('The mill at Saltby will close in May, its owner said.'), mediaType: null, charset: null, imprint: {} } // prettier-ignore
  await reader.read(warm)
  const child = childOf()
  const [own, its] = [memory('self', 'VmRSS') ?? 0, child === null ? null : memory(child, 'VmRSS')]
  let peak = its
  const clock = setInterval(() => {
    peak = Math.max(peak ?? 0, (child === null ? null : memory(child, 'VmHWM')) ?? 0)
  }, 10)
  const started = performance.now()
  const page = await fetchPage(url, { allowsAddress: (address) => address === '127.0.0.1', ports: [Number(port)] })
  const result = page.ok
    ? await reader.read({
        ...warm,
        name: new URL(page.value.url).pathname,
        bytes: page.value.bytes,
        mediaType: page.value.mediaType,
      })
    : page
  const seconds = (performance.now() - started) / 1000
  clearInterval(clock)
  const last = child === null ? null : memory(child, 'VmHWM')
  reader.close()
  const readerMb = its === null || peak === null ? null : Math.max(peak, last ?? 0) - its
  return { code: result.ok ? 'read' : result.refusal.code, seconds, fetcherMb: ownPeak() - own, readerMb }
}

const swallowed = async (): Promise<Blast> => {
  const own = memory('self', 'VmRSS') ?? 0
  const started = performance.now()
  const code = await unguarded()
  return { code, seconds: (performance.now() - started) / 1000, fetcherMb: ownPeak() - own, readerMb: null }
}

console.log(JSON.stringify(await (mode === 'guarded' ? blastOf() : swallowed())))
