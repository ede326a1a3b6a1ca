import type { Result } from '../core/refusal.ts'
import { answerKey, answerOf, holdAnswers } from '../store/answers.ts'
import { caseMark, caseNamed } from '../store/cases.ts'
import type { Ground } from '../store/ground.ts'

/** The versions of what reads: the same versions find the same in the same capture. */
export interface ReaderVersions {
  /** Of the program itself. */
  readonly program: string
  readonly tagger: { readonly version: string }
  readonly bearings?: { readonly version: string }
}

export interface KeptCheckOptions {
  readonly readers: ReaderVersions
  /** Documents published later are left out, `YYYY-MM-DD`; null: none are. */
  readonly asOf: string | null
  /** The case as it stood at the end of this moment, ISO 8601 in UTC; null: as it stands. */
  readonly known: string | null
  readonly assume: Readonly<Record<string, number>>
}

/** The version under which readings are kept. */
export const heardBy = ({ program, tagger }: ReaderVersions): string => `${program}+${tagger.version}`

/** The last deletion: what was told before it may quote what is deleted, and rests on what is not there any more. */
const lastBurial = async ({ engine }: Ground): Promise<number> => {
  const row = await engine.reader
    .selectFrom('capture')
    .select((of) => of.fn.max('tombstone').as('last'))
    .executeTakeFirst()
  return row?.last ?? 0
}

/** Everything that an answer about a case of that digest depends on. */
export const basisOf = async (
  ground: Ground,
  digest: string,
  { readers, asOf, known, assume }: KeptCheckOptions,
): Promise<string> =>
  answerKey([
    'case',
    digest,
    await lastBurial(ground),
    heardBy(readers),
    readers.bearings?.version ?? null,
    asOf,
    known,
    JSON.stringify(Object.entries(assume).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  ])

/** What an answer about a case would rest on now, found without reading the case; null where there is no such case. */
export const basisNow = async (ground: Ground, name: string, options: KeptCheckOptions): Promise<string | null> => {
  if (options.known === null) {
    const mark = await caseMark(ground, name)
    return mark === null ? null : basisOf(ground, mark.digest, options)
  }
  const kept = await caseNamed(ground, name, options.known)
  return kept.ok ? basisOf(ground, kept.value.digest, options) : null
}

const tellingKey = (basis: string, form: string): string => answerKey(['told', basis, form])

/** A case as it was told before in that form on that basis; null where it has to be told anew. */
export const heldTelling = (ground: Ground, basis: string, form: string): Promise<Uint8Array | null> =>
  answerOf(ground, tellingKey(basis, form))

/** Holds a telling for the next who asks on the same basis. */
export const holdTelling = (
  ground: Ground,
  { basis, form, body }: { readonly basis: string; readonly form: string; readonly body: Uint8Array },
): Promise<Result<null>> => holdAnswers(ground, 'told', [{ key: tellingKey(basis, form), body }])
