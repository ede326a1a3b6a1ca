import type { Token } from '../core/document.ts'
import { span, type Span } from '../core/span.ts'
import { CUES, NUMBERED, TITLES } from './sentences.data.ts'
import type { Words } from './words.ts'

/** A text with the tokens of one of its blocks. */
interface Line {
  readonly text: string
  readonly tokens: readonly Token[]
}

const wordAt = ({ text, tokens }: Line, place: number): string => {
  const token = tokens[place]
  return token === undefined ? '' : text.slice(token.start, token.end)
}

/** Whether no blank parts the token at `place` from the one before it. */
const isAttached = ({ tokens }: Line, place: number): boolean => tokens[place]?.start === tokens[place - 1]?.end

const CLOSING = /^[\p{Pe}\p{Pf}"'.,;:!?…]+$/u
const CLOSING_QUOTE = /^[\p{Pf}"']+$/u
const SAYS_NOTHING = /^[^\p{L}\p{N}\p{S}]*$/u

/** The place after the marks that close the sentence before `place`: they belong to it. */
const afterClosing = (line: Line, place: number): number => {
  let at = place
  while (at < line.tokens.length && isAttached(line, at) && CLOSING.test(wordAt(line, at))) at++
  return at
}

/** Tokens between a quotation and the verb of saying that belongs to it, at most: "Is it so?" the older of the two brothers asked. */
const CUE_REACH = 8

/** Whether after a quotation that asks or exclaims the sentence goes on to say whose it is. */
const goesOnWithCue = (line: Line, place: number): boolean => {
  if (!CLOSING_QUOTE.test(wordAt(line, place - 1)) || !/^[?!]/u.test(wordAt(line, place - 2))) return false
  for (let at = place; at < Math.min(line.tokens.length, place + CUE_REACH); at++) {
    const token = line.tokens[at]
    if (token === undefined || /^["“”«»:.;?!]$/u.test(wordAt(line, at))) return false
    if (token.tag === 'VERB' || token.tag === 'AUX') return CUES.has(token.lemma)
  }
  return false
}

/** The word before the full stop at the end of the token before `place`, in lower case; empty where there is none. */
const abbreviationBefore = (line: Line, place: number): string => {
  const last = wordAt(line, place - 1)
  const word = last === '.' && isAttached(line, place - 1) ? wordAt(line, place - 2) : last.endsWith('.') ? last.slice(0, -1) : ''
  return word.toLowerCase()
}

const goesOnAfterAbbreviation = (line: Line, place: number): boolean => {
  const word = abbreviationBefore(line, place)
  if (word === '') return false
  return (TITLES.has(word) && /^\p{Lu}/u.test(wordAt(line, place))) || (NUMBERED.has(word) && /^\p{N}/u.test(wordAt(line, place)))
}

/** Whether a word in lower case after the mark before `place` goes on with the sentence. After a plain full stop it may begin one. */
const goesOnInLowerCase = (line: Line, place: number): boolean =>
  /^\p{Ll}/u.test(wordAt(line, place)) && !(wordAt(line, place - 1) === '.' && /\p{L}/u.test(wordAt(line, place - 2)))

/** Whether two words with no blank between are two sentences all the same: somebody left it out. */
const lacksBlank = (line: Line, place: number): boolean =>
  /^[.!?]$/u.test(wordAt(line, place - 1)) &&
  /^\p{Lu}\p{Ll}/u.test(wordAt(line, place)) &&
  /^\p{Ll}{2}/u.test(wordAt(line, place - 2))

const saysNothing = (line: Line, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (!SAYS_NOTHING.test(wordAt(line, at))) return false
  return true
}

const ENUMERATOR = /^(?:\(?\p{N}{1,4}|\(?[a-z]|[ivxlc]{1,6})$/iu

/** Whether the tokens are a number or a letter before a paragraph. */
const isEnumerator = (line: Line, from: number, to: number): boolean =>
  from === 0 && to <= 3 && ENUMERATOR.test(wordAt(line, from)) && saysNothing(line, from + 1, to)

/** Whether a sentence starts at `place`, where the one before it started at `from`. */
const isStart = (line: Line, from: number, place: number): boolean => {
  if (isAttached(line, place) && !lacksBlank(line, place)) return false
  if (goesOnInLowerCase(line, place) || goesOnWithCue(line, place) || goesOnAfterAbbreviation(line, place)) return false
  return !isEnumerator(line, from, place) && !saysNothing(line, from, place) && !saysNothing(line, place, line.tokens.length)
}

/**
 * The sentences of a block, from its words: what the tokeniser's splitter says, with its known slips mended. Closing marks belong to
 * the sentence they close; addresses, titles, initials and numbers with full stops do not end one; nor does a question or exclamation
 * in quotation marks that the sentence goes on to give to its speaker.
 */
export const sentencesOf = (text: string, { tokens, starts }: Words): readonly Span[] => {
  const line = { text, tokens }
  const kept = [0]
  for (const start of starts) {
    const place = afterClosing(line, start)
    const from = kept.at(-1) ?? 0
    if (place > from && place < tokens.length && isStart(line, from, place)) kept.push(place)
  }
  return kept.flatMap((place, at) => {
    const first = tokens[place]
    const last = tokens[(kept[at + 1] ?? tokens.length) - 1]
    return first === undefined || last === undefined ? [] : [span(first.start, last.end)]
  })
}
