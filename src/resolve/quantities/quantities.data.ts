import { wordSet } from '../word-set.ts'

/** Number words and their values. */
export const SIMPLE_NUMBERS: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}

/** Words that multiply the number before them. */
export const MULTIPLIERS: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
}

/** The same as letters, written against a figure: `$40m`. */
export const MULTIPLIER_LETTERS: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mn: 1e6, bn: 1e9, tn: 1e12, trn: 1e12 }

export const FRACTION_SIGNS: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75 }

export const CURRENCY_SIGNS = '(?:US|A|C|NZ|HK)?\\$|[£€¥₹₽₩₺]|Rs\\.? ?'

/** Abbreviated units as they stand after a figure, with or without a blank. */
export const UNIT_SIGNS: readonly string[] = [
  'km/h',
  'kmh',
  'kph',
  'mph',
  'km',
  'cm',
  'mm',
  'kg',
  'mg',
  'g',
  'ft',
  'lb',
  'lbs',
  'oz',
  'kWh',
  'MWh',
  'GWh',
  'kW',
  'MW',
  'GW',
  'kHz',
  'MHz',
  'GHz',
  'Hz',
  'GB',
  'MB',
  'TB',
  'ml',
  'ha',
  'dB',
  '°C',
  '°F',
  '°',
  'p',
  'V',
  'km²',
  'm²',
  'mins',
  'hrs',
]

/** Nouns that measure: what follows them ("two hours late") is no part of the unit. */
export const MEASURES: ReadonlySet<string> = wordSet(`
  second minute hour day week fortnight month year decade century metre meter kilometre kilometer centimetre centimeter
  millimetre mile yard foot feet inch acre hectare tonne ton kilo kilogram gram pound ounce stone litre liter gallon barrel
  degree knot watt kilowatt megawatt volt per crown franc dollar euro penny pence cent dinar peso rouble mark lira yen
`)

/** Adjectives that belong to a measure. */
export const MEASURE_ADJECTIVES: ReadonlySet<string> = wordSet('square cubic nautical metric')

/** Adjectives that stand for people or things counted: `14 dead`. */
export const COUNTED_STATES: ReadonlySet<string> = wordSet(
  'dead injured wounded missing hurt killed homeless sick ill arrested detained unaccounted',
)

/** Plurals without an `s`. */
export const BARE_PLURALS: ReadonlySet<string> = wordSet(`
  people men women children police staff crew sheep fish cattle deer troops feet mice geese teeth personnel aircraft cod
  salmon
`)

/** Heads of phrases in which a number counts nothing: fractions, turns of speech. */
export const NO_UNITS: ReadonlySet<string> = new Set([
  'thirds',
  'third',
  'quarters',
  'fifths',
  'sixths',
  'sevenths',
  'eighths',
  'ninths',
  'tenths',
  'hundredths',
  'fold',
  'way',
  'off',
  'liner',
  'sided',
  'faced',
  'handed',
  'tier',
  'time',
  'first',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  ...Object.keys(SIMPLE_NUMBERS),
])

/** Nouns that a number after them numbers, rather than counts: `page 41`, `wards 3 to 6`. */
export const NUMBERED: ReadonlySet<string> = wordSet(`
  page p pp section paragraph para article chapter line item table figure fig no nos number numbers room ward flat platform
  pier gate berth pen crane unit route road bus flight class type grade level part volume box lot batch district paper
  exhibit phase group year channel form schedule annex appendix step exercise question studio module reactor turbine terminal
  dock hole stage round mile junction bed cell block mark model version slide point season episode psalm act scene hymn top
  buoy tank bay zone sector shaft pit hangar office house bridge seat row track footnote clause rule resolution amendment
  regulation annexe camera container hall floor week day update branch kilometre state
`)

/** Words before a bare small number that make it a time of day. */
export const CLOCK_LEADS: ReadonlySet<string> = wordSet('at past until till since before after around by')

/** Words that tell of an amount: after them `at nine` is none of the clock. */
export const AMOUNT_WORDS: ReadonlySet<string> = wordSet(`
  put puts stood stands stand estimated estimates set counted valued remains remained total toll figure number price priced
  odds score scored rate speed kept share likeness similarity confidence probability match least most capped peaked peaking
  came rating settled dose level depth height
`)

/** Words before a number that make it stand for someone named already: `the two`, `all four`. */
export const RESUMING: ReadonlySet<string> = wordSet(
  'the these those all other his her its their our my your both first last next same us them every each any no',
)

/** Words before `one` that make it a count and not a pronoun. */
export const COUNTING_ONE: ReadonlySet<string> = wordSet('only just least exactly than')
