import { ok, refuse, type Result } from '../core/refusal.ts'
import { caseMark } from './cases.ts'
import type { Ground } from './ground.ts'
import { checkpointOf, record } from './journal/journal.ts'

/** What left the house. */
export interface Publication {
  /** `wacz`, `html`, `markdown`, `json`. */
  readonly form: string
  /** Of its bytes. */
  readonly sha256: string
}

/** Notes that something about a case was published, with the journal's checkpoint at that moment. */
export const notePublication = async (ground: Ground, name: string, { form, sha256 }: Publication): Promise<Result<null>> => {
  const mark = await caseMark(ground, name)
  if (mark === null) return refuse('not-found', `There is no case “${name}” in this library.`)
  const checkpoint = await checkpointOf(ground)
  const noted = await record(ground, () =>
    Promise.resolve(ok([{ case: mark.id, deed: { kind: 'publication', form, sha256, checkpoint } }])),
  )
  return noted.ok ? ok(null) : noted
}
