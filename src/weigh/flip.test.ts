import { assert, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Reason, Verdict } from '../core/verdict.ts'
import { smallCases, type SmallCase } from './cases.fixture.ts'
import { evidenceOf, originOf, sourceNamed, verdictOn } from './dossier.fixture.ts'

const subsetsOf = <T>(things: readonly T[]): readonly (readonly T[])[] =>
  things.reduce<readonly (readonly T[])[]>((subsets, thing) => [...subsets, ...subsets.map((subset) => [...subset, thing])], [[]])

/** The case as it would be had the things behind these reasons never been put forward. */
const verdictWithout = ({ origins, evidence, sources }: SmallCase, gone: readonly Reason['about'][]): Verdict => {
  const ids = new Set<string>(gone.map(({ id }) => id))
  const things = evidence.filter(({ id }) => ids.has(id))
  return verdictOn(
    origins.filter(({ id }) => !ids.has(id)),
    {
      sources,
      evidence: evidence.filter((each) => !things.some(({ kind, stance }) => kind === each.kind && stance === each.stance)),
    },
  )
}

describe('the flip set', () => {
  it('is the smallest there is, by trying them all', () => {
    assert(
      property(smallCases(5), (small) => {
        const { reasons, band, flipSet, flipBand } = verdictOn(small.origins, small)
        const flipping = subsetsOf(reasons.map(({ about }) => about)).filter((gone) => verdictWithout(small, gone).band !== band)
        if (flipping.length === 0) {
          expect([flipSet, flipBand]).toEqual([[], null])
          return
        }
        const least = Math.min(...flipping.map((gone) => gone.length))
        if (least <= 3) expect(flipSet).toHaveLength(least)
        expect(verdictWithout(small, flipSet).band).toBe(flipBand)
        expect(flipBand).not.toBe(band)
      }),
      { numRuns: 60, seed: 5 },
    )
  })

  it('peels off the heaviest where three are not enough', () => {
    const names = Array.from({ length: 30 }, (_, n) => `${n}`)
    const sources = names.map((name) => sourceNamed(name))
    const verdict = verdictOn(
      names.map((name, n) => originOf(name, { access: n < 10 ? 'witness' : 'hearsay' })),
      { sources },
    )
    expect(verdict.band).toBe('established')
    expect(verdict.flipSet.length).toBeGreaterThan(10)
    const left = verdictOn(
      names
        .filter((name) => !verdict.flipSet.some(({ id }) => id === `or_${name}`))
        .map((name) => originOf(name, { access: Number(name) < 10 ? 'witness' : 'hearsay' })),
      { sources },
    )
    expect(left.band).toBe(verdict.flipBand)
  })

  it('finds the paper on which a decisive band rests', () => {
    const paper = evidenceOf('ledger', { kind: 'document', provenance: 'known' })
    const origins = [originOf('clerk', { access: 'record' })]
    const { band, flipSet, flipBand } = verdictOn(origins, {
      evidence: [paper],
      sources: [sourceNamed('clerk', 'person', { grade: 'A' })],
    })
    expect([band, flipSet, flipBand]).toEqual(['established', [{ kind: 'origin', id: 'or_clerk' }], 'likely'])
  })
})
