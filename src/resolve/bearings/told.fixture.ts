import type { Claim, ClaimId } from '../../core/claim.ts'
import type { Document } from '../../core/document.ts'
import { probability } from '../../core/probability.ts'
import { span, type Span } from '../../core/span.ts'
import { statementId, type Statement } from '../../core/statement.ts'
import { documentFromText } from '../../read/plain.ts'

/** What somebody is said to say in a made-up text: `content` and `speaker` as they stand there; no speaker is the outlet. */
export interface Saying extends Partial<Pick<Statement, 'act' | 'certainty' | 'polarity' | 'within'>> {
  readonly content: string
  readonly speaker?: string
}

export interface Telling {
  readonly document: Document
  readonly statements: readonly Statement[]
}

const placeIn = (text: string, words: string): Span => {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`not in the text: ${words}`)
  return span(start, start + words.length)
}

/** A document with statements as an attentive reader would find them. */
export const told = (publisher: string, text: string, sayings: readonly Saying[]): Telling => {
  const document = { ...documentFromText(text), publisher }
  const statements = sayings.map(({ content, speaker, ...given }): Statement => {
    const at = [placeIn(text, content)]
    const outlet = { mention: null, cue: null }
    const mention = speaker === undefined ? null : placeIn(text, speaker)
    const chain = mention === null ? [outlet] : [outlet, { mention, cue: null }]
    return {
      id: statementId(document.id, at, chain),
      document: document.id,
      content: at,
      cue: mention === null ? [] : [mention],
      chain,
      act: 'assert',
      certainty: 'certain',
      polarity: 'positive',
      manner: mention === null ? 'narrated' : 'indirect',
      within: null,
      saidAt: null,
      by: { maker: 'person:test', sure: probability(1) },
      ...given,
    }
  })
  return { document, statements }
}

export const claimed = (...texts: readonly string[]): readonly Claim[] =>
  texts.map((text, index) => ({ id: `c${index + 1}` as ClaimId, text, given: true }))
