import type { CaptureId } from '../core/capture.ts'
import type { Deed, DeedKind, Entry } from '../core/entry.ts'
import { grouped } from '../core/grouped.ts'
import { ok, type Result } from '../core/refusal.ts'
import type { ToldEntry } from '../index.ts'
import { takenBack } from '../store/case-state.ts'
import { caseMark, caseNamed } from '../store/cases.ts'
import type { Ground } from '../store/ground.ts'
import { caseNames, holdingsOf } from '../store/holdings.ts'
import { entriesOf } from '../store/journal/journal.ts'

export interface JournalOptions {
  /** Of one case, with what became of its captures; null: of the whole library. */
  readonly name: string | null
  /** Entries made at or after this moment, ISO 8601 in UTC. */
  readonly since: string | null
  /** Empty: of every kind. */
  readonly kinds: readonly DeedKind[]
}

const captureIn = (deed: Deed): CaptureId | null => {
  if (deed.kind === 'capture') return deed.capture.id
  return deed.kind === 'exhibit' || deed.kind === 'tombstone' || deed.kind === 'reading' ? deed.capture : null
}

/** A case's own entries, and the deletions of captures that it has or had: they change what it can be checked with. */
const entriesOfCase = async (ground: Ground, name: string): Promise<Result<readonly Entry[]>> => {
  const mark = await caseMark(ground, name)
  if (mark === null) {
    const missing = await caseNamed(ground, name)
    return missing.ok ? ok([]) : missing
  }
  const own = await entriesOf(ground, { case: mark.id })
  const captures = new Set(own.map(({ deed }) => (deed.kind === 'exhibit' ? deed.capture : null)))
  const burials = (await entriesOf(ground, { kinds: ['tombstone'] })).filter(({ deed }) => captures.has(captureIn(deed)))
  return ok([...own, ...burials].toSorted((a, b) => a.seq - b.seq))
}

/** Which entry takes each one back, where one does. */
const takingBack = (entries: readonly Entry[]): ReadonlyMap<number, number> => {
  const by = new Map<number, number>()
  for (const ofCase of grouped(entries, (entry) => entry.case).values()) {
    const gone = takenBack(ofCase)
    for (const { seq, deed } of ofCase) if (deed.kind === 'undo' && !gone.has(seq)) by.set(deed.entry, seq)
  }
  return by
}

/** Entries of the journal in order, each with what its words need. Refuses where there is no such case. */
export const toldEntries = async (
  ground: Ground,
  { name, since, kinds }: JournalOptions,
): Promise<Result<readonly ToldEntry[]>> => {
  const found = name === null ? ok(await entriesOf(ground)) : await entriesOfCase(ground, name)
  if (!found.ok) return found
  const all = found.value
  const wanted = all.filter(
    ({ at, deed }) => (since === null || at >= since) && (kinds.length === 0 || kinds.includes(deed.kind)),
  )
  const names = await caseNames(ground)
  const by = takingBack(all)
  const numbered = new Map(all.map((entry) => [entry.seq, entry]))
  const ids = new Set([...wanted, ...undoneBy(wanted, numbered)].map(({ deed }) => captureIn(deed)).filter((id) => id !== null))
  const holdings = await holdingsOf(ground, [...ids])
  const told = (entry: Entry): ToldEntry => {
    const capture = captureIn(entry.deed)
    const undone = entry.deed.kind === 'undo' ? numbered.get(entry.deed.entry) : undefined
    return {
      entry,
      caseName: entry.case === null ? null : (names.get(entry.case) ?? null),
      takenBackBy: by.get(entry.seq) ?? null,
      subject: capture === null ? null : (holdings.get(capture)?.record.name ?? null),
      undone: undone === undefined ? null : told(undone),
    }
  }
  return ok(wanted.map(told))
}

const undoneBy = (entries: readonly Entry[], numbered: ReadonlyMap<number, Entry>): readonly Entry[] =>
  entries.flatMap(({ deed }) => {
    const undone = deed.kind === 'undo' ? numbered.get(deed.entry) : undefined
    return undone === undefined ? [] : [undone]
  })
