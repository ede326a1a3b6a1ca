import type { Command } from 'commander'
import { plain } from '../../core/plain-text.ts'
import { addClaims } from '../../store/cases.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { inLibrary, type LibraryChoices, withLibrary } from '../library-option.ts'
import { print, refused } from '../screen.ts'
import { UsageError } from '../usage.ts'

const EXAMPLES = `
Examples:
  hearsay case claim dam "The dam failed its inspection."
  hearsay case claim dam "The dam failed." "Nobody was hurt."`

const sentenceOf = (text: string, before: readonly string[] = []): readonly string[] => {
  if (plain(text) === '') throw new UsageError('A claim is a sentence, as "The dam failed its inspection."')
  return [...before, text]
}

const claim = (name: string, texts: readonly string[], choices: LibraryChoices): Promise<ExitCode> =>
  inLibrary(choices, async (library) => {
    const added = await addClaims(library, name, texts)
    if (!added.ok) return refused(added.refusal)
    for (const { deed } of added.value) if (deed.kind === 'claim') await print(`${deed.claim}  ${plain(deed.text)}\n`)
    return EXIT.done
  })

/** Adds `case claim` to its group; `done` is told its exit code. */
export const addCaseClaim = (group: Command, done: (code: ExitCode) => void): void => {
  const command = group
    .command('claim')
    .description('Adds claims to check to a case.')
    .argument('<name>', 'the case')
    .argument('<sentences...>', 'each a proposition that is true or false', sentenceOf)
  withLibrary(command)
    .addHelpText('after', EXAMPLES)
    .action(async (name: string, texts: readonly string[], choices: LibraryChoices) => {
      done(await claim(name, texts, choices))
    })
}
