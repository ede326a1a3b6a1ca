import { plain } from '../../core/plain-text.ts'
import { printed, type TerminalOptions } from '../printed.ts'
import { flushed, run, type Run, type StyledLine, wrapped } from '../styled-line.ts'
import { dateWords } from '../wording.ts'

/** A passage that a search found, and where it stands. */
export interface FoundPassage {
  readonly capture: string
  readonly document: string
  /** Null where a whole document was searched. */
  readonly statement: string | null
  /** Which cases have it, and what they call it. */
  readonly places: readonly { readonly case: string; readonly label: string }[]
  readonly title: string | null
  readonly publisher: string | null
  readonly published: string | null
  readonly url: string | null
  /** Who says it, the outlet first; null for a document. */
  readonly chain: readonly string[] | null
  /** Words around the match in pieces, each matched or not. */
  readonly excerpt: readonly { readonly text: string; readonly matched: boolean }[]
}

const INDENT = 3

const placeWords = ({ places }: FoundPassage): string =>
  places.length === 0 ? 'in no case' : places.map((place) => `${plain(place.case)} ${plain(place.label)}`).join(', ')

const imprintWords = ({ publisher, published }: FoundPassage): string =>
  [publisher, published === null ? null : dateWords(published)]
    .filter((part) => part !== null)
    .map(plain)
    .join(', ')

/** Blanks at the ends part a matched word from its neighbours. */
const spaced = (text: string): string => text.replaceAll(/\s+/gu, ' ')

const excerptRuns = ({ excerpt }: FoundPassage): readonly Run[] =>
  excerpt.map(({ text, matched }) => {
    const [, before = '', after = ''] = /^(\s?).*?(\s?)$/su.exec(spaced(text)) ?? []
    return run(`${before}${plain(text)}${after}`, matched ? 'matched' : 'plain')
  })

const passageLines = (passage: FoundPassage, width: number): readonly StyledLine[] => {
  const { title, chain } = passage
  const under = { width, indent: INDENT, hang: INDENT }
  return [
    ...flushed([run(placeWords(passage), 'strong')], [run(imprintWords(passage), 'faint')], { width, indent: 0, hang: INDENT }),
    ...(chain === null ? [] : wrapped([run(chain.map(plain).join(' ← '))], under)),
    ...(chain !== null || title === null || plain(title) === '' ? [] : wrapped([run(plain(title))], under)),
    ...wrapped(excerptRuns(passage), under),
  ]
}

/** What a search found, for a terminal, best first; the matched words stand out where there is colour. */
export const passagesText = (passages: readonly FoundPassage[], { width, colour }: TerminalOptions): string =>
  printed(
    passages.flatMap((passage, place) => [...(place > 0 ? [[]] : []), ...passageLines(passage, width)]),
    colour,
  )
