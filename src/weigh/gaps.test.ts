import { describe, expect, it } from 'vitest'
import type { Origin } from '../core/origin.ts'
import type { Gap } from '../core/verdict.ts'
import { standardAssumptions as table } from './assumptions.ts'
import { evidenceOf, originOf, sourceNamed, statement, verdictOn } from './dossier.fixture.ts'

const sources = [sourceNamed('an engineer', 'unnamed'), sourceNamed('Odile Brandt'), sourceNamed('Kai Lund')]

const gapsOf = (origins: readonly Origin[], evidence = [] as readonly ReturnType<typeof evidenceOf>[]): readonly Gap[] =>
  verdictOn(origins, { sources, evidence }).gaps

const asked = (gaps: readonly Gap[]): readonly string[] => gaps.map(({ asks }) => asks)

describe('the gaps', () => {
  it('ask who an unnamed source is, and what it says at first hand', () => {
    const asks = asked(gapsOf([originOf('an engineer', { retellings: 2 }), originOf('Kai Lund', { side: 'contradicts' })]))
    expect(asks).toContain('who “an engineer” is, and how they know')
    expect(asks).toContain('what “an engineer” says at first hand, without the retellings between')
    expect(asked(gapsOf([originOf('nobody', { root: null })]))).toContain('who the unnamed source is, and how they know')
  })

  it('ask how a named source knows, or whom it has it from', () => {
    expect(asked(gapsOf([originOf('Odile Brandt')]))).toContain(
      'how Odile Brandt knows: from seeing it, deciding it, a record, or being told',
    )
    expect(asked(gapsOf([originOf('Odile Brandt', { access: 'hearsay' })]))).toContain(
      'whom Odile Brandt has it from, and what they say themselves',
    )
    expect(asked(gapsOf([originOf('Odile Brandt', { access: 'witness' })])).some((ask) => ask.includes('Odile'))).toBe(false)
  })

  it('ask an outlet that does not say how it knows where it has it from', () => {
    const { gaps } = verdictOn([originOf('Quay Mail')], { sources: [sourceNamed('Quay Mail', 'outlet')] })
    expect(asked(gaps)).toContain('where Quay Mail has it from, which it does not say')
  })

  it('ask who made a thing, or what answers its critics', () => {
    const challenged = evidenceOf('film', { kind: 'video', provenance: 'known', challengedBy: [statement('st_x')] })
    expect(asked(gapsOf([], [evidenceOf('deck'), challenged]))).toEqual(
      expect.arrayContaining(['who took the photograph, where and when', 'what answers those who challenge the film']),
    )
    expect(gapsOf([], [evidenceOf('deck', { provenance: 'known' })]).some(({ about }) => about !== null)).toBe(false)
  })

  it('miss the side that is silent, and only that', () => {
    const denial = 'what somebody says who has reason to deny it: nobody contradicts it so far'
    expect(asked(gapsOf([originOf('Odile Brandt')]))).toContain(denial)
    expect(asked(gapsOf([originOf('Odile Brandt'), originOf('Kai Lund', { side: 'contradicts' })]))).not.toContain(denial)
    expect(asked(gapsOf([originOf('Kai Lund', { side: 'contradicts' })]))).toContain(
      'what somebody says who has reason to assert it: nobody supports it so far',
    )
  })

  it('expect what asking would move, over what it could turn out to be', () => {
    const gap = gapsOf([], [evidenceOf('deck')]).find(({ about }) => about !== null)!
    const q = table['provenance.unknown']
    const lr = (doubt: number): number => Math.log((1 - doubt) * table['item.photo'] + doubt)
    expect(gap.about).toEqual({ kind: 'evidence', id: 'ev_deck' })
    expect(gap.expectedNats).toBeCloseTo((1 - q) * (lr(table['provenance.known']) - lr(q)) + q * lr(q), 12)
  })

  it('come with the most telling first', () => {
    const gaps = gapsOf(
      [originOf('an engineer'), originOf('Kai Lund', { side: 'contradicts', access: 'hearsay' })],
      [evidenceOf('deck')],
    )
    const nats = gaps.map(({ expectedNats }) => expectedNats)
    expect(nats).toEqual(nats.toSorted((a, b) => b - a))
    expect(gaps.length).toBeGreaterThan(3)
  })
})
