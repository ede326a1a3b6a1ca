import { createHash } from 'node:crypto'
import type { CaseId, DeedKind, Entry } from '../core/entry.ts'
import type { Claim } from '../core/claim.ts'
import type { KeptCase, KeptExhibit, KeptJudgement } from '../core/kept-case.ts'

/** An entry with the hash of its leaf. */
export interface Leaf {
  readonly entry: Entry
  readonly leaf: string
}

/** Told of a case without changing what it is: a verdict rests on the case, and must not make its own basis another one. */
const ABOUT_A_CASE: readonly DeedKind[] = ['verdict', 'publication']

export const changesCase = ({ deed, case: id }: Entry): boolean => id !== null && !ABOUT_A_CASE.includes(deed.kind)

/** The digest of a case after one more entry that changes it; `''` before the first. */
export const rolledDigest = (digest: string, leaf: string): string =>
  createHash('sha256').update(digest).update(leaf).digest('hex')

/** The entries that are taken back: read from the last, a taking back that is itself taken back does not count. */
export const takenBack = (entries: readonly Entry[]): ReadonlySet<number> => {
  const gone = new Set<number>()
  for (const { seq, deed } of entries.toReversed()) if (deed.kind === 'undo' && !gone.has(seq)) gone.add(deed.entry)
  return gone
}

const UNDOABLE: readonly DeedKind[] = ['exhibit', 'exhibit-removed', 'claim', 'claim-removed', 'judgement', 'undo', 'case-closed']

/** Whether an entry is of a kind that can be taken back. */
export const isUndoable = ({ deed }: Entry): boolean => UNDOABLE.includes(deed.kind)

interface Growing {
  readonly exhibits: Map<string, KeptExhibit>
  readonly claims: Map<string, Claim>
  readonly judgements: KeptJudgement[]
  closed: string | null
}

const apply = (state: Growing, { seq, at, who, deed }: Entry): void => {
  if (deed.kind === 'exhibit') state.exhibits.set(deed.label, { label: deed.label, capture: deed.capture, seq, at })
  else if (deed.kind === 'exhibit-removed') state.exhibits.delete(deed.label)
  else if (deed.kind === 'claim') state.claims.set(deed.claim, { id: deed.claim, text: deed.text, given: true })
  else if (deed.kind === 'claim-removed') state.claims.delete(deed.claim)
  else if (deed.kind === 'judgement') state.judgements.push({ seq, at, who, reason: deed.reason, judgement: deed.judgement })
  else if (deed.kind === 'case-closed') state.closed = deed.reason
}

/** What a case was after these entries of its journal, in order; null where they do not begin it. */
export const stateOf = (id: CaseId, leaves: readonly Leaf[]): KeptCase | null => {
  const changes = leaves.filter(({ entry }) => changesCase(entry))
  const first = changes[0]?.entry
  if (first?.deed.kind !== 'case') return null
  const state: Growing = { exhibits: new Map(), claims: new Map(), judgements: [], closed: null }
  const gone = takenBack(changes.map(({ entry }) => entry))
  for (const { entry } of changes) if (!gone.has(entry.seq)) apply(state, entry)
  return {
    id,
    name: first.deed.name,
    question: first.deed.question,
    begun: first.at,
    closed: state.closed,
    claims: [...state.claims.values()],
    exhibits: [...state.exhibits.values()],
    judgements: state.judgements,
    seq: changes.at(-1)?.entry.seq ?? first.seq,
    digest: changes.reduce((digest, { leaf }) => rolledDigest(digest, leaf), ''),
  }
}
