/** Verbs of one's own senses. */
export const PERCEPTION: ReadonlySet<string> = new Set(
  [
    'saw seen see watched watch witnessed heard hear felt smelt smelled noticed counted found stood spotted met recognised',
    'recognized photographed filmed inspected examined measured touched',
  ]
    .join(' ')
    .split(' '),
)

/** Words that may stand between the one who sees and the seeing: "I have myself never". */
export const PERCEPTION_REACH = 3

export const FIRST_PERSON: ReadonlySet<string> = new Set(['i', 'we'])

/** In retold words the witness is "he" or "she". */
export const THIRD_PERSON: ReadonlySet<string> = new Set(['he', 'she', 'they'])

/** "I was in the hall": being there, where a place follows. */
export const PLACE_WORDS: ReadonlySet<string> = new Set(
  ['in at on there inside outside beside near behind standing sitting present aboard'].join(' ').split(' '),
)

/** Phrases by which a speaker says that it comes from somebody else. */
export const HEARSAY: readonly string[] = [
  'i was told',
  'we were told',
  'he was told',
  'she was told',
  'they were told',
  'i am told',
  "i'm told",
  'we are told',
  "we're told",
  'i have been told',
  "i've been told",
  'we have been told',
  'had been told',
  'told me',
  'told us',
  'told him',
  'told her',
  'i heard that',
  'we heard that',
  'he heard that',
  'she heard that',
  'heard from',
  'i hear that',
  'so i hear',
  'i gather',
  'we gather',
  'i understand that',
  'we understand that',
  'people say',
  'they say',
  'word is',
  'rumour has',
  'rumor has',
]

/** Words in a source's name, or in what names it, that stand for measuring or keeping a record. */
export const RECORD_WORDS: ReadonlySet<string> = new Set(
  [
    'laboratory laboratories lab register registry registrar court tribunal coroner census log logbook record records',
    'minutes certificate archive archives audit auditor filing filings ledger observatory documents report',
  ]
    .join(' ')
    .split(' '),
)

/** What "we" do that is no act of ours: being, thinking, wishing and speaking. */
export const NO_OWN_ACT: ReadonlySet<string> = new Set(
  [
    'am are was were be been believe think know hope fear expect understand suspect guess feel say',
    'can cannot could may might must would should',
  ]
    .join(' ')
    .split(' '),
)

/** Words that stand between who acts and the act. */
export const BEFORE_ACT: ReadonlySet<string> = new Set(
  "have has had did do not never ever haven't hadn't didn't don't also just already only then simply".split(' '),
)
