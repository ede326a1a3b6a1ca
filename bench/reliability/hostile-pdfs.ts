import { deflateSync } from 'node:zlib'
import type { Chance } from '../planted-chance.ts'

/** A PDF made by hand: bodies of objects 1, 2, 3 and so on, as one character a byte. Object 1 is the catalogue. */
interface Made {
  readonly objects: readonly string[]
  /** More of the trailer's dictionary. */
  readonly trailer?: string
  /** Where the table is said to stand, instead of where it does. */
  readonly startxref?: number
  readonly ending?: string
}

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff)

const fileOf = ({ objects, trailer = '', startxref, ending = 'endobj' }: Made): Uint8Array => {
  let file = '%PDF-1.7\n'
  const offsets = objects.map((body, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj\n${body}\n${ending}\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const head = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${startxref ?? file.length}\n%%EOF\n`
  return bytesOf(file + head + table + end)
}

const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'

const streamOf = (content: string, more = ''): string => `<< /Length ${content.length} ${more} >>\nstream\n${content}\nendstream`

/** Blanks, packed once or more often. */
const packed = (length: number, times = 1): string => {
  let bytes: Uint8Array = new Uint8Array(length).fill(0x20)
  for (let left = times; left > 0; left--) bytes = deflateSync(bytes)
  const filters = Array.from({ length: times }, () => '/FlateDecode').join(' ')
  return streamOf(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''), `/Filter [${filters}]`)
}

const WORDS = 'BT /F1 12 Tf 72 700 Td (The mill at Saltby will close in May, its owner said on Monday.) Tj ET\n'

/** One page with this content; `more` is of the page's dictionary, `objects` come after the six that every such file has. */
const pageOf = (content: string, { more = '', objects = [] as readonly string[], resources = '' } = {}): Made => ({
  objects: [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> ${resources} >> /Contents 4 0 R ${more} >>`,
    streamOf(content),
    FONT,
    ...objects,
  ],
})

const changed = ({ objects, ...more }: Made, at: number, body: string): Made => ({
  ...more,
  objects: objects.map((old, index) => (index === at ? body : old)),
})

const plainPage = pageOf(WORDS)

const form = (content: string, resources = ''): string =>
  streamOf(content, `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << ${resources} >>`)

/** Forms of which each draws the next twice: 2 to the power of their number in all. */
const doublingForms = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => form('/X Do /X Do', at < count - 1 ? `/XObject << /X ${at + 7} 0 R >>` : ''))

const words = (operators: string): Uint8Array => fileOf(pageOf(operators + WORDS))

/** Files of one odd or hostile structure each, by name; in all of them but some some words can be read. */
export const STRUCTURES: Readonly<Record<string, () => Uint8Array>> = {
  plain: () => fileOf(plainPage),
  'table that points to itself': () => fileOf({ ...plainPage, trailer: '/Prev 9', startxref: 9 }),
  'table before itself for ever': () => {
    const at = fileOf(plainPage).length
    return fileOf({ ...plainPage, trailer: `/Prev ${at - 200}` })
  },
  'table nowhere': () => fileOf({ ...plainPage, startxref: 999_999_999 }),
  'no catalogue': () => fileOf(changed(plainPage, 0, '<< >>')),
  'catalogue that is its own pages': () =>
    fileOf(changed(plainPage, 0, '<< /Type /Catalog /Pages 1 0 R /Kids [1 0 R] /Count 1 >>')),
  'pages that hold themselves': () => fileOf(changed(plainPage, 1, '<< /Type /Pages /Kids [2 0 R 2 0 R 3 0 R] /Count 3 >>')),
  'pages of a thousand million': () => fileOf(changed(plainPage, 1, '<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>')),
  'pages of fewer than none': () => fileOf(changed(plainPage, 1, '<< /Type /Pages /Kids [3 0 R] /Count -5 >>')),
  'one page ten thousand times': () =>
    fileOf(changed(plainPage, 1, `<< /Type /Pages /Kids [${'3 0 R '.repeat(10_000)}] /Count 10000 >>`)),
  'one page nine hundred times': () =>
    fileOf(changed(plainPage, 1, `<< /Type /Pages /Kids [${'3 0 R '.repeat(900)}] /Count 900 >>`)),
  'length of everything': () => fileOf(changed(plainPage, 3, streamOf(WORDS).replace(/\/Length \d+/u, '/Length 999999999999'))),
  'length below none': () => fileOf(changed(plainPage, 3, streamOf(WORDS).replace(/\/Length \d+/u, '/Length -1'))),
  'length that is itself': () => fileOf(changed(plainPage, 3, streamOf(WORDS).replace(/\/Length \d+/u, '/Length 4 0 R'))),
  'content that is itself': () => fileOf(changed(plainPage, 3, '4 0 R')),
  'content named ten thousand times': () => fileOf(pageOf(WORDS, { more: `/Contents [${'4 0 R '.repeat(10_000)}]` })),
  'no end of objects': () => fileOf({ ...plainPage, ending: '' }),
  'no end of streams': () => fileOf(changed(plainPage, 3, streamOf(WORDS).replace('endstream', ''))),
  'arrays in arrays, open': () => fileOf(pageOf(WORDS, { more: `/X ${'['.repeat(200_000)}` })),
  'arrays in arrays': () => fileOf(pageOf(WORDS, { more: `/X ${'['.repeat(20_000)}${']'.repeat(20_000)}` })),
  'dictionaries in dictionaries': () => fileOf(pageOf(WORDS, { more: `/X ${'<< /X '.repeat(20_000)}1${' >>'.repeat(20_000)}` })),
  'arrays in arrays of the content': () => words(`${'['.repeat(200_000)}${']'.repeat(200_000)} TJ `),
  'a string of brackets': () => words(`${'('.repeat(500_000)}${')'.repeat(500_000)} Tj `),
  'a million operators': () => words('q Q '.repeat(500_000)),
  'a million saved states': () => words('q '.repeat(1_000_000)),
  'a million numbers': () => words('1 '.repeat(1_000_000)),
  'a hundred thousand pieces of text': () => words(`BT /F1 9 Tf ${'(word ) Tj 1 0 Td '.repeat(100_000)} ET\n`),
  'a picture in the line without end': () => words('BI /W 1 /H 1 /BPC 8 /CS /G ID '),
  'a form that draws itself': () =>
    fileOf(
      pageOf(`/X Do ${WORDS}`, { resources: '/XObject << /X 6 0 R >>', objects: [form('/X Do', '/XObject << /X 6 0 R >>')] }),
    ),
  'two forms that draw each other': () =>
    fileOf(
      pageOf(`/X Do ${WORDS}`, {
        resources: '/XObject << /X 6 0 R >>',
        objects: [form('/X Do', '/XObject << /X 7 0 R >>'), form('/X Do', '/XObject << /X 6 0 R >>')],
      }),
    ),
  'forms that double thirty times': () =>
    fileOf(pageOf(`/X Do ${WORDS}`, { resources: '/XObject << /X 6 0 R >>', objects: doublingForms(30) })),
  'a font drawn by itself': () =>
    fileOf(
      pageOf(`BT /T3 12 Tf (aaaa) Tj ET ${WORDS}`, {
        resources: '/XObject << >>',
        objects: [
          '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /CharProcs << /a 7 0 R >> /Encoding << /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [1] /Resources << /Font << /T3 6 0 R >> >> >>',
          streamOf('BT /T3 1 Tf (a) Tj ET'),
        ],
      }),
    ),
  'a map of all characters': () =>
    fileOf({
      objects: [
        ...plainPage.objects.slice(0, 4),
        '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>',
        streamOf(
          `begincmap 1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange 1 beginbfrange <00000000> <7FFFFFFF> <0041> endbfrange endcmap`,
        ),
      ],
    }),
  'a packed stream of 300 MB': () => fileOf(changed(plainPage, 3, packed(300_000_000))),
  'a stream packed twice, of 300 MB': () => fileOf(changed(plainPage, 3, packed(300_000_000, 2))),
  'filters five hundred deep': () =>
    fileOf(changed(plainPage, 3, streamOf(WORDS, `/Filter [${'/ASCIIHexDecode '.repeat(500)}]`))),
  'a filter that nobody knows': () => fileOf(changed(plainPage, 3, streamOf(WORDS, '/Filter /Nobody'))),
  'a packed stream that is none': () => fileOf(changed(plainPage, 3, streamOf('x'.repeat(5000), '/Filter /FlateDecode'))),
  'objects in a stream that is in itself': () =>
    fileOf({ objects: [...plainPage.objects, streamOf('6 0 << >>', '/Type /ObjStm /N 1 /First 4 /Extends 6 0 R')] }),
  'objects in a stream without number': () =>
    fileOf({ objects: [...plainPage.objects, streamOf('6 0 << >>', '/Type /ObjStm /N 999999999 /First -4')] }),
  'a page as wide as the sky': () => fileOf(pageOf(WORDS, { more: '/MediaBox [-1e30 -1e30 1e30 1e30] /UserUnit 1e30' })),
  'a page turned by nothing': () => fileOf(pageOf(WORDS, { more: '/Rotate 12345 /CropBox [1 1 1 1]' })),
  'a lock without a key': () => fileOf({ ...plainPage, trailer: '/Encrypt << /Filter /Standard /V 5 /R 6 /O () /U () /P -1 >>' }),
  'a lock that nobody knows': () => fileOf({ ...plainPage, trailer: '/Encrypt << /Filter /Nobody /V 99 >>' }),
  'a program at opening': () =>
    fileOf(
      changed(
        plainPage,
        0,
        '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert(1);while(true){}) >> /AA << /WC << /S /Launch /F (x) >> >> >>',
      ),
    ),
  'names that hold themselves': () =>
    fileOf({
      objects: [
        '<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 6 0 R /JavaScript 6 0 R >> /Outlines 7 0 R >>',
        ...plainPage.objects.slice(1),
        '<< /Kids [6 0 R 6 0 R] >>',
        '<< /First 7 0 R /Next 7 0 R /Count 9 >>',
      ],
    }),
  'a form of XML that grows': () =>
    fileOf({
      objects: [
        '<< /Type /Catalog /Pages 2 0 R /AcroForm << /XFA 6 0 R >> /Metadata 6 0 R >>',
        ...plainPage.objects.slice(1),
        streamOf(
          `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${'bcdefghij'
            .split('')
            .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'.charAt(at)};`.repeat(10)}">`)
            .join('')}]><x>&j;</x>`,
        ),
      ],
    }),
  'information in a ring': () => fileOf({ ...plainPage, trailer: '/Info 1 0 R /ID [1 0 R 1 0 R]' }),
  'nothing after the head': () => bytesOf('%PDF-1.7\n'),
  'a head and noise': () => bytesOf(`%PDF-1.7\n${'\u0000\u00ff<<[('.repeat(20_000)}`),
  'words without ink': () => words('BT 3 Tr /F1 12 Tf 72 500 Td (Nobody sees that the owner denied all of it.) Tj ET\n0 Tr '),
  'white words on white': () =>
    words('BT 1 1 1 rg /F1 12 Tf 72 500 Td (Nobody sees that the owner denied all of it.) Tj ET\n0 g '),
  'words set twice': () => words(WORDS),
  'words too small': () => words('BT /F1 0.4 Tf 72 500 Td (Nobody sees that the owner denied all of it.) Tj ET\n'),
  'words beside the page': () => words('BT /F1 12 Tf 9000 500 Td (Nobody sees that the owner denied all of it.) Tj ET\n'),
}

/** A file cut short, or with some of its bytes changed, doubled or taken out. */
export const damaged = (bytes: Uint8Array, chance: Chance): Uint8Array => {
  if (chance.happens(0.3)) return bytes.slice(0, chance.below(bytes.length))
  const out = bytes.slice()
  for (let left = 1 + chance.below(30); left > 0; left--) out[chance.below(out.length)] = chance.below(256)
  if (chance.happens(0.7)) return out
  const at = chance.below(out.length)
  const length = 1 + chance.below(Math.max(1, out.length >> 3))
  const pieces = chance.happens(0.5) ? [out.slice(0, at), out.slice(at + length)] : [out.slice(0, at + length), out.slice(at)]
  return Uint8Array.from(Buffer.concat(pieces))
}
