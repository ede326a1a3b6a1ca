import {
  CHROME,
  COMMENT_LABELS,
  COMMENT_NOUNS,
  COMMENT_PHRASES,
  CREDIT_LABELS,
  INVITATIONS,
  NOTE_OPENINGS,
  NOTICES,
  POINTERS,
  REQUESTS,
  SHARE_CORES,
  SHARE_WORDS,
  SHELF_OPENINGS,
  SHELVES,
  TELLING,
  WANTED,
} from './furniture.data.ts'
import type { Passage } from './passage.ts'
import { countWords, hasPhrase, plainWords, startsWithPhrase } from './plain-words.ts'

const opensWith = (plain: string, openings: readonly string[]): boolean =>
  openings.some((opening) => startsWithPhrase(plain, opening))

/** Marks that end a sentence, with the marks that may close after them. */
const SENTENCE_END = /[.!?…。！？][\p{Pe}\p{Pf}"']*$/u
const FULL_STOP = /[.。][\p{Pe}\p{Pf}"']*$/u

export const endsSentence = (text: string): boolean => SENTENCE_END.test(text)

/** Words of a line that could be a headline or the name of something, at most. */
const TITLE_WORDS = 20

/** Whether the line could be the title of another article: short, and not ended as a sentence is. */
export const isTitleLike = ({ text, kind, words }: Passage): boolean =>
  kind !== 'turn' && words <= TITLE_WORDS && !FULL_STOP.test(text)

/** Words that a note on a correction or an update has at least; with fewer it is the time of a change. */
const NOTE_WORDS = 6

/** Whether the passage is a correction, a clarification or an update: content, wherever it stands. */
export const isNote = ({ plain, role, words }: Passage): boolean =>
  words >= NOTE_WORDS && (role === 'note' || opensWith(plain, NOTE_OPENINGS))

const wholeLine = (text: string): string => plainWords(text).trim()

const hasTelling = (plain: string): boolean => TELLING.some((phrase) => hasPhrase(plain, phrase))

/** Words of a line that labels what stands under it, at most. */
const LABEL_WORDS = 8

const isLabel = ({ kind, words }: Passage): boolean => kind !== 'headline' && kind !== 'turn' && words > 0 && words <= LABEL_WORDS

/** Whether the line is the heading of a list of other articles. */
export const isShelf = (line: Passage): boolean => isLabel(line) && SHELVES.has(line.plain.trim()) && !FULL_STOP.test(line.text)

/** Whether the line may be such a heading, and is one where titles or nothing follow: "More from …". */
export const maybeShelf = (line: Passage): boolean =>
  isLabel(line) && opensWith(line.plain, SHELF_OPENINGS) && !endsSentence(line.text)

const COUNTED = /^\(?\d[\d.,]*\)? (\p{L}+)$|^(\p{L}+):? \(?\d[\d.,]*\)?$/u

/** Whether the line is the heading of the readers' comments or of the form for them. */
export const isCommentLabel = (line: Passage): boolean => {
  if (!isLabel(line)) return false
  const counted = COUNTED.exec(line.text)
  const noun = (counted?.[1] ?? counted?.[2] ?? '').toLowerCase()
  return COMMENT_LABELS.has(line.plain.trim()) || COMMENT_NOUNS.has(noun)
}

/** Words of a notice, a request or a form, at most: more is an article that speaks of such things. */
const NOTICE_WORDS = 60
const REQUEST_WORDS = 40

const isNotice = ({ plain, words }: Passage): boolean =>
  words <= NOTICE_WORDS &&
  NOTICES.some((groups) => groups.every((phrases) => phrases.some((phrase) => hasPhrase(plain, phrase)))) &&
  !hasTelling(plain)

const isRequest = ({ text, plain, words }: Passage): boolean => {
  if (words > REQUEST_WORDS) return false
  const asks = opensWith(plain, REQUESTS)
  const isWanted = (asks || opensWith(plain, INVITATIONS)) && WANTED.some((wanted) => hasPhrase(plain, wanted))
  return (isWanted || (asks && !FULL_STOP.test(text))) && !hasTelling(plain)
}

const isForm = ({ plain, words }: Passage): boolean =>
  words <= REQUEST_WORDS && COMMENT_PHRASES.some((phrase) => hasPhrase(plain, phrase))

/** Words of a pointer to another article: a label and a title. */
const POINTER_WORDS = 25

const isPointer = ({ text, words }: Passage): boolean => {
  const colon = words > POINTER_WORDS ? -1 : text.search(/[:：]/u)
  return colon >= 0 && POINTERS.has(wholeLine(text.slice(0, colon))) && !FULL_STOP.test(text)
}

const COUNTERS: readonly RegExp[] = [
  /^[\d.,]+ ?[km]? (?:shares?|comments?|views?|likes?|reactions?|retweets?|replies|reads?|followers?|votes?)$/iu,
  /^(?:shares?|comments?|views?|likes?|reactions?|followers?)[: ]+[\d.,]+ ?[km]?$/iu,
  /^(?:about |approx(?:imately|\.)? )?\d+[ -]?min(?:ute)?s?[ -](?:of )?read(?:ing)?(?: time)?$/iu,
  /^(?:estimated |average )?read(?:ing)? time[: ]/iu,
  /^page \d+(?: (?:of|\/) \d+)?$/iu,
]

const isShareLine = (plain: string): boolean => {
  const words = plain.trim().split(' ')
  return words.every((word) => SHARE_WORDS.has(word)) && words.some((word) => SHARE_CORES.has(word))
}

/** Words of a line of buttons or counts, at most. */
const BUTTON_WORDS = 25

const isButton = ({ text, plain, words }: Passage): boolean =>
  words <= BUTTON_WORDS && (CHROME.has(plain.trim()) || isShareLine(plain) || COUNTERS.some((counter) => counter.test(text)))

const COPYRIGHT = /^(?:©|\(c\) ?\d{4}|copyright (?:©|\(c\)|\d{4}))|(?:^|[\s·|])© ?\d{4}/iu

/** Words of a caption with its credit, at most. */
const CAPTION_WORDS = 50
/** Words of the credit itself: a name, an agency, a place in an archive. */
const CREDIT_WORDS = 8

/** The name takes 120 characters at most: as many as eight words do. */
const CREDIT = /(?:^|[.!?”"’)\]] |\()(\p{Lu}[\p{L} ]{3,20})(?: ?[:/] ?| by )([\p{Lu}\p{N}©@][^.:!?]{0,120})[.)]?$/u
const AGENCY =
  /(?:\/|\bvia )(?:Getty Images|Reuters|AFP|AP|EPA|Shutterstock|Alamy|PA|Bloomberg|Wikimedia Commons|Unsplash)\)?\.?$/u

/** Whether the passage is the caption of a picture, or its credit. */
const isCaption = ({ text, words }: Passage): boolean => {
  if (words > CAPTION_WORDS) return false
  if (AGENCY.test(text)) return true
  const [, label, name] = CREDIT.exec(text) ?? []
  if (label === undefined || name === undefined) return false
  return CREDIT_LABELS.has(wholeLine(label)) && countWords(name) <= CREDIT_WORDS
}

/** Share of a passage's letters that stand in links where it is there to lead elsewhere. */
const LINKED = 0.7

const isLinkList = ({ text, linked, kind }: Passage): boolean => linked >= LINKED && kind !== 'quote' && !endsSentence(text)

const isCopyright = ({ text, words }: Passage): boolean => words <= NOTICE_WORDS && COPYRIGHT.test(text)

const SIGNS = [isLinkList, isButton, isPointer, isNotice, isRequest, isForm, isCopyright, isCaption]

/** Whether this line alone shows that it is no part of the article, wherever it stands. */
export const isFurnitureLine = (line: Passage): boolean =>
  line.kind !== 'headline' && line.kind !== 'turn' && SIGNS.some((isSign) => isSign(line))
