/** A row of a CSV file. Cell `n` is `bytes` from `starts[n]` to `ends[n]`, UTF-8, without its quotes. Good until the callback returns. */
export interface CsvRow {
  readonly bytes: Uint8Array
  readonly cells: number
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** Line on which it begins, from 1. */
  readonly line: number
  /** Whether it was not UTF-8 and has been read as Windows-1252. */
  readonly recoded: boolean
}

/** Why a line is no row. */
export type CsvFault = 'quote' | 'cells' | 'length'

export interface CsvListener {
  readonly row: (row: CsvRow) => void
  readonly fault: (line: number, fault: CsvFault) => void
}

export interface CsvReader {
  /** Takes the next bytes of the file. */
  readonly push: (chunk: Uint8Array) => void
  readonly end: () => void
}

/** Bytes of a row, and cells of a row; what is longer is a fault. An opened quote is looked for its end no further than that. */
const MAX_ROW = 1 << 20
const MAX_CELLS = 1 << 10

const [LINE_FEED, RETURN, QUOTE, COMMA, HIGH] = [10, 13, 34, 44, 0x80]
const MARK = [0xef, 0xbb, 0xbf]

/** What `scan` says instead of where the next row begins. */
const [INCOMPLETE, BROKEN_QUOTE, TOO_MANY] = [-1, -2, -3]

interface Scanned {
  readonly starts: Int32Array
  readonly ends: Int32Array
  cells: number
  /** Line feeds within quotes. */
  lineFeeds: number
  /** Whether a cell has doubled quotes. */
  doubled: boolean
  /** All bytes of the row or'ed. */
  bits: number
}

interface Scan {
  readonly end: number
  /** Whether nothing comes after `end`. */
  readonly last: boolean
  readonly row: Scanned
}

/** Where the quoted cell that begins at `from`, past its quote, has its closing quote. */
const closingQuote = (bytes: Uint8Array, from: number, { end, last, row }: Scan): number => {
  for (let at = from; at < end; at++) {
    const byte = bytes[at] ?? 0
    row.bits |= byte
    if (byte === LINE_FEED) row.lineFeeds++
    if (byte !== QUOTE) continue
    if (at + 1 < end && bytes[at + 1] === QUOTE) {
      row.doubled = true
      at++
    } else return at + 1 < end || last ? at : INCOMPLETE
  }
  return last ? BROKEN_QUOTE : INCOMPLETE
}

/** Reads the row that begins at `from`; where the next one begins, or why that cannot be said. */
const scan = (bytes: Uint8Array, from: number, { end, last, row }: Scan): number => {
  const { starts, ends } = row
  row.cells = row.lineFeeds = row.bits = 0
  row.doubled = false
  let at = from
  let cells = 0
  for (;;) {
    if (cells === MAX_CELLS) return TOO_MANY
    let start = at
    let stop: number
    if (at < end && bytes[at] === QUOTE) {
      start++
      stop = closingQuote(bytes, start, { end, last, row })
      if (stop < 0) return stop
      at = stop + 1
      if (bytes[at] === RETURN && at < end) at++
      if (at < end && bytes[at] !== COMMA && bytes[at] !== LINE_FEED) return BROKEN_QUOTE
    } else {
      let bits = 0
      let byte = 0
      for (; at < end; at++) {
        byte = bytes[at] ?? 0
        if (byte === COMMA || byte === LINE_FEED || byte === QUOTE) break
        bits |= byte
      }
      row.bits |= bits
      if (at < end && byte === QUOTE) return BROKEN_QUOTE
      stop = at > start && bytes[at - 1] === RETURN ? at - 1 : at
    }
    if (at >= end && !last) return INCOMPLETE
    starts[cells] = start
    ends[cells] = stop
    row.cells = ++cells
    if (at >= end) return end
    at++
    if (bytes[at - 1] === LINE_FEED) return at
  }
}

/** Writes cells with doubled quotes anew, in their own place. */
const undouble = (bytes: Uint8Array, { starts, ends, cells }: Scanned): void => {
  for (let cell = 0; cell < cells; cell++) {
    const end = ends[cell] ?? 0
    let to = starts[cell] ?? 0
    for (let at = to; at < end; at++) {
      bytes[to++] = bytes[at] ?? 0
      if (bytes[at] === QUOTE) at++
    }
    ends[cell] = to
  }
}

const strict = new TextDecoder('utf-8', { fatal: true })

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    strict.decode(bytes)
    return true
  } catch (fault) {
    if (fault instanceof TypeError) return false
    throw fault
  }
}

const western = new TextDecoder('windows-1252')

/** The row's cells as Windows-1252 would have them, in UTF-8, in bytes of their own. */
const recode = (bytes: Uint8Array, { starts, ends, cells }: Scanned): Uint8Array => {
  const parts = Array.from({ length: cells }, (_, cell) => Buffer.from(western.decode(bytes.subarray(starts[cell], ends[cell]))))
  let at = 0
  parts.forEach((part, cell) => {
    starts[cell] = at
    at += part.length
    ends[cell] = at
  })
  return Buffer.concat(parts)
}

const blankRow = (): Scanned => ({
  starts: new Int32Array(MAX_CELLS),
  ends: new Int32Array(MAX_CELLS),
  cells: 0,
  lineFeeds: 0,
  doubled: false,
  bits: 0,
})

/** What is wrong with a row at whose end `scan` said `next`: one that goes on past a line feed, and on, has an open quote. */
const faultOf = (next: number, hasLineFeed: boolean): CsvFault => {
  if (next === TOO_MANY) return 'cells'
  return next === BROKEN_QUOTE || (next === INCOMPLETE && hasLineFeed) ? 'quote' : 'length'
}

/** An empty line, and not an empty quoted cell. */
const isBlank = ({ cells, starts, ends }: Scanned, first: number | undefined): boolean =>
  cells === 1 && ends[0] === starts[0] && first !== QUOTE

interface RowPlace {
  readonly from: number
  readonly to: number
  readonly line: number
}

/** The row as its taker gets it; it lies in `bytes` between `from` and `to`. */
const rowOf = (row: Scanned, bytes: Uint8Array, { from, to, line }: RowPlace): CsvRow => {
  if (row.doubled) undouble(bytes, row)
  const recoded = row.bits >= HIGH && !isUtf8(bytes.subarray(from, to))
  const text = recoded ? recode(bytes, row) : bytes
  return { bytes: text, cells: row.cells, starts: row.starts, ends: row.ends, line, recoded }
}

/** The bytes that are not read yet: the first `length` of `bytes`. */
interface Unread {
  bytes: Uint8Array
  length: number
}

const append = (unread: Unread, chunk: Uint8Array): void => {
  if (unread.length + chunk.length > unread.bytes.length) {
    const larger = new Uint8Array(Math.max(2 * unread.bytes.length, unread.length + chunk.length))
    larger.set(unread.bytes.subarray(0, unread.length))
    unread.bytes = larger
  }
  unread.bytes.set(chunk, unread.length)
  unread.length += chunk.length
}

const drop = (unread: Unread, count: number): void => {
  unread.bytes.copyWithin(0, count, unread.length)
  unread.length -= count
}

/**
 * Reads comma-separated values as RFC 4180 has them, as their bytes arrive: the first row says how many cells each must have. Lines end
 * with LF or CRLF, empty lines are passed over, a byte order mark is left out. Where a row is faulty, reading goes on with the next line,
 * so that a quote which is never closed costs one line.
 */
export const csvReader = ({ row: give, fault }: CsvListener): CsvReader => {
  const row = blankRow()
  const unread: Unread = { bytes: new Uint8Array(MAX_ROW), length: 0 }
  let line = 1
  let width = 0
  let isFirst = true
  /** Whether the line at hand is faulty and still to be left. */
  let leaving = false

  const take = (bytes: Uint8Array, from: number, to: number): void => {
    if (isBlank(row, bytes[from])) return
    if (width === 0) width = row.cells
    if (row.cells === width) give(rowOf(row, bytes, { from, to, line }))
    else fault(line, 'cells')
  }

  /** Past the line feed at or after `from`; at the end where there is none, and then the line is still to be left. */
  const nextLine = (bytes: Uint8Array, from: number): number => {
    const at = bytes.indexOf(LINE_FEED, from)
    leaving = at < 0
    if (!leaving) line++
    return leaving ? bytes.length : at + 1
  }

  const read = (last: boolean): void => {
    const bytes = unread.bytes.subarray(0, unread.length)
    const end = bytes.length
    let from = leaving ? nextLine(bytes, 0) : 0
    while (from < end) {
      const next = scan(bytes, from, { end, last, row })
      if (next === INCOMPLETE && end - from <= MAX_ROW) break
      if (next < 0 || next - from > MAX_ROW) {
        fault(line, faultOf(next, bytes.includes(LINE_FEED, from)))
        from = nextLine(bytes, from)
        continue
      }
      take(bytes, from, next)
      line += 1 + row.lineFeeds
      from = next
    }
    drop(unread, from)
  }

  const push = (chunk: Uint8Array): void => {
    append(unread, chunk)
    if (isFirst && unread.length < MARK.length) return
    if (isFirst && MARK.every((byte, at) => unread.bytes[at] === byte)) drop(unread, MARK.length)
    isFirst = false
    read(false)
  }

  return {
    push,
    end: () => {
      read(true)
    },
  }
}
