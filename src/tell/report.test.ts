import { existsSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import type { CheckedCase } from '../core/case.ts'
import { siloCase } from './checked-case.fixture.ts'
import { echoCase, evasiveCase, hostileCase, silentCase, unreadCase } from './odd-cases.fixture.ts'
import { reportOf } from './report.ts'

const SCHEMA = new URL('../../../shared/casebench/report.schema.json', import.meta.url)

const cases: readonly (readonly [string, CheckedCase])[] = [
  ['the silo', siloCase],
  ['twenty articles', echoCase(20)],
  ['silence', silentCase],
  ['evasion', evasiveCase],
  ['nothing read', unreadCase],
  ['hostile documents', hostileCase],
]

const report = reportOf(siloCase)

describe.each(cases)('the report of %s', (_, checked) => {
  it.skipIf(!existsSync(SCHEMA))('is of the published schema (skipped where ../shared is not there)', () => {
    const validate = new Ajv2020({ allErrors: true, strict: false }).compile(JSON.parse(readFileSync(SCHEMA, 'utf8')) as object)
    validate(reportOf(checked))
    expect(validate.errors).toBeNull()
  })

  it('is byte-identical from run to run, and from a copy of the case', () => {
    const copy = JSON.parse(JSON.stringify(checked)) as CheckedCase
    expect(JSON.stringify(reportOf(copy))).toBe(JSON.stringify(reportOf(checked)))
  })

  it('quotes what stands in the documents, and names only rows it has', () => {
    const told = reportOf(checked)
    const texts = new Map(checked.exhibits.map(({ label, document }) => [label, document.text]))
    const ids = told.statements.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { document, content, cue, chain } of told.statements)
      for (const part of [...content, ...cue, ...chain.flatMap(({ mention }) => (mention === null ? [] : [mention]))])
        expect(texts.get(document)?.slice(part.start, part.end)).toBe(part.text)
    for (const { statements } of told.origins) expect(ids).toEqual(expect.arrayContaining([...statements]))
    for (const { challengedBy } of told.evidence) expect(ids).toEqual(expect.arrayContaining([...challengedBy]))
  })
})

describe('the parts of a report', () => {
  it('stand in a fixed order', () => {
    expect(Object.keys(report)).toEqual([
      'schema',
      'question',
      'asOf',
      'documents',
      'sources',
      'claims',
      'statements',
      'origins',
      'evidence',
      'quantities',
      'dates',
    ])
    expect(Object.keys(report.documents[0]!)).toEqual(['id', 'publisher', 'author', 'title', 'published', 'url', 'sha256'])
    expect(Object.keys(report.claims[0]!)).toEqual(['id', 'text', 'probability', 'interval', 'band', 'why'])
    expect(Object.keys(report.statements[0]!)).toEqual([
      'id',
      'document',
      'content',
      'cue',
      'chain',
      'claim',
      'stance',
      'certainty',
      'act',
      'saidAt',
    ])
    expect(Object.keys(report.origins[0]!)).toEqual(['id', 'claim', 'side', 'root', 'statements', 'why'])
    expect(Object.keys(report.evidence[0]!)).toEqual([
      'id',
      'document',
      'mention',
      'kind',
      'claim',
      'stance',
      'provenance',
      'score',
      'challengedBy',
    ])
  })

  it('have one row for a statement and a claim, with the act and certainty toward that claim', () => {
    const rows = report.statements.filter(({ content }) => content[0]?.text.startsWith('We learned of the water'))
    expect(rows.map(({ claim, stance, act, certainty }) => [claim, stance, act, certainty])).toEqual([
      ['c1', 'supports', 'confirm', 'possible'],
      ['c2', 'contradicts', 'assert', 'certain'],
    ])
    expect(rows[1]?.id).toBe(`${rows[0]?.id ?? ''}-2`)
    const denial = report.origins.find(({ side }) => side === 'contradicts')
    expect(denial?.statements).toEqual([rows[1]?.id])
  })

  it('keep a statement that bears on nothing', () => {
    const row = report.statements.find(({ content }) => content[0]?.text.startsWith('the price of flour'))
    expect(row).toMatchObject({ claim: null, stance: 'neutral', act: 'predict', certainty: 'probable' })
  })

  it('give chains from the outlet inward, and days where the words name one', () => {
    const row = report.statements.find(({ document }) => document === 'd2')
    const nameOf = (id: string | undefined) => report.sources.find((source) => source.id === id)?.name
    expect(row?.chain.map(({ source }) => nameOf(source))).toEqual([
      'Weir Wire',
      'The Sluice Courier',
      'an official of the grain board',
    ])
    expect(row?.chain.map(({ mention }) => mention?.text ?? null)).toEqual([
      null,
      'the Sluice Courier',
      'an official of the grain board',
    ])
    expect(row?.saidAt).toBe('2024-05-06')
    expect(report.statements[0]?.saidAt).toBe('2024-05-04')
    expect(report.statements[2]?.saidAt).toBeNull()
  })

  it('have probabilities of six decimals and a reason in words', () => {
    expect(report.claims[0]).toMatchObject({ probability: 0.851953, interval: [0.524, 0.961], band: 'likely' })
    expect(report.claims[0]?.why).toContain('go back to three origins')
    expect(report.origins[0]?.why).toBe(
      "the same official speaks twice in d1; d2 names the Sluice Courier as its source; d3 repeats d2's passage nearly word for word",
    )
    expect(report.origins[1]?.why).toBe('told only in d5')
  })
})
