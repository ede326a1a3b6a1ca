import { type Account, unpack, warn } from './account.ts'
import { bears } from './digest-label.ts'
import { httpHead, unchunked } from './http-block.ts'
import { malformed, quoted } from './refused.ts'
import { fieldOf, targetOf, type WarcRecord } from './warc-record.ts'

/** What is kept of a record that may become an exchange or part of one: `response`, `resource`, `revisit` or `request`. */
export interface Answer {
  readonly id: string
  readonly type: string
  readonly url: string
  readonly at: string
  readonly isHttp: boolean
  readonly contentType: string | null
  readonly block: Uint8Array
  readonly payloadLabel: string | null
  /** False where a digest of the record's own differs. */
  readonly intact: boolean
  readonly concurrentTo: readonly string[]
  readonly refersTo: { readonly id: string | null; readonly url: string | null; readonly at: string | null }
  readonly profile: string | null
  readonly truncated: string | null
  readonly address: string | null
  readonly place: string
}

/** Bytes that a header line costs as objects, roughly: a small archive of many short ones must not fill memory. */
const LINE_COST = 100

/** The payload of a stored HTTP message as the two readings of the standard have it: as stored, and with chunks undone. */
export const payloadsOf = (block: Uint8Array, isHttp: boolean): readonly Uint8Array[] => {
  const head = isHttp ? httpHead(block) : null
  const body = head === null ? block : block.subarray(head.bodyStart)
  const whole = head === null ? 'not-chunked' : unchunked(body)
  return typeof whole === 'string' ? [body] : [body, whole.bytes]
}

const agrees = (label: string | null, candidates: () => readonly Uint8Array[], say: (sentence: string) => void): boolean => {
  if (label === null) return true
  const found = candidates().map((bytes) => bears(bytes, label))
  if (found.includes(null)) say(`carries ${quoted(label)}, a digest of no known kind, which was not checked`)
  else if (!found.includes(true)) {
    say(`does not match its digest ${quoted(label)}: it was altered, or the digest is wrong`)
    return false
  }
  return true
}

/** Checks the digests that a record carries; says in a warning what does not match. */
const checked = (record: WarcRecord, isHttp: boolean, account: Account): boolean => {
  const say = (part: string) => (sentence: string) => {
    warn(account, `The ${part} of the ${record.place} ${sentence}.`)
  }
  const block = agrees(fieldOf(record, 'warc-block-digest'), () => [record.block], say('block'))
  // A revisit carries the digest of a payload that stands elsewhere, a segment that of the whole.
  if (record.type === 'revisit' || fieldOf(record, 'warc-segment-number') !== null) return block
  const payload = agrees(fieldOf(record, 'warc-payload-digest'), () => payloadsOf(record.block, isHttp), say('payload'))
  return block && payload
}

const KEPT: readonly string[] = ['response', 'resource', 'revisit', 'request']

/** Types that say something about the archive and no server said. */
const ASIDE: readonly string[] = ['warcinfo', 'metadata']

/** What is kept of a record, its digests checked; null where nothing is. Throws `malformed` where it tells no URL. */
export const answerOf = (record: WarcRecord, account: Account): Answer | null => {
  const contentType = fieldOf(record, 'content-type')
  const isHttp = record.type !== 'resource' && /^application\/http\b/iu.test(contentType ?? '')
  const intact = checked(record, isHttp, account)
  if (!KEPT.includes(record.type)) {
    if (!ASIDE.includes(record.type)) warn(account, `The ${record.place} is left out: it is a ${quoted(record.type)}.`)
    return null
  }
  const url = targetOf(record)
  if (url === null || url === '') throw malformed(account.name, `the ${record.place} has no WARC-Target-URI`)
  unpack(account, LINE_COST * record.fields.length)
  const refersTo = (name: string): string | null => fieldOf(record, `warc-refers-to${name}`)
  return {
    ...{
      id: record.id,
      type: record.type,
      url,
      at: record.at,
      isHttp,
      contentType,
      block: record.block,
      intact,
      place: record.place,
    },
    payloadLabel: fieldOf(record, 'warc-payload-digest'),
    concurrentTo: record.fields.filter(([name]) => name.toLowerCase() === 'warc-concurrent-to').map(([, id]) => id),
    refersTo: { id: refersTo(''), url: refersTo('-target-uri'), at: refersTo('-date') },
    profile: fieldOf(record, 'warc-profile'),
    truncated: fieldOf(record, 'warc-truncated'),
    address: fieldOf(record, 'warc-ip-address'),
  }
}
