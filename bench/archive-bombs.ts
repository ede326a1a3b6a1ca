/**
 * `npm run bench:archive-bombs`: archives made to fill memory, each read in a process of its own. Printed: what came of it, how much
 * that process grew while reading (its peak less what it held before, MB of 1,000,000 bytes), and seconds of processor time, of all
 * threads, since the machine may be busy with something else. The control unpacks the first one without a limit.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { constants, deflateRawSync, gunzipSync, gzipSync } from 'node:zlib'
import { sha256Label } from '../src/node/web-archive/digest-label.ts'
import { readWacz } from '../src/node/web-archive/index.ts'
import { type Forged, forgedZip } from '../src/node/web-archive/zip-forge.fixture.ts'
import { keepTable } from './results.ts'

const MOST_GROWTH_MB = 256
const MOST_SECONDS = 5

interface Outcome {
  readonly verdict: string
  /** MB. */
  readonly growth: number
  readonly seconds: number
}

const read = async (path: string): Promise<void> => {
  const before = process.memoryUsage.rss()
  const started = process.cpuUsage()
  let verdict = 'unpacked whole'
  if (process.argv[3] === 'control') gunzipSync(readFileSync(path))
  else {
    const result = await readWacz(path)
    verdict = result.ok ? 'taken' : `${result.refusal.code}: ${result.refusal.sentence}`
  }
  const { user, system } = process.cpuUsage(started)
  const seconds = (user + system) / 1e6
  // maxRSS is in kibibytes.
  console.log(JSON.stringify({ verdict, growth: (process.resourceUsage().maxRSS * 1_024 - before) / 1e6, seconds }))
}

const FIELDS =
  'WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:x:1>\r\nWARC-Date: 2024-01-01T00:00:00Z\r\nWARC-Target-URI: http://x/\r\nContent-Type: application/http\r\n'
const record = (block: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`${FIELDS}Content-Length: ${block.length}\r\n\r\n`), block, Buffer.from('\r\n\r\n')])
const response = (head: string, body: Uint8Array): Buffer => Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${head}\r\n`), body])
const repeated = (bytes: Uint8Array, times: number): Buffer => Buffer.concat(Array.from({ length: times }, () => bytes))

const NOTHING = Buffer.alloc(50_000_000)
const FIFTY = gzipSync(NOTHING, { level: 9 })
/** 1 GB of zeros as bare deflate: blocks that end on a byte, twenty times over, and an empty last one. */
const GIGABYTE = Buffer.concat([
  repeated(deflateRawSync(NOTHING, { level: 9, finishFlush: constants.Z_FULL_FLUSH }), 20),
  Buffer.from([3, 0]),
])

const listing = (files: readonly Forged[]): Forged => ({
  path: 'datapackage.json',
  bytes: Buffer.from(
    JSON.stringify({
      profile: 'data-package',
      wacz_version: '1.1.1',
      resources: files.map(({ path, bytes, size }) => ({
        path,
        hash: sha256Label(bytes),
        ...(size === undefined ? { bytes: bytes.length } : {}),
      })),
    }),
  ),
})
const wacz = (...files: readonly Forged[]): Uint8Array => forgedZip([...files, listing(files)])
const warcOf = (bytes: Uint8Array): Uint8Array => wacz({ path: 'archive/x.warc.gz', bytes })

const quine = forgedZip([{ path: 'x', bytes: new Uint8Array(0), deflate: true, packed: GIGABYTE, size: 1_000_000_000 }])
const kernel = Buffer.from('x'.repeat(40_000))

const bombs: Readonly<Record<string, () => Uint8Array>> = {
  'gzip, 1 MB to 1 GB, one record': () =>
    warcOf(Buffer.concat([gzipSync(`${FIELDS}Content-Length: 1000000000\r\n\r\n`), repeated(FIFTY, 20)])),
  'gzip, 1 MB to 1 GB, records of 40 MB': () =>
    warcOf(repeated(gzipSync(record(response('', NOTHING.subarray(0, 40_000_000))), { level: 9 }), 25)),
  'gzip, 1 MB to 1 GB, all of it a head': () => warcOf(Buffer.concat([gzipSync('WARC/1.1\r\n'), repeated(FIFTY, 20)])),
  'zip, 1 MB to 1 GB, told': () =>
    wacz({ path: 'archive/x.warc', bytes: kernel, deflate: true, packed: GIGABYTE, size: 1_000_000_000 }),
  'zip, 1 MB to 1 GB, told as 100 bytes': () =>
    wacz({ path: 'archive/x.warc', bytes: kernel, deflate: true, packed: GIGABYTE, size: 100 }),
  'body of gzip, 1 MB to 1 GB': () => warcOf(gzipSync(record(response('Content-Encoding: gzip\r\n', repeated(FIFTY, 20))))),
  'bodies of gzip, 25 of 40 MB': () =>
    warcOf(
      repeated(
        gzipSync(record(response('Content-Encoding: gzip\r\n', gzipSync(NOTHING.subarray(0, 40_000_000), { level: 9 })))),
        25,
      ),
    ),
  'body packed six times over': () =>
    warcOf(gzipSync(record(response(`Content-Encoding: gzip${', gzip'.repeat(5)}\r\n`, FIFTY)))),
  'header lines, 1,000 of 5 bytes in each record': () =>
    warcOf(repeated(gzipSync(repeated(record(response('a:b\r\n'.repeat(900), Buffer.alloc(0))), 1_000), { level: 9 }), 20)),
  'records of nothing, 1,000,000': () => warcOf(repeated(gzipSync(repeated(record(Buffer.alloc(0)), 10_000), { level: 9 }), 100)),
  'revisits of one payload of 40 MB': () => {
    const original = gzipSync(record(response('', NOTHING.subarray(0, 40_000_000))), { level: 9 })
    const revisit = `${FIELDS.replace('response', 'revisit').replace('x:1', 'x:2')}WARC-Refers-To: <urn:x:1>\r\nContent-Length: 19\r\n\r\nHTTP/1.1 200 OK\r\n\r\n\r\n\r\n`
    return warcOf(Buffer.concat([original, gzipSync(repeated(Buffer.from(revisit), 10_000))]))
  },
  'chunks of one byte, 40 MB': () =>
    warcOf(
      gzipSync(record(response('Transfer-Encoding: chunked\r\n', Buffer.from(`${'1\r\nx\r\n'.repeat(6_600_000)}0\r\n\r\n`)))),
    ),
  'datapackage.json of 1 GB': () =>
    forgedZip([{ path: 'datapackage.json', bytes: kernel, deflate: true, packed: GIGABYTE, size: 400_000_000 }]),
  'pages.jsonl of 45 MB of short lines': () =>
    wacz({ path: 'pages/pages.jsonl', bytes: Buffer.from('{"url":"","ts":"2024-01-01"}\n'.repeat(1_500_000)), deflate: true }),
  'overlapping files, 200 over one content of 5 MB': () => {
    const shared = { path: 'archive/0.warc', bytes: NOTHING.subarray(0, 5_000_000), deflate: true }
    const others = Array.from({ length: 200 }, (_none, number) => ({
      ...shared,
      path: `archive/${number + 1}.warc`,
      packed: new Uint8Array(0),
      offset: 0,
      localPath: 'archive/0.warc',
    }))
    return wacz(shared, ...others)
  },
  'a zip bomb as a file of its own (never opened)': () => wacz({ path: 'own/bomb.zip', bytes: quine }),
  'empty gzip members, 1,000,000': () => warcOf(repeated(gzipSync(''), 1_000_000)),
}

const main = (): void => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-bombs-'))
  const path = join(folder, 'bomb.wacz')
  const run = (...parts: readonly string[]): Outcome & { readonly size: number } => {
    const { size } = statSync(path)
    const child = spawnSync(process.execPath, [import.meta.filename, ...parts], { encoding: 'utf8' })
    if (child.status !== 0) return { verdict: `crashed: ${child.stderr.slice(-300)}`, growth: Infinity, seconds: Infinity, size }
    return { ...(JSON.parse(child.stdout) as Outcome), size }
  }
  const line = (name: string, { verdict, growth, seconds, size }: ReturnType<typeof run>): string =>
    `${name.padEnd(50)} ${(size / 1e6).toFixed(2).padStart(6)} MB  +${growth.toFixed(0).padStart(5)} MB  ${seconds.toFixed(2).padStart(5)} s  ${verdict}`
  const results = Object.entries(bombs).map(([name, make]) => {
    writeFileSync(path, make())
    return { name, ...run(path) }
  })
  const rows = results.map((result) => line(result.name, result))
  writeFileSync(path, repeated(FIFTY, 20))
  const control = line('control: 1 MB to 1 GB by gunzipSync', run(path, 'control'))
  const within = results.filter(({ growth, seconds }) => growth <= MOST_GROWTH_MB && seconds <= MOST_SECONDS).length
  rmSync(folder, { recursive: true })
  const total = `${within} of ${results.length} within +${MOST_GROWTH_MB} MB and ${MOST_SECONDS} s`
  keepTable('archive-bombs', [...rows, control, total].join('\n'))
}

const [, , path] = process.argv
if (path === undefined) main()
else await read(path)
