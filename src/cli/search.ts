import type { Command } from 'commander'
import { foundPassages } from '../server/search-view.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { inLibrary, type LibraryChoices, withLibrary } from './library-option.ts'
import { complain, print, printJson, terminalOf } from './screen.ts'
import { UsageError } from './usage.ts'

interface Choices extends LibraryChoices {
  readonly statements?: true
  readonly limit: number
  readonly json?: true
}

const MOST = 1000

const EXAMPLES = `
Examples:
  hearsay search inspection dam
      documents that have both words, in any form of letters and accents
  hearsay search '"failed its inspection"' --statements
      what somebody says, with these words as they stand`

const limitOf = (text: string): number => {
  const limit = Number(text)
  if (!/^\d+$/u.test(text) || limit < 1 || limit > MOST)
    throw new UsageError(`--limit takes a number from 1 to ${MOST}, not "${text}".`)
  return limit
}

const find = (
  words: string,
  {
    statements = false,
    limit,
    json = false,
    ...choices
  }: Omit<Choices, 'json' | 'statements'> & { json?: boolean; statements?: boolean },
): Promise<ExitCode> =>
  inLibrary(choices, async (library) => {
    const found = await foundPassages(library, words, { statements, limit })
    if (json) await printJson({ found })
    else if (found.length === 0) complain(`Nothing in the library has “${words}”${statements ? ' in what somebody says' : ''}.`)
    else {
      const { passagesText } = await import('../tell/tell.ts')
      await print(passagesText(found, terminalOf(process.stdout)))
    }
    return EXIT.done
  })

/** Adds `search` to the program; `done` is told its exit code. */
export const addSearch = (program: Command, done: (code: ExitCode) => void): void => {
  const command = program
    .command('search')
    .description('Finds words in everything that was ever read into the library, in a case or not.')
    .argument('<words...>', 'all of them must be there; a phrase in double quotation marks as it stands')
    .option('--statements', 'look in what somebody says instead of in whole documents')
    .option('--limit <number>', 'show at most so many', limitOf, 20)
    .option('--json', 'print it as JSON')
  withLibrary(command)
    .addHelpText('after', EXAMPLES)
    .action(async (words: readonly string[], choices: Choices) => {
      done(await find(words.join(' '), choices))
    })
}
