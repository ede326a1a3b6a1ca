import type { Band } from '../core/verdict.ts'
import { clipped, displayWidth } from '../core/display-width.ts'
import {
  isListed,
  type Citation,
  type ClaimExplanation,
  type Point,
  type Quote,
  type Section,
  type SectionKind,
  type Sentence,
} from './explanation.ts'
import { figureLines } from './figures.ts'
import { glyphOf } from './glyphs.ts'
import { labelRanges } from './label-ranges.ts'
import { notes } from './notes.data.ts'
import { BANDS } from './phrases.data.ts'
import { plain } from '../core/plain-text.ts'
import { flushed, run, wrapped, type Run, type Style, type StyledLine } from './styled-line.ts'
import { weightWords } from './wording.ts'

/** Columns of a paragraph under a claim, and of what stands under a title. */
const BODY = 3
const INNER = 5

/** Columns of a quotation: two lines of a wide terminal, enough to know it by. */
const LONGEST_QUOTE = 140

/** Of one origin; the page lists all. */
const MOST_QUOTES = 6
const MOST_JOINS = 4

const GAUGE_CELLS = 41
const BAR_CELLS = 10

export const labelsOf = (citations: readonly Citation[]): string => labelRanges(citations.map(({ label }) => plain(label)))

const sentenceRuns = (sentence: Sentence): readonly Run[] => [
  run(plain(sentence.text)),
  run(' '),
  run(`[${labelsOf(sentence.citations)}]`, 'faint'),
  run(' '),
]

export const paragraph = (sentences: readonly Sentence[], width: number, indent: number): readonly StyledLine[] =>
  wrapped(sentences.flatMap(sentenceRuns), { width, indent, hang: indent })

/** The side that a weight in nats speaks for. */
export const sideStyle = (nats: number | null): Style =>
  nats === null || nats === 0 ? 'neutral' : nats > 0 ? 'supports' : 'contradicts'

export const BAND_STYLES: Readonly<Record<Band, Style>> = {
  established: 'supports',
  likely: 'supports',
  contested: 'neutral',
  unlikely: 'contradicts',
  refuted: 'contradicts',
  unverifiable: 'neutral',
}

const gauge = ({ probability: p, interval: [low, high], band }: ClaimExplanation, cells: number): StyledLine => {
  const cellOf = (value: number): number => Math.round(value * (cells - 1))
  const track = Array.from({ length: cells }, (_, cell): Run => {
    if (cell === cellOf(p)) return run('●', BAND_STYLES[band])
    if (cell >= cellOf(low) && cell <= cellOf(high)) return run('━', BAND_STYLES[band])
    return run(cell === cellOf(0.5) ? '┼' : '─', 'faint')
  })
  return [run(' '.repeat(BODY)), run('0 ', 'faint'), ...track, run(' 100', 'faint')]
}

const claimHead = (told: ClaimExplanation, width: number): readonly StyledLine[] => {
  const measure = { width, indent: BODY, hang: BODY }
  const [figures, counts, start] = figureLines(told)
  return [
    [run('━'.repeat(width), 'faint')],
    ...wrapped(
      [run(`${told.number}`.padEnd(BODY - 1).replaceAll(' ', '\u00A0'), 'faint'), run(' '), run(plain(told.text), 'strong')],
      {
        width,
        indent: 0,
        hang: BODY,
      },
    ),
    [],
    ...wrapped([run(BANDS[told.band].toUpperCase(), BAND_STYLES[told.band]), run(` ${figures}`)], measure),
    gauge(told, Math.min(GAUGE_CELLS, width - BODY - 6)),
    ...wrapped([run(counts, 'strong')], measure),
    ...wrapped([run(start, 'faint')], measure),
  ]
}

const chainWords = ({ chain }: Quote): string => chain.map(({ name }) => plain(name)).join(' ← ')

const quoteLines = (quote: Quote, width: number): readonly StyledLine[] => {
  const label = plain(quote.citation.label)
  const hang = INNER + displayWidth(label) + 2
  const style: Style = quote.stance === 'neutral' ? 'neutral' : quote.stance
  return [
    ...wrapped([run(label.replaceAll(' ', '\u00A0'), style), run('\u00A0 '), run(chainWords(quote))], {
      width,
      indent: INNER,
      hang,
    }),
    ...wrapped([run(`“${clipped(plain(quote.words), LONGEST_QUOTE)}”`, 'faint')], { width, indent: hang, hang }),
  ]
}

const quotesOf = ({ quotes }: Point, width: number): readonly StyledLine[] => {
  const first = quotes.filter(
    ({ citation }, place) => quotes.findIndex((other) => other.citation.label === citation.label) === place,
  )
  const shown = first.slice(0, MOST_QUOTES)
  const more = quotes.length - shown.length
  return [
    ...shown.flatMap((quote) => quoteLines(quote, width)),
    ...(more > 0 ? wrapped([run(notes.morePassages(more), 'faint')], { width, indent: INNER, hang: INNER }) : []),
  ]
}

const joinsOf = ({ joins }: Point, width: number): readonly StyledLine[] => {
  const more = joins.length - MOST_JOINS
  const runs = [...joins.slice(0, MOST_JOINS).flatMap(sentenceRuns), ...(more > 0 ? [run(notes.moreJoins(more), 'faint')] : [])]
  return wrapped(runs, { width, indent: INNER, hang: INNER })
}

/** Where a point stands: its section, the columns there are, and the largest weight that a bar has to hold (0: no bars). */
interface Frame {
  readonly kind: SectionKind
  readonly width: number
  readonly most: number
}

const weightRuns = (nats: number | null, most: number): readonly Run[] => {
  if (nats === null) return []
  const bar = most > 0 ? '█'.repeat(Math.round((Math.abs(nats) / most) * BAR_CELLS)) : ''
  return [...(bar === '' ? [] : [run(`${bar} `, sideStyle(nats))]), run(weightWords(nats), sideStyle(nats))]
}

const pointLines = (point: Point, { kind, width, most }: Frame): readonly StyledLine[] => {
  const head = [run(glyphOf(point), sideStyle(point.nats)), run(' ')]
  const inner = { width, indent: BODY, hang: INNER }
  if (point.title === null)
    return [
      ...(isListed(point, kind)
        ? wrapped([...head, ...point.sentences.flatMap(sentenceRuns)], inner)
        : paragraph(point.sentences, width, BODY)),
      ...quotesOf(point, width),
    ]
  return [
    ...flushed([...head, run(plain(point.title), 'strong')], weightRuns(point.nats, most), inner),
    ...paragraph(point.sentences, width, INNER),
    ...joinsOf(point, width),
    ...quotesOf(point, width),
  ]
}

export const sectionLines = ({ kind, heading, points }: Section, width: number): readonly StyledLine[] => {
  const rule = width - BODY - displayWidth(heading) - 1
  const most = kind === 'reasons' ? Math.max(...points.map(({ nats }) => Math.abs(nats ?? 0))) : 0
  const spaced = kind === 'supports' || kind === 'contradicts' || kind === 'evidence'
  return [
    [],
    [run(' '.repeat(BODY)), run(heading, 'strong'), run(` ${'─'.repeat(Math.max(0, rule))}`, 'faint')],
    ...points.flatMap((point, place) => [...(spaced && place > 0 ? [[]] : []), ...pointLines(point, { kind, width, most })]),
  ]
}

/** One claim: its verdict in words and figures, then its sections. */
export const claimLines = (told: ClaimExplanation, width: number): readonly StyledLine[] => [
  ...claimHead(told, width),
  ...told.sections.flatMap((section) => sectionLines(section, width)),
]
