import { byPosition } from '../../core/span.ts'
import type { Numeral } from './numeral.ts'
import { numbersInWords } from './number-words.ts'
import { FRACTION_SIGNS, MULTIPLIERS, MULTIPLIER_LETTERS } from './quantities.data.ts'

const FIGURES = new RegExp(
  '(?<![\\p{L}\\p{N}#@/§.]|[\\p{L}\\p{N}][.,:]|\\p{L}[-–])' +
    '(?<digits>\\d{1,3}(?:[,\\u00A0\\u202F]\\d{3})+(?!\\d)|\\d+)(?<decimals>\\.\\d+)?(?<part>[½¼¾])?' +
    `(?:(?<letters>${Object.keys(MULTIPLIER_LETTERS).join('|')})(?![\\p{L}\\p{N}])` +
    `|(?<half> and a half)?(?<words>(?:[ \\u00A0-]?(?:${Object.keys(MULTIPLIERS).join('|')})(?!\\p{L}))*))`,
  'giu',
)

/** Digits that a product keeps: 4.1 million is 4,100,000. */
const PRECISION = 12

const rounded = (value: number): number => Number(value.toPrecision(PRECISION))

const inFigures = (match: RegExpExecArray): Numeral => {
  const { digits = '', decimals = '', part = '', letters = '', half, words = '' } = match.groups ?? {}
  const multiplier = words
    .toLowerCase()
    .split(/[^a-z]+/u)
    .reduce((product, word) => product * (MULTIPLIERS[word] ?? 1), MULTIPLIER_LETTERS[letters.toLowerCase()] ?? 1)
  const plain = Number(digits.replaceAll(/\D/gu, '') + decimals) + (FRACTION_SIGNS[part] ?? 0) + (half === undefined ? 0 : 0.5)
  return {
    start: match.index,
    end: match.index + match[0].length,
    value: rounded(plain * multiplier),
    form: 'figures',
    multiplier,
  }
}

/** Every number of a text in reading order, whatever it numbers or counts. */
export const numeralsIn = (text: string): readonly Numeral[] =>
  [...[...text.matchAll(FIGURES)].map(inFigures), ...numbersInWords(text)].sort(byPosition)
