import { basename } from 'node:path'
import type { CaptureRecord } from '../core/capture.ts'
import type { Document } from '../core/document.ts'
import type { Reading } from '../core/reading.ts'
import { ok, type Refusal, type Result } from '../core/refusal.ts'
import { type Change, differenceOf, type Earlier, type Step, type TakenIn } from '../index.ts'
import type { Found } from '../node/gather.ts'
import { type CaptureDraft, capturesOfUrl, keepCapture } from '../store/captures.ts'
import { addExhibits, caseNamed } from '../store/cases.ts'
import type { Ground } from '../store/ground.ts'
import { keptReading, type KeptReaders, keptReadings } from './kept-reading.ts'

/** Captures that are put before a case in one entry of the journal each, but together: each time the drive is waited for. */
const BATCH = 50

export interface IntakeStep extends Omit<Step, 'stage'> {
  readonly stage: Step['stage'] | 'keep'
}

export interface IntakeOptions {
  readonly readers: KeptReaders
  readonly onProgress?: (step: IntakeStep) => void
}

/** Nothing of where somebody's files lie goes into the journal. */
const draftOf = (ground: Ground, { capture, had }: Found): CaptureDraft => {
  const { method, takenAt, exchange } = had
  const name = exchange === null ? basename(capture.name) : capture.name
  return { ...capture, name, method, takenAt: takenAt ?? ground.now(), exchange }
}

interface Kept {
  readonly capture: CaptureRecord
  readonly label: string | null
  readonly fate: TakenIn['fate']
  readonly earlier: CaptureRecord | null
}

const urlOf = ({ exchange, imprint }: CaptureRecord): string | null => exchange?.url ?? imprint.url ?? null

/** The last capture of the same page before this one. */
const earlierOf = async (ground: Ground, capture: CaptureRecord): Promise<CaptureRecord | null> => {
  const url = urlOf(capture)
  if (url === null) return null
  const all = await capturesOfUrl(ground, url)
  const place = all.findIndex(({ id }) => id === capture.id)
  return all.slice(0, place < 0 ? all.length : place).at(-1) ?? null
}

const keepOne = async (ground: Ground, found: Found, held: ReadonlySet<string>): Promise<Result<Kept>> => {
  const kept = await keepCapture(ground, draftOf(ground, found))
  if (!kept.ok) return kept
  const capture = kept.value
  const earlier = await earlierOf(ground, capture)
  // Fetched again, a page is another capture at another time even where every byte is the same.
  const same = earlier?.sha256 === capture.sha256 && earlier.id !== capture.id && held.has(earlier.id)
  const fate = held.has(capture.id) ? 'held' : same ? 'unchanged' : 'added'
  return ok({ capture, label: found.label, fate, earlier })
}

interface Keeping {
  readonly kept: readonly Kept[]
  readonly refusals: readonly Refusal[]
  /** The drive's own refusal, after which nothing more was tried. */
  readonly stopped: Refusal | null
}

/** Keeps everything, batch by batch: what is kept and put before the case is there whatever happens to the rest. */
const keepAll = async (
  ground: Ground,
  name: string,
  { found, onProgress }: { readonly found: readonly Found[]; readonly onProgress?: IntakeOptions['onProgress'] },
): Promise<Keeping> => {
  const kept: Kept[] = []
  const refusals: Refusal[] = []
  for (let at = 0; at < found.length; at += BATCH) {
    const state = await caseNamed(ground, name)
    if (!state.ok) return { kept, refusals, stopped: state.refusal }
    const held = new Set<string>(state.value.exhibits.map(({ capture }) => capture))
    const batch: Kept[] = []
    for (const one of found.slice(at, at + BATCH)) {
      const result = await keepOne(ground, one, held)
      if (result.ok) batch.push(result.value)
      else if (result.refusal.code === 'deleted') refusals.push(result.refusal)
      else return { kept, refusals, stopped: result.refusal }
      onProgress?.({ stage: 'keep', done: kept.length + batch.length, total: found.length, name: one.capture.name })
    }
    const fresh = batch.filter(({ fate }) => fate === 'added')
    const added = await addExhibits(
      ground,
      name,
      fresh.map(({ capture, label }) => ({ capture: capture.id, label })),
    )
    if (!added.ok) return { kept, refusals, stopped: added.refusal }
    kept.push(...batch)
  }
  return { kept, refusals, stopped: null }
}

const onlyDocument = ({ documents }: Reading): Document | null => (documents.length === 1 ? (documents[0] ?? null) : null)

const changesBetween = (before: Reading, after: Reading): readonly Change[] | null => {
  const [then, now] = [onlyDocument(before), onlyDocument(after)]
  return then === null || now === null ? null : differenceOf(then, now)
}

const NOTHING_READ: Reading = { documents: [], statements: [], refusal: null }

interface Compared {
  readonly reading: Reading
  readonly labels: ReadonlyMap<string, string>
  readonly readers: KeptReaders
}

const toldEarlier = async (
  ground: Ground,
  { fate, earlier }: Kept,
  { reading, labels, readers }: Compared,
): Promise<Result<Earlier | null>> => {
  if (earlier === null || fate === 'held') return ok(null)
  const told = { label: labels.get(earlier.id) ?? null, takenAt: earlier.takenAt }
  if (fate === 'unchanged') return ok({ ...told, changes: [] })
  const before = await keptReading(ground, { label: earlier.name, capture: earlier.id }, readers)
  return before.ok ? ok({ ...told, changes: changesBetween(before.value, reading) }) : before
}

export interface Intake {
  readonly taken: readonly TakenIn[]
  /** What was deleted once and is not taken in again, and, last, what stopped the work. */
  readonly refusals: readonly Refusal[]
}

/**
 * Keeps what was gathered, puts it before a case and reads it. First the bytes are kept, then the case has them, then they are read: work
 * that is broken off loses nothing that was done, and done again it goes on where it was. Refuses where there is no such case.
 */
export const takeIn = async (
  ground: Ground,
  name: string,
  { found, ...options }: IntakeOptions & { readonly found: readonly Found[] },
): Promise<Result<Intake>> => {
  const { kept, refusals, stopped } = await keepAll(ground, name, { found, ...options })
  const state = await caseNamed(ground, name)
  if (!state.ok) return state
  const labels = new Map<string, string>(state.value.exhibits.map(({ capture, label }) => [capture, label]))
  const toRead = kept.filter(({ fate }) => fate !== 'unchanged')
  const read = await keptReadings(
    ground,
    toRead.map(({ capture }) => ({ label: labels.get(capture.id) ?? capture.name, capture: capture.id })),
    options,
  )
  if (!read.ok) return read
  const readings = new Map(toRead.map((one, at) => [one, read.value[at]?.reading ?? NOTHING_READ]))
  const taken: TakenIn[] = []
  for (const one of kept) {
    const reading = readings.get(one) ?? NOTHING_READ
    const earlier = await toldEarlier(ground, one, { reading, labels, readers: options.readers })
    if (!earlier.ok) return earlier
    taken.push({
      capture: one.capture,
      label: labels.get(one.capture.id) ?? null,
      fate: one.fate,
      documents: reading.documents,
      statements: reading.statements.length,
      refusal: reading.refusal,
      earlier: earlier.value,
    })
  }
  return ok({ taken, refusals: stopped === null ? refusals : [...refusals, stopped] })
}
