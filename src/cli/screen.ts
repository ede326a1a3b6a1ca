import type { WriteStream } from 'node:tty'
import picocolors from 'picocolors'
import { plain } from '../core/plain-text.ts'
import type { Refusal } from '../core/refusal.ts'
import { EXIT, type ExitCode } from './exit-code.ts'

/** A stream that may be a terminal; `isTTY` is absent on files and pipes. */
export type Stream = NodeJS.WritableStream & Partial<Pick<WriteStream, 'isTTY' | 'columns'>>

type Environment = Readonly<Record<string, string | undefined>>

const NARROWEST = 60
const WIDEST = 100
const USUAL = 80

/** Columns to write in: the terminal's, within reason; 80 where there is none. */
export const widthOf = ({ isTTY, columns }: Stream): number =>
  isTTY === true && columns !== undefined ? Math.min(WIDEST, Math.max(NARROWEST, columns)) : USUAL

/** Colour is for terminals; NO_COLOR (no-color.org) turns it off and FORCE_COLOR on or, as 0, off, which wins. */
export const hasColour = ({ isTTY }: Stream, environment: Environment): boolean => {
  const forced = environment['FORCE_COLOR']
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false'
  return isTTY === true && (environment['NO_COLOR'] ?? '') === '' && environment['TERM'] !== 'dumb'
}

export const coloursOf = (stream: Stream, environment: Environment): ReturnType<typeof picocolors.createColors> =>
  picocolors.createColors(hasColour(stream, environment))

/** Writes one sentence on standard error; what documents, servers and file names put into it cannot move the cursor. */
export const complain = (sentence: string): void => {
  process.stderr.write(`${coloursOf(process.stderr, process.env).yellow(plain(sentence))}\n`)
}

/** Writes to standard output, no faster than it is taken. */
export const print = (text: string): Promise<void> =>
  new Promise((resolve) => {
    process.stdout.write(text, () => {
      resolve()
    })
  })

/** Tells why nothing was done, and with which code the program ends. */
export const refused = ({ sentence }: Refusal): ExitCode => {
  complain(sentence)
  return EXIT.refused
}
