import { describe, expect, it } from 'vitest'
import type { ClaimId } from '../core/claim.ts'
import { standardAssumptions } from './assumptions.ts'
import { CLAIM, evidenceOf, inputOf, originOf, sourceNamed, verdictOn } from './dossier.fixture.ts'
import { usualHypotheses, weighHypotheses, type CellJudgement, type Hypothesis } from './hypotheses.ts'

const sources = [sourceNamed('pilot'), sourceNamed('cook')]
const origins = [originOf('pilot', { access: 'witness' }), originOf('cook', { side: 'contradicts' })]
const evidence = [evidenceOf('deck', { provenance: 'known' })]
const input = inputOf(origins, { sources, evidence })

const reads = (truth: boolean, words = truth, things = truth) => [{ claim: CLAIM.id, truth, words, things }]
const plain: readonly Hypothesis[] = [
  { name: 'so', prior: 1, readings: reads(true) },
  { name: 'not so', prior: 1, readings: reads(false) },
]

const matrixOf = (hypotheses: readonly Hypothesis[], judgements: readonly CellJudgement[] = []) => {
  const result = weighHypotheses(input, hypotheses, judgements)
  if (!result.ok) throw new Error(result.refusal.sentence)
  return result.value
}

describe('hypotheses in rows', () => {
  it('come to the verdict where there are only two of them', () => {
    const { rows, columns } = matrixOf(plain)
    expect(rows[0]!.probability).toBeCloseTo(verdictOn(origins, { sources, evidence }).probability, 12)
    expect(columns.map(({ about }) => about.id).toSorted()).toEqual(['ev_deck', 'or_cook', 'or_pilot'])
  })

  it('have cells whose difference down a column is the weight of the reason', () => {
    const { rows, columns } = matrixOf(plain)
    const reasons = verdictOn(origins, { sources, evidence }).reasons
    columns.forEach(({ about, diagnosticity }, at) => {
      const nats = reasons.find((reason) => reason.about.id === about.id)!.nats
      expect(rows[0]!.cells[at]!.nats - rows[1]!.cells[at]!.nats).toBeCloseTo(nats, 12)
      expect(diagnosticity).toBeCloseTo(Math.abs(nats), 12)
    })
    expect(columns.map(({ diagnosticity }) => diagnosticity)).toEqual(
      columns.map(({ diagnosticity }) => diagnosticity).toSorted((a, b) => b - a),
    )
  })

  it('include what is forgotten, and nothing that was seen tells staged from true', () => {
    const usual = usualHypotheses(CLAIM.id, standardAssumptions)
    const { rows } = matrixOf(usual)
    const row = (name: string) => rows.find((each) => each.name === name)!
    expect(rows.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 12)
    expect(row('staged').probability / row('true').probability).toBeCloseTo(row('staged').prior / row('true').prior, 12)
    expect(row('mistaken').cells.map(({ nats }) => nats)).not.toEqual(row('true').cells.map(({ nats }) => nats))
    expect(row('true of another time or place').probability).toBeLessThan(row('staged').probability)
  })

  it('let an analyst set a cell, and keep the machine’s value in sight', () => {
    const judged: CellJudgement = { hypothesis: 'so', about: { kind: 'origin', id: origins[0]!.id }, nats: 3, by: 'person:desk' }
    const [before, after] = [matrixOf(plain), matrixOf(plain, [judged])]
    const at = after.columns.findIndex(({ about }) => about.id === judged.about.id)
    const cell = after.rows[0]!.cells[at]!
    expect(cell).toMatchObject({ nats: 3, by: 'person:desk', words: 'moderate support' })
    expect(cell.machineNats).toBe(
      before.rows[0]!.cells[before.columns.findIndex(({ about }) => about.id === judged.about.id)]!.machineNats,
    )
    expect(after.rows[0]!.probability).toBeGreaterThan(before.rows[0]!.probability)
  })

  it.each<[string, readonly Hypothesis[], readonly CellJudgement[]]>([
    ['two hypotheses or more', plain.slice(1), []],
    ['named "so"', [plain[0]!, { ...plain[1]!, name: 'so' }], []],
    ['has the prior 0', [plain[0]!, { ...plain[1]!, prior: 0 }], []],
    [
      'does not read the same claims',
      [plain[0]!, { ...plain[1]!, readings: [{ ...reads(false)[0]!, claim: 'c2' as ClaimId }] }],
      [],
    ],
    [
      '"maybe", which is not among them',
      plain,
      [{ hypothesis: 'maybe', about: { kind: 'origin', id: origins[0]!.id }, nats: 1, by: 'person:desk' }],
    ],
  ])('refuse: %s', (words, hypotheses, judgements) => {
    expect(weighHypotheses(input, hypotheses, judgements)).toMatchObject({
      ok: false,
      refusal: { code: 'bad-option', sentence: expect.stringContaining(words) as string },
    })
  })
})
