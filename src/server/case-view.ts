import type { KeptCase, KeptExhibit } from '../core/kept-case.ts'
import { ok, type Result } from '../core/refusal.ts'
import type { CaseLine, CaseView, ShownDocument, ShownVerdict } from '../index.ts'
import { caseMarks, caseNamed } from '../store/cases.ts'
import type { Ground } from '../store/ground.ts'
import { type Holding, holdingsOf } from '../store/holdings.ts'
import { entriesOf } from '../store/journal/journal.ts'
import { type Card, cardsOf } from './exhibit-cards.ts'
import { heardBy, type ReaderVersions } from './kept-basis.ts'

const deletedBy = ({ buried }: Holding): ShownDocument['deleted'] =>
  buried?.deed.kind === 'tombstone' ? { who: buried.who, at: buried.at, reason: buried.deed.reason } : null

const shown = ({ label, capture }: KeptExhibit, holding: Holding, card: Card | null): ShownDocument => {
  const { name, sha256, imprint, method, takenAt, exchange } = holding.record
  const deleted = deletedBy(holding)
  const read = deleted === null ? card : null
  return {
    label,
    capture,
    sha256,
    name,
    title: read?.imprint?.title ?? imprint.title ?? null,
    publisher: read?.imprint?.publisher ?? imprint.publisher ?? null,
    author: read?.imprint?.author ?? imprint.author ?? null,
    published: read?.imprint?.published ?? imprint.published ?? null,
    url: exchange?.url ?? imprint.url ?? read?.imprint?.url ?? null,
    method,
    takenAt,
    documents: read?.documents ?? null,
    statements: read?.statements ?? null,
    refusal: read?.refusal ?? null,
    deleted,
  }
}

/** The captures of a case with all that is known of them, in the order in which they were put before it. */
export const shownDocuments = async (
  ground: Ground,
  exhibits: readonly KeptExhibit[],
  readers: ReaderVersions,
): Promise<readonly ShownDocument[]> => {
  const ids = exhibits.map(({ capture }) => capture)
  const holdings = await holdingsOf(ground, ids)
  const cards = await cardsOf(ground, exhibits, heardBy(readers))
  return exhibits.flatMap((exhibit) => {
    const holding = holdings.get(exhibit.capture)
    return holding === undefined ? [] : [shown(exhibit, holding, cards.get(exhibit.capture) ?? null)]
  })
}

/** The last verdict that was told of each claim the case has, or of those that were found where it has none. */
const lastVerdicts = async (
  ground: Ground,
  kept: KeptCase,
  { until, documents }: { readonly until: string | null; readonly documents: readonly ShownDocument[] },
): Promise<readonly ShownVerdict[]> => {
  const lastDeletion = documents.reduce((last, { deleted }) => (deleted !== null && deleted.at > last ? deleted.at : last), '')
  const entries = await entriesOf(ground, {
    case: kept.id,
    kinds: ['verdict'],
    last: 50,
    ...(until === null ? {} : { until }),
  })
  const last = new Map<string, ShownVerdict>()
  for (const { at, seq, deed } of entries) {
    if (deed.kind !== 'verdict') continue
    for (const verdict of deed.claims)
      last.set(verdict.claim, { ...verdict, at, asOf: deed.asOf, holds: seq > kept.seq && at > lastDeletion })
  }
  const asked = new Set<string>(kept.claims.map(({ id }) => id))
  return [...last.values()].filter(({ claim, holds }) => (asked.size === 0 ? holds : asked.has(claim)))
}

/** A case as it stands, or stood at the end of a moment, with its documents and the last verdicts told, but no statements. */
export const caseView = async (
  ground: Ground,
  name: string,
  { readers, known }: { readonly readers: ReaderVersions; readonly known: string | null },
): Promise<Result<CaseView>> => {
  const kept = await caseNamed(ground, name, known)
  if (!kept.ok) return kept
  const documents = await shownDocuments(ground, kept.value.exhibits, readers)
  return ok({
    kept: kept.value,
    known,
    documents,
    verdicts: await lastVerdicts(ground, kept.value, { until: known, documents }),
    statements: {},
    names: {},
  })
}

/** Every case of the library, in the order of their names. */
export const caseLines = async (ground: Ground): Promise<readonly CaseLine[]> => {
  const lines: CaseLine[] = []
  for (const { name } of await caseMarks(ground)) {
    const kept = await caseNamed(ground, name)
    if (!kept.ok) continue
    const { id, question, begun, closed, claims, exhibits } = kept.value
    const [last] = await entriesOf(ground, { case: id, last: 1 })
    const changed = last?.at ?? begun
    lines.push({ name, question, begun, changed, closed, claims: claims.length, documents: exhibits.length })
  }
  return lines
}
