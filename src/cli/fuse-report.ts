import { type Assertions, type Copy, type Fused, type FusedSource } from '../index.ts'

/** Takes bytes, which are written over once it is done. */
export type Write = (bytes: Uint8Array) => Promise<void>

const BLOCK = 1 << 18
/** Bytes that a number or a mark takes at most. */
const SLACK = 64
const [QUOTE, BACKSLASH, COMMA, LINE_FEED, RETURN, SPACE, ZERO, DOT] = [34, 92, 44, 10, 13, 32, 48, 46]
const DIGITS = 6

/** A block of output that is filled byte by byte. */
interface Block {
  bytes: Uint8Array
  length: number
}

const reserve = (block: Block, room: number): void => {
  if (block.length + room + SLACK <= block.bytes.length) return
  const larger = new Uint8Array(Math.max(block.bytes.length * 2, block.length + room + SLACK))
  larger.set(block.bytes.subarray(0, block.length))
  block.bytes = larger
}

const putText = (block: Block, text: string): void => {
  reserve(block, text.length * 3)
  block.length += Buffer.from(block.bytes.buffer, block.length).write(text)
}

/** In [0, 1], six digits, rounded down: what sums to at most 1 still does. */
const putProbability = (block: Block, probability: number): void => {
  const { bytes } = block
  let rest = Math.floor(probability * 10 ** DIGITS + 1e-7)
  if (rest >= 10 ** DIGITS) {
    bytes[block.length++] = ZERO + 1
    return
  }
  bytes[block.length++] = ZERO
  bytes[block.length++] = DOT
  for (let digit = DIGITS - 1; digit >= 0; digit--) {
    bytes[block.length + digit] = ZERO + (rest % 10)
    rest = Math.floor(rest / 10)
  }
  block.length += DIGITS
}

interface Run {
  readonly bytes: Uint8Array
  readonly starts: Int32Array
}

const isSpecial = (byte: number): boolean => byte === QUOTE || byte === COMMA || byte === LINE_FEED || byte === RETURN

/** A cell, quoted where it must be. */
const putCell = (block: Block, { bytes, starts }: Run, id: number): void => {
  const [from, to] = [starts[id] ?? 0, starts[id + 1] ?? 0]
  reserve(block, 2 * (to - from))
  const target = block.bytes
  const begin = block.length
  let at = begin
  let special = false
  for (let n = from; n < to; n++) {
    const byte = bytes[n] ?? 0
    if (isSpecial(byte)) {
      special = true
      break
    }
    target[at++] = byte
  }
  if (special) {
    at = begin
    target[at++] = QUOTE
    for (let n = from; n < to; n++) {
      const byte = bytes[n] ?? 0
      if (byte === QUOTE) target[at++] = QUOTE
      target[at++] = byte
    }
    target[at++] = QUOTE
  }
  block.length = at
}

/** A JSON string. */
const putString = (block: Block, { bytes, starts }: Run, id: number): void => {
  const [from, to] = [starts[id] ?? 0, starts[id + 1] ?? 0]
  reserve(block, 6 * (to - from))
  const target = block.bytes
  let at = block.length
  target[at++] = QUOTE
  for (let n = from; n < to; n++) {
    const byte = bytes[n] ?? 0
    if (byte < SPACE) {
      for (const sign of `\\u${byte.toString(16).padStart(4, '0')}`) target[at++] = sign.charCodeAt(0)
    } else {
      if (byte === QUOTE || byte === BACKSLASH) target[at++] = BACKSLASH
      target[at++] = byte
    }
  }
  target[at++] = QUOTE
  block.length = at
}

const putBytes = (block: Block, bytes: Uint8Array): void => {
  reserve(block, bytes.length)
  block.bytes.set(bytes, block.length)
  block.length += bytes.length
}

const flush = async (block: Block, write: Write): Promise<void> => {
  if (block.length > 0) await write(block.bytes.subarray(0, block.length))
  block.length = 0
}

const cell = (text: string): string => (/[",\n\r]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const sixDigits = (value: number): string => value.toFixed(DIGITS)

const evidenceOf = ({ kind, same, different, rare, weight, first }: Copy): string =>
  [
    kind === 'mirror'
      ? `${same} same and ${different} different values on contested objects; ${rare ?? 0} of the same outvoted by others`
      : `${same.toFixed(1)} wrong values expected to be shared; ${different} different on contested objects`,
    `odds for copying raised by 10^${weight.toFixed(1)}`,
    ...(first === null ? [] : [`${first} mostly first`]),
  ].join('; ')

const sourceLine = ({ source, reliability, low, high, assertions }: FusedSource): string =>
  `source,${cell(source)},,${sixDigits(reliability)},${sixDigits(low)},${sixDigits(high)},${Math.round(assertions)},\n`

const copyLine = (copy: Copy): string =>
  `copy,${cell(copy.sources.join('; '))},${copy.kind},${sixDigits(copy.share)},,,,${cell(evidenceOf(copy))}\n`

const VALUE = Buffer.from('value,')

/**
 * One table with a row for each value of each object, each source, and each group of copies: what it is, name, value, probability (of a
 * source its reliability, of copies the share that is copied), 90 % interval, assertions, evidence.
 */
export const writeCsv = async (table: Assertions, fused: Fused, write: Write): Promise<void> => {
  const { start, value, probability, sources, copies } = fused
  const [objects, values] = [table.objects.run(), table.values.run()]
  const block: Block = { bytes: new Uint8Array(BLOCK + SLACK), length: 0 }
  putText(block, 'kind,name,value,probability,low,high,assertions,evidence\n')
  for (let object = 0; object + 1 < start.length; object++) {
    for (let n = start[object] ?? 0; n < (start[object + 1] ?? 0); n++) {
      putBytes(block, VALUE)
      putCell(block, objects, object)
      block.bytes[block.length++] = COMMA
      putCell(block, values, value[n] ?? 0)
      block.bytes[block.length++] = COMMA
      putProbability(block, probability[n] ?? 0)
      for (let empty = 0; empty < 4; empty++) block.bytes[block.length++] = COMMA
      block.bytes[block.length++] = LINE_FEED
    }
    if (block.length >= BLOCK) await flush(block, write)
  }
  for (const source of sources) putText(block, sourceLine(source))
  for (const copy of copies) putText(block, copyLine(copy))
  await flush(block, write)
}

const OPEN = Buffer.from('{"object":')
const VALUES = Buffer.from(',"values":[')
const FIRST = Buffer.from('{"value":')
const NEXT = Buffer.from(',{"value":')
const PROBABILITY = Buffer.from(',"probability":')
const CLOSE = Buffer.from(']}')
const BRACE = 125

/** `{"objects": [{"object", "values": [{"value", "probability"}, … best first]}, …], "sources": […], "copies": […]}`. */
export const writeJson = async (table: Assertions, fused: Fused, write: Write): Promise<void> => {
  const { start, value, probability, sources, copies } = fused
  const [objects, values] = [table.objects.run(), table.values.run()]
  const block: Block = { bytes: new Uint8Array(BLOCK + SLACK), length: 0 }
  putText(block, '{"objects":[')
  for (let object = 0; object + 1 < start.length; object++) {
    if (object > 0) putText(block, ',\n')
    putBytes(block, OPEN)
    putString(block, objects, object)
    putBytes(block, VALUES)
    const from = start[object] ?? 0
    for (let n = from; n < (start[object + 1] ?? 0); n++) {
      putBytes(block, n === from ? FIRST : NEXT)
      putString(block, values, value[n] ?? 0)
      putBytes(block, PROBABILITY)
      putProbability(block, probability[n] ?? 0)
      block.bytes[block.length++] = BRACE
    }
    putBytes(block, CLOSE)
    if (block.length >= BLOCK) await flush(block, write)
  }
  putText(block, `],\n"sources":${JSON.stringify(sources)},\n"copies":${JSON.stringify(copies)}}\n`)
  await flush(block, write)
}
