import type { Refusal } from '../core/refusal.ts'

/** What the program's exit tells a script. */
export const EXIT = {
  done: 0,
  /** Some of the input was refused; the rest was done. */
  refused: 1,
  /** What was typed cannot be meant; nothing was done. */
  usage: 2,
  /** A fault of the program (EX_SOFTWARE of sysexits). */
  fault: 70,
  /** Ctrl-C: 128 and the signal's number, as shells have it. */
  interrupted: 130,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** Whether something asked for was not done: what an option left out, and a judgement that finds nothing, are told but are no failures. */
export const isFailure = ({ code }: Refusal): boolean => code !== 'bad-option' && code !== 'stale-judgement'
