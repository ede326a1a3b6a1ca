import { Command, CommanderError } from 'commander'
import { addAttribute } from './attribute.ts'
import { addCheck } from './check.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { addFuse } from './fuse.ts'
import { addScore } from './score.ts'
import { addCase } from './case/case.ts'
import { addCheckpoint } from './checkpoint.ts'
import { addDiff } from './diff.ts'
import { addJudge } from './judge.ts'
import { addLog } from './log.ts'
import { addSearch } from './search.ts'
import { addUndo } from './undo.ts'
import { addVerify } from './verify.ts'
import { complain } from './screen.ts'
import { UsageError, usageSentence } from './usage.ts'
import { programVersion } from './version.ts'
import { addWhy } from './why.ts'

const EXAMPLES = `
Examples:
  hearsay check case/ --html case.html
  hearsay check https://news.example/dam --claim "The dam failed."
  hearsay why case/ --claim-id c2
  hearsay case new dam articles/ --claim "The dam failed."
  hearsay diff dam --since 2024-03-20
  hearsay attribute article.html
  hearsay fuse prices.csv
  hearsay score --value 0.8 --fmr 1e-3 --fnmr 0.02 --gallery 25000

"hearsay COMMAND --help" tells more of each.`

/** All commands; `done` is told the exit code of the one that is called. */
export const programOf = (done: (code: ExitCode) => void): Command => {
  const program = new Command('hearsay')
    .description('Finds who said what on whose authority, leads every echo back to its origin, and weighs what is left.')
    .version(programVersion(), '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    // Without its arguments, so that there is room for what it does.
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .exitOverride()
    // What the parser would say in several lines is said in one sentence below.
    .configureOutput({ outputError: () => undefined })
    .addHelpText('after', EXAMPLES)
  addCheck(program, done)
  addWhy(program, done)
  addCase(program, done)
  addJudge(program, done)
  addUndo(program, done)
  addLog(program, done)
  addDiff(program, done)
  addSearch(program, done)
  addVerify(program, done)
  addCheckpoint(program, done)
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

/** The command whose help tells more of what was typed. */
const calledIn = (command: Command | undefined, words: readonly string[]): string => {
  const inner = command?.commands.find((one) => one.name() === words[1])
  return ['hearsay', command?.name(), inner?.name()].filter((name) => name !== undefined).join(' ')
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
    else if (words.length === 1 && command !== undefined && command.commands.length > 0) command.outputHelp()
    else await program.parseAsync(words, { from: 'user' })
    return code
  } catch (error) {
    return tellError(error, calledIn(command, words))
  }
}
