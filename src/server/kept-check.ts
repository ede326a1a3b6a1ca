import type { CheckedCase } from '../core/case.ts'
import type { Deed } from '../core/entry.ts'
import type { KeptCase, KeptExhibit } from '../core/kept-case.ts'
import type { Reading } from '../core/reading.ts'
import { ok, type Refusal, type Result } from '../core/refusal.ts'
import { type BearingReader, checkHeard, hear, type Heard, type HearOptions, type Step } from '../index.ts'
import { answerKey, answerOf, holdAnswers } from '../store/answers.ts'
import { bytesOfCapture, captureOf } from '../store/captures.ts'
import { caseMark, caseNamed } from '../store/cases.ts'
import type { Ground } from '../store/ground.ts'
import { entriesOf, record } from '../store/journal/journal.ts'
import { keepReading, readingOf } from '../store/readings.ts'
import { unlessTroubled } from '../store/trouble.ts'
import { keptBearings } from './kept-bearings.ts'

/** What reads, under one version: the same version finds the same in the same capture. */
export interface KeptReaders extends HearOptions {
  readonly bearings?: BearingReader
  /** Of the program itself. */
  readonly program: string
}

export interface KeptCheckOptions {
  readonly readers: KeptReaders
  /** Documents published later are left out, `YYYY-MM-DD`; null: none are. */
  readonly asOf: string | null
  /** The case as it stood at the end of this moment, ISO 8601 in UTC; null: as it stands. */
  readonly known: string | null
  readonly assume: Readonly<Record<string, number>>
}

export interface CheckKeptOptions extends KeptCheckOptions {
  readonly onProgress?: (step: Step) => void
}

export const heardBy = ({ program, tagger }: KeptReaders): string => `${program}+${tagger.version}`

const withoutBytes = (label: string): Reading => {
  const sentence = `${label} was left out: its bytes were deleted from this library; “hearsay log” tells why.`
  return { documents: [], statements: [], refusal: { code: 'deleted', sentence } }
}

/** What was found in a capture: as it is kept, or, where this version of the readers has not read it, by reading it now. */
const readNow = async (ground: Ground, { label, capture: id }: KeptExhibit, readers: KeptReaders): Promise<Result<Reading>> => {
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

/** A case is not told on bytes that are gone or altered: that is refused, and which document it is. */
const readingFor = (ground: Ground, exhibit: KeptExhibit, readers: KeptReaders): Promise<Result<Reading>> =>
  unlessTroubled(exhibit.label, () => readNow(ground, exhibit, readers), 'read')

/** Exhibits read at the same time: one that is read, one that is heard, one whose reading is being kept. */
const WIDTH = 3

const hearExhibits = async (
  ground: Ground,
  { exhibits }: KeptCase,
  { readers, onProgress }: CheckKeptOptions,
): Promise<Result<readonly Heard[]>> => {
  const heard = new Map<number, Heard>()
  const failed: Refusal[] = []
  const queue = exhibits.entries()
  const worker = async (): Promise<void> => {
    for (const [at, exhibit] of queue) {
      const reading = failed.length > 0 ? null : await readingFor(ground, exhibit, readers)
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

type VerdictDeed = Extract<Deed, { readonly kind: 'verdict' }>

const verdictOf = ({ verdicts }: CheckedCase, asOf: string | null, basis: string): VerdictDeed => ({
  kind: 'verdict',
  asOf,
  basis,
  claims: verdicts.map(({ claim, probability, interval, band }) => ({
    claim,
    probability,
    interval: [interval[0], interval[1]],
    band,
  })),
})

/** A verdict that nobody has been told yet goes into the journal; the same on the same basis does so once. */
const noteVerdict = async (ground: Ground, { id }: KeptCase, deed: VerdictDeed): Promise<void> => {
  const [last] = (await entriesOf(ground, { case: id, kinds: ['verdict'], last: 20 })).filter(
    (entry) => entry.deed.kind === 'verdict' && entry.deed.basis === deed.basis,
  )
  if (last === undefined) await record(ground, () => Promise.resolve(ok([{ case: id, deed }])))
}

/** Everything that an answer depends on. */
const basisOf = (digest: string, { readers, asOf, known, assume }: KeptCheckOptions): string =>
  answerKey([
    'case',
    digest,
    heardBy(readers),
    readers.bearings?.version ?? null,
    asOf,
    known,
    JSON.stringify(Object.entries(assume).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  ])

/** A case as it was checked, and everything that this rests on as one digest. */
export interface KeptCheck {
  readonly checked: CheckedCase
  readonly basis: string
}

/**
 * Checks a kept case: what has been read before is not read again, a verdict that nobody has been told goes into the journal. Refuses
 * where there is no such case, where an assumption does not exist, and where the drive would not take what was read.
 */
export const checkKept = async (ground: Ground, name: string, options: CheckKeptOptions): Promise<Result<KeptCheck>> => {
  const { readers, onProgress, asOf, known, assume } = options
  const kept = await caseNamed(ground, name, known)
  if (!kept.ok) return kept
  const { question, claims, judgements, digest } = kept.value
  const heard = await hearExhibits(ground, kept.value, options)
  if (!heard.ok) return heard
  const inquiry = {
    question,
    claims,
    asOf,
    judgements: judgements.map(({ judgement }) => judgement),
    heard: heard.value,
    refusals: [],
  }
  const checked = await checkHeard(inquiry, {
    assume,
    ...(readers.bearings === undefined ? {} : { bearings: keptBearings(ground, readers.bearings, heardBy(readers)) }),
    ...(onProgress === undefined ? {} : { onProgress }),
  })
  if (!checked.ok) return checked
  const basis = basisOf(digest, options)
  if (known === null) await noteVerdict(ground, kept.value, verdictOf(checked.value, asOf, basis))
  return ok({ checked: checked.value, basis })
}

/** What an answer about a case would rest on now, found without reading the case; null where there is no such case. */
export const basisNow = async (ground: Ground, name: string, options: KeptCheckOptions): Promise<string | null> => {
  if (options.known === null) {
    const mark = await caseMark(ground, name)
    return mark === null ? null : basisOf(mark.digest, options)
  }
  const kept = await caseNamed(ground, name, options.known)
  return kept.ok ? basisOf(kept.value.digest, options) : null
}

const tellingKey = (basis: string, form: string): string => answerKey(['told', basis, form])

/** A case as it was told before in that form on that basis; null where it has to be told anew. */
export const heldTelling = (ground: Ground, basis: string, form: string): Promise<Uint8Array | null> =>
  answerOf(ground, tellingKey(basis, form))

/** Holds a telling for the next who asks on the same basis. */
export const holdTelling = (
  ground: Ground,
  { basis, form, body }: { readonly basis: string; readonly form: string; readonly body: Uint8Array },
): Promise<Result<null>> => holdAnswers(ground, 'told', [{ key: tellingKey(basis, form), body }])
