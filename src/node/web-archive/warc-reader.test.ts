import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Result } from '../../core/refusal.ts'
import { base32Of, bears } from './digest-label.ts'
import type { WebArchive } from './exchange.ts'
import { readWarc } from './warc-reader.ts'

const URL = 'https://example.com/'
const AT = '2024-03-11T09:30:00Z'

interface Made {
  readonly type?: string
  readonly id?: string
  readonly fields?: readonly string[]
  readonly block?: string | Uint8Array
  readonly length?: string
  readonly version?: string
  readonly end?: string
  readonly isBare?: boolean
}

let made = 0

const record = ({ type = 'response', id = `<urn:x:${++made}>`, fields = [], block = '', ...more }: Made): Buffer => {
  const bytes = Buffer.from(block as string)
  const own =
    more.isBare === true ? [] : [`WARC-Type: ${type}`, `WARC-Record-ID: ${id}`, `WARC-Date: ${AT}`, `WARC-Target-URI: ${URL}`]
  const kind = type === 'resource' ? 'text/plain' : 'application/http'
  const lines = [
    more.version ?? 'WARC/1.1',
    ...own,
    `Content-Type: ${kind}`,
    `Content-Length: ${more.length ?? bytes.length}`,
    ...fields,
  ]
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), bytes, Buffer.from(more.end ?? '\r\n\r\n')])
}

const page = (body: string | Uint8Array, head = ''): Buffer =>
  Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${head}\r\n`), Buffer.from(body as string)])

const read = async (...records: readonly Uint8Array[]): Promise<WebArchive> => {
  const result = await readWarc(Buffer.concat(records), { name: 'a.warc' })
  if (!result.ok) throw new Error(result.refusal.sentence)
  return result.value
}

const told = (result: Result<unknown>): string => (result.ok ? 'taken' : `${result.refusal.code}: ${result.refusal.sentence}`)
const refusal = async (bytes: Uint8Array, limits = {}): Promise<string> =>
  told(await readWarc(bytes, { name: 'a.warc', ...limits }))
const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)
const sha1 = (bytes: string | Uint8Array): string => `sha1:${base32Of(createHash('sha1').update(bytes).digest())}`

describe('a WARC', () => {
  it('is read in version 1.0 and 1.1, plain, packed whole, and packed a record at a time', async () => {
    const records = [record({ version: 'WARC/1.0', block: page('one') }), record({ block: page('two') })]
    const whole = gzipSync(Buffer.concat(records))
    for (const bytes of [Buffer.concat(records), whole, Buffer.concat(records.map((one) => gzipSync(one)))])
      expect((await read(bytes)).exchanges.map(({ body }) => text(body))).toEqual(['one', 'two'])
  })

  it('joins requests by what either names, before and after, and by the moment', async () => {
    const request = (name: string): string => `GET /${name} HTTP/1.1\r\nHost: x\r\n\r\n`
    const { exchanges } = await read(
      record({ type: 'request', id: '<a>', block: request('1') }),
      record({ id: '<b>', fields: ['WARC-Concurrent-To: <a>'], block: page('1') }),
      record({ id: '<c>', block: page('2') }),
      record({ type: 'request', fields: ['WARC-Concurrent-To: <c>'], block: request('2') }),
      record({ type: 'request', block: request('3') }),
      record({ block: page('3') }),
      record({ block: page('4') }),
    )
    const asked = exchanges.map(({ requestBlock }) => (requestBlock === null ? null : text(requestBlock).slice(5, 6)))
    expect(asked).toEqual(['1', '2', '3', null])
    expect(exchanges[0]?.requestHeaders).toEqual([['Host', 'x']])
  })

  it('keeps what a field tells over two lines, and takes angle brackets off a URL', async () => {
    const fields = ['WARC-Target-URI: <https://example.com/a>', 'WARC-Truncated: disconnect', 'WARC-IP-Address: 192.0.2.1']
    const bare = record({
      isBare: true,
      fields: [...fields, 'WARC-Type: response', `WARC-Date:`, ` ${AT}`, 'warc-record-id: <a>'],
      block: page('x'),
    })
    const { exchanges } = await read(bare)
    expect(exchanges[0]).toMatchObject({ url: 'https://example.com/a', at: AT, truncated: 'disconnect', address: '192.0.2.1' })
  })

  it('tells what is left out', async () => {
    const { exchanges, warnings } = await read(
      record({ type: 'conversion', block: 'x' }),
      record({ type: 'metadata', block: 'x' }),
    )
    expect(exchanges).toEqual([])
    expect(warnings).toEqual([expect.stringContaining('“conversion”')])
  })
})

describe('digests', () => {
  const block = page('Fifteen voices')
  const right = sha1('Fifteen voices')

  it.each([
    ['SHA-1 in base32', right],
    ['SHA-256 in hexadecimal', `sha256:${createHash('sha256').update('Fifteen voices').digest('hex').toUpperCase()}`],
    ['SHA-256 in base32', `SHA-256:${base32Of(createHash('sha256').update('Fifteen voices').digest())}====`],
  ])('that match are %s', async (_what, label) => {
    const archive = await read(record({ block, fields: [`WARC-Payload-Digest: ${label}`, `WARC-Block-Digest: ${sha1(block)}`] }))
    expect(archive).toMatchObject({ mismatched: [], warnings: [] })
  })

  it('of a chunked payload are right over it with its chunks and without', async () => {
    const chunked = page('e\r\nFifteen voices\r\n0\r\n\r\n', 'Transfer-Encoding: chunked\r\n')
    const archive = await read(
      record({ block: chunked, fields: [`WARC-Payload-Digest: ${right}`] }),
      record({ block: chunked, fields: [`WARC-Payload-Digest: ${sha1('e\r\nFifteen voices\r\n0\r\n\r\n')}`] }),
    )
    expect(archive.mismatched).toEqual([])
    expect(archive.exchanges.map(({ body }) => text(body))).toEqual(['Fifteen voices', 'Fifteen voices'])
  })

  it.each(['WARC-Payload-Digest', 'WARC-Block-Digest'])('that differ are told, and where: %s', async (field) => {
    const archive = await read(record({ block: page('x') }), record({ block, fields: [`${field}: ${sha1('Fourteen voices')}`] }))
    expect(archive.mismatched).toEqual([1])
    expect(archive.warnings).toEqual([expect.stringContaining('does not match its digest')])
  })

  it('of an unknown kind are told to be unchecked', async () => {
    const archive = await read(record({ block, fields: ['WARC-Payload-Digest: blake3:00'] }))
    expect(archive.mismatched).toEqual([])
    expect(archive.warnings).toEqual([expect.stringContaining('was not checked')])
  })
})

/** Two beginnings of a file with one SHA-1 (Stevens and others, 2017, as published); 320 bytes each, they differ in the last 128. */
const COMMON =
  '255044462d312e330a25e2e3cfd30a0a0a312030206f626a0a3c3c2f57696474682032203020522f4865696768742033203020522f547970652034203020522f537562747970652035203020522f46696c7465722036203020522f436f6c6f7253706163652037203020522f4c656e6774682038203020522f42697473506572436f6d706f6e656e7420383e3e0a73747265616d0affd8fffe00245348412d3120697320646561642121212121852fec092339759c39b1a1c63c4c97e1fffe01'
const ONE = Buffer.from(
  `${COMMON}7f46dc93a6b67e013b029aaa1db2560b45ca67d688c7f84b8c4c791fe02b3df614f86db1690901c56b45c1530afedfb76038e972722fe7ad728f0e4904e046c230570fe9d41398abe12ef5bc942be33542a4802d98b5d70f2a332ec37fac3514e74ddc0f2cc1a874cd0c78305a21566461309789606bd0bf3f98cda8044629a1`,
  'hex',
)
const OTHER = Buffer.from(
  `${COMMON}7346dc9166b67e118f029ab621b2560ff9ca67cca8c7f85ba84c79030c2b3de218f86db3a90901d5df45c14f26fedfb3dc38e96ac22fe7bd728f0e45bce046d23c570feb141398bb552ef5a0a82be331fea48037b8b5d71f0e332edf93ac3500eb4ddc0decc1a864790c782c76215660dd309791d06bd0af3f98cda4bc4629b1`,
  'hex',
)

describe('two files of one SHA-1', () => {
  const label = sha1(ONE)
  const digest = `WARC-Payload-Digest: ${label}`

  it('do collide', () => {
    expect(ONE.equals(OTHER)).toBe(false)
    expect([bears(ONE, label), bears(OTHER, label)]).toEqual([true, true])
  })

  it('are kept apart, and a revisit that names one gets that one', async () => {
    const { exchanges, mismatched } = await read(
      record({ id: '<1>', block: page(ONE), fields: [digest] }),
      record({ id: '<2>', block: page(OTHER), fields: [digest] }),
      record({ type: 'revisit', fields: [digest, 'WARC-Refers-To: <2>'] }),
      record({ type: 'revisit', fields: [digest, 'WARC-Refers-To: <1>'], block: 'HTTP/1.1 203 Later\r\n\r\n' }),
    )
    expect(mismatched).toEqual([])
    expect(exchanges.map(({ body }) => Buffer.from(body).equals(ONE))).toEqual([true, false, false, true])
    expect(exchanges[3]?.status).toBe(203)
  })

  it('are not guessed between by a revisit that names none', async () => {
    const { exchanges, warnings } = await read(
      record({ block: page(ONE), fields: [digest] }),
      record({ block: page(OTHER), fields: [digest] }),
      record({ type: 'revisit', fields: [digest] }),
    )
    expect(exchanges).toHaveLength(2)
    expect(warnings).toEqual([expect.stringContaining('not told apart')])
  })
})

describe('a revisit', () => {
  const digest = `WARC-Payload-Digest: ${sha1('once')}`

  it('finds its payload by URL and time, and by label alone', async () => {
    const { exchanges } = await read(
      record({ block: page('once', 'X: 1\r\n'), fields: [digest] }),
      record({ type: 'revisit', fields: [digest, `WARC-Refers-To-Target-URI: ${URL}`, `WARC-Refers-To-Date: ${AT}`] }),
      record({ type: 'revisit', fields: [digest], block: 'HTTP/1.1 200 OK\r\nX: 2\r\n\r\n' }),
    )
    expect(exchanges.map(({ body }) => text(body))).toEqual(['once', 'once', 'once'])
    expect(exchanges.map(({ headers }) => headers)).toEqual([[['X', '1']], [['X', '1']], [['X', '2']]])
  })

  it('whose payload is elsewhere is left out and told, never empty', async () => {
    const { exchanges, warnings } = await read(record({ type: 'revisit', fields: [digest], block: 'HTTP/1.1 200 OK\r\n\r\n' }))
    expect(exchanges).toEqual([])
    expect(warnings).toEqual([expect.stringContaining('left out')])
  })

  it('does not take a payload that its own digest denies', async () => {
    const { exchanges } = await read(
      record({ id: '<1>', block: page('other') }),
      record({ type: 'revisit', fields: [digest, 'WARC-Refers-To: <1>'] }),
    )
    expect(exchanges).toHaveLength(1)
  })

  it('of a 304 is what went over the wire', async () => {
    const profile = 'WARC-Profile: http://netpreserve.org/warc/1.1/revisit/server-not-modified'
    const { exchanges } = await read(record({ type: 'revisit', fields: [profile], block: 'HTTP/1.1 304 Not Modified\r\n\r\n' }))
    expect(exchanges).toMatchObject([{ status: 304, body: new Uint8Array(0) }])
  })
})

describe('a hostile WARC', () => {
  const good = record({ block: page('x') })
  const many = (count: number): Buffer => Buffer.concat(Array.from({ length: count }, () => good))

  it.each<[what: string, code: string, bytes: Uint8Array]>([
    ['without a byte', 'empty', Buffer.alloc(0)],
    ['of something else', 'unknown-format', Buffer.from('<!doctype html>\r\n\r\n')],
    ['of version 2', 'unknown-format', record({ version: 'WARC/2.0' })],
    ['with a Content-Length that is too long', 'malformed', record({ block: 'x', length: '40' })],
    [
      'with a Content-Length that runs into the next record',
      'malformed',
      Buffer.concat([record({ block: 'x', length: '40' }), good]),
    ],
    ['with a Content-Length that is too short', 'malformed', Buffer.concat([record({ block: 'xyz', length: '1' }), good])],
    ['with a Content-Length of words', 'malformed', record({ length: 'ten' })],
    ['with a negative Content-Length', 'malformed', record({ length: '-1' })],
    ['with two Content-Lengths', 'malformed', record({ fields: ['Content-Length: 7'] })],
    ['with a Content-Length of 10 GB', 'too-large', record({ length: '10000000000' })],
    ['without an id', 'malformed', record({ isBare: true, fields: ['WARC-Type: response', `WARC-Date: ${AT}`] })],
    [
      'without a URL',
      'malformed',
      record({ isBare: true, fields: ['WARC-Type: response', `WARC-Date: ${AT}`, 'WARC-Record-ID: <a>'] }),
    ],
    [
      'with a date that is none',
      'malformed',
      record({ isBare: true, fields: ['WARC-Type: response', 'WARC-Date: now', 'WARC-Record-ID: <a>'] }),
    ],
    ['with a head that never ends', 'malformed', Buffer.from(`WARC/1.1\r\n${'X: y\r\n'.repeat(20_000)}`)],
    ['cut within a head', 'malformed', Buffer.from('WARC/1.1\r\nWARC-Type: resp')],
    ['cut within its compression', 'malformed', gzipSync(good).subarray(0, -12)],
    ['with a wrong CRC in its compression', 'malformed', Buffer.concat([gzipSync(good).subarray(0, -8), Buffer.alloc(8)])],
    ['with something behind its compression', 'malformed', Buffer.concat([gzipSync(good), Buffer.from('hidden')])],
    ['with zeros behind its compression', 'malformed', Buffer.concat([gzipSync(good), Buffer.alloc(8)])],
    ['packed twice over', 'unknown-format', gzipSync(gzipSync(good))],
    [
      'with a body packed six times over',
      'too-large',
      record({ block: page('x', `Content-Encoding: ${'gzip, '.repeat(5)}gzip\r\n`) }),
    ],
  ])('%s is refused: %s', async (_what, code, bytes) => {
    expect(await refusal(bytes)).toMatch(new RegExp(`^${code}: .*was not read: `, 'u'))
  })

  it('says where its Content-Length lies', async () => {
    expect(await refusal(record({ block: 'xyz', length: '1' }))).toMatch(/record at byte 0 of “a\.warc” goes on behind its end/u)
    expect(await refusal(record({ block: 'x', length: '40' }))).toMatch(/ends within the record at byte 0 of “a\.warc”/u)
  })

  it('is cut at the number of records, at the total and at the size of one', async () => {
    expect(await refusal(many(11), { maxRecords: 10 })).toMatch(/^too-large: .*more than 10 records/u)
    expect(await refusal(gzipSync(many(11)), { maxTotalBytes: 1_000 })).toMatch(/^too-large: /u)
    expect(await refusal(record({ block: 'x'.repeat(101) }), { maxRecordBytes: 100 })).toMatch(/^too-large: /u)
    expect(
      await refusal(record({ block: page(gzipSync(Buffer.alloc(2_000)), 'Content-Encoding: gzip\r\n') }), {
        maxRecordBytes: 1_000,
      }),
    ).toMatch(/^too-large: /u)
  })

  it('that never ends is cut', async () => {
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) yield await Promise.resolve(good)
    }
    expect(told(await readWarc(endless(), { name: 'a.warc', maxRecords: 10_000 }))).toMatch(/^too-large: /u)
    async function* blank(): AsyncGenerator<Uint8Array> {
      yield good
      for (;;) yield await Promise.resolve(Buffer.alloc(65_536, '\n'))
    }
    expect(told(await readWarc(blank(), { name: 'a.warc', maxTotalBytes: 5_000_000 }))).toMatch(/^too-large: /u)
  })

  it('keeps an answer whose head is a thousand lines long as it is, and says so', async () => {
    const { exchanges, warnings } = await read(record({ block: page('x', 'a:b\r\n'.repeat(1_001)) }))
    expect(exchanges).toMatchObject([{ status: null, headers: [] }])
    expect(warnings).toEqual([expect.stringContaining('does not begin as HTTP does')])
  })

  it('cannot make a sentence of its own', async () => {
    const { warnings } = await read(record({ fields: ['WARC-Payload-Digest: x\u001b[2J\u202e:0'], block: page('') }))
    // eslint-disable-next-line no-control-regex -- it must not be there
    expect(warnings.join('')).not.toMatch(/[\u001b\u202e]/u)
  })

  it('that lacks the last empty lines is read, and that is told', async () => {
    const archive = await read(good, record({ block: page('y'), end: '' }))
    expect(archive.exchanges).toHaveLength(2)
    expect(archive.warnings).toEqual([expect.stringContaining('lacks the empty lines')])
  })
})
