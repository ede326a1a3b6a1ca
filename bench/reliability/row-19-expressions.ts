import { createRequire } from 'node:module'
import { join } from 'node:path'
import type * as Recheck from 'recheck'
import { ALLOWANCES, type Allowance } from './expression-allowances.data.ts'
import { allExpressions, type Expression, expressionsIn } from './expressions.ts'
import type { RowOptions, RowResult } from './row.ts'

const ROOT = join(import.meta.dirname, '../..')

/** The build in JavaScript alone, which works wherever Node does. */
const { checkSync } = ((): typeof Recheck => {
  process.env['RECHECK_SYNC_BACKEND'] = 'pure'
  return createRequire(import.meta.url)('recheck') as typeof Recheck
})()

/** Milliseconds for one expression: of proof, and of attacks on what could not be proved. */
const PROOF_MS = 15_000
const ATTACK_MS = 60_000
/** Of proof in the short form, where what is not proved in time is left to the long one. */
const QUICK_MS = 300

/** Rooms whose expressions meet bytes from outside first: the short form looks at these. */
const OUTERMOST = /^src\/(?:cli|core|node|read|server|store)\//u

export type Finding = 'proved' | 'withstood' | 'undecided' | 'polynomial' | 'exponential'

/** By theory of automata, with every bounded repetition unrolled: what it clears is clear, within its model of backtracking. */
const PROOF = { checker: 'automaton', maxRepeatCount: 1000, maxNFASize: 1_000_000, maxPatternSize: 100_000 } as const

const findingIn = (found: Recheck.Diagnostics, ifSafe: Finding): Finding => {
  if (found.status === 'safe') return ifSafe
  if (found.status === 'unknown') return 'undecided'
  return found.complexity.type === 'exponential' ? 'exponential' : 'polynomial'
}

/** What an expression is: proved linear, else attacked. */
export const findingOf = ({ source, flags }: Pick<Expression, 'source' | 'flags'>, short: boolean): Finding => {
  const proof = findingIn(checkSync(source, flags, { ...PROOF, timeout: short ? QUICK_MS : PROOF_MS }), 'proved')
  if (proof !== 'undecided' || short) return proof
  return findingIn(checkSync(source, flags, { timeout: ATTACK_MS }), 'withstood')
}

const isAllowed = ({ path, source }: Expression): boolean =>
  ALLOWANCES.some((allowance) => allowance.path === path && allowance.source === source)

/** Allowances for expressions that are not there. */
export const staleAllowances = (expressions: readonly Expression[]): readonly Allowance[] =>
  ALLOWANCES.filter(({ path, source }) => !expressions.some((one) => one.path === path && one.source === source))

const PLANTED = `const planted = /^(a+)+$/u\nconst another = new RegExp('(?:x|xy|y)*z$')\nconst third = /\\s+$/u\nconst good = /^a+b/u`

/** The seeded mistakes: one exponential expression as a literal, one of constant text, one polynomial. */
const control = (): RowResult['control'] => {
  const findings = expressionsIn('planted.ts', PLANTED).expressions.map((one) => findingOf(one, false))
  return {
    name: '`^(a+)+$` and two more planted in a source',
    caught: findings.join() === 'exponential,exponential,polynomial,proved',
    figure: findings.join(', '),
  }
}

const placeOf = ({ path, line, source }: Expression): string => `${path}:${line} /${source.slice(0, 80)}/`

export const run = async ({ short }: RowOptions): Promise<RowResult> => {
  const started = performance.now()
  const { expressions, places, unseen } = await allExpressions(ROOT)
  const looked = expressions.filter(({ path }) => !short || OUTERMOST.test(path))
  const found = looked.map((one) => ({ one, finding: findingOf(one, short) }))
  const count = (finding: Finding): number => found.filter((each) => each.finding === finding).length
  const isFine = ({ one, finding }: (typeof found)[number]): boolean =>
    finding === 'proved' || finding === 'withstood' || (finding === 'undecided' && short) || isAllowed(one)
  const bad = found.filter((each) => !isFine(each))
  const stale = staleAllowances(expressions)
  return {
    row: 19,
    name: 'ReDoS scan of every regular expression',
    n: looked.length + stale.length + unseen.length,
    passed: looked.length - bad.length,
    bar: '0 exponential; 0 polynomial on text from outside',
    control: control(),
    figures: {
      places,
      expressions: expressions.length,
      looked: looked.length,
      proved: count('proved'),
      withstood: count('withstood'),
      undecided: count('undecided'),
      polynomial: count('polynomial'),
      exponential: count('exponential'),
      allowed: found.filter(({ one }) => isAllowed(one)).length,
    },
    seconds: (performance.now() - started) / 1000,
    notes: [
      ...bad.map(({ one, finding }) => `${finding}: ${placeOf(one)}`),
      ...stale.map(({ path, source }) => `allowed but not there: ${path} /${source.slice(0, 80)}/`),
      ...unseen.map((path) => `expressions put together in ${path} were not had`),
      ...found
        .filter(({ finding }) => finding === 'withstood')
        .map(({ one }) => `not proved, but withstood attack: ${placeOf(one)}`),
    ],
  }
}
