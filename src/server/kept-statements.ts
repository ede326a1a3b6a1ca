import type { KeptCase } from '../core/kept-case.ts'
import { plain } from '../core/plain-text.ts'
import { ok, refuse, type Result } from '../core/refusal.ts'
import { byPosition, hull, textAt, textOfAll } from '../core/span.ts'
import type { Statement, StatementId } from '../core/statement.ts'
import type { NamedStatement } from '../index.ts'
import type { Ground } from '../store/ground.ts'
import { readingOf } from '../store/readings.ts'
import { labelledDocuments, type LabelledDocument, readingsOfCase, type ReadingOptions } from './kept-reading.ts'

const chainOf = ({ document }: LabelledDocument, { chain }: Statement): readonly string[] =>
  chain.map(({ mention }, place) => {
    if (mention !== null) return plain(textAt(document.text, mention))
    return place === 0 ? plain(document.publisher ?? 'this document') : 'somebody unnamed'
  })

const inOrder = ({ statements }: LabelledDocument): readonly Statement[] =>
  statements.toSorted((a, b) => byPosition(hull(a.content), hull(b.content)) || (a.id < b.id ? -1 : 1))

const named = (one: LabelledDocument): readonly NamedStatement[] =>
  inOrder(one).map((statement, at) => ({
    name: `${one.label}:${at + 1}`,
    id: statement.id,
    chain: chainOf(one, statement),
    act: statement.act,
    certainty: statement.certainty,
    words: plain(textOfAll(one.document.text, statement.content)),
  }))

/**
 * All that is said in a case, by the label of its capture, each under the short name by which a person calls it: label, colon, and its
 * number in reading order. Another version of the reader may number otherwise; judgements keep the id.
 */
export const namedStatements = async (
  ground: Ground,
  kept: KeptCase,
  options: ReadingOptions,
): Promise<Result<Readonly<Record<string, readonly NamedStatement[]>>>> => {
  const heard = await readingsOfCase(ground, kept, options)
  if (!heard.ok) return heard
  const byLabel: Record<string, NamedStatement[]> = {}
  for (const one of labelledDocuments(heard.value)) (byLabel[one.exhibit] ??= []).push(...named(one))
  return ok(byLabel)
}

/**
 * The short names of statements by their ids, as far as that version of the reader has read the case: nothing is read for them.
 */
export const statementNames = async (
  ground: Ground,
  { exhibits }: KeptCase,
  heardBy: string,
): Promise<Readonly<Record<string, string>>> => {
  const names: Record<string, string> = {}
  for (const { label, capture } of exhibits) {
    const reading = await readingOf(ground, capture, heardBy)
    if (reading === null) continue
    for (const one of labelledDocuments([{ label, reading }])) for (const { id, name } of named(one)) names[id] = name
  }
  return names
}

/** The ids of statements that a person calls by their short names or ids, in the order asked; refuses the first that the case has not. */
export const statementsCalled = async (
  ground: Ground,
  kept: KeptCase,
  { calls, ...options }: ReadingOptions & { readonly calls: readonly string[] },
): Promise<Result<readonly StatementId[]>> => {
  const named = await namedStatements(ground, kept, options)
  if (!named.ok) return named
  const all = Object.values(named.value).flat()
  const found: StatementId[] = []
  for (const call of calls) {
    const statement = all.find(({ name, id }) => name === call || id === call)
    if (statement === undefined)
      return refuse(
        'not-found',
        `The case “${kept.name}” has no statement “${call}”; “hearsay case show ${kept.name} --statements” tells them all, as d1:2.`,
      )
    found.push(statement.id)
  }
  return ok(found)
}
