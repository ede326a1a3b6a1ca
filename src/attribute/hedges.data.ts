/**
 * Words in a content that lower its certainty, after the classes of epistemic markers in Saurí & Pustejovsky 2009, §3.2 (possible,
 * probable), and in the guide to the project's own passages ("reportedly" probable, "purportedly" possible).
 */
export const POSSIBLE_WORDS: ReadonlySet<string> = new Set(
  'may might could possibly perhaps maybe possible alleged allegedly purported purportedly supposedly ostensibly suggested rumoured rumored fears'.split(
    ' ',
  ),
)

export const PROBABLE_WORDS: ReadonlySet<string> = new Set(
  'probably likely presumably apparently seemingly reportedly appears appear appeared seems seem seemed believed understood thought expected presumed suspected think thinks believe believes reckon reckons assume'.split(
    ' ',
  ),
)

/** Words that announce what is to come. */
export const FUTURE_WORDS: ReadonlySet<string> = new Set(["'ll", '’ll', 'will', 'wo', 'shall', 'tomorrow'])

/** Words that say what ought to be, or how good it is. */
export const OPINION_WORDS: ReadonlySet<string> = new Set(
  'should ought must disgrace disgraceful scandal shameful outrageous ridiculous absurd excellent wonderful terrible unacceptable reckless irresponsible wrong unfair brilliant dreadful appalling pathetic stupid foolish nonsensical speculative premature regrettable disappointing'.split(
    ' ',
  ),
)

/** Words that call something untrue. */
export const FALSITY_WORDS: ReadonlySet<string> = new Set(
  'false untrue nonsense rubbish baseless unfounded groundless fabricated fabrication invention invented lie lies fiction forgery fake hoax slander libel malicious'.split(
    ' ',
  ),
)

/** Words that negate the clause they stand in. */
export const NEGATIONS: ReadonlySet<string> = new Set([
  'not',
  "n't",
  'n’t',
  'never',
  'no',
  'nobody',
  'none',
  'nothing',
  'neither',
  'nor',
  'nowhere',
  'cannot',
  'without',
])

/** Phrases, in lower case, by which a speaker takes no position. */
export const NON_ANSWERS: readonly string[] = [
  'no comment',
  'not comment',
  "n't comment",
  'n’t comment',
  'not be drawn',
  'be drawn',
  'not discuss',
  "n't discuss",
  'not in a position',
  'not speculate',
  'rule anything out',
  'rule nothing out',
  'nothing to add',
  'nothing more to add',
  'too early to',
  'too soon to',
  'premature to',
  'a matter for',
  'a question for',
  'under investigation',
  'under review',
  'being investigated',
  'do not know',
  "don't know",
  'don’t know',
  'not been established',
  'has not been confirmed',
  'could not be reached',
  'cannot confirm',
  'could not confirm',
  "can't confirm",
  'can’t confirm',
  'neither confirm nor deny',
  'expresses no view',
  'no view on',
  "can't tell you",
  'can’t tell you',
  'cannot say',
  "can't say",
  'can’t say',
  'not for me to',
  'ask me again',
  'in due course',
  'not recall',
  "n't recall",
  'n’t recall',
  'not remember',
  "n't remember",
  'n’t remember',
  'no idea',
  'no finding',
  'no opinion',
  'no position',
]
