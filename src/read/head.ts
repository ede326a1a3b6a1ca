import { isBiographyOf, isNameOf, outletIn } from './biography.ts'
import { BIOGRAPHY_VERBS } from './byline.data.ts'
import { bylineOf } from './byline.ts'
import { dayIn } from './day.ts'
import { endsSentence, isCommentLabel, isFurnitureLine, isNote, isShelf } from './furniture-line.ts'
import { isAuthorAmong, isProse } from './headline.ts'
import { fromCapitals, nameAtStart } from './names.ts'
import type { Passage } from './passage.ts'
import { plainWords } from './plain-words.ts'

/** What stands between the headline and the text, and above the headline. */
export interface Head {
  /** Places of the lines that are no part of the text. */
  readonly off: ReadonlySet<number>
  /** Place of the standfirst; −1 where there is none. */
  readonly standfirst: number
  readonly author: string | null
  readonly published: string | null
  readonly publisher: string | null
}

/** Passages after the headline among which byline, day and biography are looked for. */
const ZONE = 12
/** Words of a standfirst that is no sentence, at least. */
const STANDFIRST_WORDS = 5
/** Words of a masthead, at most. */
const MASTHEAD_WORDS = 6

const SENTENCES = /(?<=[.!?]) /u

/** The name with which a sentence about an author begins; null where it is none. */
const subjectOf = (sentence: string): string | null => {
  const name = nameAtStart(sentence)
  if (name === null) return null
  const [verb = ''] = plainWords(sentence.slice(name.length)).trim().split(' ')
  return BIOGRAPHY_VERBS.has(verb) ? name : null
}

/** Who wrote a text and when it was published, as one line tells it. */
interface Matter {
  readonly author: string | null
  readonly day: string | null
}

/** What a line says that is all bylines, titles with days and biographies, each a short sentence; null where one is not. */
const matterInSentences = (text: string): Matter | null => {
  const parts = text.split(SENTENCES).map((part) => part.replace(/[.!]$/u, ''))
  const found = parts.map((part): Matter | null => {
    const name = subjectOf(part)
    return bylineOf(part) ?? (name === null ? null : { author: name, day: null })
  })
  const author = found.find((matter) => matter?.author != null)?.author ?? null
  const day = found.find((matter) => matter?.day != null)?.day ?? null
  return parts.length > 1 && day !== null && !found.includes(null) ? { author, day } : null
}

const matterOf = (line: Passage): Matter | null => {
  if (line.kind === 'quote' || line.kind === 'turn') return null
  return (
    bylineOf(line.text) ??
    matterInSentences(line.text) ??
    (line.role === 'byline' && !isProse(line) ? { author: null, day: dayIn(line.text) } : null)
  )
}

const namesIn = (author: string): readonly string[] => author.split(/, and |, | and | & /u)

/** Whether the line is nothing but one of the author's names. */
export const isAuthorLine = (line: Passage, author: string | null): boolean =>
  author !== null && [author, ...namesIn(author)].some((name) => isNameOf(line, name))

export const isAuthorBiography = (line: Passage, author: string | null): boolean =>
  author !== null && namesIn(author).some((name) => isBiographyOf(line, name))

/** The author's name where it stands as lines of its own; null where none does. */
const repeatedName = (zone: readonly Passage[]): string | null => {
  const found = zone.find((line) => isAuthorAmong(zone, line))
  return found === undefined ? null : fromCapitals(found.text)
}

/** The outlet's name above the headline of a text: its first line, where that is a short line with no figure in it. */
const mastheadOf = (passages: readonly Passage[], headline: number): string | null => {
  const { text = '', words = 0 } = passages[0] ?? {}
  const isName = headline > 0 && words >= 2 && words <= MASTHEAD_WORDS && !/\d/u.test(text) && !endsSentence(text)
  return isName && bylineOf(text) === null ? fromCapitals(text.replace(/ \([^()]*\)$/u, '')) : null
}

/** Where the last line of the zone stands that tells who wrote and when, with at most one passage of running text before it. */
const endOfMatter = (passages: readonly Passage[], headline: number, isMatter: (line: Passage) => boolean): number => {
  let last = headline
  let prose = 0
  for (let at = headline + 1; at < Math.min(passages.length, headline + 1 + ZONE); at++) {
    const line = passages[at]
    if (line === undefined) break
    if (isMatter(line)) last = at
    else if (isProse(line) && ++prose > 1) break
  }
  return last
}

const isStandfirst = (line: Passage): boolean => line.kind === 'paragraph' && (isProse(line) || line.words >= STANDFIRST_WORDS)

/** The passage that stands where a standfirst does: above the last of the matter, or above the text, where it is no sentence or in italics. */
const findStandfirst = (passages: readonly Passage[], from: number, isMatter: (line: Passage) => boolean): number => {
  const last = endOfMatter(passages, from, isMatter)
  const inside = passages.findIndex((line, at) => at > from && at < last && !isMatter(line) && isStandfirst(line))
  if (inside >= 0) return inside
  const [line, next] = passages.slice(last + 1, last + 3)
  if (from < 0 || line === undefined || next === undefined || isNote(line) || !isStandfirst(line) || !isProse(next)) return -1
  return isProse(line) && !(line.emphasised && !next.emphasised) ? -1 : last + 1
}

/** Words of a line above the headline, at most, for it to be a masthead, a section or a number: a longer one says something. */
const ABOVE_WORDS = 7

const isAbove = (line: Passage): boolean => !isProse(line) && line.words <= ABOVE_WORDS

/** Reads the head of a text: what stands above the headline at `headline` (−1 for none) and between it and the running text. */
export const readHead = (passages: readonly Passage[], headline: number, knownAuthor: string | null): Head => {
  const zone = passages.slice(0, headline + 1 + ZONE)
  const end = endOfMatter(passages, headline, (line) => matterOf(line) !== null)
  const matters = zone.flatMap((line, at) => (at === headline || at > end ? [] : (matterOf(line) ?? [])))
  const author = knownAuthor ?? matters.find((matter) => matter.author !== null)?.author ?? repeatedName(zone)
  const isBiographical = (line: Passage): boolean => isAuthorLine(line, author) || isAuthorBiography(line, author)
  const isMatter = (line: Passage): boolean =>
    matterOf(line) !== null || isBiographical(line) || isFurnitureLine(line) || isShelf(line) || isCommentLabel(line)
  const last = endOfMatter(passages, headline, isMatter)
  const isOff = (line: Passage, at: number): boolean =>
    !isNote(line) && (at < headline ? isAbove(line) || isMatter(line) : at > headline && at <= last && isMatter(line))
  const marked = zone.findIndex(({ role }) => role === 'standfirst')
  return {
    off: new Set(passages.flatMap((line, at) => (isOff(line, at) ? [at] : []))),
    standfirst: marked >= 0 ? marked : findStandfirst(passages, headline, isMatter),
    author,
    published: matters.find(({ day }) => day !== null)?.day ?? bylineOf(passages[headline]?.text ?? '')?.day ?? null,
    publisher:
      mastheadOf(passages, headline) ??
      zone
        .filter(isBiographical)
        .map(({ text }) => outletIn(text))
        .find((name) => name !== null) ??
      null,
  }
}
