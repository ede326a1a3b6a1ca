/** ICD 203 (2015), row "likelihood": upper bound of each stretch of probability, exclusive, and its words. */
export const LIKELIHOODS: readonly { readonly below: number; readonly words: string }[] = [
  { below: 0.05, words: 'almost no chance' },
  { below: 0.2, words: 'very unlikely' },
  { below: 0.45, words: 'unlikely' },
  { below: 0.55, words: 'roughly even' },
  { below: 0.8, words: 'likely' },
  { below: 0.95, words: 'very likely' },
]

/** ENFSI Guideline for Evaluative Reporting (2015), verbal scale: upper bound of the likelihood ratio, exclusive. */
export const STRENGTHS: readonly { readonly below: number; readonly words: string }[] = [
  { below: 2, words: 'little or none' },
  { below: 10, words: 'weak' },
  { below: 100, words: 'moderate' },
  { below: 1_000, words: 'moderately strong' },
  { below: 10_000, words: 'strong' },
  { below: 1_000_000, words: 'very strong' },
]

export const NUMBERS: readonly string[] = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

export const MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
