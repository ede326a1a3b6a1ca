import type { Command } from 'commander'
import type { CheckedCase } from '../core/case.ts'
import type { ClaimId } from '../core/claim.ts'
import { type CaseChoices, ensureSense } from './check-options.ts'
import { checkInputs, withCase } from './checking.ts'
import type { ExitCode } from './exit-code.ts'
import { checkKeptCase, keptCaseNamed, type TellingForm } from './kept-checking.ts'
import { complain, print, terminalOf } from './screen.ts'
import { UsageError } from './usage.ts'

interface Choices extends CaseChoices {
  readonly claimId?: string
  readonly json?: true
}

const EXAMPLES = `
Examples:
  hearsay why case/ --claim-id c2
      the second claim of the case, if its case.json calls it so
  hearsay why a.html b.pdf --claim "The dam failed its inspection."
  hearsay why case/ --assume prior=0.2
      the same sum from another start

The prior and the nats of the origins and things sum to the log odds of the
verdict; under each stand the rows of the assumptions that made its weight.`

const listed = (ids: readonly string[]): string =>
  ids.length === 1 ? ids.join('') : `${ids.slice(0, -1).join(', ')} and ${ids.at(-1) ?? ''}`

/** The claim called so, by its id or its number in the report; else the first that was asked on the command line; else the first. */
const claimOf = ({ resolution: { claims } }: CheckedCase, { claim = [], claimId }: Choices): ClaimId | null => {
  if (claimId === undefined) return (claims.find(({ text }) => text === claim[0]) ?? claims[0])?.id ?? null
  const called = claims.find(({ id }) => id === claimId) ?? claims.find((_, place) => String(place + 1) === claimId)
  if (called !== undefined) return called.id
  const there =
    claims.length === 0
      ? 'no claim was found'
      : `there ${claims.length === 1 ? 'is' : 'are'} ${listed(claims.map(({ id }) => id))}`
  throw new UsageError(`There is no claim "${claimId}"; ${there}.`)
}

const NO_CLAIM = 'No claim was given, and none was found: name one with --claim.'

/** The sum of one claim; empty where there is no claim. */
const formOf = (choices: Choices): TellingForm => {
  const { width, colour } = terminalOf(process.stdout)
  const how = choices.json === true ? 'json' : `text ${width} ${String(colour)}`
  return {
    key: `why ${choices.claimId ?? ''} ${how}`,
    tell: async (checked) => {
      const { ledgerJson, ledgerText } = await import('../index.ts')
      const claim = claimOf(checked, choices)
      if (claim === null) return ''
      return choices.json === true ? ledgerJson(checked, claim) : ledgerText(checked, claim, { width, colour })
    },
  }
}

const putText = async (text: string): Promise<boolean> => {
  if (text === '') complain(NO_CLAIM)
  else await print(text)
  return text !== ''
}

const why = async (inputs: readonly string[], choices: Choices): Promise<ExitCode> => {
  const name = await keptCaseNamed(inputs, choices)
  const form = formOf(choices)
  return name === null
    ? checkInputs(inputs, choices, async (checked) => putText(await form.tell(checked)))
    : checkKeptCase(name, { forms: [form], choices }, ([text = '']) => putText(text))
}

/** Adds `why` to the program; `done` is told its exit code. */
export const addWhy = (program: Command, done: (code: ExitCode) => void): void => {
  const command = program
    .command('why')
    .usage('[options] <file|folder|url|-|case>...')
    .description("Shows one claim's verdict as a sum: what each origin and thing adds, and every number behind it.")
  withCase(command)
    .option('--claim-id <id>', 'which claim, by its id or number; the first, or the first --claim, without')
    .option('--json', 'print the sum as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (inputs: readonly string[], choices: Choices) => {
      await ensureSense(inputs, choices)
      done(await why(inputs, choices))
    })
}
