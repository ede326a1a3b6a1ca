import { ok, refuse, type Result } from '../../core/refusal.ts'
import { type Account, type Limits, openAccount, takeIn, unpack, warn } from './account.ts'
import { type Answer, answerOf } from './answer.ts'
import { byteSource, inflated, pieces } from './byte-source.ts'
import { exchangeOf } from './exchange-of.ts'
import type { Exchange, WebArchive } from './exchange.ts'
import { textOf } from './http-block.ts'
import { attempted, quoted, Refused } from './refused.ts'
import { withoutRevisits } from './revisit.ts'
import { warcRecords } from './warc-record.ts'

export interface ReadOptions extends Partial<Limits> {
  /** What sentences call the archive. */
  readonly name?: string
}

async function* counted(source: AsyncIterable<Uint8Array>, count: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const piece of source) {
    count(piece.length)
    yield piece
  }
}

/** A gzip member begins with these bytes (RFC 1952). */
const GZIP = [0x1f, 0x8b]

/** The kept records of one WARC, packed or not, in order, their digests checked. `file` is named in sentences. */
export const answersIn = async (
  source: AsyncIterable<Uint8Array>,
  account: Account,
  file: string,
): Promise<readonly Answer[]> => {
  const stored = byteSource(source)
  const start = await stored.peek(2)
  const isPacked = GZIP.every((byte, place) => start[place] === byte)
  const plain = isPacked
    ? inflated(stored.rest(), { kind: 'gzip', account, what: quoted(file) })
    : counted(stored.rest(), (bytes) => {
        unpack(account, bytes)
      })
  const bytes = byteSource(plain)
  const unknown = `${quoted(file)} was not read: it is no WARC, which begins with WARC/ or is a gzip of that.`
  const answers: Answer[] = []
  try {
    const beginning = textOf(await bytes.peek(5))
    if (beginning !== '' && beginning !== 'WARC/') throw new Refused('unknown-format', unknown)
    for await (const record of warcRecords(bytes, account, file)) {
      const answer = answerOf(record, account)
      if (answer !== null) answers.push(answer)
    }
  } finally {
    await bytes.close()
    await stored.close()
  }
  return answers
}

/** Requests by a key, in order. */
const queued = (pairs: readonly (readonly [key: string, request: Answer])[]): ReadonlyMap<string, Answer[]> => {
  const queues = new Map<string, Answer[]>()
  for (const [key, request] of pairs) {
    const queue = queues.get(key)
    if (queue === undefined) queues.set(key, [request])
    else queue.push(request)
  }
  return queues
}

/** For each answer the request that went with it: the one that either names, or else one for the same URL at the same time. */
const requestsFor = (answers: readonly Answer[], requests: readonly Answer[]): readonly (Answer | null)[] => {
  const byId = new Map(requests.map((request) => [request.id, request]))
  const byNamed = queued(requests.flatMap((request) => request.concurrentTo.map((id) => [id, request] as const)))
  const named = answers.map(
    (answer) =>
      answer.concurrentTo.map((id) => byId.get(id)).find((request) => request !== undefined) ?? byNamed.get(answer.id)?.[0],
  )
  const taken = new Set(named)
  const left = requests.filter((request) => request.concurrentTo.length === 0 && !taken.has(request))
  const byMoment = queued(left.map((request) => [`${request.at} ${request.url}`, request] as const))
  return answers.map((answer, place) => named[place] ?? byMoment.get(`${answer.at} ${answer.url}`)?.shift() ?? null)
}

const exchangeFor = async (answer: Answer, request: Answer | null, account: Account): Promise<Exchange> => {
  const { url, at, isHttp, contentType, truncated, address } = answer
  const requestBlock = request?.block ?? null
  const wire = { url, at, isHttp, contentType, truncated, address, responseBlock: answer.block, requestBlock }
  const result = await exchangeOf(wire, { limit: account.limits.maxRecordBytes })
  if (!result.ok)
    throw new Refused(result.refusal.code, `${quoted(account.name)} was not read: of what is in it, ${result.refusal.sentence}`)
  const { exchange, doubts } = result.value
  for (const doubt of doubts) warn(account, doubt)
  const isOwnMemory = exchange.body.buffer !== exchange.responseBlock.buffer
  // A header line costs about 100 bytes as objects.
  unpack(account, (isOwnMemory ? exchange.body.length : 0) + 100 * (exchange.headers.length + exchange.requestHeaders.length))
  return exchange
}

/** Exchanges out of all kept records of an archive, in the order of their answers, and the places of those that do not match. */
export const exchangesIn = async (
  kept: readonly Answer[],
  account: Account,
): Promise<Pick<WebArchive, 'exchanges' | 'mismatched'>> => {
  const answers = withoutRevisits(
    kept.filter(({ type }) => type !== 'request'),
    account,
  )
  const requests = requestsFor(
    answers,
    kept.filter(({ type }) => type === 'request'),
  )
  const exchanges: Exchange[] = []
  for (const [place, answer] of answers.entries()) exchanges.push(await exchangeFor(answer, requests[place] ?? null, account))
  const mismatched = answers.flatMap(({ intact }, place) => (intact && requests[place]?.intact !== false ? [] : [place]))
  return { exchanges, mismatched }
}

/**
 * Reads a WARC, version 1.0 or 1.1, plain or gzip of any number of members. Requests join their answers; a revisit becomes the answer
 * it stands for; every block and payload digest of MD5, SHA-1, SHA-256 or SHA-512 is compared, and what differs is in `mismatched` and
 * in `warnings`. Records of other types are not kept. Refusals: `empty`, `unknown-format`, `malformed`, `too-large`; memory stays within what
 * the limits allow.
 */
export const readWarc = async (
  source: Uint8Array | AsyncIterable<Uint8Array>,
  options: ReadOptions = {},
): Promise<Result<WebArchive>> => {
  const name = options.name ?? 'web archive'
  const account = openAccount(name, options)
  const read = await attempted(async () => {
    if (source instanceof Uint8Array) takeIn(account, source.length)
    const stored =
      source instanceof Uint8Array
        ? pieces(source)
        : counted(pieces(source), (bytes) => {
            takeIn(account, bytes)
          })
    return await exchangesIn(await answersIn(stored, account, name), account)
  })
  if (!read.ok) return read
  if (account.records === 0) return refuse('empty', `${quoted(name)} was not read: there is no record in it.`)
  const nothing = { pages: [], files: [], title: null, createdAt: null, software: null, digest: null }
  return ok({ ...nothing, ...read.value, warnings: account.warnings })
}
