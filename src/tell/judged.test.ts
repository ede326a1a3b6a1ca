import { describe, expect, it } from 'vitest'
import type { CheckedCase } from '../core/case.ts'
import type { Judgement } from '../core/judgement.ts'
import { probability } from '../core/probability.ts'
import { textAt } from '../core/span.ts'
import type { StatementId } from '../core/statement.ts'
import { siloCase } from './checked-case.fixture.ts'
import { displayWidth } from '../core/display-width.ts'
import { htmlPage, markdownText, reportOf, terminalText } from './tell.ts'

const statementSaying = (words: string): StatementId => {
  const found = siloCase.statements.find(({ document, content }) => {
    const text = siloCase.exhibits.find((exhibit) => exhibit.document.id === document)?.document.text ?? ''
    return content.some((part) => textAt(text, part).includes(words))
  })
  if (found === undefined) throw new Error(`nobody says “${words}”`)
  return found.id
}

const [sold, wire] = siloCase.provenance.origins[0]?.statements.filter((_, at) => at === 0 || at === 2) ?? []
const sacks = siloCase.provenance.origins[1]?.statements[0]
if (sold === undefined || wire === undefined || sacks === undefined) throw new Error('the fixture has changed')

const baker = siloCase.resolution.sources.find(({ name }) => name === 'Rufus Hask')!

/** The silo as if persons had judged it: what the rooms would have made of these judgements, set in by hand. */
const judgements: readonly Judgement[] = [
  { kind: 'grade', source: 'Rufus Hask', grade: 'B' },
  { kind: 'same-source', names: ['he', 'Rufus Hask'] },
  { kind: 'split-origin', statement: sacks },
  { kind: 'different-origin', statements: [sold, sacks] },
  { kind: 'same-origin', statements: [wire, sold] },
]

const judgedCase: CheckedCase = {
  ...siloCase,
  judgements,
  refusals: [
    ...siloCase.refusals,
    {
      code: 'stale-judgement',
      sentence: 'The judgement that “Eve” is graded C found nothing to act on: nobody called “Eve” speaks in the documents.',
    },
  ],
  resolution: {
    ...siloCase.resolution,
    sources: siloCase.resolution.sources.map((source) => (source === baker ? { ...source, grade: 'B' } : source)),
    mentions: siloCase.statements.flatMap(({ id, document, content, chain }) => {
      const at = chain.at(-1)?.mention ?? content[0]
      return id !== sacks || at === undefined
        ? []
        : [{ document, span: at, source: baker.id, by: { maker: 'rule:same-name', sure: probability(1) } }]
    }),
    merges: [{ source: baker.id, names: ['Rufus Hask', 'he'], reason: 'one', by: { maker: 'person', sure: probability(1) } }],
    bearings: siloCase.resolution.bearings.map((bearing) =>
      bearing.statement === sacks ? { ...bearing, by: { maker: 'person', sure: probability(1) } } : bearing,
    ),
  },
  provenance: {
    ...siloCase.provenance,
    origins: siloCase.provenance.origins.map((origin, at) =>
      at > 0
        ? origin
        : {
            ...origin,
            edges: [
              ...origin.edges,
              {
                from: wire,
                to: sold,
                kind: 'judged',
                reason: 'judged by a person to go back to one knower',
                shown: [],
                by: { maker: 'person', sure: probability(1) },
              },
            ],
          },
    ),
  },
}

const flat = (text: string): string => text.replaceAll('\u00A0', ' ').replaceAll(/\s+/gu, ' ')

const SENTENCES = [
  'Judged by a person to be usually reliable (B): Rufus Hask.',
  'Judged by a person to be the same source: “Rufus Hask”, “he”.',
  'Judged by a person to support the claim.',
  'Judged by a person to go back to nobody else’s telling.',
  'Judged by a person not to share an origin.',
  'Judged by a person to go back to one knower.',
]

describe('what persons judged', () => {
  const forms: readonly (readonly [string, (checked: CheckedCase) => string])[] = [
    ['text', (checked) => terminalText(checked, { width: 80, colour: false })],
    ['Markdown', (checked) => markdownText(checked).replaceAll('\\', '')],
    ['the page', (checked) => htmlPage(checked).replaceAll('&quot;', '"').replaceAll('&#39;', '’')],
  ]

  it.each(forms)('is said in one line each in %s, and not where nobody judged', (_, form) => {
    const text = flat(form(judgedCase))
    for (const sentence of SENTENCES) expect(text).toContain(sentence)
    expect(text).toContain('Judgements that found nothing to act on')
    expect(flat(form(siloCase))).not.toMatch(/Judged by a person|Judgements that/u)
  })

  it('fits 80 columns', () => {
    for (const line of terminalText(judgedCase, { width: 80, colour: false }).split('\n'))
      expect(displayWidth(line)).toBeLessThanOrEqual(80)
  })

  it('is a reason of the origin in the JSON report', () => {
    expect(reportOf(judgedCase).origins[0]?.why).toContain('judged by a person to go back to one knower')
  })

  it('says which passage was taken from a claim, and which takes no side', () => {
    const slip = statementSaying('damp')
    const bearings = siloCase.resolution.bearings.filter(({ statement, claim }) => statement !== slip || claim !== 'c2')
    const none: Judgement = { kind: 'bearing', statement: slip, claim: 'c2' as never, stance: 'none' }
    const text = flat(
      terminalText(
        { ...siloCase, judgements: [none], resolution: { ...siloCase.resolution, bearings } },
        { width: 80, colour: false },
      ),
    )
    expect(text).toContain('Judged by a person to have nothing to do with the claim.')
  })
})
