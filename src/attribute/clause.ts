import { CUE_VERBS, PASSING_ON, type Cue } from './cues.data.ts'
import { hasVerb, isMark, phraseAfter, phraseBefore, verbGroup, wordAt, type Stretch } from './phrases.ts'
import type { Item, Word } from './skeleton.ts'

/** How far after a cue, in items, the word that opens its clause may stand ("told a meeting of the council on Monday that"). */
const OPENING_REACH = 16

const OPENS = new Set(['that', 'whether', 'if', 'how', 'why', 'what', 'where', 'when'])
const TURNS = new Set(['but', 'and', 'while', 'whereas', 'though', 'although', 'as'])
const DAYS = new Set([
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'yesterday',
  'today',
  'morning',
  'afternoon',
  'evening',
  'night',
  'week',
  'month',
  'year',
  'statement',
  'interview',
  'e-mail',
  'email',
  'letter',
  'tweet',
  'post',
  'speech',
  'briefing',
  'conference',
  'note',
])

const isClauseVerb = (word: Word): boolean => word.tag === 'VERB' || (word.tag === 'AUX' && word.lemma !== 'be')

/** "Residents fear that", "Seoul fears troops": a verb that was taken for a noun, between who fears and what is feared. */
const isVerbInDisguise = (items: readonly Item[], at: number, word: Word): boolean => {
  if (word.tag !== 'NOUN') return false
  const before = wordAt(items, at - 1)
  const after = wordAt(items, at + 1)
  const several = (before?.tag === 'NOUN' || before?.tag === 'PROPN') && before.lower.endsWith('s') && !word.lower.endsWith('s')
  const one = (before?.tag === 'PROPN' || before?.tag === 'PRON') && word.lower.endsWith('s')
  const opens = after !== null && (after.tag === 'DET' || after.tag === 'PROPN' || after.tag === 'PRON' || after.lower === 'that')
  return opens && (one || several)
}

/** The cue whose main verb stands at `at`; null where none does. */
export const cueAt = (items: readonly Item[], at: number): Cue | null => {
  const word = wordAt(items, at)
  if (word === null) return null
  const cue = CUE_VERBS.get(word.lemma)
  return cue !== undefined && (isClauseVerb(word) || isVerbInDisguise(items, at, word)) ? cue : null
}

/** "was told", "is believed": a form of "be" in the group and no progressive. */
export const isPassive = (items: readonly Item[], group: Stretch): boolean => {
  const main = wordAt(items, group.to - 1)
  if (main === null || main.lower.endsWith('ing')) return false
  return items.slice(group.from, group.to - 1).some((item) => item.kind === 'word' && item.lemma === 'be')
}

/** The end of the sentence without its last mark. */
export const sentenceEnd = (items: readonly Item[]): number => {
  let end = items.length
  while (end > 0 && isMark(items, end - 1, '.;:?!,–—…')) end--
  return end
}

/** Whether a new attribution starts at the comma or conjunction at `at`: ", while the mayor said". */
const startsAnother = (items: readonly Item[], at: number): boolean => {
  let next = isMark(items, at, ',;') ? at + 1 : at
  const turn = wordAt(items, next)
  if (turn !== null && TURNS.has(turn.lower)) next++
  else if (!isMark(items, at, ';')) return false
  const subject = phraseAfter(items, next)
  const verb = subject?.to ?? next
  for (let main = verb; main < Math.min(items.length, verb + 4); main++) {
    if (cueAt(items, main) !== null) return verbGroup(items, main).from <= verb
  }
  return false
}

/** Whether what stands at `at` closes a content: ", according to", ", citing", ", adding". */
const closes = (items: readonly Item[], at: number): boolean => {
  if (!isMark(items, at, ',')) return false
  const word = wordAt(items, at + 1)
  if (word === null) return false
  if (word.lower === 'according' || PASSING_ON.has(word.lemma)) return true
  if (word.lower.endsWith('ing') && CUE_VERBS.has(word.lemma) && word.tag === 'VERB') return true
  const group = phraseAfter(items, at + 1)
  // A cue in brackets of commas after the content: ", he said".
  return (
    group !== null &&
    cueAt(items, group.to) !== null &&
    (sentenceEnd(items) <= group.to + 4 || isMark(items, group.to + 1, ',')) &&
    !hasVerb(items, { from: group.to + 1, to: Math.min(group.to + 4, items.length) })
  )
}

/** Where a content that starts at `from` ends. */
export const contentEnd = (items: readonly Item[], from: number): number => {
  const end = sentenceEnd(items)
  for (let at = from + 1; at < end; at++) {
    if (closes(items, at)) return at
    if (isMark(items, at, ',;') && startsAnother(items, at) && hasVerb(items, { from, to: at })) return at
  }
  return end
}

/** Past "on Tuesday", "in a statement", "late last night" and the like. */
export const pastAdverbials = (items: readonly Item[], from: number): number => {
  let at = from
  for (;;) {
    const word = wordAt(items, at)
    if (word === null) return at
    if (word.tag === 'ADV' || DAYS.has(word.lower)) at++
    else if (word.tag === 'ADP' || word.lower === 'last' || word.lower === 'this') {
      const phrase = phraseAfter(items, word.tag === 'ADP' ? at + 1 : at)
      if (phrase === null || !DAYS.has(wordAt(items, phrase.to - 1)?.lower ?? '')) return at
      at = phrase.to
    } else return at
  }
}

/** Where the content after a cue starts: at the opening word, a colon, a quotation, or past whoever was told; null where nothing follows. */
export const contentStart = (items: readonly Item[], from: number, cue: Cue): number | null => {
  const end = sentenceEnd(items)
  for (let at = from; at < Math.min(end, from + OPENING_REACH); at++) {
    const item = items[at]
    if (item === undefined || item.kind === 'speech') return item === undefined ? null : at
    if (item.lower === 'that' || (at === from && OPENS.has(item.lower))) return at
    if (item.lower === ':') return at + 1 < end ? at + 1 : null
    if (at > from && OPENS.has(item.lower) && cue.takes.includes('addressee')) return at
    if (item.tag === 'VERB' || item.tag === 'AUX') break
  }
  const told = cue.takes.includes('addressee') ? phraseAfter(items, pastAdverbials(items, from)) : null
  const at = pastAdverbials(items, told?.to ?? from)
  return at < end ? at : null
}

/** The phrase that names who acts in the whole sentence: what a later participle ("adding that") shares. */
export const firstSubject = (items: readonly Item[]): Stretch | null => {
  const verb = items.findIndex((item) => item.kind === 'word' && (item.tag === 'VERB' || item.tag === 'AUX'))
  return verb <= 0 ? null : phraseBefore(items, verbGroup(items, verb).from)
}
