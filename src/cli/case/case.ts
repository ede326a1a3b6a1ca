import type { Command } from 'commander'
import type { ExitCode } from '../exit-code.ts'
import { addCaseAdd } from './add.ts'
import { addCaseClaim } from './claim.ts'
import { addCaseClose } from './close.ts'
import { addCaseExport } from './export.ts'
import { addCaseForget } from './forget.ts'
import { addCaseImport } from './import.ts'
import { addCaseList } from './list.ts'
import { addCaseNew } from './new.ts'
import { addCaseRemove } from './remove.ts'
import { addCaseShow } from './show.ts'

const EXAMPLES = `
Examples:
  hearsay case new dam --question "Did the dam fail?" articles/
  hearsay case add dam https://news.example/dam
  hearsay case show dam
  hearsay check dam

A case is kept in a library, a folder of its own: --library names it, else
HEARSAY_LIBRARY, else ~/.hearsay. Nothing in it is ever changed: what is taken
out or taken back stays in the journal, “hearsay log”.`

/** Adds `case` and its commands to the program; `done` is told its exit code. */
export const addCase = (program: Command, done: (code: ExitCode) => void): void => {
  const group = program
    .command('case')
    .usage('COMMAND [options]')
    .description('Keeps cases: begins one, puts documents and claims before it, and shows how it stands.')
    .helpCommand(false)
    .addHelpText('after', EXAMPLES)
  addCaseNew(group, done)
  addCaseList(group, done)
  addCaseShow(group, done)
  addCaseAdd(group, done)
  addCaseClaim(group, done)
  addCaseRemove(group, done)
  addCaseClose(group, done)
  addCaseForget(group, done)
  addCaseExport(group, done)
  addCaseImport(group, done)
}
