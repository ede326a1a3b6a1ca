import { createHash } from 'node:crypto'
import { type CaptureId, type CaptureMethod, type CaptureRecord, strengthOf } from '../../core/capture.ts'
import type { KeptCase } from '../../core/kept-case.ts'
import { ok, refuse, type Result } from '../../core/refusal.ts'
import { keepCapture } from '../../store/captures.ts'
import { addExhibits, beginCase, caseNamed, judge } from '../../store/cases.ts'
import { type ProvenCase, provenCase } from '../../store/extract.ts'
import type { Ground } from '../../store/ground.ts'
import { readWacz, type WebArchive } from '../web-archive/index.ts'
import { extractIn } from './extract-files.ts'

/** A case in a web archive, with all its bytes at hand. */
export interface CarriedCase extends ProvenCase {
  readonly bytesOf: ReadonlyMap<string, Uint8Array>
}

const bodiesOf = ({ exchanges }: WebArchive): ReadonlyMap<string, Uint8Array> =>
  new Map(exchanges.map(({ body }) => [createHash('sha256').update(body).digest('hex'), body]))

/**
 * Reads a case out of an exported archive and proves it: every file of it is what its listing says, every entry stands in the journal
 * that the checkpoint was signed for, and the bytes of every document are the ones that were captured. Refuses at the first that is not.
 */
export const readCaseArchive = async (source: string | Uint8Array, name: string): Promise<Result<CarriedCase>> => {
  const archive = await readWacz(source, { name })
  if (!archive.ok) return archive
  const extract = extractIn(archive.value, name)
  if (!extract.ok) return extract
  const proven = provenCase(extract.value)
  if (!proven.ok) return proven
  const bytesOf = bodiesOf(archive.value)
  const captures = new Map(proven.value.captures.map((capture) => [capture.id, capture]))
  for (const { label, capture: id } of proven.value.state.exhibits) {
    const capture = captures.get(id)
    if (capture === undefined || (!bytesOf.has(capture.sha256) && !proven.value.tombstones.includes(id)))
      return refuse('malformed', `“${name}” was not taken: the bytes of ${label} are not in it, or have been altered.`)
  }
  return ok({ ...proven.value, bytesOf })
}

/** What came from another library is worth no more than an archive, and no more than it was worth there. */
const methodHere = (method: CaptureMethod): CaptureMethod =>
  strengthOf(method).rank < strengthOf('archived').rank ? 'archived' : method

const keepCarried = async (ground: Ground, capture: CaptureRecord, bytes: Uint8Array): Promise<Result<CaptureId>> => {
  const { name, mediaType, charset, imprint, method, takenAt, exchange } = capture
  const kept = await keepCapture(ground, {
    bytes,
    name,
    mediaType,
    charset,
    imprint,
    takenAt,
    exchange,
    method: methodHere(method),
  })
  return kept.ok ? ok(kept.value.id) : kept
}

/** Judgements go over one by one, each with who made it there and when. */
const judgeAsThere = async (ground: Ground, name: string, { judgements }: KeptCase): Promise<Result<null>> => {
  for (const { judgement, who, at, reason } of judgements) {
    const done = await judge(ground, name, {
      judgement,
      reason: `${who}, ${at.slice(0, 10)}${reason === '' ? '' : `: ${reason}`}`,
    })
    if (!done.ok) return done
  }
  return ok(null)
}

export interface ImportOptions {
  /** What sentences call the archive. */
  readonly name: string
  /** Another name for the case; null: the one it has. */
  readonly as: string | null
}

/**
 * Takes a case out of an exported archive into a library, once all of it is proved. The archive itself is kept too, since it holds the
 * journal of the library it comes from; the entries here are this library's own, and say of each judgement who made it there.
 */
export const importCase = async (ground: Ground, bytes: Uint8Array, { name, as }: ImportOptions): Promise<Result<KeptCase>> => {
  const carried = await readCaseArchive(bytes, name)
  if (!carried.ok) return carried
  const { state, captures, bytesOf } = carried.value
  const own = as ?? state.name
  const begun = await beginCase(ground, { name: own, question: state.question, claims: state.claims.map(({ text }) => text) })
  if (!begun.ok) return begun
  const archive = { name, mediaType: 'application/wacz', charset: null, imprint: {}, takenAt: ground.now(), exchange: null }
  const kept = await keepCapture(ground, { ...archive, bytes, method: 'file' })
  if (!kept.ok) return kept
  const recordOf = new Map(captures.map((capture) => [capture.id, capture]))
  for (const { label, capture: id } of state.exhibits) {
    const capture = recordOf.get(id)
    const body = capture === undefined ? undefined : bytesOf.get(capture.sha256)
    if (capture === undefined || body === undefined) continue
    const there = await keepCarried(ground, capture, body)
    if (!there.ok) return there
    const added = await addExhibits(ground, own, [{ capture: there.value, label }])
    if (!added.ok) return added
  }
  const judged = await judgeAsThere(ground, own, state)
  return judged.ok ? caseNamed(ground, own) : judged
}
