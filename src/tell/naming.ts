import type { DocumentId } from '../core/document.ts'
import type { Origin } from '../core/origin.ts'
import type { Source } from '../core/source.ts'
import { textAt, type Span } from '../core/span.ts'
import type { Reason } from '../core/verdict.ts'
import { held, type CaseFile, type ClaimFile, type Telling } from './case-file.ts'
import { citeStatement } from './citation.ts'
import { clipped } from '../core/display-width.ts'
import type { Quote, Voice } from './explanation.ts'
import { phrases } from './phrases.data.ts'
import { plain } from '../core/plain-text.ts'

const ALREADY_UNNAMED = /\b(?:unnamed|anonymous|unidentified|not named)\b/iu

/** Columns of a source's name: a whole sentence is no name. */
const LONGEST_SOURCE = 80

export const nameOf = (source: Source): string => clipped(plain(source.name), LONGEST_SOURCE) || phrases.nobodyNamed

const isUnnamed = ({ kind, name }: Source): boolean => kind === 'unnamed' && !ALREADY_UNNAMED.test(name)

/** What running text calls a source, determiner and all. */
export const calledIn = (file: CaseFile, source: Source): string =>
  clipped(held(file.names, source.id), LONGEST_SOURCE) || phrases.nobodyNamed

/** A source in running text: an unnamed one says so. */
export const inProse = (file: CaseFile, source: Source): string => {
  const name = calledIn(file, source)
  return isUnnamed(source) ? phrases.unnamed(name) : name
}

export const rootOf = (file: CaseFile, { root }: Origin): Source | null => (root === null ? null : held(file.sources, root))

/** Who stands behind an origin, in running text. */
export const knowerOf = (file: CaseFile, origin: Origin): string => {
  const root = rootOf(file, origin)
  return root === null ? phrases.nobodyNamed : inProse(file, root)
}

/** The same where nobody else stands on its side: "one unnamed source, an official". */
export const onlyKnowerOf = (file: CaseFile, origin: Origin): string => {
  const root = rootOf(file, origin)
  return root !== null && isUnnamed(root) ? phrases.oneUnnamed(calledIn(file, root)) : knowerOf(file, origin)
}

/** Columns of a thing's name in a heading or a sentence. */
const LONGEST_NAME = 64

/** The words of a document on one line, with an ellipsis where a cue cuts them. */
export const wordsAt = (file: CaseFile, document: DocumentId, spans: readonly Span[]): string => {
  const { text } = held(file.exhibits, document).document
  return spans.map((at) => plain(textAt(text, at))).join(' … ')
}

/** An origin by its knower, and by its first article too where the claim has others of that name. */
const originTitle = ({ file, origins }: ClaimFile, origin: Origin): string => {
  const name = knowerOf(file, origin)
  const [first] = origin.statements
  const alone = first === undefined || origins.every((other) => other === origin || knowerOf(file, other) !== name)
  return alone ? name : `${name} (${held(file.exhibits, held(file.statements, first).document).label})`
}

/** An origin by its knower, an item of evidence by the words that mention it. */
export const titleOf = (on: ClaimFile, { id }: Reason['about']): string => {
  const { file, origins, evidence } = on
  const origin = origins.find((one) => one.id === id)
  if (origin !== undefined) return originTitle(on, origin)
  const item = evidence.find((one) => one.id === id)
  if (item === undefined) throw new Error(`the verdict names ${id}, and the case holds no such thing`)
  return `“${clipped(wordsAt(file, item.document, [item.mention]), LONGEST_NAME)}” (${held(file.exhibits, item.document).label})`
}

const voiceOf = (source: Source): Voice => ({ name: nameOf(source), kind: source.kind })

/** A passage before its words and voices are looked up. */
interface Passage extends Omit<Quote, 'words' | 'chain'>, Pick<Telling, 'statement' | 'chain'> {}

export const quoteFrom = (file: CaseFile, { statement, chain, stance, certainty, act, citation }: Passage): Quote => ({
  words: wordsAt(file, statement.document, statement.content),
  chain: chain.map(voiceOf),
  stance,
  certainty,
  act,
  citation,
})

export const quoteOf = (file: CaseFile, { statement, bearing, chain }: Telling): readonly Quote[] => {
  const { stance, certainty, act } = bearing
  return citeStatement(file, statement).map((citation) => quoteFrom(file, { statement, chain, stance, certainty, act, citation }))
}

/** Who says it: the last link of the chain. */
export const speakerOf = (file: CaseFile, { chain, exhibit }: Telling): string => {
  const last = chain.at(-1)
  return last === undefined ? exhibit.label : inProse(file, last)
}

/** A clause of another room, with documents called by their labels. */
export const labelled = (file: CaseFile, clause: string): string =>
  plain(file.checked.exhibits.reduce((text, { label, document }) => text.replaceAll(document.id, label), clause))
