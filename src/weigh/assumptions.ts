import { ok, refuse, type Result } from '../core/refusal.ts'
import type { AssumptionRow } from './assumption.ts'
import { BELIEF_ROWS } from './beliefs.data.ts'
import { ITEM_ROWS } from './items.data.ts'
import { ORIGIN_ROWS } from './origins.data.ts'

export type { AssumptionRow, Basis } from './assumption.ts'

const ROWS = [...BELIEF_ROWS, ...ORIGIN_ROWS, ...ITEM_ROWS] as const

export type AssumptionName = (typeof ROWS)[number]['name']

/** A value for every row of the table, in the row's unit. */
export type Assumptions = Readonly<Record<AssumptionName, number>>

/** The table, in the order in which it is printed. */
export const assumptionRows: readonly (AssumptionRow & { readonly name: AssumptionName })[] = ROWS

export const standardAssumptions: Assumptions = Object.fromEntries(ROWS.map((row) => [row.name, row.standard])) as Assumptions

/** Levenshtein distance, in UTF-16 code units. */
const distanceOf = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j++) {
      const changed = (row[j] ?? 0) + (a.charAt(i) === b.charAt(j) ? 0 : 1)
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

const nearestTo = (name: string): AssumptionName => {
  const off = (row: AssumptionRow): number => distanceOf(name.toLowerCase(), row.name.toLowerCase())
  return assumptionRows.reduce((best, row) => (off(row) < off(best) ? row : best)).name
}

/**
 * The standard assumptions with some rows overridden. Refuses (`bad-option`) a name that is not in the table, naming the nearest
 * one, and a value that is not a number inside the row's range, naming the range.
 */
export const assume = (overrides: Readonly<Record<string, number>>): Result<Assumptions> => {
  for (const [name, value] of Object.entries(overrides)) {
    const row = assumptionRows.find((each) => each.name === name)
    if (row === undefined)
      return refuse('bad-option', `There is no assumption named "${name}"; the nearest is "${nearestTo(name)}".`)
    if (!(value >= row.low && value <= row.high)) {
      return refuse(
        'bad-option',
        `The assumption "${name}" lies between ${row.low} and ${row.high} (${row.unit}), so it cannot be ${value}.`,
      )
    }
  }
  return ok({ ...standardAssumptions, ...overrides })
}
