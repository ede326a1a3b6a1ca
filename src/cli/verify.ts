import { basename } from 'node:path'
import type { Command } from 'commander'
import { ok, type Result } from '../core/refusal.ts'
import { fileBytes } from '../node/file-bytes.ts'
import type { OutsideCheckpoint } from '../store/verification/journal-flaws.ts'
import { verifyLibrary } from '../store/verification/verify.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { inLibrary, type LibraryChoices, withLibrary } from './library-option.ts'
import { paragraph, print, printJson, refused, terminalOf } from './screen.ts'

interface Choices extends LibraryChoices {
  readonly checkpoint?: readonly string[]
  readonly json?: true
}

const EXAMPLES = `
Examples:
  hearsay verify
  hearsay verify dam.wacz
      a case that “hearsay case export” wrote; no library is needed
  hearsay verify --checkpoint 2024-03-20.txt --checkpoint report-footer.txt
      checkpoints that were kept elsewhere, from “hearsay checkpoint”

Exit codes:
  0  all is as it was kept
  1  something is not, or the library could not be opened`

const several = (path: string, before: readonly string[] = []): readonly string[] => [...before, path]

const checkpointsIn = async (paths: readonly string[]): Promise<Result<readonly OutsideCheckpoint[]>> => {
  const found: OutsideCheckpoint[] = []
  for (const path of paths) {
    const bytes = await fileBytes(path, path)
    if (!bytes.ok) return bytes
    found.push({ name: basename(path), note: Buffer.from(bytes.value).toString('utf8') })
  }
  return ok(found)
}

/** What somebody else exported is verified by itself: no library is needed. */
const verifyArchive = async (file: string, { json }: Choices): Promise<ExitCode> => {
  const { readCaseArchive } = await import('../node/case-archive/import.ts')
  const read = await readCaseArchive(file, file)
  if (!read.ok) return refused(read.refusal)
  const { key, state, entries, captures, tombstones } = read.value
  const counts = { case: state.name, entries: entries.length, documents: state.exhibits.length, captures: captures.length }
  if (json === true) await printJson({ sound: true, ...counts, deleted: tombstones.length, key })
  else {
    const said = [
      `The case “${state.name}” in ${file} is as it was exported: ${counts.entries} entries of its journal, each proved to stand in the journal that its checkpoint was signed for, and the bytes of ${counts.documents} documents.`,
      'That no entry made before the export was left out shows only against a checkpoint had from elsewhere.',
    ]
    await print(`${said.map(paragraph).join('')}Signed with ${key}\n`)
  }
  return EXIT.done
}

const verify = async ({ checkpoint = [], json, ...choices }: Choices): Promise<ExitCode> => {
  const outside = await checkpointsIn(checkpoint)
  if (!outside.ok) return refused(outside.refusal)
  return inLibrary(choices, async (library) => {
    const found = await verifyLibrary(library, outside.value)
    if (json === true) await printJson({ sound: found.flaws.length === 0, ...found })
    else {
      const { verificationText } = await import('../tell/tell.ts')
      await print(verificationText(found, terminalOf(process.stdout)))
    }
    return found.flaws.length === 0 ? EXIT.done : EXIT.refused
  })
}

/** Adds `verify` to the program; `done` is told its exit code. */
export const addVerify = (program: Command, done: (code: ExitCode) => void): void => {
  const command = program
    .command('verify')
    .usage('[options] [file.wacz]')
    .description('Hashes everything in the library anew, and names what is not as it was kept. Needs no network.')
    .argument('[file]', 'an exported case, to be verified instead of the library')
    .option('--checkpoint <file>', 'a checkpoint that was kept elsewhere, one or several times', several)
    .option('--json', 'print it as JSON')
  withLibrary(command)
    .addHelpText('after', EXAMPLES)
    .action(async (file: string | undefined, choices: Choices) => {
      done(await (file === undefined ? verify(choices) : verifyArchive(file, choices)))
    })
}
