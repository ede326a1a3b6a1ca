import { describe, expect, it } from 'vitest'
import type { Origin } from '../core/origin.ts'
import type { SourceId } from '../core/source.ts'
import type { Band } from '../core/verdict.ts'
import { edgeOf, evidenceOf, originOf, sourceNamed, standardWith, statement, verdictOn } from './dossier.fixture.ts'

describe('what a verdict comes to', () => {
  const witness = { access: 'witness' } as const
  const record = { access: 'record' } as const
  const accused = { access: 'own-decision', interest: 'disbelief', side: 'contradicts' } as const
  const labTest = evidenceOf('swab', { kind: 'test', provenance: 'known' })

  interface Example {
    readonly when: string
    readonly origins: readonly Origin[]
    readonly evidence?: readonly ReturnType<typeof evidenceOf>[]
    readonly band: Band
    /** Bounds of the probability. */
    readonly from: number
    readonly to: number
  }

  const against = { side: 'contradicts', ...record } as const
  const examples: readonly Example[] = [
    { when: 'nobody speaks', origins: [], band: 'unverifiable', from: 0.5, to: 0.5 },
    {
      when: 'one official speaks of its own decision',
      origins: [originOf('harbour', { access: 'own-decision' })],
      band: 'likely',
      from: 0.75,
      to: 0.85,
    },
    {
      when: 'an unnamed voice has it from hearsay, twice retold',
      origins: [originOf('mate', { root: null, access: 'hearsay', retellings: 2 })],
      band: 'unverifiable',
      from: 0.5,
      to: 0.65,
    },
    {
      when: 'an unnamed voice does not say how it knows',
      origins: [originOf('mate', { root: null })],
      band: 'unverifiable',
      from: 0.55,
      to: 0.7,
    },
    {
      when: 'two named voices do not say how they know',
      origins: [originOf('mate'), originOf('cook')],
      band: 'likely',
      from: 0.82,
      to: 0.92,
    },
    {
      when: 'a record and a witness agree',
      origins: [originOf('log', record), originOf('cook', witness)],
      band: 'established',
      from: 0.95,
      to: 0.97,
    },
    {
      when: 'a laboratory has its test',
      origins: [originOf('lab', record)],
      evidence: [labTest],
      band: 'established',
      from: 0.95,
      to: 0.99,
    },
    {
      when: 'the accused flatly denies it',
      origins: [originOf('mate'), originOf('owner', accused)],
      band: 'contested',
      from: 0.5,
      to: 0.65,
    },
    {
      when: 'only the accused speaks, and denies',
      origins: [originOf('owner', accused)],
      band: 'unverifiable',
      from: 0.33,
      to: 0.45,
    },
    {
      when: 'the accused admits it',
      origins: [originOf('owner', { ...accused, side: 'supports' })],
      band: 'likely',
      from: 0.85,
      to: 0.95,
    },
    {
      when: 'one voice stands against another',
      origins: [originOf('mate'), originOf('cook', { side: 'contradicts' })],
      band: 'contested',
      from: 0.5,
      to: 0.5,
    },
    {
      when: 'two records speak against it',
      origins: [originOf('log', against), originOf('lab', against)],
      band: 'refuted',
      from: 0.03,
      to: 0.05,
    },
    { when: 'a photograph goes round', origins: [], evidence: [evidenceOf('deck')], band: 'unverifiable', from: 0.55, to: 0.65 },
  ]

  it.each(examples)('is $band when $when', ({ origins, evidence = [], band, from, to }) => {
    const sources = ['harbour', 'mate', 'cook', 'log', 'lab', 'owner'].map((name) => sourceNamed(name))
    const verdict = verdictOn(origins, { sources, evidence })
    expect(verdict.band).toBe(band)
    expect(verdict.probability).toBeGreaterThanOrEqual(from - 1e-12)
    expect(verdict.probability).toBeLessThanOrEqual(to + 1e-12)
  })

  it('weighs a denial that was wholly to be expected at ln(1 − k)', () => {
    const [reason] = verdictOn([originOf('owner', accused)], {
      assumptions: standardWith({ 'interest.slant': 1 - 1e-12 }),
    }).reasons
    const k = reason!.factors.slice(0, -1).reduce((product, { value }) => product * value, 1)
    expect(reason!.nats).toBeCloseTo(Math.log(1 - k), 9)
  })

  it('says so when there is nothing to weigh: the prior, and what would be needed', () => {
    const verdict = verdictOn([])
    expect(verdict).toMatchObject({
      probability: 0.5,
      interval: [0.5, 0.5],
      band: 'unverifiable',
      reasons: [],
      flipSet: [],
      flipBand: null,
    })
    expect(verdict.gaps.map(({ asks }) => asks)).toContain(
      'what somebody says under a name who was in a position to know: nobody has spoken',
    )
    expect(verdict.tornado).toEqual([
      { assumption: 'prior', low: expect.closeTo(0.1, 12) as number, high: expect.closeTo(0.9, 12) as number, crosses: false },
    ])
  })

  it('does not call established what rests on one origin, however sure', () => {
    const best = sourceNamed('registrar', 'organization', { grade: 'A' })
    const verdict = verdictOn([originOf('registrar', record)], { sources: [best], assumptions: standardWith({ prior: 0.7 }) })
    expect(verdict.probability).toBeGreaterThan(0.95)
    expect(verdict.band).toBe('likely')
  })

  it('adds nothing for a bare score, and says why', () => {
    const score = { value: 0.83, scale: 'similarity', span: { start: 0, end: 4 } }
    const [plain, scored] = [
      verdictOn([], { evidence: [evidenceOf('face')] }),
      verdictOn([], { evidence: [evidenceOf('face', { score })] }),
    ]
    expect(scored.probability).toBe(plain.probability)
    expect(scored.interval[1] - scored.interval[0]).toBeGreaterThan(plain.interval[1] - plain.interval[0])
    expect(scored.reasons[0]!.factors.at(-1)).toEqual({
      assumption: 'score.bare',
      value: 0,
      says: "the machine's 0.83 (similarity) comes without an error curve, so it has no likelihood ratio and adds nothing",
    })
  })

  it('counts things of one kind once, each challenge once, and lets words lean on what stands', () => {
    const known = (name: string, challenged: readonly string[] = []) =>
      evidenceOf(name, { kind: 'document', provenance: 'known', challengedBy: challenged.map(statement) })
    const p = (...evidence: readonly ReturnType<typeof known>[]) => verdictOn([], { evidence }).probability
    expect(p(known('a'), known('b'))).toBe(p(known('a')))
    expect(p(known('a', ['st_x']), known('b'))).toBe(p(known('a', ['st_x'])))
    expect(p(known('a', ['st_x', 'st_y']))).toBeLessThan(p(known('a', ['st_x'])))
    const factorsBeside = (evidence: readonly ReturnType<typeof known>[]) =>
      verdictOn([originOf('cook')], { evidence })
        .reasons.find(({ about }) => about.id === 'or_cook')!
        .factors.map(({ assumption }) => assumption)
    expect(factorsBeside([known('a')])).not.toContain('unbacked')
    expect(factorsBeside([known('a', ['st_x'])])).toContain('unbacked')
  })

  it('takes two statements of one origin against a thing for one challenge', () => {
    const critics = originOf('critic', { side: 'contradicts', statements: [statement('st_1'), statement('st_2')] })
    const nats = (challengedBy: readonly string[]) =>
      verdictOn([critics], { evidence: [evidenceOf('deck', { challengedBy: challengedBy.map(statement) })] }).reasons.find(
        ({ about }) => about.id === 'ev_deck',
      )!.nats
    expect(nats(['st_1', 'st_2'])).toBe(nats(['st_1']))
    expect(nats(['st_1', 'st_3'])).toBeLessThan(nats(['st_1']))
  })

  it('hears the people of one body as perhaps one line, and a body that disagrees with itself as two', () => {
    const [port, crew] = ['port', 'crew'].map((name) => originOf(name, { affiliation: 'src_line' as SourceId }))
    const apart = verdictOn([originOf('port'), originOf('crew')])
    const joined = verdictOn([port!, crew!])
    expect(joined.probability).toBeLessThan(apart.probability)
    expect(joined.probability).toBeGreaterThan(verdictOn([port!]).probability)
    expect(joined.reasons[0]!.factors.map(({ assumption }) => assumption)).toContain('one-line')
    expect(verdictOn([port!, { ...crew!, side: 'contradicts' }]).probability).toBeCloseTo(0.5, 12)
  })

  it('hears an outlet that does not say how it knows as one that was told', () => {
    const p = (kind: 'outlet' | 'person', access: Origin['access']) =>
      verdictOn([originOf('mail', { access })], { sources: [sourceNamed('mail', kind)] }).probability
    expect(p('outlet', 'unknown')).toBeLessThan(p('person', 'unknown'))
    expect(p('outlet', 'witness')).toBe(p('person', 'witness'))
  })

  it('finds the body that speaks for itself through those who speak for it', () => {
    const sources = [
      sourceNamed('line', 'organization', { grade: 'B' }),
      sourceNamed('press', 'person', { speaksFor: 'src_line' as SourceId }),
    ]
    const spoken = verdictOn([originOf('line'), originOf('press')], { sources })
    expect(spoken.reasons.map(({ factors }) => factors.map(({ assumption }) => assumption))).toEqual([
      expect.arrayContaining(['one-line', 'grade.B']) as string[],
      expect.arrayContaining(['one-line', 'grade.B']) as string[],
    ])
  })

  it('hears a little of a second knower behind an unsure join', () => {
    const told = { statements: [statement('st_a'), statement('st_b')] }
    const p = (sure: number) => verdictOn([originOf('mate', { ...told, edges: [edgeOf('st_b', 'st_a', sure)] })]).probability
    expect(p(1)).toBe(verdictOn([originOf('mate', told)]).probability)
    expect(p(0.6)).toBeGreaterThan(p(0.9))
    expect(p(0.6)).toBeLessThan(verdictOn([originOf('mate'), originOf('other', { root: null })]).probability)
  })
})
