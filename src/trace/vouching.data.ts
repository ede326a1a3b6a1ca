/** Words by which an outlet speaks of itself, apart from its name. */
export const OWN_SUBJECTS: readonly string[] = [
  'we',
  'i',
  'our reporter',
  'our reporters',
  'our correspondent',
  'our correspondents',
  'a reporter',
  'reporters',
  'this reporter',
  'this newspaper',
  'this paper',
  'this magazine',
  'this site',
  'this website',
  'this programme',
  'this station',
  'the newspaper',
  'the paper',
]

/** What a newsroom does to know for itself. */
export const VOUCHING_VERBS: ReadonlySet<string> = new Set(
  [
    'saw seen watched witnessed verified checked counted visited inspected examined measured reviewed filmed photographed',
    'geolocated tested confirmed analysed analyzed obtained observed found established',
  ]
    .join(' ')
    .split(' '),
)

/** What stands in the passive before "by": "documents seen by …". */
export const VOUCHED_BY: ReadonlySet<string> = new Set(
  ['seen verified reviewed checked examined inspected obtained watched heard read confirmed analysed analyzed counted']
    .join(' ')
    .split(' '),
)

/** Words that turn vouching into its opposite: "could not verify". */
export const VOUCHING_DENIED: ReadonlySet<string> = new Set([
  'not',
  'never',
  'unable',
  'cannot',
  'yet',
  'failed',
  'declined',
  'without',
])
