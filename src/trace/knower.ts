import type { Source, SourceId } from '../core/source.ts'
import { TITLES } from './titles.data.ts'

export type Directory = ReadonlyMap<SourceId, Source>

/** A source, for whom it speaks, for whom that one speaks, and so on: a spokesman, the agency, the ministry. */
export const lineOf = (source: Source, directory: Directory): readonly [Source, ...Source[]] => {
  const line: [Source, ...Source[]] = [source]
  let next = source.speaksFor
  while (next !== null) {
    const behind = directory.get(next)
    if (behind === undefined || line.includes(behind)) break
    line.push(behind)
    next = behind.speaksFor
  }
  return line
}

const isBody = ({ kind }: Source): boolean => kind === 'organization' || kind === 'outlet'

/** The body for which a spokesman speaks or that wrote a memo; the last behind it where none is a body, itself where it speaks for none. */
export const knowerOf = (source: Source, directory: Directory): Source => {
  const line = lineOf(source, directory)
  return line.find(isBody) ?? line.at(-1) ?? source
}

/** The capitalised words of a name, titles and articles left out, in lower case: empty for "the mayor". */
export const properWords = (name: string): readonly string[] =>
  name
    .split(/[\s,]+/u)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.toLowerCase().replace(/['’]s$|\.$/u, ''))
    .filter((word) => word !== '' && !TITLES.has(word))

const NAMED: ReadonlySet<string> = new Set(['person', 'organization'])

/** The proper words of sources met before: two sources are told apart very often. */
const remembered = new WeakMap<Source, readonly string[]>()

/** The proper words of a source that goes by a name of its own; none for outlets, documents and unnamed voices. */
const nameOf = (source: Source): readonly string[] => {
  const known = remembered.get(source)
  if (known !== undefined) return known
  const words = NAMED.has(source.kind) ? properWords(source.name) : []
  remembered.set(source, words)
  return words
}

/** Whether the source goes by a name of its own, not only by a role. */
export const isNamed = (source: Source): boolean => nameOf(source).length > 0

const within = (a: readonly string[], b: readonly string[]): boolean => a.every((word) => b.includes(word))

/**
 * Whether two sources cannot be one knower under two names: both named, of one kind, and neither name part of the other. A quote given
 * once to a minister and once to "the ministry" is no such case.
 */
export const clearlyDiffer = (a: Source, b: Source): boolean => {
  if (a.id === b.id || a.kind !== b.kind) return false
  const [one, other] = [nameOf(a), nameOf(b)]
  return one.length > 0 && other.length > 0 && !within(one, other) && !within(other, one)
}
