import { readFrontMatter } from './front-matter.ts'
import { joinWrapped, wrapWidth } from './line-wrap.ts'
import { NOTHING_FOUND, passage, tidy, type Draft, type Passage } from './passage.ts'

/** A line of marks alone, drawn to part or to underline. */
const RULE = /^\s*([-=_*~#•·+])(?:\s*\1){2,}\s*$/u

const isBlank = (line: string): boolean => tidy(line) === '' || RULE.test(line)

/** Lines that stand directly under each other. */
const clustersOf = (text: string): readonly (readonly string[])[] => {
  const clusters: string[][] = []
  let open: string[] | null = null
  for (const line of text.split(/\n|\f|\u2028|\u2029/u)) {
    if (isBlank(line)) open = null
    else if (open === null) clusters.push((open = [line.trimEnd()]))
    else open.push(line.trimEnd())
  }
  return clusters
}

const BULLET = /^\s*[*•‣▪–-]\s+(?=\S)/u

const lineOf = (text: string, close: boolean): Passage =>
  BULLET.test(text) ? passage(text.replace(BULLET, ''), { kind: 'item', close }) : passage(text, { close })

/** The paragraphs of plain text: parted by blank lines, with wrapped lines joined; without wrapping every line is one. */
export const passagesOfText = (text: string): readonly Passage[] => {
  const clusters = clustersOf(text)
  const width = wrapWidth(clusters)
  return clusters.flatMap((lines) => joinWrapped(lines, width).map((line, at) => lineOf(line, at > 0)))
}

/** Plain text with its furniture still on. */
export const readText = (text: string): Draft => {
  const { found, body } = readFrontMatter(text)
  const title = found.title === null ? [] : [passage(found.title, { kind: 'headline' })]
  return { found, stamped: NOTHING_FOUND, passages: [...title, ...passagesOfText(body)] }
}
