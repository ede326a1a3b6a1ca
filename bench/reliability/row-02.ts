/** Row 2: the order of the system calls before anything is told as kept, read with strace. */
import { execFileSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startIngesting } from './ingesting.ts'
import type { RowOptions, RowResult } from './row.ts'
import type { SeededBug } from './seeded-bugs.ts'
import { callsOf } from './strace-log.ts'
import { faultsOf, toldIn, traceOf } from './sync-order.ts'

const CALLS = 'openat,link,write,pwrite64,fsync,fdatasync,rename,renameat,renameat2,mkdir'
/** Things told as kept for one item, at least: capture, reading and exhibit, and for every second item two more. */
const TOLD_OF_ITEM = 3.5

export const hasStrace = (): boolean => {
  try {
    execFileSync('strace', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

interface Reading {
  readonly told: number
  readonly bad: readonly string[]
}

const readOrder = async (acknowledgements: number, seed: number, bug: SeededBug): Promise<Reading> => {
  const base = realpathSync(await mkdtemp(join(tmpdir(), 'hearsay-power-')))
  const [folder, log] = [join(base, 'library'), join(base, 'calls')]
  const items = Math.ceil(acknowledgements / TOLD_OF_ITEM) + 1
  const orders = { folder, seed, program: 1, items, lanes: 1, origin: null, bug, waits: false, stages: false }
  const strace = ['strace', '-f', '-y', '--seccomp-bpf', '-s', '200', '-e', `trace=${CALLS}`, '-o', log, process.execPath]
  const running = startIngesting(orders, strace)
  const code = await running.ended
  if (code !== 0) throw new Error(`the program ended with ${code ?? 'a signal'}: ${running.errors()}`)
  const calls = callsOf(await readFile(log, 'utf8'))
  const trace = traceOf(calls)
  const told = toldIn(calls).slice(0, acknowledgements)
  const bad = told.flatMap((one) => {
    const [fault] = faultsOf(trace, one, folder)
    return fault === undefined ? [] : [fault]
  })
  await rm(base, { recursive: true })
  return { told: told.length, bad }
}

const BASE = {
  row: 2,
  name: 'Loss of power: what is synced before anything is told as kept',
  bar: 'nothing told as kept before its bytes, their folders and the log of the database were synced, in that order',
}
const CONTROL = 'the same without any sync: over 80 % bad'

const LAZYFS = existsSync('/dev/fuse')
  ? 'LazyFS was not run: it is a program of its own (C++, libfuse 3) that must be built; this machine has /dev/fuse but not LazyFS.'
  : 'LazyFS was not run: this machine has no /dev/fuse.'

const kinds = (faults: readonly string[]): string => {
  const counts = new Map<string, number>()
  for (const fault of faults) counts.set(fault, (counts.get(fault) ?? 0) + 1)
  return [...counts].map(([fault, count]) => `${fault} (${count})`).join('; ')
}

export const run = async ({ short, seed }: RowOptions): Promise<RowResult> => {
  const before = performance.now()
  if (!hasStrace()) {
    const notes = ['strace is not installed here.']
    return {
      ...BASE,
      n: 0,
      passed: 0,
      control: { name: CONTROL, caught: true, figure: 'not run' },
      figures: {},
      seconds: 0,
      notes,
    }
  }
  const acknowledgements = short ? 12 : 1000
  const good = await readOrder(acknowledgements, seed, 'none')
  const control = await readOrder(short ? 12 : 200, seed, 'never-syncs')
  const share = control.bad.length / control.told
  return {
    ...BASE,
    n: good.told,
    passed: good.told - good.bad.length,
    control: {
      name: CONTROL,
      caught: share > 0.8,
      figure: `${control.bad.length} of ${control.told} bad (${Math.round(share * 100)} %)`,
    },
    figures: {
      ...(good.bad.length === 0 ? {} : { 'what was wrong': kinds(good.bad) }),
      'what the control lacked, first of each': kinds(control.bad),
    },
    seconds: (performance.now() - before) / 1000,
    notes: ['The order of calls is read, not the drive: a drive that answers a sync without having written is not seen.', LAZYFS],
  }
}
