import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localServer, type LocalServer } from '../node/local-server.fixture.ts'
import { hearsay } from './run.fixture.ts'

/** What any input must be told in, start and all. */
const LIMIT_MS = 10_000

const ARTICLE = `Crane inspected, says harbour master

The harbour master, Ida Quill, said on Tuesday that the crane on the east quay had been inspected in March. "It was inspected in
March and found sound," she told the Quay Gazette.

A spokesman for the dockers' union denied that the crane was sound. According to the union, the inspection report names two cracks
in its arm. The port authority declined to comment on the report.
`

/** A page of one picture: what a scanner makes. */
const scannedPdf = (): Buffer => {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>',
    '<< /Length 26 >>\nstream\nq 200 0 0 200 0 0 cm /I Do Q\nendstream',
    '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\nx\nendstream',
  ]
  let body = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const place = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  )
}

const page = (body: string): string => `<!doctype html><html><head><title>A page</title></head><body>${body}</body></html>`

const FILES: Readonly<Record<string, () => string | Buffer>> = {
  'good.txt': () => ARTICLE,
  'german.txt': () => 'Der Kran sei im März geprüft worden, sagte die Hafenmeisterin am Dienstag. Der Verband widersprach.\n',
  'empty.html': () => '',
  'blank.txt': () => ' \n\t\n',
  'no-article.html': () => page('<nav><a href="/">Home</a> <a href="/news">News</a></nav><footer>© Quay Gazette</footer>'),
  'scan.pdf': scannedPdf,
  'broken.pdf': () => '%PDF-1.7\nnot much of one',
  'broken.docx': () => 'PK\u0003\u0004 not much of one',
  'picture.png': () => Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010806000000', 'hex'),
  'strange.xyz': () => Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 167 + 13) % 256)),
  'large.html': () => page('<p>The crane was inspected in March, the harbour master said.</p>'.repeat(760_000)),
  'larger.html': () => page('<p>The crane was inspected in March, the harbour master said.</p>'.repeat(800_000)),
  'nested.html': () => page('<div>'.repeat(20_000) + '<p>The crane was inspected.</p>' + '</div>'.repeat(20_000)),
  'invalid.txt': () =>
    Buffer.concat([
      Buffer.from(ARTICLE),
      Buffer.from('Ida Quill said: “It was sound'),
      Buffer.from([0xe2, 0x80, 0xff, 0x2e, 0x0a]),
    ]),
  'older.txt': () =>
    Buffer.concat([Buffer.from(ARTICLE), Buffer.from('The caf'), Buffer.from([0xe9]), Buffer.from(' was shut on Friday.\n')]),
  'claimless/case.json': () => JSON.stringify({ claims: [{ id: 'c1' }], documents: [{ id: 'd1', file: 'd1.txt' }] }),
  'claimless/d1.txt': () => ARTICLE,
  'escape/case.json': () => JSON.stringify({ claims: [{ id: 'c1', text: 'x' }], documents: [{ id: 'd1', file: '../good.txt' }] }),
}

let folder: string
let server: LocalServer
const path = (name: string): string => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-bad-'))
  for (const name of ['claimless', 'escape', 'nothing']) await mkdir(path(name))
  for (const [name, content] of Object.entries(FILES)) await writeFile(path(name), content())
  server = await localServer((request, response) => {
    if (request.url === '/loop') response.writeHead(302, { location: '/loop' }).end()
    else if (request.url === '/good') response.writeHead(200, { 'content-type': 'text/plain' }).end(ARTICLE)
    else response.writeHead(404).end('gone')
  })
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

const url = (where: string): string => `http://127.0.0.1:${server.port}${where}`

const SENTENCE = /^[^\n]+[.?]\n$/u

const expectOneSentence = (err: string, name: string): void => {
  expect(err).toMatch(SENTENCE)
  expect(err).not.toMatch(/\bat \S+:\d+:\d+|Error\b|undefined|\[object/u)
  expect(err).toContain(name)
}

describe.concurrent('bad input', { timeout: 60_000 }, () => {
  it.each([
    'none.txt',
    'empty.html',
    'blank.txt',
    'no-article.html',
    'scan.pdf',
    'broken.pdf',
    'broken.docx',
    'picture.png',
    'strange.xyz',
    'large.html',
    'larger.html',
    'nested.html',
    'claimless',
    'escape',
    'nothing',
  ])('%s: one sentence, exit code 1', async (name) => {
    const { code, out, err, took } = await hearsay(['check', path(name)])
    expectOneSentence(err, path(name))
    expect([code, out]).toEqual([1, ''])
    expect(took).toBeLessThan(LIMIT_MS)
  })

  it.each([
    ['/gone', 'answers 404 (Not Found)'],
    ['/loop', 'lead in a circle'],
  ])('%s: one sentence, exit code 1', async (where, words) => {
    const { code, out, err, took } = await hearsay(['check', url(where), '--allow-private'])
    expectOneSentence(err, url(where))
    expect(err).toContain(words)
    expect([code, out]).toEqual([1, ''])
    expect(took).toBeLessThan(LIMIT_MS)
  })

  it('a private address: refused, until it is allowed', async () => {
    const refused = await hearsay(['check', 'http://127.0.0.1/good'])
    expectOneSentence(refused.err, 'http://127.0.0.1/good was not fetched: 127.0.0.1 is not an address of the public internet')
    expect(refused.code).toBe(1)
    const allowed = await hearsay(['check', url('/good'), '--allow-private', '--claim', 'The crane was inspected.'])
    expect([allowed.code, allowed.err]).toEqual([0, ''])
  })

  it('a claim that is missing in case.json: the field is named', async () => {
    expect((await hearsay(['check', path('claimless')])).err).toBe(
      `“${path('claimless/case.json')}” was not taken: claims[0].text is missing: it takes the sentence to check.\n`,
    )
  })

  it.each([
    ['a day that is none', ['check', 'x', '--as-of', 'yesterday'], '--as-of takes a day as 2024-03-20, not "yesterday".\n'],
    ['an unknown option', ['check', 'x', '--jsno'], 'Unknown option "--jsno"; did you mean --json?\n'],
    ['no input', ['check'], 'There is nothing to check: name files, folders or URLs, or - for standard input.\n'],
  ])('%s: one sentence, exit code 2', async (_what, words, sentence) => {
    expect(await hearsay(words)).toMatchObject({ code: 2, out: '', err: sentence })
  })

  it('beside good input: the rest is done, and standard error says so', async () => {
    const { code, out, err } = await hearsay([
      'check',
      path('none.txt'),
      path('good.txt'),
      '--claim',
      'The crane was inspected.',
      '--json',
    ])
    expect(code).toBe(1)
    expect(err.split('\n')).toEqual([
      expect.stringContaining('none.txt” was not read'),
      'The verdicts rest on the other document.',
      '',
    ])
    expect(JSON.parse(out)).toMatchObject({ schema: 'hearsay.report/1', documents: [{ id: 'd1' }] })
  })

  it('invalid UTF-8: read, and what is damaged is named', async () => {
    const { code, out, err } = await hearsay(['check', path('invalid.txt'), '--claim', 'The crane was inspected.', '--json'])
    expectOneSentence(err, `“${path('invalid.txt')}” is damaged`)
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ documents: [{ id: 'd1' }] })
  })

  it('a text in an older encoding: read, and the guess is named', async () => {
    const { code, out, err } = await hearsay(['check', path('older.txt'), '--claim', 'The crane was inspected.', '--json'])
    expectOneSentence(err, `“${path('older.txt')}” is not valid UTF-8`)
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ documents: [{ id: 'd1' }] })
  })

  it('on standard input: nothing at all', async () => {
    const { code, out, err } = await hearsay(['check', '-'])
    expectOneSentence(err, 'standard input')
    expect([code, out]).toEqual([1, ''])
  })

  it('a model that is missing: one sentence, and the rules still read', async () => {
    const env = { HEARSAY_MODELS: path('no-models') }
    const asked = ['check', path('good.txt'), '--claim', 'The crane was inspected.', '--json']
    const { code, out, err } = await hearsay(asked, { env })
    expectOneSentence(err, 'model.json is missing. Install Hearsay anew, or use --tagger rules.')
    expect([code, out]).toEqual([1, ''])
    expect(await hearsay([...asked, '--tagger', 'rules'], { env })).toMatchObject({ code: 0, err: '' })
    expect(await hearsay(['attribute', path('good.txt'), '--tagger', 'rules'], { env })).toMatchObject({ code: 0, err: '' })
  })

  it('in another language: read, and the language is named', async () => {
    const { code, err } = await hearsay(['attribute', path('german.txt')])
    expectOneSentence(err, `“${path('german.txt')}” is in German: Hearsay reads English`)
    expect(code).toBe(0)
    const line = JSON.stringify({ id: 1, text: await readFile(path('german.txt'), 'utf8') })
    expect((await hearsay(['attribute', '--jsonl'], { input: line })).err).toContain('Line 1 is in German')
  })

  it('for attribute: the same', async () => {
    const { code, out, err } = await hearsay(['attribute', path('scan.pdf')])
    expectOneSentence(err, path('scan.pdf'))
    expect([code, out]).toEqual([1, ''])
    expect(await hearsay(['attribute', '--jsonl', path('none.jsonl')])).toMatchObject({ code: 1, out: '' })
  })
})
