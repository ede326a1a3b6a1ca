import { ok, type Result } from '../core/refusal.ts'
import { dayIn } from './day.ts'
import { MOST_PAGES, MOST_PDF_UNPACKED } from './limits.ts'
import { NOTHING_FOUND, tidy, type Draft } from './passage.ts'
import { linesOfPage, withoutRunningHeads, type SetText } from './pdf-lines.ts'
import { odditiesOf } from './pdf-oddities.ts'
import { paragraphsOf } from './pdf-paragraphs.ts'
import { unpacksTooFar } from './pdf-streams.ts'
import { locked, malformed, noTextLayer, tooLarge } from './refusals.ts'

/** Titles that a program gives where nobody gave one. */
const NO_TITLE = /^(?:untitled|document|microsoft word)|\.(?:docx?|indd|odt|pages|pdf|pub|qxd|rtf|tex|txt)$/iu

/** A field of the information dictionary, whose values may be of any kind. */
const fieldOf = (information: Readonly<Record<string, unknown>>, key: string): string | null => {
  const value = information[key]
  return typeof value === 'string' && tidy(value) !== '' ? tidy(value) : null
}

/** `D:20230912…` as `2023-09-12`. */
const dayOf = (stamp: string | null): string | null => {
  const [, year = '', month = '', day = ''] = /^(?:D:)?(\d{4})(\d{2})(\d{2})/u.exec(stamp ?? '') ?? []
  return dayIn(`${year}-${month}-${day}`)
}

const stampOf = (information: Readonly<Record<string, unknown>>): Draft['stamped'] => {
  const title = fieldOf(information, 'Title')
  return {
    ...NOTHING_FOUND,
    author: fieldOf(information, 'Author'),
    title: title === null || NO_TITLE.test(title) ? null : title,
    published: dayOf(fieldOf(information, 'CreationDate')),
  }
}

/** What the library takes from a file. */
interface Taken {
  readonly pages: readonly (readonly SetText[])[]
  readonly information: Readonly<Record<string, unknown>>
}

/** Everything that the library throws is about the file: it was given bytes and nothing else. */
const refusalOf = (fault: unknown, name: string): Result<never> =>
  fault instanceof Error && fault.name === 'PasswordException' ? locked(name, 'PDF') : malformed(name, 'PDF')

const take = async (bytes: Uint8Array, name: string): Promise<Result<Taken>> => {
  const { extractTextItems, getDocumentProxy, getMeta } = await import('unpdf')
  try {
    // The library takes the bytes for its own.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, disableFontFace: true })
    try {
      if (pdf.numPages > MOST_PAGES) return tooLarge(name, `more than ${MOST_PAGES} pages`)
      const { items } = await extractTextItems(pdf)
      const { info } = await getMeta(pdf)
      return ok({ pages: items, information: info })
    } finally {
      await pdf.loadingTask.destroy()
    }
  } catch (fault) {
    return refusalOf(fault, name)
  }
}

/** The text of a PDF as paragraphs. `name` is that of the file. */
export const readPdf = async (bytes: Uint8Array, name: string): Promise<Result<Draft>> => {
  if (unpacksTooFar(bytes)) return tooLarge(name, `more than ${MOST_PDF_UNPACKED / 1e6} MB of text and drawing once unpacked`)
  const taken = await take(bytes, name)
  if (!taken.ok) return taken
  const passages = paragraphsOf(withoutRunningHeads(taken.value.pages.map(linesOfPage)))
  if (passages.length === 0) return noTextLayer(name)
  return ok({ found: NOTHING_FOUND, stamped: stampOf(taken.value.information), passages })
}

/** What its pages show otherwise than its text says, a sentence each, of a PDF that `readPdf` has read. */
export const oddTextOfPdf = async (bytes: Uint8Array, name: string): Promise<readonly string[]> => {
  const taken = await take(bytes, name)
  return taken.ok ? odditiesOf(taken.value.pages) : []
}
