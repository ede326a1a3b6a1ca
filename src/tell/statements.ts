import type { Document } from '../core/document.ts'
import type { QuotedSpan } from '../core/report.ts'
import { type Span, textAt, textOfAll } from '../core/span.ts'
import type { Link, Statement } from '../core/statement.ts'
import { plain } from '../core/plain-text.ts'
import { flushed, run, type StyledLine, wrapped } from './styled-line.ts'
import { printed, type TerminalOptions } from './printed.ts'

/** A document with who says what in it. */
export interface Attributed {
  readonly document: Document
  readonly statements: readonly Statement[]
}

const quoted = (text: string, { start, end }: Span): QuotedSpan => ({ start, end, text: text.slice(start, end) })

const quotedOrNull = (text: string, at: Span | null): QuotedSpan | null => (at === null ? null : quoted(text, at))

const jsonOf = (text: string, statement: Statement): object => ({
  ...statement,
  content: statement.content.map((part) => quoted(text, part)),
  cue: statement.cue.map((part) => quoted(text, part)),
  chain: statement.chain.map(({ mention, cue }) => ({ mention: quotedOrNull(text, mention), cue: quotedOrNull(text, cue) })),
  saidAt: quotedOrNull(text, statement.saidAt),
})

/** Every document with its text, into which the spans of its statements point (UTF-16), as indented JSON. */
export const statementsJson = (attributed: readonly Attributed[]): string => {
  const documents = attributed.map(({ document, statements }) => {
    const { id, url, publisher, author, title, published, sha256, language, text } = document
    return {
      id,
      url,
      publisher,
      author,
      title,
      published,
      sha256,
      language,
      text,
      statements: statements.map((one) => jsonOf(text, one)),
    }
  })
  return `${JSON.stringify({ documents }, null, 2)}\n`
}

const outletOf = ({ publisher }: Document): string => publisher ?? 'this document'

/** From the outlet inward, in the words of the text. */
const chainText = (document: Document, chain: readonly Link[]): string =>
  chain
    .map(({ mention }, place) => {
      if (mention !== null) return plain(textAt(document.text, mention))
      return place === 0 ? plain(outletOf(document)) : 'somebody unnamed'
    })
    .join(' ← ')

const statementLines = (document: Document, statement: Statement, width: number): readonly StyledLine[] => {
  const { chain, act, certainty, manner, content } = statement
  const mark = manner === 'direct' ? ['“', '”'] : ['', '']
  return [
    [],
    ...flushed([run(chainText(document, chain), 'strong')], [run(`${act}, ${certainty}`, 'faint')], {
      width,
      indent: 0,
      hang: 4,
    }),
    ...wrapped([run(mark.join(plain(textOfAll(document.text, content))))], { width, indent: 2, hang: 2 }),
  ]
}

const headOf = ({ document, statements }: Attributed, width: number): readonly StyledLine[] => {
  const count = statements.length === 1 ? 'one statement' : `${statements.length} statements`
  return wrapped([run(plain(document.title ?? outletOf(document)), 'strong'), run(` · ${count}`, 'faint')], {
    width,
    indent: 0,
    hang: 2,
  })
}

/** For a terminal: each statement's chain, act and certainty, and under it what is said. */
export const statementsText = (attributed: readonly Attributed[], { width, colour }: TerminalOptions): string =>
  attributed
    .map((one) => [
      ...headOf(one, width),
      ...one.statements.flatMap((statement) => statementLines(one.document, statement, width)),
    ])
    .map((lines) => printed(lines, colour))
    .join('\n')
