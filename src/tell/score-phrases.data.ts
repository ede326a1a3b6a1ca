/** Every sentence that can be said of a machine's score, in one place. Each returns a whole sentence unless it says otherwise. */

export const SCORE_HEADINGS = {
  score: 'What the score says',
  comparison: 'One comparison',
  search: 'The search',
  count: 'In whole numbers',
  limits: 'What this rests on',
  why: 'Why',
  ask: 'What to ask the maker for',
} as const

const RATES = { fmr: 'the false match rate (FMR)', fnmr: 'the false non-match rate (FNMR)' } as const

export const scorePhrases = {
  // Above the sections; no sentences.
  found: (score: string, candidates: string): string => `A match at ${score}, found by searching ${candidates} candidates`,
  compared: (score: string): string => `A match at ${score}, in one comparison`,
  reported: (score: string): string => `A match at ${score}`,
  noWeight: 'likelihood ratio 1: as it stands it is worth nothing',
  atMost: (ratio: string): string => `likelihood ratio at most ${ratio}`,
  asFound: (ratio: string, bound: string): string => `likelihood ratio ${ratio}; ${bound} were it not for the search`,
  unlessSearched: (ratio: string): string => `likelihood ratio at most ${ratio}, and less if it was found by a search`,

  // With both rates.
  notProbability: (value: string): string => `The ${value} is not a probability, and nothing below is reckoned from it.`,
  onlyMatch:
    'It says that the machine calls this a match; what that is worth depends on how often the machine errs, and on how many it compared.',
  rates: (found: string, mistaken: string): string =>
    `The machine calls the one sought a match in ${found} comparisons, and somebody else in ${mistaken}.`,
  bound: (found: string, mistaken: string, ratio: string): string =>
    `So a match is ${found} ÷ ${mistaken}, or about ${ratio}, times as likely of the one sought as of somebody else.`,
  atBest: (support: string): string =>
    `That is ${support}, at best: the rates are those of a test, and poorer pictures and look-alikes make them worse.`,
  baseRate: (candidates: string, matches: string): string =>
    `Of ${candidates} candidates that are not the one sought, about ${matches} would match all the same.`,

  // The search.
  somebody: (percent: string): string =>
    `Where the one sought is not among them, such a search still finds somebody in ${percent} of all cases.`,
  divided: (bound: string, gallery: string, ratio: string): string =>
    `The best match is whoever came out of it, so the likelihood ratio is divided by the number searched: ${bound} ÷ ${gallery}, or about ${ratio}.`,
  support: (support: string): string =>
    `That is ${support} for this being the one sought, rather than somebody found because the one sought is not there.`,
  ranked: (ratio: string): string => `A ranking that always put the one sought first could make it ${ratio}, and no more.`,
  against: 'Nor is it support for anybody else: so wide a search finds somebody, whoever is sought.',
  unknownGallery: (count: string): string =>
    `Nobody says how many were searched: the likelihood ratio is divided by their number, and among ${count} candidates nothing is left of it.`,
  onlyTwo: 'All of it stands only where two were compared and no more.',

  // In whole numbers.
  searches: (searches: string, present: string, prior: string): string =>
    `Take ${searches} such searches. In ${present} of them the one sought is among the candidates (the prior, ${prior}).`,
  named: (named: string | null, right: string, wrong: string): string =>
    `${named ?? 'All'} of them find somebody; the best match is the one sought in ${right}, and somebody else in ${wrong}.`,
  false: (percent: string): string => `So the best match is a false one in ${percent} of the searches that find somebody.`,
  falseAtLeast: (percent: string, wrong: string): string =>
    `Were the one sought ranked first whenever it matches, it would still be a false one in ${percent} (${wrong}).`,
  comparisons: (searches: string, present: string, prior: string): string =>
    `Take ${searches} such comparisons. In ${present} of them both are the same (the prior, ${prior}).`,
  matches: (named: string, right: string, wrong: string): string =>
    `${named} are called a match: ${right} rightly, ${wrong} wrongly.`,
  falseMatch: (percent: string): string => `So a match is a false one in ${percent} of all cases.`,

  // What it rests on.
  prior: (percent: string): string =>
    `The prior, ${percent}: how likely it was before the search that the one sought is among the candidates.`,
  priorOfTwo: (percent: string): string =>
    `The prior, ${percent}: how likely it was before the comparison that both are the same.`,
  order: 'Two rates at one threshold do not tell which of several matches comes first; chance is taken to order them.',
  independent: 'Candidates are taken to err independently of each other; twins and copies in the gallery do not.',
  suspected:
    'Somebody who was suspected before, on other grounds, was not found by the search: for them one comparison counts, with a prior from those grounds.',
  tested:
    'The rates hold at the threshold that was passed, and for material like that of the test; what the score has above the threshold counts for nothing here.',

  // Without.
  bare: (value: string): string => `The ${value} is not a probability, and there is no way from it to one.`,
  takes:
    'What a match is worth is how many times likelier it is of the one sought than of somebody else; that takes two rates of error, at one threshold.',
  missing: (missing: readonly ('fmr' | 'fnmr')[]): string =>
    missing.length === 1
      ? `Here ${missing.map((rate) => RATES[rate]).join('')} is missing, and one rate without the other says nothing.`
      : 'Here both are missing.',
  differs: (value: string): string =>
    `The same ${value} may be rare among strangers with one machine and common with another, or with other pictures.`,
  askFmr: 'The false match rate (FMR): the share of comparisons with somebody else that are called a match at this threshold.',
  askFnmr:
    'The false non-match rate (FNMR): the share of comparisons with the one sought that are not called a match at the same threshold.',
  askTest: 'How both were measured: on how many comparisons, on what material, and by whom, other than the maker.',
  askGallery: 'How many candidates were searched, and how this one was picked from those that matched.',
} as const
