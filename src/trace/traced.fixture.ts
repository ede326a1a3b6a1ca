import type { Origin } from '../core/origin.ts'
import type { Judgement } from '../core/judgement.ts'
import { textOfAll } from '../core/span.ts'
import type { StatementId } from '../core/statement.ts'
import { type SmallCase, smallCase } from './small-case.fixture.ts'
import { trace, untraced } from './trace.ts'

/** What persons decide of statements, which `id` finds by what they say. */
export type Judging = (id: (says: string) => StatementId) => readonly Judgement[]

/** The provenance of a small case, with what is said in place of ids. */
export const traced = (given: SmallCase, judging?: Judging) => {
  const input = smallCase(given)
  const texts = new Map(
    input.statements.map(({ id, document, content }) => [
      id,
      textOfAll(input.documents.find((it) => it.id === document)?.text ?? '', content),
    ]),
  )
  const idOf = (says: string): StatementId => {
    const id = [...texts].find(([, text]) => text === says)?.[0]
    if (id === undefined) throw new Error(`nobody says “${says}”`)
    return id
  }
  const judgements = judging?.(idOf) ?? []
  const provenance = trace({ ...input, judgements })
  const says = ({ statements }: Origin): readonly string[] => statements.map((id) => texts.get(id) ?? '')
  const edges = provenance.edges.map(({ from, to, kind, reason, by }) => ({
    from: texts.get(from),
    to: texts.get(to),
    kind,
    reason,
    rule: by.maker,
    sure: by.sure,
  }))
  return {
    provenance,
    stale: untraced(judgements, { statements: input.statements, origins: provenance.origins }),
    origins: provenance.origins,
    edges,
    groups: provenance.origins.map(says),
    roots: provenance.origins.map(({ root }) => root),
  }
}
