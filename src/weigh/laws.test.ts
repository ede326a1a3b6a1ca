import { assert, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Band } from '../core/verdict.ts'
import type { Origin } from '../core/origin.ts'
import type { SourceId } from '../core/source.ts'
import { standardAssumptions } from './assumptions.ts'
import { smallCases, type SmallCase } from './cases.fixture.ts'
import {
  CLAIM,
  edgeOf,
  evidenceOf,
  inputOf,
  logitOf,
  originOf,
  sourceNamed,
  standardWith,
  statement,
  sumOf,
  verdictOn,
} from './dossier.fixture.ts'
import { weigh } from './weigh.ts'

const runs = { numRuns: 150, seed: 11 }

const weighed = (small: SmallCase, assumptions = standardAssumptions) => verdictOn(small.origins, { ...small, assumptions })

const otherSide = { supports: 'contradicts', contradicts: 'supports', neutral: 'neutral' } as const
const otherInterest = { belief: 'disbelief', disbelief: 'belief', none: 'none' } as const
const otherBand: Readonly<Record<Band, Band>> = {
  established: 'refuted',
  likely: 'unlikely',
  contested: 'contested',
  unlikely: 'likely',
  refuted: 'established',
  unverifiable: 'unverifiable',
}

const mirrored = (small: SmallCase): SmallCase => ({
  ...small,
  origins: small.origins.map((origin) => ({ ...origin, side: otherSide[origin.side], interest: otherInterest[origin.interest] })),
  evidence: small.evidence.map((each) => ({ ...each, stance: otherSide[each.stance] })),
})

describe('laws of weighing', () => {
  it('gives the same bytes whatever the order', () => {
    assert(
      property(smallCases(8), (small) => {
        const backwards = {
          ...small,
          origins: small.origins.toReversed(),
          evidence: small.evidence.toReversed(),
          sources: small.sources.toReversed(),
        }
        expect(JSON.stringify(weighed(backwards))).toBe(JSON.stringify(weighed(small)))
      }),
      runs,
    )
  })

  it('gives a denial the mirror image of an affirmation', () => {
    assert(
      property(smallCases(6), (small) => {
        const [verdict, mirror] = [weighed(small), weighed(mirrored(small))]
        expect(mirror.probability).toBeCloseTo(1 - verdict.probability, 12)
        expect(mirror.interval[0]).toBeCloseTo(1 - verdict.interval[1], 12)
        expect(mirror.band).toBe(otherBand[verdict.band])
        expect(mirror.reasons.map(({ nats }) => nats)).toEqual(
          verdict.reasons.map(({ nats }) => expect.closeTo(-nats, 12) as number),
        )
      }),
      runs,
    )
  })

  it('sums its reasons to what the log odds moved by, to 1e-9', () => {
    assert(
      property(smallCases(7), (small) => {
        const { reasons, probability, prior } = weighed(small)
        expect(Math.abs(sumOf(reasons.map(({ nats }) => nats)) - (logitOf(probability) - logitOf(prior)))).toBeLessThan(1e-9)
      }),
      runs,
    )
  })

  it('has its probability inside its interval', () => {
    assert(
      property(smallCases(12), (small) => {
        const { interval, probability } = weighed(small)
        expect(interval[0]).toBeLessThanOrEqual(probability)
        expect(interval[1]).toBeGreaterThanOrEqual(probability)
      }),
      runs,
    )
  })

  it('rises with the weight of a supporter, and falls with that of a denier', () => {
    const steps: readonly (readonly [Partial<Origin>, Partial<Origin>])[] = [
      [{ certainty: 'possible' }, { certainty: 'probable' }],
      [{ certainty: 'probable' }, { certainty: 'certain' }],
      [{ access: 'hearsay' }, { access: 'witness' }],
      [{ access: 'unknown' }, { access: 'witness' }],
      [{ access: 'witness' }, { access: 'record' }],
      [{ retellings: 3 }, { retellings: 0 }],
      [{ root: null }, { root: 'src_named' as SourceId }],
      [{ root: 'src_poor' as SourceId }, { root: 'src_good' as SourceId }],
    ]
    const known = [
      sourceNamed('named'),
      sourceNamed('poor', 'person', { grade: 'D' }),
      sourceNamed('good', 'person', { grade: 'A' }),
    ]
    assert(
      property(smallCases(4), (small) => {
        const [first, ...others] = small.origins
        if (first === undefined) return
        for (const [weaker, stronger] of steps) {
          const more = { evidence: small.evidence, sources: [...small.sources, ...known] }
          const [before, after] = [weaker, stronger].map(
            (change) => verdictOn([{ ...first, affiliation: 'src_body' as SourceId, ...change }, ...others], more).probability,
          )
          expect(first.side === 'supports' ? after! - before! : before! - after!).toBeGreaterThan(0)
        }
      }),
      { ...runs, numRuns: 60 },
    )
  })

  it('takes an origin given twice for one, and another statement of it for a repeat', () => {
    assert(
      property(smallCases(4), (small) => {
        const echoed = small.origins.map((origin) => ({
          ...origin,
          statements: [...origin.statements, statement('st_echo')],
          edges: [...origin.edges, edgeOf('st_echo', origin.statements[0]!, 1)],
        }))
        expect(weighed({ ...small, origins: [...small.origins, ...small.origins] })).toEqual(weighed(small))
        expect(weighed({ ...small, origins: echoed }).probability).toBeCloseTo(weighed(small).probability, 12)
      }),
      runs,
    )
  })

  it('is moved by nothing neutral, and by nobody who knows nothing', () => {
    const alone = verdictOn([originOf('pilot')])
    expect(
      verdictOn([originOf('pilot')], { evidence: [evidenceOf('sketch', { stance: 'neutral', provenance: 'known' })] }),
    ).toEqual(alone)
    const ignorant = originOf('clerk', { access: 'hearsay', side: 'contradicts', interest: 'disbelief' })
    const { probability } = verdictOn([originOf('pilot'), ignorant], { assumptions: standardWith({ 'access.hearsay': 0 }) })
    expect(probability).toBeCloseTo(alone.probability, 12)
  })

  it('leaves one out as if it had never been said', () => {
    assert(
      property(smallCases(6), (small) => {
        for (const { about, without } of weighed(small).reasons) {
          const thing = small.evidence.find(({ id }) => id === about.id)
          const rest = weighed({
            ...small,
            origins: small.origins.filter(({ id }) => id !== about.id),
            evidence: small.evidence.filter((each) => each.kind !== thing?.kind || each.stance !== thing.stance),
          })
          expect(without.probability).toBeCloseTo(rest.probability, 9)
          expect(without.band).toBe(rest.band)
        }
      }),
      { ...runs, numRuns: 80 },
    )
  })

  it('gives every claim its own verdict, in their order, and passes over what is about no claim given', () => {
    const second = { ...CLAIM, id: 'c2' as typeof CLAIM.id }
    const input = inputOf([
      originOf('pilot'),
      originOf('clerk', { claim: second.id, side: 'contradicts' }),
      originOf('cook', { claim: 'c9' as typeof CLAIM.id }),
    ])
    const verdicts = weigh({ ...input, claims: [second, CLAIM] })
    expect(verdicts.map(({ claim, reasons }) => [claim, reasons.map(({ about }) => about.id)])).toEqual([
      ['c2', ['or_clerk']],
      ['c1', ['or_pilot']],
    ])
  })
})
