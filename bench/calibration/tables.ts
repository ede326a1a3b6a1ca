import { assumptionRows } from '../../src/weigh/assumptions.ts'
import { binsOf, brierOf, eceByChance, eceOf, logScoreOf, type Bin, type Forecast } from './scores.ts'

/** Forecasts of one kind under a name. */
export interface Contender {
  readonly name: string
  readonly forecasts: readonly Forecast[]
}

const WIDTH = 46

const figure = (value: number, digits = 3): string => value.toFixed(digits).padStart(10)

const HEADS = ['N', 'so', 'Brier', 'log score', 'ECE', 'by chance']

/** One row for each contender: how many, how many of them were so, and the scores. */
export const scoreTable = (title: string, contenders: readonly Contender[]): readonly string[] => [
  `${title.padEnd(WIDTH)}${HEADS.map((head) => head.padStart(10)).join('')}`,
  ...contenders.map(({ name, forecasts }) => {
    const so = forecasts.filter(({ isSo }) => isSo).length
    const scores = [brierOf, logScoreOf, eceOf, eceByChance].map((score) => figure(score(forecasts)))
    return `  ${name}`.padEnd(WIDTH) + `${forecasts.length}`.padStart(10) + `${so}`.padStart(10) + scores.join('')
  }),
]

const binCells = ({ count, given, share, interval: [low, high] }: Bin): string =>
  given === null || share === null
    ? `${'0'.padStart(7)}${'–'.padStart(8)}${'–'.padStart(8)}${''.padStart(16)}`
    : `${count}`.padStart(7) +
      given.toFixed(3).padStart(8) +
      share.toFixed(3).padStart(8) +
      `[${low.toFixed(3)} ${high.toFixed(3)}]`.padStart(16)

const BIN_HEADS = `${'N'.padStart(7)}${'given'.padStart(8)}${'so'.padStart(8)}${'95 %'.padStart(16)}`

/** Bin by bin, side by side. */
export const reliabilityTable = (title: string, contenders: readonly Contender[]): readonly string[] => {
  const columns = contenders.map(({ forecasts }) => binsOf(forecasts))
  return [
    `${title}: ${contenders.map(({ name }) => name).join(' | ')}`,
    `${''.padEnd(10)}${columns.map(() => BIN_HEADS).join('  |')}`,
    ...(columns[0] ?? []).map(
      ({ low, high }, at) =>
        `${low.toFixed(1)}–${high.toFixed(1)}`.padEnd(10) + columns.map((bins) => binCells(bins[at]!)).join('  |'),
    ),
  ]
}

/** What of the table of assumptions is fitted, in one sentence; the rows say it themselves. */
export const basisSentence = (rows: readonly { readonly basis: 'fitted' | 'judgement' }[] = assumptionRows): string => {
  const fitted = rows.filter(({ basis }) => basis === 'fitted').length
  return `Of the ${rows.length} rows of the assumptions table ${fitted} ${fitted === 1 ? 'is' : 'are'} fitted to data and ${rows.length - fitted} are judgement.`
}
