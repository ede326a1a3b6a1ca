import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { addAttribute } from './attribute.ts'
import { addCheck } from './check.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { addFuse } from './fuse.ts'
import { addScore } from './score.ts'
import { complain } from './screen.ts'
import { UsageError, usageSentence } from './usage.ts'
import { addWhy } from './why.ts'

const EXAMPLES = `
Examples:
  hearsay check case/ --html case.html
  hearsay check https://news.example/dam --claim "The dam failed."
  hearsay why case/ --claim-id c2
  hearsay attribute article.html
  hearsay fuse prices.csv
  hearsay score --value 0.8 --fmr 1e-3 --fnmr 0.02 --gallery 25000

"hearsay COMMAND --help" tells more of each.`

const versionOf = (): string => {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  const version = typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : null
  if (typeof version !== 'string') throw new Error('package.json has no version')
  return version
}

const programOf = (done: (code: ExitCode) => void): Command => {
  const program = new Command('hearsay')
    .description('Finds who said what on whose authority, leads every echo back to its origin, and weighs what is left.')
    .version(versionOf(), '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    // What the parser would say in several lines is said in one sentence below.
    .configureOutput({ outputError: () => undefined })
    .addHelpText('after', EXAMPLES)
  addCheck(program, done)
  addWhy(program, done)
  addAttribute(program, done)
  addFuse(program, done)
  addScore(program, done)
  return program
}

/** Tells what no command caught. */
const tellError = (error: unknown, command: string): ExitCode => {
  if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done
  if (error instanceof CommanderError || error instanceof UsageError) {
    complain(usageSentence(error, command))
    return EXIT.usage
  }
  if (process.env['HEARSAY_DEBUG'] === '1') console.error(error)
  else complain(`Hearsay broke down, which is its own fault and not the input's: ${String(error)}; HEARSAY_DEBUG=1 tells where.`)
  return EXIT.fault
}

/** Does what the words of a command line, the program's own name left out, ask for. Never rejects. */
export const callProgram = async (words: readonly string[]): Promise<ExitCode> => {
  let code: ExitCode = EXIT.done
  const program = programOf((told) => {
    code = told
  })
  const command = program.commands.find((one) => one.name() === words[0])
  try {
    if (words.length === 0) program.outputHelp()
    else await program.parseAsync(words, { from: 'user' })
    return code
  } catch (error) {
    return tellError(error, command === undefined ? 'hearsay' : `hearsay ${command.name()}`)
  }
}
