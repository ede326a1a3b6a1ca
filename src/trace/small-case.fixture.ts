import type { Bearing, Claim, ClaimId, Stance } from '../core/claim.ts'
import { type Document, documentId, type Imprint } from '../core/document.ts'
import { probability } from '../core/probability.ts'
import type { Merge } from '../core/resolution.ts'
import type { Source, SourceId, SourceKind, Speakers } from '../core/source.ts'
import { type Span, span } from '../core/span.ts'
import type { Act, Certainty, Link, Manner, Statement } from '../core/statement.ts'
import { statementId } from '../core/statement.ts'
import type { TraceInput } from './telling.ts'

/** A source of a small case; its key is its id. */
export interface Voice {
  readonly name: string
  readonly kind?: SourceKind
  readonly aliases?: readonly string[]
  readonly speaksFor?: string
}

/** One sentence of a small document, what is said in square brackets: "Ann Kell said [the bridge is shut]." */
export interface Line {
  readonly text: string
  /** Keys of the sources behind the outlet, outermost first; none for the outlet's own line. */
  readonly chain?: readonly string[]
  readonly stance?: Stance
  /** Places in the list of claims of those that it bears on; the first where none are given. */
  readonly on?: readonly number[]
  readonly manner?: Manner
  readonly act?: Act
  readonly certainty?: Certainty
}

export interface Page {
  /** Key and name of the outlet. */
  readonly outlet: string
  readonly published?: string | null
  readonly lines: readonly Line[]
}

export interface SmallCase {
  readonly claims: readonly string[]
  readonly voices?: Readonly<Record<string, Voice>>
  readonly merges?: readonly Merge[]
  readonly pages: readonly Page[]
}

const by = { maker: 'rule:fixture', sure: probability(1) }

const sourceOf = (key: string, { name, kind = 'person', aliases = [], speaksFor }: Voice): Source => ({
  id: key as SourceId,
  name,
  kind,
  aliases,
  speaksFor: speaksFor === undefined ? null : (speaksFor as SourceId),
  grade: 'F',
})

const mannerOf = ({ chain = [], manner }: Line): Manner => manner ?? (chain.length === 0 ? 'narrated' : 'indirect')

/** Who is named where: by name or alias in the sentence, else not at all. */
const mentionOf = (text: string, { name, aliases }: Source, start: number): Span | null => {
  for (const words of [name, ...aliases]) {
    const at = text.toLowerCase().indexOf(words.toLowerCase())
    if (at >= 0) return span(start + at, start + at + words.length)
  }
  return null
}

/** One page written down. */
interface Written {
  readonly document: Document
  readonly statements: readonly Statement[]
  readonly speakers: readonly Speakers[]
  readonly bearings: readonly Bearing[]
}

const written = ({ outlet, published = '2032-03-01', lines }: Page, sources: ReadonlyMap<string, Source>): Written => {
  const imprint: Imprint = { url: null, publisher: outlet, author: null, title: null, published }
  const id = documentId(lines.map(({ text }) => text).join('\n'), imprint, 0)
  const sentences: Span[] = []
  const statements: Statement[] = []
  const speakers: Speakers[] = []
  const bearings: Bearing[] = []
  let text = ''
  for (const line of lines) {
    const { chain: keys = [], act = 'assert', certainty = 'certain', stance = 'supports', on = [0] } = line
    const start = text.length
    const bare = line.text.replace('[', '').replace(']', '')
    const content = [span(start + line.text.indexOf('['), start + line.text.indexOf(']') - 1)]
    const mentions = keys.map((key) => mentionOf(bare, sources.get(key) ?? sourceOf(key, { name: key }), start))
    const chain: Link[] = [null, ...mentions].map((mention) => ({ mention, cue: null }))
    const statement = statementId(id, content, chain)
    text += `${bare} `
    sentences.push(span(start, start + bare.length))
    const manner = mannerOf(line)
    statements.push({
      id: statement,
      document: id,
      content,
      cue: [],
      chain,
      act,
      certainty,
      polarity: 'positive',
      manner,
      within: null,
      saidAt: null,
      by,
    })
    speakers.push({ statement, sources: [outlet, ...keys] as SourceId[] })
    bearings.push(...on.map((claim) => ({ statement, claim: `c${claim + 1}` as ClaimId, stance, act, certainty, by })))
  }
  const blocks = [{ kind: 'paragraph' as const, span: span(0, text.length) }]
  const document: Document = { ...imprint, id, sha256: '', format: 'text', language: 'en', text, blocks, sentences, tokens: [] }
  return { document, statements, speakers, bearings }
}

/** Documents, statements and resolution as the rooms before would give them; ids as they would be, but for sources. */
export const smallCase = ({ claims: texts, voices = {}, merges = [], pages }: SmallCase): TraceInput => {
  const claims = texts.map((text, at): Claim => ({ id: `c${at + 1}` as ClaimId, text, given: true }))
  const outlets = [...new Set(pages.map(({ outlet }) => outlet))].filter((outlet) => voices[outlet] === undefined)
  const sources = [
    ...outlets.map((outlet) => sourceOf(outlet, { name: outlet, kind: 'outlet' })),
    ...Object.entries(voices).map(([key, voice]) => sourceOf(key, voice)),
  ]
  const all = pages.map((page) => written(page, new Map(sources.map((source) => [source.id, source]))))
  const speakers = all.flatMap((page) => page.speakers)
  const bearings = all.flatMap((page) => page.bearings)
  return {
    documents: all.map(({ document }) => document),
    statements: all.flatMap(({ statements }) => statements),
    resolution: { sources, mentions: [], merges, speakers, claims, bearings, evidence: [], quantities: [], dates: [] },
  }
}
