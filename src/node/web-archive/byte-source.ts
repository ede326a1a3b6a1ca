import { pipeline, Readable } from 'node:stream'
import { createGunzip, createInflateRaw } from 'node:zlib'
import { type Account, unpack } from './account.ts'
import { malformed } from './refused.ts'

/** Bytes handled at a time. */
const PIECE = 65_536

/** Bytes piece by piece, however large the pieces they came in. */
export async function* pieces(source: Uint8Array | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunks = source instanceof Uint8Array ? [source] : source
  for await (const chunk of chunks) for (let at = 0; at < chunk.length; at += PIECE) yield chunk.subarray(at, at + PIECE)
}

/** Bytes read in order, a line or a length at a time. Holds what was asked for and at most one piece more. */
export interface ByteSource {
  /** The next bytes, without passing them; fewer only at the end. */
  readonly peek: (length: number) => Promise<Uint8Array>
  /** The next bytes, in memory of their own; fewer only at the end. */
  readonly take: (length: number) => Promise<Uint8Array>
  /** How far the next bytes are from the start. */
  readonly position: () => number
  /** All that is left. */
  readonly rest: () => AsyncGenerator<Uint8Array>
  /** Stops the source. */
  readonly close: () => Promise<void>
}

/** The first `length` bytes of all parts, in memory of their own. */
const joined = (parts: readonly Uint8Array[], length: number): Uint8Array => {
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part.subarray(0, length - at), at)
    at += Math.min(part.length, length - at)
  }
  return whole
}

export const byteSource = (source: AsyncIterable<Uint8Array>): ByteSource => {
  const iterator = source[Symbol.asyncIterator]()
  let held: Uint8Array = new Uint8Array(0)
  let passed = 0
  const next = async (): Promise<Uint8Array | null> => {
    const step = await iterator.next()
    return step.done === true ? null : step.value
  }
  /** What is held and as many pieces more as `length` bytes need. */
  const gathered = async (length: number): Promise<{ readonly parts: readonly Uint8Array[]; readonly size: number }> => {
    const parts = [held]
    let size = held.length
    while (size < length) {
      const part = await next()
      if (part === null) break
      parts.push(part)
      size += part.length
    }
    return { parts, size }
  }
  const peek = async (length: number): Promise<Uint8Array> => {
    if (held.length < length) {
      const { parts, size } = await gathered(length)
      held = joined(parts, size)
    }
    return held.subarray(0, length)
  }
  const take = async (length: number): Promise<Uint8Array> => {
    const { parts, size } = await gathered(length)
    const taken = joined(parts, Math.min(size, length))
    const last = parts.at(-1) ?? held
    held = last.subarray(last.length - (size - taken.length))
    passed += taken.length
    return taken
  }
  async function* rest(): AsyncGenerator<Uint8Array> {
    if (held.length > 0) yield held
    for (let part = await next(); part !== null; part = await next()) yield part
  }
  const close = async (): Promise<void> => {
    await iterator.return?.()
  }
  return { peek, take, position: () => passed, rest, close }
}

const isZlibFailure = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_')

/**
 * Undoes gzip, of as many members as there are, or the bare deflate of zip. Counts what comes out, and holds no more than a few
 * pieces; throws `malformed` on a broken or cut stream and on anything behind its end. `what` is named in that sentence.
 */
export async function* inflated(
  source: AsyncIterable<Uint8Array>,
  { kind, account, what }: { kind: 'gzip' | 'deflate'; account: Account; what: string },
): AsyncGenerator<Uint8Array> {
  let fed = 0
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of source) {
      fed += piece.length
      yield piece
    }
  }
  const engine = kind === 'gzip' ? createGunzip({ chunkSize: PIECE }) : createInflateRaw({ chunkSize: PIECE })
  // What goes wrong in the source destroys the engine, and comes out of the loop below.
  pipeline(Readable.from(counted(), { objectMode: false }), engine, () => undefined)
  try {
    for await (const piece of engine as AsyncIterable<Uint8Array>) {
      unpack(account, piece.length)
      yield piece
    }
  } catch (error) {
    if (isZlibFailure(error)) throw malformed(account.name, `the compression of ${what} is broken or cut short`)
    throw error
  }
  if (engine.bytesWritten < fed) throw malformed(account.name, `something that is not compressed follows the end of ${what}`)
}
