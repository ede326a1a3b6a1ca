import type { CaptureRecord } from '../../core/capture.ts'
import type { Document } from '../../core/document.ts'
import type { Refusal } from '../../core/refusal.ts'
import { plain } from '../../core/plain-text.ts'
import { type Change, changeWords } from '../difference.ts'
import { printed, type TerminalOptions } from '../printed.ts'
import { flushed, run, type StyledLine, wrapped } from '../styled-line.ts'
import { asSentence, dateWords, figured } from '../wording.ts'

/** An earlier capture of the same page, and what the page has otherwise since. */
export interface Earlier {
  /** What the case calls it; null where it is in another case, or in none. */
  readonly label: string | null
  readonly takenAt: string
  /** Empty where the text is the same; null where the two cannot be compared: one was not read, or is a feed. */
  readonly changes: readonly Change[] | null
}

/** What became of one thing that was to be put before a case. */
export interface TakenIn {
  readonly capture: CaptureRecord
  /** What the case calls it; null where it was not put before it. */
  readonly label: string | null
  /** `held`: the case had it; `unchanged`: a page captured again whose bytes the case has, so that it is kept but no new document. */
  readonly fate: 'added' | 'held' | 'unchanged'
  readonly documents: readonly Document[]
  readonly statements: number
  /** Why it could not be read; it is kept all the same. */
  readonly refusal: Refusal | null
  readonly earlier: Earlier | null
}

/** Changes of one page that are told. */
const MOST_CHANGES = 12

/** Past so many, documents of which there is nothing to say but that they were added are only counted. */
const MOST_LISTED = 20

const nameOf = ({ capture, documents }: TakenIn): string => {
  const [only, ...more] = documents
  if (only === undefined || more.length > 0) return plain(capture.name)
  const parts = [only.publisher, only.published === null ? null : dateWords(only.published), only.title ?? capture.name]
  return parts
    .filter((part) => part !== null)
    .map(plain)
    .join(', ')
}

const countOf = ({ documents, statements, refusal }: TakenIn): string => {
  if (refusal !== null) return 'kept, not read'
  return documents.length > 1
    ? `${figured(documents.length, 'document')}, ${figured(statements, 'statement')}`
    : figured(statements, 'statement')
}

const earlierLines = ({ fate }: TakenIn, { label, takenAt, changes }: Earlier, width: number): readonly StyledLine[] => {
  const before = `${label === null ? 'an earlier capture of the page' : plain(label)}, taken on ${dateWords(takenAt.slice(0, 10))}`
  const measure = { width, indent: 3, hang: 3 }
  if (fate === 'unchanged') return wrapped([run(`The page is byte for byte ${before}: kept, but no new document.`)], measure)
  if (changes === null) return wrapped([run(`The same page as ${before}; the two cannot be compared.`)], measure)
  if (changes.length === 0) return wrapped([run(`The same page as ${before}; its text has not changed.`)], measure)
  const more = changes.length - MOST_CHANGES
  return [
    ...wrapped([run(`The same page as ${before}, but changed:`, 'contradicts')], measure),
    ...changes
      .slice(0, MOST_CHANGES)
      .flatMap((change) => wrapped([run(asSentence(changeWords(change)))], { width, indent: 5, hang: 7 })),
    ...(more > 0
      ? wrapped([run(`And ${more} more changes; “hearsay diff --json” has all.`, 'faint')], { width, indent: 5, hang: 5 })
      : []),
  ]
}

const takenLines = (one: TakenIn, width: number): readonly StyledLine[] => {
  const label = one.label ?? '–'
  const held = one.fate === 'held' ? ' (there already)' : ''
  const count = one.fate === 'unchanged' ? [] : [run(countOf(one), 'faint')]
  return [
    ...flushed(
      [run(plain(label).replaceAll(' ', '\u00A0'), 'strong'), run('\u00A0 '), run(nameOf(one)), run(held, 'faint')],
      count,
      {
        width,
        indent: 0,
        hang: 3,
      },
    ),
    ...(one.earlier === null ? [] : earlierLines(one, one.earlier, width)),
  ]
}

/** What was put before a case, for a terminal; of many, only those of which there is more to say. */
export const takenInText = (taken: readonly TakenIn[], { width, colour }: TerminalOptions): string => {
  const listed =
    taken.length <= MOST_LISTED ? taken : taken.filter(({ earlier, refusal }) => earlier !== null || refusal !== null)
  const added = taken.filter(({ fate }) => fate === 'added').length
  const statements = taken.reduce((sum, one) => sum + one.statements, 0)
  const total = `${figured(added, 'document')} added, ${figured(statements, 'statement')} read.`
  return printed(
    [...listed.flatMap((one) => takenLines(one, width)), ...(taken.length > MOST_LISTED ? [[run(total, 'strong')]] : [])],
    colour,
  )
}
