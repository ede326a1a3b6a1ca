import type { Side, Stance } from '../core/claim.ts'
import type { EvidenceKind, Traceable } from '../core/evidence.ts'
import type { Access, Interest } from '../core/origin.ts'
import type { Grade, SourceKind } from '../core/source.ts'
import type { Act, Certainty } from '../core/statement.ts'
import type { Band } from '../core/verdict.ts'
import type { SectionKind } from './explanation.ts'
import { capitalised, counted, listed, numberWords } from './wording.ts'

/** Every sentence that a report can say, in one place. Each returns a whole sentence unless it says otherwise. */

export const HEADINGS: Readonly<Record<SectionKind, string>> = {
  verdict: 'What the documents show',
  supports: 'For it',
  contradicts: 'Against it',
  elsewhere: 'Denials of something else',
  unanswered: 'Non-answers',
  aside: 'Said without taking a side',
  evidence: 'Things offered as evidence',
  reasons: 'What the verdict rests on',
  flips: 'What would change it',
  gaps: 'What is missing',
  names: 'Names taken for one',
  things: 'Other things mentioned',
}

/** The heading of names where some are kept apart, too. */
export const NAMES_APART = 'Names taken for one, or kept apart'

export const BANDS: Readonly<Record<Band, string>> = {
  established: 'established',
  likely: 'likely',
  contested: 'contested',
  unlikely: 'unlikely',
  refuted: 'refuted',
  unverifiable: 'unverifiable',
}

export const STANCES: Readonly<Record<Stance, string>> = {
  supports: 'supports',
  contradicts: 'contradicts',
  neutral: 'takes no side',
}

export const SOURCE_KINDS: Readonly<Record<SourceKind, string>> = {
  person: 'a person',
  organization: 'a body',
  outlet: 'an outlet',
  unnamed: 'an unnamed source',
  document: 'a document',
}

export const CERTAINTIES: Readonly<Record<Certainty, string>> = {
  certain: 'put as a fact',
  probable: 'put as probable',
  possible: 'put as possible',
  unknown: 'not said how firmly',
}

const ACTS: Readonly<Record<Act, string>> = {
  assert: 'says',
  confirm: 'confirms',
  deny: 'denies',
  decline: 'declines to answer',
  question: 'asks',
  predict: 'predicts',
  opinion: 'gives an opinion',
}

const EVIDENCE_KINDS: Readonly<Record<EvidenceKind, string>> = {
  photo: 'photograph',
  video: 'video',
  audio: 'sound recording',
  satellite: 'satellite image',
  document: 'document',
  data: 'data set',
  test: 'test result',
}

const LIKELIHOOD_CLAUSES: Readonly<Record<string, string>> = {
  'almost no chance': 'There is almost no chance that the claim is true',
  'very unlikely': 'The claim is very unlikely to be true',
  unlikely: 'The claim is unlikely to be true',
  'roughly even': 'The chances that the claim is true are roughly even',
  likely: 'The claim is likely to be true',
  'very likely': 'The claim is very likely to be true',
  'almost certain': 'The claim is almost certain to be true',
}

/** How a passage on each side is said to speak of the claim. */
const SAYS: Readonly<Record<Side, readonly [one: string, many: string]>> = {
  supports: ['says so', 'say so'],
  contradicts: ['says that it is not so', 'say that it is not so'],
}

const ACCESS: Readonly<Record<Access, string>> = {
  witness: 'This is told at first hand',
  'own-decision': 'This comes from those who decided it',
  record: 'This comes from the record',
  hearsay: 'This is had from others, not known at first hand',
  unknown: 'How this could be known is not said',
}

const FIRMNESS: Readonly<Record<Certainty, string>> = {
  certain: '; it is put as a fact',
  probable: '; it is put as probable, not as a fact',
  possible: '; it is put as possible, no more',
  unknown: '',
}

const MAKING: Readonly<Record<Traceable, string>> = {
  known: 'who made it, where and when is known',
  partial: 'who made it, where and when is known only in part',
  unknown: 'who made it, where and when is not known',
}

/** Admiralty reliability. */
const GRADES: Readonly<Record<Exclude<Grade, 'F'>, string>> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
}

const BEARINGS: Readonly<Record<Stance | 'none', string>> = {
  supports: 'support',
  contradicts: 'contradict',
  neutral: 'take no side on',
  none: 'have nothing to do with',
}

export const phrases = {
  // The verdict.
  likelihood: (words: string, percent: string, interval: string): string =>
    `${LIKELIHOOD_CLAUSES[words] ?? 'The claim has this probability of being true'}: ${percent}, with a 90\u00A0% interval from ${interval}.`,
  unverifiable: (percent: string, interval: string, start: string): string =>
    `What was found does not decide the claim: ${percent}, with a 90\u00A0% interval from ${interval}, lies too near the ${start} from which the check started.`,
  contested: 'It counts as contested, because origins stand on both sides.',
  notDecided: (decided: Band, band: Band): string =>
    `It counts as ${BANDS[band]} and not as ${BANDS[decided]}, because neither two independent origins nor a thing of known making stands behind it.`,
  nothingBears: (documents: number): string => {
    if (documents === 1) return 'The one document says nothing that bears on the claim.'
    return `${documents === 2 ? 'Neither of the two' : `None of the ${numberWords(documents)}`} documents says anything that bears on the claim.`
  },
  side: (side: Side, articles: number, roots: readonly string[]): string => {
    const [one, many] = SAYS[side]
    const [root = ''] = roots
    if (articles === 1 && roots.length === 1) return `One article ${one}, and it goes back to ${root}.`
    if (articles === 1) return `One article ${one}, with ${numberWords(roots.length)} origins: ${listed(roots)}.`
    if (roots.length > 1)
      return `The ${numberWords(articles)} articles that ${many} go back to ${numberWords(roots.length)} origins: ${listed(roots)}.`
    return articles === 2
      ? `Both articles that ${many} go back to ${root}; neither adds a second origin.`
      : `All ${numberWords(articles)} articles that ${many} go back to ${root}; none adds a second origin.`
  },
  ownAuthority: (side: Side): string => `One article ${SAYS[side][0]}, on its own authority.`,
  neitherSide: 'Nobody is found who says that it is so, or that it is not.',
  noSide: (side: Side): string => `Nobody is found who ${SAYS[side][0]}.`,
  elsewhereCount: (count: number): string =>
    count === 1
      ? 'One denial found speaks of something else; it is not counted.'
      : `${capitalised(numberWords(count))} denials found speak of something else; they are not counted.`,
  unansweredCount: (count: number): string =>
    count === 1
      ? 'One reply declines to answer; it is not counted either way.'
      : `${capitalised(numberWords(count))} replies decline to answer; they are not counted either way.`,
  heaviest: (title: string, nats: number, times: string): string =>
    `What weighs most is ${title}, which multiplies the odds ${nats > 0 ? 'for' : 'against'} the claim by ${times}.`,
  oneOrigin: (title: string): string => `The verdict rests on one origin alone: ${title}.`,
  nobodyFirstHand: 'Nobody quoted is known to have seen it, to have decided it or to keep the record of it.',

  // Origins. `knower` names who stands behind one; the rest are sentences.
  nobodyNamed: 'a source that nobody names',
  unnamed: (name: string): string => `${name} (unnamed)`,
  oneUnnamed: (name: string): string => `one unnamed source, ${name}`,
  told: (articles: number): string => {
    if (articles === 1) return 'Told in one article.'
    return articles === 2
      ? 'Told in two articles, one of them an echo.'
      : `Told in ${numberWords(articles)} articles, ${numberWords(articles - 1)} of them echoes.`
  },
  access: (access: Access, certainty: Certainty): string => `${ACCESS[access]}${FIRMNESS[certainty]}.`,
  speaksFor: (who: string, body: string): string => `${capitalised(who)} speaks for ${body}.`,
  writtenBy: (what: string, body: string): string => `${capitalised(what)} comes from ${body}.`,
  affiliated: (body: string, others: number): string =>
    `This and ${counted(others, 'other origin')} on this side belong to ${body}, and may be one report told ${others === 1 ? 'twice' : 'several times'}.`,
  retellings: (count: number): string => `The closest article is ${counted(count, 'retelling')} away from the source.`,
  interest: (who: string, interest: Exclude<Interest, 'none'>): string =>
    `${capitalised(who)} gains if the claim is ${interest === 'belief' ? 'believed' : 'not believed'}.`,
  noRoot: 'The documents do not say who told it first.',
  toldOnce: (label: string): string => `told only in ${label}`,

  // What is shown and not counted.
  elsewhere: (who: string): string => `${capitalised(who)} denies something other than the claim.`,
  unanswered: (who: string): string => `${capitalised(who)} gives no answer.`,
  aside: (who: string, act: Act): string => `${capitalised(who)} ${ACTS[act]}, and takes no side on the claim.`,

  // Things.
  offered: (kind: EvidenceKind, stance: Stance, making: Traceable): string => {
    const use = {
      supports: 'offered for the claim',
      contradicts: 'offered against the claim',
      neutral: 'mentioned, and offered for neither side',
    }[stance]
    return `${capitalised(EVIDENCE_KINDS[kind])}, ${use}; ${MAKING[making]}.`
  },
  score: (words: string, scale: string): string =>
    words.toLowerCase().includes(scale.toLowerCase()) ? `“${words}”` : `“${words}” (${scale})`,
  scored: (score: string): string =>
    `A machine gave it ${score}; without the machine's error rates that figure is worth nothing, and it is counted as nothing.`,
  challenged: (who: readonly string[]): string =>
    `${capitalised(listed(who))} ${who.length === 1 ? 'challenges' : 'challenge'} it.`,
  thingWeighs: (nats: number, times: string): string =>
    `It multiplies the odds ${nats > 0 ? 'for' : 'against'} the claim by ${times}.`,
  thingWeighsNothing: 'It adds nothing to the verdict.',

  // Weights.
  reason: (support: string, factors: readonly string[]): string =>
    factors.length === 0 ? `${support}.` : `${support} (${factors.join('; ')}).`,
  support: (nats: number, multiplier: string, strength: string): string =>
    `${strength === 'little or none' ? 'Hardly any' : capitalised(strength)} support for ${nats > 0 ? 'the claim' : 'the contrary'}, ${multiplier}`,
  noSupport: 'No weight either way',
  without: (percent: string, band: Band, changes: boolean): string =>
    changes
      ? `Without it the probability would be ${percent}, and the verdict ${BANDS[band]}.`
      : `Without it the probability would be ${percent}, and the verdict still ${BANDS[band]}.`,
  sum: (start: string, end: string): string =>
    start === end ? `The odds stay where they started: ${start}.` : `Together they move the odds from ${start} to ${end}.`,
  flip: (titles: readonly string[], band: Band): string => `Without ${listed(titles)}, the verdict would be ${BANDS[band]}.`,
  noFlip: (band: Band): string => `Leaving out any of the origins and things above would leave the verdict ${BANDS[band]}.`,
  crosses: (assumption: string, low: string, high: string): string =>
    `If the assumption ${assumption} is moved over its range, the probability runs from ${low} to ${high}, and the verdict changes with it.`,
  assumption: (name: string, says: string): string => `“${name}” (${says})`,
  assumed: (name: string): string => `“${name}”`,
  noCrossing: 'No single assumption, moved over its whole range, changes the verdict.',
  gapMoves: (times: string): string =>
    `Knowing it would be expected to move the odds by a factor of ${times}, one way or the other.`,

  // Names.
  merged: (one: string, other: string, reason: string): string => `“${one}” and “${other}” were taken for one source: ${reason}`,

  // What persons judged.
  judgedOne: (one: string, other: string): string => `Judged by a person to be the same source: “${one}”, “${other}”.`,
  judgedTwo: (one: string, other: string): string => `Judged by a person to be two sources: “${one}”, “${other}”.`,
  judgedGrade: (who: string, grade: Exclude<Grade, 'F'>): string =>
    `Judged by a person to be ${GRADES[grade]} (${grade}): ${who}.`,
  judgedBearing: (stance: Stance | 'none'): string => `Judged by a person to ${BEARINGS[stance]} the claim.`,
  judgedApart: 'Judged by a person not to share an origin.',
  judgedSplit: 'Judged by a person to go back to nobody else’s telling.',
} as const
