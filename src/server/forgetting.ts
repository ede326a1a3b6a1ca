import type { CaptureId, CaptureRecord } from '../core/capture.ts'
import { ok, refuse, type Result } from '../core/refusal.ts'
import { buryCapture } from '../store/captures.ts'
import { caseNamed } from '../store/cases.ts'
import type { Ground } from '../store/ground.ts'
import { type Place, placesOf } from '../store/holdings.ts'

/** What was deleted, and what stays of it. */
export interface Forgotten {
  readonly capture: CaptureRecord
  /** Cases that have it: they keep its label, and are checked without it. */
  readonly places: readonly Place[]
  /** Whether the same bytes are held as another capture, and so stay. */
  readonly bytesStay: boolean
}

/** The capture that a case calls by that label. */
export const captureLabelled = async (ground: Ground, name: string, label: string): Promise<Result<CaptureId>> => {
  const kept = await caseNamed(ground, name)
  if (!kept.ok) return kept
  const exhibit = kept.value.exhibits.find((one) => one.label === label)
  return exhibit === undefined
    ? refuse('not-found', `The case “${name}” has no document “${label}”; “hearsay case show ${name}” tells what it has.`)
    : ok(exhibit.capture)
}

/** Deletes a capture's bytes and all that was read in them; see `buryCapture`. */
export const forgetCapture = async (ground: Ground, id: CaptureId, reason: string): Promise<Result<Forgotten>> => {
  const buried = await buryCapture(ground, id, reason)
  if (!buried.ok) return buried
  const capture = buried.value
  return ok({
    capture,
    places: (await placesOf(ground)).get(id) ?? [],
    bytesStay: (await ground.archive.found(capture.sha256)) !== null,
  })
}
