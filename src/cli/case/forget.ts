import type { Command } from 'commander'
import type { CaptureId } from '../../core/capture.ts'
import { ok } from '../../core/refusal.ts'
import { captureLabelled, forgetCapture, type Forgotten } from '../../server/forgetting.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { inLibrary, type LibraryChoices, withLibrary } from '../library-option.ts'
import { REASON_OPTION, reasonText } from '../reason-option.ts'
import { paragraph, print, refused } from '../screen.ts'

interface Choices extends LibraryChoices {
  readonly reason: string
}

const EXAMPLES = `
Examples:
  hearsay case forget dam d3 --reason "Withdrawn: names a child."
  hearsay case forget cap_0f3a9c5e11d2b764 --reason "Captured by mistake."

This deletes at once and cannot be undone. What stays is the entry that kept
it, with name and SHA-256, and one that says who deleted it, when and why.`

const stays = ({ capture, places, bytesStay }: Forgotten): string => {
  const labels = places.map((place) => `${place.label} of “${place.case}”`).join(', ')
  return [
    `The bytes of “${capture.name}” and all that was read in them are gone from this library.`,
    'What stays is in the journal: that it was kept, its name and SHA-256, who deleted it and why.',
    ...(labels === '' ? [] : [`${labels} will be checked without it, and says so; “hearsay case remove” takes it off the list.`]),
    ...(bytesStay ? ['The same bytes are held as another capture, and so are still in the archive.'] : []),
  ].join(' ')
}

const forget = (first: string, second: string | undefined, { reason, ...choices }: Choices): Promise<ExitCode> =>
  inLibrary(choices, async (library) => {
    const id = second === undefined ? ok(first as CaptureId) : await captureLabelled(library, first, second)
    if (!id.ok) return refused(id.refusal)
    const forgotten = await forgetCapture(library, id.value, reason)
    if (!forgotten.ok) return refused(forgotten.refusal)
    await print(`${paragraph(stays(forgotten.value))}SHA-256 ${forgotten.value.capture.sha256}\n`)
    return EXIT.done
  })

/** Adds `case forget` to its group; `done` is told its exit code. */
export const addCaseForget = (group: Command, done: (code: ExitCode) => void): void => {
  const command = group
    .command('forget')
    .usage('[options] <name> <label> | <capture>')
    .description('Deletes the bytes of a captured document for good.')
    .argument('<first>', 'the case, or the id of a capture (cap_…)')
    .argument('[label]', 'what the case calls the document')
    .requiredOption(...REASON_OPTION, reasonText)
  withLibrary(command)
    .addHelpText('after', EXAMPLES)
    .action(async (first: string, second: string | undefined, choices: Choices) => {
      done(await forget(first, second, choices))
    })
}
