import type { KeptCase, KeptExhibit } from '../core/kept-case.ts'
import type { Reading } from '../core/reading.ts'
import { ok, type Refusal, type Result } from '../core/refusal.ts'
import { type BearingReader, hear, type Heard, type HearOptions, type Step } from '../index.ts'
import { bytesOfCapture, captureOf } from '../store/captures.ts'
import type { Ground } from '../store/ground.ts'
import { keepReading, readingOf } from '../store/readings.ts'
import { unlessTroubled } from '../store/trouble.ts'
import { heardBy } from './kept-basis.ts'

/** What reads, under one version: the same version finds the same in the same capture. */
export interface KeptReaders extends HearOptions {
  readonly bearings?: BearingReader
  /** Of the program itself. */
  readonly program: string
}

type Called = Pick<KeptExhibit, 'label' | 'capture'>

const withoutBytes = (label: string): Reading => {
  const sentence = `${label} was left out: its bytes were deleted from this library; “hearsay log” tells why.`
  return { documents: [], statements: [], refusal: { code: 'deleted', sentence } }
}

const readNow = async (ground: Ground, { label, capture: id }: Called, readers: KeptReaders): Promise<Result<Reading>> => {
  const version = heardBy(readers)
  const kept = await readingOf(ground, id, version)
  if (kept !== null) return ok(kept)
  const capture = await captureOf(ground, id)
  if (capture === null) return ok(withoutBytes(label))
  const reading = await hear(await bytesOfCapture(ground, capture), readers)
  const done = await keepReading(ground, { capture: id, reader: version, reading })
  if (done.ok) return ok(reading)
  // Somebody may delete the capture while it is being read.
  return done.refusal.code === 'deleted' ? ok(withoutBytes(label)) : done
}

/**
 * What was found in a capture: as it is kept, or, where this version of the readers has not read it, by reading it now. Deleted bytes
 * are a reading with a refusal. A case is not told on bytes that are gone or altered: that is refused, and which document it is.
 */
export const keptReading = (ground: Ground, exhibit: Called, readers: KeptReaders): Promise<Result<Reading>> =>
  unlessTroubled(exhibit.label, () => readNow(ground, exhibit, readers), 'read')

/** Exhibits read at the same time: one that is read, one that is heard, one whose reading is being kept. */
const WIDTH = 3

export interface ReadingOptions {
  readonly readers: KeptReaders
  readonly onProgress?: (step: Step) => void
}

/** What was found in each exhibit, in their order; what is read already is not read again. Refuses where the drive refuses. */
export const keptReadings = async (
  ground: Ground,
  exhibits: readonly Called[],
  { readers, onProgress }: ReadingOptions,
): Promise<Result<readonly Heard[]>> => {
  const heard = new Map<number, Heard>()
  const failed: Refusal[] = []
  const queue = exhibits.entries()
  const worker = async (): Promise<void> => {
    for (const [at, exhibit] of queue) {
      const reading = failed.length > 0 ? null : await keptReading(ground, exhibit, readers)
      if (reading === null) return
      if (reading.ok) heard.set(at, { label: exhibit.label, reading: reading.value })
      else failed.push(reading.refusal)
      onProgress?.({ stage: 'read', done: heard.size, total: exhibits.length, name: exhibit.label })
    }
  }
  await Promise.all(Array.from({ length: WIDTH }, worker))
  const [refusal] = failed
  if (refusal !== undefined) return { ok: false, refusal }
  return ok([...heard].toSorted(([a], [b]) => a - b).map(([, one]) => one))
}

/** The documents of what was heard, under the labels by which a report calls them: `d3`, or `d3.1` where a capture holds several. */
export const labelledDocuments = (heard: readonly Heard[]) =>
  heard.flatMap(({ label, reading: { documents, statements } }) =>
    documents.map((document, at) => ({
      exhibit: label ?? '',
      label: documents.length === 1 ? (label ?? '') : `${label ?? ''}.${at + 1}`,
      document,
      statements: statements.filter((statement) => statement.document === document.id),
    })),
  )

export type LabelledDocument = ReturnType<typeof labelledDocuments>[number]

/** The readings of a whole case. */
export const readingsOfCase = (
  ground: Ground,
  { exhibits }: KeptCase,
  options: ReadingOptions,
): Promise<Result<readonly Heard[]>> => keptReadings(ground, exhibits, options)
