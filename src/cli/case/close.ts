import type { Command } from 'commander'
import { closeCase } from '../../store/cases.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { inLibrary, type LibraryChoices, withLibrary } from '../library-option.ts'
import { REASON_OPTION, reasonText } from '../reason-option.ts'
import { print, refused } from '../screen.ts'

interface Choices extends LibraryChoices {
  readonly reason: string
}

const EXAMPLES = `
Examples:
  hearsay case close dam --reason "Published on 21 March."

A closed case can be read and checked as before; “hearsay undo” opens it again.`

const close = (name: string, { reason, ...choices }: Choices): Promise<ExitCode> =>
  inLibrary(choices, async (library) => {
    const closed = await closeCase(library, name, reason)
    if (!closed.ok) return refused(closed.refusal)
    await print(`The case “${name}” is closed.\n`)
    return EXIT.done
  })

/** Adds `case close` to its group; `done` is told its exit code. */
export const addCaseClose = (group: Command, done: (code: ExitCode) => void): void => {
  const command = group
    .command('close')
    .description('Marks a case as done with.')
    .argument('<name>', 'the case')
    .requiredOption(...REASON_OPTION, reasonText)
  withLibrary(command)
    .addHelpText('after', EXAMPLES)
    .action(async (name: string, choices: Choices) => {
      done(await close(name, choices))
    })
}
