import { contentEnd, contentStart, cueAt, firstSubject, isPassive, sentenceEnd } from './clause.ts'
import { CUE_NOUNS, PASSING_ON, PASSIVE_REPORT, SPEAKING, WITHHOLDING } from './cues.data.ts'
import type { Finding } from './finding.ts'
import { hasVerb, isMark, isNegated, phraseAfter, phraseBefore, verbGroup, wordAt, type Stretch } from './phrases.ts'
import { reportedSpeech } from './reported-speech.ts'
import type { Item } from './skeleton.ts'
import { subjectAfter, subjectBefore } from './subject.ts'

const REFUSAL_MODALS = new Set(['would', 'will', 'wo', 'could', 'can', 'ca', 'did', 'do', 'does', 'has', 'have', 'had'])

/** Whether the group at `main` says that its subject does not say: "declined to", "would not comment", "has not confirmed". */
const withholds = (items: readonly Item[], main: number, group: Stretch): boolean => {
  const verb = wordAt(items, main)
  if (verb?.tag !== 'VERB') return false
  if (WITHHOLDING.has(verb.lemma)) {
    const next = wordAt(items, main + 1)
    const speaking = wordAt(items, main + 2)
    return next?.lower !== 'to' || (speaking !== null && (SPEAKING.has(speaking.lemma) || speaking.lower === 'be'))
  }
  const modal = items.slice(group.from, main).some((item) => item.kind === 'word' && REFUSAL_MODALS.has(item.lower))
  return modal && isNegated(items, group) && SPEAKING.has(verb.lemma) && verb.lemma !== 'tell'
}

/** Declines and non-answers. The content is the withholding phrase itself. */
export const withholdings = (items: readonly Item[]): readonly Finding[] =>
  items.flatMap((_, main) => {
    const group = verbGroup(items, main)
    if (!withholds(items, main, group)) return []
    const content = { from: group.from, to: contentEnd(items, main) }
    return [
      {
        source: subjectBefore(items, group) ?? firstSubject(items),
        cue: group,
        content: [content],
        rule: 'withholding',
        score: 0.85,
      },
    ]
  })

/** A comma that closes an opening phrase ("According to X, …"), or the phrase's end. */
const afterOpening = (items: readonly Item[], to: number): number => (isMark(items, to, ',') ? to + 1 : to)

const restOfSentence = (items: readonly Item[], from: number, to: number): readonly Stretch[] => {
  const before = { from: 0, to: isMark(items, from - 1, ',') ? from - 1 : from }
  const start = afterOpening(items, to)
  const after = { from: start, to: contentEnd(items, start) }
  if (from <= 1) return hasVerb(items, after) ? [after] : []
  const parts = hasVerb(items, after) && isMark(items, to, ',') && !hasVerb(items, before) ? [before, after] : [before]
  return parts.some((part) => hasVerb(items, part)) ? parts : []
}

/** "according to X", "in the words of X", "per X". */
export const prepositional = (items: readonly Item[]): readonly Finding[] =>
  items.flatMap((_, at) => {
    if (wordAt(items, at)?.lower !== 'according' || wordAt(items, at + 1)?.lower !== 'to') return []
    const source = subjectAfter(items, at + 2)
    if (source === null) return []
    const content = restOfSentence(items, at, source.to)
    return content.length === 0 ? [] : [{ source, cue: { from: at, to: at + 2 }, content, rule: 'according-to', score: 0.9 }]
  })

/** The content after a citation in brackets of commas: "X, citing Y, said Z" cites Y for Z. */
const contentAfterCitation = (items: readonly Item[], to: number): Stretch | null => {
  if (!isMark(items, to, ',')) return null
  for (let main = to + 1; main < Math.min(items.length, to + 5); main++) {
    const cue = cueAt(items, main)
    const from = cue === null ? null : contentStart(items, main + 1, cue)
    if (from !== null) return { from, to: contentEnd(items, from) }
  }
  return null
}

/** "citing X": whom the speaker of the sentence passes on. The content is the speaker's. */
export const citations = (items: readonly Item[]): readonly Finding[] =>
  items.flatMap((_, at) => {
    const word = wordAt(items, at)
    if (word === null || !PASSING_ON.has(word.lemma) || !word.lower.endsWith('ing') || at < 1) return []
    const source = subjectAfter(items, at + 1)
    if (source === null) return []
    const before = { from: 0, to: isMark(items, at - 1, ',') ? at - 1 : at }
    const after = contentAfterCitation(items, source.to)
    const told = reportedSpeech(items.slice(0, before.to))[0]?.content ?? (hasVerb(items, before) ? [before] : [])
    const content = after === null ? told : [after]
    return content.length === 0 ? [] : [{ source, cue: { from: at, to: at + 1 }, content, rule: 'citing', score: 0.85 }]
  })

/** "X's claim that …", "a claim by X that …". Without anybody who makes the claim there is nobody to attribute it to. */
export const nominal = (items: readonly Item[]): readonly Finding[] =>
  items.flatMap((_, at) => {
    const noun = wordAt(items, at)
    if (noun?.tag !== 'NOUN' || !CUE_NOUNS.has(noun.lemma)) return []
    const by = wordAt(items, at + 1)
    const maker =
      by !== null && (by.lower === 'by' || by.lower === 'from' || by.lower === 'of') ? phraseAfter(items, at + 2) : null
    const opening = maker?.to ?? at + 1
    if (wordAt(items, opening)?.lower !== 'that') return []
    const owner = possessor(items, at)
    const source = maker ?? owner
    const content = { from: opening, to: contentEnd(items, opening) }
    return source === null || !hasVerb(items, content)
      ? []
      : [{ source, cue: { from: at, to: at + 1 }, content: [content], rule: 'cue-noun', score: 0.7 }]
  })

const possessor = (items: readonly Item[], noun: number): Stretch | null => {
  for (let at = noun - 1; at >= Math.max(0, noun - 3); at--) {
    const word = wordAt(items, at)
    if (word?.lower === "'s" || word?.lower === '’s') return phraseBefore(items, at)
    if (word?.lower === 'his' || word?.lower === 'her' || word?.lower === 'their' || word?.lower === 'its')
      return { from: at, to: at + 1 }
  }
  return null
}

/** "is believed to have left", "it was reported that": somebody says so, and who is left unsaid unless "by X" tells. */
export const passives = (items: readonly Item[]): readonly Finding[] =>
  items.flatMap((_, main) => {
    const verb = wordAt(items, main)
    const group = verbGroup(items, main)
    if (verb?.tag !== 'VERB' || !PASSIVE_REPORT.has(verb.lemma) || !isPassive(items, group)) return []
    const by = wordAt(items, main + 1)?.lower === 'by' ? phraseAfter(items, main + 2) : null
    const start = by?.to ?? main + 1
    const opening = wordAt(items, start)?.lower
    if (opening !== 'to' && opening !== 'that') return []
    const rest = { from: start, to: contentEnd(items, start) }
    const subject = opening === 'to' ? phraseBefore(items, group.from) : null
    return [{ source: by, cue: group, content: subject === null ? [rest] : [subject, rest], rule: 'passive', score: 0.75 }]
  })

/** A quotation after a colon whose sentence has no cue verb: "Renn was more careful: “…”". */
export const introduced = (items: readonly Item[]): readonly Finding[] =>
  items.flatMap((item, at) => {
    if (item.kind !== 'speech' || !isMark(items, at - 1, ':')) return []
    if (items.slice(0, at).some((_, main) => cueAt(items, main) !== null)) return []
    const source = firstSubject(items) ?? phraseBefore(items, at - 1)
    return source === null
      ? []
      : [
          {
            source,
            cue: { from: at - 1, to: at },
            content: [{ from: at, to: Math.max(at + 1, sentenceEnd(items)) }],
            rule: 'colon',
            score: 0.8,
          },
        ]
  })
