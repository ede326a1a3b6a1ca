import { encoded, type Lexicon, lexicon } from './lexicon.ts'

/** One row: that `source` says of `object` that it is `value`; `time` sorts as text (ISO 8601), or as a number where all are. */
export interface Assertion {
  readonly source: string
  readonly object: string
  readonly value: string
  readonly time?: string
}

/** A table of assertions by columns: the texts of each column once, and a row as their numbers. Made by `assertionsBuilder`. */
export interface Assertions {
  readonly rows: number
  readonly sources: Lexicon
  readonly objects: Lexicon
  readonly values: Lexicon
  /** Null where no row has a time. */
  readonly times: Lexicon | null
  readonly source: Int32Array
  readonly object: Int32Array
  readonly value: Int32Array
  /** Number of the text in `times`; −1 for a row without. */
  readonly time: Int32Array
  /** Line of the file on which the row begins; the row's own number from 1 where there is no file. */
  readonly line: Int32Array
}

/** Where the cells of a row lie in `bytes`, which is UTF-8. A time of no length is no time. */
export interface Cells {
  bytes: Uint8Array
  line: number
  sourceStart: number
  sourceEnd: number
  objectStart: number
  objectEnd: number
  valueStart: number
  valueEnd: number
  timeStart: number
  timeEnd: number
}

export interface AssertionsBuilder {
  /** Takes a row whose source, object and value are not empty. The cells may be written over afterwards. */
  readonly addCells: (cells: Cells) => void
  readonly add: (assertion: Assertion) => void
  readonly rows: () => number
  readonly build: () => Assertions
}

const FIRST_ROWS = 1 << 12

const grown = (column: Int32Array): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(column.length * 2)
  larger.set(column)
  return larger
}

const cellsOf = ({ source, object, value, time = '' }: Assertion, line: number): Cells => {
  const parts = [source, object, value, time].map(encoded)
  const [sourceEnd = 0, objectEnd = 0, valueEnd = 0, timeEnd = 0] = parts.map((_, n) =>
    parts.slice(0, n + 1).reduce((sum, part) => sum + part.length, 0),
  )
  return {
    bytes: Uint8Array.from(parts.flatMap((part) => [...part])),
    line,
    sourceStart: 0,
    sourceEnd,
    objectStart: sourceEnd,
    objectEnd,
    valueStart: objectEnd,
    valueEnd,
    timeStart: valueEnd,
    timeEnd,
  }
}

/** Takes rows one by one, so that whoever reads them need not hold them; memory grows with the rows (20 bytes each) and the distinct texts. */
export const assertionsBuilder = (): AssertionsBuilder => {
  const [sources, objects, values, times] = [lexicon(), lexicon(), lexicon(), lexicon()]
  let source = new Int32Array(FIRST_ROWS)
  let object = new Int32Array(FIRST_ROWS)
  let value = new Int32Array(FIRST_ROWS)
  let time = new Int32Array(FIRST_ROWS)
  let line = new Int32Array(FIRST_ROWS)
  let rows = 0

  const grow = (): void => {
    source = grown(source)
    object = grown(object)
    value = grown(value)
    time = grown(time)
    line = grown(line)
  }

  const addCells = (cells: Cells): void => {
    if (rows === source.length) grow()
    const { bytes } = cells
    source[rows] = sources.intern(bytes, cells.sourceStart, cells.sourceEnd)
    object[rows] = objects.intern(bytes, cells.objectStart, cells.objectEnd)
    value[rows] = values.intern(bytes, cells.valueStart, cells.valueEnd)
    time[rows] = cells.timeEnd > cells.timeStart ? times.intern(bytes, cells.timeStart, cells.timeEnd) : -1
    line[rows] = cells.line
    rows++
  }

  const add = (row: Assertion): void => {
    addCells(cellsOf(row, rows + 1))
  }

  const build = (): Assertions => ({
    rows,
    sources,
    objects,
    values,
    times: times.size() === 0 ? null : times,
    source: source.subarray(0, rows),
    object: object.subarray(0, rows),
    value: value.subarray(0, rows),
    time: time.subarray(0, rows),
    line: line.subarray(0, rows),
  })

  return { addCells, add, rows: () => rows, build }
}

/** A table from rows that are there already. */
export const assertionsOf = (rows: Iterable<Assertion>): Assertions => {
  const builder = assertionsBuilder()
  for (const row of rows) builder.add(row)
  return builder.build()
}
