import { homedir, userInfo } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import { plain } from '../core/plain-text.ts'
import { ok, refuse, type Result } from '../core/refusal.ts'
import { hasLibrary, type Library, openLibrary } from '../store/library.ts'
import { unlessTroubled } from '../store/trouble.ts'
import type { ExitCode } from './exit-code.ts'
import { Refused, refused } from './screen.ts'
import { UsageError } from './usage.ts'

/** What a command that works in a library was told of it. */
export interface LibraryChoices {
  readonly library?: string
  readonly by?: string
}

/** The options of every command that works in a library. */
export const withLibrary = (command: Command): Command =>
  command
    .option('--library <folder>', 'where the library is (default: HEARSAY_LIBRARY, else ~/.hearsay)')
    .option('--by <name>', 'who you are, for the journal (default: HEARSAY_BY, else your user name)')

export const libraryFolder = ({ library }: LibraryChoices): string => {
  const folder = library ?? process.env['HEARSAY_LIBRARY'] ?? ''
  return folder === '' ? join(homedir(), '.hearsay') : folder
}

/** A system may have no name for who runs a program. */
const systemName = (): string => {
  try {
    return userInfo().username
  } catch {
    return process.env['USER'] ?? ''
  }
}

const personOf = ({ by }: LibraryChoices): string => {
  const name = plain(by ?? process.env['HEARSAY_BY'] ?? systemName())
  if (name === '') throw new UsageError('--by takes a name, as --by "Ida Quill".')
  return name
}

interface Opening {
  /** Begins a library where there is none. */
  readonly begins?: boolean
}

const opened = async (choices: LibraryChoices, { begins = false }: Opening): Promise<Result<Library>> => {
  const folder = libraryFolder(choices)
  const who = personOf(choices)
  if (begins || (await hasLibrary(folder))) return openLibrary(folder, { who })
  return refuse('not-found', `There is no library in ${folder}; “hearsay case new NAME” begins one.`)
}

/**
 * Does `work` in the library that the options name, and closes it. What the drive or the system would not have, and what a reader of the
 * command line refuses, is told in one sentence.
 */
export const inLibrary = async (
  choices: LibraryChoices,
  work: (library: Library) => Promise<ExitCode>,
  opening: Opening = {},
): Promise<ExitCode> => {
  const library = await opened(choices, opening)
  if (!library.ok) return refused(library.refusal)
  try {
    const done = await unlessTroubled('What was asked', async () => ok(await work(library.value)), 'done')
    return done.ok ? done.value : refused(done.refusal)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return refused(error.refusal)
  } finally {
    await library.value.close()
  }
}
