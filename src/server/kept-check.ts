import type { CheckedCase } from '../core/case.ts'
import type { Deed } from '../core/entry.ts'
import type { KeptCase } from '../core/kept-case.ts'
import { ok, type Result } from '../core/refusal.ts'
import { checkHeard } from '../index.ts'
import { caseNamed } from '../store/cases.ts'
import type { Ground } from '../store/ground.ts'
import { entriesOf, record } from '../store/journal/journal.ts'
import { basisOf, heardBy, type KeptCheckOptions } from './kept-basis.ts'
import { keptBearings } from './kept-bearings.ts'
import { type KeptReaders, readingsOfCase, type ReadingOptions } from './kept-reading.ts'

export { basisNow, heardBy, heldTelling, holdTelling, type KeptCheckOptions } from './kept-basis.ts'
export type { KeptReaders } from './kept-reading.ts'

export interface CheckKeptOptions extends KeptCheckOptions, ReadingOptions {
  readonly readers: KeptReaders
}

type VerdictDeed = Extract<Deed, { readonly kind: 'verdict' }>

const verdictOf = ({ verdicts }: CheckedCase, asOf: string | null, basis: string): VerdictDeed => ({
  kind: 'verdict',
  asOf,
  basis,
  claims: verdicts.map(({ claim, probability, interval, band }) => ({
    claim,
    probability,
    interval: [interval[0], interval[1]],
    band,
  })),
})

/** A verdict that nobody has been told yet goes into the journal; the same on the same basis does so once. */
const noteVerdict = async (ground: Ground, { id }: KeptCase, deed: VerdictDeed): Promise<void> => {
  const [last] = (await entriesOf(ground, { case: id, kinds: ['verdict'], last: 20 })).filter(
    (entry) => entry.deed.kind === 'verdict' && entry.deed.basis === deed.basis,
  )
  if (last === undefined) await record(ground, () => Promise.resolve(ok([{ case: id, deed }])))
}

/** A case as it was checked, and everything that this rests on as one digest. */
export interface KeptCheck {
  readonly checked: CheckedCase
  readonly basis: string
}

/**
 * Checks a kept case: what has been read before is not read again, a verdict that nobody has been told goes into the journal. Refuses
 * where there is no such case, where an assumption does not exist, and where the drive would not take what was read.
 */
export const checkKept = async (ground: Ground, name: string, options: CheckKeptOptions): Promise<Result<KeptCheck>> => {
  const { readers, onProgress, asOf, known, assume } = options
  const kept = await caseNamed(ground, name, known)
  if (!kept.ok) return kept
  const { question, claims, judgements, digest } = kept.value
  const heard = await readingsOfCase(ground, kept.value, options)
  if (!heard.ok) return heard
  const inquiry = {
    question,
    claims,
    asOf,
    judgements: judgements.map(({ judgement }) => judgement),
    heard: heard.value,
    refusals: [],
  }
  const checked = await checkHeard(inquiry, {
    assume,
    ...(readers.bearings === undefined ? {} : { bearings: keptBearings(ground, readers.bearings, heardBy(readers)) }),
    ...(onProgress === undefined ? {} : { onProgress }),
  })
  if (!checked.ok) return checked
  const basis = await basisOf(ground, digest, options)
  if (known === null) await noteVerdict(ground, kept.value, verdictOf(checked.value, asOf, basis))
  return ok({ checked: checked.value, basis })
}
