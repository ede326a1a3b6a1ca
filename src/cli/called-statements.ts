import { callsStatement } from '../core/judgement.ts'
import type { ToldEntry } from '../index.ts'
import { caseNamed } from '../store/cases.ts'
import type { Desk } from './desk.ts'

const calls = ({ entry: { deed }, undone }: ToldEntry): boolean =>
  (deed.kind === 'judgement' && callsStatement(deed.judgement)) || (undone !== null && calls(undone))

/** Short names for the statements that judgements call, case by case. */
export const namesIn = async (
  told: readonly ToldEntry[],
  { library, readers }: Desk,
): Promise<Readonly<Record<string, string>>> => {
  const calling = told.filter(calls)
  const cases = new Set(calling.map(({ caseName }) => caseName).filter((name) => name !== null))
  if (cases.size === 0) return {}
  const { heardBy } = await import('../server/kept-basis.ts')
  const { statementNames } = await import('../server/kept-statements.ts')
  const names: Record<string, string> = {}
  for (const name of cases) {
    const kept = await caseNamed(library, name)
    if (kept.ok) Object.assign(names, await statementNames(library, kept.value, heardBy(readers)))
  }
  return names
}
