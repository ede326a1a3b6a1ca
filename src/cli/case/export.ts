import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { ensurePlace } from '../check-options.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { inLibrary, type LibraryChoices, withLibrary } from '../library-option.ts'
import { paragraph, print, refused } from '../screen.ts'
import { programVersion } from '../version.ts'

const EXAMPLES = `
Examples:
  hearsay case export dam dam.wacz
  hearsay verify dam.wacz
      anybody can do this, without your library

The file is a web archive (WACZ 1.1.1) that other programs replay. It holds
every document of the case as it was captured, and the case's part of the
journal with a proof of each entry and the signed checkpoint.`

const exportTo = (name: string, file: string, choices: LibraryChoices): Promise<ExitCode> =>
  inLibrary(choices, async (library) => {
    const { exportCase } = await import('../../node/case-archive/export.ts')
    const { notePublication } = await import('../../store/publication.ts')
    const archive = await exportCase(library, name, { software: `hearsay ${programVersion()}` })
    if (!archive.ok) return refused(archive.refusal)
    await writeFile(file, archive.value)
    const sha256 = createHash('sha256').update(archive.value).digest('hex')
    const noted = await notePublication(library, name, { form: 'wacz', sha256 })
    if (!noted.ok) return refused(noted.refusal)
    await print(`${paragraph(`The case “${name}” was written to ${file}; the journal says so.`)}SHA-256 ${sha256}\n`)
    return EXIT.done
  })

/** Adds `case export` to its group; `done` is told its exit code. */
export const addCaseExport = (group: Command, done: (code: ExitCode) => void): void => {
  const command = group
    .command('export')
    .usage('[options] <name> <file.wacz>')
    .description('Writes a case as a web archive that proves itself.')
    .argument('<name>', 'the case')
    .argument('<file>', 'where to; a file that is there is written over')
  withLibrary(command)
    .addHelpText('after', EXAMPLES)
    .action(async (name: string, file: string, choices: LibraryChoices) => {
      await ensurePlace('case export', file)
      done(await exportTo(name, file, choices))
    })
}
