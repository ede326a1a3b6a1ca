import { endsSentence } from './furniture-line.ts'

/** Characters of the lines of a text that somebody broke by hand or by program to a width: fewer is verse, more is not broken at all. */
const NARROWEST = 40
const WIDEST = 140
/** Breaks after which the next word would not have fitted, as a share of all breaks, where a program made them. */
const FORCED_SHARE = 0.65
/** Lines that end a sentence, as a share of those that another follows directly, where lines are paragraphs. */
const ENDED_SHARE = 0.6
/** Share of lines that keep to the width: an address or a heading may be longer. */
const KEEPS_WIDTH = 0.95

const BULLET = /^\s*(?:[*•‣▪–—-]|\d{1,3}[.)])\s+/u

/** A line that another follows directly. */
interface Break {
  readonly line: string
  readonly next: string
}

const breaksIn = (clusters: readonly (readonly string[])[]): readonly Break[] =>
  clusters
    .flatMap((lines) => lines.slice(0, -1).map((line, at) => ({ line, next: lines[at + 1] ?? '' })))
    .filter(({ next }) => !BULLET.test(next))

const firstWord = (line: string): string => line.trimStart().split(' ', 1)[0] ?? ''

const isForced = ({ line, next }: Break, width: number): boolean => line.length + 1 + firstWord(next).length > width

/**
 * The width to which the lines of a text are wrapped, in characters; null where line breaks are the author's own. A wrapped line is as
 * long as the width allows: the next word would not have fitted.
 */
export const wrapWidth = (clusters: readonly (readonly string[])[]): number | null => {
  const breaks = breaksIn(clusters)
  const lengths = breaks.map(({ line }) => line.length).sort((a, b) => a - b)
  const width = lengths[Math.floor((lengths.length - 1) * KEEPS_WIDTH)] ?? 0
  if (width < NARROWEST || width > WIDEST) return null
  const forced = breaks.filter((at) => isForced(at, width)).length
  const ended = breaks.filter(({ line }) => endsSentence(line)).length
  return forced >= FORCED_SHARE * breaks.length && ended < ENDED_SHARE * breaks.length ? width : null
}

/** Whether the break between two lines of one paragraph is no more than a wrap. */
const isWrap = (line: string, next: string, width: number | null): boolean => {
  if (BULLET.test(next)) return false
  const goesOn = !endsSentence(line) && /^\s*\p{Ll}/u.test(next)
  if (width === null) return goesOn && line.length >= NARROWEST
  const indented = /^\s{2,}/u.test(next) && !/^\s/u.test(line)
  return !indented && (goesOn || isForced({ line, next }, width))
}

/** Two lines of one paragraph as one: a word divided at its own hyphen is not parted by a blank. */
const join = (line: string, next: string): string =>
  /\p{L}-$/u.test(line) && /^\s*\p{Ll}/u.test(next) ? line + next.trimStart() : `${line} ${next.trimStart()}`

/** Lines that stand directly under each other, with those joined that only wrapping to `width` parted. */
export const joinWrapped = (lines: readonly string[], width: number | null): readonly string[] => {
  const joined: string[] = []
  for (const [at, line] of lines.entries()) {
    const last = joined.pop()
    if (last === undefined) joined.push(line)
    else if (isWrap(lines[at - 1] ?? '', line, width)) joined.push(join(last, line))
    else joined.push(last, line)
  }
  return joined
}
