import type { Imprint } from '../core/document.ts'
import { isBiography } from './biography.ts'
import { COLOPHON_PHRASES, TELLING } from './furniture.data.ts'
import { isCommentLabel, isFurnitureLine, isNote, isShelf, isTitleLike, maybeShelf } from './furniture-line.ts'
import { isAuthorBiography, isAuthorLine, readHead } from './head.ts'
import { findHeadline, isProse } from './headline.ts'
import { bylineOf } from './byline.ts'
import { firstSaid } from './imprint.ts'
import type { Draft, Passage } from './passage.ts'
import { hasPhrase } from './plain-words.ts'
import { markTurns } from './turns.ts'

/** Share of a text's words that stands above the readers' comments: where less does, the heading is a link to them. */
const ABOVE_COMMENTS = 0.6
/** Words of running text above them, at least. */
const ABOVE_COMMENTS_WORDS = 50
/** Words of a colophon under the text, at most. */
const COLOPHON_WORDS = 40

/** Places of the headings of lists of other articles, with the titles under each. */
const shelvesIn = (passages: readonly Passage[]): readonly number[] => {
  const off: number[] = []
  let isOpen = false
  for (const [at, line] of passages.entries()) {
    const next = passages[at + 1]
    const isLabel = isShelf(line) || (maybeShelf(line) && (next === undefined || (isTitleLike(next) && next.kind !== 'headline')))
    if (isLabel) isOpen = true
    else if (!isTitleLike(line) || isNote(line) || line.kind === 'headline' || beginsSection(line, next)) isOpen = false
    if (isOpen) off.push(at)
  }
  return off
}

/** Whether a line under such a heading is that of a section of the article: a heading of the markup, with running text under it. */
const beginsSection = (line: Passage, next: Passage | undefined): boolean =>
  line.kind === 'heading' && line.linked < 0.5 && next !== undefined && isProse(next)

/** The first place of the readers' part of a page, from which on nothing belongs to the text; the number of passages where none is. */
const startOfComments = (passages: readonly Passage[], lines: ReadonlySet<number>): number => {
  const words = passages.map((line, at) => (lines.has(at) ? 0 : line.words))
  const all = words.reduce((sum, count) => sum + count, 0)
  let above = 0
  for (const [at, line] of passages.entries()) {
    if (above >= ABOVE_COMMENTS_WORDS && above >= ABOVE_COMMENTS * all && isCommentLabel(line)) return at
    above += words[at] ?? 0
  }
  return passages.length
}

/** Whether markup says that the line is a name or a time, and it is no more. */
const isMarkedByline = (line: Passage): boolean => line.role === 'byline' && line.kind !== 'heading' && !isProse(line)

const isColophon = ({ plain, role, words }: Passage): boolean => {
  if (role === 'colophon') return true
  const has = (phrase: string): boolean => hasPhrase(plain, phrase)
  return words <= COLOPHON_WORDS && COLOPHON_PHRASES.some(has) && !TELLING.some(has)
}

const isSignature = ({ text }: Passage): boolean => {
  const byline = bylineOf(text)
  return byline?.sure === true && (byline.author !== null || byline.day !== null)
}

/** Places under the last passage of the text: who the author is, whose views these are, whose copy this is. */
const tailIn = (passages: readonly Passage[], off: ReadonlySet<number>, author: string | null): readonly number[] => {
  const tail: number[] = []
  for (let at = passages.length - 1; at > 0; at--) {
    const line = passages[at]
    if (line === undefined || off.has(at) || isNote(line)) continue
    const isAbout = isAuthorBiography(line, author) || (line.emphasised && isBiography(line))
    const isSigned = line.kind === 'paragraph' && isSignature(line)
    if (!isAbout && !isSigned && !isColophon(line)) break
    tail.push(at)
  }
  return tail
}

/** Words of a passage that nobody writes twice, at least. */
const UNREPEATED_WORDS = 10

/** The passages without those that a page holds twice: its title, and text kept for a narrow screen beside that for a wide one. */
const withoutRepeats = (passages: readonly Passage[]): readonly Passage[] => {
  const seen = new Set<string>()
  return passages.filter(({ kind, plain, words }) => {
    const isRepeat = seen.has(plain)
    if (kind === 'headline' || words >= UNREPEATED_WORDS) seen.add(plain)
    return !isRepeat
  })
}

/** A document with its furniture off. */
export interface Bare {
  /** What it says of itself, in its markup or in the lines around its text. */
  readonly imprint: Imprint
  readonly passages: readonly Passage[]
}

/** Takes the furniture off a document. */
export const takeOff = ({ found, stamped, passages: drafted }: Draft): Bare => {
  const turned = markTurns(drafted)
  const headline = findHeadline(turned, found.title ?? stamped.title)
  const passages = turned.map((line, at): Passage => {
    if (at === headline) return { ...line, kind: 'headline' }
    return line.kind === 'headline' ? { ...line, kind: 'heading' } : line
  })
  const head = readHead(passages, headline, found.author)
  const places = (isOff: (line: Passage, at: number) => boolean): readonly number[] =>
    passages.flatMap((line, at) => (at !== headline && !isNote(line) && isOff(line, at) ? [at] : []))
  const isLine = (line: Passage): boolean =>
    isFurnitureLine(line) || isCommentLabel(line) || isAuthorLine(line, head.author) || isMarkedByline(line)
  const lines = new Set(places(isLine))
  const comments = startOfComments(passages, lines)
  const off = new Set([...head.off, ...shelvesIn(passages), ...lines, ...places((_, at) => at >= comments)])
  const tail = new Set(tailIn(passages, off, head.author))
  const told: Imprint = {
    url: null,
    publisher: drafted.some(({ kind }) => kind === 'headline') ? null : head.publisher,
    author: head.author,
    title: passages[headline]?.text ?? null,
    published: head.published,
  }
  return {
    imprint: firstSaid(found, told, stamped),
    passages: withoutRepeats(
      passages
        .map((line, at): Passage =>
          at === head.standfirst && line.kind === 'paragraph' ? { ...line, kind: 'standfirst' } : line,
        )
        .filter((_, at) => !off.has(at) && !tail.has(at)),
    ),
  }
}
