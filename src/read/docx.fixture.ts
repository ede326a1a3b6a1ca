import { deflateRawSync, crc32 } from 'node:zlib'

/** A part of a zip file; `claims` is the size that the file says it unpacks to, where that is a lie. */
export interface ZipEntry {
  readonly name: string
  readonly text: string
  readonly claims?: number
}

const little = (value: number, size: number): Buffer => {
  const bytes = Buffer.alloc(size)
  bytes.writeUIntLE(value, 0, size)
  return bytes
}

/** A zip file with these parts, deflated. */
export const zipOf = (entries: readonly ZipEntry[]): Uint8Array => {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, text, claims } of entries) {
    const bytes = Buffer.from(text)
    const packed = deflateRawSync(bytes)
    const sizes = Buffer.concat([little(crc32(bytes), 4), little(packed.length, 4), little(claims ?? bytes.length, 4)])
    const common = Buffer.concat([
      little(0x0800, 2),
      little(8, 2),
      little(0, 4),
      sizes,
      little(Buffer.byteLength(name), 2),
      little(0, 2),
    ])
    const file = Buffer.concat([little(0x04034b50, 4), little(20, 2), common, Buffer.from(name), packed])
    directory.push(
      Buffer.concat([
        little(0x02014b50, 4),
        little(20, 2),
        little(20, 2),
        common,
        Buffer.alloc(10),
        little(offset, 4),
        Buffer.from(name),
      ]),
    )
    files.push(file)
    offset += file.length
  }
  const central = Buffer.concat(directory)
  const end = [
    little(0x06054b50, 4),
    little(0, 4),
    little(entries.length, 2),
    little(entries.length, 2),
    little(central.length, 4),
  ]
  return new Uint8Array(Buffer.concat([...files, central, ...end, little(offset, 4), little(0, 2)]))
}

/** A paragraph of a Word document with the id of its style. */
export interface StyledParagraph {
  readonly text: string
  readonly style?: string
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

const paragraphOf = ({ text, style }: StyledParagraph): string => {
  const properties = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`
}

/** The parts of a Word document; `body` is the XML inside its body. */
export const docxParts = (body: string, core = ''): readonly ZipEntry[] => {
  const styles = ['Title', 'Subtitle', 'Caption'].map(
    (name) => `<w:style w:type="paragraph" w:styleId="${name}"><w:name w:val="${name}"/></w:style>`,
  )
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  return [
    {
      name: '[Content_Types].xml',
      text: `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      text: `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      text: `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    },
    { name: 'word/styles.xml', text: `${HEAD}<w:styles ${WORD}>${styles.join('')}</w:styles>` },
    { name: 'word/document.xml', text: `${HEAD}<w:document ${WORD}><w:body>${body}</w:body></w:document>` },
    {
      name: 'docProps/core.xml',
      text: `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${core}</cp:coreProperties>`,
    },
  ]
}

/** The bytes of a Word document with these paragraphs. `core` is the XML of its core properties. */
export const docxOf = (paragraphs: readonly StyledParagraph[], core = ''): Uint8Array =>
  zipOf(docxParts(paragraphs.map(paragraphOf).join(''), core))
