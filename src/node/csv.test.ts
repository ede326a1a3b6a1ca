import { describe, expect, it } from 'vitest'
import { csvReader } from './csv.ts'

interface Told {
  readonly rows: readonly (readonly string[])[]
  readonly lines: readonly number[]
  readonly faults: readonly string[]
  readonly recoded: readonly number[]
}

/** What a reader tells of `bytes` that arrive `size` at a time. */
const told = (bytes: Uint8Array, size: number): Told => {
  const rows: string[][] = []
  const [lines, faults, recoded]: [number[], string[], number[]] = [[], [], []]
  const reader = csvReader({
    row: (row) => {
      const cell = (n: number): string => Buffer.from(row.bytes.subarray(row.starts[n], row.ends[n])).toString()
      rows.push(Array.from({ length: row.cells }, (_, n) => cell(n)))
      lines.push(row.line)
      if (row.recoded) recoded.push(row.line)
    },
    fault: (line, fault) => faults.push(`${fault} ${line}`),
  })
  for (let at = 0; at < bytes.length; at += size) reader.push(bytes.slice(at, at + size))
  reader.end()
  return { rows, lines, faults, recoded }
}

const bytesOf = (text: string): Uint8Array => Buffer.from(text)

const FILES: readonly (readonly [string, string, Omit<Told, 'recoded'>])[] = [
  [
    'plain rows',
    'a,b\n1,2\n3,4\n',
    {
      rows: [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ],
      lines: [1, 2, 3],
      faults: [],
    },
  ],
  [
    'no last line feed',
    'a,b\n1,2',
    {
      rows: [
        ['a', 'b'],
        ['1', '2'],
      ],
      lines: [1, 2],
      faults: [],
    },
  ],
  [
    'CRLF and a byte order mark',
    '\ufeffa,b\r\n1,\r\n',
    {
      rows: [
        ['a', 'b'],
        ['1', ''],
      ],
      lines: [1, 2],
      faults: [],
    },
  ],
  [
    'quoted commas, quotes and line feeds',
    'a,b\n"x, ""y""","1\n2"\r\n3,4\n',
    {
      rows: [
        ['a', 'b'],
        ['x, "y"', '1\n2'],
        ['3', '4'],
      ],
      lines: [1, 2, 4],
      faults: [],
    },
  ],
  [
    'empty lines',
    'a,b\n\n1,2\n\r\n3,4\n',
    {
      rows: [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ],
      lines: [1, 3, 5],
      faults: [],
    },
  ],
  ['an empty quoted cell', 'a\n""\nb', { rows: [['a'], [''], ['b']], lines: [1, 2, 3], faults: [] }],
  [
    'too many and too few cells',
    'a,b\n1\n1,2,3\n4,5\n',
    {
      rows: [
        ['a', 'b'],
        ['4', '5'],
      ],
      lines: [1, 4],
      faults: ['cells 2', 'cells 3'],
    },
  ],
  [
    'a quote inside a cell, and text after a quoted one',
    'a,b\n5" disk,2\n"x"y,3\n4,5\n',
    {
      rows: [
        ['a', 'b'],
        ['4', '5'],
      ],
      lines: [1, 4],
      faults: ['quote 2', 'quote 3'],
    },
  ],
  [
    'a quote that is never closed costs its line only',
    'a,b\n1,"2\n3,4\n5,6\n',
    {
      rows: [
        ['a', 'b'],
        ['3', '4'],
        ['5', '6'],
      ],
      lines: [1, 3, 4],
      faults: ['quote 2'],
    },
  ],
]

describe('csvReader', () => {
  it.each(FILES)('reads %s, however the bytes arrive', (_, text, expected) => {
    for (const size of [1, 2, 3, 7, 1000]) expect(told(bytesOf(text), size)).toEqual({ ...expected, recoded: [] })
  })

  it('reads what is not UTF-8 as Windows-1252, row by row', () => {
    const bytes = Buffer.concat([bytesOf('a,b\nZürich,1\n'), Buffer.from('M\xfcnchen,2\n', 'latin1'), bytesOf('Kraków,3\n')])
    expect(told(bytes, 5)).toEqual({
      rows: [
        ['a', 'b'],
        ['Zürich', '1'],
        ['München', '2'],
        ['Kraków', '3'],
      ],
      lines: [1, 2, 3, 4],
      faults: [],
      recoded: [3],
    })
  })

  it('leaves a line that is too long, and one with too many cells', () => {
    const long = 'x'.repeat(3_000_000)
    expect(told(bytesOf(`a,b\n${long}\n1,2\n`), 65_536)).toMatchObject({
      rows: [
        ['a', 'b'],
        ['1', '2'],
      ],
      faults: ['length 2'],
    })
    expect(told(bytesOf(`a,b\n${','.repeat(5000)}\n1,2\n`), 65_536)).toMatchObject({
      rows: [
        ['a', 'b'],
        ['1', '2'],
      ],
      faults: ['cells 2'],
    })
  })

  it('takes time linear in a file full of open quotes', () => {
    const start = performance.now()
    const { faults } = told(bytesOf(`a,b\n${'1,"2\n'.repeat(100_000)}`), 65_536)
    expect(faults.length).toBeGreaterThan(10_000)
    expect(performance.now() - start).toBeLessThan(5000)
  })
})
