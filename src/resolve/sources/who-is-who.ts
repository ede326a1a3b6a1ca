import type { Document } from '../../core/document.ts'
import { grouped } from '../../core/grouped.ts'
import { within, type Span } from '../../core/span.ts'
import type { SourceKind } from '../../core/source.ts'
import {
  addAlias,
  addRole,
  figureOf,
  isJudged,
  lengthenName,
  normalName,
  standsFor,
  wordsOfName,
  type Cast,
  type Figure,
} from './cast.ts'
import { keptApart, type Tie } from './kept-apart.ts'
import { readMention, speaksForBody, type MentionPhrase } from './mention-phrase.ts'
import type { NameOccurrence } from './name-occurrences.ts'
import { OFFICERS, OUTLET_NOUNS, POINTING_NOUNS, THIN_NOUNS } from './roles.data.ts'

/** Somebody named or heard at a place of the document: whom later pronouns and descriptions can mean. */
export interface Heard {
  readonly at: number
  readonly figure: Figure
  /** Whether the place says that they speak. */
  readonly speaking: boolean
}

/** One document as it is read from top to bottom. */
export interface Reading {
  readonly cast: Cast
  readonly document: Document
  readonly outlet: Figure
  readonly names: readonly NameOccurrence[]
  /** In reading order. */
  readonly heard: Heard[]
}

const named = (cast: Cast, kind: SourceKind, name: string): Figure =>
  figureOf(cast, { key: `name ${normalName(name)}`, kind, name: name.replace(/[’']s$/u, '') })

/** Figures of the case that a name can stand for: those of this document first. */
const candidates = ({ cast, document }: Reading, name: string): readonly Figure[] => {
  const found = new Set<Figure>()
  for (const word of wordsOfName(name))
    for (const figure of cast.byWord.get(word) ?? []) if (standsFor(name, figure)) found.add(figure)
  // Initials share no word with the name they stand for.
  if (/^\p{Lu}{2,6}$/u.test(name))
    for (const figure of cast.figures.values())
      if (figure.kind !== 'unnamed' && !isJudged(figure) && standsFor(name, figure)) found.add(figure)
  const here = [...found].filter((figure) => figure.documents.has(document.id))
  return here.length > 0 ? here : [...found]
}

const nearest = (heard: readonly Heard[], at: number, fits: (figure: Figure) => boolean): Figure | null =>
  heard.findLast((one) => one.at < at && fits(one.figure))?.figure ?? null

/** Whom a name means to the rules: the figure of that very name, else the one it is short for; of several the one last heard. */
const byNameAlone = (reading: Reading, name: string, expected: { readonly kind: SourceKind; readonly at: number }): Tie => {
  const exact = reading.cast.figures.get(`name ${normalName(name)}`)
  const all = candidates(reading, name)
  const longer = all.filter((figure) => figure !== exact && wordsOfName(figure.name).length > wordsOfName(name).length)
  // A lone word is a surname or a short form where a longer name of it stands in the same document.
  const here = longer.filter((figure) => figure.documents.has(reading.document.id))
  if (wordsOfName(name).length === 1 && here.length > 0) {
    const figure = here.length === 1 ? here[0] : (nearest(reading.heard, expected.at, (one) => here.includes(one)) ?? here[0])
    if (figure !== undefined) return { figure, rule: 'short-name', sure: here.length === 1 ? 0.95 : 0.6 }
  }
  if (exact !== undefined) return { figure: exact, rule: 'same-name', sure: 0.97 }
  const only = longer.length === 1 ? longer[0] : undefined
  if (only !== undefined) return { figure: only, rule: 'short-name', sure: 0.85 }
  const shorter = all.filter((figure) => figure.kind !== 'person' && wordsOfName(figure.name).length < wordsOfName(name).length)
  if (shorter.length === 1 && shorter[0] !== undefined && standsFor(shorter[0].name, { ...shorter[0], name }))
    return { figure: shorter[0], rule: 'longer-name', sure: 0.8 }
  return { figure: named(reading.cast, expected.kind, name), rule: 'new-name', sure: 0.95 }
}

/** Whom a name means: what the rules say, unless a person keeps it apart. */
export const byName = (reading: Reading, name: string, expected: { readonly kind: SourceKind; readonly at: number }): Tie =>
  keptApart(reading, byNameAlone(reading, name, expected), { words: name, kind: null })

const DOCUMENT_OUTLET_WORDS = new Set([
  'article',
  'paper',
  'newspaper',
  'magazine',
  'report',
  'story',
  'broadcaster',
  'site',
  'agency',
  'outlet',
  'channel',
  'programme',
  'daily',
  'weekly',
])

const isBody = (figure: Figure): boolean => figure.kind === 'organization' || figure.kind === 'outlet'

/** Whom a description means that points back: "the minister", "the laboratory", "the article". Null where nobody fits. */
const byDescription = (reading: Reading, phrase: MentionPhrase, at: number): Tie | null => {
  const { head } = phrase
  if (head === null || !phrase.definite) return null
  const holds = (figure: Figure): boolean =>
    figure.roles.has(head) ||
    (figure.kind !== 'person' &&
      (wordsOfName(figure.name).includes(head) || [...figure.aliases].some((alias) => wordsOfName(alias).at(-1) === head)))
  const role = nearest(reading.heard, at, (figure) => figure !== reading.outlet && holds(figure))
  if (role !== null) return { figure: role, rule: 'office', sure: 0.8 }
  if (DOCUMENT_OUTLET_WORDS.has(head)) {
    const outlet = nearest(reading.heard, at, (figure) => figure.kind === 'outlet' && figure !== reading.outlet)
    if (outlet !== null) return { figure: outlet, rule: 'outlet-noun', sure: 0.7 }
  }
  if (POINTING_NOUNS.has(head) && wordsOfName(phrase.words).length === 1) {
    const body = nearest(reading.heard, at, (figure) => isBody(figure) && figure !== reading.outlet && figure.speaksFor === null)
    if (body !== null) return { figure: body, rule: 'body-noun', sure: 0.55 }
  }
  return null
}

/** Whether one description says no more than the other: "former cook" and "a former cook of the house". */
const isShorterFor = (a: readonly string[], b: readonly string[]): boolean => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return short.every((word) => long.includes(word))
}

/** An unnamed voice of this document that the words describe again. */
const describedBefore = (reading: Reading, phrase: MentionPhrase): Figure | null => {
  const words = wordsOfName(phrase.words)
  const telling = words.some((word) => !THIN_NOUNS.has(word))
  return telling
    ? nearest(
        reading.heard,
        Infinity,
        (figure) =>
          figure.kind === phrase.kind &&
          figure.key.startsWith('voice ') &&
          figure.roles.has(phrase.head ?? '') &&
          isShorterFor(words, wordsOfName(figure.name)),
      )
    : null
}

/** An unnamed voice: the same rich words in two documents may be one voice, thin ones never are. */
const unnamed = (reading: Reading, phrase: MentionPhrase): Tie => {
  const before = describedBefore(reading, phrase)
  if (before !== null) return { figure: before, rule: 'described-again', sure: 0.7 }
  const words = normalName(phrase.words)
  const rich = wordsOfName(words).filter((word) => !THIN_NOUNS.has(word) && word.length > 3).length >= 3
  const key = phrase.kind === 'organization' || rich ? `voice ${words}` : `voice ${words} in ${reading.document.id}`
  return {
    figure: figureOf(reading.cast, { key, kind: phrase.kind, name: phrase.words }),
    rule: rich ? 'same-description' : 'unnamed',
    sure: rich ? 0.7 : 0.9,
  }
}

const PRONOUN_FITS: Readonly<Record<'personal' | 'impersonal' | 'plural', (figure: Figure) => boolean>> = {
  personal: (figure) => figure.kind === 'person' || figure.kind === 'unnamed',
  impersonal: (figure) => figure.kind !== 'person' && figure.kind !== 'unnamed',
  plural: (figure) => figure.kind !== 'person',
}

/** Who is named first in the sentence of the last fitting name: its subject rather than whatever ends it. */
const lastSubject = ({ heard, document, outlet }: Reading, at: number, fits: (figure: Figure) => boolean): Heard | undefined => {
  const suits = (one: Heard): boolean => one.at < at && one.figure !== outlet && fits(one.figure)
  const last = heard.findLast(suits)
  if (last === undefined) return undefined
  const sentence = within(document.sentences, { start: last.at, end: last.at + 1 })[0]
  return heard.find((one) => suits(one) && one.at >= (sentence?.start ?? last.at)) ?? last
}

/** Whom a pronoun means: who last spoke, or the subject of a later sentence. */
const byPronoun = (reading: Reading, form: 'personal' | 'impersonal' | 'plural', at: number): Tie | null => {
  const fits = PRONOUN_FITS[form]
  const speaker = reading.heard.findLast((one) => one.at < at && one.speaking && fits(one.figure))
  const name = lastSubject(reading, at, fits)
  const near = speaker !== undefined && (name === undefined || name.at <= speaker.at) ? speaker : (name ?? speaker)
  return near === undefined ? null : { figure: near.figure, rule: 'pronoun', sure: near.speaking ? 0.75 : 0.6 }
}

/** Ties a body to who speaks for it. */
const affiliate = (
  reading: Reading,
  figure: Figure,
  { phrase, at }: { readonly phrase: MentionPhrase; readonly at: number },
): void => {
  if (phrase.body === null || figure.speaksFor !== null || figure === reading.outlet) return
  const speaks =
    figure.kind === 'document' || (phrase.role ?? phrase.head ?? '').split(/[\s,]+/u).some((word) => OFFICERS.has(word))
  const body = bodyOf(reading, phrase.body, at)
  if (speaks && body !== figure) figure.speaksFor = body
}

/** The body that words such as "the Inspectorate" or "the ministry" mean. */
const bodyOf = (reading: Reading, words: string, at: number): Figure => {
  const phrase = readMention(reading.document, { start: 0, end: 0 }, [])
  const name = words.replace(/^(?:the|its|a|an) /iu, '')
  if (/\p{Lu}/u.test(name)) return byName(reading, name, { kind: 'organization', at }).figure
  const head = name.split(' ').at(-1) ?? name
  return (
    byDescription(reading, { ...phrase, words, head: head.toLowerCase(), kind: 'organization', definite: true }, at)?.figure ??
    figureOf(reading.cast, { key: `voice ${normalName(words)}`, kind: 'organization', name: words })
  )
}

/** "the magazine Nordblick": what a name alone did not tell, the word beside it does. */
const knowAsOutlet = (figure: Figure, role: string | null): void => {
  const noun = (role ?? '').split(' ').at(-1) ?? ''
  if (figure.kind !== 'unnamed' && OUTLET_NOUNS.has(noun)) figure.kind = 'outlet'
}

const resolvePhrase = (reading: Reading, phrase: MentionPhrase, at: number): Tie => {
  if (speaksForBody(phrase) && phrase.body !== null)
    return { figure: bodyOf(reading, phrase.body, at), rule: 'unnamed-spokesperson', sure: 0.85 }
  if (phrase.name !== null) return byName(reading, phrase.name, { kind: phrase.kind, at })
  const tie = byDescription(reading, phrase, at) ?? unnamed(reading, phrase)
  return keptApart(reading, tie, { words: phrase.words, kind: phrase.kind })
}

/** Whom the words at a place mean. `teller` is who speaks around a first person. */
export const tieMention = (reading: Reading, at: Span, teller: Figure): Tie => {
  const phrase = readMention(reading.document, at, within(reading.document.tokens, at))
  if (phrase.form === 'first-person') return { figure: teller, rule: 'first-person', sure: 0.9 }
  if (phrase.form !== 'name' && phrase.form !== 'description') {
    return byPronoun(reading, phrase.form, at.start) ?? unnamed(reading, phrase)
  }
  const tie = resolvePhrase(reading, phrase, at.start)
  const { figure } = tie
  figure.documents.add(reading.document.id)
  addAlias(figure, phrase.words)
  if (phrase.name !== null) {
    addAlias(figure, phrase.name)
    if (tie.rule === 'longer-name') lengthenName(reading.cast, figure, phrase.name)
  } else if (tie.rule === 'described-again') lengthenName(reading.cast, figure, phrase.words)
  addRole(figure, phrase.role ?? (phrase.name === null ? phrase.head : null))
  knowAsOutlet(figure, phrase.name === null ? null : phrase.role)
  affiliate(reading, figure, { phrase, at: at.start })
  return tie
}

/** Puts the names of a document into the cast, so that short names and offices find them wherever they stand. Longer names come first. */
export const enterNames = (reading: Reading): void => {
  const byLength = [...grouped(reading.names, ({ name }) => name).values()].map((occurrences) => ({
    occurrences,
    length: wordsOfName(occurrences[0]?.name ?? '').length,
  }))
  for (const { occurrences } of byLength.toSorted((a, b) => b.length - a.length)) {
    const [first] = occurrences
    if (first === undefined) continue
    const { figure } = byName(reading, first.name, { kind: first.kind, at: first.span.start })
    figure.documents.add(reading.document.id)
    for (const { role } of occurrences) {
      addRole(figure, role)
      knowAsOutlet(figure, role)
    }
  }
}
