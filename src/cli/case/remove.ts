import type { Command } from 'commander'
import { removeClaim, removeExhibit, caseNamed } from '../../store/cases.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { inLibrary, type LibraryChoices, withLibrary } from '../library-option.ts'
import { REASON_OPTION, reasonText } from '../reason-option.ts'
import { print, refused } from '../screen.ts'

interface Choices extends LibraryChoices {
  readonly reason: string
}

const EXAMPLES = `
Examples:
  hearsay case remove dam d3 --reason "The same wire again."
  hearsay case remove dam c2 --reason "Said in other words by c1."

What is taken out stays in the library and in the journal; “hearsay undo”
brings it back. “hearsay case forget” deletes bytes for good.`

const remove = (name: string, item: string, { reason, ...choices }: Choices): Promise<ExitCode> =>
  inLibrary(choices, async (library) => {
    const kept = await caseNamed(library, name)
    if (!kept.ok) return refused(kept.refusal)
    const isClaim = kept.value.claims.some(({ id }) => id === item)
    const removed = isClaim
      ? await removeClaim(library, name, { claim: item, reason })
      : await removeExhibit(library, name, { label: item, reason })
    if (!removed.ok) return refused(removed.refusal)
    const [entry] = removed.value
    const back = entry === undefined ? '' : ` “hearsay undo ${name} ${entry.seq}” brings it back.`
    await print(`${item} is out of the case “${name}”.${back}\n`)
    return EXIT.done
  })

/** Adds `case remove` to its group; `done` is told its exit code. */
export const addCaseRemove = (group: Command, done: (code: ExitCode) => void): void => {
  const command = group
    .command('remove')
    .description('Takes a document or a claim out of a case.')
    .argument('<name>', 'the case')
    .argument('<item>', 'the label of a document (d3) or the id of a claim (c2)')
    .requiredOption(...REASON_OPTION, reasonText)
  withLibrary(command)
    .addHelpText('after', EXAMPLES)
    .action(async (name: string, item: string, choices: Choices) => {
      done(await remove(name, item, choices))
    })
}
