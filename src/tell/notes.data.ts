/** What a report says of itself. */
export const notes = {
  noQuestion: 'What do these documents show?',
  scope: (counts: string): string => `${counts}.`,
  scopeAsOf: (counts: string, day: string): string => `${counts}. As of ${day}: nothing published later is counted.`,
  override: (assumption: string, value: number, standard: number): string =>
    `${assumption} is set to ${value}; the standard value is ${standard}.`,
  noOverrides: 'All assumptions have their standard values.',
  statementsBy: (makers: string): string => `Statements found by ${makers}.`,
  bearingsBy: (makers: string): string => `What bears on which claim judged by ${makers}.`,
  joinsBy: (makers: string): string => `Echoes joined by ${makers}.`,
  weighed:
    'Weights are likelihood ratios from a printed table of assumptions; they multiply the odds from which the check starts.',
  figures: (percent: string, interval: string): string => `${percent}; 90\u00A0% interval ${interval}`,
  start: (percent: string): string => `The check started from ${percent}.`,
  morePassages: (count: number): string => (count === 1 ? 'and one more passage' : `and ${count} more passages`),
  moreJoins: (count: number): string => (count === 1 ? 'And one more join like these.' : `And ${count} more joins like these.`),
  noSide: 'Takes no side',
  echoes: (articles: string, voices: string, origins: string): string =>
    `Drawing of echoes: ${articles} at the left, ${voices} in the middle, ${origins} at the right. The lists below say the same in words.`,
  echoCaption:
    'Each strand is one passage: from the article that prints it, through the last voice it names, to the origin it goes back to.',
  bears: (claim: number, stance: string, certainty: string): string => `Claim ${claim}: ${stance}, ${certainty}`,
  shown: 'Words that the reasoning points to',
  digest: (format: string): string => `Captured as ${format}; SHA-256 of the bytes`,
  from: 'has it from',
  ledger: 'What each origin and thing adds',
  ledgerWhat: 'Origin or thing',
  ledgerBar: 'Weight, drawn',
  ledgerWeight: 'Weight',
  claim: (number: number): string => `Claim ${number}`,
  masthead: 'Hearsay: who said it, and on whose authority',
  contents: 'Claims',
  skip: 'Skip to the reasoning',
  thing: 'a thing, not words',
  noClaims: 'No claim was given, and none was found.',
  documents: 'The documents',
  refused: 'What could not be read',
  assumptions: 'Assumptions changed',
  made: 'How this was made',
  legend: 'How to read this',
} as const

export const LEGEND: readonly (readonly [word: string, meaning: string])[] = [
  ['Article', 'a document with a passage that bears on the claim, whichever way.'],
  ['Voice', 'whoever an article names last as saying it; the outlet itself where it names nobody.'],
  ['Origin', 'all passages on one side that go back to one knower. Echoes add nothing: an origin told forty times counts once.'],
  ['←', 'has it from. The outlet stands first, whoever says it last.'],
  [
    'Probability',
    'how likely the claim is, from these documents and the printed assumptions alone. The words for it are those of ICD 203.',
  ],
  ['90 % interval', 'where the probability lies nine times in ten when the assumptions are as unsure as their table says.'],
  [
    'Verdict',
    'takes account of what the probability rests on: established and refuted need two independent origins, or a thing of known making.',
  ],
  ['×3 for', 'this multiplies the odds that the claim is true by three; ×3 against divides them by three.'],
  ['Not counted', 'a denial of something else, a reply without an answer, and a passage that takes no side change no figure.'],
]
