import type { Command } from 'commander'
import { ok } from '../core/refusal.ts'
import { fileStream } from '../node/file-bytes.ts'
import type { Counted, Fused } from '../index.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import type { RowFaults } from './fuse-table.ts'
import { complain } from './screen.ts'
import { UsageError } from './usage.ts'

interface Choices {
  readonly json?: true
  /** False with --no-copies. */
  readonly copies: boolean
  readonly values: 'auto' | 'exact'
}

const EXAMPLES = `
Examples:
  hearsay fuse claims.csv > fused.csv
  hearsay fuse claims.csv --json > fused.json
  hearsay fuse - --no-copies < claims.csv

The first line names the columns source, object, value and, if there are such,
time and url, in any order. A row of the output is a value of an object with its
probability, a source with its reliability and 90 % interval, or a group of
sources that copy, with what shows it. How many rows were left out, and why, is
told on standard error.`

const valuesName = (name: string): 'auto' | 'exact' => {
  if (name !== 'auto' && name !== 'exact') throw new UsageError(`--values takes auto or exact, not "${name}".`)
  return name
}

const rowsOf = ({ rows, firstLine }: Counted): string =>
  rows === 1 ? `1 row (line ${firstLine})` : `${rows} rows (the first on line ${firstLine})`

const FAULTS = [
  ['quote', 'left out for a quotation mark that is not closed, or stands inside a cell without being doubled'],
  ['cells', 'left out for having more or fewer cells than the first line'],
  ['length', 'left out for being longer than a row can be'],
  ['empty', 'left out for an empty source, object or value'],
  ['recoded', 'not UTF-8, and read as Windows-1252'],
] as const satisfies readonly (readonly [keyof RowFaults, string])[]

const LEFT_OUT: Readonly<Record<keyof Fused['leftOut'], string>> = {
  repeated: 'said again what the same source says in another row, and added nothing',
  replaced: 'replaced by a later one of the same source',
  contradictory: 'at odds with others of the same source, with no later time to tell which holds; they share one vote',
}

/** Tells what was not taken as it stands; whether anything was left out. */
const tellFaults = (name: string, faults: RowFaults): boolean => {
  for (const [kind, words] of FAULTS) {
    const counted = faults[kind]
    if (counted.rows > 0) complain(`${name}: ${rowsOf(counted)} ${counted.rows === 1 ? 'was' : 'were'} ${words}.`)
  }
  return faults.quote.rows + faults.cells.rows + faults.length.rows + faults.empty.rows > 0
}

const tellReading = (name: string, { leftOut, merged }: Fused): void => {
  if (leftOut.repeated.rows > 0) complain(`${name}: ${rowsOf(leftOut.repeated)} ${LEFT_OUT.repeated}.`)
  if (leftOut.replaced.rows > 0)
    complain(`${name}: ${rowsOf(leftOut.replaced)} ${leftOut.replaced.rows === 1 ? 'was' : 'were'} ${LEFT_OUT.replaced}.`)
  if (leftOut.contradictory.rows > 0) complain(`${name}: ${rowsOf(leftOut.contradictory)} are ${LEFT_OUT.contradictory}.`)
  if (merged > 0)
    complain(`${name}: ${merged} values were taken for another spelling of a value; --values exact keeps them apart.`)
}

const fuseFile = async (file: string, { json, copies, values }: Choices): Promise<ExitCode> => {
  const name = file === '-' ? 'standard input' : file
  const stream = file === '-' ? ok(process.stdin) : await fileStream(file)
  const { readTable } = await import('./fuse-table.ts')
  const table = stream.ok ? await readTable(stream.value, name) : stream
  if (!table.ok) {
    complain(table.refusal.sentence)
    return EXIT.refused
  }
  const [{ fuse }, { writeCsv, writeJson }] = await Promise.all([import('../index.ts'), import('./fuse-report.ts')])
  const { assertions, faults } = table.value
  const fused = fuse(assertions, { copies, values })
  const hasLeftOut = tellFaults(name, faults)
  tellReading(name, fused)
  await (json === true ? writeJson : writeCsv)(assertions, fused, written)
  return hasLeftOut ? EXIT.refused : EXIT.done
}

/** Writes to standard output, no faster than it is taken. */
const written = (bytes: Uint8Array): Promise<void> =>
  new Promise((resolve) => {
    process.stdout.write(bytes, () => {
      resolve()
    })
  })

/** Adds `fuse` to the program; `done` is told its exit code. */
export const addFuse = (program: Command, done: (code: ExitCode) => void): void => {
  program
    .command('fuse')
    .description('Weighs a table of who says what of what: how probable each value is, how reliable each source, who copies.')
    .argument('<file>', 'comma-separated values; - is standard input')
    .option('--json', 'print JSON')
    .option('--no-copies', 'take each source for a voice of its own')
    .option(
      '--values <how>',
      'when two values are the same: auto also where only their spelling differs, or exact',
      valuesName,
      'auto',
    )
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, choices: Choices) => {
      done(await fuseFile(file, choices))
    })
}
