import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Claim, ClaimId } from '../../../core/claim.ts'
import type { Document } from '../../../core/document.ts'
import { probability } from '../../../core/probability.ts'
import { hull, type Span } from '../../../core/span.ts'
import { statementId, type Act, type Certainty, type Statement } from '../../../core/statement.ts'
import { openModel } from '../../../node/open-model.ts'
import { documentFromText } from '../../../read/plain.ts'
import { learnedBearings, type BearingReader } from './bearing-reader.ts'

type Pairs = readonly (readonly [number, number])[]
interface Told {
  readonly source: Pairs
  readonly cue: Pairs
  readonly content: Pairs
  readonly act: Act
  readonly certainty: Certainty
  readonly chances: readonly number[]
}
interface ToldText {
  readonly text: string
  readonly claim: string
  readonly statements: readonly Told[]
}
const PARITY = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../models/bearings/parity.json'), 'utf8'),
) as readonly ToldText[]

let reader: BearingReader

beforeAll(async () => {
  const model = await openModel('bearings')
  const made = model.ok ? learnedBearings(model.value) : model
  if (!made.ok) throw new Error(made.refusal.sentence)
  reader = made.value
})

const spans = (pairs: Pairs): readonly Span[] => pairs.map(([start, end]) => ({ start, end }))

const statementOf = (document: Document, { source, cue, content, act, certainty }: Told): Statement => {
  const mention = source.length === 0 ? null : hull(spans(source))
  const chain = [{ mention: null, cue: null }, ...(mention === null ? [] : [{ mention, cue: null }])]
  return {
    id: statementId(document.id, spans(content), chain),
    document: document.id,
    content: spans(content),
    cue: spans(cue),
    chain,
    act,
    certainty,
    polarity: 'positive',
    manner: 'indirect',
    within: null,
    saidAt: null,
    by: { maker: 'person:annotator', sure: probability(1) },
  }
}

const claimOf = (text: string): Claim => ({ id: 'c1' as ClaimId, text, given: true })

describe('the reader of bearings in TypeScript', () => {
  it('was given fifty texts to agree on', () => {
    expect(PARITY).toHaveLength(50)
  })

  it.each(PARITY)('makes of the claim what Python makes of it: $claim', async ({ text, claim, statements }) => {
    const document = documentFromText(text)
    const own = statements.map((told) => statementOf(document, told))
    const found = await reader.read({ documents: [document], statements: own, claims: [claimOf(claim)] })
    // What no word ties to the claim is not read.
    if (found.length === 0) return
    const byId = new Map(
      found.map(({ statement, none, supports, contradicts, neutral }) => [statement, [none, supports, contradicts, neutral]]),
    )
    statements.forEach(({ chances }, at) => {
      byId.get(own[at]!.id)!.forEach((chance, which) => {
        expect(Math.abs(chance - chances[which]!)).toBeLessThan(1e-4)
      })
    })
  })

  it('reads nearly all of these texts', async () => {
    const read = await Promise.all(
      PARITY.map(async ({ text, claim, statements }) => {
        const document = documentFromText(text)
        const own = statements.map((told) => statementOf(document, told))
        return (await reader.read({ documents: [document], statements: own, claims: [claimOf(claim)] })).length > 0
      }),
    )
    expect(read.filter(Boolean).length).toBeGreaterThan(40)
  })

  it('gives the same for a document whatever stands beside it, and probabilities', async () => {
    const [one, other] = PARITY.slice(0, 2).map(({ text, statements }) => {
      const document = documentFromText(text)
      return { document, statements: statements.map((told) => statementOf(document, told)) }
    })
    const claims = [claimOf(PARITY[0]!.claim)]
    const alone = await reader.read({ documents: [one!.document], statements: one!.statements, claims })
    const beside = await reader.read({
      documents: [other!.document, one!.document],
      statements: [...other!.statements, ...one!.statements],
      claims,
    })
    expect(beside.filter(({ statement }) => alone.some((mine) => mine.statement === statement))).toEqual(alone)
    for (const { none, supports, contradicts, neutral } of alone)
      expect(none + supports + contradicts + neutral).toBeCloseTo(1, 4)
  })

  it.each([
    ['no words', ''],
    ['marks', '?!'],
    ['a thousand words', 'The dam failed its inspection. '.repeat(200)],
    ['emoji', '😀😀'],
  ])('survives a claim of %s', async (_, claim) => {
    const { text, statements } = PARITY[0]!
    const document = documentFromText(text)
    const own = statements.map((told) => statementOf(document, told))
    const found = await reader.read({ documents: [document], statements: own, claims: [claimOf(claim)] })
    for (const { none } of found) expect(Number.isFinite(none)).toBe(true)
  })

  it('refuses a model that reads no bearings', () => {
    expect(learnedBearings({ version: 'x@1', settings: {}, vocabulary: [], networks: {} })).toMatchObject({
      ok: false,
      refusal: { code: 'malformed' },
    })
  })
})
