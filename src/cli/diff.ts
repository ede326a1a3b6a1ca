import type { Command } from 'commander'
import { day } from './check-options.ts'
import { atDesk, type DeskChoices } from './desk.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { withLibrary } from './library-option.ts'
import { sinceMoment } from './moment-option.ts'
import { progressOn } from './progress.ts'
import { TAGGER_OPTION, taggerName } from './readers.ts'
import { print, printJson, refused, terminalOf } from './screen.ts'

interface Choices extends DeskChoices {
  readonly since: string
  readonly asOf?: string
  readonly json?: true
}

const EXAMPLES = `
Examples:
  hearsay diff dam --since 2024-03-20
      the case as it stood when that day (UTC) began, against now
  hearsay diff dam --since 2024-03-20T14:30 --json`

const tellDifference = (name: string, choices: Choices): Promise<ExitCode> =>
  atDesk(choices, async ({ library, readers }) => {
    const { since, asOf = null, json } = choices
    const [{ caseDifference }, { caseDifferenceText }] = await Promise.all([
      import('../server/case-difference.ts'),
      import('../tell/tell.ts'),
    ])
    const progress = progressOn(process.stderr)
    const options = { since, asOf, readers, onProgress: progress.show }
    const difference = await caseDifference(library, name, options).finally(progress.clear)
    if (!difference.ok) return refused(difference.refusal)
    if (json === true) await printJson(difference.value)
    else await print(caseDifferenceText(difference.value, terminalOf(process.stdout)))
    return EXIT.done
  })

/** Adds `diff` to the program; `done` is told its exit code. */
export const addDiff = (program: Command, done: (code: ExitCode) => void): void => {
  const command = program
    .command('diff')
    .description('Tells what changed in a case since a day: documents, judgements, pages, and how the verdicts moved.')
    .argument('<case>', 'the case')
    .requiredOption('--since <day>', 'from the beginning of that day (UTC) on, as 2024-03-20', sinceMoment)
    .option('--as-of <day>', 'leave out what was published later, then and now', day)
    .option('--json', 'print it as JSON')
    .option(...TAGGER_OPTION, taggerName)
  withLibrary(command)
    .addHelpText('after', EXAMPLES)
    .action(async (name: string, choices: Choices) => {
      done(await tellDifference(name, choices))
    })
}
