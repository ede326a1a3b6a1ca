import type { Document, Token } from '../../core/document.ts'
import { textAt, type Span } from '../../core/span.ts'
import type { SourceKind } from '../../core/source.ts'
import { titlesBefore } from './honorifics.ts'
import { kindOfName } from './mention-phrase.ts'
import { BODY_WORDS, CALENDAR, OUTLET_WORDS } from './roles.data.ts'

/** A full name where the text gives one, speaking or not: what surnames, pronouns and offices can mean. */
export interface NameOccurrence {
  readonly span: Span
  readonly name: string
  readonly kind: SourceKind
  /** Words of office around the name, lower case; empty where there are none. */
  readonly role: string
}

const LINKS = new Set(['of', 'for', 'de', 'van', 'von', 'der', 'al', 'bin', 'la', 'le', '&'])

/** Links that only the name of a body has. */
const OF_BODIES = new Set(['of', 'for'])

const isCapital = (token: Token | undefined, text: string): boolean =>
  token?.tag === 'PROPN' && /^\p{Lu}/u.test(text.charAt(token.start)) && !CALENDAR.has(token.lemma)

/** "Prys-Bowen" is one word in three tokens. */
const isHyphen = (token: Token, tokens: readonly Token[], at: number): boolean =>
  token.lemma === '-' && tokens[at - 1]?.end === token.start && tokens[at + 1]?.start === token.end

/** End of the run of capitalised words from `from`; a connector belongs to it between two of them, "of" only in a body's name. */
const runEnd = (tokens: readonly Token[], from: number, text: string): number => {
  let end = from + 1
  for (;;) {
    const token = tokens[end]
    if (token === undefined) return end
    if (isCapital(token, text)) end++
    else if (isHyphen(token, tokens, end) && /^\p{Lu}/u.test(text.charAt(token.end))) end += 2
    else if (
      LINKS.has(textAt(text, token).toLowerCase()) &&
      isCapital(tokens[end + 1], text) &&
      (!OF_BODIES.has(textAt(text, token)) ||
        kindOfName(textAt(text, { start: tokens[from]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 })) !== null)
    )
      end += 2
    else return end
  }
}

/** The office that an apposition after the name tells: ", the managing director of". */
const roleAfter = (tokens: readonly Token[], end: number, text: string): string => {
  const comma = tokens[end]
  const opening = tokens[end + 1]
  const isIs = comma !== undefined && (textAt(text, comma) === 'is' || textAt(text, comma) === 'was')
  if (comma === undefined || opening === undefined || (textAt(text, comma) !== ',' && !isIs)) return ''
  if (opening.tag !== 'DET' && opening.tag !== 'NOUN' && opening.tag !== 'PRON' && opening.tag !== 'ADJ') return ''
  const role: string[] = []
  for (const token of tokens.slice(end + 1, end + 7)) {
    if (token.tag === 'ADP' || token.tag === 'PUNCT' || token.tag === 'AUX' || token.tag === 'CCONJ' || token.lemma === 'who')
      break
    if (token.tag !== 'DET') role.push(textAt(text, token).toLowerCase())
  }
  return role.join(' ')
}

/** Words of office right before the name, not capitalised: "city engineer Ola Brandt". */
const roleBefore = (tokens: readonly Token[], from: number, text: string): string => {
  const role: string[] = []
  for (let at = from - 1; at >= Math.max(0, from - 4); at--) {
    const token = tokens[at]
    if (token === undefined || (token.tag !== 'NOUN' && token.tag !== 'ADJ')) break
    role.unshift(textAt(text, token).toLowerCase())
  }
  return role.join(' ')
}

/** "Defence Ministry" is a body; "Defence Minister Oda Marsk" is a person with an office. */
export const endsAsBody = (name: string): boolean => {
  const last = name.slice(name.lastIndexOf(' ') + 1).toLowerCase()
  return BODY_WORDS.has(last) || OUTLET_WORDS.has(last)
}

/** All names of persons and bodies in the text, in order. */
export const namesIn = (document: Document): readonly NameOccurrence[] => {
  const { tokens, text } = document
  const found: NameOccurrence[] = []
  for (let at = 0; at < tokens.length;) {
    if (!isCapital(tokens[at], text)) {
      at++
      continue
    }
    const end = runEnd(tokens, at, text)
    const run = tokens.slice(at, end)
    const titles = titlesBefore(run.map((token) => textAt(text, token)))
    const whole = textAt(text, { start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0 })
    const office = titles > 0 && titles < run.length && !endsAsBody(whole)
    const wholeKind = office ? null : kindOfName(whole)
    const named = wholeKind === null ? run.slice(titles) : run
    const first = named[0]
    const last = named.at(-1)
    if (first !== undefined && last !== undefined) {
      const span = { start: first.start, end: last.end }
      const article = tokens[at - 1]?.tag === 'DET'
      const title =
        wholeKind === null
          ? run
              .slice(0, titles)
              .map((token) => textAt(text, token).toLowerCase())
              .join(' ')
          : ''
      const role = [title, wholeKind === null ? roleBefore(tokens, at, text) : '', roleAfter(tokens, end, text)]
        .filter((part) => part !== '')
        .join(' ')
      const kind =
        wholeKind ?? (article && titles === 0 ? 'organization' : named.length > 1 || role !== '' ? 'person' : 'organization')
      found.push({ span, name: textAt(text, span), kind, role })
    }
    at = end
  }
  return found
}
