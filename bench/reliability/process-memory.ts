import { readdirSync, readFileSync } from 'node:fs'

const field = (pid: number, name: string): number => {
  try {
    const [, kilobytes = '0'] = new RegExp(`^${name}:\\s+(\\d+) kB`, 'mu').exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kilobytes) / 1024
  } catch {
    return 0
  }
}

/** The processes that this one has started and that have not ended. Empty where there is no `/proc`. */
export const childrenOf = (parent: number): readonly number[] => {
  try {
    return readdirSync(`/proc/${parent}/task`).flatMap((task) =>
      readFileSync(`/proc/${parent}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    )
  } catch {
    return []
  }
}

/** Jiffies in a second, as Linux counts processor time for programs. */
const HERTZ = 100

/** Seconds of processor time that a process has had, of its own and the kernel's for it; 0 where it is gone. */
const processorSeconds = (pid: number): number => {
  try {
    // After the name of the program, which may hold anything, in brackets: fields 14 and 15 of proc(5).
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /su, '')
      .split(' ')
    return (Number(fields[11]) + Number(fields[12])) / HERTZ
  } catch {
    return 0
  }
}

/** What processes started by this one took while watched. */
export interface ChildWatch {
  /** Resident, in MiB; 0 where there is no `/proc`. */
  readonly peak: () => number
  /** Processor time of them all, in seconds, to a twentieth: on a machine with other work the clock on the wall says less. */
  readonly processor: () => number
  readonly stop: () => void
}

const EVERY_MS = 50

export const watchChildren = (): ChildWatch => {
  const before = new Map(childrenOf(process.pid).map((pid) => [pid, processorSeconds(pid)]))
  const now = new Map<number, number>()
  let peak = 0
  const look = (): void => {
    for (const pid of childrenOf(process.pid)) {
      peak = Math.max(peak, field(pid, 'VmHWM'))
      now.set(pid, Math.max(now.get(pid) ?? 0, processorSeconds(pid)))
    }
  }
  const clock = setInterval(look, EVERY_MS)
  return {
    peak: () => {
      look()
      return Math.round(peak)
    },
    processor: () => {
      look()
      return [...now].reduce((sum, [pid, seconds]) => sum + seconds - (before.get(pid) ?? 0), 0)
    },
    stop: () => {
      clearInterval(clock)
    },
  }
}
