import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { constants, createBrotliCompress, createZstdCompress, crc32, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import type { Transform } from 'node:stream'
import { docxParts, zipOf } from '../../src/read/docx.fixture.ts'

/** What a server sends: small on the wire, too much once it is opened. */
export interface Bomb {
  readonly what: string
  readonly path: string
  readonly encodings: readonly string[]
  readonly mediaType: string
  readonly body: Uint8Array
  /** Codes of refusal that tell it rightly. */
  readonly told: readonly string[]
}

const PIECE = 10_000_000
const PIECES = 100

const zeros = Buffer.alloc(PIECE, ' ')

/** 1 GB as 100 gzip members, which count as one stream (RFC 1952 § 2.2). */
const gzipOf = (pieces: number): Buffer => Buffer.concat(Array<Buffer>(pieces).fill(gzipSync(zeros, { level: 9 })))

/** DEFLATE that flushes to a whole byte after each piece and ends with an empty block: the same piece again and again. */
const rawOf = (pieces: number): Buffer => {
  const piece = deflateRawSync(zeros, { level: 9, finishFlush: constants.Z_FULL_FLUSH })
  return Buffer.concat([...Array<Buffer>(pieces).fill(piece), Buffer.from([0x03, 0x00])])
}

/** With the head of a zlib stream, its check of the sum left out: nobody gets as far as that. */
const zlibOf = (pieces: number): Buffer => Buffer.concat([Buffer.from([0x78, 0x9c]), rawOf(pieces), Buffer.alloc(4)])

const through = async (packer: Transform, pieces: number): Promise<Buffer> => {
  const chunks: Buffer[] = []
  packer.on('data', (chunk: Buffer) => chunks.push(chunk))
  for (let piece = 0; piece < pieces; piece++) if (!packer.write(zeros)) await once(packer, 'drain')
  packer.end()
  await finished(packer)
  return Buffer.concat(chunks)
}

const brotliOf = (pieces: number): Promise<Buffer> =>
  through(createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 2 } }), pieces)

const zstdOf = (pieces: number): Promise<Buffer> => through(createZstdCompress(), pieces)

const repeatedly = (body: Buffer, times: number): Buffer => (times === 0 ? body : repeatedly(gzipSync(body), times - 1))

const little = (value: number, size: number): Buffer => {
  const bytes = Buffer.alloc(size)
  bytes.writeUIntLE(value, 0, size)
  return bytes
}

/** A part of a zip file that is deflated already; `size` is what the file says of it. `at`: the place of another part to lie over. */
interface PackedPart {
  readonly name: string
  readonly packed: Buffer
  readonly size: number
  readonly at?: number
}

const zipOfPacked = (parts: readonly PackedPart[]): Buffer => {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, packed, size, at } of parts) {
    const common = [little(0, 2), little(8, 2), little(0, 4), little(0, 4), little(packed.length, 4), little(size, 4), little(name.length, 2), little(0, 2)] // prettier-ignore
    const place = at ?? offset
    directory.push(Buffer.concat([little(0x02014b50, 4), little(20, 2), little(20, 2), ...common, Buffer.alloc(10), little(place, 4), Buffer.from(name)])) // prettier-ignore
    if (at !== undefined) continue
    const file = Buffer.concat([little(0x04034b50, 4), little(20, 2), ...common, Buffer.from(name), packed])
    files.push(file)
    offset += file.length
  }
  const central = Buffer.concat(directory)
  const end = [little(0x06054b50, 4), little(0, 4), little(parts.length, 2), little(parts.length, 2), little(central.length, 4), little(offset, 4), little(0, 2)] // prettier-ignore
  return Buffer.concat([...files, central, ...end])
}

const packedPart = (name: string, text: string): PackedPart => ({
  name,
  packed: deflateRawSync(text),
  size: Buffer.byteLength(text),
})

const wordParts = (): readonly PackedPart[] => docxParts('<w:p/>').map(({ name, text }) => packedPart(name, text))

const withoutText = (): readonly PackedPart[] => wordParts().filter(({ name }) => name !== 'word/document.xml')

/** A Word document whose text is 1 GB, and says so, or says that it is small. */
const wordOf = (raw: Buffer, says: number): Buffer =>
  zipOfPacked([...withoutText(), { name: 'word/document.xml', packed: raw, size: says }])

/** A small Word document whose relations lead to a text under another name, which nobody looks at by its ending. */
const sidewaysOf = (raw: Buffer): Buffer => {
  const parts = wordParts().map(
    (part) =>
    part.name === '_rels/.rels' ? packedPart(part.name, docxParts('').find(({ name }) => name === part.name)!.text.replace('word/document.xml', 'word/media/a.png')) : part, // prettier-ignore
  )
  return zipOfPacked([...parts, { name: 'word/media/a.png', packed: raw, size: 100 }])
}

/** Ten thousand parts that are all the same 4 MB in the file. */
const overlapping = (): Buffer => {
  const packed = deflateRawSync(Buffer.alloc(4_000_000, ' '), { level: 9 })
  const first = { name: 'word/document.xml', packed, size: 4_000_000 }
  return zipOfPacked([first, ...Array.from({ length: 10_000 }, (_, at) => ({ ...first, name: `word/a${at}.xml`, at: 0 }))])
}

/** Zip files in zip files, sixteen to one, five deep: 4 GB at the bottom. */
const nested = (): Uint8Array => {
  let inner: Uint8Array = zipOf([{ name: '0.txt', text: ' '.repeat(4_000_000) }])
  for (let depth = 0; depth < 5; depth++) {
    const packed = deflateRawSync(inner)
    const one = { packed, size: inner.length }
    inner = zipOfPacked(Array.from({ length: 16 }, (_, at) => ({ ...one, name: `${at}.zip`, ...(at === 0 ? {} : { at: 0 }) })))
  }
  return inner
}

const chunk = (type: string, body: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type), body])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(body.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([size, named, sum])
}

/** A picture of 250 million black dots: 31 MB, packed to 30 kB. */
const picture = (): Buffer => {
  const [width, height] = [16_000, 15_625]
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const dots = deflateSync(Buffer.alloc((width / 8 + 1) * height), { level: 9 })
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', dots), chunk('IEND', Buffer.alloc(0))])
}

/** Nine steps of ten: a billion times `lol`. */
const laughs = (root: string): string => {
  const steps = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`)
  return `<?xml version="1.0"?>\n<!DOCTYPE ${root} [<!ENTITY l0 "lol">${steps.join('')}]>\n`
}

const rss = (item: string): string => `<rss version="2.0"><channel><title>Feed</title><item><title>Mill</title><description>${item}</description></item></channel></rss>` // prettier-ignore

const billionFeed = (): Buffer => Buffer.from(laughs('rss') + rss('&l9;'))

/** One entity of 100 kB told 30,000 times: 3 GB. */
const quadraticFeed = (): Buffer =>
  Buffer.from(`<?xml version="1.0"?>\n<!DOCTYPE rss [<!ENTITY a "${'a'.repeat(100_000)}">]>\n${rss('&a;'.repeat(30_000))}`)

const drawing = (): Buffer => Buffer.from(`${laughs('svg')}<svg xmlns="http://www.w3.org/2000/svg"><text>&l9;</text></svg>`)

/** A page that is nothing but a drawing with the same entities. */
const drawnPage = (): Buffer =>
  Buffer.from(`<!DOCTYPE html><html><body>${drawing().toString()}${'&l9;'.repeat(200_000)}</body></html>`)

/** A PDF of one page whose content, or whose table of objects, unpacks to 1 GB. */
const pdfOf = (raw: Buffer, filter: string): Buffer => {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
  ].map((body, at) => `${at + 1} 0 obj\n${body}\nendobj\n`)
  const stream = [
    Buffer.from(`4 0 obj\n<< /Length ${raw.length} /Filter ${filter} >>\nstream\n`),
    raw,
    Buffer.from('\nendstream\nendobj\n'),
  ]
  return Buffer.concat([
    Buffer.from(`%PDF-1.4\n${objects.join('')}`),
    ...stream,
    Buffer.from('trailer\n<< /Size 5 /Root 1 0 R >>\n%%EOF\n'),
  ])
}

const page = (what: string, encodings: readonly string[], body: Uint8Array): Bomb => ({
  what,
  path: '/page.html',
  encodings,
  mediaType: 'text/html',
  body,
  told: ['too-large'],
})

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const TYPES: Readonly<Record<string, string>> = { docx: WORD, pdf: 'application/pdf' }

const TOO_LARGE: readonly string[] = ['too-large']

/** A file that a server sends as it is; `told`, where there are other right refusals than `too-large`. */
const file = (name: readonly [what: string, path: string], body: Uint8Array, told = TOO_LARGE): Bomb => ({
  what: name[0],
  path: name[1],
  encodings: [],
  mediaType: TYPES[name[1].split('.')[1] ?? ''] ?? 'application/octet-stream',
  body,
  told,
})

/** The bombs of the row; in the short form those that are soon made, of a tenth the size. */
export const makeBombs = async (short: boolean): Promise<readonly Bomb[]> => {
  const pieces = short ? PIECES / 10 : PIECES
  const raw = rawOf(pieces)
  const quick = [
    page('gzip, 1 MB to 1 GB', ['gzip'], gzipOf(pieces)),
    page('gzip of gzip, 3 kB to 1 GB', ['gzip', 'gzip'], gzipSync(gzipOf(pieces))),
    page('gzip seven times over', Array<string>(7).fill('gzip'), repeatedly(gzipOf(1), 6)),
    file(['docx whose text is 1 GB', '/a.docx'], wordOf(raw, pieces * PIECE)),
    file(['feed with a billion laughs', '/feed.xml'], billionFeed()),
    file(['PDF with a stream of 1 GB', '/a.pdf'], pdfOf(zlibOf(pieces), '/FlateDecode')),
  ]
  if (short) return quick
  return [
    ...quick,
    page('deflate, 1 MB to 1 GB', ['deflate'], zlibOf(pieces)),
    page('br, 1 kB to 1 GB', ['br'], await brotliOf(pieces)),
    page('zstd, 50 kB to 1 GB', ['zstd'], await zstdOf(pieces)),
    page(
      'br of gzip of deflate of gzip of br of gzip',
      ['gzip', 'br', 'gzip', 'deflate', 'gzip', 'br'],
      repeatedly(gzipOf(1), 5),
    ),
    file(['docx that says its text is 100 bytes', '/a.docx'], wordOf(raw, 100), ['too-large', 'malformed']),
    file(['docx whose relations lead to 1 GB elsewhere', '/a.docx'], sidewaysOf(raw), ['too-large', 'malformed', 'no-article']),
    file(['docx of 10,000 parts in one place', '/a.docx'], overlapping()),
    file(['zip in zip, five deep', '/a.zip'], nested(), ['unknown-format']),
    file(['PNG of 250 million dots', '/a.png'], picture(), ['unknown-format']),
    file(['SVG with a billion laughs', '/a.svg'], drawing(), ['unknown-format', 'too-large', 'no-article']),
    file(['page with a billion laughs', '/a.html'], drawnPage(), ['too-large', 'no-article']),
    file(['feed of one entity told 30,000 times', '/feed.xml'], quadraticFeed(), ['too-large', 'unknown-format']),
    file(['PDF with a stream packed twice', '/a.pdf'], pdfOf(deflateSync(zlibOf(pieces)), '[/FlateDecode /FlateDecode]')),
  ]
}
