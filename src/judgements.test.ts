import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { rulesTagger } from './attribute/rules-tagger.ts'
import type { CheckedCase } from './core/case.ts'
import type { Judgement } from './core/judgement.ts'
import type { StatementId } from './core/statement.ts'
import { gather } from './node/gather.ts'
import { checkHeard, hear, type HeardInquiry, type WeighOptions } from './pipeline.ts'
import { read } from './read/read.ts'
import { htmlPage, markdownText, reportOf, terminalText } from './tell/tell.ts'

const EXAMPLE = fileURLToPath(new URL('../examples/kestrel-drone', import.meta.url))

let inquiry: HeardInquiry
let plain: CheckedCase

const checked = async (judgements?: readonly Judgement[], options: WeighOptions = {}): Promise<CheckedCase> => {
  const result = await checkHeard(judgements === undefined ? inquiry : { ...inquiry, judgements }, options)
  if (!result.ok) throw new Error(result.refusal.sentence)
  return result.value
}

beforeAll(async () => {
  const { submissions, ...rest } = await gather([EXAMPLE], {})
  const heard = submissions.map(async ({ label, capture }) => ({
    label,
    reading: await hear(capture, { tagger: rulesTagger, read }),
  }))
  inquiry = { ...rest, heard: await Promise.all(heard) }
  plain = await checked()
}, 60_000)

/** An origin of several statements in several documents, with a named root: something to judge. */
const shared = () => {
  const documentOf = new Map(plain.statements.map(({ id, document }) => [id, document]))
  const origin = plain.provenance.origins.find(
    ({ statements, root }) => root !== null && new Set(statements.map((id) => documentOf.get(id))).size > 1,
  )
  const root = plain.resolution.sources.find(({ id }) => id === origin?.root)
  if (origin === undefined || root === undefined) throw new Error('the example has changed')
  return { origin, root }
}

const probabilityOf = ({ verdicts }: CheckedCase, claim: string): number =>
  verdicts.find((verdict) => verdict.claim === claim)?.probability ?? NaN

/** A checked case without what was given. */
const found = (judged: CheckedCase): string => JSON.stringify({ ...judged, judgements: undefined })

describe('a case with judgements', () => {
  it('is the same to the byte once all are taken back', async () => {
    expect(JSON.stringify(await checked([]))).toBe(JSON.stringify(plain))
    expect(found(await checked([{ kind: 'note', text: 'asked twice', about: null }]))).toBe(JSON.stringify(plain))
  })

  it('moves with a grade of a root', async () => {
    const { origin, root } = shared()
    const of = async (grade: 'A' | 'E') =>
      probabilityOf(await checked([{ kind: 'grade', source: root.name, grade }]), origin.claim)
    const [reliable, unreliable, ungraded] = [await of('A'), await of('E'), probabilityOf(plain, origin.claim)]
    const [high, low] = origin.side === 'supports' ? [reliable, unreliable] : [unreliable, reliable]
    expect(high).toBeGreaterThan(ungraded)
    expect(low).toBeLessThan(ungraded)
  })

  it('moves with an origin that is split and with a bearing taken away', async () => {
    const { origin } = shared()
    const statement = origin.statements.at(-1)!
    const split = await checked([{ kind: 'split-origin', statement }])
    expect(split.provenance.origins).toHaveLength(plain.provenance.origins.length + 1)
    const none = await checked([{ kind: 'bearing', statement, claim: origin.claim, stance: 'none' }])
    expect(none.provenance.origins.flatMap(({ claim, statements }) => (claim === origin.claim ? statements : []))).not.toContain(
      statement,
    )
  })

  it('weighs under the row that a person set, the command line before it, and lists both', async () => {
    const judgements: readonly Judgement[] = [
      { kind: 'override', assumption: 'prior', value: 0.2 },
      { kind: 'override', assumption: 'prior', value: 0.3 },
    ]
    const judged = await checked(judgements)
    expect(judged.overrides).toEqual([{ assumption: 'prior', value: 0.3, standard: 0.5 }])
    expect(judged.verdicts[0]?.prior).toBe(0.3)
    expect(terminalText(judged, { width: 80, colour: false })).toContain('prior is set to 0.3')
    expect((await checked(judgements, { assume: { prior: 0.6 } })).overrides[0]?.value).toBe(0.6)
  })

  it('tells what found nothing, and does the rest', async () => {
    const judgements: readonly Judgement[] = [
      { kind: 'same-source', names: ['Nobody Atall', 'Nor He'] },
      { kind: 'split-origin', statement: 'st_gone' as StatementId },
      { kind: 'override', assumption: 'no such row', value: 1 },
    ]
    const judged = await checked(judgements)
    expect(judged.refusals.map(({ code }) => code)).toEqual(judgements.map(() => 'stale-judgement'))
    expect(found({ ...judged, refusals: plain.refusals })).toBe(JSON.stringify(plain))
  })

  it('does not ask in which order they were made where they have nothing to do with each other, and can be told', async () => {
    const { origin, root } = shared()
    const judgements: readonly Judgement[] = [
      { kind: 'grade', source: root.name, grade: 'B' },
      { kind: 'different-origin', statements: [origin.statements[0]!, origin.statements.at(-1)!] },
      { kind: 'override', assumption: 'prior', value: 0.4 },
    ]
    const one = await checked(judgements)
    expect(found(await checked(judgements.toReversed()))).toBe(found(one))
    const texts = [
      terminalText(one, { width: 80, colour: false }),
      markdownText(one),
      htmlPage(one),
      JSON.stringify(reportOf(one)),
    ]
    expect(texts[0]).toMatch(/Judged by a person not to share an origin\./u)
    expect(texts.every((text) => text.length > 0)).toBe(true)
  })
})
