import { extname } from 'node:path'
import type { Capture, Document } from '../core/document.ts'
import { openReader, type Reader } from '../node/isolated-reader.ts'

/** Leaves of the ten seconds, in which any input must be told to be too much, three for starting on a busy machine. */
const DEADLINE_MS = 7_000

/** Beside this module, as source or built. */
const MODULE = new URL(`./reader-child${extname(import.meta.url)}`, import.meta.url)

/** Stands in a text where its bytes make no character. */
const REPLACEMENT = '\uFFFD'

const damage = (name: string): string =>
  `“${name}” is damaged: some of its bytes are no characters, and ${REPLACEMENT} stands for them in what is quoted.`

const guess = (name: string): string =>
  `“${name}” is not valid UTF-8: it was read as Windows-1252, so look at the accented letters in what is quoted.`

const ENGLISH = 'en'

/** What a text in another language is worth, in a sentence; null for one in English, or where its language cannot be told. */
export const languageRemark = (name: string, { language }: Pick<Document, 'language'>): string | null => {
  if (language === null || language === ENGLISH) return null
  const known = new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language
  return `${name} is in ${known}: Hearsay reads English, and most of what is said in it will be missed.`
}

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** A byte order mark of UTF-16 says itself what the bytes are. */
const isMarked = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)

/** Whether a text of unsaid encoding had to be guessed at: a page or an office file says its own. */
const isGuessed = ({ bytes, charset }: Capture, { format }: Document): boolean =>
  (format === 'text' || format === 'markdown') && charset === null && !isMarked(bytes) && !isUtf8(bytes)

export interface Reading {
  readonly read: Reader['read']
  readonly unpack: Reader['unpack']
  /** A sentence for each capture so far that could be read in part only. */
  readonly damaged: readonly string[]
  /** A sentence for each capture so far that is not in English: it was read, for what that is worth. */
  readonly foreign: readonly string[]
  /** Ends the process before the work ends: there is nothing more to read, and its memory is wanted. */
  readonly close: () => void
}

const readingWith = ({ read, unpack, close }: Pick<Reader, 'read' | 'unpack' | 'close'>): Reading => {
  const damaged: string[] = []
  const foreign: string[] = []
  return {
    damaged,
    foreign,
    unpack,
    close,
    read: async (capture) => {
      const result = await read(capture)
      if (result.ok && result.value.some(({ text }) => text.includes(REPLACEMENT))) damaged.push(damage(capture.name))
      else if (result.ok && result.value.some((document) => isGuessed(capture, document))) damaged.push(guess(capture.name))
      const remarks = result.ok ? result.value.map((document) => languageRemark(`“${capture.name}”`, document)) : []
      foreign.push(...new Set(remarks.filter((remark) => remark !== null)))
      return result
    },
  }
}

const open = (): Reader => openReader({ module: MODULE, deadlineMs: DEADLINE_MS, debug: process.env['HEARSAY_DEBUG'] === '1' })

/** Starts its process when there is something to read. */
const openOnDemand = (): Pick<Reader, 'read' | 'render' | 'unpack' | 'close'> => {
  let reader: Reader | undefined
  const opened = (): Reader => (reader ??= open())
  return {
    read: (capture) => opened().read(capture),
    render: (capture) => opened().render(capture),
    unpack: (capture) => opened().unpack(capture),
    close: () => reader?.close(),
  }
}

/**
 * Does `work` with a reader that has a process of its own, which ends with the work. It starts at once, or, where most is kept already,
 * when there is something to read.
 */
export const withReading = async <T>(work: (reading: Reading) => Promise<T>, starts: 'now' | 'on demand' = 'now'): Promise<T> => {
  const reader = starts === 'now' ? open() : openOnDemand()
  try {
    return await work(readingWith(reader))
  } finally {
    reader.close()
  }
}
