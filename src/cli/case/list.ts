import type { Command } from 'commander'
import { caseLines } from '../../server/case-view.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { inLibrary, type LibraryChoices, libraryFolder, withLibrary } from '../library-option.ts'
import { complain, print, printJson, terminalOf } from '../screen.ts'

interface Choices extends LibraryChoices {
  readonly json?: true
}

const EXAMPLES = `
Examples:
  hearsay case list
  hearsay case list --json --library desk/`

const listCases = (choices: Choices): Promise<ExitCode> =>
  inLibrary(choices, async (library) => {
    const cases = await caseLines(library)
    if (choices.json === true) await printJson({ cases })
    else if (cases.length === 0)
      complain(`The library in ${libraryFolder(choices)} has no case yet; “hearsay case new NAME” begins one.`)
    else {
      const { casesText } = await import('../../tell/tell.ts')
      await print(casesText(cases, terminalOf(process.stdout)))
    }
    return EXIT.done
  })

/** Adds `case list` to its group; `done` is told its exit code. */
export const addCaseList = (group: Command, done: (code: ExitCode) => void): void => {
  const command = group.command('list').description('Lists the cases of the library.').option('--json', 'print them as JSON')
  withLibrary(command)
    .addHelpText('after', EXAMPLES)
    .action(async (choices: Choices) => {
      done(await listCases(choices))
    })
}
