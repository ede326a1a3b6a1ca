import { type ChildProcess, fork } from 'node:child_process'
import type { Capture } from '../core/document.ts'
import { refuse, type Result } from '../core/refusal.ts'
import { networkBarrier, type NetworkBarrier } from './network-barrier.ts'
import { type Answer, isAnswer, READY, type Request, type Tasks } from './reader-messages.ts'

/** Reads captures in a process of its own, so that no page can stop, exhaust or take over this one. */
export interface Reader {
  /**
   * What the room's `read` gives. Captures are read in the order given; several may be asked for at once, and then the process never
   * waits. One that takes too long is refused as `too-slow`, one that exhausts the process's memory as `too-large`, one that
   * breaks it as `not-readable`. Rejects where the process does not come up at all, or the reader is closed.
   */
  readonly read: Tasks['read']
  /** The same for what the room's `rendered` gives: the capture as an inert page. */
  readonly render: Tasks['render']
  /** The same for a web archive: the pages in it. */
  readonly unpack: Tasks['unpack']
  /** What keeps the process from the network, with a note where that is less than it could be. */
  readonly barrier: NetworkBarrier
  /** Ends the process. */
  readonly close: () => void
}

export interface ReaderOptions {
  /** A module that calls `serveReader`. */
  readonly module: URL
  /** For one capture, in milliseconds from the moment the process turns to it; 10,000 unless told. */
  readonly deadlineMs?: number
  /** Of the process's JavaScript heap, in MiB; 1,024 unless told. With all that is outside the heap it may have half as much again. */
  readonly memoryMb?: number
  /** Lets the process print its last words on this one's standard error. */
  readonly debug?: boolean
}

interface Job extends Request {
  readonly settle: (result: Answer['result']) => void
  readonly fail: (fault: Error) => void
}

const DEADLINE_MS = 10_000

/** Until the process says that it can read, in milliseconds: half a second is usual. */
const START_MS = 30_000

/** Captures that the process has at once: one to read, one to turn to without waiting for us. */
const WINDOW = 2

/** Of the whole process, in MiB, at least: Node with the libraries that read takes 200. */
const LEAST_MB = 512

/** Of each half of the heap's young part, in MiB: Node's 16 make the process 45 MB larger and no faster at reading articles. */
const YOUNG_MB = 4

/**
 * Node's permission model, where this Node has it: the process may read files, which loading its modules takes, and nothing else;
 * no writing, no programs, no native code. The one thread is `serveReader`'s watch.
 */
const PERMISSIONS: readonly string[] = process.allowedNodeEnvironmentFlags.has('--permission')
  ? ['--permission', '--allow-fs-read=*', '--allow-worker']
  : []

/** Through the barrier's program, if it has one: that becomes Node itself, so the process is ours to kill and hears us all the same. */
const startChild = ({ module, memoryMb = 1024, debug = false }: ReaderOptions, { command }: NetworkBarrier): ChildProcess => {
  const flags = [`--max-old-space-size=${memoryMb}`, `--max-semi-space-size=${YOUNG_MB}`, '--no-warnings', ...PERMISSIONS]
  const words = [...command, process.execPath]
  return fork(module, [String(Math.max(memoryMb * 1.5, LEAST_MB))], {
    serialization: 'advanced',
    execPath: words[0] ?? process.execPath,
    execArgv: [...words.slice(1), ...flags],
    env: { PATH: process.env['PATH'] ?? '' },
    stdio: ['ignore', 'ignore', debug ? 'inherit' : 'ignore', 'ipc'],
  })
}

/** V8 aborts when its heap is full; a kernel that runs out of memory kills. */
const isOutOfMemory = (code: number | null, signal: string | null): boolean =>
  signal === 'SIGABRT' || signal === 'SIGKILL' || code === 134

const broken = (name: string, outOfMemory: boolean): Result<never> =>
  outOfMemory
    ? refuse(
        'too-large',
        `“${name}” was not read: it takes more memory than one document may have; give a smaller or simpler copy.`,
      )
    : refuse('not-readable', `“${name}” was not read: the reader broke down on it; save it as plain text and give that.`)

const tooSlow = (name: string, deadlineMs: number): Result<never> =>
  refuse(
    'too-slow',
    `“${name}” was not read: it takes longer than ${deadlineMs / 1000} seconds; save it as plain text and give that.`,
  )

/** The jobs, the process that does them, and what it has in hand. */
class ReadingLine implements Reader {
  readonly barrier = networkBarrier()
  readonly #options: ReaderOptions
  readonly #deadlineMs: number
  readonly #waiting: Job[] = []
  readonly #sent: Job[] = []
  #child: ChildProcess | null = null
  #ready = false
  #closed = false
  #overdue = false
  #clock: NodeJS.Timeout | undefined
  #nextId = 0

  constructor(options: ReaderOptions) {
    this.#options = options
    this.#deadlineMs = options.deadlineMs ?? DEADLINE_MS
    this.#start()
  }

  readonly read: Reader['read'] = (capture) => this.#ask('read', capture)

  readonly render: Reader['render'] = (capture) => this.#ask('render', capture)

  readonly unpack: Reader['unpack'] = (capture) => this.#ask('unpack', capture)

  readonly close = (): void => {
    this.#closed = true
    process.off('exit', this.close)
    clearTimeout(this.#clock)
    this.#child?.kill('SIGKILL')
    this.#failAll(new Error('the reader was closed'))
  }

  /** The child answers each request with what its task gives, and a task is asked for by its own method alone. */
  #ask<T extends Answer['result']>(task: keyof Tasks, capture: Capture): Promise<T> {
    return new Promise((settle, fail) => {
      this.#waiting.push({ id: this.#nextId++, task, capture, settle: settle as Job['settle'], fail })
      this.#feed()
    })
  }

  #start(): void {
    const child = startChild(this.#options, this.barrier)
    child.on('message', (message) => {
      this.#hear(message)
    })
    child.once('error', (fault) => {
      this.#failAll(fault)
    })
    child.once('exit', (code, signal) => {
      this.#lose(code, signal)
    })
    process.once('exit', this.close)
    this.#child = child
    this.#ready = false
    this.#setClock(START_MS)
  }

  /** Gives the process what it has room for, and brings one up where there is none. */
  #feed(): void {
    if (this.#closed) this.#failAll(new Error('the reader was closed'))
    else if (this.#child === null && this.#waiting.length > 0) this.#start()
    while (this.#ready && this.#sent.length < WINDOW) {
      const job = this.#waiting.shift()
      if (job === undefined) return
      this.#sent.push(job)
      if (this.#sent.length === 1) this.#setClock(this.#deadlineMs)
      // A process that is gone cannot be sent to; its exit is heard, and tells what becomes of the job.
      this.#child?.send({ id: job.id, task: job.task, capture: job.capture }, () => undefined)
    }
  }

  #hear(message: unknown): void {
    // An answer that crosses the kill is too late.
    if (this.#overdue) return
    clearTimeout(this.#clock)
    if (message === READY) {
      this.#ready = true
    } else if (isAnswer(message) && message.id === this.#sent[0]?.id) {
      this.#sent.shift()?.settle(message.result)
      if (this.#sent.length > 0) this.#setClock(this.#deadlineMs)
    }
    this.#feed()
  }

  #lose(code: number | null, signal: NodeJS.Signals | null): void {
    clearTimeout(this.#clock)
    process.off('exit', this.close)
    this.#child = null
    if (!this.#ready) this.#failAll(new Error(`the reader did not start (${signal ?? `exit code ${String(code)}`})`))
    this.#ready = false
    const job = this.#sent.shift()
    const name = job?.capture.name ?? ''
    job?.settle(this.#overdue ? tooSlow(name, this.#deadlineMs) : broken(name, isOutOfMemory(code, signal)))
    this.#overdue = false
    this.#waiting.unshift(...this.#sent.splice(0))
    if (!this.#closed) this.#feed()
  }

  #setClock(ms: number): void {
    clearTimeout(this.#clock)
    this.#clock = setTimeout(() => {
      this.#overdue = true
      this.#child?.kill('SIGKILL')
    }, ms)
  }

  #failAll(fault: Error): void {
    for (const job of [...this.#sent.splice(0), ...this.#waiting.splice(0)]) job.fail(fault)
  }
}

/** Starts the process at once, so that it loads while this one does other things. */
export const openReader = (options: ReaderOptions): Reader => new ReadingLine(options)
