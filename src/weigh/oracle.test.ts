import { assert, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Evidence } from '../core/evidence.ts'
import type { Origin } from '../core/origin.ts'
import { standardAssumptions as table } from './assumptions.ts'
import { grouped } from '../core/grouped.ts'
import { smallCases, type SmallCase } from './cases.fixture.ts'
import { verdictOn } from './dossier.fixture.ts'

/**
 * The model once more, slowly, from its definition: every world is a truth of the claim with, for each body, whether its people speak
 * one line; for each knower, whether what it says is tied to the truth; for each unsure join, whether it holds; for each thing, whether
 * it is what it is said to be. The probability of the claim is the weight of the worlds in which it is true.
 */
type Truth = boolean

/** A choice that the world makes: its ways, each with its weight and the choices it leads to. */
type Choice = (truth: Truth) => readonly (readonly [weight: number, next: readonly Choice[]])[]

const weightOfWorlds = (truth: Truth, [choice, ...others]: readonly Choice[]): number =>
  choice === undefined
    ? 1
    : choice(truth).reduce(
        (sum, [weight, next]) => sum + (weight === 0 ? 0 : weight * weightOfWorlds(truth, [...next, ...others])),
        0,
      )

/** Tied, a knower says what is so; not tied, it says its own side with probability h. */
const knower =
  (side: Origin['side'], k: number, h: number): Choice =>
  (truth) => [
    [k * (truth === (side === 'supports') ? 1 : 0), []],
    [(1 - k) * h, []],
  ]

const itemsOn = (side: Origin['side'], evidence: readonly Evidence[]): readonly (readonly Evidence[])[] => [
  ...grouped(
    evidence.filter(({ stance }) => stance === side),
    ({ kind }) => kind,
  ).values(),
]

const provenanceOf = (item: readonly Evidence[]): Evidence['provenance'] =>
  (['known', 'partial', 'unknown'] as const).find((each) => item.some(({ provenance }) => provenance === each))!

const challengesOf = (item: readonly Evidence[]): number => new Set(item.flatMap(({ challengedBy }) => challengedBy)).size

const thing =
  (side: Origin['side'], item: readonly Evidence[]): Choice =>
  (truth) => {
    const genuine = (1 - table[`provenance.${provenanceOf(item)}`]) * table.challenge ** challengesOf(item)
    return [
      [genuine * (truth === (side === 'supports') ? table[`item.${item[0]!.kind}`] : 1), []],
      [1 - genuine, []],
    ]
  }

const kOf = (origin: Origin, { sources, evidence }: SmallCase): number => {
  const source = sources.find(({ id }) => id === origin.root)
  const backed = itemsOn(origin.side, evidence).some((item) => provenanceOf(item) === 'known' && challengesOf(item) === 0)
  return (
    table[`grade.${source?.grade ?? 'F'}`] *
    table[`access.${origin.access === 'unknown' && source?.kind === 'outlet' ? ('outlet' as const) : origin.access}`] *
    table[`certainty.${origin.certainty}`] *
    table.retelling ** origin.retellings *
    origin.bears ** table.reading *
    (source === undefined || source.kind === 'unnamed' ? table.unnamed : 1) *
    (backed ? 1 : table.unbacked) *
    (origin.interest === 'none' ? 1 : table['interest.candour'])
  )
}

const hOf = ({ side, interest }: Origin): number => {
  if (interest === 'none') return table['interest.none']
  return (interest === 'belief') === (side === 'supports') ? table['interest.slant'] : 1 - table['interest.slant']
}

/** The joins fail together, the least sure first: each level of doubt is a way the world can be, with so many strays. */
const joins =
  (origin: Origin): Choice =>
  () => {
    const sure = origin.edges.map(({ by }) => by.sure as number).sort((a, b) => a - b)
    return [...sure, 1].map((level, strays) => [
      level - (strays === 0 ? 0 : sure[strays - 1]!),
      Array.from({ length: strays }, () => knower(origin.side, table.stray, hOf(origin))),
    ])
  }

/** The people of one body on one side: one report, of the best placed and the most interested of them, or as many as they are. */
const body =
  (origins: readonly Origin[], small: SmallCase): Choice =>
  () => {
    const { side } = origins[0]!
    const apart = origins.map((origin) => knower(side, kOf(origin, small), hOf(origin)))
    const line = knower(side, Math.max(...origins.map((origin) => kOf(origin, small))), Math.max(...origins.map(hOf)))
    return origins.length === 1
      ? [[1, apart]]
      : [
          [table['one-line'], [line]],
          [1 - table['one-line'], apart],
        ]
  }

const probabilityByWorlds = (small: SmallCase): number => {
  const bodies = [...grouped(small.origins, ({ side, affiliation, root, id }) => `${side} ${affiliation ?? root ?? id}`).values()]
  const things = (['supports', 'contradicts'] as const).flatMap((side) =>
    itemsOn(side, small.evidence).map((item) => thing(side, item)),
  )
  const choices = [...bodies.map((origins) => body(origins, small)), ...small.origins.map(joins), ...things]
  const [so, not] = [table.prior * weightOfWorlds(true, choices), (1 - table.prior) * weightOfWorlds(false, choices)]
  return so / (so + not)
}

describe('the oracle', () => {
  it('agrees with every world enumerated, to 1e-9', () => {
    assert(
      property(smallCases(), (small) => {
        expect(Math.abs(verdictOn(small.origins, small).probability - probabilityByWorlds(small))).toBeLessThan(1e-9)
      }),
      { numRuns: 300, seed: 7 },
    )
  })
})
