import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Document } from '../core/document.ts'
import { covers } from '../core/span.ts'
import { blocksOf, captureOf, documentOf, documentsOf, refusalOf } from './captures.fixture.ts'
import { docxOf } from './docx.fixture.ts'
import { pdfOf } from './pdf.fixture.ts'
import { read } from './read.ts'

const SHARED = join(import.meta.dirname, '../../../shared')
const SEED = join(SHARED, 'seed/ghost-army.txt')
const CASES = join(SHARED, 'casebench/cases')

const LEAD = 'The mill at Saltby will close in May, its owner said on Monday, after two centuries of grinding.'
const page = (body: string): string => `<!DOCTYPE html><html><head><title>t</title></head><body>${body}</body></html>`

/** Every invariant that a document owes the other rooms. */
const expectSound = ({ text, blocks, sentences, tokens }: Document): void => {
  expect(blocks.map(({ span }) => text.slice(span.start, span.end)).join('\n\n')).toBe(text)
  for (const { span } of blocks) expect(text.slice(span.start, span.end)).toMatch(/^\S(?:[^\n]*\S)?$/u)
  for (const parts of [sentences, tokens]) {
    parts.forEach((part, at) => {
      expect(part.end).toBeGreaterThan(part.start)
      expect(part.start).toBeGreaterThanOrEqual(parts[at - 1]?.end ?? 0)
      expect(blocks.some(({ span }) => covers(span, part))).toBe(true)
    })
  }
  for (const token of tokens) expect(sentences.filter((sentence) => covers(sentence, token))).toHaveLength(1)
  expect(tokens.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text.replaceAll(/\s/gu, ''))
}

describe('read', () => {
  it('gives one text with blocks, sentences and tokens that point into it', async () => {
    const document = await documentOf(`Mill to close\n\n${LEAD}\n\n“We are tired,” she said. Nobody disagreed.\n`, 'mill.txt')
    expectSound(document)
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['headline', 'paragraph', 'paragraph'])
    expect(document.sentences.map(({ start, end }) => document.text.slice(start, end))).toEqual([
      'Mill to close',
      LEAD,
      '“We are tired,” she said.',
      'Nobody disagreed.',
    ])
    expect(document).toMatchObject({ format: 'text', language: 'en', title: 'Mill to close' })
  })

  it('gives the same document for the same capture, and another id where the catalogue says something else', async () => {
    const [once, again] = [await documentOf(LEAD, 'a.txt'), await documentOf(LEAD, 'a.txt')]
    expect(again).toEqual(once)
    const known = await documentOf(LEAD, 'a.txt', { publisher: 'Saltby Post' })
    expect(known.id).not.toBe(once.id)
    expect(known.sha256).toBe(once.sha256)
  })

  it('lets the catalogue win over the page, field by field', async () => {
    const html = page(`<article><h1>Mill to close</h1><p>By Ann Roe, 3 May 2021</p><p>${LEAD}</p></article>`)
    const document = await documentOf(html, 'a.html', { author: 'A. Roe', publisher: 'Saltby Post', published: null })
    expect(document).toMatchObject({
      author: 'A. Roe',
      publisher: 'Saltby Post',
      published: '2021-05-03',
      title: 'Mill to close',
    })
  })

  it('gives each item of a feed its own id, and lets the item name itself', async () => {
    const item = (title: string): string =>
      `<item><title>${title}</title><link>https://a.example/${title}</link><description>${LEAD}</description></item>`
    const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title>${item('one')}${item('two')}</channel></rss>`
    const documents = await documentsOf(rss, 'feed.xml', { publisher: 'Saltby Post', url: 'https://a.example/feed' })
    expect(documents.map(({ url, publisher }) => [url, publisher])).toEqual([
      ['https://a.example/one', 'Saltby Post'],
      ['https://a.example/two', 'Saltby Post'],
    ])
    expect(new Set(documents.map(({ id }) => id)).size).toBe(2)
  })

  it.each([
    ['text without blanks', 'x'.repeat(5000)],
    ['emoji', '😀🤷‍♀️🏳️‍🌈 👍🏽! 😀'],
    ['one word', 'Fire'],
    ['another language', 'Der Rat hat am Dienstag beschlossen, die Mühle zu schließen. Niemand widersprach.'],
    ['a script without blanks', '水位は昨夜から上がっている。町長は住民に避難を呼びかけた。'],
    ['right to left', 'אמר ראש העיר ביום שני. \u200Fאיש לא נפגע.'],
    ['lone halves of characters', 'The \uD800 mill \uDC00 is closed.'],
    ['marks alone', '*** !!! ???'],
    ['strange blanks', 'The\u00A0mill\u2009is\u3000closed.\u2028It\u00AD is old.'],
  ])('keeps its spans inside %s', async (_what, text) => {
    expectSound(await documentOf(text, 'a.txt'))
  })

  it('keeps its spans inside any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
        const result = await read(captureOf(text, 'a.txt'))
        if (result.ok) result.value.forEach(expectSound)
        else expect(['empty', 'no-article', 'unknown-format']).toContain(result.refusal.code)
      }),
      { numRuns: 150 },
    )
  })

  it('tells the language, and null where it cannot', async () => {
    expect((await documentOf('Der Rat hat am Dienstag beschlossen, die Mühle zu schließen.', 'a.txt')).language).toBe('de')
    expect((await documentOf('Yes. 12, 14.', 'a.txt')).language).toBeNull()
  })
})

describe('what read refuses', () => {
  it.each([
    ['empty', '', 'blank.txt'],
    ['empty', ' \n\t\n', 'blank.html'],
    ['no-article', page('<nav><a href="/a">One</a> <a href="/b">Two</a></nav><footer>© 2020 Post</footer>'), 'menu.html'],
    ['no-article', page('<div><a href="/a">News from here</a></div><div><a href="/b">Sport from there</a></div>'), 'links.html'],
    ['no-article', page('<div id="app"></div>'), 'shell.html'],
    ['no-article', 'LEAVE A REPLY\nPlease enter your comment!\n\nLatest\n', 'saved.txt'],
    ['no-text-layer', pdfOf({ pages: [[], []] }), 'scan.pdf'],
    ['malformed', pdfOf({ pages: [[]] }).slice(0, 60), 'cut.pdf'],
    ['malformed', docxOf([{ text: LEAD }]).slice(0, 400), 'cut.docx'],
    ['malformed', LEAD, 'named.pdf'],
    ['malformed', '<?xml version="1.0"?><rss version="2.0"', 'cut.rss'],
    ['unknown-format', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), 'photo.png'],
    ['unknown-format', Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256), 'noise.bin'],
    ['unknown-format', '<?xml version="1.0"?><svg></svg>', 'drawing.svg'],
    ['unknown-format', '{"a": 1}', 'settings.json'],
    ['too-deep', '<div>'.repeat(20_000) + LEAD, 'nested.html'],
    ['too-large', new Uint8Array(50 * 1024 * 1024 + 1).fill(32), 'huge.html'],
  ] as const)('is %s in one sentence that names the file', async (code, content, name) => {
    const refusal = await refusalOf(content, name)
    expect(refusal?.code).toBe(code)
    expect(refusal?.sentence).toContain(`“${name}”`)
    expect(refusal?.sentence).toMatch(/^“[^\n]+\.$/u)
  })
})

describe('the seed text', () => {
  it.skipIf(!existsSync(SEED))('comes out clean (skipped where ../shared is not there)', async () => {
    const source = readFileSync(SEED, 'utf8')
    const document = await documentOf(source, 'seed.txt')
    const lines = source.split('\n').map((line) => line.trim())
    const paragraphs = lines.filter((line) => line.split(' ').length > 45).length
    expect(document.blocks.map(({ kind }) => kind)).toEqual([
      'headline',
      'standfirst',
      ...Array<string>(paragraphs).fill('paragraph'),
    ])
    expect(blocksOf(document)[0]).toBe(lines[0])
    for (const block of blocksOf(document)) expect(lines).toContain(block)
    expect(document.text).not.toMatch(/must read|comment|more articles|holds an/iu)
    expectSound(document)
  })
})

describe('the cases', () => {
  const folders = existsSync(CASES) ? readdirSync(CASES) : []

  it.skipIf(folders.length === 0)('keep every statement of their golds (skipped where ../shared is not there)', async () => {
    const lost: string[] = []
    for (const folder of folders) {
      const gold = JSON.parse(readFileSync(join(CASES, folder, 'gold.json'), 'utf8')) as {
        statements: { document: string; content: string }[]
      }
      const { documents } = JSON.parse(readFileSync(join(CASES, folder, 'case.json'), 'utf8')) as {
        documents: { id: string; file: string }[]
      }
      for (const { id, file } of documents) {
        const { text } = await documentOf(new Uint8Array(readFileSync(join(CASES, folder, file))), file)
        const contents = gold.statements.filter((statement) => statement.document === id).map(({ content }) => content)
        lost.push(...contents.filter((content) => !text.includes(content.replaceAll(/\s+/gu, ' '))))
      }
    }
    expect(lost).toEqual([])
  })
})
