import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { StatementId } from '../core/statement.ts'
import type { ClaimId } from '../core/claim.ts'
import type { Result } from '../core/refusal.ts'
import { changeWords, entryWords, logit, probability, read, rulesTagger } from '../index.ts'
import type { Found } from '../node/gather.ts'
import { addClaims, beginCase, caseNamed, removeExhibit, undo } from '../store/cases.ts'
import { type Library, openLibrary } from '../store/library.ts'
import { caseDifference } from './case-difference.ts'
import { caseLines, caseView } from './case-view.ts'
import { captureLabelled, forgetCapture } from './forgetting.ts'
import { takeIn } from './intake.ts'
import { toldEntries } from './journal-view.ts'
import { judgeCase } from './judging.ts'
import { basisNow, checkKept, heldTelling, holdTelling } from './kept-check.ts'
import type { KeptReaders } from './kept-reading.ts'
import { namedStatements } from './kept-statements.ts'
import { foundPassages } from './search-view.ts'

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.refusal.sentence)
  return result.value
}

const readers: KeptReaders = { read, tagger: rulesTagger, program: '0' }

const STORY = `Sluice failed, says keeper

The sluice at Marl failed on Sunday, the keeper Oda Finch told the Marl Echo. "It failed," she said. Nobody was hurt, she added.
`
const DENIAL = 'The sluice at Marl has not failed, the Marl Water Board said on Monday.\n'

let folder: string
let library: Library
let time: Date
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-kept-'))
  time = new Date('2024-06-03T08:00:00.000Z')
  library = valueOf(await openLibrary(folder, { who: 'ida', now: () => time }))
})
afterEach(async () => {
  await library.close()
  await rm(folder, { recursive: true })
})

const found = (text: string, url: string, more: Partial<Found['had']> = {}): Found => ({
  label: null,
  capture: {
    bytes: Buffer.from(text),
    name: 'some/folder/page.txt',
    mediaType: 'text/plain',
    charset: 'utf-8',
    imprint: { url },
  },
  had: { method: 'file', takenAt: null, exchange: null, ...more },
})

const PAGE = 'https://marlecho.example/sluice'
const options = { readers, asOf: null, known: null, assume: {} }
const began = async (): Promise<void> => {
  valueOf(await beginCase(library, { name: 'marl', question: null, claims: ['The sluice at Marl failed.'] }))
}
const take = async (...all: readonly Found[]) => valueOf(await takeIn(library, 'marl', { found: all, readers }))

describe('taking in', () => {
  it('keeps, adds and reads, and does nothing twice', async () => {
    await began()
    const first = await take(found(STORY, PAGE), found(DENIAL, 'https://board.example/1'))
    expect(first.taken.map(({ label, fate, refusal }) => [label, fate, refusal])).toEqual([
      ['d1', 'added', null],
      ['d2', 'added', null],
    ])
    expect(first.taken[0]?.capture.name).toBe('page.txt')
    expect(first.taken[0]?.statements).toBeGreaterThan(0)
    const again = await take(found(STORY, PAGE))
    expect(again.taken.map(({ label, fate, earlier }) => [label, fate, earlier])).toEqual([['d1', 'held', null]])
  })

  it('takes a page captured again and changed as a new document, and says what changed', async () => {
    await began()
    await take(found(STORY, PAGE))
    time = new Date('2024-06-05T08:00:00.000Z')
    const { taken } = await take(found(STORY.replace(' Nobody was hurt, she added.', ''), PAGE))
    expect(taken).toMatchObject([{ label: 'd2', fate: 'added', earlier: { label: 'd1', takenAt: '2024-06-03T08:00:00.000Z' } }])
    expect(taken[0]?.earlier?.changes?.map(changeWords)).toEqual(['the sentence “Nobody was hurt, she added.” was removed'])
  })

  it('keeps a page fetched again and unchanged, but puts it before the case once', async () => {
    await began()
    const exchange = { requested: PAGE, url: PAGE, status: 200, headers: [], redirects: [] }
    await take(found(STORY, PAGE, { method: 'fetched', exchange }))
    time = new Date('2024-06-05T08:00:00.000Z')
    const { taken } = await take(found(STORY, PAGE, { method: 'fetched', exchange }))
    expect(taken).toMatchObject([{ label: null, fate: 'unchanged', earlier: { label: 'd1', changes: [] } }])
    expect(valueOf(await caseNamed(library, 'marl')).exhibits.length).toBe(1)
  })

  it('says of what cannot be read that it is kept', async () => {
    await began()
    const { taken } = await take(found('%PDF-1.4 broken', 'https://marl.example/a.pdf'), found(DENIAL, PAGE))
    expect(taken.map(({ label, refusal }) => [label, refusal === null])).toEqual([
      ['d1', false],
      ['d2', true],
    ])
  })
})

describe('what is shown of a case', () => {
  it('is its documents, how they were captured, and the last verdicts', async () => {
    await began()
    await take(found(STORY, PAGE, { method: 'pasted' }))
    valueOf(await checkKept(library, 'marl', options))
    const view = valueOf(await caseView(library, 'marl', { readers, known: null }))
    expect(view.documents).toMatchObject([{ label: 'd1', method: 'pasted', url: PAGE, deleted: null, refusal: null }])
    expect(view.verdicts).toMatchObject([{ claim: 'c1', holds: true }])
    valueOf(await addClaims(library, 'marl', ['Nobody was hurt.']))
    expect(valueOf(await caseView(library, 'marl', { readers, known: null })).verdicts).toMatchObject([{ holds: false }])
    expect(await caseLines(library)).toMatchObject([{ name: 'marl', claims: 2, documents: 1, closed: null }])
  })

  it('calls statements by label and number in reading order', async () => {
    await began()
    await take(found(STORY, PAGE), found(DENIAL, 'https://board.example/1'))
    const kept = valueOf(await caseNamed(library, 'marl'))
    const named = valueOf(await namedStatements(library, kept, { readers }))
    expect(named['d1']?.map(({ name }) => name)).toEqual(named['d1']?.map((_, at) => `d1:${at + 1}`))
    expect(named['d2']?.[0]?.words).toContain('sluice')
  })
})

describe('judging', () => {
  it('keeps a statement called by its short name under its id', async () => {
    await began()
    await take(found(STORY, PAGE))
    const judgement = { kind: 'bearing', statement: 'd1:1' as StatementId, claim: 'c1' as ClaimId, stance: 'none' } as const
    const [entry] = valueOf(await judgeCase(library, 'marl', { judgement, reason: '', readers }))
    expect(entry?.deed).toMatchObject({
      kind: 'judgement',
      judgement: { kind: 'bearing', statement: expect.stringMatching(/^st_/u) as string },
    })
  })

  it.each([
    [{ kind: 'override', assumption: 'prio', value: 0.3 }, 'There is no assumption named "prio"; the nearest is "prior".'],
    [{ kind: 'same-source', names: ['Oda Finch', 'oda finch '] }, '“Oda Finch” is one name: name two sources.'],
    [
      { kind: 'bearing', statement: 'd1:1' as StatementId, claim: 'c9' as ClaimId, stance: 'none' },
      'The case “marl” has no claim “c9”; “hearsay case show marl” tells what it has.',
    ],
    [
      { kind: 'split-origin', statement: 'd1:99' as StatementId },
      'The case “marl” has no statement “d1:99”; “hearsay case show marl --statements” tells them all, as d1:2.',
    ],
  ] as const)('refuses %j', async (judgement, sentence) => {
    await began()
    await take(found(STORY, PAGE))
    const judged = await judgeCase(library, 'marl', { judgement, reason: '', readers })
    expect(judged.ok ? '' : judged.refusal.sentence).toBe(sentence)
  })
})

describe('what changed since a day', () => {
  it('is told with how the verdicts moved and what moved them', async () => {
    await began()
    await take(found(STORY, PAGE))
    time = new Date('2024-06-05T08:00:00.000Z')
    await take(found(DENIAL, 'https://board.example/1'), found(STORY.replace(' Nobody was hurt, she added.', ''), PAGE))
    valueOf(await addClaims(library, 'marl', ['Nobody was hurt.']))
    const told = valueOf(await caseDifference(library, 'marl', { since: '2024-06-04T00:00:00.000Z', asOf: null, readers }))
    expect(told.documents.added.map(({ label }) => label)).toEqual(['d2', 'd3'])
    expect(told.claims.added.map(({ id }) => id)).toEqual(['c2'])
    expect(told.recaptured).toMatchObject([{ label: 'd3', earlier: 'd1', changes: [{ kind: 'removed' }] }])
    const [first, second] = told.verdicts
    expect(first?.then?.probability).not.toBe(first?.now?.probability)
    // What moved it sums to how far it moved, but for what is too little to be told.
    const far = logit(probability(first?.now?.probability ?? 0)) - logit(probability(first?.then?.probability ?? 0))
    expect(first?.movers.reduce((sum, { nats }) => sum + nats, 0)).toBeCloseTo(far, 1)
    expect([second?.then, second?.now === null]).toEqual([null, false])
  })

  it('tells what was taken out and why, and nothing of what was taken back', async () => {
    await began()
    await take(found(STORY, PAGE), found(DENIAL, 'https://board.example/1'))
    time = new Date('2024-06-05T08:00:00.000Z')
    const since = '2024-06-04T00:00:00.000Z'
    valueOf(await removeExhibit(library, 'marl', { label: 'd2', reason: 'A hoax.' }))
    const removed = valueOf(await caseDifference(library, 'marl', { since, asOf: null, readers }))
    expect(removed.documents.removed).toMatchObject([{ label: 'd2', reason: 'A hoax.' }])
    valueOf(await undo(library, 'marl', null))
    const undone = valueOf(await caseDifference(library, 'marl', { since, asOf: null, readers }))
    expect([undone.documents.added, undone.documents.removed]).toEqual([[], []])
    expect(
      undone.verdicts.map(({ then, now }) => [then, now]).every(([then, now]) => then?.probability === now?.probability),
    ).toBe(true)
  })

  it('of a case begun since is all of it', async () => {
    await began()
    await take(found(STORY, PAGE))
    const told = valueOf(await caseDifference(library, 'marl', { since: '2024-06-01T00:00:00.000Z', asOf: null, readers }))
    expect([told.begun, told.documents.added.length, told.verdicts[0]?.then]).toEqual([true, 1, null])
  })
})

describe('forgetting', () => {
  it('takes what was told with it, and a check then says what is missing', async () => {
    await began()
    await take(found(STORY, PAGE), found(DENIAL, 'https://board.example/1'))
    const { basis } = valueOf(await checkKept(library, 'marl', options))
    valueOf(await holdTelling(library, { basis, form: 'text', body: Buffer.from('the keeper Oda Finch') }))
    const id = valueOf(await captureLabelled(library, 'marl', 'd1'))
    expect(valueOf(await forgetCapture(library, id, 'Names a child.'))).toMatchObject({
      places: [{ case: 'marl', label: 'd1' }],
      bytesStay: false,
    })
    expect(await heldTelling(library, basis, 'text')).toBeNull()
    expect(await basisNow(library, 'marl', options)).not.toBe(basis)
    const { checked } = valueOf(await checkKept(library, 'marl', options))
    expect(checked.refusals.map(({ code }) => code)).toEqual(['deleted'])
    const view = valueOf(await caseView(library, 'marl', { readers, known: null }))
    expect(view.documents[0]?.deleted).toMatchObject({ who: 'ida', reason: 'Names a child.' })
    expect(await foundPassages(library, 'keeper', { limit: 5 })).toEqual([])
    const log = valueOf(await toldEntries(library, { name: 'marl', since: null, kinds: ['tombstone'] }))
    expect(log.map((one) => entryWords(one))).toEqual(['deleted the bytes of “page.txt”: Names a child.'])
  })
})

describe('search', () => {
  it('tells in which cases a passage stands, and who says it', async () => {
    await began()
    await take(found(STORY, PAGE))
    const [whole] = await foundPassages(library, 'sluice keeper', { limit: 5 })
    expect(whole).toMatchObject({ places: [{ case: 'marl', label: 'd1' }], statement: null, chain: null })
    expect(whole?.excerpt.filter(({ matched }) => matched).map(({ text }) => text.toLowerCase())).toContain('sluice')
    const [said] = await foundPassages(library, 'failed', { limit: 5, statements: true })
    expect(said?.chain?.join(' ')).toContain('keeper')
  })
})
