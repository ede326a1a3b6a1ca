import type { Capture, Document, Imprint } from '../core/document.ts'
import type { RefusalCode } from '../core/refusal.ts'
import { read } from './read.ts'

/** A capture of this text, or of these bytes, under a name. */
export const captureOf = (content: string | Uint8Array, name: string, imprint: Partial<Imprint> = {}): Capture => ({
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  name,
  mediaType: null,
  charset: null,
  imprint,
})

/** The documents of a capture that must be read. */
export const documentsOf = async (
  content: string | Uint8Array,
  name: string,
  imprint: Partial<Imprint> = {},
): Promise<readonly Document[]> => {
  const result = await read(captureOf(content, name, imprint))
  if (!result.ok) throw new Error(result.refusal.sentence)
  return result.value
}

/** The one document of a capture. */
export const documentOf = async (
  content: string | Uint8Array,
  name: string,
  imprint: Partial<Imprint> = {},
): Promise<Document> => {
  const [document] = await documentsOf(content, name, imprint)
  if (document === undefined) throw new Error('no document')
  return document
}

/** The text of each block. */
export const blocksOf = ({ blocks, text }: Document): readonly string[] =>
  blocks.map(({ span }) => text.slice(span.start, span.end))

/** The code and the sentence with which a capture is refused; null where it is read. */
export const refusalOf = async (
  content: string | Uint8Array,
  name: string,
): Promise<{ readonly code: RefusalCode; readonly sentence: string } | null> => {
  const result = await read(captureOf(content, name))
  return result.ok ? null : result.refusal
}
