import type { Command } from 'commander'
import { fileBytes } from '../../node/file-bytes.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { inLibrary, type LibraryChoices, withLibrary } from '../library-option.ts'
import { paragraph, print, refused } from '../screen.ts'

interface Choices extends LibraryChoices {
  readonly as?: string
}

const EXAMPLES = `
Examples:
  hearsay case import dam.wacz
  hearsay case import dam.wacz --as "dam, from Ida"

Nothing is taken unless all of the file proves to be as it was exported. What
another library fetched is worth here what a web archive is worth; judgements
say who made them there.`

const importFrom = (file: string, { as, ...choices }: Choices): Promise<ExitCode> =>
  inLibrary(
    choices,
    async (library) => {
      const bytes = await fileBytes(file, file)
      if (!bytes.ok) return refused(bytes.refusal)
      const { importCase } = await import('../../node/case-archive/import.ts')
      const kept = await importCase(library, bytes.value, { name: file, as: as ?? null })
      if (!kept.ok) return refused(kept.refusal)
      const { name, exhibits, claims, judgements } = kept.value
      const counts = `${exhibits.length} documents, ${claims.length} claims, ${judgements.length} judgements`
      await print(paragraph(`The case “${name}” was taken in: ${counts}. “hearsay check ${name}” reads it.`))
      return EXIT.done
    },
    { begins: true },
  )

/** Adds `case import` to its group; `done` is told its exit code. */
export const addCaseImport = (group: Command, done: (code: ExitCode) => void): void => {
  const command = group
    .command('import')
    .usage('[options] <file.wacz>')
    .description('Takes in a case that another library exported, once all of it is proved.')
    .argument('<file>', 'what “hearsay case export” wrote')
    .option('--as <name>', 'another name for the case')
  withLibrary(command)
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, choices: Choices) => {
      done(await importFrom(file, choices))
    })
}
