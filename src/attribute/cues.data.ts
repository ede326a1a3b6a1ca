import type { Act, Certainty } from '../core/statement.ts'

/** What may follow a cue verb: a clause, a thing ("denied the report"), somebody told before the clause, an infinitive. */
export type Complement = 'clause' | 'thing' | 'addressee' | 'infinitive'

/** What a cue word tells of the act, how firmly, and whether it says that its content is not so. */
export interface Cue {
  readonly act: Act
  readonly certainty: Certainty
  readonly negative: boolean
  readonly takes: readonly Complement[]
}

const family = (
  [act, certainty]: readonly [Act, Certainty],
  takes: readonly Complement[],
  lemmas: string,
): (readonly [string, Cue])[] => lemmas.split(' ').map((lemma) => [lemma, { act, certainty, negative: false, takes }])

const negative = (entries: readonly (readonly [string, Cue])[]): (readonly [string, Cue])[] =>
  entries.map(([lemma, cue]) => [lemma, { ...cue, negative: true }])

/**
 * Verbs of saying, thinking and showing, by lemma. The act is the verb's own; the words said can change it (`act.ts`). Classes
 * after Levin 1993, §37 (verbs of communication) and §29.4–5 (declare, conjecture); the certainty of belief and report verbs after
 * the factuality classes of Saurí & Pustejovsky 2009, §3.
 */
export const CUE_VERBS: ReadonlyMap<string, Cue> = new Map([
  ...family(
    ['assert', 'certain'],
    ['clause'],
    'say add note state remark observe comment explain reply respond answer write recall continue report announce declare argue maintain insist assert contend stress emphasise emphasize reiterate repeat conclude suggest imply indicate signal claim complain joke quip testify tweet post retort counter protest whisper mutter shout point disclose reveal mention relate recount',
  ),
  ...family(['assert', 'certain'], ['clause', 'addressee'], 'tell inform assure remind notify brief show'),
  ...family(['assert', 'certain'], ['clause'], 'find learn know hear see understand discover establish determine'),
  ...family(['assert', 'certain'], ['thing'], 'describe cite quote reference list detail outline blame accuse'),
  ...family(['assert', 'certain'], ['thing'], 'put'),
  ...family(['assert', 'certain'], ['infinitive', 'clause', 'thing'], 'promise pledge vow threaten agree'),
  ...family(['assert', 'probable'], ['clause'], 'reckon estimate calculate suspect assume presume'),
  ...family(['assert', 'possible'], ['clause', 'thing'], 'allege'),
  ...family(['assert', 'possible'], ['thing', 'infinitive'], 'consider contemplate weigh'),
  ...family(['confirm', 'certain'], ['clause', 'thing'], 'confirm acknowledge admit concede accept verify corroborate'),
  ...negative(family(['deny', 'certain'], ['clause', 'thing'], 'deny')),
  ...negative(
    family(['deny', 'certain'], ['thing'], 'reject dismiss refute rebut dispute disown contradict repudiate rubbish debunk'),
  ),
  ...negative(family(['opinion', 'probable'], ['clause', 'thing'], 'doubt question')),
  ...family(['predict', 'probable'], ['clause', 'infinitive', 'thing'], 'predict expect forecast anticipate foresee'),
  ...family(['predict', 'possible'], ['clause', 'infinitive', 'thing'], 'fear worry hope'),
  ...family(['predict', 'possible'], ['clause', 'addressee', 'thing'], 'warn caution'),
  ...family(['opinion', 'probable'], ['clause'], 'think believe feel guess'),
  ...family(['opinion', 'certain'], ['clause', 'thing'], 'recommend propose demand urge'),
  ...family(['opinion', 'certain'], ['infinitive', 'thing'], 'want call'),
  ...family(
    ['opinion', 'certain'],
    ['thing'],
    'term label brand dub condemn criticise criticize praise welcome back support oppose attack denounce slam mock',
  ),
  ...family(['question', 'unknown'], ['clause'], 'ask wonder inquire enquire'),
])

/** Verbs that pass on what another says: in `, citing X` and `which quoted X` their object is the speaker. */
export const PASSING_ON: ReadonlySet<string> = new Set(['cite', 'quote', 'reference'])

/** Verbs that, with "not" or an infinitive after `decline`, say that somebody does not say. */
export const SPEAKING: ReadonlySet<string> = new Set(
  'say comment confirm deny discuss respond reply answer elaborate speculate identify name disclose reveal give return explain address provide specify talk speak tell recall remember'.split(
    ' ',
  ),
)

/** Verbs of withholding: their infinitive is what is withheld. */
export const WITHHOLDING: ReadonlySet<string> = new Set(['decline', 'refuse'])

/** Nouns that name a saying or a thought and take a `that` clause. */
export const CUE_NOUNS: ReadonlyMap<string, Cue> = new Map([
  ...family(
    ['assert', 'certain'],
    ['clause'],
    'claim assertion statement report message word news announcement argument insistence testimony account finding conclusion observation',
  ),
  ...family(['assert', 'possible'], ['clause'], 'allegation accusation suggestion rumour rumor charge theory speculation'),
  ...family(['predict', 'possible'], ['clause'], 'fear hope concern worry warning'),
  ...family(['predict', 'probable'], ['clause'], 'prediction forecast expectation'),
  ...family(['opinion', 'probable'], ['clause'], 'belief view opinion feeling impression'),
  ...family(['confirm', 'certain'], ['clause'], 'admission confirmation acknowledgement'),
  ...negative(family(['deny', 'certain'], ['clause'], 'denial')),
])

/** Verbs whose passive tells what an unnamed somebody says or thinks: "is believed to have left". */
export const PASSIVE_REPORT: ReadonlyMap<string, Cue> = new Map([
  ...family(['assert', 'probable'], ['infinitive'], 'say report understand believe think know presume suspect'),
  ...family(['assert', 'possible'], ['infinitive'], 'allege rumour rumor fear'),
  ...family(['predict', 'probable'], ['infinitive'], 'expect'),
])

/** Verbs that mean a saying only with "that", "whether", "how" or a quotation after them. */
export const NEEDS_OPENING: ReadonlySet<string> = new Set(
  'show find learn know hear see understand discover establish determine add continue point relate feel state comment remark write reply answer respond repeat joke'.split(
    ' ',
  ),
)
