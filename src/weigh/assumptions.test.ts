import { describe, expect, it } from 'vitest'
import { assume, assumptionRows, standardAssumptions } from './assumptions.ts'

describe('the table of assumptions', () => {
  it.each(assumptionRows)(
    '$name has its standard inside its range, and says what it is',
    ({ standard, low, high, unit, source, ifWrong }) => {
      expect(standard).toBeGreaterThanOrEqual(low)
      expect(standard).toBeLessThanOrEqual(high)
      for (const sentence of [source, ifWrong]) expect(sentence).toMatch(/^\S.*\.$/)
      expect(unit).not.toBe('')
    },
  )

  it('names every row once', () => {
    expect(new Set(assumptionRows.map(({ name }) => name)).size).toBe(assumptionRows.length)
  })

  it('ranks the Admiralty grades, and takes the unknown for nobody in particular', () => {
    const grades = (['A', 'B', 'C', 'D', 'E'] as const).map((grade) => standardAssumptions[`grade.${grade}`])
    expect(grades).toEqual(grades.toSorted((a, b) => b - a))
    expect(standardAssumptions['concentration.ungraded']).toBeLessThan(standardAssumptions['concentration.graded'])
  })
})

describe('assume', () => {
  it('gives the standard where nothing is overridden, and the override where something is', () => {
    expect(assume({})).toEqual({ ok: true, value: standardAssumptions })
    expect(assume({ prior: 0.2, retelling: 0.9 })).toEqual({
      ok: true,
      value: { ...standardAssumptions, prior: 0.2, retelling: 0.9 },
    })
  })

  it('refuses a name that is not in the table, and names the nearest', () => {
    expect(assume({ 'grade.b': 0.9 })).toEqual({
      ok: false,
      refusal: { code: 'bad-option', sentence: 'There is no assumption named "grade.b"; the nearest is "grade.B".' },
    })
    expect(assume({ pior: 0.5 })).toMatchObject({ refusal: { sentence: expect.stringContaining('"prior"') as string } })
    expect(assume({ toString: 1 })).toMatchObject({ ok: false })
  })

  it.each([0, 1.5, -1, Number.NaN, Infinity])('refuses %d for a probability, and names the range', (value) => {
    expect(assume({ prior: value })).toEqual({
      ok: false,
      refusal: {
        code: 'bad-option',
        sentence: `The assumption "prior" lies between 0.1 and 0.9 (probability), so it cannot be ${value}.`,
      },
    })
  })
})
