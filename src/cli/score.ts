import type { Command } from 'commander'
import type { ScoreInput } from '../index.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { hasColour, print, widthOf } from './screen.ts'
import { UsageError } from './usage.ts'

interface Choices extends ScoreInput {
  readonly json?: true
}

const EXAMPLES = `
Examples:
  hearsay score --value 0.8 --fmr 1e-3 --fnmr 0.02 --gallery 25000
      the best match of a search: mostly somebody else
  hearsay score --value 0.8 --fmr 1e-3 --fnmr 0.02 --gallery 1
      two pictures compared, and no more
  hearsay score --value 0.8
      worth nothing: why, and what to ask the maker for

A machine's score is never a probability. What counts is how often the machine
errs at the threshold of the match, and how many it searched.`

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/iu

/** What an option takes that is a number; `as` is an example. */
const numberFor =
  (option: string, as: string) =>
  (text: string): number => {
    if (!NUMBER.test(text.trim())) throw new UsageError(`${option} takes a number as ${as}, not "${text}".`)
    return Number(text)
  }

const tellScore = async ({ json, ...input }: Choices): Promise<ExitCode> => {
  const { scoreJson, scoreText, scoreWorth } = await import('../index.ts')
  const worth = scoreWorth(input)
  if (!worth.ok) throw new UsageError(worth.refusal.sentence)
  const screen = { width: widthOf(process.stdout), colour: hasColour(process.stdout, process.env) }
  await print(json === true ? scoreJson(worth.value) : scoreText(worth.value, screen))
  return EXIT.done
}

/** Adds `score` to the program; `done` is told its exit code. */
export const addScore = (program: Command, done: (code: ExitCode) => void): void => {
  program
    .command('score')
    .description("Tells what a machine's match is worth: its score is no probability, and a search divides what it proves.")
    .requiredOption('--value <number>', 'the score, as the machine printed it', numberFor('--value', '0.8'))
    .option('--scale <name>', 'what the machine calls its score', 'similarity')
    .option('--fmr <rate>', 'false match rate: how often somebody else is called a match', numberFor('--fmr', '1e-3'))
    .option('--fnmr <rate>', 'false non-match rate: how often the one sought is not', numberFor('--fnmr', '0.02'))
    .option('--gallery <count>', 'how many candidates were searched; 1 where two were compared', numberFor('--gallery', '25000'))
    .option(
      '--prior <probability>',
      'how likely it was that the one sought is among them (default: 0.5)',
      numberFor('--prior', '0.5'),
    )
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (choices: Choices) => {
      done(await tellScore(choices))
    })
}
