import type { Origin } from '../core/origin.ts'
import { textOfAll } from '../core/span.ts'
import { type SmallCase, smallCase } from './small-case.fixture.ts'
import { trace } from './trace.ts'

/** The provenance of a small case, with what is said in place of ids. */
export const traced = (given: SmallCase) => {
  const input = smallCase(given)
  const provenance = trace(input)
  const texts = new Map(
    input.statements.map(({ id, document, content }) => [
      id,
      textOfAll(input.documents.find((it) => it.id === document)?.text ?? '', content),
    ]),
  )
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
    origins: provenance.origins,
    edges,
    groups: provenance.origins.map(says),
    roots: provenance.origins.map(({ root }) => root),
  }
}
