import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What became of one call of the program. */
export interface Run {
  readonly code: number | null
  readonly out: string
  readonly err: string
  /** From start to end, in milliseconds. */
  readonly took: number
}

export interface RunOptions {
  readonly input?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
}

export const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))

/** Calls at the same time: a machine with two cores should not time its own queue. */
const WIDTH = 2

let running = 0
const waiting: (() => void)[] = []

const turn = async (): Promise<void> => {
  if (running >= WIDTH) await new Promise<void>((go) => waiting.push(go))
  running++
}

const calling = (words: readonly string[], { input = '', env = {} }: RunOptions): Promise<Run> =>
  new Promise((resolve) => {
    const started = performance.now()
    const child = spawn(process.execPath, [MAIN, ...words], { env: { PATH: process.env['PATH'] ?? '', ...env } })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    // The program may end without having read all of its input.
    child.stdin.on('error', () => undefined).end(input)
    child.on('close', (code) => {
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString(), took: performance.now() - started })
    })
  })

/** The program as a user calls it, its input and output pipes. */
export const hearsay = async (words: readonly string[], options: RunOptions = {}): Promise<Run> => {
  await turn()
  try {
    return await calling(words, options)
  } finally {
    running--
    waiting.shift()?.()
  }
}
