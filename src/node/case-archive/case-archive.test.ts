import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Result } from '../../core/refusal.ts'
import { buryCapture, bytesOfCapture, type CaptureDraft, captureOf, keepCapture } from '../../store/captures.ts'
import { addExhibits, beginCase, caseNamed, judge, removeExhibit, undo } from '../../store/cases.ts'
import { entriesOf } from '../../store/journal/journal.ts'
import { type Library, openLibrary } from '../../store/library.ts'
import { verifyLibrary } from '../../store/verification/verify.ts'
import { readWacz } from '../web-archive/index.ts'
import { exportCase } from './export.ts'
import { importCase, readCaseArchive } from './import.ts'

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.refusal.sentence)
  return result.value
}

const folders: string[] = []
const libraries: Library[] = []
const anew = async (who: string): Promise<Library> => {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-export-'))
  folders.push(folder)
  const library = valueOf(await openLibrary(folder, { who }))
  libraries.push(library)
  return library
}

const FETCHED: CaptureDraft = {
  bytes: Buffer.from('<html><body>The dam – “safe” – was inspected.</body></html>'),
  name: 'https://harbourpost.example/dam',
  mediaType: 'text/html',
  charset: 'utf-8',
  imprint: { publisher: 'Harbour Post' },
  method: 'fetched',
  takenAt: '2024-03-11T08:00:00.000Z',
  exchange: {
    requested: 'http://harbourpost.example/dam',
    url: 'https://harbourpost.example/dam?id=1',
    status: 200,
    headers: [
      ['content-type', 'text/html; charset=utf-8'],
      ['content-encoding', 'gzip'],
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ],
    redirects: ['http://harbourpost.example/dam'],
  },
}
const FILE: CaptureDraft = {
  ...FETCHED,
  bytes: Uint8Array.from({ length: 5000 }, (_, at) => (at * 31) % 256),
  name: 'memo.pdf',
  mediaType: 'application/pdf',
  charset: null,
  imprint: {},
  method: 'file',
  exchange: null,
}

let from: Library
let archive: Uint8Array

beforeAll(async () => {
  from = await anew('ida')
  valueOf(await beginCase(from, { name: 'dam', question: 'Did it fail?', claims: ['The dam failed.', 'The log was altered.'] }))
  const drafts = [FETCHED, FILE, { ...FILE, bytes: Buffer.from('taken out again'), name: 'wrong.txt' }]
  for (const draft of drafts) {
    const { id } = valueOf(await keepCapture(from, draft))
    valueOf(await addExhibits(from, 'dam', [{ capture: id, label: null }]))
  }
  valueOf(await removeExhibit(from, 'dam', { label: 'd3', reason: 'another dam' }))
  valueOf(await judge(from, 'dam', { judgement: { kind: 'grade', source: 'the mayor', grade: 'B' }, reason: 'met her' }))
  valueOf(await judge(from, 'dam', { judgement: { kind: 'note', text: 'a slip', about: null }, reason: '' }))
  valueOf(await undo(from, 'dam', null))
  archive = valueOf(await exportCase(from, 'dam', { software: 'hearsay test' }))
})
afterAll(async () => {
  for (const library of libraries) await library.close()
  for (const folder of folders) await rm(folder, { recursive: true })
})

describe('a case exported and imported', () => {
  it('is a web archive that others can read, a fetched page under its address and a file under a name of its own', async () => {
    const read = valueOf(await readWacz(archive, { name: 'dam.wacz' }))
    expect(read.warnings).toEqual([])
    expect(read.exchanges.map(({ url, status }) => [url.replace(/cap_.*/u, 'cap_…'), status])).toEqual([
      ['https://harbourpost.example/dam?id=1', 200],
      ['urn:hearsay:cap_…', null],
    ])
    expect(read.exchanges[0]?.headers).toContainEqual(['x-archive-orig-content-encoding', 'gzip'])
    expect(read.pages).toHaveLength(2)
  })

  it('is the same case in another library: question, claims, labels, bytes and judgements, and who made them there', async () => {
    const to = await anew('bo')
    const state = valueOf(await importCase(to, archive, { name: 'dam.wacz', as: null }))
    expect(state).toMatchObject({
      name: 'dam',
      question: 'Did it fail?',
      claims: [{ text: 'The dam failed.' }, { text: 'The log was altered.' }],
      judgements: [{ who: 'bo', judgement: { kind: 'grade', grade: 'B' } }],
    })
    expect(state.judgements[0]?.reason).toMatch(/^ida, \d{4}-\d\d-\d\d: met her$/u)
    expect(state.exhibits.map(({ label }) => label)).toEqual(['d1', 'd2'])
    const [first, second] = await Promise.all(state.exhibits.map(({ capture }) => captureOf(to, capture)))
    // What another library fetched is worth what an archive is worth; what was a file there is one here.
    expect(first).toMatchObject({
      method: 'archived',
      takenAt: FETCHED.takenAt,
      exchange: FETCHED.exchange,
      imprint: FETCHED.imprint,
    })
    expect(second).toMatchObject({ method: 'file', mediaType: 'application/pdf' })
    if (first === null || second === null || first === undefined || second === undefined) throw new Error('not imported')
    expect(Buffer.compare((await bytesOfCapture(to, first)).bytes, FETCHED.bytes)).toBe(0)
    expect(Buffer.compare((await bytesOfCapture(to, second)).bytes, FILE.bytes)).toBe(0)
    expect((await verifyLibrary(to)).flaws).toEqual([])
    // The archive itself is kept: it holds the other library's journal.
    expect(
      (await entriesOf(to, { kinds: ['capture'] })).some(
        ({ deed }) => deed.kind === 'capture' && deed.capture.name === 'dam.wacz',
      ),
    ).toBe(true)
  })

  it('takes another name where its own is taken', async () => {
    expect(await importCase(from, archive, { name: 'dam.wacz', as: null })).toMatchObject({ ok: false })
    valueOf(await importCase(from, archive, { name: 'dam.wacz', as: 'dam again' }))
    expect(valueOf(await caseNamed(from, 'dam again')).exhibits).toHaveLength(2)
  })

  it('gives the same bytes for the same case', async () => {
    const again = valueOf(await exportCase(from, 'dam', { software: 'hearsay test' }))
    const once = valueOf(await readCaseArchive(again, 'dam.wacz'))
    expect(once.state).toEqual(valueOf(await readCaseArchive(archive, 'dam.wacz')).state)
    expect(Buffer.compare(valueOf(await exportCase(from, 'dam', { software: 'hearsay test' })), again)).toBe(0)
  })

  it('is refused whichever byte is altered, or else says the same', { timeout: 60_000 }, async () => {
    const whole = valueOf(await readCaseArchive(archive, 'dam.wacz'))
    let refused = 0
    let tried = 0
    for (let at = 0; at < archive.length; at += 37) {
      const altered = Uint8Array.from(archive)
      altered[at] = (altered[at] ?? 0) ^ 0x20
      const read = await readCaseArchive(altered, 'dam.wacz')
      tried++
      if (!read.ok) refused++
      else expect({ ...read.value, bytesOf: [...read.value.bytesOf] }).toEqual({ ...whole, bytesOf: [...whole.bytesOf] })
    }
    expect(refused / tried).toBeGreaterThan(0.85)
  })

  it('leaves out bytes that were deleted, and says so', async () => {
    const library = await anew('ida')
    valueOf(await beginCase(library, { name: 'dam', question: null, claims: ['The dam failed.'] }))
    const { id } = valueOf(await keepCapture(library, FILE))
    valueOf(await addExhibits(library, 'dam', [{ capture: id, label: null }]))
    valueOf(await buryCapture(library, id, 'private'))
    const read = valueOf(
      await readCaseArchive(valueOf(await exportCase(library, 'dam', { software: 'hearsay test' })), 'dam.wacz'),
    )
    expect(read.tombstones).toEqual([id])
    expect(read.bytesOf.size).toBe(0)
  })

  it('refuses what is no export of a case', async () => {
    expect(await readCaseArchive(Buffer.from('PK'), 'x.wacz')).toMatchObject({ ok: false })
    expect((await exportCase(from, 'tower', { software: 'x' })).ok).toBe(false)
  })
})
