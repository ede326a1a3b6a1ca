import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hearsay } from './run.fixture.ts'

const ARTICLE = `Sluice failed, says keeper

The sluice at Marl failed on Sunday, the keeper Oda Finch told the Marl Echo. "It failed," she said.

A spokesman for the water company denied that the sluice had failed.
`

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-why-'))
  await mkdir(join(folder, 'case'))
  await writeFile(join(folder, 'case/d1.txt'), ARTICLE)
  const claims = [
    { id: 'c1', text: 'The sluice at Marl failed.' },
    { id: 'c2', text: 'The keeper was dismissed.' },
  ]
  const documents = [{ id: 'd1', file: 'd1.txt', publisher: 'Marl Echo', published: '2024-06-03' }]
  await writeFile(join(folder, 'case/case.json'), JSON.stringify({ question: 'Did it fail?', claims, documents }))
})
afterAll(() => rm(folder, { recursive: true }))

const why = (...words: readonly string[]) => hearsay(['why', join(folder, 'case'), ...words])

interface Ledger {
  readonly claim: string
  readonly text: string
  readonly probability: number
  readonly prior: { readonly probability: number; readonly nats: number }
  readonly reasons: readonly { readonly nats: number }[]
  readonly nats: number
}

const ledgerOf = (out: string): Ledger => JSON.parse(out) as Ledger

describe.concurrent('hearsay why', { timeout: 60_000 }, () => {
  it('prints the first claim as a sum, in 80 columns and without colour where there is no terminal', async () => {
    const { code, out, err } = await why()
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('The sluice at Marl failed.')
    expect(out).toContain('Before anybody speaks: even')
    expect(out).toContain('The sum: ')
    expect(out).not.toContain('\u001B')
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })

  it('sums to the log odds of the verdict that check prints, from any prior', async () => {
    const [told, checked] = await Promise.all([
      why('--json', '--assume', 'prior=0.2'),
      hearsay(['check', join(folder, 'case'), '--json', '--assume', 'prior=0.2']),
    ])
    const { claim, prior, probability, reasons, nats } = ledgerOf(told.out)
    const report = JSON.parse(checked.out) as { readonly claims: readonly { id: string; probability: number }[] }
    expect([claim, prior.probability]).toEqual(['c1', 0.2])
    expect(reasons.length).toBeGreaterThan(0)
    expect(reasons.reduce((sum, reason) => sum + reason.nats, prior.nats)).toBeCloseTo(nats, 7)
    expect(nats).toBeCloseTo(Math.log(probability / (1 - probability)), 7)
    expect(probability).toBeCloseTo(report.claims[0]?.probability ?? 0, 5)
  })

  it('takes a claim by id, by number, or by its words', async () => {
    const [byId, byNumber, byWords] = await Promise.all([
      why('--json', '--claim-id', 'c2'),
      why('--json', '--claim-id', '2'),
      why('--json', '--claim', 'The sluice burned.'),
    ])
    expect(ledgerOf(byId.out).text).toBe('The keeper was dismissed.')
    expect(byNumber.out).toBe(byId.out)
    expect(ledgerOf(byWords.out).text).toBe('The sluice burned.')
  })

  it('says in one sentence that there is no such claim, exit code 2', async () => {
    expect(await why('--claim-id', 'c9')).toMatchObject({
      code: 2,
      out: '',
      err: 'There is no claim "c9"; there are c1 and c2.\n',
    })
  })

  it('is refused what cannot be read, exit code 1', async () => {
    const { code, out, err } = await hearsay(['why', join(folder, 'none.txt')])
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/^[^\n]*none\.txt[^\n]*\.\n$/u)
  })
})
