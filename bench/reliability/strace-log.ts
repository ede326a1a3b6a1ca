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

const WHOLE = /^(\w+)\((.*)\)\s+= (-?\d+|\?)/u
const BEGUN = /^(\w+)\((.*) <unfinished \.\.\.>$/u
const RESUMED = /^<\.\.\. (\w+) resumed>(.*)\)\s+= (-?\d+|\?)/u

interface Open {
  readonly given: string
  readonly from: number
}

/** The calls of a log, in the order in which they came back. */
export const callsOf = (log: string): readonly Call[] => {
  const calls: Call[] = []
  const open = new Map<string, Open>()
  for (const [at, line] of log.split('\n').entries()) {
    const [, thread = '', text = ''] = /^(\d+)\s+(.*)$/u.exec(line) ?? []
    const [, begun, before = ''] = BEGUN.exec(text) ?? []
    const [, resumed, after = '', told] = RESUMED.exec(text) ?? []
    const [, name, given = '', result] = WHOLE.exec(text) ?? []
    if (begun !== undefined) open.set(`${thread} ${begun}`, { given: before, from: at })
    else if (resumed !== undefined) {
      const first = open.get(`${thread} ${resumed}`)
      if (first === undefined) continue
      calls.push({ name: resumed, given: first.given + after, from: first.from, to: at, failed: told?.startsWith('-') === true })
    } else if (name !== undefined) calls.push({ name, given, from: at, to: at, failed: result?.startsWith('-') === true })
  }
  return calls
}

/** The path of the file that the first argument stands for, with `-y`. */
export const fileOf = ({ given }: Call): string => /^\d+<([^>]*)>/u.exec(given)?.[1] ?? ''

/** The paths that are given as texts. */
export const pathsOf = ({ given }: Call): readonly string[] => [...given.matchAll(/"([^"]*)"/gu)].map(([, path = '']) => path)
