/** Words that come before a name in a byline, as `plainWords` writes them. */
export const BYLINE_OPENINGS: readonly string[] = [
  'article by',
  'author',
  'by',
  'posted by',
  'published by',
  'report by',
  'reported by',
  'reporting by',
  'story by',
  'text by',
  'words by',
  'written by',
]

/** Last words of a byline that names nobody ("Staff reporter", "… desk"), and of the office that stands after a name. */
export const STAFF_NOUNS: ReadonlySet<string> = new Set(
  `agencies agency bureau chief columnist contributor contributors correspondent correspondents desk editor editors newsdesk newsroom
   reporter reporters staff team writer writers`.split(/\s+/u),
)

/** Words around the day and the hour in a line that tells when something was published; in lower case. */
export const TIME_WORDS: ReadonlySet<string> = new Set(
  `a am and at bst cest cet date edt edited est first gmt h hrs in ist issued last modified of on originally pdt pm posted pst publication
   published release released the time updated utc`.split(/\s+/u),
)

/** Words that begin what is not the day of publication. */
export const LATER_WORDS = /\b(?:updated|modified|edited|corrected|accessed|retrieved|expires)\b/iu

/** Small words that stand inside names. */
export const NAME_PARTICLES: ReadonlySet<string> = new Set(
  'al ap bin da de del della den der di dos du el ibn la le van von y zu'.split(' '),
)

/** Capitalised words that no name begins with. */
export const NO_NAMES: ReadonlySet<string> = new Set(
  `a an any all and at the this that these those then there here how what when where why who in on for from if it its no not now
   monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
   december`.split(/\s+/u),
)

/** Verbs with which a biography goes on after the name. */
export const BIOGRAPHY_VERBS: ReadonlySet<string> = new Set(
  `is was has holds covers writes wrote reports edits works worked lives teaches runs joined served studied blogs farms contributes
   specialises specializes hosts leads owns publishes`.split(/\s+/u),
)

/** Callings that a biography names after "is a", where its subject is not known as the author. */
export const CALLINGS: ReadonlySet<string> = new Set(
  `analyst author blogger broadcaster columnist commentator contributor correspondent editor fellow freelance freelancer journalist
   lecturer photographer professor publisher reporter researcher writer`.split(/\s+/u),
)
