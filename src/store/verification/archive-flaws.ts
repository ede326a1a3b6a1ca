import type { CaptureRecord } from '../../core/capture.ts'
import { isHeldCapture } from '../captures.ts'
import type { Ground } from '../ground.ts'
import { type Flaw, flaw } from './flaw.ts'
import type { Account } from './holding-flaws.ts'

type Found = Awaited<ReturnType<Ground['archive']['found']>>

const sentenceOf = ({ name, sha256, size }: CaptureRecord, found: Found): string | null => {
  if (found === null) return `The bytes of “${name}” (${sha256}) are missing from the archive, or cannot be read.`
  if (found.sha256 !== sha256) return `The bytes of “${name}” (${sha256}) have been altered.`
  return found.size === size ? null : `“${name}” has ${found.size} bytes, not the ${size} that were kept.`
}

export interface ArchiveFindings {
  readonly flaws: readonly Flaw[]
  /** Of everything in the archive that an entry names. */
  readonly bytes: number
  /** Files in the archive that no entry names: a program was killed between keeping them and saying so, or somebody put them there. */
  readonly strangers: number
}

/** Every capture's bytes against their digest. Others may write meanwhile: what is deleted by then is not missing. */
export const archiveFindings = async (ground: Ground, { captures, tombstones }: Account): Promise<ArchiveFindings> => {
  const flaws: Flaw[] = []
  const seen = new Map<string, Found>()
  let bytes = 0
  for (const [id, { capture }] of captures) {
    if (tombstones.has(id)) continue
    const { sha256 } = capture
    const found = seen.get(sha256) ?? (await ground.archive.found(sha256).catch(() => null))
    if (!seen.has(sha256)) bytes += capture.size
    seen.set(sha256, found)
    const sentence = sentenceOf(capture, found)
    if (sentence === null || (found === null && !(await isHeldCapture(ground.engine.reader, capture.id)))) continue
    flaws.push(flaw(`capture ${id}`, sentence))
  }
  return {
    flaws,
    bytes,
    strangers: await strangers(ground, new Set([...captures.values()].map(({ capture }) => capture.sha256))),
  }
}

const strangers = async ({ archive, engine }: Ground, named: ReadonlySet<string>): Promise<number> => {
  let count = 0
  for await (const name of archive.names()) {
    if (named.has(name)) continue
    const since = await engine.reader.selectFrom('capture').select('id').where('sha256', '=', name).executeTakeFirst()
    if (since === undefined) count++
  }
  return count
}
