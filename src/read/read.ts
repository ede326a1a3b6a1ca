import { sha256Of } from '../core/digest.ts'
import { documentId, type Capture, type Document, type Format, type Imprint } from '../core/document.ts'
import { ok, type Result } from '../core/refusal.ts'
import type { Rendering } from '../core/rendering.ts'
import { decodeText } from './charset.ts'
import { formatOf, formatOfBytes } from './format.ts'
import { takeOff } from './furniture.ts'
import { isProse } from './headline.ts'
import { firstSaid } from './imprint.ts'
import { MOST_BYTES, MOST_MARKDOWN, MOST_PASSAGES, MOST_TEXT } from './limits.ts'
import type { Draft, Passage } from './passage.ts'
import { empty, noArticle, tooLarge } from './refusals.ts'
import { readText } from './text.ts'

/** A capture whose format is known, as text where it is text. */
interface Opened {
  readonly format: Format
  readonly text: string
}

const open = (capture: Capture): Result<Opened> => {
  const { bytes, name } = capture
  if (bytes.length > MOST_BYTES) return tooLarge(name, `more than ${MOST_BYTES >> 20} MB`)
  const signed = formatOfBytes(capture)
  if (signed !== null) return signed.ok ? ok({ format: signed.value, text: '' }) : signed
  const text = decodeText(bytes, capture.charset)
  if (text.trim() === '') return empty(name)
  const format = formatOf(capture, text)
  return format.ok ? ok({ format: format.value, text }) : format
}

/** Each reader is loaded when a file of its format comes: a folder of plain text pays for none. */
const draft = async ({ format, text }: Opened, { bytes, name }: Capture): Promise<Result<readonly Draft[]>> => {
  const one = (read: Result<Draft>): Result<readonly Draft[]> => (read.ok ? ok([read.value]) : read)
  switch (format) {
    case 'text':
      return text.length > MOST_TEXT ? tooLarge(name, `more than ${MOST_TEXT / 1e6} million characters`) : ok([readText(text)])
    case 'markdown':
      if (text.length > MOST_MARKDOWN) return tooLarge(name, `more than ${MOST_MARKDOWN / 1e6} million characters`)
      return ok([await (await import('./markdown.ts')).readMarkdown(text)])
    case 'html':
      return one(await (await import('./page.ts')).readPage(text, name))
    case 'pdf':
      return one(await (await import('./pdf.ts')).readPdf(bytes, name))
    case 'docx':
      return one(await (await import('./docx.ts')).readDocx(bytes, name))
    case 'feed':
      return (await import('./feed.ts')).readFeed(text, name)
  }
}

/** Words of a page's text, at least, where some of it is a sentence, and where none is: less is a menu, a notice or an empty shell. */
const PAGE_WORDS = 10
const LIST_WORDS = 25

const isText = ({ kind }: Passage): boolean => kind !== 'headline' && kind !== 'heading'

const hasArticle = (passages: readonly Passage[], format: Format): boolean => {
  if (format !== 'html') return passages.length > 0
  const words = passages.filter(isText).reduce((sum, line) => sum + line.words, 0)
  return words >= (passages.some(isProse) ? PAGE_WORDS : LIST_WORDS)
}

/** What is said of a document, the strongest first: what the catalogue says; but of one item of a feed the item knows more than it. */
const sayings = ({ found }: Draft, { imprint }: Capture, format: Format): readonly Partial<Imprint>[] =>
  format === 'feed' ? [{ publisher: imprint.publisher ?? null }, found, imprint] : [imprint, found]

/**
 * Reads what was captured: its main text with the furniture off, cut into blocks, sentences and tokens, and what is known of it. One
 * document, or for a feed one for each item that says anything. Refuses what is empty, holds no article, is of an unknown format, is
 * malformed, locked, too large or nested too deep, in one sentence that names the file. The same capture gives the same documents.
 */
export const read = async (capture: Capture): Promise<Result<readonly Document[]>> => {
  const opened = open(capture)
  if (!opened.ok) return opened
  const { format } = opened.value
  const drafts = await draft(opened.value, capture)
  if (!drafts.ok) return drafts
  const count = drafts.value.reduce((sum, { passages }) => sum + passages.length, 0)
  if (count > MOST_PASSAGES) return tooLarge(capture.name, `more than ${MOST_PASSAGES.toLocaleString('en')} paragraphs`)
  const bare = drafts.value
    .map((held) => takeOff({ ...held, found: firstSaid(...sayings(held, capture, format)) }))
    .filter(({ passages }) => hasArticle(passages, format))
  if (bare.length === 0) return noArticle(capture.name)
  const length = bare.reduce((sum, { passages }) => sum + passages.reduce((all, { text }) => all + text.length, 0), 0)
  if (length > MOST_TEXT) return tooLarge(capture.name, `more than ${MOST_TEXT / 1e6} million characters of text`)
  const { typeset } = await import('./typesetting.ts')
  const sha256 = sha256Of(capture.bytes)
  return ok(
    bare.map(({ imprint, passages }, position) => ({
      ...imprint,
      id: documentId(sha256, imprint, position),
      sha256,
      format,
      ...typeset(passages),
    })),
  )
}

/**
 * A capture as a page to be looked at, whole and inert: a page of HTML as it stands but for what acts, loads or leads away; any other
 * format as the text that `read` finds in it. Refuses what `read` refuses, except that a page of HTML needs no article and may be deep
 * or large, of which the rendering's warnings tell. The same capture gives the same page.
 */
export const rendered = async (capture: Capture): Promise<Result<Rendering>> => {
  const opened = open(capture)
  if (!opened.ok) return opened
  const { renderDocuments, renderPage } = await import('./rendering.ts')
  if (opened.value.format === 'html') return ok(await renderPage(opened.value.text, capture))
  const documents = await read(capture)
  if (!documents.ok) return documents
  const odd = opened.value.format === 'pdf' ? await (await import('./pdf.ts')).oddTextOfPdf(capture.bytes, capture.name) : []
  return ok(await renderDocuments(documents.value, capture.name, odd))
}

/** A document whose text is exactly `text`, for whoever has spans of their own into it: no furniture is taken off. Never fails. */
export const readVerbatim = async (text: string): Promise<Document> => (await import('./plain.ts')).documentFromText(text)

/** The language of a text as an ISO 639-1 code; null where it is too short or too mixed to tell. */
export const languageOf = async (text: string): Promise<string | null> => (await import('./language.ts')).languageOf(text)
