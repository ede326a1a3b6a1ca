/** Words that carry grammar: two texts that share them share nothing telling. Lower case, without endings after an apostrophe. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set(
  [
    'a an the this that these those some any no not nor all both each every either neither other such',
    'i me my we us our you your he him his she her hers it its they them their who whom whose which what',
    'be am is are was were been being have has had having do does did will would shall should can could may might must',
    'of in on at by for with about against between into through during before after to from up down out off over under until since upon as than like',
    'and or but if because so yet while though although whether then there here when where why how',
    'very too just only even also still already again now more most less much many',
    'say says said saying tell tells told add adds added according',
    'don doesn didn isn aren wasn weren hasn haven hadn won wouldn couldn shouldn',
  ]
    .join(' ')
    .split(' '),
)
