/**
 * `npm run bench:calibration`: how well Hearsay's probabilities fit what turned out, beside a count of votes and beside who always says
 * 0.5: on worlds made by the model's own rules and by others, on the answered cases, and on the truth-discovery sets, the last two as far
 * as they lie beside the project. `--worlds N` makes fewer worlds, and then nothing is kept. Nothing in the program is tuned to any of it.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { standardAssumptions } from '../src/weigh/assumptions.ts'
import { weigh } from '../src/weigh/weigh.ts'
import { answeredCasesIn, inputOf, votesOn, type AnsweredCase } from './calibration/answered-cases.ts'
import { reliabilityChart, type Panel } from './calibration/chart.ts'
import { binsOf, brierOf, eceOf, voteShare, type Forecast } from './calibration/scores.ts'
import { basisSentence, reliabilityTable, scoreTable, type Contender } from './calibration/tables.ts'
import { forecastsOf, truthsOf } from './calibration/truth-forecasts.ts'
import { AS_ASSUMED, worldFrom, type Way } from './calibration/worlds.ts'
import { keepTable, SHARED } from './results.ts'
import {
  areTruthSetsThere,
  BOOKS,
  FLIGHT_DAYS,
  fused,
  rowsOf,
  scoreOf,
  voted,
  type FusedObject,
  type TruthSet,
} from './truth-sets.ts'

const ROOT = resolve(import.meta.dirname, '..')
const CHART = join(ROOT, 'docs/calibration.svg')
const WORLDS = 5000

const WAYS: readonly (readonly [title: string, way: Partial<Way>])[] = [
  ['As the model assumes', {}],
  ['Every k half of what is assumed', { tie: 0.5 }],
  ['3 echoes in 10 unseen, as outlets', { missed: 0.3, missedAs: 'outlet' }],
  ['3 echoes in 10 unseen, as knowers', { missed: 0.3, missedAs: 'knower' }],
  ['3 claims in 10 are so, not 5', { prior: 0.3 }],
  ['Half k, unseen echoes, 3 in 10 so', { tie: 0.5, missed: 0.3, missedAs: 'knower', prior: 0.3 }],
]

const always = (forecasts: readonly Forecast[]): Contender => ({
  name: 'always 0.5',
  forecasts: forecasts.map(({ isSo }) => ({ probability: 0.5, isSo })),
})

interface Judged {
  readonly title: string
  readonly contenders: readonly [hearsay: Contender, votes: Contender, always: Contender]
}

/** The worlds of one way of being wrong, all weighed in one call. */
const judged = (title: string, way: Partial<Way>, count: number): Judged => {
  const worlds = Array.from({ length: count }, (_, at) => worldFrom(at + 1, { ...AS_ASSUMED, ...way }))
  const verdicts = weigh({
    claims: worlds.map(({ claim }) => claim),
    origins: worlds.flatMap(({ origins }) => origins),
    evidence: [],
    sources: worlds.flatMap(({ sources }) => sources),
    assumptions: standardAssumptions,
  })
  const hearsay = worlds.map(({ isSo }, at) => ({ probability: verdicts[at]!.probability, isSo }))
  const votes = worlds.map(({ isSo, articles: { supports, contradicts } }) => ({
    probability: voteShare(supports, contradicts),
    isSo,
  }))
  return {
    title,
    contenders: [{ name: 'Hearsay', forecasts: hearsay }, { name: 'votes of articles', forecasts: votes }, always(hearsay)],
  }
}

const noteOf = ({ forecasts }: Contender): string => `Brier ${brierOf(forecasts).toFixed(3)}, ECE ${eceOf(forecasts).toFixed(3)}`

const panelOf = ({ title, contenders: [hearsay, votes] }: Judged): Panel => ({
  title,
  notes: [`Hearsay: ${noteOf(hearsay)}`, `votes: ${noteOf(votes)}`],
  hearsay: binsOf(hearsay.forecasts),
  votes: binsOf(votes.forecasts),
})

const worldLines = (all: readonly Judged[], count: number): readonly string[] => [
  `GENERATED WORLDS, ${count.toLocaleString('en')} each, seeds 1 to ${count}, with the same voices in each`,
  'What Hearsay is told is what a faultless reader would find. Unseen: an echo that stands as an origin of its own, taken for',
  'the word of the outlet that repeats it, or for another knower as well placed as the one it repeats.',
  '',
  ...all.flatMap(({ title, contenders }) => [...scoreTable(title, contenders), '']),
  ...all.flatMap(({ title, contenders }) => [...reliabilityTable(title, contenders.slice(0, 2)), '']),
]

/** What everybody says of one claim of a case whose truth is known. */
interface ClaimForecasts {
  readonly about: string
  readonly isSo: boolean
  /** In the order of `CASE_CONTENDERS`. */
  readonly probabilities: readonly number[]
}

const CASE_CONTENDERS = [
  'Hearsay, access and interest not told',
  'Hearsay, both by the rules of trace',
  'votes of statements',
  'votes of articles',
  'always 0.5',
]

const onClaims = (answered: AnsweredCase): readonly ClaimForecasts[] => {
  const [bare = [], told = []] = (['nothing', 'rules'] as const).map((telling) => weigh(inputOf(answered, telling)))
  return answered.claims.flatMap(({ id }, at) => {
    const truth = answered.gold.verdict[id]?.truth ?? null
    if (truth === null) return []
    const votes = (['statement', 'article'] as const).map((by) => {
      const { supports, contradicts } = votesOn(id, answered.gold, by)
      return voteShare(supports, contradicts)
    })
    return [
      {
        about: `${answered.name} ${id}`,
        isSo: truth,
        probabilities: [bare[at]!.probability, told[at]!.probability, ...votes, 0.5],
      },
    ]
  })
}

const caseContenders = (claims: readonly ClaimForecasts[]): readonly Contender[] =>
  CASE_CONTENDERS.map((name, at) => ({
    name,
    forecasts: claims.map(({ isSo, probabilities }) => ({ probability: probabilities[at]!, isSo })),
  }))

const claimLine = ({ about, isSo, probabilities }: ClaimForecasts): string =>
  `  ${`${about}, ${isSo ? 'so' : 'not so'}`.padEnd(40)}${probabilities.map((p) => p.toFixed(3).padStart(10)).join('')}`

const caseLines = (): readonly string[] => {
  const folders = [
    ['open cases', join(SHARED, 'casebench/cases')],
    ['own cases', join(ROOT, 'bench/cases')],
  ] as const
  const found = folders.map(([title, folder]) => ({ title, cases: answeredCasesIn(folder) }))
  const told = found.flatMap(({ title, cases }) => {
    if (cases === null) return [{ title, lines: [`${title}: left out, they are not beside the project`, ''], claims: [] }]
    const claims = cases.flatMap(onClaims)
    const all = cases.reduce((sum, each) => sum + each.claims.length, 0)
    const name = `${title}: ${claims.length} of ${all} claims turned out`
    return [{ title, lines: [...scoreTable(name, caseContenders(claims)), ...claims.map(claimLine), ''], claims }]
  })
  const both = told.flatMap(({ claims }) => claims)
  return [
    'ANSWERED CASES, with the statements, stances, origins and things of the gold; a line for each claim has the',
    'probabilities in the order of the rows above it. So few claims tell little: see the ECE that comes by chance.',
    '',
    ...told.flatMap(({ lines }) => lines),
    ...scoreTable('both together', caseContenders(both)),
    '',
    ...reliabilityTable('both together', caseContenders(both).slice(0, 3)),
  ]
}

type FuseWay = readonly [name: string, said: (table: string) => readonly FusedObject[]]

const parsedFused = (json: string): readonly FusedObject[] =>
  (JSON.parse(json) as { readonly objects: readonly FusedObject[] }).objects

const FUSE_WAYS: readonly FuseWay[] = [
  ['fuse', (table) => parsedFused(fused(table))],
  ['vote', (table) => voted(table)],
  ['vote, one more for each value (Laplace)', (table) => voted(table, 1)],
]

/** Forecasts on one set, checked against the scorer that lies beside it. */
const onSet = (set: TruthSet, folder: string): readonly Contender[] => {
  const [table, result] = [join(folder, 'set.csv'), join(folder, 'set.json')]
  writeFileSync(table, rowsOf(set.kind, set.claims))
  const truths = truthsOf(set, folder)
  return FUSE_WAYS.map(([name, said]) => {
    const objects = said(table)
    writeFileSync(result, JSON.stringify({ objects }))
    const forecasts = forecastsOf(set.kind, objects, truths)
    const { n, brier } = scoreOf(set, result)
    if (n !== forecasts.length || Math.abs(brier - brierOf(forecasts)) > 1e-9)
      throw new Error(`${set.truth} is read otherwise than by its scorer: ${forecasts.length} for ${n}`)
    return { name, forecasts }
  })
}

const pooled = (sets: readonly (readonly Contender[])[]): readonly Contender[] => {
  const all = FUSE_WAYS.map(([name], at): Contender => ({ name, forecasts: sets.flatMap((set) => set[at]?.forecasts ?? []) }))
  return [...all, always(all[0]!.forecasts)]
}

const fuseLines = (): readonly string[] => {
  if (!areTruthSetsThere()) return ['TRUTH-DISCOVERY SETS: left out, they are not beside the project']
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-calibration-'))
  try {
    const books = pooled([onSet(BOOKS, folder)])
    const flight = pooled(FLIGHT_DAYS.map((day) => onSet(day, folder)))
    return [
      'TRUTH-DISCOVERY SETS: the probability of the value held likeliest. Four numbers of fuse were chosen looking at these',
      'very sets (docs/rooms/fuse.md), so these are no held-out figures; the days of Flight are pooled.',
      '',
      ...scoreTable('Books', books),
      '',
      ...scoreTable('Flight 1–7 December', flight),
      '',
      ...reliabilityTable('Books', books.slice(0, 2)),
      '',
      ...reliabilityTable('Flight 1–7 December', flight.slice(0, 2)),
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const count = Number(process.argv[process.argv.indexOf('--worlds') + 1]) || WORLDS
const all = WAYS.map(([title, way]) => judged(title, way, count))
const table = [
  'How probabilities fit what turned out. Brier (0.25: always 0.5) and log score (nats, 0.693: always 0.5): smaller is better.',
  'ECE: how far the share of what was so lies from the probability given, over ten bins; by chance: the ECE that so many',
  'claims have on average where every probability is right. Intervals: 95 %, Wilson.',
  basisSentence(),
  'Nothing was tuned to this page; but the cases were looked at while the program was written, and four numbers of fuse were',
  'chosen looking at its sets.',
  '',
  ...worldLines(all, count),
  ...caseLines(),
  '',
  ...fuseLines(),
].join('\n')

if (count !== WORLDS) console.log(table)
else {
  keepTable('calibration', table)
  writeFileSync(
    CHART,
    reliabilityChart(
      'Is what is said to be 80 % likely so 8 times in 10?',
      `${count.toLocaleString('en')} generated worlds in each square, weighed by Hearsay and by a count of articles`,
      all.map(panelOf),
    ),
  )
}
