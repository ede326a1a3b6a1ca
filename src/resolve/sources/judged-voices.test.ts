import { describe, expect, it } from 'vitest'
import { attribute } from '../../attribute/attribute.ts'
import { rulesTagger } from '../../attribute/rules-tagger.ts'
import type { Document, DocumentId } from '../../core/document.ts'
import type { Judgement } from '../../core/judgement.ts'
import { textAt, textOfAll } from '../../core/span.ts'
import { documentFromText } from '../../read/plain.ts'
import { voicesOf, type Voices } from './sources.ts'

const published = (publisher: string, text: string): Document => ({
  ...documentFromText(text),
  id: `doc_${publisher}` as DocumentId,
  publisher,
})

interface Heard {
  readonly voices: Voices
  /** The last source of the chain of the statement that begins so. */
  readonly speaker: (content: string) => string | undefined
  /** The words of mentions of the source of that name. */
  readonly mentioned: (name: string) => readonly string[]
}

const hear = async (documents: readonly Document[], judgements: readonly Judgement[] = []): Promise<Heard> => {
  const statements = await attribute({ documents, tagger: rulesTagger })
  const voices = voicesOf(documents, statements, judgements)
  const textOf = new Map(documents.map(({ id, text }) => [id, text]))
  const nameOf = new Map(voices.sources.map(({ id, name }) => [id, name]))
  const speaker = (content: string): string | undefined => {
    const at = statements.findIndex(({ document, content: parts }) =>
      textOfAll(textOf.get(document) ?? '', parts).startsWith(content),
    )
    return nameOf.get(voices.speakers[at]?.sources.at(-1) ?? ('' as never))
  }
  const mentioned = (name: string): readonly string[] =>
    voices.mentions
      .filter(({ source }) => nameOf.get(source) === name)
      .map(({ document, span }) => textAt(textOf.get(document) ?? '', span))
  return { voices, speaker, mentioned }
}

const same = (...names: readonly [string, string]): Judgement => ({ kind: 'same-source', names })
const different = (...names: readonly [string, string]): Judgement => ({ kind: 'different-source', names })

const DAM = [
  published(
    'Wend Courier',
    'Energy Minister Anna Kor said the dam was safe. “It is sound,” Kor said. She said the gate was new. A cook at the lodge said the wall was wet.',
  ),
  published(
    'Hill Post',
    'Rolf Lemmer said the lamps were out. Kor said the tests were done. The minister said the road was shut.',
  ),
]

const sourceNamed = ({ voices }: Heard, name: string) => voices.sources.find((source) => source.name === name)

describe('one source by a person', () => {
  it('is one in sources, mentions, merges and chains, under the fuller name', async () => {
    const before = await hear(DAM)
    expect(before.speaker('the wall')).not.toBe('Rolf Lemmer')
    const heard = await hear(DAM, [same('a cook at the lodge', 'Rolf Lemmer')])
    expect(heard.speaker('the wall')).toBe('Rolf Lemmer')
    expect(heard.voices.sources).toHaveLength(before.voices.sources.length - 1)
    expect(sourceNamed(heard, 'Rolf Lemmer')).toMatchObject({ kind: 'person', aliases: ['A cook at the lodge'] })
    expect(heard.mentioned('Rolf Lemmer')).toEqual(['A cook at the lodge', 'Rolf Lemmer'])
    expect(heard.voices.merges).toContainEqual({
      source: sourceNamed(heard, 'Rolf Lemmer')?.id,
      names: ['A cook at the lodge', 'Rolf Lemmer'],
      reason: 'a person judged them to be one source',
      by: { maker: 'person', sure: 1 },
    })
  })

  it.each([
    ['case and article', 'THE COOK AT THE LODGE', 'rolf lemmer'],
    ['a title', 'cook at the lodge', 'Dr Rolf Lemmer'],
    ['a possessive', 'a cook at the lodge', 'Rolf Lemmer’s'],
    ['the order', 'Rolf Lemmer', 'a cook at the lodge'],
  ])('is found by name, %s aside', async (_, one, other) => {
    expect((await hear(DAM, [same(one, other)])).speaker('the wall')).toBe('Rolf Lemmer')
  })

  it('may be three', async () => {
    const judged = [same('a cook at the lodge', 'Rolf Lemmer'), same('Anna Kor', 'a cook at the lodge')]
    const heard = await hear(DAM, judged)
    for (const content of ['the wall', 'the lamps', 'the dam', 'It is sound', 'the road'])
      expect(heard.speaker(content)).toBe('Anna Kor')
    expect((await hear(DAM, judged.toReversed())).voices).toEqual(heard.voices)
  })

  it('makes an unsure join sure', async () => {
    const unsure = (heard: Heard) => heard.voices.merges.filter(({ by }) => by.sure < 0.9).map(({ names }) => names[1])
    expect(unsure(await hear(DAM))).toEqual(['The minister'])
    expect(unsure(await hear(DAM, [same('Anna Kor', 'the minister')]))).toEqual([])
  })

  it('is nobody where one of the names is nobody', async () => {
    expect((await hear(DAM, [same('Rolf Lemmer', 'Bo Nyman')])).voices).toEqual((await hear(DAM)).voices)
  })
})

describe('two sources by a person', () => {
  it('part a name from whatever would have taken it in, with the pronouns after it', async () => {
    const documents = [
      ...DAM,
      published('Lake Daily', 'Kor said the lake was full. She said the fish were dead. Anna Kor said the pumps ran.'),
    ]
    expect((await hear(documents)).speaker('the fish')).toBe('Anna Kor')
    const heard = await hear(documents, [different('Anna Kor', 'Kor')])
    for (const content of ['the lake', 'the fish', 'It is sound', 'the tests']) expect(heard.speaker(content)).toBe('Kor')
    for (const content of ['the dam', 'the pumps']) expect(heard.speaker(content)).toBe('Anna Kor')
    const kor = sourceNamed(heard, 'Kor')
    expect(kor).toMatchObject({ kind: 'person' })
    expect(sourceNamed(heard, 'Anna Kor')?.aliases).not.toContain('Kor')
    for (const { by } of heard.voices.mentions.filter(({ source, span }) => source === kor?.id && span.end - span.start === 3))
      expect(by.maker === 'person' || by.maker === 'rule:pronoun').toBe(true)
  })

  it('part an office from a name, whichever is told first', async () => {
    expect((await hear(DAM)).speaker('the road')).toBe('Anna Kor')
    for (const judged of [different('Anna Kor', 'the minister'), different('the minister', 'Anna Kor')]) {
      const heard = await hear(DAM, [judged])
      expect(heard.speaker('the road')).toBe('The minister')
      expect(heard.speaker('the tests')).toBe('Anna Kor')
    }
  })

  it('leave others of that surname alone', async () => {
    const documents = [...DAM, published('Lake Daily', 'Bert Kor said the lake was full. Kor said the fish were dead.')]
    const heard = await hear(documents, [different('Anna Kor', 'Kor')])
    expect(heard.speaker('the lake')).toBe('Bert Kor')
    expect(heard.speaker('the fish')).toBe('Bert Kor')
  })

  it('hold against an earlier judgement that would join them by way of a third, not against a later one', async () => {
    const chain = [same('Anna Kor', 'Rolf Lemmer'), same('Rolf Lemmer', 'a cook at the lodge')]
    const apart = different('Anna Kor', 'a cook at the lodge')
    const held = await hear(DAM, [...chain, apart])
    expect(held.speaker('the dam')).not.toBe(held.speaker('the wall'))
    expect(held.speaker('the lamps')).toBe(held.speaker('the wall'))
    const lost = await hear(DAM, [apart, ...chain])
    expect(lost.speaker('the dam')).toBe(lost.speaker('the wall'))
  })

  it('are one again where a later judgement says so', async () => {
    const heard = await hear(DAM, [different('Anna Kor', 'Kor'), same('Kor', 'Anna Kor')])
    expect(heard.speaker('It is sound')).toBe('Anna Kor')
    expect((await hear(DAM, [same('Kor', 'Anna Kor'), different('Anna Kor', 'Kor')])).speaker('It is sound')).toBe('Kor')
  })
})

describe('a grade by a person', () => {
  it('is the source’s, the later one where there are two', async () => {
    const grade = (letter: 'B' | 'E', source = 'the energy minister Anna Kor'): Judgement => ({
      kind: 'grade',
      source,
      grade: letter,
    })
    expect(sourceNamed(await hear(DAM), 'Anna Kor')?.grade).toBe('F')
    expect(sourceNamed(await hear(DAM, [grade('B')]), 'Anna Kor')?.grade).toBe('B')
    const twice = await hear(DAM, [grade('B'), grade('E', 'Kor')])
    expect(twice.voices.sources.map(({ grade: letter }) => letter).filter((letter) => letter !== 'F')).toEqual(['E'])
  })
})

describe('the laws of judgements', () => {
  const each = [same('a cook at the lodge', 'Rolf Lemmer'), different('Anna Kor', 'the minister')]

  it('leave no trace where none is left, and ask for no order', async () => {
    expect((await hear(DAM, [])).voices).toEqual((await hear(DAM)).voices)
    expect((await hear(DAM, each)).voices).toEqual((await hear(DAM, each.toReversed())).voices)
    expect((await hear(DAM, [...each, ...each])).voices).toEqual((await hear(DAM, each)).voices)
  })
})
