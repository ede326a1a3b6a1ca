import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentOf, refusalOf } from './captures.fixture.ts'
import { docxOf, docxParts, zipOf } from './docx.fixture.ts'
import { inflate, unpackedHead, unpackedSize } from './inflate.ts'
import { storedZip, unpack, zipParts } from './zip.ts'

const LEAD = 'The mill at Saltby will close in May, its owner said on Monday.'
const PARAGRAPH = `<w:p><w:r><w:t>${LEAD}</w:t></w:r></w:p>`

describe('a Word document', () => {
  it('has its styles read', async () => {
    const bytes = docxOf([
      { text: 'Mill to close', style: 'Title' },
      { text: 'A goat is to be shown', style: 'Subtitle' },
      { text: 'The mill in May', style: 'Caption' },
      { text: LEAD },
    ])
    const { blocks, text } = await documentOf(bytes, 'a.docx')
    expect(blocks.map(({ kind }) => kind)).toEqual(['headline', 'standfirst', 'paragraph'])
    expect(text).toBe(`Mill to close\n\nA goat is to be shown\n\n${LEAD}`)
  })

  it('leaves out what an editor took out', async () => {
    const change = `<w:p><w:r><w:t xml:space="preserve">The mill is </w:t></w:r><w:del><w:r><w:delText>open</w:delText></w:r></w:del><w:ins><w:r><w:t>closed.</w:t></w:r></w:ins></w:p>`
    expect((await documentOf(zipOf(docxParts(change)), 'a.docx')).text).toBe('The mill is closed.')
  })

  it('has its properties behind what its text says', async () => {
    const core =
      '<dc:title>Draft</dc:title><dc:creator>A Typist</dc:creator><dcterms:created>2021-05-03T10:00:00Z</dcterms:created>'
    expect(await documentOf(docxOf([{ text: LEAD }], core), 'a.docx')).toMatchObject({
      title: 'Draft',
      author: 'A Typist',
      published: '2021-05-03',
    })
  })

  it.each([
    ['too-large', 'unpacks to more than it may', zipOf(docxParts('x'.repeat(41 * 1024 * 1024)))],
    ['too-large', 'has too many elements', zipOf(docxParts('<w:p/>'.repeat(500_001)))],
    ['too-deep', 'is nested too deep', zipOf(docxParts('<w:tbl>'.repeat(600) + '</w:tbl>'.repeat(600)))],
    [
      'malformed',
      'lies about its size',
      zipOf(docxParts(PARAGRAPH).map((part) => (part.name === 'word/document.xml' ? { ...part, claims: 10 } : part))),
    ],
    ['malformed', 'has no XML in it', zipOf([{ name: 'word/document.xml', text: '<w:document' }])],
    ['unknown-format', 'is a spreadsheet', zipOf([{ name: 'xl/workbook.xml', text: '<a/>' }])],
  ] as const)('is refused as %s where it %s', async (code, _why, bytes) => {
    expect(await refusalOf(bytes, 'a.docx')).toMatchObject({ code })
  })

  it('is refused where it needs a password', async () => {
    const stream = Array.from('EncryptedPackage').flatMap((sign) => [sign.charCodeAt(0), 0])
    const bytes = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(500).fill(0), ...stream])
    expect(await refusalOf(bytes, 'a.docx')).toMatchObject({ code: 'not-readable' })
  })
})

describe('inflate', () => {
  it('unpacks what zlib packs, at every level', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('the ', 'mill ', 'é', '\0', 'wheel'), { maxLength: 2000 }),
        fc.integer({ min: 0, max: 9 }),
        (words, level) => {
          const bytes = Buffer.from(words.join(''))
          expect(Buffer.from(inflate(deflateRawSync(bytes, { level }), bytes.length) ?? [])).toEqual(bytes)
        },
      ),
    )
  })

  it('gives nothing for what is cut, broken, or of another size', () => {
    const packed = deflateRawSync(Buffer.alloc(100_000, 'mill'))
    expect(inflate(packed, 100_000)).toHaveLength(100_000)
    expect([
      inflate(packed, 99_999),
      inflate(packed, 100_001),
      inflate(packed.subarray(0, 50), 100_000),
      inflate(new Uint8Array(0), 0),
    ]).toEqual([null, null, null, null])
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => (inflate(noise, 1000)?.length ?? 1000) === 1000))
  })
})

describe('the size of what is packed', () => {
  const text = Buffer.from('the mill and the wheel and the goat '.repeat(5000))

  it('is taken without unpacking more than may be, whatever stands behind or is missing', () => {
    const packed = deflateRawSync(text)
    const stored = deflateRawSync(text, { level: 0 })
    for (const bytes of [packed, stored, Buffer.concat([packed, text])]) {
      expect(unpackedSize(bytes, text.length)).toBe(text.length)
      expect(unpackedSize(bytes, text.length - 1)).toBeNull()
      expect(Buffer.from(unpackedHead(bytes, 8)).toString()).toBe('the mill')
    }
    // As many whole blocks as there are: one.
    expect(unpackedSize(stored.subarray(0, 70_000), text.length)).toBeGreaterThan(60_000)
    expect(unpackedSize(stored.subarray(0, 70_000), text.length)).toBeLessThan(70_000)
    expect(unpackedSize(deflateRawSync(Buffer.alloc(3)), 10)).toBe(3)
  })

  it('is that of what comes out', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), fc.integer({ min: 0, max: 9 }), (bytes, level) => {
        const packed = deflateRawSync(bytes, { level })
        expect(unpackedSize(packed, 3000)).toBe(bytes.length)
        expect(Buffer.compare(unpackedHead(packed, 5), bytes.subarray(0, 5))).toBe(0)
      }),
    )
  })
})

describe('a Word document whose relations lead astray', () => {
  it('is read no further than was looked at', async () => {
    const parts = docxParts(PARAGRAPH).map((part) =>
      part.name === '_rels/.rels' ? { ...part, text: part.text.replace('word/document.xml', 'word/media/a.png') } : part,
    )
    const hidden = {
      name: 'word/media/a.png',
      text: (parts.find(({ name }) => name === 'word/document.xml')?.text ?? '').replace('mill', 'barn'),
    }
    expect((await documentOf(zipOf([...parts, hidden]), 'a.docx')).text).toBe(LEAD)
  })
})

describe('a zip file', () => {
  it('that is made of parts has these parts', () => {
    const parts = [
      { name: 'a/é.txt', bytes: Buffer.from('mill') },
      { name: 'b', bytes: Buffer.alloc(0) },
      { name: 'c', bytes: Buffer.alloc(70_000, 'x') },
    ]
    const bytes = storedZip(parts)
    const found = (zipParts(bytes) ?? []).map((part) => ({ name: part.name, bytes: Buffer.from(unpack(bytes, part) ?? []) }))
    expect(found).toEqual(parts)
  })

  it('lists its parts and unpacks them', () => {
    const bytes = zipOf([
      { name: 'a/é.txt', text: 'mill' },
      { name: 'b', text: '' },
    ])
    const parts = zipParts(bytes)
    expect(parts?.map(({ name, size }) => [name, size])).toEqual([
      ['a/é.txt', 4],
      ['b', 0],
    ])
    expect(parts?.map((part) => new TextDecoder().decode(unpack(bytes, part) ?? undefined))).toEqual(['mill', ''])
  })

  it('is none where its end is missing, and its noise does no harm', () => {
    const bytes = zipOf([{ name: 'a', text: 'mill' }])
    expect(zipParts(bytes.slice(0, -1))).toBeNull()
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const broken = bytes.slice()
        broken[at] = byte
        for (const part of zipParts(broken) ?? []) if (part.size < 1e6) unpack(broken, part)
      }),
    )
  })
})
