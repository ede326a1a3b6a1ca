import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepCapture } from './captures.ts'
import { addExhibits, beginCase, judge, removeExhibit } from './cases.ts'
import { type Extract, extractCase, type ProvenEntry, provenCase } from './extract.ts'
import { entryOf, rowOf } from './journal/entry-row.ts'
import { draft, valueOf } from './library-shelf.fixture.ts'
import { type Library, openLibrary } from './library.ts'

let folder = ''
let library: Library
let extract: Extract

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-extract-'))
  library = valueOf(await openLibrary(folder, { who: 'ida' }))
  valueOf(await beginCase(library, { name: 'other', question: null, claims: ['Not this one.'] }))
  valueOf(await beginCase(library, { name: 'dam', question: 'Did it fail?', claims: ['The dam failed.'] }))
  for (const text of ['one', 'two', 'three']) {
    const { id } = valueOf(await keepCapture(library, draft(text)))
    valueOf(await addExhibits(library, 'dam', [{ capture: id, label: null }]))
  }
  valueOf(await removeExhibit(library, 'dam', { label: 'd2', reason: 'off the point' }))
  valueOf(await judge(library, 'dam', { judgement: { kind: 'grade', source: 'the mayor', grade: 'C' }, reason: 'met her' }))
  extract = valueOf(await extractCase(library, 'dam'))
})
afterAll(async () => {
  await library.close()
  await rm(folder, { recursive: true })
})

const withRow = (at: number, change: (entry: ProvenEntry) => ProvenEntry): Extract => ({
  ...extract,
  entries: extract.entries.map((entry, place) => (place === at ? change(entry) : entry)),
})

describe('a case taken out of its journal', () => {
  it('holds the case and its captures, proved, and nothing of another case', () => {
    const proven = valueOf(provenCase(extract))
    expect(proven.key).toBe(library.key)
    expect(proven.state).toMatchObject({
      name: 'dam',
      exhibits: [{ label: 'd1' }, { label: 'd3' }],
      judgements: [{ who: 'ida' }],
    })
    expect(proven.captures).toHaveLength(3)
    expect(JSON.stringify(extract)).not.toContain('Not this one.')
  })

  it('refuses every entry that is altered, hash and all, in any one of its fields', () => {
    for (const [at] of extract.entries.entries()) {
      const forged = withRow(at, ({ row, proof }) => {
        const entry = { ...entryOf(row), at: '2020-01-01T00:00:00.000Z' }
        return { row: rowOf(entry), proof }
      })
      expect(provenCase(forged)).toMatchObject({ ok: false, refusal: { code: 'malformed' } })
      for (const field of ['who', 'deed', 'kind', 'at', 'leaf'] as const) {
        const altered = withRow(at, ({ row, proof }) => ({ row: { ...row, [field]: `${row[field]}x` }, proof }))
        expect(provenCase(altered).ok).toBe(false)
      }
    }
  })

  it('refuses entries moved, proofs swapped, and a checkpoint of another library', async () => {
    const swapped = {
      ...extract,
      entries: extract.entries.map((entry, at) => ({ ...entry, proof: extract.entries.at(at - 1)?.proof ?? [] })),
    }
    expect(provenCase(swapped).ok).toBe(false)
    expect(provenCase({ ...extract, entries: extract.entries.slice(1) }).ok).toBe(false)
    const elsewhere = await mkdtemp(join(tmpdir(), 'hearsay-extract-'))
    const other = valueOf(await openLibrary(elsewhere, { who: 'bo' }))
    valueOf(await beginCase(other, { name: 'dam', question: null, claims: [] }))
    const { checkpoint } = valueOf(await extractCase(other, 'dam'))
    expect(provenCase({ ...extract, checkpoint })).toMatchObject({ ok: false })
    await other.close()
    await rm(elsewhere, { recursive: true })
  })

  it('refuses a case whose document was captured by no entry in it', () => {
    const without = { ...extract, entries: extract.entries.filter(({ row }) => row.kind !== 'capture') }
    expect(provenCase(without)).toMatchObject({ ok: false })
  })

  it('refuses a case that is not there', async () => {
    expect((await extractCase(library, 'tower')).ok).toBe(false)
  })
})
