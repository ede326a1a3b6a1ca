import { wordSet } from '../word-set.ts'
import type { EvidenceKind } from '../../core/evidence.ts'

/** Nouns for things that bear witness by themselves, singular. */
export const ITEM_NOUNS: Readonly<Record<string, EvidenceKind>> = {
  photograph: 'photo',
  photo: 'photo',
  picture: 'photo',
  image: 'photo',
  snapshot: 'photo',
  snap: 'photo',
  selfie: 'photo',
  screenshot: 'photo',
  still: 'photo',
  video: 'video',
  film: 'video',
  footage: 'video',
  clip: 'video',
  livestream: 'video',
  recording: 'audio',
  tape: 'audio',
  audio: 'audio',
  voicemail: 'audio',
  intercept: 'audio',
  wiretap: 'audio',
  memo: 'document',
  memorandum: 'document',
  letter: 'document',
  email: 'document',
  'e-mail': 'document',
  log: 'document',
  logbook: 'document',
  roster: 'document',
  minutes: 'document',
  certificate: 'document',
  invoice: 'document',
  receipt: 'document',
  contract: 'document',
  draft: 'document',
  dossier: 'document',
  file: 'document',
  transcript: 'document',
  affidavit: 'document',
  manifest: 'document',
  ledger: 'document',
  diary: 'document',
  note: 'document',
  permit: 'document',
  circular: 'document',
  slip: 'document',
  slide: 'document',
  spreadsheet: 'document',
  document: 'document',
  cheque: 'document',
  check: 'document',
  filing: 'document',
  deed: 'document',
  audit: 'document',
  report: 'document',
  entry: 'document',
  bill: 'document',
  statement: 'document',
  message: 'document',
  correspondence: 'document',
  blueprint: 'document',
  timesheet: 'document',
  passport: 'document',
  will: 'document',
  agreement: 'document',
  page: 'document',
  printout: 'document',
  postcard: 'document',
  telegram: 'document',
  warrant: 'document',
  data: 'data',
  dataset: 'data',
  database: 'data',
  register: 'data',
  telemetry: 'data',
  transponder: 'data',
  statistic: 'data',
  record: 'data',
  reading: 'data',
  recorder: 'data',
  test: 'test',
  sample: 'test',
  swab: 'test',
  analysis: 'test',
  autopsy: 'test',
  'post-mortem': 'test',
  'x-ray': 'test',
  scan: 'test',
  dna: 'test',
  fingerprint: 'test',
  measurement: 'test',
  assay: 'test',
  biopsy: 'test',
  dating: 'test',
  examination: 'test',
  result: 'test',
}

/** Stuff that bears witness once it is tested. */
export const MATTER_NOUNS: ReadonlySet<string> = wordSet(`
  saliva blood hair flake residue tissue urine fibre fiber droppings signature handwriting thumbprint watermark pigment
  fillet bone tooth soil trace fragment feather shard splinter
`)

/** Stems of verbs and names of places that make a sentence one about a test. */
export const TESTING =
  /\b(?:test|analys|laborator|lab\b|labs\b|dna\b|sequenc|swab|match|compar|microscop|x-ray|spectr|carbon-dat|forensic|sampled|as samples|institute|isotop)/iu

/** Words inside the phrase that change what kind of thing its head names, with the heads they do it to. */
export const KIND_MODIFIERS: readonly (readonly [modifier: RegExp, heads: RegExp, kind: EvidenceKind])[] = [
  [/\bsatellite\b/iu, /^(?:photo|photograph|picture|image|still|snapshot|frame|imagery|view|footage)$/u, 'satellite'],
  [/\bx-ray\b/iu, /^(?:photo|photograph|picture|image|scan)$/u, 'test'],
  [/\b(?:video|film|cctv|dashcam|camera)\b/iu, /^(?:recording|tape|file|still)$/u, 'video'],
  [/\b(?:audio|voice|sound)\b/iu, /^(?:clip|file|message|note|recording)$/u, 'audio'],
  [
    /\b(?:sensor|meter|tracking|position|flight|radar|sonar|transponder|ais|gps|phone|telephone|call|payroll|hospital|court|bank|tax|land|shipping|weather)\b/iu,
    /^(?:record|log|reading|file)$/u,
    'data',
  ],
]

/** Heads that name evidence only with a word like these in their phrase. */
export const NEEDS: Readonly<Record<string, RegExp>> = {
  report:
    /\p{L}['’]s (?:\p{L}{1,40} )?report\b|\b(?:inspections?|inspectors?['’]?s?|lab|laboratory|internal|leaked|confidential|audit|auditors?['’]?s?|engineer(?:s|ing)?['’]?s?|police|forensic|autopsy|post-mortem|interim|draft|expert|coroners?['’]?s?|incident|accident|damage|survey|surveyors?['’]?s?|secret|unpublished|technical|medical|test|safety|inquiry|official|damning|of the|by the|by an?|from the)\b/iu,
  entry: /\b(?:log|diary|ledger|register|logbook|book)\b/iu,
  bill: /\b(?:of sale|of lading|hotel|unpaid|repair)\b/iu,
  statement: /\b(?:bank|witness|sworn|account)\b/iu,
  message: /\b(?:text|whatsapp|chat|phone|sent|leaked|intercepted|deleted)\b/iu,
  record:
    /(?:\p{L}['’]s?|\b(?:its|their|his|her|own|public|official|phone|telephone|call|flight|radar|tax|bank|court|hospital|medical|patient|customer|shipping|fuel|payroll|weather|land|police|company|maintenance|training|attendance|delivery)) (?:\p{L}{1,40} )?records\b/iu,
  reading: /\breadings\b/iu,
  page: /\b(?:leaked|cropped|torn|handwritten|of the (?:log|diary|ledger|book|register|file|report|minutes))\b/iu,
  will: /\b(?:last|signed|handwritten|old)\b/iu,
  bone: TESTING,
  check: /\b(?:bank|cashed|signed|uncashed)\b/iu,
  slip: /\b(?:delivery|weigh|paper|signed|betting|bank)\b/iu,
  result: /\b(?:test|lab|laboratory|autopsy|analysis|dna)\b/iu,
  dating: /\b(?:carbon|radiocarbon|ring|tree-ring)\b/iu,
  agreement: /\b(?:signed|draft|leaked|written|unsigned|confidential)\b/iu,
  examination: /\b(?:forensic|medical|x-ray|laboratory)\b/iu,
  still: /\b(?:video|film|from|a|the)\b/iu,
  tape: /\b(?:recorder|audio|the|a|of)\b/iu,
  file: /\b(?:leaked|personnel|case|internal|secret|sound|audio|video|police|data|of)\b/iu,
  passport: /\b(?:stamped|forged|copy)\b/iu,
}

/** One thing under several names within one document: the general name after the telling one. */
export const FAMILIES: readonly (readonly string[])[] = [
  ['photograph', 'photo', 'picture', 'image', 'snapshot', 'snap', 'selfie', 'still', 'screenshot'],
  ['video', 'film', 'footage', 'clip', 'livestream', 'recording', 'tape'],
  ['recording', 'tape', 'audio', 'voicemail', 'intercept', 'wiretap'],
  ['email', 'e-mail', 'message', 'correspondence'],
  ['memo', 'memorandum', 'note'],
  ['log', 'logbook', 'entry'],
  ['test', 'sample', 'swab', 'result', 'analysis', 'dna'],
  ['data', 'dataset', 'database', 'record', 'reading', 'recorder', 'telemetry', 'transponder', 'statistic'],
]

/** Names under which any document may be spoken of again. */
export const GENERAL_DOCUMENTS: ReadonlySet<string> = wordSet('document page file paper')

/** Determiners after which nothing is there, or nothing certain. */
export const NOTHING_THERE: ReadonlySet<string> = wordSet('no any neither such every each whatever which what this')

/** Directly before a phrase: the thing has not come forth. */
export const WITHHELD =
  /\b(?:declin\w+|refus\w+|ask(?:ed|ing|s)? for|demand\w*|request\w*|wants?|wanted|would like|needs?|needed|without|lacks?|lacked|sought|awaits?|awaiting|promis\w+|call(?:ed|s|ing)? for|instead of)(?: to \w+)? $/iu

/** Words that tell a further thing of the same name. */
export const ANOTHER: ReadonlySet<string> = wordSet('another second third fourth other separate different further')

/** Participles that go on with a phrase: `a memo written by`. */
export const PARTICIPLES: ReadonlySet<string> = wordSet(`
  taken written dated seen shown signed drawn left sent issued obtained leaked posted published shot filmed made circulated
  addressed collected held kept handed passed read quoted released found provided supplied given stamped marked headed
  entitled bought sold stored filed uploaded tested analysed compared examined shared reposted captured produced prepared compiled submitted attributed
  reviewed described cited lifted sampled printed dictated received
`)

/** Verbs of showing and saying that a tag may take for nouns: after a noun they end its phrase. */
export const SHOWING = wordSet(
  'show shows say says state states suggest suggests prove proves reveal reveals indicate indicates record records list lists read reads put puts',
)

/** Prepositions that go on with a phrase after its head. */
export const LINKS: ReadonlySet<string> = wordSet(
  'of by from with in at on for to between among inside outside near under about off over through',
)

/** Nobody stands for it: who made it, or where it comes from, is not known. */
export const UNKNOWN_ORIGIN =
  /\b(?:circulat|purport|(?:unknown (?:origin|source|author|maker)|unverified|going (?:round|around)|doing the rounds|making the rounds|went viral|viral|anonymous(?:ly)?|(?:nobody|no one|not) (?:\w{1,30} ){0,3}(?:knows?|known|say|says|clear) (?:who|where|when)|unsigned|undated|origin (?:is|was|remains) (?:unknown|unclear|unverified)|could not be (?:verified|traced|authenticated|confirmed)|(?:has|have) not been (?:verified|authenticated)|not been able to (?:verify|authenticate|trace)|message ?boards?|social media|answering machine|shared (?:widely|online|thousands)|whose (?:maker|author|origin)|does not (?:know|say) who)\b)/iu

/** It was shown, handed over or made public by whoever has it. */
export const SHOWN =
  /\b(?:published|released|made public|handed (?:over|to|in)|presented|produced|submitted|supplied|provided|posted|put (?:up|out|online)|shown to|showed|showing|gave (?:us|the)|read out|on (?:its|their|his|her|the) (?:website|page|site)|seen by|shared with|exhibited|put before|before the (?:court|inquiry|committee|board)|issued)\b/iu

/** It reached the teller by a way its maker did not choose or that is not told. */
export const LEAKED =
  /\b(?:leak|(?:obtained|passed to|left (?:on|at|in)|dropped|quoted (?:on|in|by)|internal|confidential|secret|photographed|smuggled|fell into)\b)/iu

/** It was made by somebody told. */
export const MADE =
  /\b(?:taken|shot|filmed|recorded|made|written|drawn up|compiled|prepared|kept|signed|issued|collected|carried out|photographed|captured|drafted|sampled|tested|analysed|held)\b/iu

/** What a machine's number is called, by the stem of the word; `machine`: only where the sentence speaks of one. */
export const SCALE_STEMS: Readonly<Record<string, { readonly name: string; readonly machine: boolean }>> = {
  similar: { name: 'similarity', machine: false },
  likeness: { name: 'likeness', machine: false },
  resembl: { name: 'resemblance', machine: false },
  match: { name: 'match', machine: false },
  correspond: { name: 'correspondence', machine: true },
  confiden: { name: 'confidence', machine: true },
  probab: { name: 'probability', machine: true },
  scor: { name: 'score', machine: true },
  likelihood: { name: 'likelihood', machine: true },
  certain: { name: 'certainty', machine: true },
  accura: { name: 'accuracy', machine: true },
  agree: { name: 'agreement', machine: true },
  sure: { name: 'certainty', machine: true },
  rated: { name: 'rating', machine: true },
  rating: { name: 'rating', machine: true },
}

export const MACHINES =
  /\b(?:software|programs?|programmes?|algorithms?|machines?|computers?|models?|systems?|tools?|detectors?|recognition|recogniser|classifiers?|scanners?|apps?|AI|neural|automatic(?:ally)?|bots?)\b/u

/** Words of doubt about a thing: that it is not what it is said to be, or shows nothing. */
export const DOUBT =
  /\b(?:manipulat|tamper|fabricat|contaminat|doubt|disput|dismiss|reject|(?:fak(?:e|ed|es|ery)|forg(?:ed|ery|eries)|doctored|edited|altered|cropped|staged|generated|old (?:photo|picture|film|video|footage|image)|out of context|not (?:genuine|authentic|real|reliable|conclusive|prove|from|taken|what)|n['’]t (?:genuine|authentic|real|prove|from|show)|cannot (?:prove|be (?:verified|relied|trusted))|proves? nothing|shows? nothing|says? nothing|no (?:error rate|reliance|proof|value|way of telling)|unreliable|inconclusive|misread|mistaken|sceptical|skeptical|question(?:ed|s|able)|worthless|too (?:blurred|blurry|dark|small|grainy)|blurred|could (?:be|have been) (?:anything|anyone|any)|may (?:be|have been) (?:a|an|any)|wrong|written up|illegible|do(?:es)? not (?:show|prove|match|bear|add)|did not (?:show|prove|match|come|write)|never (?:wrote|signed|saw|sent)|not worth)\b)/iu

/** Papers in which people say things: "said in a letter" offers no letter. */
export const CHANNELS: ReadonlySet<string> = wordSet(
  'letter email e-mail message note filing postcard statement video report circular memo',
)

/** Words that offer a thing as a witness. */
export const OFFERING =
  /\b(?:indicat|match|(?:shows?|showed|showing|shown|proves?|proved|suggests?|suggested|records?|recorded|lists?|listed|says?|said|states?|gives?|gave|puts?|according to|cit(?:es|ed|ing)|reveals?|revealed|confirms?|confirmed|found|bears?|names?|reads?|dated|signed|produced|seen by|obtained|leaked|published|released|posted|evidence|proof|compared|contains?|taken)\b)/iu

/** Words of a mention that many things share. */
export const FREQUENT_WORDS: ReadonlySet<string> = wordSet(`
  that which with from into this these those their have been were said shows showing taken seen made last next first second
  third another other same about between over under near published posted leaked internal original full short whose three
  four five seven eight nine twelve
`)

/** Papers that claims are about more often than they rest on: offered only where somebody has shown or seen them. */
export const WEAK_HEADS: ReadonlySet<string> = wordSet('contract agreement will permit file passport')

/** A paper comes forth: somebody has shown, seen or read it. */
export const COMES_FORTH =
  /\b(?:circulat|(?:seen by|obtained|leaked|published|released|shown to|showed|a copy|copies|produced|dated|read (?:by|to|out)|according to|handed|signed by|shows?|quoted|posted|going round)\b)/iu
