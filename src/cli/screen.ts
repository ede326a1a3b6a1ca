import type { WriteStream } from 'node:tty'
import picocolors from 'picocolors'
import { displayWidth } from '../core/display-width.ts'
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

/** A refusal where only a throw leads out: a model opened while it is used. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.sentence)
    this.refusal = refusal
  }
}

/** How a text for a terminal is to be laid out. */
export const terminalOf = (stream: Stream): { readonly width: number; readonly colour: boolean } => ({
  width: widthOf(stream),
  colour: hasColour(stream, process.env),
})

/** A sentence or several as lines of at most 80 columns; what documents put into it cannot move the cursor. */
export const paragraph = (text: string): string => {
  const lines: string[] = []
  for (const word of plain(text).split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && displayWidth(last) + 1 + displayWidth(word) <= USUAL) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.map((line) => `${line}\n`).join('')
}

/** Writes a value as indented JSON. */
export const printJson = (value: unknown): Promise<void> => print(`${JSON.stringify(value, null, 2)}\n`)

/** Tells why nothing was done, and with which code the program ends. */
export const refused = ({ sentence }: Refusal): ExitCode => {
  complain(sentence)
  return EXIT.refused
}
