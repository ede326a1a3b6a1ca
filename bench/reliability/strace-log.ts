/** One call of a program as `strace -f -y` wrote it; calls of threads overlap, so each begins and ends at lines of its own. */
export interface Call {
  readonly name: string
  /** What it was given, as strace shows it. */
  readonly given: string
  /** Line of the log at which it was made, and at which it came back. */
  readonly from: number
  readonly to: number
  readonly failed: boolean
}

interface Part {
  readonly name: string
  readonly given: string
  /** Where the call came back in this line. */
  readonly failed: boolean | null
  readonly isRest: boolean
}

const ENDLESS = ' <unfinished ...>'

/** One line: a call, the beginning of one, or the rest of one that was begun further up. */
const partOf = (text: string): Part | null => {
  const [start = '', rest, whole] = /^(?:<\.\.\. (\w+) resumed>|(\w+)\()/u.exec(text) ?? []
  const name = rest ?? whole
  if (name === undefined) return null
  const isRest = rest !== undefined
  if (text.endsWith(ENDLESS)) return { name, given: text.slice(start.length, -ENDLESS.length), failed: null, isRest }
  // A text within the arguments may have the same sign: the last one is the call's own.
  const at = text.lastIndexOf(' = ')
  if (at === -1) return null
  const given = text.slice(start.length, at).trimEnd().slice(0, -1)
  return { name, given, failed: text.startsWith('-', at + 3), isRest }
}

interface Open {
  readonly given: string
  readonly from: number
}

/** The calls of a log, in the order in which they came back. */
export const callsOf = (log: string): readonly Call[] => {
  const calls: Call[] = []
  const open = new Map<string, Open>()
  for (const [at, line] of log.split('\n').entries()) {
    const [, thread = '', text = ''] = /^(\d+)\s+(\S.*)$/u.exec(line) ?? []
    const part = partOf(text)
    if (part === null) continue
    const { name, given, failed, isRest } = part
    const first = isRest ? open.get(`${thread} ${name}`) : { given: '', from: at }
    if (first === undefined) continue
    if (failed === null) open.set(`${thread} ${name}`, { given, from: at })
    else calls.push({ name, given: first.given + given, from: first.from, to: at, failed })
  }
  return calls
}

/** The path of the file that the first argument stands for, with `-y`. */
export const fileOf = ({ given }: Call): string => /^\d+<([^>]*)>/u.exec(given)?.[1] ?? ''

/** The paths that are given as texts. */
export const pathsOf = ({ given }: Call): readonly string[] => [...given.matchAll(/"([^"]*)"/gu)].map(([, path = '']) => path)
