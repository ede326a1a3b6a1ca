import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { blocksOf, documentOf, refusalOf } from './captures.fixture.ts'
import { column, pdfOf } from './pdf.fixture.ts'

const PARAGRAPH = [
  'The mill at Saltby will close in May, its owner said on Monday, after two centu-',
  'ries of grinding. The well-known wheel will stay where it is, and so will the well-',
  'known goat, whose keeper has not been asked.',
]
const JOINED =
  'The mill at Saltby will close in May, its owner said on Monday, after two centuries of grinding. The well-known wheel will stay where it is, and so will the well-known goat, whose keeper has not been asked.'

const read = async (...pages: readonly (readonly string[])[]): Promise<readonly string[]> =>
  blocksOf(await documentOf(pdfOf({ pages: pages.map((lines) => column(lines)) }), 'a.pdf'))

describe('a PDF', () => {
  it('has its lines joined to paragraphs, and divided words made whole', async () => {
    expect(await read([...PARAGRAPH, '', ...PARAGRAPH.map((line) => line.replace('mill', 'weir'))])).toEqual([
      JOINED,
      JOINED.replace('mill', 'weir'),
    ])
  })

  it('tells paragraphs by an indent and by a short last line', async () => {
    const lines = column([
      ...PARAGRAPH,
      'Nobody in the village was told. The miller heard it from the postman, who had',
      'read it.',
    ])
    expect(blocksOf(await documentOf(pdfOf({ pages: [lines] }), 'a.pdf'))).toHaveLength(2)
    const indented = lines.map((line, row) => ({ ...line, x: row === 3 ? line.x + 20 : line.x }))
    expect(blocksOf(await documentOf(pdfOf({ pages: [indented] }), 'a.pdf'))).toHaveLength(2)
  })

  it('goes on over the page, without running heads and page numbers', async () => {
    const page = (lines: readonly string[], number: number): readonly string[] => [
      'SALTBY PARISH 2021',
      '',
      ...lines,
      '',
      '',
      `- ${number} -`,
    ]
    const of = (place: string): readonly string[] =>
      PARAGRAPH.map((line) => line.replace('Saltby', place).replace('wheel', place).replace('goat', place))
    const joined = (place: string): string => JOINED.replace('Saltby', place).replace('wheel', place).replace('goat', place)
    const [first = '', ...rest] = of('Weir')
    expect(await read(page([...of('Mere'), '', first], 1), page(rest, 2), page(of('Ford'), 3))).toEqual(
      ['Mere', 'Weir', 'Ford'].map(joined),
    )
  })

  it('tells headline and headings by their size, bullets by their mark', async () => {
    const pages = [
      [
        ...column(['Mill to close'], { top: 780, size: 22 }),
        ...column(PARAGRAPH, { top: 740 }),
        ...column(['What next'], { top: 680, size: 14 }),
        ...column(['• A meeting.', '• A goat.'], { top: 650 }),
      ],
    ]
    const { blocks, title } = await documentOf(pdfOf({ pages }), 'a.pdf')
    expect(blocks.map(({ kind }) => kind)).toEqual(['headline', 'paragraph', 'heading', 'item', 'item'])
    expect(title).toBe('Mill to close')
  })

  it('has what it says of itself behind what its text says', async () => {
    const information = { Title: 'Minutes of May', Author: 'A Typist', CreationDate: "D:20210503101010+01'00'" }
    const plain = await documentOf(pdfOf({ pages: [column(PARAGRAPH)], information }), 'a.pdf')
    expect(plain).toMatchObject({ title: 'Minutes of May', author: 'A Typist', published: '2021-05-03' })
    const pages = [
      [...column(['Mill to close', 'By Ann Roe', '1 May 2021', ''], { top: 800 }), ...column(PARAGRAPH, { top: 730 })],
    ]
    const told = await documentOf(pdfOf({ pages, information }), 'a.pdf')
    expect(told).toMatchObject({ title: 'Mill to close', author: 'Ann Roe', published: '2021-05-01' })
    const rubbish = { Title: 'Microsoft Word - final2.doc' }
    expect((await documentOf(pdfOf({ pages: [column(PARAGRAPH)], information: rubbish }), 'a.pdf')).title).toBeNull()
  })

  it('is refused where it is locked', async () => {
    const text = new TextDecoder('latin1').decode(pdfOf({ pages: [column(PARAGRAPH)] }))
    const key = '<' + '00'.repeat(32) + '>'
    const locked = text.replace(
      '/Root 1 0 R',
      `/Root 1 0 R /ID [${key}${key}] /Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >>`,
    )
    expect(
      await refusalOf(
        Uint8Array.from(locked, (sign) => sign.charCodeAt(0)),
        'a.pdf',
      ),
    ).toMatchObject({
      code: 'not-readable',
      sentence: '“a.pdf” is a PDF file that needs a password: save a copy without one.',
    })
  })

  it('leaves the bytes that it was given as they were', async () => {
    const bytes = pdfOf({ pages: [column(PARAGRAPH)] })
    const before = bytes.slice()
    await documentOf(bytes, 'a.pdf')
    expect(bytes).toEqual(before)
  })
})

/** A PDF of one page whose content is this stream; `labels` go into its dictionary. */
const pdfAround = (stream: Uint8Array, labels: string): Uint8Array => {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    '<< >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ].map((body, at) => (at === 3 ? '' : `${at + 1} 0 obj\n${body}\nendobj\n`))
  const head = `%PDF-1.4\n${objects.join('')}4 0 obj\n<< /Length ${stream.length} ${labels} >>\nstream\n`
  const tail = '\nendstream\nendobj\ntrailer\n<< /Size 6 /Root 1 0 R >>\n%%EOF\n'
  return Buffer.concat([Buffer.from(head), stream, Buffer.from(tail)])
}

describe('a PDF that unpacks to more than can be read', () => {
  const blanks = Buffer.alloc(45_000_000, ' ')
  const packed = deflateSync(blanks, { level: 9 })

  it('is refused before its reader unpacks it, however often it is packed and wherever its ends seem to be', async () => {
    const flate = '/Filter /FlateDecode'
    // A block that is not packed, of nine bytes, and then the rest.
    const early = Buffer.from([0x00, 9, 0, 0xf6, 0xff, ...Buffer.from('endstream')])
    const fooled = Buffer.concat([packed.subarray(0, 2), early, packed.subarray(2)])
    for (const bytes of [
      pdfAround(packed, flate),
      pdfAround(packed, '/Filter /Fl#61teDecode'),
      pdfAround(fooled, flate),
      pdfAround(deflateSync(packed), '/Filter [/FlateDecode /FlateDecode]'),
      pdfAround(Buffer.concat([deflateSync(packed), Buffer.from('behind it')]), '/Filter [/FlateDecode /FlateDecode]'),
    ])
      expect(await refusalOf(bytes, 'a.pdf')).toMatchObject({
        code: 'too-large',
        sentence: expect.stringContaining('more than 40 MB of text and drawing once unpacked') as string,
      })
  })

  it('is not one whose text is long, nor one that has large pictures', async () => {
    const line = column(PARAGRAPH).map(({ text, x, y, size }) => `BT /F1 ${size} Tf ${x} ${y} Td (${text}) Tj ET`)
    const long = Buffer.concat([Buffer.from(`${line.join('\n')}\n`), Buffer.alloc(5_000_000, ' ')])
    const bytes = pdfAround(deflateSync(long), '/Filter /FlateDecode')
    const pictures = Buffer.from(
      `6 0 obj\n<< /Type /XObject /Subtype /Image /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`,
    )
    const whole = Buffer.concat([
      bytes.subarray(0, -50),
      pictures,
      packed,
      Buffer.from('\nendstream\nendobj\n'),
      bytes.subarray(-50),
    ])
    expect(blocksOf(await documentOf(whole, 'a.pdf'))).toEqual([JOINED])
  })
})
