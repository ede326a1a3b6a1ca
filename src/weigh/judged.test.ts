import { describe, expect, it } from 'vitest'
import type { Judgement } from '../core/judgement.ts'
import { standardAssumptions } from './assumptions.ts'
import { originOf, sourceNamed } from './dossier.fixture.ts'
import { assumeJudged, idleGrades } from './judged.ts'

const set = (assumption: string, value: number): Judgement => ({ kind: 'override', assumption, value })

const judged = (judgements: readonly Judgement[], asked: Readonly<Record<string, number>> = {}) => {
  const result = assumeJudged(judgements, asked)
  if (!result.ok) throw new Error(result.refusal.sentence)
  return result.value
}

describe('assumptions that a person set', () => {
  it('take the place of the standard, the later value of a row winning, and what is asked winning over both', () => {
    expect(judged([])).toEqual({ assumptions: standardAssumptions, stale: [] })
    const rows = [set('prior', 0.3), set('grade.F', 0.6), set('prior', 0.2)]
    expect(judged(rows).assumptions).toEqual({ ...standardAssumptions, prior: 0.2, 'grade.F': 0.6 })
    expect(judged(rows, { prior: 0.6 }).assumptions).toEqual({ ...standardAssumptions, prior: 0.6, 'grade.F': 0.6 })
  })

  it('are told where they are not in the table, and the rest is set', () => {
    const { assumptions, stale } = judged([set('priro', 0.3), set('prior', 7), set('__proto__', 1), set('grade.F', 0.6)])
    expect(assumptions).toEqual({ ...standardAssumptions, 'grade.F': 0.6 })
    expect(stale.map(({ code }) => code)).toEqual(['stale-judgement', 'stale-judgement', 'stale-judgement'])
    expect(stale[0]?.sentence).toBe(
      'The judgement that the assumption “priro” is 0.3 found nothing to act on: there is no assumption named "priro"; the nearest is "prior".',
    )
  })

  it('do not hide what is asked and cannot be', () => {
    expect(assumeJudged([set('prior', 0.3)], { 'no such row': 1 }).ok).toBe(false)
  })
})

describe('grades on which no verdict hangs', () => {
  const body = sourceNamed('Inspectorate', 'organization')
  const renn = sourceNamed('Pauli Renn', 'person', { grade: 'B', speaksFor: body.id })
  const outlet = sourceNamed('Hill Post', 'outlet', { grade: 'D' })
  const seer = sourceNamed('Ann Kell', 'person', { grade: 'A' })

  it('are told, with the body that is asked in the place of its spokesman', () => {
    const told = idleGrades([body, renn, outlet, seer], [originOf('Inspectorate'), originOf('Ann Kell')])
    expect(told.map(({ sentence }) => sentence)).toEqual([
      'The judgement that “Pauli Renn” is graded B found nothing to act on: no origin goes back to it; what it says counts as that of “Inspectorate”: grade that.',
      'The judgement that “Hill Post” is graded D found nothing to act on: no origin goes back to it.',
    ])
  })

  it('are none where a body is graded and who speaks for it is heard', () => {
    const graded = sourceNamed('Inspectorate', 'organization', { grade: 'B' })
    const speaker = sourceNamed('Pauli Renn', 'person', { speaksFor: graded.id })
    expect(idleGrades([graded, speaker], [originOf('Pauli Renn')])).toEqual([])
  })
})
