import { type CaptureMethod, strengthOf } from '../../core/capture.ts'
import { clipped, displayWidth } from '../../core/display-width.ts'
import { plain } from '../../core/plain-text.ts'
import { probability } from '../../core/probability.ts'
import type { KeptJudgement } from '../../core/kept-case.ts'
import { BANDS } from '../phrases.data.ts'
import { printed, type TerminalOptions } from '../printed.ts'
import { flushed, run, type Run, type StyledLine, wrapped } from '../styled-line.ts'
import { BAND_STYLES } from '../terminal-claim.ts'
import { heading } from '../terminal.ts'
import { dateWords, figured, listed, percent } from '../wording.ts'
import type { CaseLine, CaseView, NamedStatement, ShownDocument, ShownVerdict } from './case-view.ts'
import { judgementWords } from './entry-words.ts'

const INDENT = 3

/** Columns of what somebody says, to know it by. */
const LONGEST_WORDS = 200

/** How strong a capture is as proof, in a word. */
export const STRENGTH_WORDS: Readonly<Record<1 | 2 | 3 | 4 | 5, string>> = {
  1: 'strongest',
  2: 'strong',
  3: 'fair',
  4: 'weak',
  5: 'weakest',
}

const dateOf = (at: string): string => dateWords(at.slice(0, 10))

const whole = (width: number) => ({ width, indent: 0, hang: 0 })
const below = (width: number) => ({ width, indent: INDENT, hang: INDENT })

const itemMeasure = (name: string, width: number) => ({ width, indent: INDENT, hang: INDENT + displayWidth(name) + 2 })

/** A short name in front, and room kept behind it. */
const itemHead = (name: string): readonly Run[] => [run(name.replaceAll(' ', '\u00A0'), 'strong'), run('\u00A0 ')]

const verdictRuns = (verdict: ShownVerdict | undefined): readonly Run[] => {
  if (verdict === undefined) return [run('not checked yet', 'faint')]
  const { band, probability: p, holds } = verdict
  return [
    run(BANDS[band], holds ? BAND_STYLES[band] : 'faint'),
    run(`, ${percent(probability(p))}${holds ? '' : ' then'}`, 'faint'),
  ]
}

const claimLines = ({ kept, verdicts }: CaseView, width: number): readonly StyledLine[] => {
  const given = kept.claims.map(({ id, text }) => ({ id, text: plain(text) }))
  const found = verdicts.map(({ claim }) => ({ id: claim, text: 'found in the documents' }))
  const claims = given.length > 0 ? given : found
  return claims.flatMap(({ id, text }) =>
    flushed(
      [...itemHead(plain(id)), run(text)],
      verdictRuns(verdicts.find(({ claim }) => claim === id)),
      itemMeasure(plain(id), width),
    ),
  )
}

const verdictNote = ({ kept, verdicts, known }: CaseView, width: number): readonly StyledLine[] => {
  const last = verdicts.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0]
  if (last === undefined) return []
  const day = last.asOf === null ? '' : `, leaving out what was published after ${dateWords(last.asOf)}`
  const changed = verdicts.some(({ holds }) => !holds) && known === null
  const words = `Last told on ${dateOf(last.at)}${day}.${changed ? ` The case has changed since: “hearsay check ${kept.name}”.` : ''}`
  return wrapped([run(words, changed ? 'contradicts' : 'faint')], below(width))
}

const imprintOf = ({ publisher, author, published, name }: ShownDocument): string => {
  const by = author === publisher ? null : author
  const parts = [publisher, by, published === null ? null : dateWords(published)].filter((part) => part !== null)
  return parts.length === 0 ? plain(name) : parts.map(plain).join(', ')
}

const sizeOf = ({ documents, statements }: ShownDocument): string | null => {
  if (documents === null || statements === null) return 'not read yet'
  return documents > 1
    ? `${figured(documents, 'document')}, ${figured(statements, 'statement')}`
    : figured(statements, 'statement')
}

const statementLines = ({ name, chain, act, certainty, words }: NamedStatement, width: number): readonly StyledLine[] => {
  const indent = INDENT + 2
  const measure = { width, indent, hang: indent + displayWidth(name) + 2 }
  return [
    ...flushed([...itemHead(name), run(chain.join(' ← '))], [run(`${act}, ${certainty}`, 'faint')], measure),
    ...wrapped([run(clipped(words, LONGEST_WORDS), 'faint')], { width, indent: measure.hang, hang: measure.hang }),
  ]
}

const documentLines = (document: ShownDocument, statements: readonly NamedStatement[], width: number): readonly StyledLine[] => {
  const { label, method, title, url, refusal, deleted } = document
  const measure = itemMeasure(label, width)
  const under = { width, indent: measure.hang, hang: measure.hang }
  const line = (text: string, style: 'plain' | 'faint' | 'contradicts' = 'plain'): readonly StyledLine[] =>
    wrapped([run(plain(text), style)], under)
  return [
    ...flushed(
      [...itemHead(plain(label)), run(imprintOf(document))],
      [run(`${method}, ${STRENGTH_WORDS[strengthOf(method).rank]}`, 'faint')],
      measure,
    ),
    ...(title === null ? [] : line(title)),
    ...(url === null ? [] : line(url, 'faint')),
    ...(deleted === null
      ? line(refusal ?? sizeOf(document) ?? '', refusal === null ? 'faint' : 'contradicts')
      : line(`Its bytes were deleted by ${deleted.who} on ${dateOf(deleted.at)}: ${deleted.reason}`, 'contradicts')),
    ...statements.flatMap((one) => statementLines(one, width)),
  ]
}

const judgementLines = (
  { seq, at, who, reason, judgement }: KeptJudgement,
  { width, nameOf }: { readonly width: number; readonly nameOf: (id: string) => string },
): readonly StyledLine[] => {
  const why = plain(reason) === '' ? '' : `: ${plain(reason)}`
  const measure = itemMeasure(String(seq), width)
  return flushed(
    [...itemHead(String(seq)), run(`${plain(who)} ${judgementWords(judgement, nameOf)}${why}`)],
    [run(dateOf(at), 'faint')],
    measure,
  )
}

const legendLines = (documents: readonly ShownDocument[], width: number): readonly StyledLine[] => {
  const methods = [...new Set(documents.map(({ method }): CaptureMethod => method))]
  const ranked = methods.map((method) => ({ method, ...strengthOf(method) })).toSorted((a, b) => a.rank - b.rank)
  return ranked.flatMap(({ method, rank, sentence }) =>
    wrapped([run(`${method}, ${STRENGTH_WORDS[rank]}: `, 'strong'), run(sentence, 'faint')], {
      width,
      indent: INDENT,
      hang: INDENT + 2,
    }),
  )
}

const headLines = ({ kept, known }: CaseView, width: number): readonly StyledLine[] => {
  const state = kept.closed === null ? 'open' : `closed: ${plain(kept.closed)}`
  const day = known === null ? '' : ` · as it stood at the end of ${dateOf(known)}`
  return [
    ...wrapped([run(plain(kept.name), 'strong'), run(` · begun ${dateOf(kept.begun)} · ${state}${day}`, 'faint')], whole(width)),
    ...(kept.question === null ? [] : wrapped([run(plain(kept.question))], whole(width))),
  ]
}

const section = (title: string, lines: readonly StyledLine[], width: number): readonly StyledLine[] =>
  lines.length === 0 ? [] : [...heading(title, width), ...lines]

/** A kept case for a terminal. No line is wider than `width`, and nothing of a document can move the cursor. */
export const caseText = (view: CaseView, { width, colour }: TerminalOptions): string => {
  const { kept, documents, statements } = view
  const nameOf = (id: string): string => view.names[id] ?? id
  const none = (words: string): readonly StyledLine[] => wrapped([run(words, 'faint')], below(width))
  const claims = claimLines(view, width)
  const lines = [
    ...headLines(view, width),
    ...section(
      'Claims',
      claims.length === 0
        ? none('None given: the most contested are found when the case is checked.')
        : [...claims, ...verdictNote(view, width)],
      width,
    ),
    ...section(
      'Documents',
      documents.length === 0
        ? none(`None yet: “hearsay case add ${kept.name} FILE|FOLDER|URL…” adds some.`)
        : documents.flatMap((document) => documentLines(document, statements[document.label] ?? [], width)),
      width,
    ),
    ...section(
      'Judgements',
      kept.judgements.flatMap((one) => judgementLines(one, { width, nameOf })),
      width,
    ),
    ...section('How strong the captures are', legendLines(documents, width), width),
  ]
  return printed(lines, colour)
}

/** The cases of a library for a terminal, one after the other. */
export const casesText = (cases: readonly CaseLine[], { width, colour }: TerminalOptions): string => {
  const lines = cases.flatMap(({ name, question, changed, closed, claims, documents }): readonly StyledLine[] => [
    ...flushed(
      [run(plain(name), closed === null ? 'strong' : 'faint')],
      [
        run(
          `${listed([figured(claims, 'claim'), figured(documents, 'document')])}, ${closed === null ? dateOf(changed) : 'closed'}`,
          'faint',
        ),
      ],
      { width, indent: 0, hang: INDENT },
    ),
    ...(question === null ? [] : wrapped([run(plain(question))], below(width))),
  ])
  return printed(lines, colour)
}
