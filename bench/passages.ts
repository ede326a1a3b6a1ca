import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { attribute } from '../src/attribute/attribute.ts'
import type { Tagger } from '../src/attribute/tagger.ts'
import { probability } from '../src/core/probability.ts'
import type { Claim, ClaimId, Stance } from '../src/core/claim.ts'
import type { Document } from '../src/core/document.ts'
import { byPosition, hull, lengthOf, overlaps, span, type Span } from '../src/core/span.ts'
import { statementId, type Act, type Certainty, type Link, type Manner, type Statement } from '../src/core/statement.ts'
import { documentFromText } from '../src/read/plain.ts'
import { SHARED } from './results.ts'

const FOLDER = join(SHARED, 'data/passages')

interface AnnotatedStatement {
  readonly content: readonly string[]
  readonly cue: readonly string[]
  readonly mention: string | null
  readonly chain: readonly { readonly source: string; readonly cue?: string }[]
  readonly inside: number | null
  readonly manner: Manner
  readonly act: Act
  readonly certainty: Certainty
  readonly bearings: Readonly<Record<string, Stance>>
}

interface AnnotatedPassage {
  readonly id: string
  readonly text: string
  readonly claims: readonly { readonly id: string; readonly text: string }[]
  readonly statements: readonly AnnotatedStatement[]
}

/** A statement with its stance on each claim; null where it does not bear on it. */
export interface JudgedStatement {
  readonly statement: Statement
  readonly golds: readonly (Stance | null)[]
}

/** One annotated text as the rooms see it. */
export interface Passage {
  readonly id: string
  readonly file: string
  readonly document: Document
  readonly claims: readonly Claim[]
  /** As annotated, in reading order. */
  readonly annotated: readonly JudgedStatement[]
  /** Those, and every other sentence as what the outlet tells: since the annotators took from these all that bear, they bear on nothing. */
  readonly all: readonly JudgedStatement[]
  /** What `attribute` reads, each with the golds of the annotated statement it overlaps most; the others bear on nothing. */
  readonly read: readonly JudgedStatement[]
  /** The golds of annotated statements that were not read. */
  readonly missed: readonly (readonly (Stance | null)[])[]
  /** Each annotated statement with the one that was read in its place; null where none was. */
  readonly pairs: readonly { readonly annotated: Statement; readonly read: Statement | null }[]
}

const placeOf = (text: string, words: string): Span => {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`passage without its own words: ${words}`)
  return span(start, start + words.length)
}

/** The place of a short phrase nearest to `near`. */
const nearest = (text: string, words: string, near: number): Span => {
  let best = text.indexOf(words)
  for (let at = best; at >= 0; at = text.indexOf(words, at + 1)) if (Math.abs(at - near) < Math.abs(best - near)) best = at
  return span(best, best + words.length)
}

const chainOf = (text: string, annotated: AnnotatedStatement, start: number): readonly Link[] => {
  const mention = annotated.mention === null ? null : nearest(text, annotated.mention, start)
  return annotated.chain.map((_, index) => ({
    mention: index > 0 && index === annotated.chain.length - 1 ? mention : null,
    cue: null,
  }))
}

const REPORTED_DENIAL = /\bden(?:y|ies|ied)\b|\breject|\brefut|\bdismiss|\bdisput/u
const ANNOTATOR = { maker: 'person:annotator', sure: probability(1) }

const statementOf = (document: Document, said: AnnotatedStatement): Statement => {
  const content = said.content.map((part) => placeOf(document.text, part))
  const start = content[0]?.start ?? 0
  const chain = chainOf(document.text, said, start)
  return {
    id: statementId(document.id, content, chain),
    document: document.id,
    content,
    cue: said.cue.map((words) => nearest(document.text, words, start)),
    chain,
    act: said.act,
    certainty: said.certainty,
    polarity: said.act === 'deny' && REPORTED_DENIAL.test(said.cue.join(' ')) ? 'negative' : 'positive',
    manner: said.manner,
    within: null,
    saidAt: null,
    by: ANNOTATOR,
  }
}

const narrated = (document: Document, content: Span): Statement => {
  const chain = [{ mention: null, cue: null }]
  const told = {
    act: 'assert',
    certainty: 'certain',
    polarity: 'positive',
    manner: 'narrated',
    within: null,
    saidAt: null,
    by: ANNOTATOR,
  } as const
  return { id: statementId(document.id, [content], chain), document: document.id, content: [content], cue: [], chain, ...told }
}

const inOrder = (rows: readonly JudgedStatement[]): readonly JudgedStatement[] =>
  rows.toSorted((a, b) => byPosition(hull(a.statement.content), hull(b.statement.content)))

const unitsShared = (a: Statement, b: Statement): number =>
  a.content
    .flatMap((left) => b.content.map((right) => Math.max(0, Math.min(left.end, right.end) - Math.max(left.start, right.start))))
    .reduce((sum, shared) => sum + shared, 0)
const unitsIn = ({ content }: Statement): number => content.reduce((sum, part) => sum + lengthOf(part), 0)

/** Whose content is whose: pairs that share at least half of the shorter, the best first, one to one. */
const matched = (annotated: readonly JudgedStatement[], read: readonly Statement[]): ReadonlyMap<Statement, JudgedStatement> => {
  const pairs = annotated.flatMap((judged) =>
    read.map((statement) => {
      const [one, other] = [unitsIn(judged.statement), unitsIn(statement)]
      return {
        judged,
        statement,
        share: unitsShared(judged.statement, statement) / Math.min(one, other),
        apart: Math.abs(one - other),
      }
    }),
  )
  const taken = new Map<Statement, JudgedStatement>()
  const used = new Set<JudgedStatement>()
  for (const { judged, statement } of pairs
    .filter(({ share }) => share >= 0.5)
    .sort((a, b) => b.share - a.share || a.apart - b.apart)) {
    if (taken.has(statement) || used.has(judged)) continue
    taken.set(statement, judged)
    used.add(judged)
  }
  return taken
}

const passageOf = async (raw: AnnotatedPassage, file: string, tagger: Tagger): Promise<Passage> => {
  const document = documentFromText(raw.text)
  const claims = raw.claims.map(({ id, text }) => ({ id: id as ClaimId, text, given: true }))
  const statements = raw.statements.map((said) => statementOf(document, said))
  const annotated = raw.statements.flatMap((said, index): JudgedStatement[] => {
    const statement = statements[index]
    const outer = said.inside === null ? null : (statements[said.inside]?.id ?? null)
    return statement === undefined
      ? []
      : [{ statement: { ...statement, within: outer }, golds: claims.map((claim) => said.bearings[claim.id] ?? null) }]
  })
  const none = claims.map(() => null)
  const taken = statements.flatMap(({ content, cue }) => [...content, ...cue])
  const free = document.sentences.filter((sentence) => !taken.some((part) => overlaps(part, sentence)))
  const read = await attribute({ documents: [document], tagger })
  const match = matched(annotated, read)
  const found = new Map([...match].map(([statement, judged]) => [judged, statement]))
  return {
    id: raw.id,
    file,
    document,
    claims,
    annotated: inOrder(annotated),
    all: inOrder([...annotated, ...free.map((sentence) => ({ statement: narrated(document, sentence), golds: none }))]),
    read: inOrder(read.map((statement) => ({ statement, golds: match.get(statement)?.golds ?? none }))),
    missed: annotated.filter((judged) => !found.has(judged)).map(({ golds }) => golds),
    pairs: annotated.map((judged) => ({ annotated: judged.statement, read: found.get(judged) ?? null })),
  }
}

/** The passages of the files `a.jsonl` and so on, named without their ending; null where the data are not there. */
export const passagesOf = async (files: readonly string[], tagger: Tagger): Promise<readonly Passage[] | null> => {
  if (!existsSync(FOLDER)) return null
  const linesOf = (file: string): readonly string[] =>
    readFileSync(join(FOLDER, `${file}.jsonl`), 'utf8')
      .trim()
      .split('\n')
  return Promise.all(
    files.flatMap((file) => linesOf(file).map((line) => passageOf(JSON.parse(line) as AnnotatedPassage, file, tagger))),
  )
}
