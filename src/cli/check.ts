import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { CheckedCase, Inquiry } from '../core/case.ts'
import type { Refusal } from '../core/refusal.ts'
import { gather } from '../node/gather.ts'
import type { Step } from '../index.ts'
import { assumption, type CheckChoices, claimText, day, ensureSense, taggerName } from './check-options.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { progressOn } from './progress.ts'
import { type Reading, withReading } from './reading.ts'
import { complain, hasColour, print, widthOf } from './screen.ts'
import { UsageError } from './usage.ts'

const EXAMPLES = `
Examples:
  hearsay check case/
      a folder; its case.json, if it has one, brings the claims
  hearsay check a.html b.pdf --claim "The dam failed its inspection."
  hearsay check https://news.example/dam --as-of 2024-03-20 --html dam.html
  hearsay check - --json < page.html
      standard input; the report as JSON

Exit codes:
  0  all was done
  1  some of the input was refused or is damaged, the rest was done
  2  what was typed was not understood, nothing was done
  70 the program broke down, 130 it was broken off`

const tryToWrite = async (path: string, text: string): Promise<boolean> => {
  try {
    await writeFile(path, text)
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    complain(`“${path}” was not written: the file system says ${String(error.code)}.`)
    return false
  }
}

/** Prints and writes what was asked for; whether all of it could be. */
const tellCase = async (checked: CheckedCase, choices: CheckChoices): Promise<boolean> => {
  const { htmlPage, markdownText, reportOf, terminalText } = await import('../index.ts')
  const terminal = { width: widthOf(process.stdout), colour: hasColour(process.stdout, process.env) }
  await print(choices.json === true ? `${JSON.stringify(reportOf(checked), null, 2)}\n` : terminalText(checked, terminal))
  const html = choices.html === undefined || (await tryToWrite(choices.html, htmlPage(checked)))
  const md = choices.md === undefined || (await tryToWrite(choices.md, markdownText(checked)))
  return html && md
}

const checkedCase = async (inquiry: Inquiry, choices: CheckChoices, { read, close }: Reading): Promise<CheckedCase> => {
  const { check, rulesTagger } = await import('../index.ts')
  const progress = progressOn(process.stderr)
  const onProgress = (step: Step): void => {
    if (step.stage !== 'read') close()
    progress.show(step)
  }
  try {
    const checked = await check(inquiry, { tagger: rulesTagger, read, assume: choices.assume ?? {}, onProgress })
    if (!checked.ok) throw new UsageError(checked.refusal.sentence)
    return checked.value
  } finally {
    progress.clear()
  }
}

/** What `--as-of` leaves out is told like a refusal, but was asked for. */
const isFailure = ({ code }: Refusal): boolean => code !== 'bad-option'

const checkInputs = async (inputs: readonly string[], choices: CheckChoices): Promise<ExitCode> => {
  if (inputs.length === 0)
    throw new UsageError('There is nothing to check: name files, folders or URLs, or - for standard input.')
  await ensureSense(choices)
  return withReading(async (reading) => {
    const { claim = [], asOf, allowPrivate = false } = choices
    const inquiry = await gather(inputs, { claims: claim, asOf: asOf ?? null, fetch: { allowPrivate } })
    const checked = inquiry.submissions.length === 0 ? null : await checkedCase(inquiry, choices, reading)
    const refusals = checked?.refusals ?? inquiry.refusals
    for (const sentence of [...refusals.map((refusal) => refusal.sentence), ...reading.damaged]) complain(sentence)
    if (checked === null || checked.exhibits.length === 0) return EXIT.refused
    const failures = refusals.filter(isFailure).length
    const rest = checked.exhibits.length === 1 ? 'document' : `${checked.exhibits.length} documents`
    if (failures > 0) complain(`The verdicts rest on the other ${rest}.`)
    return (await tellCase(checked, choices)) && failures === 0 && reading.damaged.length === 0 ? EXIT.done : EXIT.refused
  })
}

/** Adds `check` to the program; `done` is told its exit code. */
export const addCheck = (program: Command, done: (code: ExitCode) => void): void => {
  program
    .command('check')
    .usage('[options] <file|folder|url|->...')
    .description('Weighs claims against what has been published: who says so, on whose authority, and how likely it is.')
    .argument('[inputs...]', 'texts, pages, PDFs, Word files, feeds, folders of them, URLs; - is standard input')
    .option('--claim <sentence>', 'a claim to check, one or several times; the most contested are found without', claimText)
    .option('--as-of <day>', 'leave out what was published later, as 2024-03-20', day)
    .option('--json', 'print the report as JSON')
    .option('--html <file>', 'write the report as one web page')
    .option('--md <file>', 'write the report as Markdown')
    .option('--allow-private', 'fetch from private addresses and any port, too')
    .option('--tagger <name>', 'what finds attributions: rules', taggerName, 'rules')
    .option('--assume <name=value>', 'another value for an assumption, one or several times', assumption)
    .addHelpText('after', EXAMPLES)
    .action(async (inputs: readonly string[], choices: CheckChoices) => {
      done(await checkInputs(inputs, choices))
    })
}
