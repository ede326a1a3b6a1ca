import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Entry } from '../../src/core/entry.ts'
import type { Result } from '../../src/core/refusal.ts'
import { bytesOfCapture, captureOf, keepCapture } from '../../src/store/captures.ts'
import { addExhibits, beginCase, caseNamed, judge } from '../../src/store/cases.ts'
import { entriesOf } from '../../src/store/journal/journal.ts'
import { draft, readingWith } from '../../src/store/library-shelf.fixture.ts'
import { type Library, openLibrary } from '../../src/store/library.ts'
import { keepReading, readingOf } from '../../src/store/readings.ts'
import { search } from '../../src/store/search.ts'
import { verifyLibrary } from '../../src/store/verification/verify.ts'

const READER = 'trip@1'

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.refusal.sentence)
  return result.value
}

const opened = async (folder: string): Promise<Library> => valueOf(await openLibrary(folder, { who: 'the bench' }))

/** How a string is written down; the control writes down another. */
export type Save = (text: string) => string

/** A string after everything it was put into, and whether it could be a case's name. */
interface Put {
  readonly at: number
  readonly name: string
  readonly isName: boolean
  readonly capture: string
}

const put = async (library: Library, text: string, at: number): Promise<Put> => {
  const draftOf = (name: string): Parameters<typeof beginCase>[1] => ({ name, question: text, claims: [text] })
  const asName = await beginCase(library, draftOf(text))
  const name = asName.ok ? text : `case ${at}`
  if (!asName.ok) valueOf(await beginCase(library, draftOf(name)))
  const imprint = { publisher: text, author: text, title: text, url: text }
  const capture = valueOf(
    await keepCapture(library, { ...draft(text), bytes: Buffer.from(`${text}\n${at}`), name: text, imprint }),
  )
  valueOf(await addExhibits(library, name, [{ capture: capture.id, label: text }]))
  valueOf(await judge(library, name, { judgement: { kind: 'note', text, about: text }, reason: text }))
  const reading = readingWith(`doc_${at}`, `${text} zq${at}qz`)
  valueOf(await keepReading(library, { capture: capture.id, reader: READER, reading }))
  return { at, name, isName: asName.ok, capture: capture.id }
}

/** What of it did not come back as it was given. */
const missesOf = async (library: Library, given: string, { at, name, capture }: Put): Promise<readonly string[]> => {
  const kept = valueOf(await caseNamed(library, name))
  const record = await captureOf(library, capture as Parameters<typeof captureOf>[1])
  const bytes = record === null ? null : (await bytesOfCapture(library, record)).bytes
  const reading = record === null ? null : await readingOf(library, record.id, READER)
  const [judged] = kept.judgements
  const note = judged?.judgement.kind === 'note' ? judged.judgement : null
  const [hit, ...others] = await search(library, `zq${at}qz`, { limit: 5 })
  await search(library, given, { limit: 5 })
  const held: Readonly<Record<string, boolean>> = {
    name: kept.name === name,
    question: kept.question === given,
    claim: kept.claims[0]?.text === given,
    label: kept.exhibits[0]?.label === given,
    note: note?.text === given && note.about === given,
    reason: judged?.reason === given,
    'name of the file': record?.name === given,
    imprint: JSON.stringify(record?.imprint) === JSON.stringify({ publisher: given, author: given, title: given, url: given }),
    // A half character has no bytes in UTF-8: a text with one cannot be a file.
    bytes: Buffer.compare(bytes ?? Buffer.alloc(0), Buffer.from(`${given}\n${at}`)) === 0,
    reading: reading?.documents[0]?.text === `${given} zq${at}qz`,
    search: hit?.document === `doc_${at}` && others.length === 0,
  }
  return Object.entries(held).flatMap(([field, isHeld]) => (isHeld ? [] : [field]))
}

const inJournal = (entries: readonly Entry[], given: string): boolean =>
  entries.some(({ deed }) => deed.kind === 'claim' && deed.text === given)

export interface Trips {
  /** For each string, what of it was lost. */
  readonly misses: readonly (readonly string[])[]
  /** Strings that could be a case's name. */
  readonly names: number
  readonly flaws: number
}

/** Every string through every field of a kept case, and back out of a library that was closed and opened again. */
export const trips = async (strings: readonly string[], save: Save = (text) => text): Promise<Trips> => {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-strings-'))
  let library = await opened(folder)
  try {
    const puts: Put[] = []
    for (const [at, given] of strings.entries()) puts.push(await put(library, save(given), at))
    await library.close()
    library = await opened(folder)
    const entries = await entriesOf(library)
    const misses: (readonly string[])[] = []
    for (const [at, given] of strings.entries()) {
      const one = puts[at]
      const lost = one === undefined ? ['all'] : await missesOf(library, given, one)
      misses.push(inJournal(entries, given) ? lost : [...lost, 'journal'])
    }
    const { flaws } = await verifyLibrary(library)
    return { misses, names: puts.filter(({ isName }) => isName).length, flaws: flaws.length }
  } finally {
    await library.close()
    await rm(folder, { recursive: true })
  }
}
