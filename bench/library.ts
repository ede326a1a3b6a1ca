/**
 * `node bench/library.ts [--documents N]`: what a case of many documents costs: one more of them, its telling where nothing changed, the
 * case itself, a search, a verification. Filled with syncs off; measured with them on. Milliseconds, the median of so many runs and the
 * longest.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { CaptureId } from '../src/core/capture.ts'
import type { Reading } from '../src/core/reading.ts'
import type { Result } from '../src/core/refusal.ts'
import { read, rulesTagger } from '../src/index.ts'
import { basisNow, heldTelling, holdTelling, type CheckKeptOptions } from '../src/server/kept-check.ts'
import { type CaptureDraft, keepCapture } from '../src/store/captures.ts'
import { addExhibits, beginCase, caseNamed } from '../src/store/cases.ts'
import { DATABASE_FILE, type Library, openLibrary } from '../src/store/library.ts'
import { keepReading } from '../src/store/readings.ts'
import { search } from '../src/store/search.ts'
import { verifyLibrary } from '../src/store/verification/verify.ts'
import { madeArticle, seeded } from './made-articles.ts'
import { fileDraft, madeReading } from './reliability/made-captures.ts'
import { openNaively, withBug } from './reliability/seeded-bugs.ts'
import { keepTable } from './results.ts'

const CASE = 'many'
const WORDS = 300
const RUNS = 15
/** Bytes of a case as it is told. */
const TELLING = 300_000

const { values } = parseArgs({ options: { documents: { type: 'string', multiple: true, default: ['100', '10000'] } } })

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.refusal.sentence)
  return result.value
}

const options: CheckKeptOptions = {
  readers: { tagger: rulesTagger, read, program: 'bench' },
  asOf: null,
  known: null,
  assume: {},
}

const random = seeded(7)

const documentOf = (item: number): { readonly draft: CaptureDraft; readonly reading: Reading } => {
  const place = { seed: 1, program: 1, item }
  const text = `${madeArticle(WORDS, random)}\n${item}`
  const made = madeReading(place)
  const documents = made.documents.map((document) => ({ ...document, text }))
  return { draft: { ...fileDraft(place), bytes: Buffer.from(text), name: `${item}.txt` }, reading: { ...made, documents } }
}

const addTo = async (library: Library, item: number): Promise<CaptureId> => {
  const { draft, reading } = documentOf(item)
  const { id } = valueOf(await keepCapture(library, draft))
  valueOf(await keepReading(library, { capture: id, reader: 'made@1', reading }))
  return id
}

const fill = async (folder: string, count: number): Promise<void> => {
  const library = valueOf(
    await openLibrary(folder, {
      who: 'the bench',
      openEngine: (inside, at) =>
        openNaively(join(inside, DATABASE_FILE), at, { begin: 'begin immediate', synchronous: 'off', timeout: 5000 }),
    }),
  )
  const quick = withBug(library, 'never-syncs')
  valueOf(await beginCase(quick, { name: CASE, question: null, claims: ['The dam failed.'] }))
  const captures: CaptureId[] = []
  for (let item = 0; item < count; item++) captures.push(await addTo(quick, item))
  valueOf(
    await addExhibits(
      quick,
      CASE,
      captures.map((capture) => ({ capture, label: null })),
    ),
  )
  await library.close()
}

interface Measured {
  readonly what: string
  readonly ms: readonly number[]
}

const timed = async (what: string, work: (run: number) => Promise<unknown>, runs = RUNS): Promise<Measured> => {
  const ms: number[] = []
  for (let run = 0; run < runs; run++) {
    const before = performance.now()
    await work(run)
    ms.push(performance.now() - before)
  }
  return { what, ms: ms.toSorted((a, b) => a - b) }
}

const measure = async (folder: string, count: number): Promise<readonly Measured[]> => {
  const library = valueOf(await openLibrary(folder, { who: 'the bench' }))
  const basis = await basisNow(library, CASE, options)
  valueOf(await holdTelling(library, { basis: basis ?? '', form: 'html', body: Buffer.alloc(TELLING, 'x') }))
  const telling = await timed('held telling of the unchanged case', async () => {
    const held = await heldTelling(library, (await basisNow(library, CASE, options)) ?? '', 'html')
    if (held?.length !== TELLING) throw new Error('the telling is not held')
  })
  const ids: CaptureId[] = []
  const readings: Reading[] = []
  const measured = [
    telling,
    await timed('one more: capture', async (run) => {
      const { draft, reading } = documentOf(count + run)
      readings.push(reading)
      ids.push(valueOf(await keepCapture(library, draft)).id)
    }),
    await timed('one more: exhibit', async (run) => {
      valueOf(await addExhibits(library, CASE, [{ capture: ids[run] ?? ('' as CaptureId), label: null }]))
    }),
    await timed('one more: reading', async (run) => {
      const reading = readings[run] ?? madeReading({ seed: 1, program: 2, item: run })
      valueOf(await keepReading(library, { capture: ids[run] ?? ('' as CaptureId), reader: 'made@1', reading }))
    }),
    await timed('the case as it stands', () => caseNamed(library, CASE)),
    await timed('search for two words, 20 hits', () => search(library, 'northern memo', { limit: 20 })),
    await timed('search for one number', (run) => search(library, String(run + 17), { limit: 20 })),
    await timed('verification', () => verifyLibrary(library), 1),
  ]
  await library.close()
  return [
    ...measured,
    await timed('opening', async () => {
      const again = valueOf(await openLibrary(folder, { who: 'the bench' }))
      await again.close()
    }),
  ]
}

const columns: (readonly Measured[])[] = []
for (const count of values.documents.map(Number)) {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-library-bench-'))
  await fill(folder, count)
  columns.push(await measure(folder, count))
  await rm(folder, { recursive: true })
}

const shown = ({ ms }: Measured): string =>
  `${(ms[Math.floor(ms.length / 2)] ?? Number.NaN).toFixed(1).padStart(12)}${(ms.at(-1) ?? Number.NaN).toFixed(1).padStart(12)}`
keepTable(
  'library',
  [
    `A case of so many documents; milliseconds, median and longest of ${RUNS}; Node ${process.versions.node}, ${cpus().length} cores`,
    `${''.padEnd(40)}${values.documents.map((count) => `${count.padStart(12)}${''.padStart(12)}`).join('')}`,
    ...(columns[0] ?? []).map(
      ({ what }, at) =>
        `${what.padEnd(40)}${columns.flatMap((column) => (column[at] === undefined ? [] : [shown(column[at])])).join('')}`,
    ),
  ].join('\n'),
)
