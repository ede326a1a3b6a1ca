import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import type { CaptureRecord } from '../core/capture.ts'
import type { DocumentId } from '../core/document.ts'
import type { Reading } from '../core/reading.ts'
import type { Result } from '../core/refusal.ts'
import { type CaptureDraft, keepCapture } from './captures.ts'
import type { Ground } from './ground.ts'
import type { Library } from './library.ts'

/** How a suite gets at the library in a folder; called again, as another program with the same library open. */
export type Open = (folder: string, options: { readonly now?: () => Date; readonly who?: string }) => Promise<Library>

export const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.refusal.sentence)
  return result.value
}

export const draft = (text: string, more: Partial<CaptureDraft> = {}): CaptureDraft => ({
  bytes: Buffer.from(text),
  name: `${text.slice(0, 12)}.txt`,
  mediaType: null,
  charset: null,
  imprint: {},
  method: 'file',
  takenAt: '2024-03-11T08:00:00.000Z',
  exchange: null,
  ...more,
})

export const readingWith = (id: string, text: string): Reading => ({
  documents: [
    {
      id: id as DocumentId,
      sha256: '',
      format: 'text',
      language: 'en',
      text,
      blocks: [{ kind: 'paragraph', span: { start: 0, end: text.length } }],
      sentences: [{ start: 0, end: text.length }],
      tokens: [],
      url: null,
      publisher: null,
      author: null,
      title: 'A title',
      published: null,
    },
  ],
  statements: [],
  refusal: null,
})

/** A clock that a test moves by hand. */
export const handClock = (start = '2024-03-11T08:00:00.000Z'): { now: () => Date; set: (to: string) => void } => {
  let time = new Date(start)
  return {
    now: () => time,
    set: (to) => {
      time = new Date(to)
    },
  }
}

/** Libraries for one test each, closed and deleted after it. */
export interface Shelf {
  readonly anew: (options?: Parameters<Open>[1]) => Promise<Library>
  readonly again: (folder: string, options?: Parameters<Open>[1]) => Promise<Library>
  readonly kept: (ground: Ground, text: string, more?: Partial<CaptureDraft>) => Promise<CaptureRecord>
}

export const shelfOf = (open: Open): Shelf => {
  const opened: Library[] = []
  const folders: string[] = []
  afterEach(async () => {
    for (const library of opened.splice(0)) await library.close()
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
  })
  const anew = async (options: Parameters<Open>[1] = {}): Promise<Library> => {
    const folder = await mkdtemp(join(tmpdir(), 'hearsay-library-'))
    folders.push(folder)
    return again(folder, options)
  }
  const again = async (folder: string, options: Parameters<Open>[1] = {}): Promise<Library> => {
    const library = await open(folder, options)
    opened.push(library)
    return library
  }
  const kept = async (ground: Ground, text: string, more: Partial<CaptureDraft> = {}): Promise<CaptureRecord> =>
    valueOf(await keepCapture(ground, draft(text, more)))

  return { anew, again, kept }
}
