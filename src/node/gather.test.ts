import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Inquiry } from '../core/case.ts'
import { gather } from './gather.ts'
import { localServer } from './local-server.fixture.ts'

let root: string
const path = (name: string): string => join(root, name)
const put = async (name: string, content: string | Buffer): Promise<void> => {
  await mkdir(join(path(name), '..'), { recursive: true })
  await writeFile(path(name), content)
}

const catalogue = (ids: readonly string[], rest: object = {}): string =>
  JSON.stringify({
    claims: [{ id: 'c1', text: 'The crane failed.' }],
    documents: ids.map((id) => ({ id, file: `documents/${id}.txt`, publisher: `Gazette ${id}` })),
    ...rest,
  })

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'hearsay-gather-'))
  await put('a.txt', 'A')
  await put('plain/b.html', 'B')
  await put('plain/B.txt', 'B')
  await put('plain/sub/c.pdf', 'C')
  await put('plain/a.strange', 'D')
  await put('plain/.hidden', 'x')
  await put('plain/.git/config', 'x')
  await put('plain/gold.json', '{}')
  await put('plain/suitcase.json', '{}')
  await put('case/case.json', catalogue(['d1', 'd2', 'd9'], { question: 'Did it?', asOf: '2024-03-20' }))
  await put('case/gold.json', 'no JSON at all')
  await put('case/documents/d1.txt', 'One')
  await put('case/documents/d2.txt', 'Two')
  await put('other/case.json', catalogue(['d1'], { asOf: '2025-01-01' }))
  await put('other/documents/d1.txt', 'Other')
  await mkdir(path('nothing/below'), { recursive: true })
  await put('nest/x.txt', 'X')
  await put('nest/inner/case.json', catalogue(['d1']))
  await put('large.txt', Buffer.alloc(50_000_001))
  await put('linked/inside.txt', 'I')
  await symlink(path('a.txt'), path('linked/outside.txt'))
  await symlink('inside.txt', path('linked/alias.txt'))
  await symlink('circle', path('linked/circle'))
  await symlink(path('plain'), path('linked/folder'))
  await put('sly/case.json', catalogue(['d1']))
  await symlink(path('case/documents'), path('sly/documents'))
})
afterAll(() => rm(root, { recursive: true }))

const names = (inquiry: Inquiry): readonly string[] =>
  inquiry.submissions.map(({ capture }) => capture.name.slice(root.length + 1))
const codes = (inquiry: Inquiry): readonly string[] => inquiry.refusals.map((refusal) => refusal.code)

describe('gather', () => {
  it('takes a file, nothing known of it', async () => {
    expect(await gather([path('a.txt')])).toEqual({
      question: null,
      asOf: null,
      claims: [],
      submissions: [
        {
          label: null,
          capture: { name: path('a.txt'), bytes: Buffer.from('A'), mediaType: null, charset: null, imprint: {} },
          had: { method: 'file', takenAt: null, exchange: null },
        },
      ],
      refusals: [],
    })
  })

  it('takes every file below a folder in the order of code units, but what is hidden and the answers', async () => {
    const inquiry = await gather([path('plain')])
    expect(names(inquiry)).toEqual(['plain/B.txt', 'plain/a.strange', 'plain/b.html', 'plain/sub/c.pdf', 'plain/suitcase.json'])
    expect(inquiry.refusals).toEqual([])
  })

  it('takes a case with its catalogue; a document that is not there is a refusal', async () => {
    for (const input of [path('case'), path('case/case.json')]) {
      const inquiry = await gather([input])
      expect(inquiry).toMatchObject({
        question: 'Did it?',
        asOf: '2024-03-20',
        claims: [{ id: 'c1', text: 'The crane failed.' }],
      })
      expect(inquiry.submissions.map(({ label, capture }) => [label, capture.imprint])).toEqual([
        ['d1', { publisher: 'Gazette d1' }],
        ['d2', { publisher: 'Gazette d2' }],
      ])
      expect(inquiry.refusals.map(({ code, sentence }) => [code, sentence.includes('d9.txt')])).toEqual([['not-found', true]])
    }
  })

  it('gives claims that are asked ids of their own, and lets the day that is asked win', async () => {
    const inquiry = await gather([path('case'), path('other')], { claims: ['It rained.', 'It snowed.'], asOf: '2023-01-01' })
    expect(inquiry.claims.map(({ id, text }) => [id, text])).toEqual([
      ['c1', 'The crane failed.'],
      ['c2', 'The crane failed.'],
      ['c3', 'It rained.'],
      ['c4', 'It snowed.'],
    ])
    expect(inquiry.asOf).toBe('2023-01-01')
    expect(inquiry.submissions.map(({ label }) => label)).toEqual(['d1', 'd2', null])
  })

  it('takes what is given twice once', async () => {
    expect(names(await gather([path('a.txt'), path('a.txt')]))).toEqual(['a.txt'])
  })

  it('names what is not there, empty, too large, no file, or a case further down', async () => {
    const inquiry = await gather([
      path('none.txt'),
      path('a.txt/b'),
      path('nothing'),
      path('large.txt'),
      '/dev/zero',
      path('nest'),
    ])
    expect(codes(inquiry)).toEqual(['not-found', 'not-found', 'empty', 'too-large', 'not-readable', 'bad-case'])
    expect(names(inquiry)).toEqual(['nest/x.txt'])
    for (const { sentence } of inquiry.refusals) expect(sentence).toMatch(/^“\S+” was not read: [^\n]+\.$/u)
  })

  it('follows no link out of a folder', async () => {
    const plain = await gather([path('linked')])
    expect(names(plain)).toEqual(['linked/alias.txt', 'linked/inside.txt'])
    expect(plain.refusals.map(({ sentence }) => sentence.slice(root.length + 2).split('”')[0])).toEqual([
      'linked/circle',
      'linked/folder',
      'linked/outside.txt',
    ])
    const sly = await gather([path('sly')])
    expect(sly.submissions).toEqual([])
    expect(codes(sly)).toEqual(['not-readable'])
  })

  it('reads a pipe that is named as a file', async () => {
    execFileSync('mkfifo', [path('pipe')])
    const [inquiry] = await Promise.all([gather([path('pipe')]), writeFile(path('pipe'), 'through')])
    expect(inquiry.submissions.map(({ capture }) => Buffer.from(capture.bytes).toString())).toEqual(['through'])
  })

  it('reads standard input, and no more of it than 50 MB', async () => {
    const pieces = async function* (count: number): AsyncGenerator<Uint8Array> {
      for (let piece = 0; piece < count; piece++) yield await Promise.resolve(Buffer.alloc(1_000_000, 97))
    }
    const inquiry = await gather(['-'], { standardInput: pieces(2) })
    expect(inquiry.submissions.map(({ capture }) => [capture.name, capture.bytes.length])).toEqual([
      ['standard input', 2_000_000],
    ])
    expect(codes(await gather(['-'], { standardInput: pieces(51) }))).toEqual(['too-large'])
  })

  it('fetches URLs, keeping the order given, and says which it could not have', async () => {
    const server = await localServer((request, response) => {
      const slow = request.url?.startsWith('/slow') === true
      setTimeout(
        () => {
          if (request.url === '/gone') response.writeHead(410).end()
          else if (request.url === '/moved') response.writeHead(301, { location: '/new.html?x#y' }).end()
          else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(request.url)
        },
        Number(slow) * 100,
      )
    })
    const at = (where: string): string => `http://127.0.0.1:${server.port}${where}`
    const inquiry = await gather([at('/slow.html'), at('/gone'), at('/moved'), 'gopher://news.example/', path('a.txt')], {
      fetch: { allowPrivate: true },
    })
    expect(inquiry.submissions.map(({ capture }) => capture)).toMatchObject([
      { name: at('/slow.html'), mediaType: 'text/html', charset: 'utf-8', imprint: { url: at('/slow.html') } },
      { name: at('/new.html'), imprint: { url: at('/new.html?x') } },
      { name: path('a.txt') },
    ])
    expect(codes(inquiry)).toEqual(['http-status', 'bad-url'])
    expect(codes(await gather([at('/a')]))).toEqual(['bad-url'])
    expect(codes(await gather(['http://127.0.0.1/']))).toEqual(['address-refused'])
    await server.close()
  })
})
