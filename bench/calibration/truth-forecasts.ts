/** What `fuse` or a vote says of the objects of a truth-discovery set whose truth is known. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cellsOf, rowsOf, type FusedObject, type TruthSet } from '../truth-sets.ts'
import type { Forecast } from './scores.ts'

/** One value that is so: `tables.mjs` writes it in the form in which it writes claims. */
export interface Truth {
  readonly object: string
  readonly value: string
}

const GOLD = 'gold'

/** Ends the name of a flight that is made its own by the number of its line: a truth that the set gives twice is scored twice. */
const LINE = '#'

/** The truth in the form of the set's claims, as if one more source had said it. */
const asClaims = ({ kind, truth }: TruthSet): string => {
  const text = readFileSync(truth, 'latin1')
  if (kind === 'flight')
    return text
      .split('\n')
      .map((line, at) => line.replace(/^[^\t]+/u, (flight) => `${GOLD}\t${flight}${LINE}${at}`))
      .join('\n')
  const rows = cellsOf(text).map((cells) => `,,${cells[0] ?? ''},author,"${(cells.at(-1) ?? '').trim()}",${GOLD}`)
  return ['head', ...rows].join('\n')
}

/** The truths of a set, read by the same rules as its claims; `folder` is for a passing file. */
export const truthsOf = (set: TruthSet, folder: string): readonly Truth[] => {
  const file = join(folder, 'truth')
  writeFileSync(file, asClaims(set), 'latin1')
  return cellsOf(rowsOf(set.kind, file))
    .slice(1)
    .map(([, object = '', value = '']) => ({ object: object.replace(/#\d+/u, ''), value }))
}

const MINUTES_OF_A_DAY = 1440
const PUNCTUAL = 10

const withoutTerminal = (gate: string): string => gate.replace(/^[A-Z]+/u, '')

/** As the scorer beside the sets has it: a gate with or without its letters, a time to ten minutes, anything else to the letter. */
export const isTrue = (kind: TruthSet['kind'], value: string, truth: Truth): boolean => {
  if (kind === 'books') return value === truth.value
  if (truth.object.endsWith('gate'))
    return value === truth.value || withoutTerminal(value) === truth.value || value === withoutTerminal(truth.value)
  const apart = Math.abs(Number(value) - Number(truth.value))
  return Math.min(apart, MINUTES_OF_A_DAY - apart) <= PUNCTUAL
}

/** For each truth of which somebody spoke the probability of the value held likeliest, and whether it is the true one. */
export const forecastsOf = (
  kind: TruthSet['kind'],
  objects: readonly FusedObject[],
  truths: readonly Truth[],
): readonly Forecast[] => {
  const best = new Map(objects.map(({ object, values }) => [object, values[0]]))
  return truths.flatMap((truth) => {
    const value = best.get(truth.object)
    return value === undefined ? [] : [{ probability: value.probability, isSo: isTrue(kind, value.value, truth) }]
  })
}
