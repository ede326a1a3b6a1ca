import { displayWidth } from '../../core/display-width.ts'
import { plain } from '../../core/plain-text.ts'
import { probability } from '../../core/probability.ts'
import type { KeptJudgement } from '../../core/kept-case.ts'
import { changeWords } from '../difference.ts'
import { BANDS } from '../phrases.data.ts'
import { printed, type TerminalOptions } from '../printed.ts'
import { type Measure, run, type Run, type StyledLine, wrapped } from '../styled-line.ts'
import { BAND_STYLES, sideStyle } from '../terminal-claim.ts'
import { heading } from '../terminal.ts'
import { asSentence, dateWords, figured, percent, weightWords } from '../wording.ts'
import { type CaseDifference, isUnchanged, type Recaptured } from './case-difference.ts'
import type { ShownDocument } from './case-view.ts'
import { judgementWords } from './entry-words.ts'
import type { Mover, Standing, VerdictMove } from './verdict-moves.ts'

const INDENT = 3

/** Of one claim; the JSON has all. */
const MOST_MOVERS = 5

/** Changes of one page that are told; the JSON has all. */
const MOST_CHANGES = 12

const item = (mark: string, runs: readonly Run[], width: number): readonly StyledLine[] => {
  const hang = INDENT + displayWidth(mark) + 1
  return wrapped([run(mark), run('\u00A0'), ...runs], { width, indent: INDENT, hang })
}

const MARKS = { added: '+', removed: '−' } as const

const documentWords = ({ publisher, published, title, name }: ShownDocument): string =>
  [publisher, published === null ? null : dateWords(published), title ?? name]
    .filter((part) => part !== null)
    .map(plain)
    .join(', ')

const because = (reason: string | null): string => (reason === null || plain(reason) === '' ? '' : ` (${plain(reason)})`)

const documentLines = ({ documents }: CaseDifference, width: number): readonly StyledLine[] => [
  ...documents.added.flatMap((one) => item(MARKS.added, [run(plain(one.label), 'strong'), run(` ${documentWords(one)}`)], width)),
  ...documents.removed.flatMap((one) =>
    item(MARKS.removed, [run(plain(one.label), 'strong'), run(` ${documentWords(one)}${because(one.reason)}`)], width),
  ),
  ...documents.deleted.flatMap((one) =>
    item(
      MARKS.removed,
      [run(plain(one.label), 'strong'), run(` its bytes were deleted${because(one.deleted?.reason ?? null)}`)],
      width,
    ),
  ),
]

const claimLines = ({ claims }: CaseDifference, width: number): readonly StyledLine[] => [
  ...claims.added.flatMap(({ id, text }) => item(MARKS.added, [run(plain(id), 'strong'), run(` ${plain(text)}`)], width)),
  ...claims.removed.flatMap(({ id, text, reason }) =>
    item(MARKS.removed, [run(plain(id), 'strong'), run(` ${plain(text)}${because(reason)}`)], width),
  ),
]

const judgementLines = ({ judgements, names }: CaseDifference, width: number): readonly StyledLine[] => {
  const lines = (mark: string, { seq, who, reason, judgement }: KeptJudgement): readonly StyledLine[] =>
    item(
      mark,
      [run(String(seq), 'strong'), run(` ${plain(who)} ${judgementWords(judgement, (id) => names[id] ?? id)}${because(reason)}`)],
      width,
    )
  return [
    ...judgements.made.flatMap((one) => lines(MARKS.added, one)),
    ...judgements.undone.flatMap((one) => lines(MARKS.removed, one)),
  ]
}

const recapturedLines = ({ label, earlier, changes }: Recaptured, width: number): readonly StyledLine[] => {
  const head = [run(plain(label), 'strong'), run(` is the page that was ${plain(earlier)}; `)]
  const hang = INDENT + 2
  if (changes === null) return wrapped([...head, run('the two cannot be compared.')], { width, indent: INDENT, hang })
  if (changes.length === 0) return wrapped([...head, run('its text is the same.')], { width, indent: INDENT, hang })
  const more = changes.length - MOST_CHANGES
  return [
    ...wrapped([...head, run(`since then:`)], { width, indent: INDENT, hang }),
    ...changes
      .slice(0, MOST_CHANGES)
      .flatMap((change) => wrapped([run(asSentence(changeWords(change)))], { width, indent: hang, hang: hang + 2 })),
    ...(more > 0 ? wrapped([run(`And ${more} more changes; --json has all.`, 'faint')], { width, indent: hang, hang }) : []),
  ]
}

const verdictRuns = (standing: Standing | null): readonly Run[] =>
  standing === null
    ? [run('not asked', 'faint')]
    : [run(BANDS[standing.band], BAND_STYLES[standing.band]), run(` ${percent(probability(standing.probability))}`)]

const countWords = (standing: Standing | null): string | null =>
  standing === null ? null : `${figured(standing.count.articles, 'article')}, ${figured(standing.count.origins, 'origin')}`

const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')

/** Then and now with an arrow between, or once where both are told in the same words. */
const standingLines = ({ then, now }: VerdictMove, measure: Measure): readonly StyledLine[] => {
  const [was, is] = [verdictRuns(then), verdictRuns(now)]
  const [before, after] = [countWords(then), countWords(now)]
  const same = textOf(was) === textOf(is)
  const counts = before === null || after === null || before === after ? (after ?? before ?? '') : `${before} → ${after}`
  return [
    ...wrapped(same ? [...is, run(' as before', 'faint')] : [...was, run(' → '), ...is], measure),
    ...wrapped([run(counts, 'faint')], measure),
  ]
}

const MOVED: Readonly<Record<Mover['kind'], string>> = { new: 'new', gone: 'gone', changed: 'weighs otherwise' }

const moveLines = (move: VerdictMove, width: number): readonly StyledLine[] => {
  const { claim, text, movers } = move
  const hang = INDENT + displayWidth(claim) + 2
  const under = { width, indent: hang, hang: hang + 2 }
  return [
    ...wrapped([run(plain(claim), 'strong'), run('\u00A0 '), run(plain(text))], { width, indent: INDENT, hang }),
    ...standingLines(move, under),
    ...movers
      .slice(0, MOST_MOVERS)
      .flatMap(({ title, kind, nats }) =>
        wrapped([run(`${plain(title)}, ${MOVED[kind]}: `), run(weightWords(nats), sideStyle(nats))], under),
      ),
    ...(movers.length > MOST_MOVERS ? wrapped([run(`and ${movers.length - MOST_MOVERS} more`, 'faint')], under) : []),
  ]
}

const section = (title: string, lines: readonly StyledLine[], width: number): readonly StyledLine[] =>
  lines.length === 0 ? [] : [...heading(title, width), ...lines]

/** What changed in a case, for a terminal. No line is wider than `width`. */
export const caseDifferenceText = (difference: CaseDifference, { width, colour }: TerminalOptions): string => {
  const { name, since, begun, recaptured, verdicts } = difference
  const day = `${dateWords(since.slice(0, 10))}${since.endsWith('T00:00:00.000Z') ? '' : ` ${since.slice(11, 16)} UTC`}`
  const head = begun ? `begun since ${day}: all of it is new` : `what changed since ${day}`
  const lines: readonly StyledLine[] = [
    ...wrapped([run(plain(name), 'strong'), run(` · ${head}`, 'faint')], { width, indent: 0, hang: INDENT }),
    ...(isUnchanged(difference) ? [[], [run('Nothing changed.')]] : []),
    ...section(
      'Verdicts',
      verdicts.flatMap((move) => moveLines(move, width)),
      width,
    ),
    ...section('Documents', documentLines(difference, width), width),
    ...section(
      'Captured again',
      recaptured.flatMap((one) => recapturedLines(one, width)),
      width,
    ),
    ...section('Claims', claimLines(difference, width), width),
    ...section('Judgements', judgementLines(difference, width), width),
  ]
  return printed(lines, colour)
}
