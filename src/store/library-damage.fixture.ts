import { readdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { answerKey, answerOf, holdAnswers } from './answers.ts'
import { buryCapture, keepCapture } from './captures.ts'
import { addClaims, addExhibits, beginCase, caseNamed, judge, removeClaim, removeExhibit, undo } from './cases.ts'
import type { Ground } from './ground.ts'
import { entriesOf } from './journal/journal.ts'
import { draft, type Open, readingWith, type Shelf, shelfOf, valueOf } from './library-shelf.fixture.ts'
import { keepReading, readingOf } from './readings.ts'
import { verifyLibrary } from './verification/verify.ts'

const flawed = async (ground: Ground): Promise<readonly string[]> => (await verifyLibrary(ground)).flaws.map(({ item }) => item)

/** Alters rows as somebody with the file of the database could. */
const alter = (ground: Ground, statement: string): Promise<unknown> => ground.engine.write((db) => sql.raw(statement).execute(db))

const failing =
  (code: string): (() => Promise<never>) =>
  () =>
    Promise.reject(Object.assign(new Error(`${code}: made up`), { code }))

const noticesAlteredRows = ({ anew, kept }: Shelf): void => {
  it('names the row, whichever field of it was altered', async () => {
    const library = await anew()
    const capture = await kept(library, 'one')
    valueOf(await keepReading(library, { capture: capture.id, reader: 'r@1', reading: readingWith('doc_1', 'one') }))
    valueOf(await holdAnswers(library, 'told', [{ key: answerKey(['a']), body: Buffer.from('likely') }]))
    valueOf(await beginCase(library, { name: 'dam', question: null, claims: ['One.'] }))
    const cases: readonly (readonly [item: RegExp, alter: string, back: string])[] = [
      [/^head/u, `update head set at = at || 'x'`, `update head set at = substr(at, 1, length(at) - 1)`],
      [/^head/u, `update head set frontier = frontier || ' '`, `update head set frontier = trim(frontier)`],
      [/^head/u, `update head set id = 3`, `update head set id = 1`],
      [/^reading/u, `update reading set packed = upper(packed)`, `update reading set packed = lower(packed)`],
      [/^answer/u, `update answer set seal = upper(seal)`, `update answer set seal = lower(seal)`],
      [/^answer/u, `update answer set kind = 'heard'`, `update answer set kind = 'told'`],
      [/^answer/u, `update answer set held_at = held_at || 'x'`, `update answer set held_at = substr(held_at, 1, 24)`],
      [/^case/u, `update case_item set held = 0`, `update case_item set held = 1`],
      [/^case/u, `update case_item set number = 7`, `update case_item set number = 1`],
      [/^case/u, `update case_item set label = 'c9'`, `update case_item set label = 'c1'`],
      [
        /^entry 2/u,
        `update entry set deed = replace(deed, '"capture"', '"cApture"') where seq = 2`,
        `update entry set deed = replace(deed, '"cApture"', '"capture"') where seq = 2`,
      ],
    ]
    for (const [item, statement, back] of cases) {
      await alter(library, statement)
      expect(await flawed(library), statement).toContainEqual(expect.stringMatching(item))
      await alter(library, back)
      expect(await flawed(library), back).toEqual([])
    }
  })

  it('names every capture whose bytes were altered, and a link in the place of bytes', async () => {
    const library = await anew()
    const one = await kept(library, 'shared bytes')
    const two = await kept(library, 'shared bytes', { imprint: { publisher: 'Another' } })
    const path = join(library.folder, 'sha256', one.sha256.slice(0, 2), one.sha256)
    await rename(path, join(library.folder, 'elsewhere'))
    await symlink(join(library.folder, 'elsewhere'), path)
    expect(await flawed(library)).toEqual([`capture ${one.id}`, `capture ${two.id}`])
    // Keeping them again puts them right.
    expect((await kept(library, 'shared bytes')).id).toBe(one.id)
    expect(await flawed(library)).toEqual([])
  })

  it('reads anew what was altered, and keeps that', async () => {
    const library = await anew()
    const { id } = await kept(library, 'one')
    const reading = readingWith('doc_1', 'one')
    valueOf(await keepReading(library, { capture: id, reader: 'r@1', reading }))
    await alter(library, `update reading set body = x'00'`)
    expect(await readingOf(library, id, 'r@1')).toBeNull()
    valueOf(await keepReading(library, { capture: id, reader: 'r@1', reading }))
    expect(await readingOf(library, id, 'r@1')).toEqual(reading)
    expect(await flawed(library)).toEqual([])
  })
}

const neverSignsWhatWasAltered = ({ anew, again, kept }: Shelf): void => {
  it('does not go on with a journal whose end was cut off, and writes nothing of what it refuses', async () => {
    const library = await anew()
    const one = await kept(library, 'one')
    await kept(library, 'two')
    await alter(library, 'delete from entry where seq = 3')
    await alter(library, `delete from capture where seq = 3`)
    await alter(library, `update head set size = 2, frontier = json_set(frontier, '$.size', 2)`)
    const other = await again(library.folder)
    for (const ground of [library, other]) {
      expect(await keepCapture(ground, draft('three'))).toMatchObject({ ok: false, refusal: { code: 'bad-signature' } })
      const reading = readingWith('doc_1', 'one')
      expect((await keepReading(ground, { capture: one.id, reader: 'r@1', reading })).ok).toBe(false)
      expect(await readingOf(ground, one.id, 'r@1')).toBeNull()
    }
    expect((await entriesOf(other)).map(({ seq }) => seq)).toEqual([1, 2])
    expect(await flawed(other)).toContain('head')
  })

  it('can be opened and verified without the row that says where the journal ends', async () => {
    const library = await anew()
    await alter(library, 'delete from head')
    const other = await again(library.folder)
    expect(await flawed(other)).toEqual(['head'])
    expect(await keepCapture(other, draft('one'))).toMatchObject({ ok: false, refusal: { code: 'bad-signature' } })
  })

  it('finds nothing wrong while others write', async () => {
    const library = await anew()
    const other = await again(library.folder)
    let writing = true
    const writer = (async () => {
      for (let at = 0; at < 40; at++) {
        const { id } = await kept(other, `text ${at}`)
        if (at % 4 === 0) valueOf(await buryCapture(other, id, 'by the way'))
      }
      writing = false
    })()
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- the writer changes it
    while (writing) expect(await verifyLibrary(library)).toMatchObject({ flaws: [] })
    await writer
  })
}

const deletesAllOfIt = ({ anew, again, kept }: Shelf): void => {
  it('keeps nothing that was read in a capture deleted meanwhile, and puts none before a case', async () => {
    const library = await anew()
    const { id } = await kept(library, 'a private letter')
    valueOf(await beginCase(library, { name: 'dam', question: null, claims: [] }))
    valueOf(await holdAnswers(library, 'told', [{ key: answerKey(['a']), body: Buffer.from('“a private letter”') }]))
    valueOf(await buryCapture(library, id, 'asked for'))
    const kept2 = await keepReading(library, { capture: id, reader: 'r@1', reading: readingWith('doc_1', 'a private letter') })
    expect(kept2).toMatchObject({ ok: false, refusal: { code: 'deleted' } })
    expect(await addExhibits(library, 'dam', [{ capture: id, label: null }])).toMatchObject({ refusal: { code: 'not-found' } })
    expect(await answerOf(library, answerKey(['a']))).toBeNull()
    expect(await flawed(library)).toEqual([])
  })

  it('says that a drive would not delete bytes, and deletes them at the next opening', async () => {
    const library = await anew()
    const { id, sha256 } = await kept(library, 'a private letter')
    const ground = { ...library, archive: { ...library.archive, remove: failing('EIO') } }
    expect(await buryCapture(ground, id, 'asked for')).toMatchObject({ ok: false, refusal: { code: 'not-kept' } })
    expect(await library.archive.holds(sha256)).toBe(true)
    const other = await again(library.folder)
    expect(await other.archive.holds(sha256)).toBe(false)
    expect(await flawed(other)).toEqual([])
  })

  it('sweeps away keys that were half written, and what an earlier program with the same number left', async () => {
    const library = await anew()
    const half = join(library.folder, 'incoming', `${process.pid}.abcdef`)
    await writeFile(half, 'half')
    await utimes(half, new Date(1e12), new Date(1e12))
    await writeFile(join(library.folder, 'signing-key.json.999999999.abcdef'), '{}')
    await again(library.folder)
    expect(await readdir(join(library.folder, 'incoming'))).toEqual([])
    expect((await readdir(library.folder)).filter((name) => name.startsWith('signing-key'))).toEqual(['signing-key.json'])
  })
}

const takesAnyText = ({ anew, kept }: Shelf): void => {
  it('keeps texts that UTF-8 cannot write without finding itself altered', async () => {
    const library = await anew({ who: 'ida \ud800' })
    await kept(library, 'one', { name: 'x\udc00.txt', imprint: { url: 'https://a.example/\ud800' } })
    expect((await beginCase(library, { name: 'a \ud800', question: null, claims: [] })).ok).toBe(false)
    valueOf(await beginCase(library, { name: 'dam', question: '\ud800', claims: ['\udfff'] }))
    expect(await flawed(library)).toEqual([])
    expect(valueOf(await caseNamed(library, 'dam')).question).toBe('\ud800')
  })

  it('says what a drive did, in words', async () => {
    const library = await anew()
    for (const [code, words] of [
      ['ENOSPC', 'full'],
      ['EIO', 'fails'],
      ['EMFILE', 'too many files'],
      ['ENOENT', 'taken away'],
    ] as const) {
      const ground = { ...library, archive: { ...library.archive, keep: failing(code) } }
      const refused = await keepCapture(ground, draft('one'))
      expect(refused.ok ? '' : refused.refusal.sentence).toMatch(new RegExp(`^“one.txt” was not kept: .*${words}.*\\.$`, 'u'))
    }
  })
}

/** Steps by chance, the same every time: x ← 48271 x mod 2³¹ − 1 (Park and Miller). */
const steps = (seed: number): ((below: number) => number) => {
  let state = seed
  return (below) => {
    state = (state * 48271) % 2147483647
    return state % below
  }
}

const remembersWhatCasesHave = ({ anew, kept }: Shelf): void => {
  it('has in its table of a case what the entries come to, whatever was added, taken out and taken back', async () => {
    const library = await anew()
    const captures = [await kept(library, 'a'), await kept(library, 'b'), await kept(library, 'c')]
    valueOf(await beginCase(library, { name: 'dam', question: null, claims: ['One.'] }))
    const chance = steps(11)
    for (let step = 0; step < 50; step++) {
      const label = chance(4) === 0 ? `d${chance(9)}` : null
      const seq = chance(3) === 0 ? null : chance(step + 6)
      const moves = [
        () => addExhibits(library, 'dam', [{ capture: captures[chance(3)]?.id ?? '', label }] as never),
        () => removeExhibit(library, 'dam', { label: `d${1 + chance(6)}`, reason: '' }),
        () => addClaims(library, 'dam', ['More.']),
        () => removeClaim(library, 'dam', { claim: `c${1 + chance(6)}`, reason: '' }),
        () => judge(library, 'dam', { judgement: { kind: 'note', text: 'x', about: null }, reason: '' }),
        () => undo(library, 'dam', seq),
      ]
      await moves[chance(moves.length)]?.()
    }
    expect(await flawed(library)).toEqual([])
    const { exhibits, claims } = valueOf(await caseNamed(library, 'dam'))
    expect(exhibits.length + claims.length).toBeGreaterThan(2)
  })

  it('gives no label twice, whoever asked for it', async () => {
    const library = await anew()
    valueOf(await beginCase(library, { name: 'dam', question: null, claims: [] }))
    const [a, b, c] = [await kept(library, 'a'), await kept(library, 'b'), await kept(library, 'c')]
    valueOf(
      await addExhibits(library, 'dam', [
        { capture: a.id, label: 'd2' },
        { capture: b.id, label: 'd2' },
        { capture: c.id, label: 'the log' },
        { capture: a.id, label: null },
      ]),
    )
    expect(valueOf(await caseNamed(library, 'dam')).exhibits.map(({ label }) => label)).toEqual(['d2', 'd1', 'the log'])
  })
}

/** What every library must do when somebody or something has been at it, whatever database it stands on. */
export const damageContract = (name: string, open: Open): void => {
  describe(`a library on ${name}: damage`, () => {
    noticesAlteredRows(shelfOf(open))
    neverSignsWhatWasAltered(shelfOf(open))
  })
  describe(`a library on ${name}: deleting and refusing`, () => {
    deletesAllOfIt(shelfOf(open))
    takesAnyText(shelfOf(open))
    remembersWhatCasesHave(shelfOf(open))
  })
}

export const withoutDatabase = async (folder: string, file: string): Promise<void> => {
  for (const ending of ['', '-wal', '-shm']) await rm(join(folder, file + ending), { force: true })
}
