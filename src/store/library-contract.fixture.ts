import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { answerKey, answerOf, holdAnswers } from './answers.ts'
import { buryCapture, bytesOfCapture, captureOf, capturesOfUrl, keepCapture } from './captures.ts'
import {
  addClaims,
  addExhibits,
  beginCase,
  caseMark,
  caseNamed,
  closeCase,
  judge,
  removeClaim,
  removeExhibit,
  undo,
} from './cases.ts'
import { checkpointOf, entriesOf, record } from './journal/journal.ts'
import { draft, handClock, type Open, readingWith, type Shelf, shelfOf, valueOf } from './library-shelf.fixture.ts'
import { keepReading, readingOf } from './readings.ts'
import { search } from './search.ts'
import { verifyLibrary } from './verification/verify.ts'

const keepsCaptures = ({ anew, again, kept }: Shelf): void => {
  it('gives back the bytes that were kept, to another program too', async () => {
    const library = await anew()
    const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => (at * 7919) % 256)
    const capture = await kept(library, 'x', { bytes, imprint: { publisher: 'Harbour Post' } })
    const other = await again(library.folder)
    const found = await captureOf(other, capture.id)
    expect(found).toEqual(capture)
    if (found === null) return
    const read = await bytesOfCapture(other, found)
    expect(Buffer.compare(read.bytes, bytes)).toBe(0)
    expect(read.imprint).toEqual({ publisher: 'Harbour Post' })
  })

  it('keeps what it has already only once', async () => {
    const library = await anew()
    const first = await kept(library, 'the log')
    const before = (await entriesOf(library)).length
    expect(await kept(library, 'the log')).toEqual(first)
    expect(await entriesOf(library)).toHaveLength(before)
  })

  it('keeps a page that has changed as another capture of the same page, and one that has not as seen again', async () => {
    const library = await anew()
    const exchange = { requested: 'https://a.example/', url: 'https://a.example/', status: 200, headers: [], redirects: [] }
    const fetched = { method: 'fetched', exchange } as const
    const one = await kept(library, 'as it was', { ...fetched, takenAt: '2024-03-11T08:00:00.000Z' })
    const same = await kept(library, 'as it was', { ...fetched, takenAt: '2024-03-12T08:00:00.000Z' })
    const changed = await kept(library, 'as it is', { ...fetched, takenAt: '2024-03-13T08:00:00.000Z' })
    expect(new Set([one.id, same.id, changed.id]).size).toBe(3)
    expect(same.sha256).toBe(one.sha256)
    expect((await capturesOfUrl(library, 'https://a.example/')).map(({ id }) => id)).toEqual([one.id, same.id, changed.id])
  })
}

const deletesCaptures = ({ anew, again, kept }: Shelf): void => {
  it('deletes bytes and what was read in them, and keeps a tombstone with digest and reason', async () => {
    const library = await anew()
    const capture = await kept(library, 'a private letter')
    valueOf(await keepReading(library, { capture: capture.id, reader: 'r@1', reading: readingWith('doc_1', 'a private letter') }))
    valueOf(await buryCapture(library, capture.id, 'asked by the person named'))
    expect(await captureOf(library, capture.id)).toBeNull()
    expect(await library.archive.bytesOf(capture.sha256)).toBeNull()
    expect(await readingOf(library, capture.id, 'r@1')).toBeNull()
    expect(await search(library, 'private', { limit: 5 })).toEqual([])
    expect((await entriesOf(library)).at(-1)?.deed).toEqual({
      kind: 'tombstone',
      capture: capture.id,
      sha256: capture.sha256,
      reason: 'asked by the person named',
    })
    expect(await keepCapture(library, draft('a private letter'))).toMatchObject({ ok: false, refusal: { code: 'deleted' } })
    expect((await verifyLibrary(library)).flaws).toEqual([])
  })

  it('keeps bytes that another capture still needs', async () => {
    const library = await anew()
    const one = await kept(library, 'shared bytes')
    const two = await kept(library, 'shared bytes', { imprint: { publisher: 'Another' } })
    expect(one.sha256).toBe(two.sha256)
    valueOf(await buryCapture(library, one.id, 'twice here'))
    expect(await library.archive.bytesOf(two.sha256)).not.toBeNull()
    expect((await verifyLibrary(library)).flaws).toEqual([])
  })

  it('completes a deletion that was broken off before the bytes were gone', async () => {
    const library = await anew()
    const capture = await kept(library, 'half deleted')
    await record(library, () =>
      Promise.resolve({
        ok: true,
        value: [{ case: null, deed: { kind: 'tombstone', capture: capture.id, sha256: capture.sha256, reason: 'killed' } }],
      }),
    )
    expect(await library.archive.found(capture.sha256)).not.toBeNull()
    const other = await again(library.folder)
    expect(await other.archive.found(capture.sha256)).toBeNull()
  })

  it('sweeps away what a writer that is gone left half written, and not what is being written', async () => {
    const library = await anew()
    await writeFile(join(library.folder, 'incoming', '999999999.abcdef'), 'half')
    await writeFile(join(library.folder, 'incoming', `${process.pid}.abcdef`), 'half')
    expect(await library.archive.sweep()).toBe(1)
    expect(await library.archive.sweep()).toBe(0)
  })
}

const keepsReadings = ({ anew, kept }: Shelf): void => {
  it('gives back a reading exactly, and only that of the reader that made it', async () => {
    const library = await anew()
    const capture = await kept(library, 'text')
    const reading = readingWith('doc_1', 'The harbour log — “shut” — 🚢 was shown.')
    valueOf(await keepReading(library, { capture: capture.id, reader: 'r@1', reading }))
    expect(await readingOf(library, capture.id, 'r@1')).toEqual(reading)
    expect(await readingOf(library, capture.id, 'r@2')).toBeNull()
  })

  it('finds words in documents, whatever their accents, and nothing that an expert query language would mean', async () => {
    const library = await anew()
    const capture = await kept(library, 'text')
    valueOf(
      await keepReading(library, {
        capture: capture.id,
        reader: 'r@1',
        reading: readingWith('doc_1', 'Señor Núñez closed the sluice at dawn.'),
      }),
    )
    expect(await search(library, 'nunez sluice', { limit: 5 })).toMatchObject([{ document: 'doc_1' }])
    expect(await search(library, '"the sluice"', { limit: 5 })).toHaveLength(1)
    expect(await search(library, '"sluice the"', { limit: 5 })).toEqual([])
    for (const odd of ['', '   ', '"', '*', 'NOT', 'a OR', 'sluice AND (', 'title:', '^', '-', "'; drop table entry; --"])
      expect(Array.isArray(await search(library, odd, { limit: 5 }))).toBe(true)
    expect(await search(library, 'NOT sluice', { limit: 5 })).toEqual([])
    expect((await search(library, 'SLUICE', { limit: 5 }))[0]?.excerpt).toBe('Señor Núñez closed the ⟦sluice⟧ at dawn.')
  })

  it('finds what the latest reader found', async () => {
    const library = await anew()
    const capture = await kept(library, 'text')
    valueOf(await keepReading(library, { capture: capture.id, reader: 'r@1', reading: readingWith('doc_1', 'an old wording') }))
    valueOf(await keepReading(library, { capture: capture.id, reader: 'r@2', reading: readingWith('doc_1', 'a new wording') }))
    expect(await search(library, 'wording', { limit: 5 })).toHaveLength(1)
    expect(await search(library, 'old', { limit: 5 })).toEqual([])
  })
}

const keepsCases = ({ anew, kept }: Shelf): void => {
  it('tells a case as it stands, and as it stood', async () => {
    const clock = handClock()
    const library = await anew({ now: clock.now })
    valueOf(await beginCase(library, { name: 'dam', question: 'Did it fail?', claims: ['The dam failed.'] }))
    const capture = await kept(library, 'd1')
    clock.set('2024-03-12T08:00:00.000Z')
    valueOf(await addExhibits(library, 'dam', [{ capture: capture.id, label: null }]))
    clock.set('2024-03-13T08:00:00.000Z')
    valueOf(await addClaims(library, 'dam', ['The log was altered.']))
    valueOf(await judge(library, 'dam', { judgement: { kind: 'grade', source: 'the mayor', grade: 'B' }, reason: 'met her' }))
    const now = valueOf(await caseNamed(library, 'dam'))
    expect(now.claims.map(({ id, text }) => [id, text])).toEqual([
      ['c1', 'The dam failed.'],
      ['c2', 'The log was altered.'],
    ])
    expect(now.exhibits.map(({ label }) => label)).toEqual(['d1'])
    expect(now.judgements).toMatchObject([{ reason: 'met her', judgement: { grade: 'B' } }])
    const then = valueOf(await caseNamed(library, 'dam', '2024-03-11T23:59:59.999Z'))
    expect(then).toMatchObject({ exhibits: [], judgements: [], claims: [{ id: 'c1' }] })
    expect(await caseNamed(library, 'dam', '2024-03-10T00:00:00.000Z')).toMatchObject({ ok: false })
  })

  it('takes back, and takes back the taking back, and then is the same as before', async () => {
    const library = await anew()
    valueOf(await beginCase(library, { name: 'dam', question: null, claims: ['The dam failed.'] }))
    const before = valueOf(await caseNamed(library, 'dam'))
    const [made] = valueOf(
      await judge(library, 'dam', { judgement: { kind: 'same-source', names: ['the minister', 'Anna Kor'] }, reason: '' }),
    )
    const judged = valueOf(await caseNamed(library, 'dam'))
    const [undone] = valueOf(await undo(library, 'dam', made?.seq ?? 0))
    const after = valueOf(await caseNamed(library, 'dam'))
    // Nothing is left of it but the journal's own entries.
    expect(after).toEqual({ ...before, seq: after.seq, digest: after.digest })
    expect(after.digest).not.toBe(before.digest)
    valueOf(await undo(library, 'dam', undone?.seq ?? 0))
    expect(valueOf(await caseNamed(library, 'dam')).judgements).toEqual(judged.judgements)
    valueOf(await undo(library, 'dam', null))
    expect(valueOf(await caseNamed(library, 'dam')).judgements).toEqual([])
    valueOf(await undo(library, 'dam', null))
    expect(valueOf(await caseNamed(library, 'dam')).claims).toEqual([])
    expect(await undo(library, 'dam', null)).toMatchObject({ ok: false })
  })
}

const guardsCases = ({ anew, kept }: Shelf): void => {
  it('never gives the label or number of what was taken away to something else', async () => {
    const library = await anew()
    valueOf(await beginCase(library, { name: 'dam', question: null, claims: ['One.'] }))
    const [a, b] = [await kept(library, 'a'), await kept(library, 'b')]
    valueOf(await addExhibits(library, 'dam', [{ capture: a.id, label: null }]))
    valueOf(await removeExhibit(library, 'dam', { label: 'd1', reason: 'a mistake' }))
    valueOf(await removeClaim(library, 'dam', { claim: 'c1', reason: 'reworded' }))
    valueOf(await addExhibits(library, 'dam', [{ capture: b.id, label: null }]))
    valueOf(await addClaims(library, 'dam', ['Two.']))
    const state = valueOf(await caseNamed(library, 'dam'))
    expect(state.exhibits.map(({ label }) => label)).toEqual(['d2'])
    expect(state.claims.map(({ id }) => id)).toEqual(['c2'])
  })

  it('refuses names that are taken or cannot be one, and cases, documents and claims that are not there', async () => {
    const library = await anew()
    valueOf(await beginCase(library, { name: 'dam', question: null, claims: [] }))
    for (const bad of ['dam', '', ' ', '-x', '.x', 'a/b', 'a\nb', 'x'.repeat(81), 'a\\b', '\u0000', 'half \uD83D'])
      expect((await beginCase(library, { name: bad, question: null, claims: [] })).ok).toBe(false)
    expect((await caseNamed(library, 'tower')).ok).toBe(false)
    expect((await judge(library, 'tower', { judgement: { kind: 'note', text: 'x', about: null }, reason: '' })).ok).toBe(false)
    expect((await removeExhibit(library, 'dam', { label: 'd9', reason: '' })).ok).toBe(false)
    expect((await removeClaim(library, 'dam', { claim: 'c9', reason: '' })).ok).toBe(false)
    valueOf(await closeCase(library, 'dam', 'done'))
    expect((await closeCase(library, 'dam', 'done')).ok).toBe(false)
  })

  it('gives two cases that went differently different digests', async () => {
    const library = await anew()
    valueOf(await beginCase(library, { name: 'a', question: null, claims: [] }))
    const first = (await caseMark(library, 'a'))?.digest
    valueOf(await addClaims(library, 'a', ['One.']))
    const second = (await caseMark(library, 'a'))?.digest
    expect(second).not.toBe(first)
    expect(valueOf(await caseNamed(library, 'a')).digest).toBe(second)
  })
}

const keepsJournal = ({ anew, again, kept }: Shelf): void => {
  it('never runs backwards, though the clock may', async () => {
    const clock = handClock('2024-03-11T08:00:00.000Z')
    const library = await anew({ now: clock.now })
    await kept(library, 'one')
    clock.set('2023-01-01T00:00:00.000Z')
    await kept(library, 'two')
    const times = (await entriesOf(library)).map(({ at }) => at)
    expect(times).toEqual(times.toSorted())
  })

  it('writes nothing where what was planned is refused', async () => {
    const library = await anew()
    const before = await checkpointOf(library)
    await addClaims(library, 'no such case', ['x'])
    expect(await checkpointOf(library)).toBe(before)
  })

  it('writes nothing of a plan that breaks down half way', async () => {
    const library = await anew()
    const before = await entriesOf(library)
    await expect(
      record(library, async (db) => {
        await db
          .insertInto('answer')
          .values({ key: 'k', kind: 'told', body: Buffer.from(''), seal: '', held_at: '' })
          .execute()
        throw new Error('broken off')
      }),
    ).rejects.toThrow('broken off')
    expect(await entriesOf(library)).toEqual(before)
    expect(await library.engine.reader.selectFrom('answer').selectAll().execute()).toEqual([])
    await kept(library, 'and goes on')
  })

  it('has many write at once, in one program and in two', async () => {
    const library = await anew()
    const other = await again(library.folder)
    await Promise.all(Array.from({ length: 40 }, (_, at) => kept(at % 2 === 0 ? library : other, `text ${at}`)))
    const entries = await entriesOf(library)
    expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 41 }, (_, at) => at + 1))
    expect((await verifyLibrary(other)).flaws).toEqual([])
  })

  it('holds answers, and takes none whose row was altered', async () => {
    const library = await anew()
    const key = answerKey(['a', 1])
    expect(await answerOf(library, key)).toBeNull()
    valueOf(await holdAnswers(library, 'told', [{ key, body: Buffer.from('likely') }]))
    expect(Buffer.from((await answerOf(library, key)) ?? []).toString()).toBe('likely')
    await library.engine.write((db) =>
      db
        .updateTable('answer')
        .set({ body: Buffer.from('refuted') })
        .execute(),
    )
    expect(await answerOf(library, key)).toBeNull()
  })
}

/** What every library must do, whatever database it stands on. */
export const libraryContract = (name: string, open: Open): void => {
  describe(`a library on ${name}: captures`, () => {
    keepsCaptures(shelfOf(open))
    deletesCaptures(shelfOf(open))
  })
  describe(`a library on ${name}: readings and search`, () => {
    keepsReadings(shelfOf(open))
  })
  describe(`a library on ${name}: cases`, () => {
    keepsCases(shelfOf(open))
    guardsCases(shelfOf(open))
  })
  describe(`a library on ${name}: journal and answers`, () => {
    keepsJournal(shelfOf(open))
  })
}
