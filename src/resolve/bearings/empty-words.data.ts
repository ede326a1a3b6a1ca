/**
 * Words that carry grammar, time or the act of saying rather than what is said: they do not tie a statement to a claim.
 * Compiled for this project.
 */
export const EMPTY_WORDS: readonly string[] = [
  'a an the this that these those such same other another each every either neither both some any all no none not nor',
  'i me my mine myself we us our ours ourselves you your yours yourself he him his himself she her hers herself it its itself they them their theirs themselves',
  'one ones somebody someone something anybody anyone anything everybody everyone everything nobody nothing',
  'who whom whose which what where when why how',
  'be am is are was were been being have has had having do does did done doing',
  'will would shall should can could may might must ought need cannot',
  "isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't couldn't shan't shouldn't mightn't mustn't",
  'of in on at by for with about against between into through during before after above below to from up down out off over under within without',
  'toward towards among across along around behind beside beyond near since until till upon per via as than like unlike',
  'and or but if because so yet while whereas although though unless whether then once',
  'very too quite rather just only even also still already again ever never always often sometimes soon now here there today yesterday tomorrow',
  'well indeed perhaps maybe probably possibly certainly clearly simply merely almost nearly hardly',
  'say said says saying tell told tells telling claim claims claimed add added adds report reported reports reportedly state stated states according',
  'think thinks thought believe believes believed mean means meant put puts know knows knew',
  'get gets got make makes made go goes going come comes came take takes give gives let lets want wants seem seems appear appears',
  'much many more most less least few several lot lots thing things way kind sort bit matter case fact',
  'mr mrs ms miss dr sir lady lord dame yes oh aye okay ok please',
  "i'm i've i'd i'll you're you've we're we've we'd we'll they're they've they'd they'll he's he'd he'll she's she'd she'll it's it'd it'll that's there's what's who's let's",
  'last next week weeks day days year years month months time times monday tuesday wednesday thursday friday saturday sunday',
]

/** Words that turn round the clause they stand in. Contractions in `n't` count without being listed. */
export const NEGATING_WORDS: readonly string[] = [
  'not no never none nobody nothing neither nor cannot hardly scarcely barely nowhere',
  'unlikely doubt doubts doubted deny denies denied denying',
  'isnt arent wasnt werent hasnt havent hadnt doesnt dont didnt wont wouldnt cant couldnt',
]

/** Words that turn round what follows `to`: "failed to close", but not "failed the test". */
export const FORGOING_WORDS: readonly string[] = [
  'fail fails failed failing refuse refuses refused refusing decline declines declined',
]

/** Words that begin a clause of their own where no punctuation does. */
export const CLAUSE_WORDS: readonly string[] = [
  'but although though while whereas because which who whose unless if when where and or after before that than',
]

/** First words that point back to something named earlier. */
export const POINTING_WORDS: readonly string[] = ['it he she they that this these those we i there']

/** Words that put a clause in the future. */
export const FUTURE_WORDS: readonly string[] = ["will would shall won't 'll i'll you'll he'll she'll it'll we'll they'll"]

/** Words that need their surroundings to be understood, or that keep a sentence from being a claim. */
export const UNCLEAR_WORDS: readonly string[] = [
  'i me my mine we us our ours you your yours he him his she her hers they them their theirs it this these those here there now today yesterday tomorrow',
  'who what whether why if please',
  "i'm i've i'd i'll we're we've we'd we'll you're you've you'd you'll they're they've they'd they'll he's he'd he'll she's she'd she'll it's it'd it'll that's there's",
]

/** Words that make a sentence less than a plain claim. */
export const UNSURE_WORDS: readonly string[] = [
  'may might could would should perhaps possibly probably likely allegedly reportedly about',
]
