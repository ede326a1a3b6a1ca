import type { CheckedCase } from '../core/case.ts'
import { caseFileOf } from './case-file.ts'
import { colophonOf, type Colophon, type Entry } from './colophon.ts'
import { clipped } from '../core/display-width.ts'
import { explain } from './explain.ts'
import {
  isListed,
  type Citation,
  type ClaimExplanation,
  type Point,
  type Quote,
  type Section,
  type Sentence,
} from './explanation.ts'
import { figureLines } from './figures.ts'
import { glyphOf } from './glyphs.ts'
import { wordsAt } from './naming.ts'
import { notes } from './notes.data.ts'
import { anchorsOf, type Anchors } from './passages.ts'
import { BANDS } from './phrases.data.ts'
import { plain } from '../core/plain-text.ts'
import { weightWords } from './wording.ts'

/** Columns of a quotation in a list, and in the footnote that gives it whole or nearly so. */
const LONGEST_QUOTE = 160
const LONGEST_FOOTNOTE = 600

const SYNTAX = /[\\`*_[\]<>#|~&!^$]/gu
const LIST_AT_START = /^(\d*)([-+=.)])/u

/** Text that Markdown shows as it is: no link, no markup, no list can begin in it. */
export const escapedMarkdown = (text: string): string => plain(text).replace(SYNTAX, '\\$&').replace(LIST_AT_START, '$1\\$2')

const md = escapedMarkdown

/** Writes the number of a footnote for a citation. */
type Footnote = (citation: Citation) => string

const footnotesIn = ({ passages, passage }: Anchors): Footnote => {
  const numbers = new Map(passages.map(({ id }, place) => [id, place + 1]))
  return (citation) => `[^${numbers.get(passage(citation)) ?? 0}]`
}

const sentenceText = (sentence: Sentence, note: Footnote): string =>
  `${md(sentence.text)}${[...new Set(sentence.citations.map(note))].join('')}`

const paragraph = (sentences: readonly Sentence[], note: Footnote): string =>
  sentences.map((one) => sentenceText(one, note)).join(' ')

const quoteLine = (quote: Quote, note: Footnote): string => {
  const chain = quote.chain.map(({ name }) => md(name)).join(' ← ')
  return `${md(quote.citation.label)}, ${chain}: “${md(clipped(quote.words, LONGEST_QUOTE))}”${note(quote.citation)}`
}

const pointLines = (point: Point, kind: Section['kind'], note: Footnote): readonly string[] => {
  const quotes = point.quotes.map((quote) => `  - ${quoteLine(quote, note)}`)
  if (point.title === null) {
    const text = paragraph(point.sentences, note)
    return isListed(point, kind) ? [`- ${text}`, ...quotes] : [text]
  }
  const weight = point.nats === null ? '' : `, ${weightWords(point.nats)}`
  const joins = point.joins.length === 0 ? [] : [`  - ${paragraph(point.joins, note)}`]
  return [`- ${glyphOf(point)} **${md(point.title)}**${weight}. ${paragraph(point.sentences, note)}`, ...joins, ...quotes]
}

const isItem = (point: Point, kind: Section['kind']): boolean => point.title !== null || isListed(point, kind)

const sectionLines = ({ kind, heading, points }: Section, note: Footnote): readonly string[] => [
  '',
  `### ${heading}`,
  '',
  ...points.flatMap((point, place) => [...(place > 0 && !isItem(point, kind) ? [''] : []), ...pointLines(point, kind, note)]),
]

const claimLines = (told: ClaimExplanation, note: Footnote): readonly string[] => {
  const [figures, ...rest] = figureLines(told)
  return [
    '',
    `## ${told.number}. ${md(told.text)}`,
    '',
    `**${BANDS[told.band].toUpperCase()}** ${figures}`,
    '',
    ...rest.map((line) => `- ${line}`),
    ...told.sections.flatMap((section) => sectionLines(section, note)),
  ]
}

/** An address between angle brackets may hold anything but these. */
const addressed = (url: string): string => url.replace(/[<>\\]/gu, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)

const entryLine = ({ label, title, imprint, url }: Entry): string => {
  const name = md(title ?? label)
  return `- **${md(label)}** ${md(imprint)}${imprint === '' ? '' : ': '}${url === null ? name : `[${name}](<${addressed(url)}>)`}`
}

const listUnder = (title: string, items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : ['', `## ${title}`, '', ...items.map((item) => `- ${md(item)}`)]

const colophonLines = ({ entries, refusals, stale, overrides, method, legend }: Colophon): readonly string[] => [
  ...(entries.length === 0 ? [] : ['', `## ${notes.documents}`, '']),
  ...entries.map(entryLine),
  ...listUnder(notes.refused, refusals),
  ...listUnder(notes.stale, stale),
  ...listUnder(notes.assumptions, overrides),
  ...listUnder(notes.made, method),
  ...listUnder(
    notes.legend,
    legend.map(([word, meaning]) => `${word}: ${meaning}`),
  ),
]

/**
 * A checked case as Markdown (CommonMark with footnotes): the same as the text, each sentence with footnotes that quote the words it
 * rests on. Nothing of a document is read as markup. Throws where the case names what it does not hold.
 */
export const markdownText = (checked: CheckedCase): string => {
  const told = explain(checked)
  const colophon = colophonOf(checked)
  const anchors = anchorsOf(checked, told)
  const note = footnotesIn(anchors)
  const file = caseFileOf(checked)
  const footnotes = anchors.passages.map(({ citation }) => {
    const words = clipped(wordsAt(file, citation.document, citation.spans), LONGEST_FOOTNOTE)
    return `${note(citation)}: ${md(citation.label)}: “${md(words)}”`
  })
  return [
    `# ${md(colophon.question)}`,
    '',
    colophon.scope,
    ...(told.claims.length === 0 ? ['', notes.noClaims] : []),
    ...told.claims.flatMap((claim) => claimLines(claim, note)),
    ...told.closing.flatMap((section) => sectionLines(section, note)),
    ...colophonLines(colophon),
    ...(footnotes.length > 0 ? ['', ...footnotes] : []),
    '',
  ].join('\n')
}
