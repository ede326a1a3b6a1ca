import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Provenance } from '../core/origin.ts'
import { type Line, type Page, type SmallCase, smallCase } from './small-case.fixture.ts'
import type { TraceInput } from './telling.ts'
import { trace } from './trace.ts'

const voices: SmallCase['voices'] = {
  'Ferry Times': { name: 'Ferry Times', kind: 'outlet' },
  kell: { name: 'Ann Kell' },
  round: { name: 'Tove Round', speaksFor: 'board' },
  board: { name: 'Ostley Harbour Board', kind: 'organization', aliases: ['the board'] },
  memo: { name: 'a memo', kind: 'document', speaksFor: 'board' },
  clerk: { name: 'a clerk', kind: 'unnamed' },
  diver: { name: 'a diver', kind: 'unnamed' },
}

const OUTLETS = ['Ferry Times', 'Dune Post', 'Reed Weekly']

const SAYINGS = [
  'the north pier had moved forty centimetres since the dredging of last winter and the town had known of it',
  'since the dredging of last winter the north pier moved forty centimetres, and the town knew of it',
  'two of its eleven beams were cracked from end to end',
  'two of eleven beams were cracked',
  'we saw daylight through the deck and told nobody for a week',
  'I was told that the bolts had been painted over',
  'the bridge was sound',
]

const line = fc.record({
  text: fc.constantFrom(...SAYINGS.map((said) => `It was said that [${said}].`)),
  chain: fc.subarray(['Ferry Times', 'kell', 'round', 'board', 'memo', 'clerk', 'diver'], { maxLength: 3 }),
  stance: fc.constantFrom('supports', 'contradicts', 'neutral'),
  on: fc.subarray([0, 1], { minLength: 1 }),
  manner: fc.constantFrom('direct', 'indirect', 'narrated'),
  act: fc.constantFrom('assert', 'opinion', 'deny'),
}) satisfies fc.Arbitrary<Line>

const page = fc.record({
  outlet: fc.constantFrom(...OUTLETS),
  published: fc.constantFrom('2032-03-01', '2032-03-02', '2032-03-05', null),
  lines: fc.array(line, { minLength: 1, maxLength: 4 }),
}) satisfies fc.Arbitrary<Page>

const anyCase = fc.array(page, { maxLength: 5 }).map((pages) =>
  smallCase({
    claims: ['The Marrow bridge was unsafe.', 'The board knew of it.'],
    voices,
    // A page of an outlet that says on one day what another page says is the same document.
    pages: pages.filter((one, at) => pages.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === at),
  }),
)

const grouping = ({ origins }: Provenance) =>
  origins
    .map(({ statements, ...origin }) => ({ ...origin, statements: statements.toSorted() }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))

const sided = ({ resolution }: TraceInput): ReadonlySet<string> =>
  new Set(
    resolution.bearings
      .filter(({ stance }) => stance !== 'neutral')
      .map(({ statement, claim, stance }) => `${statement} ${claim} ${stance}`),
  )

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) frozen(part)
  }
  return value
}

describe('trace', () => {
  it('puts every statement that takes a side into one origin of that claim and side', () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        const { origins } = trace(input)
        const placed = origins.flatMap(({ claim, side, statements }) =>
          statements.map((statement) => `${statement} ${claim} ${side}`),
        )
        expect(placed.length).toBe(sided(input).size)
        expect(new Set(placed)).toEqual(sided(input))
        expect(new Set(origins.map(({ id }) => id)).size).toBe(origins.length)
      }),
    )
  })

  it('connects every origin by edges that join', () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        for (const { statements, edges } of trace(input).origins) {
          const reached = new Set(statements.slice(0, 1))
          for (const { from, to } of statements.flatMap(() => edges.filter(({ by }) => by.sure >= 0.5))) {
            if (reached.has(from)) reached.add(to)
            else if (reached.has(to)) reached.add(from)
          }
          expect([...reached].sort()).toEqual(statements.toSorted())
        }
      }),
    )
  })

  it('draws no edge from a statement to itself, and each edge once', () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        const { edges } = trace(input)
        expect(edges.every(({ from, to }) => from !== to)).toBe(true)
        expect(new Set(edges.map(({ from, to, kind }) => `${from} ${to} ${kind}`)).size).toBe(edges.length)
      }),
    )
  })

  it('gives the same origins and edges in whatever order documents, statements and bearings come', () => {
    const shuffledCase = anyCase.chain((input) =>
      fc.record({
        input: fc.constant(input),
        documents: fc.shuffledSubarray([...input.documents], { minLength: input.documents.length }),
        statements: fc.shuffledSubarray([...input.statements], { minLength: input.statements.length }),
        bearings: fc.shuffledSubarray([...input.resolution.bearings], { minLength: input.resolution.bearings.length }),
      }),
    )
    fc.assert(
      fc.property(shuffledCase, ({ input, documents, statements, bearings }) => {
        const one = trace(input)
        const other = trace({ documents, statements, resolution: { ...input.resolution, bearings } })
        expect(grouping(other)).toEqual(grouping(one))
        expect(other.edges).toEqual(one.edges)
      }),
    )
  })

  it('takes frozen values and gives plain JSON', () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        const provenance = trace(frozen(input))
        expect(JSON.parse(JSON.stringify(provenance))).toEqual(provenance)
      }),
    )
  })

  it('says so where the resolution names what was not given', () => {
    const input = smallCase({
      claims: ['The bridge is shut.'],
      pages: [{ outlet: 'Ferry Times', lines: [{ text: '[The bridge is shut].' }] }],
    })
    const { resolution } = input
    expect(() => trace({ ...input, statements: [] })).toThrow(/names statement st_/u)
    expect(() => trace({ ...input, documents: [] })).toThrow(/stands in no document/u)
    expect(() => trace({ ...input, resolution: { ...resolution, sources: [] } })).toThrow(/names source Ferry Times/u)
    expect(() => trace({ ...input, resolution: { ...resolution, claims: [] } })).toThrow(/names claim c1/u)
    expect(() => trace({ ...input, resolution: { ...resolution, speakers: [] } })).toThrow(/names no speaker/u)
  })

  it('gives nothing for nothing', () => {
    expect(trace(smallCase({ claims: ['The bridge is shut.'], pages: [] }))).toEqual({ edges: [], origins: [] })
  })
})
