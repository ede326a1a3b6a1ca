import { DISCARDED, RAW } from './markup.data.ts'

/** A piece of a page's source, in order: a start tag, an end tag, or the characters between tags, as written. */
export type Piece =
  | { readonly kind: 'start'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'end'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'raw'; readonly name: string; readonly attributes: ReadonlyMap<string, string>; readonly text: string }

const LETTER = /[a-z]/iu
const NAME = /[^\s/>]+/uy
const GAP = /[\s/]*/uy
const ATTRIBUTE_NAME = /[^\s/>=]+/uy
const EQUALS = /\s*=\s*/uy
const BARE_VALUE = /[^\s>]*/uy

/** What `pattern`, which is sticky, matches at `at`; the empty string where nothing. */
const matchAt = (source: string, pattern: RegExp, at: number): string => {
  pattern.lastIndex = at
  return pattern.exec(source)?.[0] ?? ''
}

/** Where `mark` next stands, or the end of the source: what is opened and never closed runs to the end, as in a browser. */
const indexOrEnd = (source: string, mark: string, from: number): number => {
  const at = source.indexOf(mark, from)
  return at < 0 ? source.length : at
}

interface Read<T> {
  readonly value: T
  /** The first character after it. */
  readonly end: number
}

const valueAt = (source: string, at: number): Read<string> => {
  const quote = source.charAt(at)
  if (quote !== '"' && quote !== "'") {
    const value = matchAt(source, BARE_VALUE, at)
    return { value, end: at + value.length }
  }
  const close = indexOrEnd(source, quote, at + 1)
  return { value: source.slice(at + 1, close), end: Math.min(close + 1, source.length) }
}

/** The attributes from `from` to the end of the tag; of two with one name the first counts. Names are lower case. */
const attributesAt = (source: string, from: number, wanted: ReadonlySet<string>): Read<ReadonlyMap<string, string>> => {
  const value = new Map<string, string>()
  let at = from
  for (;;) {
    at += matchAt(source, GAP, at).length
    if (at >= source.length || source.charAt(at) === '>') return { value, end: at + 1 }
    const name = matchAt(source, ATTRIBUTE_NAME, at) || source.charAt(at)
    at += name.length
    const equals = matchAt(source, EQUALS, at)
    const held = equals === '' ? { value: '', end: at } : valueAt(source, at + equals.length)
    at = held.end
    const key = name.toLowerCase()
    if (wanted.has(key) && !value.has(key)) value.set(key, held.value)
  }
}

/** Where a comment, a declaration or a processing instruction that starts at `at` ends. */
const endOfComment = (source: string, at: number): number => {
  if (!source.startsWith('<!--', at)) return indexOrEnd(source, '>', at) + 1
  if (source.startsWith('<!-->', at)) return at + 5
  return indexOrEnd(source, '-->', at + 4) + 3
}

/** Where the content of an element whose end tag alone ends it stops; null where no such tag follows. */
const endTagOf = (source: string, name: string, from: number): number | null => {
  const tag = new RegExp(`</${name}(?=[\\s/>])`, 'giu')
  tag.lastIndex = from
  return tag.exec(source)?.index ?? null
}

/** Shadow trees are written as templates that say so, and what is in them is seen by a reader. */
const isDiscarded = (name: string, attributes: ReadonlyMap<string, string>): boolean =>
  DISCARDED.has(name) && !attributes.has('shadowrootmode')

/**
 * Cuts the source of a page into tags and text in one pass, in time linear in its length whatever is in it. Comments and declarations
 * are left out, and so are drawings and the like where they end; of attributes only those in `wanted` are kept; the content of scripts
 * and other elements that hold no markup comes whole, as `raw`.
 */
export function* piecesOf(source: string, wanted: ReadonlySet<string>): Generator<Piece> {
  /** Names whose end tag was looked for and does not follow: not to be looked for again. */
  const endless = new Set<string>()
  let at = 0
  while (at < source.length) {
    const open = indexOrEnd(source, '<', at)
    if (open > at) yield { kind: 'text', text: source.slice(at, open) }
    if (open === source.length) return
    const next = source.charAt(open + 1)
    if (next === '!' || next === '?' || (next === '/' && !LETTER.test(source.charAt(open + 2)))) {
      at = endOfComment(source, open)
    } else if (next === '/') {
      yield { kind: 'end', name: matchAt(source, NAME, open + 2).toLowerCase() }
      at = indexOrEnd(source, '>', open) + 1
    } else if (LETTER.test(next)) {
      const name = matchAt(source, NAME, open + 1).toLowerCase()
      const { value: attributes, end } = attributesAt(source, open + 1 + name.length, wanted)
      at = end
      const whole = RAW.has(name) || (isDiscarded(name, attributes) && !endless.has(name))
      const close = whole ? endTagOf(source, name, end) : null
      if (whole && close === null) endless.add(name)
      if (RAW.has(name) || close !== null) {
        at = close ?? source.length
        yield { kind: 'raw', name, attributes, text: source.slice(end, at) }
      } else if (!isDiscarded(name, attributes)) yield { kind: 'start', name, attributes }
    } else {
      yield { kind: 'text', text: '<' }
      at = open + 1
    }
  }
}
