import { describe, expect, it } from 'vitest'
import { attribute } from '../../attribute/attribute.ts'
import { rulesTagger } from '../../attribute/rules-tagger.ts'
import type { Document, DocumentId } from '../../core/document.ts'
import { textOfAll } from '../../core/span.ts'
import { documentFromText } from '../../read/plain.ts'
import { voicesOf, type Voices } from './sources.ts'

const published = (publisher: string, text: string): Document => ({
  ...documentFromText(text),
  id: `doc_${publisher}` as DocumentId,
  publisher,
})

interface Heard {
  readonly voices: Voices
  /** Chains as names, outermost first, by the first words of the content. */
  readonly chain: (content: string) => readonly string[]
}

const hear = async (...documents: readonly Document[]): Promise<Heard> => {
  const statements = await attribute({ documents, tagger: rulesTagger })
  const voices = voicesOf(documents, statements)
  const nameOf = new Map(voices.sources.map(({ id, name }) => [id, name]))
  const chain = (content: string): readonly string[] => {
    const at = statements.findIndex((statement) =>
      textOfAll(documents.find(({ id }) => id === statement.document)?.text ?? '', statement.content).startsWith(content),
    )
    return voices.speakers[at]?.sources.map((id) => nameOf.get(id) ?? '?') ?? []
  }
  return { voices, chain }
}

const source = ({ voices }: Heard, name: string) => voices.sources.find((one) => one.name === name)

describe('voicesOf', () => {
  it('knows a person by surname, office and pronoun', async () => {
    const heard = await hear(
      published(
        'Wend Courier',
        'Energy Minister Oda Marsk said the plant was safe. “It is sound,” Marsk said. She said the roof was new. The minister said the tests were done.',
      ),
    )
    for (const content of ['the plant', 'It is sound', 'the roof', 'the tests'])
      expect(heard.chain(content)).toEqual(['Wend Courier', 'Oda Marsk'])
    expect(source(heard, 'Oda Marsk')).toMatchObject({ kind: 'person' })
  })

  it('keeps two people of one surname apart', async () => {
    const heard = await hear(
      published(
        'Wend Courier',
        'Nils Holm said the plant was safe. Greta Holm said the plant was old. Nils Holm said the roof was new.',
      ),
    )
    expect(heard.chain('the plant was safe')).toEqual(['Wend Courier', 'Nils Holm'])
    expect(heard.chain('the plant was old')).toEqual(['Wend Courier', 'Greta Holm'])
    expect(source(heard, 'Nils Holm')?.id).not.toBe(source(heard, 'Greta Holm')?.id)
  })

  it('takes a surname in one document for the full name in another', async () => {
    const heard = await hear(
      published('Wend Courier', 'Oda Marsk, the energy minister, said the plant was safe.'),
      published('Hill Post', 'The roof was new, Marsk said.'),
    )
    expect(heard.chain('The roof')).toEqual(['Hill Post', 'Oda Marsk'])
  })

  it('takes an unnamed spokesperson for the body, and a named one for somebody who speaks for it', async () => {
    const heard = await hear(
      published(
        'Wend Courier',
        'A spokesman for the Water Authority said the dam was sound. Ida Falk, a spokeswoman for the Water Authority, said the gates were shut.',
      ),
    )
    expect(heard.chain('the dam')).toEqual(['Wend Courier', 'Water Authority'])
    expect(heard.chain('the gates')).toEqual(['Wend Courier', 'Ida Falk'])
    expect(source(heard, 'Ida Falk')?.speaksFor).toBe(source(heard, 'Water Authority')?.id)
  })

  it('knows a body by its short form, its noun and its initials', async () => {
    const heard = await hear(
      published(
        'Wend Courier',
        'The Regional Water Authority said the dam was sound. The RWA said the gates were shut. The authority said the lake was full.',
      ),
    )
    for (const content of ['the dam', 'the gates', 'the lake'])
      expect(heard.chain(content)).toEqual(['Wend Courier', 'Regional Water Authority'])
  })

  it('joins unnamed voices of two documents only by words that tell them apart', async () => {
    const heard = await hear(
      published(
        'Wend Courier',
        'The log was false, an officer who has seen the harbour log said. The gates were shut, a source said.',
      ),
      published(
        'Hill Post',
        'The ship was late, an officer who has seen the harbour log said. The lake was full, a source said.',
      ),
    )
    const ids = (name: string): number =>
      new Set(heard.voices.sources.filter((one) => one.name === name).map(({ id }) => id)).size
    expect(ids('an officer who has seen the harbour log')).toBe(1)
    expect(ids('a source')).toBe(2)
  })

  it('takes a transcript’s presenter for the outlet', async () => {
    const heard = await hear(
      published(
        'Radio Wend',
        'BERG: Good evening. The minister says the dam has failed. Is it safe?\n\nFALK: The gates are shut.\n\nBERG: Who shut them?\n\nFALK: The army.',
      ),
    )
    expect(heard.chain('The gates')).toEqual(['Radio Wend', 'FALK'])
    expect(heard.chain('the dam')).toEqual(['Radio Wend', 'The minister'])
    expect(heard.chain('Good evening')).toEqual([])
  })

  it('ties a paper to the body that wrote it', async () => {
    const heard = await hear(published('Wend Courier', 'An internal memo of the Customs Service said the seals were broken.'))
    expect(source(heard, 'An internal memo of the Customs Service')).toMatchObject({ kind: 'document' })
    expect(source(heard, 'An internal memo of the Customs Service')?.speaksFor).toBe(source(heard, 'Customs Service')?.id)
  })

  it('knows an outlet by the word beside its name, and by "the article" after', async () => {
    const heard = await hear(
      published(
        'Wend Courier',
        'The dam has failed, according to the weekly magazine Nordblick. The article cites a harbour pilot suggesting the gates were shut.',
      ),
    )
    expect(heard.chain('The dam')).toEqual(['Wend Courier', 'Nordblick'])
    expect(heard.chain('the gates')).toEqual(['Wend Courier', 'Nordblick', 'a harbour pilot'])
    expect(source(heard, 'Nordblick')?.kind).toBe('outlet')
  })

  it('gives one outlet to all documents of one publisher, and one each where nobody is named', async () => {
    const texts = ['The dam has failed.', 'The lake is full.']
    const one = await hear(...texts.map((text, at) => ({ ...published('Wend Courier', text), id: `doc_${at}` as DocumentId })))
    expect(one.voices.sources).toHaveLength(1)
    const two = await hear(
      ...texts.map((text, at) => ({ ...published('', text), publisher: null, id: `doc_${at}` as DocumentId })),
    )
    expect(two.voices.sources).toHaveLength(2)
  })
})
