import { plain } from '../../core/plain-text.ts'
import { printed, type TerminalOptions } from '../printed.ts'
import { run, wrapped } from '../styled-line.ts'
import { figured } from '../wording.ts'

/** What a verifier of a library found. */
export interface FoundSound {
  readonly entries: number
  readonly captures: number
  readonly readings: number
  readonly bytes: number
  readonly tombstones: number
  readonly root: string
  readonly flaws: readonly { readonly item: string; readonly sentence: string }[]
  readonly notes: readonly string[]
}

const sizeWords = (bytes: number): string =>
  bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)}\u00A0kB` : `${(bytes / 1e6).toFixed(1)}\u00A0MB`

/** What was hashed, and what is not as it was kept, the first by itself. */
export const verificationText = (found: FoundSound, { width, colour }: TerminalOptions): string => {
  const { entries, captures, readings, bytes, tombstones, root, flaws, notes } = found
  const whole = { width, indent: 0, hang: 0 }
  const listed = { width, indent: 2, hang: 4 }
  const hashed = `Hashed ${figured(entries, 'entry', 'entries')} of the journal, ${figured(captures, 'capture')} (${sizeWords(bytes)}) and ${figured(readings, 'reading')}${tombstones === 0 ? '' : `; ${figured(tombstones, 'capture')} deleted, with a tombstone each`}.`
  const [first, ...others] = flaws
  return printed(
    [
      ...wrapped([run(hashed)], whole),
      ...wrapped([run(`Root ${root}`, 'faint')], whole),
      ...(first === undefined
        ? wrapped([run('All of it is as it was kept.', 'strong')], whole)
        : [
            ...wrapped([run('Not as it was kept: ', 'strong'), run(plain(first.item), 'contradicts')], whole),
            ...wrapped([run(plain(first.sentence))], listed),
            ...(others.length === 0 ? [] : wrapped([run(`And ${figured(others.length, 'more item')}:`, 'strong')], whole)),
            ...others.flatMap(({ sentence }) => wrapped([run(plain(sentence))], listed)),
          ]),
      ...notes.flatMap((note) => wrapped([run(plain(note), 'faint')], whole)),
    ],
    colour,
  )
}
