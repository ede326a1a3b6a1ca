import type { Command } from 'commander'
import { beginCase } from '../../store/cases.ts'
import { claimText } from '../check-options.ts'
import { atDesk, type DeskChoices } from '../desk.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { dayRemark, gathered, type IntakeChoices, takeGathered } from '../intake.ts'
import { withLibrary } from '../library-option.ts'
import { TAGGER_OPTION, taggerName } from '../readers.ts'
import { complain, print, refused } from '../screen.ts'

interface Choices extends DeskChoices, IntakeChoices {
  readonly question?: string
  readonly claim?: readonly string[]
}

const EXAMPLES = `
Examples:
  hearsay case new dam --claim "The dam failed." a.html b.pdf
  hearsay case new dam case/
      a folder; its case.json, if it has one, brings question and claims
  hearsay case new dam
      an empty case, to be added to`

const beginWith = (name: string, inputs: readonly string[], { question, claim = [], ...choices }: Choices): Promise<ExitCode> =>
  atDesk(
    choices,
    async (desk) => {
      const found = await gathered(inputs, choices, desk.reading)
      const begun = await beginCase(desk.library, {
        name,
        question: question ?? found.question,
        claims: [...found.claims.map(({ text }) => text), ...claim],
      })
      if (!begun.ok) return refused(begun.refusal)
      await print(`The case “${name}” is begun.\n`)
      for (const remark of dayRemark(found, name)) complain(remark)
      return inputs.length === 0 ? EXIT.done : takeGathered(name, found, desk)
    },
    { begins: true },
  )

/** Adds `case new` to its group; `done` is told its exit code. */
export const addCaseNew = (group: Command, done: (code: ExitCode) => void): void => {
  const command = group
    .command('new')
    .usage('[options] <name> [file|folder|url|-]...')
    .description('Begins a case.')
    .argument('<name>', 'what it is to be called')
    .argument('[inputs...]', 'texts, pages, PDFs, Word files, feeds, folders of them, URLs; - is standard input')
    .option('--question <sentence>', 'what is to be found out')
    .option('--claim <sentence>', 'a claim to check, one or several times; the most contested are found without', claimText)
    .option('--allow-private', 'fetch from private addresses and any port, too')
    .option(...TAGGER_OPTION, taggerName)
  withLibrary(command)
    .addHelpText('after', EXAMPLES)
    .action(async (name: string, inputs: readonly string[], choices: Choices) => {
      done(await beginWith(name, inputs, choices))
    })
}
