import type { KeptReaders } from '../server/kept-reading.ts'
import type { Library } from '../store/library.ts'
import type { ExitCode } from './exit-code.ts'
import { inLibrary, type LibraryChoices } from './library-option.ts'
import { readersOnDemand, type TaggerName } from './readers.ts'
import { type Reading, withReading } from './reading.ts'
import { refused } from './screen.ts'
import { programVersion } from './version.ts'

/** What a command has before it that reads in a library: what was read already is kept, so that readers open only for what was not. */
export interface Desk {
  readonly library: Library
  readonly readers: KeptReaders
  readonly reading: Reading
}

export interface DeskChoices extends LibraryChoices {
  readonly tagger?: TaggerName
}

/** Does `work` in the library that the options name, with readers at hand. */
export const atDesk = (
  choices: DeskChoices,
  work: (desk: Desk) => Promise<ExitCode>,
  opening: { readonly begins?: boolean } = {},
): Promise<ExitCode> =>
  inLibrary(
    choices,
    async (library) => {
      const readers = await readersOnDemand(choices.tagger)
      if (!readers.ok) return refused(readers.refusal)
      return withReading(
        (reading) => work({ library, reading, readers: { ...readers.value, read: reading.read, program: programVersion() } }),
        'on demand',
      )
    },
    opening,
  )
