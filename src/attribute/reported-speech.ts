import { contentEnd, contentStart, cueAt, firstSubject, isPassive, pastAdverbials, sentenceEnd } from './clause.ts'
import { NEEDS_OPENING, SPEAKING, WITHHOLDING, type Cue } from './cues.data.ts'
import type { Finding } from './finding.ts'
import { hasVerb, isMark, isNegated, phraseAfter, verbGroup, wordAt, type Stretch } from './phrases.ts'
import type { Item } from './skeleton.ts'
import { subjectAfter, subjectBefore } from './subject.ts'

interface CueVerb {
  readonly items: readonly Item[]
  readonly group: Stretch
  readonly cue: Cue
  /** Who acted in the clause before, for a cue that has no subject of its own. */
  readonly earlier: Stretch | null
}

const trailingMark = (items: readonly Item[], at: number): boolean => isMark(items, at, ',–—')

/** Where a content that stands before the cue ends; null where none stands there: it ends in a comma, a dash or a quotation. */
const endOfContentBefore = (items: readonly Item[], edge: number): number | null => {
  if (edge <= 0) return null
  if (items[edge - 1]?.kind === 'speech') return edge
  return trailingMark(items, edge - 1) && edge >= 2 ? edge - 1 : null
}

/** The rest of a content that its cue cuts in two; null where the sentence has no more of it. */
const secondPiece = (items: readonly Item[], tail: number, first: Stretch): Stretch | null => {
  let at = pastAdverbials(items, tail)
  if (isMark(items, at, ',.:–—')) at++
  if (items[at]?.kind === 'speech') return { from: at, to: contentEnd(items, at) }
  const whole = items[first.to - 1]?.kind === 'speech'
  if (whole || at === tail || !isMark(items, at - 1, ',–—')) return null
  if (wordAt(items, at)?.lower.endsWith('ing') === true && cueAt(items, at) !== null) return null
  const rest = { from: at, to: contentEnd(items, at) }
  return hasVerb(items, rest) && !hasVerb(items, first)
    ? rest
    : rest.to > rest.from && wordAt(items, at)?.tag === 'AUX'
      ? rest
      : null
}

const contentAround = (items: readonly Item[], edge: number, tail: number): readonly Stretch[] | null => {
  const end = endOfContentBefore(items, edge)
  if (end === null) return null
  const first = { from: startOfContentBefore(items, end), to: end }
  const second = secondPiece(items, tail, first)
  if (!hasVerb(items, first) && second === null) return null
  return second === null ? [first] : [first, second]
}

/** A content before its cue starts with the sentence, or with the quotation where one stands right before the cue. */
const startOfContentBefore = (items: readonly Item[], end: number): number => {
  const speech = items[end - 1]?.kind === 'speech'
  return speech && wordAt(items, end - 2)?.tag === 'PUNCT' ? end - 1 : 0
}

/** "…," said X: the cue before its subject. */
const inverted = ({ items, group, cue }: CueVerb): Finding | null => {
  if (!cue.takes.includes('clause') || endOfContentBefore(items, group.from) === null) return null
  const subject = subjectAfter(items, group.to)
  if (subject === null || wordAt(items, subject.from)?.lower === 'that') return null
  const next = items[subject.to]
  if (next?.kind === 'word' && (next.tag === 'VERB' || next.tag === 'AUX')) return null
  const content = contentAround(items, group.from, subject.to)
  return content && { source: subject, cue: group, content, rule: 'inverted', score: 0.85 }
}

/** "…, X said": the cue after its content, or in the middle of it. */
const trailing = ({ items, group, cue }: CueVerb): Finding | null => {
  const subject = subjectBefore(items, group)
  if (subject === null || !cue.takes.includes('clause')) return null
  const told = cue.takes.includes('addressee') ? phraseAfter(items, group.to) : null
  const tail = told?.to ?? group.to
  const content = contentAround(items, subject.from, tail)
  if (content === null) return null
  // "In March, X said the dam was safe": what follows is a clause of its own, so the content stands there.
  const after = pastAdverbials(items, tail)
  if (content.length === 1 && !isMark(items, after, ',') && hasVerb(items, { from: after, to: sentenceEnd(items) })) return null
  return { source: subject, cue: group, content, rule: 'trailing', score: 0.85 }
}

/** "X said that …", "X denied the report", "adding that …". */
const leading = ({ items, group, cue, earlier }: CueVerb): Finding | null => {
  const from = contentStart(items, group.to, cue)
  if (from === null) return null
  const content = { from, to: contentEnd(items, from) }
  const opening = wordAt(items, from)
  const opened =
    items[from]?.kind === 'speech' ||
    opening?.lower === 'that' ||
    opening?.lower === 'whether' ||
    opening?.lower === 'how' ||
    isMark(items, from - 1, ':')
  const main = wordAt(items, group.to - 1)
  if (!opened && main !== null && NEEDS_OPENING.has(main.lemma)) return null
  const fits =
    opened ||
    (cue.takes.includes('clause') && hasVerb(items, content) && startsClause(items, from)) ||
    (cue.takes.includes('thing') && startsThing(items, from)) ||
    (cue.takes.includes('infinitive') && opening?.lower === 'to')
  if (!fits || content.to <= content.from) return null
  const source = subjectBefore(items, group) ?? earlier ?? firstSubject(items.slice(0, group.from))
  return { source, cue: group, content: [content], rule: 'leading', score: opened ? 0.85 : 0.7 }
}

const startsClause = (items: readonly Item[], at: number): boolean => {
  const word = wordAt(items, at)
  return (
    word !== null &&
    word.tag !== 'PUNCT' &&
    word.tag !== 'CCONJ' &&
    word.tag !== 'VERB' &&
    (word.tag !== 'ADP' || word.lower === 'in' || word.lower === 'if')
  )
}

const startsThing = (items: readonly Item[], at: number): boolean => {
  const word = wordAt(items, at)
  return (
    word !== null &&
    (word.tag === 'DET' ||
      word.tag === 'NOUN' ||
      word.tag === 'PROPN' ||
      word.tag === 'PRON' ||
      word.tag === 'ADJ' ||
      word.tag === 'NUM')
  )
}

/** "declined to say": what is not said is no saying. */
const isWithheld = (items: readonly Item[], main: number): boolean =>
  wordAt(items, main - 1)?.lower === 'to' && WITHHOLDING.has(wordAt(items, main - 2)?.lemma ?? '')

/** What the cue verbs of one narrated sentence attribute. */
export const reportedSpeech = (items: readonly Item[]): readonly Finding[] => {
  const found: Finding[] = []
  let earlier: Stretch | null = null
  for (let main = 0; main < items.length; main++) {
    const cue = cueAt(items, main)
    if (cue === null) continue
    const group = verbGroup(items, main)
    const verb = wordAt(items, main)
    if (isPassive(items, group) || isWithheld(items, main) || (isNegated(items, group) && SPEAKING.has(verb?.lemma ?? '')))
      continue
    const cueVerb: CueVerb = { items, group, cue, earlier }
    const finding: Finding | null = inverted(cueVerb) ?? trailing(cueVerb) ?? leading(cueVerb)
    if (finding === null) continue
    found.push(finding)
    earlier = finding.source ?? earlier
  }
  return found
}
