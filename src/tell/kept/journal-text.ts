import { displayWidth } from '../../core/display-width.ts'
import { dayOf, minuteOf } from '../../core/moment.ts'
import { plain } from '../../core/plain-text.ts'
import { grouped } from '../../core/grouped.ts'
import { printed, type TerminalOptions } from '../printed.ts'
import { run, type StyledLine, wrapped } from '../styled-line.ts'
import { dateWords } from '../wording.ts'
import { entryWords, type ToldEntry } from './entry-words.ts'

/** Columns for the name of who did it; longer ones push their line out. */
const MOST_NAME = 12

const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - displayWidth(text)))

interface Columns {
  readonly names: Readonly<Record<string, string>>
  readonly width: number
  readonly number: number
  readonly who: number
}

const entryLines = (told: ToldEntry, { width, number, who, names }: Columns): readonly StyledLine[] => {
  const { entry, caseName, takenBackBy } = told
  const seq = String(entry.seq)
  const name = padded(plain(entry.who), who)
  const front = `${' '.repeat(number - seq.length)}${seq}  ${minuteOf(entry.at)}  ${name}  `
  const gone = takenBackBy !== null
  const runs = [
    run(front.trimStart().replaceAll(' ', '\u00A0'), 'faint'),
    ...(caseName === null ? [] : [run(`${plain(caseName)}: `, gone ? 'faint' : 'strong')]),
    run(
      entryWords(told, (id) => names[id] ?? id),
      gone ? 'struck' : 'plain',
    ),
    ...(gone ? [run(' '), run(`(taken back by ${takenBackBy})`, 'faint')] : []),
  ]
  return wrapped(runs, { width, indent: 2 + number - seq.length, hang: Math.min(2 + displayWidth(front), Math.floor(width / 2)) })
}

/** `named`: every entry says whose case it belongs to; without, they are all of one. */
export interface JournalTextOptions extends TerminalOptions {
  readonly named: boolean
  /** Short names of statements by their ids, as far as they are known. */
  readonly names: Readonly<Record<string, string>>
}

/**
 * The journal for a terminal, a heading for each day, times in UTC. An entry that was taken back is struck through where there is
 * colour, and says so where there is none. No line is wider than `width`.
 */
export const journalText = (told: readonly ToldEntry[], { width, colour, named, names }: JournalTextOptions): string => {
  const columns = {
    width,
    names,
    number: Math.max(2, ...told.map(({ entry }) => String(entry.seq).length)),
    who: Math.min(MOST_NAME, Math.max(0, ...told.map(({ entry }) => displayWidth(plain(entry.who))))),
  }
  const days = grouped(told, ({ entry }) => dayOf(entry.at))
  const lines = [...days].flatMap(([day, entries], place): readonly StyledLine[] => {
    const title = dateWords(day)
    const rule = '─'.repeat(Math.max(0, width - displayWidth(title) - 1))
    return [
      ...(place > 0 ? [[]] : []),
      [run(title, 'strong'), run(` ${rule}`, 'faint')],
      ...entries.flatMap((one) => entryLines(named ? one : { ...one, caseName: null }, columns)),
    ]
  })
  return printed([...lines, [], [run('Times are UTC. “hearsay undo CASE NUMBER” takes an entry back.', 'faint')]], colour)
}
