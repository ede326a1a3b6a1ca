import { describe, expect, it } from 'vitest'
import { attribute } from '../../attribute/attribute.ts'
import { rulesTagger } from '../../attribute/rules-tagger.ts'
import type { Claim, ClaimId, Stance } from '../../core/claim.ts'
import type { Judgement } from '../../core/judgement.ts'
import type { Statement, StatementId } from '../../core/statement.ts'
import { textOfAll } from '../../core/span.ts'
import { documentFromText } from '../../read/plain.ts'
import { resolve, type ResolveInput, unresolved } from '../resolve.ts'

const CLAIMS: readonly Claim[] = [
  { id: 'c1' as ClaimId, text: 'The dam gate was left open.', given: true },
  { id: 'c2' as ClaimId, text: 'The lake is full of trout.', given: true },
]

const documents = [
  documentFromText('Ann Kell said the dam gate was left open. Bo Nyman said the dam gate was not left open.'),
  documentFromText('Tove Round said the choir would sing in the church hall.'),
]

const input = async (): Promise<ResolveInput> => ({
  documents,
  statements: await attribute({ documents, tagger: rulesTagger }),
  claims: CLAIMS,
})

const idOf = (statements: readonly Statement[], words: string): StatementId => {
  const found = statements.find(({ document, content }) =>
    textOfAll(documents.find(({ id }) => id === document)?.text ?? '', content).includes(words),
  )
  if (found === undefined) throw new Error(`nobody says “${words}”`)
  return found.id
}

const judge = (statement: StatementId, stance: Stance | 'none', claim = 'c1'): Judgement => ({
  kind: 'bearing',
  statement,
  claim: claim as ClaimId,
  stance,
})

describe('bearings by a person', () => {
  it('replace, add and take away what was found, in its order', async () => {
    const given = await input()
    const [open, choir] = [idOf(given.statements, 'was left open'), idOf(given.statements, 'choir')]
    const found = resolve(given).bearings
    expect(found.map(({ statement }) => statement)).not.toContain(choir)
    const judgements = [judge(choir, 'contradicts', 'c2'), judge(choir, 'supports'), judge(open, 'contradicts')]
    const { bearings } = resolve({ ...given, judgements })
    expect(bearings.map(({ statement, claim }) => [statement, claim])).toEqual([
      ...found.map(({ statement, claim }) => [statement, claim]),
      [choir, 'c1'],
      [choir, 'c2'],
    ])
    expect(bearings[0]).toEqual({ ...found[0], stance: 'contradicts', by: { maker: 'person', sure: 1 } })
    expect(bearings.at(-1)).toMatchObject({ stance: 'contradicts', act: 'assert', by: { maker: 'person', sure: 1 } })
    const without = resolve({ ...given, judgements: [judge(open, 'none')] }).bearings
    expect(without).toEqual(found.slice(1))
  })

  it('go to the later of two, in any order where they are of two things, and leave no trace', async () => {
    const given = await input()
    const [open, choir] = [idOf(given.statements, 'was left open'), idOf(given.statements, 'choir')]
    const of = (...judgements: readonly Judgement[]) => resolve({ ...given, judgements })
    expect(of(judge(open, 'none'), judge(open, 'neutral')).bearings[0]?.stance).toBe('neutral')
    expect(of(judge(open, 'neutral'), judge(open, 'none'))).toEqual(of(judge(open, 'none')))
    expect(of(judge(open, 'none'), judge(choir, 'supports'))).toEqual(of(judge(choir, 'supports'), judge(open, 'none')))
    expect(JSON.stringify(of())).toBe(JSON.stringify(resolve(given)))
  })
})

describe('judgements that find nobody and nothing', () => {
  it('are told, each in a sentence', async () => {
    const given = await input()
    const open = idOf(given.statements, 'was left open')
    const judgements: readonly Judgement[] = [
      judge(open, 'supports', 'c9'),
      judge('st_gone' as StatementId, 'none'),
      judge(open, 'neutral'),
      { kind: 'same-source', names: ['Ann Kell', 'Eve Lund'] },
      { kind: 'different-source', names: ['Ann Kell', 'Bo Nyman'] },
      { kind: 'grade', source: 'the harbour master', grade: 'C' },
      { kind: 'note', text: 'asked the mayor', about: null },
    ]
    const told = unresolved(judgements, resolve({ ...given, judgements }))
    expect(told.map(({ sentence }) => sentence)).toEqual([
      `The judgement that statement ${open} supports claim c9 found nothing to act on: the case has no claim c9.`,
      'The judgement that statement st_gone does not bear on claim c1 found nothing to act on: the documents hold no statement st_gone, or no longer read so.',
      'The judgement that “Ann Kell” and “Eve Lund” are one source found nothing to act on: nobody called “Eve Lund” speaks in the documents; use a name as they spell it.',
      'The judgement that “the harbour master” is graded C found nothing to act on: nobody called “the harbour master” speaks in the documents; use a name as they spell it.',
    ])
    expect(new Set(told.map(({ code }) => code))).toEqual(new Set(['stale-judgement']))
  })
})
