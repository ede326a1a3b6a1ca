import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { CheckedCase } from '../core/case.ts'
import { type CheckChoices, ensurePlaces, ensureSense } from './check-options.ts'
import { checkInputs, withCase } from './checking.ts'
import type { ExitCode } from './exit-code.ts'
import { checkKeptCase, keptCaseNamed, type TellingForm } from './kept-checking.ts'
import { complain, print, terminalOf } from './screen.ts'

const EXAMPLES = `
Examples:
  hearsay check case/
      a folder; its case.json, if it has one, brings the claims
  hearsay check a.html b.pdf --claim "The dam failed its inspection."
  hearsay check https://news.example/dam --as-of 2024-03-20 --html dam.html
  hearsay check - --json < page.html
      standard input; the report as JSON
  hearsay check dam --known 2024-03-20
      a case of the library, as it stood that day; case:dam, too

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

/** The forms that were asked for: what is printed first, then what is written. */
const formsOf = (choices: CheckChoices): readonly TellingForm[] => {
  const { width, colour } = terminalOf(process.stdout)
  const json: TellingForm = {
    key: 'json',
    tell: async (checked) => `${JSON.stringify((await import('../index.ts')).reportOf(checked), null, 2)}\n`,
  }
  const text: TellingForm = {
    key: `text ${width} ${String(colour)}`,
    tell: async (checked) => (await import('../index.ts')).terminalText(checked, { width, colour }),
  }
  const html: TellingForm = { key: 'html', tell: async (checked) => (await import('../index.ts')).htmlPage(checked) }
  const md: TellingForm = { key: 'md', tell: async (checked) => (await import('../index.ts')).markdownText(checked) }
  return [
    choices.json === true ? json : text,
    ...(choices.html === undefined ? [] : [html]),
    ...(choices.md === undefined ? [] : [md]),
  ]
}

/** Prints the first text and writes the others where they were asked for; whether all of it could be. */
const putTexts = async ([printed = '', ...written]: readonly string[], { html, md }: CheckChoices): Promise<boolean> => {
  await print(printed)
  const places = [html, md].filter((place) => place !== undefined)
  const done: boolean[] = []
  for (const [at, place] of places.entries()) done.push(await tryToWrite(place, written[at] ?? ''))
  return done.every(Boolean)
}

const tellCase = async (checked: CheckedCase, choices: CheckChoices): Promise<boolean> => {
  const texts: string[] = []
  for (const { tell } of formsOf(choices)) texts.push(await tell(checked))
  return putTexts(texts, choices)
}

const check = async (inputs: readonly string[], choices: CheckChoices): Promise<ExitCode> => {
  const name = await keptCaseNamed(inputs, choices)
  return name === null
    ? checkInputs(inputs, choices, (checked) => tellCase(checked, choices))
    : checkKeptCase(name, { forms: formsOf(choices), choices }, (texts) => putTexts(texts, choices))
}

/** Adds `check` to the program; `done` is told its exit code. */
export const addCheck = (program: Command, done: (code: ExitCode) => void): void => {
  const command = program
    .command('check')
    .usage('[options] <file|folder|url|-|case>...')
    .description('Weighs claims against what has been published: who says so, on whose authority, and how likely it is.')
  withCase(command)
    .option('--json', 'print the report as JSON')
    .option('--html <file>', 'write the report as one web page')
    .option('--md <file>', 'write the report as Markdown')
    .addHelpText('after', EXAMPLES)
    .action(async (inputs: readonly string[], choices: CheckChoices) => {
      await ensureSense(inputs, choices)
      await ensurePlaces(choices)
      done(await check(inputs, choices))
    })
}
