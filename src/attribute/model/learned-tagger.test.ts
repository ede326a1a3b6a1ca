import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { textAt, textOfAll } from '../../core/span.ts'
import { openModel } from '../../node/open-model.ts'
import { documentFromText } from '../../read/plain.ts'
import type { Attribution, Tagger } from '../tagger.ts'
import { learnedTagger, textTagger, type TextTagger } from './learned-tagger.ts'

const MODELS = join(import.meta.dirname, '../../../models')

type Pairs = readonly (readonly number[])[]
interface Told {
  readonly source: Pairs
  readonly cue: Pairs
  readonly content: Pairs
  readonly score: number
  readonly act: string
  readonly certainty: string
}
const PARITY = JSON.parse(readFileSync(join(MODELS, 'tagger/parity.json'), 'utf8')) as readonly {
  readonly text: string
  readonly attributions: readonly Told[]
}[]

let tagger: Tagger
let networks: TextTagger

beforeAll(async () => {
  const model = await openModel('tagger')
  if (!model.ok) throw new Error(model.refusal.sentence)
  const [made, bare] = [learnedTagger(model.value), textTagger(model.value)]
  if (!made.ok || !bare.ok) throw new Error('the model that ships is no tagger')
  tagger = made.value
  networks = bare.value
})

const tagged = async (text: string): Promise<readonly Attribution[]> => (await tagger.tag([documentFromText(text)]))[0] ?? []

const pairs = (spans: Attribution['source']): Pairs => spans.map(({ start, end }) => [start, end])

describe('the tagger in TypeScript', () => {
  it('was given fifty texts to agree on', () => {
    expect(PARITY).toHaveLength(50)
  })

  it.each(PARITY)('finds what Python finds in: $text', async ({ text, attributions }) => {
    const byPlace = (a: { cue: Pairs }, b: { cue: Pairs }): number => (a.cue[0]?.[0] ?? 0) - (b.cue[0]?.[0] ?? 0)
    const found = (await networks(text)).attributions.map(({ source, cue, content, score, tone }) => ({
      source: pairs(source),
      cue: pairs(cue),
      content: pairs(content),
      score,
      act: tone?.act,
      certainty: tone?.certainty,
    }))
    const spans = (told: readonly Omit<Told, 'score' | 'act' | 'certainty'>[]): unknown =>
      told.map(({ source, cue, content }) => ({ source, cue, content })).toSorted(byPlace)
    expect(spans(found)).toEqual(spans(attributions))
    const scores = (told: readonly { cue: Pairs; score: number }[]): number[] => told.toSorted(byPlace).map(({ score }) => score)
    scores(found).forEach((score, at) => {
      expect(Math.abs(score - scores(attributions)[at]!)).toBeLessThan(1e-4)
    })
    const tones = (told: readonly { cue: Pairs; act: unknown; certainty: unknown }[]): unknown =>
      told.toSorted(byPlace).map(({ act, certainty }) => [act, certainty])
    expect(tones(found)).toEqual(tones(attributions))
  })

  it('reads a document the same whatever stands beside it', async () => {
    const texts = PARITY.slice(0, 6).map(({ text }) => documentFromText(text))
    const together = await tagger.tag(texts)
    const alone = await Promise.all(texts.toReversed().map(async (document) => (await tagger.tag([document]))[0]))
    expect(together).toEqual(alone.toReversed())
  })

  it('says who says what', async () => {
    const text = 'The bridge was closed on Monday, the mayor said. “We had no choice,” said Ola Brandt, the engineer.'
    const found = await tagged(text)
    expect(found.map(({ source, content }) => [textOfAll(text, source), textOfAll(text, content)])).toEqual([
      ['the mayor', 'The bridge was closed on Monday'],
      ['Ola Brandt, the engineer', '“We had no choice,”'],
    ])
  })

  it('takes the turns of a transcript from their labels', async () => {
    const text = 'BERG: Is the dam safe?\n\nFALK: The gates are shut.'
    const found = await tagged(text)
    expect(found.map(({ source, maker }) => [textAt(text, source[0]!), maker])).toEqual([
      ['BERG', 'rule:turn'],
      ['FALK', 'rule:turn'],
    ])
  })

  it.each([
    ['nothing', ''],
    ['one word', 'Dam'],
    ['no blanks', 'said'.repeat(5000)],
    ['emoji', '😀'.repeat(3000)],
    ['another language', 'Der Damm sei sicher, sagte die Bürgermeisterin. '.repeat(40)],
    ['marks only', '“”"’.,;'.repeat(800)],
    ['half a pair', `The dam \ud83d is safe, she said. \udc00`],
  ])('stays inside a text of %s', async (_, text) => {
    for (const { source, cue, content } of await tagged(text)) {
      for (const { start, end } of [...source, ...cue, ...content]) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
      }
    }
  })

  it('refuses a model that is none of a tagger', () => {
    const made = learnedTagger({ version: 'x@1', settings: {}, vocabulary: [], networks: {} })
    expect(made).toMatchObject({ ok: false, refusal: { code: 'malformed' } })
  })
})
