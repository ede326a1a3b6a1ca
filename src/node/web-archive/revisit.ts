import { type Account, unpack, warn } from './account.ts'
import { type Answer, payloadsOf } from './answer.ts'
import { bears, sha256Label } from './digest-label.ts'
import { httpHead } from './http-block.ts'
import { quoted } from './refused.ts'

interface Originals {
  readonly byId: ReadonlyMap<string, Answer>
  readonly byMoment: ReadonlyMap<string, readonly Answer[]>
  /** The one payload that bears a label; null where several that differ do. */
  readonly byLabel: (label: string) => Answer | null
}

const grouped = (
  answers: readonly Answer[],
  keyOf: (answer: Answer) => string | null,
): ReadonlyMap<string, readonly Answer[]> => {
  const groups = new Map<string, Answer[]>()
  for (const answer of answers) {
    const key = keyOf(answer)
    if (key === null) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [answer])
    else group.push(answer)
  }
  return groups
}

const momentOf = (url: string, at: string): string => `${at} ${url}`

const identityOf = ({ block, isHttp }: Answer): string => sha256Label(payloadsOf(block, isHttp)[0] ?? block)

const originalsOf = (answers: readonly Answer[]): Originals => {
  const originals = answers.filter(({ type }) => type === 'response' || type === 'resource')
  const bearers = grouped(
    originals.filter(({ intact }) => intact),
    ({ payloadLabel }) => payloadLabel,
  )
  // Each label is settled once: many revisits of one large payload must not hash it as many times.
  const settled = new Map<string, Answer | null>()
  const settle = (label: string): Answer | null => {
    const group = bearers.get(label) ?? []
    return new Set(group.map(identityOf)).size === 1 ? (group[0] ?? null) : null
  }
  const byLabel = (label: string): Answer | null => {
    const known = settled.get(label)
    const found = known === undefined ? settle(label) : known
    settled.set(label, found)
    return found
  }
  const byId = new Map(originals.map((answer) => [answer.id, answer]))
  return { byId, byMoment: grouped(originals, ({ url, at }) => momentOf(url, at)), byLabel }
}

const fits = (original: Answer, label: string | null): boolean =>
  label === null || payloadsOf(original.block, original.isHttp).some((payload) => bears(payload, label) === true)

/**
 * The one record whose payload a revisit stands for: the one it names, or else the one that bears its label. Where several that
 * differ by SHA-256 bear it, none is taken: a label by MD5 or SHA-1 does not tell them apart.
 */
const originalOf = (revisit: Answer, { byId, byMoment, byLabel }: Originals, account: Account): Answer | null => {
  const { id, url, at } = revisit.refersTo
  const named = id === null ? undefined : byId.get(id)
  const met = named === undefined ? (byMoment.get(momentOf(url ?? '', at ?? '')) ?? []) : [named]
  for (const original of met) unpack(account, original.block.length)
  const told = met.filter((original) => fits(original, revisit.payloadLabel))
  if (told.length > 0) return new Set(told.map(identityOf)).size === 1 ? (told[0] ?? null) : null
  return revisit.payloadLabel === null ? null : byLabel(revisit.payloadLabel)
}

/** The head of the revisit, where it has one, before the body of the original. */
const standingFor = (revisit: Answer, original: Answer): Answer => {
  const ownHead = revisit.isHttp && revisit.block.length > 0 ? httpHead(revisit.block) : null
  const intact = revisit.intact && original.intact
  const { isHttp, contentType, truncated } = original
  if (ownHead === null) return { ...revisit, intact, isHttp, contentType, truncated, block: original.block }
  const itsHead = isHttp ? httpHead(original.block) : null
  const body = itsHead === null ? original.block : original.block.subarray(itsHead.bodyStart)
  const head = revisit.block.subarray(0, ownHead.bodyStart)
  return { ...revisit, intact, truncated, block: new Uint8Array(Buffer.concat([head, body])) }
}

/** Whether a revisit is whole without a payload: it tells of a 304, which has none on the wire. */
const isWhole = ({ profile, isHttp, block }: Answer): boolean =>
  isHttp && block.length > 0 && profile?.endsWith('server-not-modified') === true

/** All answers with each revisit made whole; those whose payload is not in the archive are left out with a warning. */
export const withoutRevisits = (answers: readonly Answer[], account: Account): readonly Answer[] => {
  const originals = originalsOf(answers)
  return answers.flatMap((answer) => {
    if (answer.type !== 'revisit' || isWhole(answer)) return [answer]
    const original = originalOf(answer, originals, account)
    if (original === null) {
      warn(
        account,
        `${quoted(answer.url)} as of ${answer.at} is left out: what it repeats is not in the archive, or not told apart.`,
      )
      return []
    }
    unpack(account, original.block.length)
    return [standingFor(answer, original)]
  })
}
