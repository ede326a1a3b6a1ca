import type { Command } from 'commander'
import { checkpointOf } from '../store/journal/journal.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { inLibrary, type LibraryChoices, withLibrary } from './library-option.ts'
import { print } from './screen.ts'

const EXAMPLES = `
Examples:
  hearsay checkpoint > 2024-03-20.txt
      keep it where the library is not: in a mail, on paper, in another's hands
  hearsay verify --checkpoint 2024-03-20.txt

It is a signed note as c2sp.org/tlog-checkpoint has it: which journal, how many
entries, and one hash of them all.`

const tellCheckpoint = (choices: LibraryChoices): Promise<ExitCode> =>
  inLibrary(choices, async (library) => {
    await print(await checkpointOf(library))
    return EXIT.done
  })

/** Adds `checkpoint` to the program; `done` is told its exit code. */
export const addCheckpoint = (program: Command, done: (code: ExitCode) => void): void => {
  const command = program
    .command('checkpoint')
    .description('Prints the signed note of where the journal ends: kept elsewhere, it shows any later change.')
  withLibrary(command)
    .addHelpText('after', EXAMPLES)
    .action(async (choices: LibraryChoices) => {
      done(await tellCheckpoint(choices))
    })
}
