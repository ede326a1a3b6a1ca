import type { Document, Token } from '../../core/document.ts'
import { textAt, type Span } from '../../core/span.ts'
import type { SourceKind } from '../../core/source.ts'
import { titlesBefore } from './honorifics.ts'
import {
  BODY_NOUNS,
  BODY_WORDS,
  CALENDAR,
  DOCUMENT_NOUNS,
  FIRST_PERSON,
  IMPERSONAL,
  OUTLET_NOUNS,
  OUTLET_WORDS,
  PERSONAL,
  PLURAL,
  SPOKESPERSON,
  TITLES,
} from './roles.data.ts'

/** How the words at a place name somebody. */
export type MentionForm = 'personal' | 'impersonal' | 'plural' | 'first-person' | 'name' | 'description'

/** What the words of a mention tell, before it is known whom they mean. */
export interface MentionPhrase {
  readonly form: MentionForm
  /** As they stand, without a closing comma. */
  readonly words: string
  /** The name without titles; null where there is none. */
  readonly name: string | null
  /** The words of office or description, lower case: "energy minister", "the managing director". */
  readonly role: string | null
  /** The head noun of the description, lower case, singular or as it stands. */
  readonly head: string | null
  readonly kind: SourceKind
  /** The body the words say it belongs to: "the Inspectorate" in "a spokesman for the Inspectorate". */
  readonly body: string | null
  readonly definite: boolean
}

const CONNECTORS = new Set(['of', 'de', 'van', 'von', 'der', 'al', 'bin', 'la', 'le', 'du', '&', 'the', 'and'])
const BREAKS = new Set([
  'of',
  'for',
  'at',
  'from',
  'in',
  'on',
  'with',
  'near',
  'by',
  'who',
  'which',
  'that',
  'inside',
  'to',
  'as',
  'about',
  'close',
])

const isNameWord = (token: Token, text: string): boolean =>
  CALENDAR.has(token.lemma)
    ? false
    : token.tag === 'PROPN' ||
      (/^\p{Lu}/u.test(text.charAt(token.start)) &&
        (token.tag === 'NOUN' || token.tag === 'ADJ' || token.tag === 'X' || token.tag === 'NUM'))

const lower = (text: string, token: Token): string => textAt(text, token).toLowerCase()

const join = (text: string, tokens: readonly Token[]): string => {
  const first = tokens[0]
  const last = tokens.at(-1)
  return first === undefined || last === undefined ? '' : textAt(text, { start: first.start, end: last.end })
}

/** What kind of source a name stands for, by the words in it; null where they do not tell. */
export const kindOfName = (name: string): SourceKind | null => {
  const parts = name.toLowerCase().split(/[\s-]/u)
  const last = parts.at(-1) ?? ''
  if (OUTLET_WORDS.has(last) || (parts.length > 1 && OUTLET_WORDS.has(parts[0] ?? '') && parts[0] === 'radio')) return 'outlet'
  if (parts.some((part) => BODY_WORDS.has(part))) return 'organization'
  return null
}

/** Splits titles off the front of a run of capitalised words: "Energy Minister Oda Brekkan". */
const splitTitles = (
  run: readonly Token[],
  text: string,
): { readonly titles: readonly Token[]; readonly name: readonly Token[] } => {
  const cut = titlesBefore(run.map((token) => textAt(text, token)))
  // "Defence Ministry" starts with a title word but is a body: a name's last word decides.
  const last = run.at(-1)
  if (last !== undefined && BODY_WORDS.has(lower(text, last))) return { titles: [], name: run }
  return { titles: run.slice(0, cut), name: run.slice(cut) }
}

/** The capitalised run that ends a stretch of tokens, with connectors between its words; empty where the last word is no name. */
const closingName = (tokens: readonly Token[], text: string): readonly Token[] => {
  let from = tokens.length
  while (from > 0) {
    const token = tokens[from - 1]
    const before = tokens[from - 2]
    if (token === undefined) break
    if (isNameWord(token, text)) from--
    else if (token.lemma === '-' && from < tokens.length && tokens[from]?.start === token.end && before?.end === token.start)
      from -= 2
    else if (
      from < tokens.length &&
      CONNECTORS.has(lower(text, token)) &&
      token.tag !== 'DET' &&
      before !== undefined &&
      isNameWord(before, text)
    )
      from--
    else break
  }
  return tokens.slice(from)
}

const commaParts = (tokens: readonly Token[], text: string): readonly (readonly Token[])[] => {
  const parts: Token[][] = [[]]
  for (const token of tokens) {
    if (textAt(text, token) === ',') parts.push([])
    else parts.at(-1)?.push(token)
  }
  return parts.filter((part) => part.length > 0)
}

/** The words before "of", "for", "who" …, and those after. */
const splitHead = (
  tokens: readonly Token[],
  text: string,
): { readonly head: readonly Token[]; readonly rest: readonly Token[] } => {
  const cut = tokens.findIndex((token, at) => at > 0 && BREAKS.has(lower(text, token)))
  return cut === -1 ? { head: tokens, rest: [] } : { head: tokens.slice(0, cut), rest: tokens.slice(cut) }
}

const pronounForm = (words: string): MentionForm | null => {
  if (FIRST_PERSON.has(words)) return 'first-person'
  if (PERSONAL.has(words)) return 'personal'
  if (PLURAL.has(words)) return 'plural'
  return IMPERSONAL.has(words) ? 'impersonal' : null
}

const kindOfHead = (head: string): SourceKind => {
  if (OUTLET_NOUNS.has(head)) return 'outlet'
  if (DOCUMENT_NOUNS.has(head)) return 'document'
  return BODY_NOUNS.has(head) ? 'organization' : 'unnamed'
}

const bodyIn = (rest: readonly Token[], text: string): string | null => {
  const first = rest[0]
  if (first === undefined || !['of', 'for', 'at', 'from', 'with', 'by', 'in'].includes(lower(text, first))) return null
  const stretch = rest.slice(1)
  const end = stretch.findIndex((token, at) => at > 0 && ['who', 'which', 'that', 'in', 'on', 'at'].includes(lower(text, token)))
  const words = end === -1 ? stretch : stretch.slice(0, end)
  return words.some((token) => isNameWord(token, text) || BODY_NOUNS.has(lower(text, token))) ? join(text, words) : null
}

interface HeadPhrase {
  readonly name: string | null
  readonly role: string | null
  readonly head: string | null
  readonly body: string | null
  readonly kind: SourceKind | null
}

const describe = (tokens: readonly Token[], text: string): HeadPhrase => {
  const { head, rest } = splitHead(tokens, text)
  const run = closingName(head, text)
  const { titles, name } = splitTitles(run, text)
  const before = head.slice(0, head.length - run.length)
  const described = [...before, ...titles].filter((token) => token.tag !== 'DET')
  const named = name.length > 0
  const headNoun = (named ? described.at(-1) : head.findLast((token) => token.tag === 'NOUN' || token.tag === 'PROPN')) ?? null
  const own = named ? join(text, name) : null
  const kind = own === null ? null : kindOfName(own)
  const whole =
    own !== null &&
    kind !== null &&
    rest[0] !== undefined &&
    lower(text, rest[0]) === 'of' &&
    rest.slice(1).every((token) => isNameWord(token, text) || token.tag === 'DET')
  // "Inspectorate spokesman Pauli Renn": the body stands before the office.
  const bodyBefore =
    headNoun === null
      ? []
      : described.filter((token) => token !== headNoun && isNameWord(token, text) && !TITLES.has(lower(text, token)))
  return {
    name: own === null ? null : whole ? join(text, [...name, ...rest]) : own,
    role: described.length === 0 ? null : join(text, described).toLowerCase(),
    head: headNoun === null ? null : lower(text, headNoun),
    body: bodyIn(rest, text) ?? (bodyBefore.length > 0 ? join(text, bodyBefore) : null),
    kind,
  }
}

/** Whether a description of an unnamed spokesperson stands for a body. */
export const speaksForBody = (phrase: MentionPhrase): boolean =>
  phrase.name === null && phrase.head !== null && SPOKESPERSON.has(phrase.head) && phrase.body !== null

const withoutComma = (words: string): string => (words.trimEnd().endsWith(',') ? words.trimEnd().slice(0, -1) : words).trim()

/** Reads the words of a mention. `tokens` are those inside `at`. */
export const readMention = (document: Document, at: Span, tokens: readonly Token[]): MentionPhrase => {
  const { text } = document
  const words = withoutComma(textAt(text, at))
  const pronoun = tokens.length <= 2 ? pronounForm(words.toLowerCase()) : null
  if (pronoun !== null)
    return { form: pronoun, words, name: null, role: null, head: null, kind: 'unnamed', body: null, definite: true }
  const [main = [], ...others] = commaParts(tokens, text)
  const first = describe(main, text)
  const second = others[0] === undefined ? null : describe(others[0], text)
  // "a spokeswoman, Anna Moss": the name is in the apposition.
  const swapped = first.name === null && second?.name != null && second.role === null && second.kind === null
  const name = swapped ? second.name : first.name
  const role = [first.role, swapped ? null : (second?.role ?? (second?.name === null ? second.head : null))]
    .filter((part) => part !== null)
    .join(', ')
  const head = name !== null && first.head === null ? (second?.head ?? null) : first.head
  const opening = main[0] === undefined ? '' : lower(text, main[0])
  const kind =
    name !== null
      ? (first.kind ??
        (head !== null && OUTLET_NOUNS.has(head) ? 'outlet' : opening === 'the' && role === '' ? 'organization' : 'person'))
      : kindOfHead(head ?? '')
  return {
    form: name === null ? 'description' : 'name',
    words,
    name,
    role: role === '' ? null : role,
    head,
    kind,
    body: first.body ?? second?.body ?? null,
    definite: ['the', 'this', 'that', 'his', 'her', 'its', 'their', 'these', 'those', 'such'].includes(opening),
  }
}
