import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Report } from '../core/report.ts'
import { hearsay } from './run.fixture.ts'

const DOCUMENTS: Readonly<Record<string, string>> = {
  'd1.txt': `Crane failed, says inspector

The crane on the east quay failed its inspection in March, the inspector Ida Quill told the Quay Gazette on Monday. "It failed," she said.
`,
  'd2.txt': `Doubts about crane

The crane failed its inspection, according to the Quay Gazette. A spokesman for the port denied that the crane had failed its inspection.
`,
  'd3.txt': `Port opens archive

The crane failed its inspection, the port admitted on Friday.
`,
}

let folder: string
const path = (name: string): string => join(folder, name)
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-check-'))
  await mkdir(path('case'))
  for (const [name, text] of Object.entries(DOCUMENTS)) await writeFile(path(`case/${name}`), text)
  const publisher = ['Quay Gazette', 'Morning Ledger', 'Port Herald']
  const documents = Object.keys(DOCUMENTS).map((file, index) => ({
    id: `d${index + 1}`,
    file,
    publisher: publisher[index],
    published: `2024-03-${11 + index}`,
  }))
  const claims = [{ id: 'c1', text: 'The crane failed its inspection.' }]
  await writeFile(path('case/case.json'), JSON.stringify({ question: 'Did the crane fail?', claims, documents }))
})
afterAll(() => rm(folder, { recursive: true }))

const reportOf = (out: string): Report => JSON.parse(out) as Report

describe.concurrent('hearsay check', { timeout: 60_000 }, () => {
  it('prints the verdicts of a case, as wide as 80 columns and without colour where there is no terminal', async () => {
    const { code, out, err } = await hearsay(['check', path('case')])
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('Did the crane fail?')
    expect(out).not.toContain('\u001B')
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
    const coloured = await hearsay(['check', path('case')], { env: { FORCE_COLOR: '1' } })
    expect(coloured.out).toContain('\u001B[')
  })

  it('prints the same report every time', async () => {
    const [first, second] = await Promise.all([
      hearsay(['check', path('case'), '--json']),
      hearsay(['check', path('case'), '--json']),
    ])
    expect(first.code).toBe(0)
    expect(second.out).toBe(first.out)
    const { documents, claims } = reportOf(first.out)
    expect(documents.map(({ id, publisher }) => [id, publisher])).toEqual([
      ['d1', 'Quay Gazette'],
      ['d2', 'Morning Ledger'],
      ['d3', 'Port Herald'],
    ])
    expect(claims.map(({ id }) => id)).toEqual(['c1'])
  })

  it('reads by rules alone where it is told to', async () => {
    const { code, out, err } = await hearsay(['check', path('case'), '--json', '--tagger', 'rules'])
    expect([code, err]).toEqual([0, ''])
    expect(reportOf(out).statements.length).toBeGreaterThan(0)
  })

  it('writes a page and a text beside what it prints', async () => {
    const { code, out, err } = await hearsay(['check', path('case'), '--json', '--html', path('a.html'), '--md', path('a.md')])
    expect([code, err]).toEqual([0, ''])
    expect(reportOf(out).schema).toBe('hearsay.report/1')
    expect(await readFile(path('a.html'), 'utf8')).toMatch(/^<!doctype html>/iu)
    expect(await readFile(path('a.md'), 'utf8')).toContain('Did the crane fail?')
  })

  it('leaves out what was published later than --as-of, says so, and is done', async () => {
    const { code, out, err } = await hearsay(['check', path('case'), '--as-of', '2024-03-12', '--json'])
    expect(code).toBe(0)
    expect(err).toMatch(/^d3 [^\n]*2024-03-13[^\n]*\n$/u)
    expect(reportOf(out)).toMatchObject({ asOf: '2024-03-12', documents: [{ id: 'd1' }, { id: 'd2' }] })
    const none = await hearsay(['check', path('case'), '--as-of', '2020-01-01'])
    expect([none.code, none.out]).toEqual([1, ''])
  })

  it('takes claims, assumptions and standard input', async () => {
    const input = DOCUMENTS['d1.txt'] ?? ''
    const claims = ['--claim', 'The crane failed its inspection.', '--claim', 'The crane burned.']
    const { code, out } = await hearsay(['check', '-', ...claims, '--assume', 'prior=0.2', '--json'], { input })
    expect(code).toBe(0)
    expect(reportOf(out).claims.map(({ id, text }) => [id, text])).toEqual([
      ['c1', 'The crane failed its inspection.'],
      ['c2', 'The crane burned.'],
    ])
    const standard = await hearsay(['check', '-', ...claims, '--json'], { input })
    expect(reportOf(standard.out).claims[0]?.probability).not.toBe(reportOf(out).claims[0]?.probability)
  })
})
