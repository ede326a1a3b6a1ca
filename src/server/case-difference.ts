import type { CheckedCase } from '../core/case.ts'
import type { Document } from '../core/document.ts'
import type { Entry } from '../core/entry.ts'
import type { KeptCase, KeptExhibit } from '../core/kept-case.ts'
import { callsStatement } from '../core/judgement.ts'
import { momentBefore } from '../core/moment.ts'
import { ok, type Result } from '../core/refusal.ts'
import { type CaseDifference, differenceOf, type Recaptured, type ShownDocument, verdictMoves } from '../index.ts'
import { caseMark, caseNamed } from '../store/cases.ts'
import type { Ground } from '../store/ground.ts'
import { entriesOf } from '../store/journal/journal.ts'
import { shownDocuments } from './case-view.ts'
import { heardBy } from './kept-basis.ts'
import { checkKept } from './kept-check.ts'
import { keptReading, type ReadingOptions } from './kept-reading.ts'
import { statementNames } from './kept-statements.ts'

export interface DifferenceOptions extends ReadingOptions {
  /** Entries made at or after this moment count, ISO 8601 in UTC. */
  readonly since: string
  /** Documents published later are left out of both checks; null: none are. */
  readonly asOf: string | null
}

const checkedAt = async (
  ground: Ground,
  name: string,
  { known, ...options }: DifferenceOptions & { readonly known: string | null },
): Promise<Result<CheckedCase>> => {
  const checked = await checkKept(ground, name, { ...options, known, assume: {} })
  return checked.ok ? ok(checked.value.checked) : checked
}

const without = <T>(items: readonly T[], others: readonly T[], keyOf: (item: T) => unknown): readonly T[] => {
  const there = new Set(others.map(keyOf))
  return items.filter((item) => !there.has(keyOf(item)))
}

/** Why something was taken out, as the last entry that did so says; null where it was taken back instead. */
const reasonIn = (entries: readonly Entry[], name: string): string | null => {
  const deed = entries.findLast(
    ({ deed: one }) =>
      (one.kind === 'exhibit-removed' && one.label === name) || (one.kind === 'claim-removed' && one.claim === name),
  )?.deed
  return deed?.kind === 'exhibit-removed' || deed?.kind === 'claim-removed' ? deed.reason : null
}

const documentIn = async (
  ground: Ground,
  { label, capture }: ShownDocument,
  { readers }: ReadingOptions,
): Promise<Document | null> => {
  const reading = await keptReading(ground, { label, capture }, readers)
  const [only, ...more] = reading.ok ? reading.value.documents : []
  return more.length === 0 ? (only ?? null) : null
}

/** Pages of which a new document is a later capture than another that the case has or had. */
const recapturedIn = async (
  ground: Ground,
  { added, all }: { readonly added: readonly ShownDocument[]; readonly all: readonly ShownDocument[] },
  options: ReadingOptions,
): Promise<readonly Recaptured[]> => {
  const found: Recaptured[] = []
  for (const later of added) {
    const place = all.indexOf(later)
    const earlier = later.url === null ? undefined : all.slice(0, place).findLast(({ url }) => url === later.url)
    if (earlier === undefined) continue
    const [before, after] = [await documentIn(ground, earlier, options), await documentIn(ground, later, options)]
    const changes = before === null || after === null ? null : differenceOf(before, after)
    found.push({ label: later.label, earlier: earlier.label, changes })
  }
  return found
}

interface States {
  readonly then: KeptCase | null
  readonly now: KeptCase
  readonly entries: readonly Entry[]
}

/** The case now, just before the moment, and its entries since. */
const statesOf = async (ground: Ground, name: string, since: string): Promise<Result<States>> => {
  const now = await caseNamed(ground, name)
  if (!now.ok) return now
  const then = await caseNamed(ground, name, momentBefore(since))
  const mark = await caseMark(ground, name)
  const entries = mark === null ? [] : await entriesOf(ground, { case: mark.id, since })
  return ok({ then: then.ok ? then.value : null, now: now.value, entries })
}

const bySeq = (a: KeptExhibit, b: KeptExhibit): number => a.seq - b.seq

/**
 * What changed in a case since a moment: documents, claims and judgements, pages captured again, and how the verdict on each claim moved,
 * found by checking it as it stood just before and as it stands. What was deleted since can be read for neither. Refuses where there is
 * no such case.
 */
export const caseDifference = async (
  ground: Ground,
  name: string,
  options: DifferenceOptions,
): Promise<Result<CaseDifference>> => {
  const states = await statesOf(ground, name, options.since)
  if (!states.ok) return states
  const { then, now, entries } = states.value
  const before = then === null ? null : await checkedAt(ground, name, { ...options, known: momentBefore(options.since) })
  if (before?.ok === false) return before
  const after = await checkedAt(ground, name, { ...options, known: null })
  if (!after.ok) return after
  const exhibits = [...(then?.exhibits ?? []), ...without(now.exhibits, then?.exhibits ?? [], ({ capture }) => capture)]
  const all = await shownDocuments(ground, exhibits.toSorted(bySeq), options.readers)
  const isIn = ({ exhibits: list }: Pick<KeptCase, 'exhibits'>, { capture }: ShownDocument): boolean =>
    list.some((exhibit) => exhibit.capture === capture)
  const past = then ?? { exhibits: [], claims: [], judgements: [] }
  const added = all.filter((one) => !isIn(past, one))
  const calls = [...past.judgements, ...now.judgements].some(({ judgement }) => callsStatement(judgement))
  return ok({
    name,
    since: options.since,
    begun: then === null,
    documents: {
      added,
      removed: all.filter((one) => !isIn(now, one)).map((one) => ({ ...one, reason: reasonIn(entries, one.label) })),
      deleted: all.filter((one) => isIn(past, one) && isIn(now, one) && (one.deleted?.at ?? '') >= options.since),
    },
    claims: {
      added: without(now.claims, past.claims, ({ id }) => id),
      removed: without(past.claims, now.claims, ({ id }) => id).map((one) => ({ ...one, reason: reasonIn(entries, one.id) })),
    },
    judgements: {
      made: without(now.judgements, past.judgements, ({ seq }) => seq),
      undone: without(past.judgements, now.judgements, ({ seq }) => seq),
    },
    names: calls ? await statementNames(ground, now, heardBy(options.readers)) : {},
    recaptured: await recapturedIn(ground, { added, all }, options),
    verdicts: verdictMoves(before === null ? null : before.value, after.value),
  })
}
