import { isBiographyOf, isNameOf } from './biography.ts'
import { bylineOf } from './byline.ts'
import { endsSentence, isCommentLabel, isFurnitureLine, isShelf } from './furniture-line.ts'
import { isNameLine, nameKey } from './names.ts'
import type { Passage } from './passage.ts'

/** Passages among which a headline is looked for where no markup tells it. */
const HEAD = 12
/** Words of a headline, at most. */
const HEADLINE_WORDS = 30
/** Words from which on a passage is running text however it ends. */
const LONG = 25
/** Words of a sentence that stands as a passage of running text, at least. */
const SENTENCE_WORDS = 8

/** Whether it ends as a statement does: headlines ask and exclaim, and seldom state with a full stop. */
const endsWithStop = (text: string): boolean => endsSentence(text) && !/[?!]/u.test(text.slice(-3))

/** Whether the passage is running text and not a line that names, labels or asks. */
export const isProse = ({ text, kind, words }: Passage): boolean =>
  kind === 'turn' || words >= LONG || (words >= SENTENCE_WORDS && endsWithStop(text))

const isCandidate = (line: Passage): boolean =>
  line.words <= HEADLINE_WORDS &&
  bylineOf(line.text)?.sure !== true &&
  !isFurnitureLine(line) &&
  !isShelf(line) &&
  !isCommentLabel(line)

/** Whether the line is a name that stands there more than once, or above a passage that tells who that is. */
export const isAuthorAmong = (head: readonly Passage[], { text }: Passage): boolean =>
  isNameLine(text) && (head.filter((line) => isNameOf(line, text)).length > 1 || head.some((line) => isBiographyOf(line, text)))

const isSame = (text: string, title: string): boolean => {
  const [a, b] = [nameKey(text), nameKey(title)]
  return a !== '' && (a === b || (a.length > 15 && b.includes(a)) || (b.length > 15 && a.includes(b)))
}

const isTitleCase = (text: string): boolean => {
  const words = text.split(' ').filter((word) => /^\p{L}{4}/u.test(word))
  return words.length >= 3 && words.filter((word) => /^\p{Lu}/u.test(word)).length >= 0.7 * words.length
}

/** How much speaks for the candidate at `at`: what stands around it tells a headline from a masthead, a section and a number. */
const score = (passages: readonly Passage[], at: number): number => {
  const line = passages[at]
  if (line === undefined) return 0
  const next = passages[at + 1]
  const byline = next === undefined ? null : bylineOf(next.text)
  const tests: readonly (readonly [boolean, number])[] = [
    [line.words >= 4 && line.words <= 20, 2],
    [byline?.sure === true, 2],
    [byline?.author != null, 1],
    [next !== undefined && isProse(next), 2],
    [line.text !== line.text.toUpperCase(), 1],
    [!line.close && next?.close !== true, 1],
    [at === 0 && next?.close === true, -1],
    [bylineOf(line.text) !== null, -3],
    [/\d\/\d/u.test(line.text), -1],
  ]
  return tests.reduce((sum, [holds, points]) => sum + (holds ? points : 0), 0)
}

/** The headline of a text without markup: above its first running text, and the best of the lines there, the last of equals. −1 where none. */
const headlineInText = (passages: readonly Passage[], title: string | null): number => {
  const first = passages[0]
  if (first === undefined || passages.length < 2) return -1
  if (isProse(first) && first.words < LONG && passages[1]?.close !== true) {
    if (isTitleCase(first.text) || (title !== null && isSame(first.text, title))) return 0
  }
  const prose = passages.findIndex(isProse)
  const end = Math.min(HEAD, prose < 0 ? passages.length - 1 : prose)
  const head = passages.slice(0, HEAD)
  const candidates = passages.slice(0, end).flatMap((line, at) => (isCandidate(line) && !isAuthorAmong(head, line) ? [at] : []))
  const told = candidates.find((at) => title !== null && isSame(passages[at]?.text ?? '', title))
  if (told !== undefined) return told
  return candidates.reduce((best, at) => (best < 0 || score(passages, at) >= score(passages, best) ? at : best), -1)
}

/**
 * Where the headline stands; −1 where there is none. Markup decides: of several main headings the one that is the title, of none the
 * first heading above all running text. Without markup the lines above the running text are weighed against each other.
 */
export const findHeadline = (passages: readonly Passage[], title: string | null): number => {
  const marked = passages.flatMap(({ kind }, at) => (kind === 'headline' ? [at] : []))
  const titled = marked.find((at) => title !== null && isSame(passages[at]?.text ?? '', title))
  if (titled !== undefined) return titled
  if (marked[0] !== undefined) return marked[0]
  const heading = passages.findIndex(({ kind }) => kind === 'heading')
  const prose = passages.findIndex(isProse)
  if (heading >= 0 && (prose < 0 || heading < prose)) return heading
  return headlineInText(passages, title)
}
