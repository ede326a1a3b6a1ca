import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Result } from '../../core/refusal.ts'
import { captured, PAGES, WRITTEN } from './captured.fixture.ts'
import { sha256Label } from './digest-label.ts'
import { pageList } from './page-list.ts'
import { readWacz } from './wacz-reader.ts'
import { writeWacz } from './wacz-writer.ts'
import { writeWarc } from './warc-writer.ts'
import { type Forged, forgedZip } from './zip-forge.fixture.ts'

const text = (bytes: string): Uint8Array => new TextEncoder().encode(bytes)
const json = (value: unknown): Uint8Array => text(JSON.stringify(value))

const told = (result: Result<unknown>): string => (result.ok ? 'taken' : `${result.refusal.code}: ${result.refusal.sentence}`)
const refusal = async (bytes: Uint8Array, limits = {}): Promise<string> =>
  told(await readWacz(bytes, { name: 'bad.wacz', ...limits }))

const warc = async (): Promise<Uint8Array> => {
  const exchanges = [
    await captured({ url: 'https://example.com/', headers: [['Content-Type', 'text/html']], body: text('<p>Fifteen voices.') }),
  ]
  const written = await writeWarc({ exchanges, ...WRITTEN })
  if (!written.ok) throw new Error(written.refusal.sentence)
  return written.value
}

const resourceOf = ({ path, bytes }: Forged): Record<string, unknown> => ({
  name: path,
  path,
  hash: sha256Label(bytes),
  bytes: bytes.length,
})

const datapackage = (files: readonly Forged[], more: object = {}): Forged => {
  const own = { profile: 'data-package', wacz_version: '1.1.1', created: WRITTEN.at, resources: files.map(resourceOf), ...more }
  return { path: 'datapackage.json', bytes: json(own) }
}

/** The files of a good one. */
const good = async (): Promise<[Forged, Forged]> => [
  { path: 'archive/data.warc.gz', bytes: await warc() },
  { path: 'pages/pages.jsonl', bytes: pageList(PAGES) },
]

const withListing = (files: readonly Forged[]): Uint8Array => forgedZip([...files, datapackage(files)])

describe('a good WACZ', () => {
  it('by hand is taken', async () => {
    const files = await good()
    expect(await refusal(withListing(files))).toBe('taken')
    expect(await refusal(withListing(files.map((file) => ({ ...file, deflate: true }))))).toBe('taken')
  })

  it('of the draft of 1.2.0 is taken', async () => {
    const files = await good()
    const draft = datapackage(files, { profile: 'wacz', wacz_version: undefined, home: { url: PAGES[0]?.url, ts: PAGES[0]?.at } })
    const read = await readWacz(forgedZip([...files, draft]))
    expect(read).toMatchObject({ ok: true, value: { pages: PAGES, warnings: [] } })
  })

  it('with several WARCs and with folders of its own is taken whole', async () => {
    const [data, pages] = await good()
    const files = [data, { ...data, path: 'archive/more.warc.gz' }, pages, { path: 'a/b/notes.txt', bytes: text('x') }]
    const read = await readWacz(
      forgedZip([{ path: 'a/', bytes: new Uint8Array(0), mode: 0o40755 }, ...files, datapackage(files)]),
    )
    expect(read).toMatchObject({ ok: true, value: { exchanges: [{}, {}], files: [{ path: 'a/b/notes.txt' }] } })
  })

  it('with bytes between its files is taken, and that is told', async () => {
    const files = await good()
    const read = await readWacz(forgedZip([...files, datapackage(files)], { between: text('x'.repeat(100)) }))
    expect(read).toMatchObject({ ok: true, value: { warnings: [expect.stringContaining('100 bytes')] } })
  })
})

describe('a bad WACZ', () => {
  const cases: Readonly<Record<string, (files: readonly [Forged, Forged]) => Uint8Array>> = {
    'malformed: .*“notes.txt” is not listed': (files) =>
      forgedZip([...files, datapackage(files), { path: 'notes.txt', bytes: text('x') }]),
    'malformed: .*“archive/hidden.warc.gz” is not listed': ([data, pages]) =>
      forgedZip([data, pages, { ...data, path: 'archive/hidden.warc.gz' }, datapackage([data, pages])]),
    'malformed: .*two files called “archive/data.warc.gz”': ([data, pages]) =>
      forgedZip([data, pages, { ...data, bytes: text('other') }, datapackage([data, pages])]),
    'malformed: .*lists “pages/pages.jsonl” twice': ([data, pages]) =>
      forgedZip([data, pages, datapackage([data, pages, pages])]),
    'malformed: .*lists “pages/pages.jsonl”, which is missing': ([data, pages]) => forgedZip([data, datapackage([data, pages])]),
    'malformed: .*“archive/data.warc.gz” was altered: its SHA-256': ([data, pages]) => {
      const altered = data.bytes.slice()
      altered[altered.length - 40] = (altered.at(-40) ?? 0) ^ 1
      return forgedZip([{ ...data, bytes: altered }, pages, datapackage([data, pages])])
    },
    'malformed: .*“archive/data.warc.gz” was altered: its CRC-32': ([data, pages]) =>
      forgedZip([{ ...data, crc: 7 }, pages, datapackage([data, pages])]),
    'malformed: .*“pages/pages.jsonl” was altered: its SHA-256': ([data, pages]) =>
      forgedZip([data, { ...pages, bytes: Buffer.from(pages.bytes).fill(32, 90, 91) }, datapackage([data, pages])]),
    'malformed: .*“pages/pages.jsonl” is of another size than datapackage': ([data, pages]) =>
      forgedZip([data, pages, datapackage([], { resources: [resourceOf(data), { ...resourceOf(pages), bytes: 3 }] })]),
    'malformed: .*lists “archive/data.warc.gz” without its SHA-256': ([data]) =>
      forgedZip([data, datapackage([], { resources: [{ ...resourceOf(data), hash: 'md5:d41d8cd98f00b204e9800998ecf8427e' }] })]),
    'malformed: .*has no datapackage.json': (files) => forgedZip(files),
    'malformed: .*datapackage.json is no JSON object': (files) =>
      forgedZip([...files, { path: 'datapackage.json', bytes: text('{') }]),
    'malformed: .*json is no JSON object': (files) =>
      forgedZip([...files, { path: 'datapackage.json', bytes: text('['.repeat(1_000_000)) }]),
    'malformed: .*no list of resources': (files) => forgedZip([...files, datapackage([], { resources: {} })]),
    'unknown-format: .*no WACZ of version': (files) => forgedZip([...files, datapackage(files, { wacz_version: '9.0' })]),
    'malformed: .*datapackage-digest.json has another hash': (files) => {
      const digest = { path: 'datapackage.json', hash: sha256Label(text('other')) }
      return forgedZip([...files, datapackage(files), { path: 'datapackage-digest.json', bytes: json(digest) }])
    },
    'malformed: .*digest.json has another hash': (files) => {
      const listing = datapackage(files)
      const signedData = { hash: sha256Label(text('other')), signature: 'x' }
      const digest = { path: 'datapackage.json', hash: sha256Label(listing.bytes), signedData }
      return forgedZip([...files, listing, { path: 'datapackage-digest.json', bytes: json(digest) }])
    },
    'malformed: .*no zip, or cut short': (files) => withListing(files).subarray(0, -200),
    'malformed: .*path that leads out of its folder': (files) =>
      withListing([...files, { path: '../../etc/cron.d/x', bytes: text('x') }]),
    'malformed: .*path that leads out': (files) => withListing([...files, { path: 'pages/../../x', bytes: text('x') }]),
    'malformed: .*path that begins at the root': (files) => withListing([...files, { path: '/etc/passwd', bytes: text('x') }]),
    'malformed: .*path that holds a backslash': (files) => withListing([...files, { path: '..\\x', bytes: text('x') }]),
    'malformed: .*path that holds a .*colon': (files) => withListing([...files, { path: 'C:/x', bytes: text('x') }]),
    'malformed: .*control mark': (files) => withListing([...files, { path: 'a\0b', bytes: text('x') }]),
    'malformed: .*is a link or a device': (files) =>
      withListing([...files, { path: 'x', bytes: text('/etc/passwd'), mode: 0o120777 }]),
    'malformed: .*“x” overlaps another': ([data, pages]) => {
      const inner = { path: 'x', bytes: text('x') }
      // The directory tells of a file whose header stands within another file's content.
      const outer = { path: 'y', bytes: forgedZip([inner]).slice(0, 40) }
      const listing = datapackage([outer, data, pages, inner])
      return forgedZip([outer, data, pages, listing, { ...inner, offset: 31 }])
    },
    'malformed: .*described twice, and differently': (files) =>
      withListing([...files, { path: 'x', localPath: 'y', bytes: text('x') }]),
    'malformed: .*directory goes on behind': (files) =>
      forgedZip([...files, datapackage(files), { path: 'x', bytes: text('x') }], { count: 3 }),
    'malformed: .*directory is broken': (files) => forgedZip([...files, datapackage(files)], { count: 4 }),
    'malformed: .*is encrypted': (files) => withListing([...files, { path: 'x', bytes: text('x'), flags: 1 }]),
    'malformed: .*compression of its file “x” is broken': (files) =>
      withListing([...files, { path: 'x', bytes: text('x'), deflate: true, packed: Uint8Array.from([7, 7, 7, 7]) }]),
    'malformed: .*“x” is of another size': (files) =>
      withListing([...files, { path: 'x', bytes: text('xyz'), deflate: true, size: 2 }]),
    'malformed: .*begins at the record': (files) => {
      const record =
        'WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <a>\r\nWARC-Date: 2024-01-01T00:00:00Z\r\nWARC-Target-URI: urn:x\r\n'
      const lying = text(`${record}Content-Length: 1\r\n\r\nx\r\n\r\nHTTP/1.1\r\n\r\n`)
      return withListing([...files, { path: 'archive/lying.warc', bytes: lying }])
    },
  }

  it.each(Object.entries(cases))('%s', async (sentence, make) => {
    expect(await refusal(make(await good()))).toMatch(new RegExp(`^${sentence}`, 'u'))
  })

  it('is found at any byte of the WARC, its listing and its pages', async () => {
    const exchanges = [await captured({ url: 'https://example.com/', body: text('<p>Fifteen voices.') })]
    const written = await writeWacz({ exchanges, pages: PAGES, ...WRITTEN })
    if (!written.ok) throw new Error(written.refusal.sentence)
    const whole = await readWacz(written.value)
    const missed: number[] = []
    // Every 7th byte, of contents, headers, directory and end alike.
    for (let at = 0; at < written.value.length; at += 7) {
      const altered = written.value.slice()
      altered[at] = (altered[at] ?? 0) ^ 0x10
      const read = await readWacz(altered)
      // Times and attributes of a zip entry belong to no content; what is read is then the same.
      if (!read.ok) continue
      expect({ ...read.value, warnings: [] }).toEqual(whole.ok && { ...whole.value, warnings: [] })
      missed.push(at)
    }
    expect(missed.length).toBeLessThan(written.value.length / 7 / 10)
  })
})

describe('a WACZ too large', () => {
  it('is told by what its zip says, before anything is unpacked', async () => {
    const files = await good()
    expect(
      await refusal(withListing([...files, { path: 'x', bytes: Buffer.alloc(10_000), deflate: true }]), { maxTotalBytes: 9_000 }),
    ).toMatch(/^too-large: .*unpacked it is larger/u)
    expect(await refusal(withListing(files), { maxRecords: 1 })).toMatch(/^too-large: .*more than 1 (?:records|pages)/u)
    expect(await refusal(withListing(files), { maxEntries: 2 })).toMatch(/^too-large: .*more than 2 files/u)
    expect(await refusal(withListing([...files, { path: 'x', bytes: Buffer.alloc(1_001) }]), { maxRecordBytes: 1_000 })).toMatch(
      /^too-large: /u,
    )
  })

  it('is cut where its zip lies', async () => {
    const [data, pages] = await good()
    const bomb = { path: 'archive/bomb.warc', bytes: Buffer.alloc(80_000_000, 'x'), deflate: true, size: 100 }
    expect(await refusal(withListing([data, pages, bomb]))).toMatch(/^malformed: .*“archive\/bomb.warc” is of another size/u)
  })

  it('is cut where its WARC is a bomb', async () => {
    const [data, pages] = await good()
    const record = `WARC/1.1\r\nWARC-Type: resource\r\nWARC-Record-ID: <a>\r\nWARC-Date: 2024-01-01T00:00:00Z\r\nWARC-Target-URI: urn:x\r\n`
    const member = gzipSync(
      Buffer.concat([text(`${record}Content-Length: 20000000\r\n\r\n`), Buffer.alloc(20_000_000), text('\r\n\r\n')]),
    )
    const bomb = { path: 'archive/bomb.warc.gz', bytes: Buffer.concat([member, member, member, member]) }
    expect(await refusal(withListing([data, pages, bomb]))).toMatch(/^too-large: .*more than 100 times its size/u)
  })
})

describe('a path', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'web-archive-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('is read like bytes, and called by its last part', async () => {
    const files = await good()
    await writeFile(join(folder, 'good.wacz'), withListing(files))
    const read = await readWacz(join(folder, 'good.wacz'))
    expect(read).toEqual(await readWacz(withListing(files)))
    await writeFile(join(folder, 'bad.wacz'), forgedZip(files))
    expect(told(await readWacz(join(folder, 'bad.wacz')))).toMatch(/^malformed: “bad.wacz” was not read/u)
  })

  it('that leads nowhere is a refusal', async () => {
    expect(told(await readWacz(join(folder, 'none.wacz')))).toMatch(/^not-found: /u)
    expect(told(await readWacz(folder))).toMatch(/^not-readable: /u)
    await symlink(join(folder, 'loop'), join(folder, 'loop'))
    expect(told(await readWacz(join(folder, 'loop')))).toMatch(/^not-readable: /u)
    await writeFile(join(folder, 'empty.wacz'), '')
    expect(told(await readWacz(join(folder, 'empty.wacz')))).toMatch(/^malformed: /u)
  })
})
