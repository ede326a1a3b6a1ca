import type { CaptureId } from '../core/capture.ts'
import type { ClaimId } from '../core/claim.ts'
import { idOf } from '../core/digest.ts'
import type { CaseId, Deed, Entry } from '../core/entry.ts'
import type { Judgement } from '../core/judgement.ts'
import type { KeptCase } from '../core/kept-case.ts'
import { ok, refuse, type Result } from '../core/refusal.ts'
import { hasCapture, hasItem, highestNumber, isTaken, leavesOf } from './case-items.ts'
import { isUndoable, stateOf, takenBack } from './case-state.ts'
import type { Database } from './database/tables.ts'
import { isHeldCapture } from './captures.ts'
import type { Ground } from './ground.ts'
import { type Draft, record } from './journal/journal.ts'
import { unlessTroubled } from './trouble.ts'

/** UTF-16 code units of a case's name. */
const LONGEST_NAME = 80

const idOfName = async (db: Database, name: string): Promise<CaseId | null> =>
  ((await db.selectFrom('kept_case').select('id').where('name', '=', name).executeTakeFirst())?.id ?? null) as CaseId | null

const noCase = (name: string): Result<never> =>
  refuse('not-found', `There is no case “${name}” in this library; “hearsay case list” tells which there are.`)

/** Name, digest and last change of a case: all that a cached answer is found by. */
export interface CaseMark {
  readonly id: CaseId
  readonly name: string
  readonly digest: string
  readonly seq: number
}

/** The marks of all cases, the closed ones too, in the order of their names. */
export const caseMarks = async ({ engine }: Ground): Promise<readonly CaseMark[]> => {
  const rows = await engine.reader.selectFrom('kept_case').selectAll().orderBy('name').execute()
  return rows.map(({ id, ...rest }) => ({ id: id as CaseId, ...rest }))
}

/** The mark of the case of that name; null where there is none. */
export const caseMark = async ({ engine }: Ground, name: string): Promise<CaseMark | null> => {
  const row = await engine.reader.selectFrom('kept_case').selectAll().where('name', '=', name).executeTakeFirst()
  return row === undefined ? null : { ...row, id: row.id as CaseId }
}

/**
 * A case as it stands, or as it stood at the end of a moment, ISO 8601 in UTC. Refuses where there is no such case, or it had not
 * begun by then.
 */
export const caseNamed = ({ engine }: Ground, name: string, until: string | null = null): Promise<Result<KeptCase>> =>
  unlessTroubled(
    `The case “${name}”`,
    async () => {
      const id = await idOfName(engine.reader, name)
      if (id === null) return noCase(name)
      const state = stateOf(id, await leavesOf(engine.reader, id, until))
      if (state !== null) return ok(state)
      return refuse(
        'not-found',
        `The case “${name}” had not been begun by ${until ?? ''}; “hearsay log ${name}” tells when it was.`,
      )
    },
    'read',
  )

// eslint-disable-next-line no-control-regex -- a name that could move the cursor is what this refuses
const UNFIT = /[\u0000-\u001f\u007f-\u009f\p{Surrogate}/\\]|^[-.]|^\s|\s$|^$/u

const unfitName = (name: string): string | null =>
  UNFIT.test(name) || name.length > LONGEST_NAME
    ? `“${name.slice(0, LONGEST_NAME)}” cannot be a case's name: it takes 1 to ${LONGEST_NAME} characters, no slash, no control character, no half of one, and no hyphen, dot or blank in front.`
    : null

export interface CaseDraft {
  readonly name: string
  readonly question: string | null
  /** The sentences to check. */
  readonly claims: readonly string[]
}

const claimDeeds = (texts: readonly string[], from: number): readonly Deed[] =>
  texts.map((text, at) => ({ kind: 'claim', claim: `c${from + at}` as ClaimId, text }))

/** Begins a case. Its name must be free. */
export const beginCase = async (ground: Ground, { name, question, claims }: CaseDraft): Promise<Result<KeptCase>> => {
  const unfit = unfitName(name)
  if (unfit !== null) return refuse('bad-option', unfit)
  const begun = await record(ground, async (db) => {
    if ((await idOfName(db, name)) !== null)
      return refuse('bad-option', `There is a case “${name}” already; take another name, or add to it with “hearsay case add”.`)
    const id = idOf('case', [name, ground.now()]) as CaseId
    const deeds: readonly Deed[] = [{ kind: 'case', name, question }, ...claimDeeds(claims, 1)]
    return ok(deeds.map((deed) => ({ case: id, deed })))
  })
  return begun.ok ? caseNamed(ground, name) : begun
}

/** A case as a plan of what to append to it finds it, once nobody else writes. */
interface Standing {
  readonly db: Database
  readonly id: CaseId
}

/** Appends to a case what `plan` makes of it as it stands then. */
const change = (
  ground: Ground,
  name: string,
  plan: (standing: Standing) => Promise<Result<readonly Deed[]>>,
): Promise<Result<readonly Entry[]>> =>
  record<readonly Draft[]>(ground, async (db) => {
    const id = await idOfName(db, name)
    if (id === null) return noCase(name)
    const deeds = await plan({ db, id })
    return deeds.ok ? ok(deeds.value.map((deed) => ({ case: id, deed }))) : deeds
  })

export interface ExhibitDraft {
  readonly capture: CaptureId
  /** Null: the next free of d1, d2 … */
  readonly label: string | null
}

const noCapture = (name: string, capture: CaptureId): Result<never> =>
  refuse('not-found', `“${capture}” was not put before the case “${name}”: the library holds no such capture, or no longer does.`)

/** Puts captures before a case. One that it has already is not put before it twice. */
export const addExhibits = (ground: Ground, name: string, drafts: readonly ExhibitDraft[]): Promise<Result<readonly Entry[]>> =>
  change(ground, name, async ({ db, id }) => {
    const there = new Set<CaptureId>()
    const taken = new Set<string>()
    let next = await highestNumber(db, id, 'exhibit')
    const deeds: Deed[] = []
    for (const { capture, label: wanted } of drafts) {
      if (there.has(capture) || (await hasCapture(db, id, capture))) continue
      if (!(await isHeldCapture(db, capture))) return noCapture(name, capture)
      there.add(capture)
      const isFree = async (label: string): Promise<boolean> =>
        !taken.has(label) && !(await isTaken(db, id, { kind: 'exhibit', label }))
      let label = wanted
      while (label === null || !(await isFree(label))) label = `d${++next}`
      taken.add(label)
      deeds.push({ kind: 'exhibit', capture, label })
    }
    return ok(deeds)
  })

/** Takes a document out of a case; its bytes stay in the library. */
export const removeExhibit = (
  ground: Ground,
  name: string,
  { label, reason }: { readonly label: string; readonly reason: string },
): Promise<Result<readonly Entry[]>> =>
  change(ground, name, async ({ db, id }) =>
    (await hasItem(db, id, { kind: 'exhibit', label }))
      ? ok([{ kind: 'exhibit-removed', label, reason }])
      : refuse('not-found', `The case “${name}” has no document “${label}”; “hearsay case show ${name}” tells what it has.`),
  )

/** Adds sentences to check. */
export const addClaims = (ground: Ground, name: string, texts: readonly string[]): Promise<Result<readonly Entry[]>> =>
  change(ground, name, async ({ db, id }) => ok(claimDeeds(texts, (await highestNumber(db, id, 'claim')) + 1)))

export const removeClaim = (
  ground: Ground,
  name: string,
  { claim, reason }: { readonly claim: string; readonly reason: string },
): Promise<Result<readonly Entry[]>> =>
  change(ground, name, async ({ db, id }) =>
    (await hasItem(db, id, { kind: 'claim', label: claim }))
      ? ok([{ kind: 'claim-removed', claim: claim as ClaimId, reason }])
      : refuse('not-found', `The case “${name}” has no claim “${claim}”; “hearsay case show ${name}” tells what it has.`),
  )

/** Appends a person's judgement. Whether it finds anything to act on is told when the case is checked. */
export const judge = (
  ground: Ground,
  name: string,
  { judgement, reason }: { readonly judgement: Judgement; readonly reason: string },
): Promise<Result<readonly Entry[]>> =>
  change(ground, name, () => Promise.resolve(ok([{ kind: 'judgement', judgement, reason }])))

export const closeCase = (ground: Ground, name: string, reason: string): Promise<Result<readonly Entry[]>> =>
  change(ground, name, async ({ db, id }) =>
    stateOf(id, await leavesOf(db, id, null))?.closed === null
      ? ok([{ kind: 'case-closed', reason }])
      : refuse('bad-option', `The case “${name}” is closed already.`),
  )

/** Takes back the last change of a case that still holds, or the one of that number; taking back a taking back does it again. */
export const undo = (ground: Ground, name: string, seq: number | null): Promise<Result<readonly Entry[]>> =>
  change(ground, name, async ({ db, id }) => {
    const entries = (await leavesOf(db, id, null)).map(({ entry }) => entry)
    const gone = takenBack(entries)
    const held = entries.filter((entry) => isUndoable(entry) && !gone.has(entry.seq))
    const target = seq === null ? held.findLast(({ deed }) => deed.kind !== 'undo') : held.find((entry) => entry.seq === seq)
    if (target !== undefined) return ok([{ kind: 'undo', entry: target.seq }])
    return refuse(
      'not-found',
      seq === null
        ? `Nothing in the case “${name}” can be taken back.`
        : `Entry ${seq} cannot be taken back: it is no change of the case “${name}” that still holds; “hearsay log ${name}” tells which do.`,
    )
  })
