import type { Command } from 'commander'
import { caseNamed } from '../../store/cases.ts'
import { atDesk, type DeskChoices } from '../desk.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { dayRemark, gathered, type IntakeChoices, pastedUrl, takeGathered } from '../intake.ts'
import { withLibrary } from '../library-option.ts'
import { TAGGER_OPTION, taggerName } from '../readers.ts'
import { complain, refused } from '../screen.ts'

interface Choices extends DeskChoices, IntakeChoices {}

const EXAMPLES = `
Examples:
  hearsay case add dam https://news.example/dam
      a page captured again and changed is another document, and it is told
      what changed
  hearsay case add dam late/ letter.pdf crawl.wacz
      of a web archive (WACZ, WARC) the pages in it
  hearsay case add dam - --pasted-from https://news.example/dam < copied.txt
      words out of a page that could not be fetched

Everything is kept before it is read: what is broken off loses nothing, and
done again it goes on where it was.`

/** Inputs that are fetched before the first of them is kept: what is broken off loses no more than these. */
const AT_ONCE = 4

const addInputs = (name: string, inputs: readonly string[], choices: Choices): Promise<ExitCode> =>
  atDesk(choices, async (desk) => {
    const kept = await caseNamed(desk.library, name)
    if (!kept.ok) return refused(kept.refusal)
    let code: ExitCode = EXIT.done
    for (let at = 0; at < inputs.length; at += AT_ONCE) {
      const found = await gathered(inputs.slice(at, at + AT_ONCE), choices, desk.reading)
      for (const remark of dayRemark(found, name)) complain(remark)
      const taken = await takeGathered(name, found, desk)
      if (taken !== EXIT.done) code = taken
    }
    return code
  })

/** Adds `case add` to its group; `done` is told its exit code. */
export const addCaseAdd = (group: Command, done: (code: ExitCode) => void): void => {
  const command = group
    .command('add')
    .usage('[options] <name> <file|folder|url|->...')
    .description('Keeps documents, puts them before a case, and reads them.')
    .argument('<name>', 'the case')
    .argument('<inputs...>', 'texts, pages, PDFs, Word files, feeds, web archives, folders of them, URLs; - is standard input')
    .option('--pasted-from <url>', 'the page that the words of the one input were copied from', pastedUrl)
    .option('--allow-private', 'fetch from private addresses and any port, too')
    .option(...TAGGER_OPTION, taggerName)
  withLibrary(command)
    .addHelpText('after', EXAMPLES)
    .action(async (name: string, inputs: readonly string[], choices: Choices) => {
      done(await addInputs(name, inputs, choices))
    })
}
