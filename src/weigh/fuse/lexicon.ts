/** The distinct texts of one column, numbered from 0 in order of first appearance, kept as UTF-8 in one run of bytes. */
export interface Lexicon {
  readonly size: () => number
  /** The number of the text that is `bytes` from `start` to `end`. */
  readonly intern: (bytes: Uint8Array, start: number, end: number) => number
  readonly text: (id: number) => string
  /** All texts end to end; text `id` lies from `starts[id]` to `starts[id + 1]`. To be read at once: later texts may move it. */
  readonly run: () => { readonly bytes: Uint8Array; readonly starts: Int32Array }
}

const FIRST_TEXTS = 1 << 10

const grownBytes = (bytes: Uint8Array, needed: number): Uint8Array<ArrayBuffer> => {
  const grown = new Uint8Array(Math.max(needed, bytes.length * 2))
  grown.set(bytes)
  return grown
}

const grownInts = (numbers: Int32Array): Int32Array<ArrayBuffer> => {
  const grown = new Int32Array(numbers.length * 2)
  grown.set(numbers)
  return grown
}

/** FNV-1a (Fowler, Noll, Vo), its high bits folded into the low ones that choose a slot. */
const hashOf = (bytes: Uint8Array, start: number, end: number): number => {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193)
  return hash ^ (hash >>> 15)
}

/** UTF-8 to text; the bytes are known to be well formed. */
export const decoded = (bytes: Uint8Array, start: number, end: number): string => {
  let text = ''
  for (let at = start; at < end;) {
    const lead = bytes[at] ?? 0
    const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
    let point = length === 1 ? lead : lead & (0x7f >> length)
    for (let next = 1; next < length; next++) point = (point << 6) | ((bytes[at + next] ?? 0) & 0x3f)
    text += String.fromCodePoint(point)
    at += length
  }
  return text
}

const LONE = /\p{Surrogate}/gu

/** Text to UTF-8; a lone surrogate becomes U+FFFD. */
export const encoded = (text: string): Uint8Array => {
  const bytes: number[] = []
  for (const sign of text.replace(LONE, '\ufffd')) {
    const point = sign.codePointAt(0) ?? 0
    if (point < 0x80) bytes.push(point)
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 0x3f))
    else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f))
    else bytes.push(0xf0 | (point >> 18), 0x80 | ((point >> 12) & 0x3f), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f))
  }
  return Uint8Array.from(bytes)
}

/** Texts end to end, by number. */
interface TextRun {
  readonly size: () => number
  readonly append: (bytes: Uint8Array, start: number, end: number) => void
  /** Whether text `id` is what stands in `bytes` from `start` to `end`. */
  readonly isAt: (id: number, bytes: Uint8Array, place: Place) => boolean
  readonly run: Lexicon['run']
}

interface Place {
  start: number
  end: number
}

const textRun = (): TextRun => {
  let bytes = new Uint8Array(FIRST_TEXTS * 8)
  let starts = new Int32Array(FIRST_TEXTS + 1)
  let size = 0

  const isAt = (id: number, other: Uint8Array, { start, end }: Place): boolean => {
    const from = starts[id] ?? 0
    if ((starts[id + 1] ?? 0) - from !== end - start) return false
    for (let at = start, own = from; at < end; at++, own++) if (other[at] !== bytes[own]) return false
    return true
  }

  const append = (other: Uint8Array, start: number, end: number): void => {
    const from = starts[size] ?? 0
    const to = from + end - start
    if (to > bytes.length) bytes = grownBytes(bytes, to)
    for (let at = start, own = from; at < end; at++, own++) bytes[own] = other[at] ?? 0
    size++
    if (size === starts.length) starts = grownInts(starts)
    starts[size] = to
  }

  return { size: () => size, append, isAt, run: () => ({ bytes, starts }) }
}

export const lexicon = (): Lexicon => {
  const texts = textRun()
  let hashes = new Int32Array(FIRST_TEXTS)
  /** Open addressing: the number of a text and 1, or 0 for a free slot. At most half full. */
  let slots = new Int32Array(FIRST_TEXTS * 2)
  /** What was asked for last: rows of one object often follow one another. */
  let last = -1
  const place: Place = { start: 0, end: 0 }

  const rehash = (): void => {
    slots = new Int32Array(slots.length * 2)
    const mask = slots.length - 1
    for (let id = 0; id < texts.size(); id++) {
      let slot = (hashes[id] ?? 0) & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = id + 1
    }
  }

  const found = (bytes: Uint8Array): number => {
    const { start, end } = place
    const hash = hashOf(bytes, start, end)
    const mask = slots.length - 1
    let slot = hash & mask
    for (let taken = slots[slot] ?? 0; taken !== 0; taken = slots[slot] ?? 0) {
      if (hashes[taken - 1] === hash && texts.isAt(taken - 1, bytes, place)) return taken - 1
      slot = (slot + 1) & mask
    }
    const id = texts.size()
    if (id === hashes.length) hashes = grownInts(hashes)
    hashes[id] = hash
    slots[slot] = id + 1
    texts.append(bytes, start, end)
    if (texts.size() * 2 >= slots.length) rehash()
    return id
  }

  const intern = (bytes: Uint8Array, start: number, end: number): number => {
    place.start = start
    place.end = end
    if (last < 0 || !texts.isAt(last, bytes, place)) last = found(bytes)
    return last
  }

  const text = (id: number): string => {
    const { bytes, starts } = texts.run()
    return decoded(bytes, starts[id] ?? 0, starts[id + 1] ?? 0)
  }

  return { size: texts.size, intern, text, run: texts.run }
}
