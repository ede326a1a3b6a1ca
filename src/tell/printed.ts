import { SGR } from './ansi.data.ts'
import { run, type Run, type StyledLine } from './styled-line.ts'

export interface TerminalOptions {
  /** Columns; narrower than 40 is laid out as 40. */
  readonly width: number
  readonly colour: boolean
}

const ESCAPE = '\u001B'

const painted = ({ text, style }: Run, colour: boolean): string =>
  colour && SGR[style] !== '' && text !== '' ? `${ESCAPE}[${SGR[style]}m${text}${ESCAPE}[0m` : text

/** Neighbours of one style as one run. */
const joined = (line: StyledLine): StyledLine =>
  line.reduce<readonly Run[]>((runs, next) => {
    const last = runs.at(-1)
    return last?.style === next.style ? [...runs.slice(0, -1), run(last.text + next.text, last.style)] : [...runs, next]
  }, [])

/** Lines as a terminal takes them, each with its end and without blanks before it. */
export const printed = (lines: readonly StyledLine[], colour: boolean): string =>
  lines
    .map(
      (line) =>
        `${joined(line)
          .map((part) => painted(part, colour))
          .join('')
          .trimEnd()}\n`,
    )
    .join('')
