import type { Brand } from './brand.ts'
import { idOf } from './digest.ts'
import type { Imprint } from './document.ts'

/** `cap_…`: a digest of the bytes, of where they were found and of when. */
export type CaptureId = Brand<string, 'CaptureId'>

/**
 * How bytes came to be held: `fetched` by Hearsay itself from the server; `archived`, out of somebody's web archive; `saved`, a page
 * that a browser wrote; `file`, as somebody had it; `pasted`, words without any bytes of the page they stood on.
 */
export type CaptureMethod = 'fetched' | 'archived' | 'saved' | 'file' | 'pasted'

/** How strong a capture is as proof that the page said so, from the method alone; 1 is the strongest. */
export interface Strength {
  readonly rank: 1 | 2 | 3 | 4 | 5
  /** One sentence: what it shows and what it does not. */
  readonly sentence: string
}

const STRENGTHS: Readonly<Record<CaptureMethod, Strength>> = {
  fetched: {
    rank: 1,
    sentence:
      'Fetched from the server by this program, with its headers; the bytes cannot have been altered on the way into the library.',
  },
  archived: {
    rank: 2,
    sentence: 'Taken out of a web archive whose own digests agree; it is worth as much as whoever made that archive.',
  },
  saved: {
    rank: 3,
    sentence: 'A page that a browser saved; scripts and whoever saved it may have altered it before it came here.',
  },
  file: { rank: 4, sentence: 'A file as somebody had it; nothing here shows where it came from.' },
  pasted: { rank: 5, sentence: 'Words that somebody pasted; there are no bytes of the page they are said to stand on.' },
}

export const strengthOf = (method: CaptureMethod): Strength => STRENGTHS[method]

/** What went over the wire, where something did. */
export interface Exchange {
  /** As it was asked for, before any redirect. */
  readonly requested: string
  readonly url: string
  readonly status: number
  /** As the server sent them, in order. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** The URLs that led on, in order. */
  readonly redirects: readonly string[]
}

/** What is kept of captured bytes beside the bytes themselves. */
export interface CaptureRecord {
  readonly id: CaptureId
  /** Of the bytes, and their name in the archive. */
  readonly sha256: string
  readonly size: number
  /** File name or URL path. */
  readonly name: string
  readonly mediaType: string | null
  readonly charset: string | null
  /** What a catalogue or the user says of it; wins over what the page says. */
  readonly imprint: Partial<Imprint>
  readonly method: CaptureMethod
  /** When the bytes were taken, ISO 8601 in UTC: earlier than their coming into the library where an archive brings them. */
  readonly takenAt: string
  readonly exchange: Exchange | null
}

export const captureId = (record: Omit<CaptureRecord, 'id'>): CaptureId =>
  idOf('cap', [
    record.sha256,
    record.method,
    record.exchange?.url ?? record.imprint.url ?? null,
    record.exchange === null ? null : record.takenAt,
    JSON.stringify(record.imprint),
  ]) as CaptureId
