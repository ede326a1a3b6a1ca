import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CaseFile, readCaseFile } from './case-file.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-case-'))
})
afterAll(() => rm(folder, { recursive: true }))

const GOOD = {
  question: 'Did the crane fail?',
  asOf: '2024-03-20',
  claims: [{ id: 'c1', text: 'The crane failed.' }],
  documents: [
    { id: 'd1', file: 'documents/d1.txt', publisher: 'Quay Gazette', published: '2024-03-11T09:30:00+01:00', author: null },
  ],
}

const reading = async (content: string | Buffer): Promise<CaseFile | string> => {
  await writeFile(join(folder, 'case.json'), content)
  const result = await readCaseFile(folder)
  if (result.ok) return result.value
  expect(result.refusal.sentence.startsWith(`“${join(folder, 'case.json')}” was not taken: `)).toBe(true)
  expect(result.refusal.code).toBe('bad-case')
  return result.refusal.sentence.slice(`“${join(folder, 'case.json')}” was not taken: `.length)
}

const [claim] = GOOD.claims
const [document] = GOOD.documents

describe('case.json', () => {
  it('is taken with its question, day, claims and catalogue; unknown fields are passed over', async () => {
    expect(await reading(JSON.stringify({ ...GOOD, note: 'x' }))).toEqual({
      question: 'Did the crane fail?',
      asOf: '2024-03-20',
      claims: [{ id: 'c1', text: 'The crane failed.', given: true }],
      documents: [
        { id: 'd1', path: join(folder, 'documents/d1.txt'), imprint: { publisher: 'Quay Gazette', published: '2024-03-11' } },
      ],
    })
    expect(await reading(`\uFEFF${JSON.stringify({ claims: GOOD.claims, documents: GOOD.documents })}`)).toMatchObject({
      question: null,
      asOf: null,
    })
  })

  it.each<[string, object, string]>([
    ['no claims', { claims: undefined }, 'claims is missing: it takes a list of one or more claims.'],
    ['an empty list of claims', { claims: [] }, 'claims is not a list of one or more claims.'],
    ['claims that are no list', { claims: 'The crane failed.' }, 'claims is not a list of one or more claims.'],
    ['a claim that is a text', { claims: ['The crane failed.'] }, 'claims[0] is not an object in braces.'],
    ['a claim without text', { claims: [claim, { id: 'c2' }] }, 'claims[1].text is missing: it takes the sentence to check.'],
    ['a claim of blanks', { claims: [{ id: 'c1', text: '  ' }] }, 'claims[0].text is not the sentence to check.'],
    ['a claim without id', { claims: [{ text: 'x' }] }, 'claims[0].id is missing: it takes a short name as "d1".'],
    ['an id with a line break', { claims: [{ id: 'c\n1', text: 'x' }] }, 'claims[0].id is not a short name without blanks.'],
    ['one id for two claims', { claims: [claim, claim] }, 'claims[1].id is "c1" once more: give each its own.'],
    ['no documents', { documents: undefined }, 'documents is missing: it takes a list of one or more documents.'],
    ['an empty list of documents', { documents: [] }, 'documents is not a list of one or more documents.'],
    ['one id for two documents', { documents: [document, document] }, 'documents[1].id is "d1" once more: give each its own.'],
    [
      'a document without file',
      { documents: [{ id: 'd1' }] },
      'documents[0].file is missing: it takes a path below the folder as "documents/d1.txt".',
    ],
    ['a publisher that is a number', { documents: [{ ...document, publisher: 7 }] }, 'documents[0].publisher is not a text.'],
    ['a day that is none', { asOf: '2024-02-30' }, 'asOf is not a date as 2024-03-20.'],
    ['a day in words', { asOf: 'Tuesday' }, 'asOf is not a date as 2024-03-20.'],
    ['a day as a number', { asOf: 20240320 }, 'asOf is not a date as 2024-03-20.'],
    [
      'a publication day that is none',
      { documents: [{ ...document, published: '11/03/2024' }] },
      'documents[0].published is not a date as 2024-03-20.',
    ],
    ['several faults', { asOf: 'x', claims: [], documents: [] }, 'asOf is not a date as 2024-03-20 (and 2 more).'],
  ])('is refused with %s', async (_what, change, sentence) => {
    expect(await reading(JSON.stringify({ ...GOOD, ...change }))).toBe(sentence)
  })

  it.each(['../d1.txt', 'documents/../../d1.txt', '/etc/hosts', 'a\0b', '..'])(
    'is refused with a document at %j',
    async (file) => {
      expect(await reading(JSON.stringify({ ...GOOD, documents: [{ id: 'd1', file }] }))).toBe(
        'documents[0].file leads out of the folder of the case.',
      )
    },
  )

  it('is taken with a document whose name only looks as if it led out', async () => {
    expect(await reading(JSON.stringify({ ...GOOD, documents: [{ id: 'd1', file: '..d1.txt' }] }))).toMatchObject({
      question: GOOD.question,
    })
  })

  it('is refused where it names the answers as a document', async () => {
    expect(await reading(JSON.stringify({ ...GOOD, documents: [{ id: 'd1', file: 'a/gold.json' }] }))).toContain(
      'is the answer to the case',
    )
  })

  it('is refused where it is no JSON, no UTF-8, or no object', async () => {
    expect(await reading('')).toBe('it is no JSON in UTF-8.')
    expect(await reading('{\n  "claims": [,]\n}')).toMatch(/^it is no JSON in UTF-8(?: \(line 2 column \d+\))?\.$/u)
    expect(await reading(Buffer.from([0x7b, 0xff, 0x7d]))).toBe('it is no JSON in UTF-8.')
    for (const json of ['[]', 'null', '7', '"x"']) expect(await reading(json)).toContain('claims is missing')
    expect(await reading('['.repeat(200_000))).toContain('it is no JSON')
  })
})
