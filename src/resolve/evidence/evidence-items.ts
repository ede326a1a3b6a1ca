import type { Document, Token } from '../../core/document.ts'
import type { EvidenceKind } from '../../core/evidence.ts'
import type { Span } from '../../core/span.ts'
import {
  ANOTHER,
  FREQUENT_WORDS,
  FAMILIES,
  GENERAL_DOCUMENTS,
  ITEM_NOUNS,
  KIND_MODIFIERS,
  LINKS,
  MATTER_NOUNS,
  NEEDS,
  NOTHING_THERE,
  PARTICIPLES,
  SHOWING,
  TESTING,
  WITHHELD,
} from './evidence.data.ts'
import { firstEndingAfter, sentenceAt } from '../place.ts'
import { OUTLET_NOUNS, OUTLET_WORDS } from '../sources/roles.data.ts'

/** One place where a document speaks of a thing that bears witness. */
export interface ItemMention {
  readonly span: Span
  readonly kind: EvidenceKind
  /** The noun that names it, lower case and singular. */
  readonly head: string
  /** All of the phrase, lower case. */
  readonly words: string
  /** `a` opens a new thing, `the` and `its` speak of one known, `another` of one beside it. */
  readonly opens: 'new' | 'known' | 'another' | 'bare'
  /** Number of the sentence, counted through the document. */
  readonly sentence: number
}

/** Words of a mention at most: enough to tell the thing, not so many that the sentence comes with it. */
const LONGEST_MENTION = 8

/** Letters of a word too short to tell one thing from another. */
const LONGEST_EMPTY_WORD = 3

const wordAt = (document: Document, token: Token | undefined): string =>
  token === undefined ? '' : document.text.slice(token.start, token.end).toLowerCase().replace('’', "'")

const IRREGULAR: Readonly<Record<string, string>> = {
  minutes: 'minutes',
  analyses: 'analysis',
  data: 'data',
  dna: 'dna',
  'x-rays': 'x-ray',
  diaries: 'diary',
  teeth: 'tooth',
  bodies: 'body',
  droppings: 'droppings',
  entries: 'entry',
}

const singular = (word: string): string =>
  IRREGULAR[word] ??
  (word.length > 3 && word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('is') ? word.slice(0, -1) : word)

const isGap = (document: Document, left: Token | undefined, right: Token | undefined): boolean =>
  left !== undefined && right !== undefined && /[^ \u00A0-]/u.test(document.text.slice(left.end, right.start))

const BEFORE_HEAD: ReadonlySet<string> = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PART', 'X', 'SYM'])
const POSSESSIVES: ReadonlySet<string> = new Set(['his', 'her', 'its', 'their', 'our', 'my', 'your', 'whose'])

/** Index of the first token of the phrase whose head is at `head`. */
const phraseStart = (document: Document, head: number): number => {
  let start = head
  while (start > 0 && head - start < LONGEST_MENTION) {
    const before = document.tokens[start - 1]
    const word = wordAt(document, before)
    if (before === undefined || isGap(document, before, document.tokens[start])) break
    const participle =
      before.tag === 'VERB' &&
      /(?:ed|en|ing)$/u.test(word) &&
      !/^(?:has|have|had|was|were|be|been|is|are|being)$/u.test(wordAt(document, document.tokens[start - 2]))
    if (!BEFORE_HEAD.has(before.tag) && !POSSESSIVES.has(word) && word !== '-' && !participle) break
    if (word === 'to' || word === 'not' || word === "n't") break
    start--
    // "black-and-white"
    const [joint, outer] = [document.tokens[start - 1], document.tokens[start - 2]]
    if (word === '-' && wordAt(document, joint) === 'and' && wordAt(document, outer) === '-') start -= 2
    if (before.tag === 'DET' || POSSESSIVES.has(word)) break
  }
  return document.tokens[start]?.tag === 'PART' ? Math.min(start + 1, head) : start
}

/** Whether the word at `at` shows or says, whatever its tag: "the log for the night records a fault". */
const isShowing = (document: Document, at: number): boolean => {
  const [last, token, next] = [document.tokens[at - 1], document.tokens[at], document.tokens[at + 1]]
  const afterNoun = last?.tag === 'NOUN' || last?.tag === 'PROPN' || last?.tag === 'NUM' || last?.tag === 'ADV'
  return (
    afterNoun &&
    SHOWING.has(wordAt(document, token)) &&
    next !== undefined &&
    /^(?:DET|PRON|SCONJ|NUM|ADP|ADJ|NOUN|PROPN)$/u.test(next.tag)
  )
}

/** Whether the mark at `at` lets the phrase go on: a hyphen, or a comma before how the thing was made ("a photograph, taken for …"). */
const isAside = (document: Document, at: number): boolean => {
  const [mark, participle, link] = [0, 1, 2].map((step) => wordAt(document, document.tokens[at + step]))
  return mark === '-' || (mark === ',' && PARTICIPLES.has(participle ?? '') && LINKS.has(link ?? ''))
}

const wordsFrom = (document: Document, start: number, end: number): number => {
  const [first, last] = [document.tokens[start], document.tokens[end - 1]]
  return first === undefined || last === undefined ? 0 : document.text.slice(first.start, last.end).split(/\s/u).length
}

/** Index after the last token that goes on with the phrase: `of`, `by` and the like, participles, `that` and `which`. */
const phraseEnd = (document: Document, head: number, start: number): number => {
  let end = head + 1
  let relative = false
  while (wordsFrom(document, start, end) < LONGEST_MENTION) {
    const token = document.tokens[end]
    const last = document.tokens[end - 1]
    if (token === undefined || last === undefined) break
    if (token.tag === 'PUNCT' && !isAside(document, end)) break
    const word = wordAt(document, token)
    if (/^(?:that|which)$/u.test(word) && (last.tag === 'NOUN' || last.tag === 'PROPN')) relative = true
    const next = document.tokens[end + 1]
    const afterNoun = last.tag === 'NOUN' || last.tag === 'PROPN' || last.tag === 'ADV'
    const goesOn =
      relative ||
      word === ',' ||
      last.tag === 'PUNCT' ||
      LINKS.has(word) ||
      (afterNoun &&
        (word.endsWith('ing') ||
          (PARTICIPLES.has(word) && next !== undefined && /^(?:ADP|NUM|PROPN|ADV|PART)$/u.test(next.tag)))) ||
      (!afterNoun && (BEFORE_HEAD.has(token.tag) || POSSESSIVES.has(word))) ||
      (last.tag !== 'ADV' &&
        afterNoun &&
        (token.tag === 'NOUN' || token.tag === 'PROPN' || token.tag === 'PART' || token.tag === 'NUM'))
    if (!goesOn || (!relative && isShowing(document, end))) break
    end++
  }
  // No phrase ends with a link or an article.
  while (end > head + 1 && /^(?:PUNCT|ADP|DET|PART|SCONJ|AUX|CCONJ|PRON)$/u.test(document.tokens[end - 1]?.tag ?? '')) end--
  return end
}

/** Where pictures are painted, a picture is no photograph. */
const PAINTED = /\b(?:painting|painted|painter|portrait|canvas|watercolour|fresco)s?\b/iu

const kindOf = (head: string, words: string, sentence: string): EvidenceKind | null => {
  if (MATTER_NOUNS.has(head)) return TESTING.test(sentence) ? 'test' : null
  const kind = ITEM_NOUNS[head]
  if (kind === undefined || NEEDS[head]?.test(words) === false) return null
  return KIND_MODIFIERS.find(([modifier, heads]) => heads.test(head) && modifier.test(words))?.[2] ?? kind
}

/** A paper's own report, or a report in one, is words. */
const isPress = (head: string, words: string): boolean =>
  head === 'report' &&
  words
    .split(/\P{L}+/u)
    .some(
      (word) => OUTLET_WORDS.has(word) || OUTLET_NOUNS.has(word) || /^(?:news|media|press|reports|earlier|weather)$/u.test(word),
    )

const opening = (first: string, words: string): ItemMention['opens'] => {
  if (
    words
      .split(' ')
      .slice(0, 3)
      .some((word) => ANOTHER.has(word))
  )
    return 'another'
  if (/^(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+)$/u.test(first)) return 'new'
  return /^(?:the|these|those|that|his|her|its|their|our|my|your|whose)$/u.test(first) || words.includes("'s ") ? 'known' : 'bare'
}

/** Whether `minutes` are written ones. */
const areWritten = (words: string, after: string): boolean =>
  !/\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}{1,30}teen|\p{L}{1,30}ty|few|several|last|next|within)\b/u.test(
    words,
  ) && !/^ (?:before|after|later|earlier|ago|away|past|to)\b/u.test(after)

const mentionAt = (document: Document, at: number): ItemMention | null => {
  const token = document.tokens[at]
  if (token === undefined || (token.tag !== 'NOUN' && token.tag !== 'PROPN' && token.tag !== 'ADJ')) return null
  const head = singular(wordAt(document, token))
  if (ITEM_NOUNS[head] === undefined && !MATTER_NOUNS.has(head)) return null
  const next = document.tokens[at + 1]
  const isPart = (next?.tag === 'NOUN' || next?.tag === 'PROPN') && !isGap(document, token, next) && !isShowing(document, at + 1)
  // "the Harbour Ledger" is no ledger; "DNA" and "X-ray" are written so.
  const isName =
    token.tag === 'PROPN' && /^\p{Lu}\p{Ll}/u.test(document.text.slice(token.start)) && document.tokens[at - 1]?.tag === 'PROPN'
  if (isPart || isName || isShowing(document, at) || token.tag === 'ADJ' || document.text[token.end] === '-') return null
  const start = phraseStart(document, at)
  const end = phraseEnd(document, at, start)
  const first = document.tokens[start]
  const last = document.tokens[end - 1]
  if (first === undefined || last === undefined) return null
  const span = { start: first.start, end: last.end }
  const words = document.text.slice(span.start, span.end).toLowerCase().replaceAll('’', "'")
  const sentence = sentenceAt(document, token.start)
  const kind = kindOf(head, words, document.text.slice(sentence.start, sentence.end))
  if (kind === null || NOTHING_THERE.has(wordAt(document, first)) || isPress(head, words)) return null
  if (WITHHELD.test(document.text.slice(Math.max(0, span.start - 40), span.start))) return null
  if (head === 'minutes' && !areWritten(words, document.text.slice(span.end, span.end + 12))) return null
  const opens = opening(wordAt(document, first), words)
  // "Photographs can be faked" is about no photograph.
  if (opens === 'bare' && ((start === at && end === at + 1) || head === 'note')) return null
  return {
    span,
    kind,
    head,
    words,
    opens,
    sentence: firstEndingAfter(document.sentences, token.start),
  }
}

/** Every mention of a thing that can bear witness, in reading order. */
export const itemMentions = (document: Document): readonly ItemMention[] => {
  const painted = PAINTED.test(document.text)
  return document.tokens
    .map((_, at) => mentionAt(document, at))
    .filter((mention) => mention !== null)
    .filter(({ head, kind }) => !(painted && kind === 'photo' && (head === 'picture' || head === 'image')))
}

/** A thing with all its mentions in one document; never empty. */
export type Item = readonly [ItemMention, ...ItemMention[]]

/** Every name under which a thing of this name may be spoken of, its own among them. */
const namesLike = (head: string): readonly string[] => [
  ...new Set([head, ...FAMILIES.filter((family) => family.includes(head)).flat()]),
]

/** The things that the mentions are of: a known one is the last before it that has its name. */
export const itemsAmong = (mentions: readonly ItemMention[]): readonly Item[] => {
  const items: [ItemMention, ...ItemMention[]][] = []
  const lastNamed = new Map<string, number>()
  let lastDocument = -1
  for (const mention of mentions) {
    const named = Math.max(-1, ...namesLike(mention.head).map((name) => lastNamed.get(name) ?? -1))
    const general = mention.opens === 'known' && GENERAL_DOCUMENTS.has(mention.head) ? lastDocument : -1
    const known = Math.max(named, general)
    const item = mention.opens === 'another' ? undefined : items[known]
    const isSame = item !== undefined && (item[0].kind === mention.kind || mention.opens === 'known')
    if (isSame) item.push(mention)
    else items.push([mention])
    lastNamed.set(mention.head, isSame ? known : items.length - 1)
    if (!isSame && mention.kind === 'document') lastDocument = items.length - 1
  }
  return items
}

/** The first name of a family of names, or the name itself. */
const familyOf = (head: string): string => FAMILIES.find((family) => family.includes(head))?.[0] ?? head

/** How many of the things have each name. */
export const countsByName = (items: readonly Item[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const [first] of items) counts.set(familyOf(first.head), (counts.get(familyOf(first.head)) ?? 0) + 1)
  return counts
}

/**
 * By what a thing may be known in another document: its kind with each telling word of its mentions (nouns and names other than its
 * head), and with its head where no other thing of this document has that name (`others` counts the things of each).
 */
export const namesOf = (item: Item, others: ReadonlyMap<string, number>): readonly string[] => {
  const words = item.flatMap((mention) => mention.words.split(/[^\p{L}\p{N}]+/u).map(singular))
  const telling = words.filter(
    (word) => word.length > LONGEST_EMPTY_WORD && ITEM_NOUNS[word] === undefined && !FREQUENT_WORDS.has(word),
  )
  const family = familyOf(item[0].head)
  const alone = others.get(family) === 1
  return [...new Set(alone ? [...telling, family] : telling)].map((word) => `${item[0].kind} ${word}`)
}
