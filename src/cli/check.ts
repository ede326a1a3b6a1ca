import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { CheckedCase } from '../core/case.ts'
import { type CheckChoices, ensurePlaces, ensureSense } from './check-options.ts'
import { checkInputs, withCase } from './checking.ts'
import type { ExitCode } from './exit-code.ts'
import { complain, hasColour, print, widthOf } from './screen.ts'

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

/** Adds `check` to the program; `done` is told its exit code. */
export const addCheck = (program: Command, done: (code: ExitCode) => void): void => {
  const command = program
    .command('check')
    .usage('[options] <file|folder|url|->...')
    .description('Weighs claims against what has been published: who says so, on whose authority, and how likely it is.')
  withCase(command)
    .option('--json', 'print the report as JSON')
    .option('--html <file>', 'write the report as one web page')
    .option('--md <file>', 'write the report as Markdown')
    .addHelpText('after', EXAMPLES)
    .action(async (inputs: readonly string[], choices: CheckChoices) => {
      await ensureSense(inputs, choices)
      await ensurePlaces(choices)
      done(await checkInputs(inputs, choices, (checked) => tellCase(checked, choices)))
    })
}
