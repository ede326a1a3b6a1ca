import { ok, type Result } from '../core/refusal.ts'
import { dayIn } from './day.ts'
import { DEEPEST, MOST_XML_ELEMENTS, MOST_UNPACKED } from './limits.ts'
import { readFragment } from './page.ts'
import { NOTHING_FOUND, tidy, type Draft } from './passage.ts'
import { locked, malformed, tooDeep, tooLarge } from './refusals.ts'
import { growTree, elementsIn, textOf } from './tree.ts'
import { cleanMarkup } from './markup.ts'
import { xmlShape } from './xml-shape.ts'
import { storedZip, unpack, zipParts } from './zip.ts'

/** What the styles of a word processor stand for, in the library's own language; the other headings it knows itself. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p.standfirst:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Caption'] => p.caption:fresh",
  "p[style-name='caption'] => p.caption:fresh",
]

const CORE_PROPERTIES = 'docProps/core.xml'

/** A part of a file that holds text. */
interface Part {
  readonly bytes: Uint8Array
  readonly xml: string
}

type Parts = ReadonlyMap<string, Part>

/** Unpacks the XML of a file within its limits, so that the library meets no surprise in it. */
const partsOf = (bytes: Uint8Array, name: string): Result<Parts> => {
  const listed = zipParts(bytes)
  if (listed === null) return malformed(name, 'docx')
  if (listed.some(({ isEncrypted }) => isEncrypted)) return locked(name, 'docx')
  const read = listed.filter((part) => /\.(?:xml|rels)$/iu.test(part.name))
  const size = read.reduce((sum, part) => sum + part.size, 0)
  if (size > MOST_UNPACKED) return tooLarge(name, `more than ${MOST_UNPACKED >> 20} MB of text and markup once unpacked`)
  const parts = new Map<string, Part>()
  let elements = 0
  for (const part of read) {
    const unpacked = unpack(bytes, part)
    if (unpacked === null) return malformed(name, 'docx')
    const xml = new TextDecoder('utf-8').decode(unpacked)
    const shape = xmlShape(xml)
    elements += shape.elements
    if (shape.depth > DEEPEST) return tooDeep(name, DEEPEST)
    if (elements > MOST_XML_ELEMENTS)
      return tooLarge(name, `more than ${MOST_XML_ELEMENTS.toLocaleString('en')} elements of markup`)
    parts.set(part.name, { bytes: unpacked, xml })
  }
  return ok(parts)
}

/** What the word processor noted of the file. */
const stampIn = async (properties: string | undefined): Promise<Draft['stamped']> => {
  if (properties === undefined) return NOTHING_FOUND
  const { root } = await growTree(cleanMarkup(properties, DEEPEST).html)
  const of = (name: string): string | null => {
    const element = elementsIn(root).find((found) => found.name === name)
    return element === undefined ? null : tidy(textOf(element)) || null
  }
  return { ...NOTHING_FOUND, title: of('dc:title'), author: of('dc:creator'), published: dayIn(of('dcterms:created') ?? '') }
}

/** The part of the library that this room uses; it takes the bytes under one name in Node and under another in a browser. */
interface Mammoth {
  readonly convertToHtml: (
    input: { buffer: Uint8Array; arrayBuffer: Uint8Array },
    options: object,
  ) => Promise<{ readonly value: string }>
  readonly images: { readonly imgElement: (source: () => Promise<{ src: string }>) => unknown }
}

/** Everything that the library throws is about the file, which is a zip file whose parts can be unpacked. */
const convert = async (bytes: Uint8Array, name: string): Promise<Result<string>> => {
  const { default: library } = await import('mammoth')
  const mammoth = library as unknown as Mammoth
  const convertImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }))
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: bytes, arrayBuffer: bytes },
      { styleMap: STYLES, includeEmbeddedStyleMap: false, convertImage },
    )
    return ok(value)
  } catch (fault) {
    if (fault instanceof Error) return malformed(name, 'docx')
    throw fault
  }
}

/** The text of a Word document (OOXML), with the furniture of its text still on. `name` is that of the file. */
export const readDocx = async (bytes: Uint8Array, name: string): Promise<Result<Draft>> => {
  const parts = partsOf(bytes, name)
  if (!parts.ok) return parts
  // Only what was looked at: relations of the file may lead to parts of any name, and these unpack to any size.
  const html = await convert(storedZip([...parts.value].map(([part, held]) => ({ name: part, bytes: held.bytes }))), name)
  if (!html.ok) return html
  const passages = await readFragment(html.value, name)
  if (!passages.ok) return passages
  return ok({ found: NOTHING_FOUND, stamped: await stampIn(parts.value.get(CORE_PROPERTIES)?.xml), passages: passages.value })
}
