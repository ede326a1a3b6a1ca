import { describe, expect, it } from 'vitest'
import type { CheckedCase } from '../core/case.ts'
import { probability } from '../core/probability.ts'
import { textAt } from '../core/span.ts'
import { siloCase } from './checked-case.fixture.ts'
import { explain } from './explain.ts'
import { sentencesOf, type ClaimExplanation, type Section, type SectionKind, type Sentence } from './explanation.ts'
import { echoCase, evasiveCase, hostileCase, silentCase, unreadCase } from './odd-cases.fixture.ts'

const cases: readonly (readonly [string, CheckedCase])[] = [
  ['the silo', siloCase],
  ['one article', echoCase(1)],
  ['two articles', echoCase(2)],
  ['twenty articles', echoCase(20)],
  ['silence', silentCase],
  ['evasion', evasiveCase],
  ['nothing read', unreadCase],
  ['hostile documents', hostileCase],
]

const sectionsOf = (checked: CheckedCase): readonly Section[] => {
  const { claims, closing } = explain(checked)
  return [...claims.flatMap(({ sections }) => sections), ...closing]
}

const spaced = (text: string): string => text.replaceAll('\u00A0', ' ')

const textsIn = (sections: readonly Section[], kind: SectionKind): readonly string[] =>
  sections
    .filter((section) => section.kind === kind)
    .flatMap(sentencesOf)
    .map(({ text }) => spaced(text))

const claimAt = (checked: CheckedCase, place: number): ClaimExplanation => {
  const claim = explain(checked).claims[place]
  if (claim === undefined) throw new Error('the fixture has no such claim')
  return claim
}

/** What no sentence may hold at once: words for how likely it is, and words for how sure the analyst is. */
const mixesScales = (text: string): boolean =>
  /\b(?:almost no chance|unlikely|roughly even|likely|almost certain)\b/iu.test(text) && /\bconfiden(?:ce|t)\b/iu.test(text)

describe.each(cases)('the explanation of %s', (_, checked) => {
  const sentences = sectionsOf(checked).flatMap(sentencesOf)
  const texts = new Map(checked.exhibits.map(({ label, document }) => [document.id, { label, text: document.text }]))

  it('has words behind every sentence', () => {
    for (const { text, citations } of sentences) {
      expect(text).not.toBe('')
      expect(citations.length).toBeGreaterThan(0)
      for (const { document, label, spans } of citations) {
        expect(texts.get(document)?.label).toBe(label)
        for (const at of spans) expect(textAt(texts.get(document)?.text ?? '', at).trim()).not.toBe('')
      }
    }
  })

  it('never puts a likelihood and a level of confidence in one sentence', () => {
    expect(sentences.filter(({ text }) => mixesScales(text))).toEqual([])
  })

  it('ends every sentence, and opens it with no small letter but that of a label', () => {
    for (const { text } of sentences) expect(text).toMatch(/^(?:\P{Ll}|\p{Ll}+\d).*[.!?…]["'”’)\]]?$/su)
  })

  it('is plain JSON, the same each time, and leaves the case as it was', () => {
    const before = JSON.stringify(checked)
    const once = explain(checked)
    expect(JSON.parse(JSON.stringify(once))).toStrictEqual(once)
    expect(JSON.stringify(explain(JSON.parse(before) as CheckedCase))).toBe(JSON.stringify(once))
    expect(JSON.stringify(checked)).toBe(before)
  })
})

describe('the rules themselves', () => {
  it('would be caught broken', () => {
    expect(mixesScales('It is likely, with high confidence, that the dam held.')).toBe(true)
    // @ts-expect-error: a sentence with no words behind it is no Sentence
    const unfounded: Sentence = { text: 'It is so.', citations: [] }
    expect(unfounded.citations).toEqual([])
  })
})

describe('the verdict in words', () => {
  it('counts articles, voices and origins', () => {
    expect(claimAt(siloCase, 0).count).toEqual({ articles: 6, voices: 7, origins: 3 })
    expect(claimAt(echoCase(14), 0).count).toEqual({ articles: 14, voices: 1, origins: 1 })
    expect(claimAt(silentCase, 0).count).toEqual({ articles: 0, voices: 0, origins: 0 })
  })

  it.each([
    [1, 'One article says so, and it goes back to one unnamed source, a deckhand.'],
    [2, 'Both articles that say so go back to one unnamed source, a deckhand; neither adds a second origin.'],
    [5, 'All five articles that say so go back to one unnamed source, a deckhand; none adds a second origin.'],
    [14, 'All 14 articles that say so go back to one unnamed source, a deckhand; none adds a second origin.'],
  ])('says how many of %i articles know', (count, sentence) => {
    expect(textsIn(sectionsOf(echoCase(count)), 'verdict')).toContain(sentence)
  })

  it('says that it rests on one origin, and that nobody knows at first hand', () => {
    expect(textsIn(sectionsOf(echoCase(3)), 'verdict')).toEqual(
      expect.arrayContaining([
        'The verdict rests on one origin alone: a deckhand (unnamed).',
        'Nobody quoted is known to have seen it, to have decided it or to keep the record of it.',
      ]),
    )
  })

  it('names several origins and both sides', () => {
    const [sold, knew] = [claimAt(siloCase, 0), claimAt(siloCase, 1)]
    expect(textsIn(sold.sections, 'verdict')).toEqual([
      'The claim is very likely to be true: 85 %, with a 90 % interval from 52 % to 96 %.',
      'The five articles that say so go back to three origins: an official of the grain board (unnamed), Rufus Hask and the Corvane Grain Board.',
      'Nobody is found who says that it is not so.',
      'One denial found speaks of something else; it is not counted.',
      'Two replies decline to answer; they are not counted either way.',
      'What weighs most is an official of the grain board (unnamed), which multiplies the odds for the claim by 2.5.',
    ])
    expect(textsIn(knew.sections, 'verdict')).toEqual([
      'The claim is likely to be true: 60 %, with a 90 % interval from 22 % to 88 %.',
      'It counts as contested, because origins stand on both sides.',
      'The three articles that say so go back to two origins: an official of the grain board (unnamed) and the Corvane Grain Board.',
      'One article says that it is not so, and it goes back to the Corvane Grain Board.',
      'What weighs most is the Corvane Grain Board (d4), which multiplies the odds against the claim by 2.1.',
    ])
  })

  it('says why a decisive probability is no decisive verdict', () => {
    const bold = {
      ...siloCase,
      verdicts: siloCase.verdicts.map((verdict) => ({ ...verdict, band: 'likely' as const, probability: probability(0.97) })),
    }
    expect(textsIn(sectionsOf(bold), 'verdict')).toContain(
      'It counts as likely and not as established, because neither two independent origins nor a thing of known making stands behind it.',
    )
  })

  it('leads a sentence about silence to where it was listened for', () => {
    const [first] = sectionsOf(silentCase).flatMap(sentencesOf)
    expect(first?.citations.map(({ label }) => label)).toEqual(['d1', 'd2'])
    expect(first?.citations.map(({ spans }) => textAt(silentCase.exhibits[0]!.document.text, spans[0]))).toEqual([
      'Ferry aground',
      'Ferry aground',
    ])
    expect(textsIn(sectionsOf(silentCase), 'verdict')).toContain(
      'Neither of the two documents says anything that bears on the claim.',
    )
  })

  it('says nothing where there is nothing to show', () => {
    expect(sectionsOf(unreadCase)).toEqual([])
    expect(claimAt(unreadCase, 0)).toMatchObject({ band: 'unverifiable', probability: 0.5 })
  })
})

describe('the rest of the reasoning', () => {
  const { sections } = claimAt(siloCase, 0)

  it('sets denials of something else and non-answers apart', () => {
    expect(textsIn(sections, 'elsewhere')).toEqual(['The Corvane Grain Board denies something other than the claim.'])
    expect(textsIn(sections, 'unanswered')).toEqual(['Tilda Brask gives no answer.', 'Hedda Lunt gives no answer.'])
    expect(textsIn(sections, 'aside')).toEqual(['Odo Varn gives an opinion, and takes no side on the claim.'])
  })

  it('gives a score without an error curve no worth, and says so', () => {
    expect(textsIn(sections, 'evidence')).toContain(
      "A machine gave it “a likeness of 0.82”; without the machine's error rates that figure is worth nothing, and it is counted as nothing.",
    )
  })

  it('shows each telling with its chain and the words of the document', () => {
    const [first] = sections.find(({ kind }) => kind === 'supports')?.points ?? []
    expect(first?.quotes.map(({ chain }) => chain.map(({ name }) => name))).toEqual([
      ['The Sluice Courier', 'an official of the grain board'],
      ['The Sluice Courier', 'an official of the grain board'],
      ['Weir Wire', 'The Sluice Courier', 'an official of the grain board'],
      ['The Upland Ledger', 'Weir Wire'],
    ])
    expect(first?.quotes[1]?.words).toBe('Forty tonnes left on the lorries … and nobody asked what it smelt of')
    expect(first?.joins.map(({ text }) => text)).toContain("d3 repeats d2's passage nearly word for word.")
  })

  it('says what would change the verdict and what is missing', () => {
    expect(textsIn(sections, 'flips')).toEqual([
      'Without an official of the grain board (unnamed) and Rufus Hask, the verdict would be contested.',
      'If the assumption “grade.F” (graded F: cannot be judged) is moved over its range, the probability runs from 61 % to 93 %, and the verdict changes with it.',
    ])
    expect(textsIn(sections, 'gaps').slice(0, 2)).toEqual([
      'Who took the photograph, where and when.',
      'Knowing it would be expected to move the odds by a factor of 2.3, one way or the other.',
    ])
  })

  it('adds up', () => {
    expect(textsIn(sections, 'reasons').at(-1)).toBe('Together they move the odds from even (50 %) to 5.8 to 1 (85 %).')
  })

  it('asks about a join of names that nobody was sure of, and of no other', () => {
    const board = siloCase.resolution.sources.find(({ name }) => name === 'Corvane Grain Board')!
    const { document } = siloCase.exhibits[3]!
    const merge = (sure: number) => ({
      source: board.id,
      names: ['The board', 'Corvane Grain Board'] as const,
      reason: `${document.id} uses both`,
      by: { maker: 'rule:short-name', sure: probability(sure) },
    })
    const mentions = ['The board', 'Corvane Grain Board'].map((words) => {
      const start = document.text.indexOf(words)
      return { document: document.id, span: { start, end: start + words.length }, source: board.id, by: merge(1).by }
    })
    const resolution = { ...siloCase.resolution, merges: [merge(0.7), merge(0.99)], mentions }
    expect(textsIn(sectionsOf({ ...siloCase, resolution }), 'names')).toEqual([
      '“The board” and “Corvane Grain Board” were taken for one source: d4 uses both.',
    ])
  })

  it('throws where a verdict names what the case does not hold', () => {
    expect(() => explain({ ...siloCase, provenance: { edges: [], origins: [] } })).toThrow(/holds no such thing/u)
  })
})
