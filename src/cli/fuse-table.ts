import { ok, refuse, type Result } from '../core/refusal.ts'
import { csvReader, type CsvRow } from '../node/csv.ts'
import { type Assertions, assertionsBuilder, type Cells, type Counted } from '../index.ts'

/** Rows that were left out of a table, or read in another way than they stand there. */
export interface RowFaults {
  readonly quote: Counted
  readonly cells: Counted
  readonly length: Counted
  readonly empty: Counted
  readonly recoded: Counted
}

export interface Table {
  readonly assertions: Assertions
  readonly faults: RowFaults
}

const REQUIRED = ['source', 'object', 'value'] as const
const COLUMNS = [...REQUIRED, 'time'] as const

/** The place of each column, −1 for none. */
type Places = Readonly<Record<(typeof COLUMNS)[number], number>>

const cellText = ({ bytes, starts, ends }: CsvRow, cell: number): string =>
  Buffer.from(bytes.subarray(starts[cell], ends[cell])).toString().trim()

const placesIn = (header: CsvRow, name: string): Result<Places> => {
  const names = Array.from({ length: header.cells }, (_, cell) => cellText(header, cell).toLowerCase())
  const missing = REQUIRED.find((column) => !names.includes(column))
  if (missing !== undefined) {
    const given = names.map((one) => `"${one}"`).join(', ')
    const advice = 'its first line must name the columns source, object and value, with commas between them'
    return refuse('malformed', `${name} was not read: line ${header.line} names no column "${missing}" but ${given}; ${advice}.`)
  }
  const [source, object, value, time] = COLUMNS.map((column) => names.indexOf(column))
  return ok({ source: source ?? -1, object: object ?? -1, value: value ?? -1, time: time ?? -1 })
}

const SPACE = 32

/** Without white space before (and, in `trimmedEnd`, after) it. */
const trimmedStart = (bytes: Uint8Array, start: number, end: number): number => {
  let at = start
  while (at < end && (bytes[at] ?? 0) <= SPACE) at++
  return at
}
const trimmedEnd = (bytes: Uint8Array, start: number, end: number): number => {
  let at = end
  while (at > start && (bytes[at - 1] ?? 0) <= SPACE) at--
  return at
}

const blankCells = (): Cells => ({
  bytes: new Uint8Array(0),
  line: 0,
  sourceStart: 0,
  sourceEnd: 0,
  objectStart: 0,
  objectEnd: 0,
  valueStart: 0,
  valueEnd: 0,
  timeStart: 0,
  timeEnd: 0,
})

/** Points `cells` at the row's own; false where one that is needed is empty. */
const pointAt = (cells: Cells, { bytes, starts, ends, line }: CsvRow, places: Places): boolean => {
  cells.bytes = bytes
  cells.line = line
  const [source, object, value] = [ends[places.source] ?? 0, ends[places.object] ?? 0, ends[places.value] ?? 0]
  cells.sourceStart = trimmedStart(bytes, starts[places.source] ?? 0, source)
  cells.sourceEnd = trimmedEnd(bytes, cells.sourceStart, source)
  cells.objectStart = trimmedStart(bytes, starts[places.object] ?? 0, object)
  cells.objectEnd = trimmedEnd(bytes, cells.objectStart, object)
  cells.valueStart = trimmedStart(bytes, starts[places.value] ?? 0, value)
  cells.valueEnd = trimmedEnd(bytes, cells.valueStart, value)
  if (places.time >= 0) {
    cells.timeStart = trimmedStart(bytes, starts[places.time] ?? 0, ends[places.time] ?? 0)
    cells.timeEnd = trimmedEnd(bytes, cells.timeStart, ends[places.time] ?? 0)
  }
  return cells.sourceEnd > cells.sourceStart && cells.objectEnd > cells.objectStart && cells.valueEnd > cells.valueStart
}

interface Tally {
  rows: number
  firstLine: number
}

const nothing = (): Tally => ({ rows: 0, firstLine: 0 })

const note = (tally: Tally, line: number): void => {
  tally.rows++
  if (tally.rows === 1) tally.firstLine = line
}

const isWide = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)

/** Reads a table of assertions as its bytes arrive. `name` is what a refusal calls it. */
export const readTable = async (stream: AsyncIterable<Uint8Array>, name: string): Promise<Result<Table>> => {
  const builder = assertionsBuilder()
  const cells = blankCells()
  const faults = { quote: nothing(), cells: nothing(), length: nothing(), empty: nothing(), recoded: nothing() }
  let header: Result<Places> | null = null
  const reader = csvReader({
    row: (row) => {
      if (header === null) {
        header = placesIn(row, name)
        return
      }
      if (!header.ok) return
      if (row.recoded) note(faults.recoded, row.line)
      if (pointAt(cells, row, header.value)) builder.addCells(cells)
      else note(faults.empty, row.line)
    },
    fault: (line, fault) => {
      note(faults[fault], line)
    },
  })
  let isFirst = true
  const headed = (): Result<Places> | null => header
  for await (const chunk of stream) {
    if (isFirst && isWide(chunk)) return refuse('malformed', `${name} was not read: it is UTF-16; save it as UTF-8.`)
    isFirst = false
    reader.push(chunk)
    const places = headed()
    if (places?.ok === false) return places
  }
  reader.end()
  const places = headed()
  if (places === null) return refuse('empty', `${name} was not read: there is nothing in it.`)
  if (!places.ok) return places
  if (builder.rows() === 0) return refuse('empty', `${name} was not read: below its first line there is no row that can be read.`)
  return ok({ assertions: builder.build(), faults })
}
