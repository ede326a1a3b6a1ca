import { describe, expect, it } from 'vitest'
import type { Bearing, ClaimId, Stance } from '../../core/claim.ts'
import type { Document, DocumentId } from '../../core/document.ts'
import type { Evidence } from '../../core/evidence.ts'
import { probability } from '../../core/probability.ts'
import { textAt, type Span } from '../../core/span.ts'
import { statementId, type Statement } from '../../core/statement.ts'
import { documentFromText } from '../../read/plain.ts'
import { evidenceOf, type EvidenceInput } from './evidence.ts'

const CLAIM = 'c1' as ClaimId
const BY = { maker: 'person:test', sure: probability(1) }

/** What somebody says in a document: the words, whether they bear on the claim, and the words that name who says it. */
interface Said {
  readonly content: string
  readonly stance?: Stance
  readonly who?: string
}

const told = (name: string, text: string): Document => ({
  ...documentFromText(text),
  id: `doc_${name}` as DocumentId,
  publisher: name,
})

const spanIn = ({ text }: Document, words: string): Span => {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`the text has no "${words}"`)
  return { start, end: start + words.length }
}

const statementIn = (document: Document, { content, who }: Said): Statement => {
  const spans = [spanIn(document, content)]
  const chain = [
    { mention: null, cue: null },
    { mention: who === undefined ? null : spanIn(document, who), cue: null },
  ]
  return {
    id: statementId(document.id, spans, chain),
    document: document.id,
    content: spans,
    cue: [],
    chain,
    act: 'assert',
    certainty: 'certain',
    polarity: 'positive',
    manner: 'indirect',
    within: null,
    saidAt: null,
    by: BY,
  }
}

const inputOf = (...tellings: readonly (readonly [Document, ...Said[]])[]): EvidenceInput => {
  const pairs = tellings.flatMap(([document, ...said]) => said.map((one) => ({ one, statement: statementIn(document, one) })))
  const bearings: Bearing[] = pairs.flatMap(({ one, statement }) =>
    one.stance === undefined
      ? []
      : [{ statement: statement.id, claim: CLAIM, stance: one.stance, act: 'assert', certainty: 'certain', by: BY }],
  )
  return { documents: tellings.map(([document]) => document), statements: pairs.map(({ statement }) => statement), bearings }
}

const mentionIn = (input: EvidenceInput, { document, mention }: Evidence): string =>
  textAt(input.documents.find(({ id }) => id === document)?.text ?? '', mention)

/** The evidence of one text as `kind: mention`. */
const things = (text: string, ...said: Said[]): readonly string[] => {
  const input = inputOf([told('Wend Courier', text), ...said])
  return evidenceOf(input).map((evidence) => `${evidence.kind}: ${mentionIn(input, evidence)}`)
}

const only = (text: string, ...said: Said[]): Evidence => {
  const [evidence, ...others] = evidenceOf(inputOf([told('Wend Courier', text), ...said]))
  if (evidence === undefined || others.length > 0)
    throw new Error(`one item expected, not ${others.length + (evidence === undefined ? 0 : 1)}`)
  return evidence
}

describe('evidenceOf: what is evidence', () => {
  it.each([
    ['A photograph taken by a ferryman shows that the quay had sunk.', 'photo: A photograph taken by a ferryman'],
    ['A satellite image of the harbour shows that the quay had sunk.', 'satellite: A satellite image of the harbour'],
    ['A film from a passing barge shows that the quay had sunk.', 'video: A film from a passing barge'],
    ['A voice recording handed to the guild says that the quay had sunk.', 'audio: A voice recording handed to the guild'],
    ['An internal memo of the Harbour Guild says that the quay had sunk.', 'document: An internal memo of the Harbour Guild'],
    ["The diver's log records that the quay had sunk.", "document: The diver's log"],
    ['A bill of sale dated 1991 shows that the quay had sunk.', 'document: A bill of sale dated 1991'],
    ['Tracking data from three barges show that the quay had sunk.', 'data: Tracking data from three barges'],
    ['Twelve samples from the river bed show that the quay had sunk.', 'test: Twelve samples from the river bed'],
    [
      'Flakes of green lacquer, compared in a laboratory, show that the quay had sunk.',
      'test: Flakes of green lacquer, compared in a laboratory',
    ],
    ["The engineer's report found that the quay had sunk.", "document: The engineer's report"],
  ])('%s', (text, expected) => {
    expect(things(text, { content: 'the quay had sunk', stance: 'supports' })).toEqual([expected])
  })

  it.each([
    'A report in the Evening Herald said the quay had sunk.',
    'The mayor said in a letter that the quay had sunk.',
    'There is no photograph, the mayor said, but the quay had sunk.',
    'The guild declined to release any log; the quay had sunk.',
    'Photographs can be faked, she said, and the quay had sunk.',
    'Four minutes later the quay had sunk.',
    'The Harbour Ledger said the quay had sunk.',
    'A mason who has a contract with the guild said the quay had sunk.',
  ])('not: %s', (text) => {
    expect(things(text, { content: 'the quay had sunk', stance: 'supports' })).toEqual([])
  })

  it('leaves out what stands by no statement on a claim', () => {
    expect(
      things('A photograph of a heron hung in the hall. It was a dry day. Nobody spoke. The lamps were lit. The quay had sunk.', {
        content: 'The quay had sunk',
        stance: 'supports',
      }),
    ).toEqual([])
  })

  it('takes several mentions for one thing, and another for another', () => {
    const text = 'A memo by the diver says that the quay had sunk. The memo is short. Another memo says that it had not moved.'
    expect(
      things(text, { content: 'the quay had sunk', stance: 'supports' }, { content: 'it had not moved', stance: 'contradicts' }),
    ).toEqual(['document: A memo by the diver', 'document: Another memo'])
  })
})

describe('evidenceOf: for what it is offered', () => {
  it('goes by what the thing says before what is said around it', () => {
    const text = 'The memo says that the quay had sunk. It is standing, the mayor insisted.'
    const evidence = only(
      text,
      { content: 'the quay had sunk', stance: 'supports', who: 'The memo' },
      { content: 'It is standing', stance: 'contradicts' },
    )
    expect([evidence.claim, evidence.stance]).toEqual([CLAIM, 'supports'])
  })

  it('is offered against what its doubter says', () => {
    const evidence = only('The photograph is a fake and the quay has not moved, the mayor said.', {
      content: 'The photograph is a fake and the quay has not moved',
      stance: 'contradicts',
    })
    expect([evidence.stance, evidence.challengedBy.length]).toEqual(['supports', 1])
  })

  it('goes by what a document elsewhere has it say', () => {
    const input = inputOf(
      [
        told('Wend Courier', 'A memo of the Harbour Guild says that the quay had sunk.'),
        { content: 'the quay had sunk', stance: 'supports', who: 'A memo of the Harbour Guild' },
      ],
      [
        told('Orr Gazette', 'The memo reached me late, the warden says.'),
        { content: 'The memo reached me late', stance: 'contradicts' },
      ],
    )
    expect(evidenceOf(input).map(({ stance }) => stance)).toEqual(['supports', 'supports'])
  })
})

describe('evidenceOf: what is known of it', () => {
  it.each([
    ['A photograph of unknown origin, circulating on message boards, shows that the quay had sunk.', 'unknown'],
    ['A photograph taken by the ferryman Odo Brand on 3 May 2024 shows that the quay had sunk.', 'known'],
    ['A memo leaked to this newspaper says that the quay had sunk.', 'partial'],
    ['The minutes, which the guild has published, say that the quay had sunk.', 'known'],
    ['An anonymous e-mail says that the quay had sunk.', 'unknown'],
    ['Samples tested at the Orr Institute show that the quay had sunk.', 'known'],
  ])('%s', (text, provenance) => {
    expect(only(text, { content: 'the quay had sunk', stance: 'supports' }).provenance).toBe(provenance)
  })

  it.each([
    ['A picture of the quay, which a program rates as a match of 0.81, shows that the quay had sunk.', 0.81, 'match'],
    ['A film of the quay shows that the quay had sunk. Software puts the likeness at more than 80%.', 0.8, 'likeness'],
  ])('%s', (text, value, scale) => {
    const { score } = only(text, { content: 'the quay had sunk', stance: 'supports' })
    expect([score?.value, score?.scale]).toEqual([value, scale])
  })

  it('has no score where a number is none of a machine', () => {
    expect(
      only('A film shows that the quay had sunk; the guild won the match 3-1.', {
        content: 'the quay had sunk',
        stance: 'supports',
      }).score,
    ).toBeNull()
  })

  it('is challenged by who questions it in another document too', () => {
    const input = inputOf(
      [
        told('Wend Courier', 'A film of a heron among reeds shows that the quay had sunk.'),
        { content: 'the quay had sunk', stance: 'supports' },
      ],
      [
        told('Orr Gazette', 'The film of the heron proves nothing, the warden said.'),
        { content: 'The film of the heron proves nothing', stance: 'neutral' },
      ],
    )
    const doubt = input.statements[1]?.id
    expect(evidenceOf(input).map(({ challengedBy }) => challengedBy)).toEqual([[doubt], [doubt]])
  })
})

it('gives the same ids for the same input', () => {
  const input = inputOf([
    told('Wend Courier', 'A memo says that the quay had sunk.'),
    { content: 'the quay had sunk', stance: 'supports' },
  ])
  expect(evidenceOf(input)).toEqual(evidenceOf(JSON.parse(JSON.stringify(input)) as EvidenceInput))
})
