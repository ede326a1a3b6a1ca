import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { rulesTagger } from './attribute/rules-tagger.ts'
import type { CheckedCase, Inquiry } from './core/case.ts'
import type { ClaimId } from './core/claim.ts'
import { textOfAll } from './core/span.ts'
import { gather } from './node/gather.ts'
import { check, type CheckOptions } from './pipeline.ts'
import { read } from './read/read.ts'
import { reportOf } from './tell/tell.ts'

const EXAMPLE = fileURLToPath(new URL('../examples/kestrel-drone', import.meta.url))

const page = (publisher: string, published: string, text: string): Inquiry['submissions'][number] => ({
  label: null,
  capture: {
    bytes: new TextEncoder().encode(text),
    name: `${publisher}.txt`,
    mediaType: null,
    charset: null,
    imprint: { publisher, published },
  },
})

const inquiry = (overrides: Partial<Inquiry>): Inquiry => ({
  question: null,
  asOf: null,
  claims: [],
  submissions: [],
  refusals: [],
  ...overrides,
})

const CLAIM = { id: 'c1' as ClaimId, text: 'The dam gate was left open.', given: true }

const LEAK =
  'Dam gate left open, officer says\n\nThe dam gate was left open on Friday night, said an officer who has seen the gate log.\n\nThe lake lies an hour from the capital and is full of trout.\n'
const ECHO =
  'Gate left open\n\nThe dam gate was left open on Friday night, the Wend Courier reported, citing an officer who has seen the gate log.\n\nThe town has two bakeries and a school.\n'
const DENIAL =
  'No fault, says firm\n\nThe dam gate was not left open, the Lake Company said on Monday.\n\nThe firm has run the dam since it was built.\n'

const SUBMISSIONS = [
  page('Wend Courier', '2024-03-02', LEAK),
  page('Hill Post', '2024-03-03', ECHO),
  page('Lake Daily', '2024-03-05', DENIAL),
]

const checked = async (asked: Inquiry, options: Partial<CheckOptions> = {}): Promise<CheckedCase> => {
  const result = await check(asked, { tagger: rulesTagger, read, ...options })
  if (!result.ok) throw new Error(result.refusal.sentence)
  return result.value
}

describe('check', () => {
  it('leads an echo back to its origin and keeps a denial apart', async () => {
    const { provenance } = await checked(inquiry({ claims: [CLAIM], submissions: SUBMISSIONS }))
    const sides = provenance.origins.map(({ side }) => side).toSorted()
    expect(sides).toEqual(['contradicts', 'supports'])
    const documents = new Set(provenance.origins.find(({ side }) => side === 'supports')?.statements)
    expect(documents.size).toBeGreaterThanOrEqual(2)
  })

  it('gives the same report, to the byte, whatever the order of its documents', async () => {
    const asked = inquiry({ claims: [CLAIM], submissions: SUBMISSIONS.map((one, at) => ({ ...one, label: `d${at + 1}` })) })
    const first = reportOf(await checked(asked))
    expect(JSON.stringify(reportOf(await checked(asked)))).toBe(JSON.stringify(first))
    const turned = reportOf(await checked({ ...asked, submissions: asked.submissions.toReversed() }))
    expect(turned.claims).toEqual(first.claims)
    expect(new Set(turned.origins.map(({ id }) => id))).toEqual(new Set(first.origins.map(({ id }) => id)))
  })

  it('leaves out what was published after the day asked about, and says so', async () => {
    const { exhibits, refusals, provenance } = await checked(
      inquiry({ claims: [CLAIM], asOf: '2024-03-03', submissions: SUBMISSIONS }),
    )
    expect(exhibits.map(({ document }) => document.publisher)).toEqual(['Wend Courier', 'Hill Post'])
    expect(refusals).toHaveLength(1)
    expect(refusals[0]?.sentence).toContain('2024-03-05')
    expect(provenance.origins.map(({ side }) => side)).toEqual(['supports'])
  })

  it('does the rest where a document cannot be read', async () => {
    const { exhibits, refusals } = await checked(
      inquiry({ claims: [CLAIM], submissions: [...SUBMISSIONS, page('Empty', '2024-03-02', '')] }),
    )
    expect(exhibits).toHaveLength(3)
    expect(refusals.map(({ code }) => code)).toEqual(['empty'])
  })

  it('reads the same document given twice once', async () => {
    const { exhibits } = await checked(inquiry({ claims: [CLAIM], submissions: [...SUBMISSIONS, ...SUBMISSIONS] }))
    expect(exhibits.map(({ label }) => label)).toEqual(['d1', 'd2', 'd3'])
  })

  it('refuses an assumption that does not exist', async () => {
    const result = await check(inquiry({ submissions: SUBMISSIONS }), { tagger: rulesTagger, read, assume: { 'no such row': 1 } })
    expect(result.ok).toBe(false)
  })

  it('finds the claim where none is asked', async () => {
    const { resolution, verdicts } = await checked(inquiry({ submissions: SUBMISSIONS }))
    expect(resolution.claims.length).toBeGreaterThan(0)
    expect(resolution.claims.every(({ given }) => !given)).toBe(true)
    expect(verdicts).toHaveLength(resolution.claims.length)
  })

  it('answers without a document', async () => {
    const { verdicts } = await checked(inquiry({ claims: [CLAIM] }))
    expect(verdicts.map(({ band }) => band)).toEqual(['unverifiable'])
  })

  it('takes the example through all rooms, every span inside its document', async () => {
    const steps: string[] = []
    const result = await checked(await gather([EXAMPLE], {}), { onProgress: ({ stage }) => steps.push(stage) })
    expect(new Set(steps)).toEqual(new Set(['read', 'resolve', 'trace', 'weigh']))
    const textOf = new Map(result.exhibits.map(({ document }) => [document.id, document.text]))
    for (const { document, content } of result.statements)
      expect(textOfAll(textOf.get(document) ?? '', content).trim()).not.toBe('')
    expect(result.verdicts).toHaveLength(3)
  })
})
